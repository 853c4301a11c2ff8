"""The peer of the workbook: XlsxWriter alone, told to write a file that exists once more."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.styles import Border
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet as Read
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Look = tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class Content:
    """A cell. `kind` is number, formula, text or blank; `stored` is the value of a formula."""

    row: int
    column: int
    kind: str
    content: object
    stored: object
    look: Look


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: name, categories and values of each series, and the cell that it stands at."""

    series: tuple[tuple[str, str, str], ...]
    row: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its cells, and all that XlsxWriter was told about it."""

    title: str
    cells: tuple[Content, ...]
    widths: tuple[tuple[int, float], ...]
    heights: tuple[tuple[int, float], ...]
    validations: tuple[tuple[str, Mapping[str, object]], ...]
    conditions: tuple[tuple[str, str], ...]
    charts: tuple[Chart, ...]
    frozen: str | None


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: its sheets, and the names of its cells."""

    sheets: tuple[Sheet, ...]
    names: tuple[tuple[str, str], ...]


def read_book(content: bytes) -> Book:
    """Read everything that the peer is to write."""
    live = load_workbook(io.BytesIO(content))
    stored = load_workbook(io.BytesIO(content), data_only=True)
    names = tuple((name, f"={one.attr_text}") for name, one in live.defined_names.items())
    return Book(tuple(_sheet(sheet, stored[sheet.title]) for sheet in live), names)


def write_book(book: Book) -> bytes:
    """Write the workbook with XlsxWriter alone."""
    out = io.BytesIO()
    options = {
        "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
        "strings_to_numbers": False,
    }  # fmt: skip
    file = Workbook(out, options)
    looks: dict[Look, Format] = {}
    warn = file.add_format({"italic": True, "font_color": "#9A5B00"})
    for read in book.sheets:
        sheet = file.add_worksheet(read.title)
        _write_frame(file, sheet, read, warn=warn)
        for cell in read.cells:
            look = looks.get(cell.look)
            if look is None:
                look = looks[cell.look] = file.add_format(dict(cell.look))
            if cell.kind == "text":
                sheet.write_string(cell.row, cell.column, cell.content, look)
            elif cell.kind == "formula":
                sheet.write_formula(cell.row, cell.column, cell.content, look, cell.stored)
            elif cell.kind == "number":
                sheet.write_number(cell.row, cell.column, cell.content, look)
            else:
                sheet.write_blank(cell.row, cell.column, None, look)
    for name, place in book.names:
        file.define_name(name, place)
    file.close()
    return out.getvalue()


def _write_frame(file: Workbook, sheet: Worksheet, read: Sheet, *, warn: Format) -> None:
    for column, width in read.widths:
        sheet.set_column(column, column, width)
    for row, height in read.heights:
        sheet.set_row(row, height)
    for area, rule in read.validations:
        sheet.data_validation(area, dict(rule))
    for area, formula in read.conditions:
        sheet.conditional_format(area, {"type": "formula", "criteria": formula, "format": warn})
    for drawn in read.charts:
        chart = file.add_chart({"type": "column"})
        for name, categories, values in drawn.series:
            chart.add_series({"name": name, "categories": categories, "values": values})
        chart.set_title({"none": True})
        chart.set_legend({"position": "bottom"})
        chart.set_size({"width": 900, "height": 320})
        sheet.insert_chart(drawn.row, 0, chart)
    if read.frozen:
        sheet.freeze_panes(read.frozen)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&R&P / &N")
    sheet.protect("", {"format_columns": True, "format_rows": True})


def _sheet(sheet: Read, stored: Read) -> Sheet:
    return Sheet(
        sheet.title,
        tuple(
            _content(cell, stored[cell.coordinate].value)
            for row in sheet.iter_rows() for cell in row
            if cell.value is not None or cell.has_style
        ),
        tuple(
            # A file keeps a width with five pixels of padding, at seven pixels a character.
            (number - 1, one.width - 5 / 7)
            for one in sheet.column_dimensions.values() for number in range(one.min, one.max + 1)
        ),
        tuple((row - 1, one.height) for row, one in sheet.row_dimensions.items() if one.height),
        tuple(
            (str(area), _rule(rule))
            for rule in sheet.data_validations.dataValidation for area in rule.sqref.ranges
        ),
        tuple(
            (str(area.sqref), f"={rule.formula[0]}")
            for area in sheet.conditional_formatting for rule in area.rules
        ),
        tuple(_chart(chart) for chart in sheet._charts),
        sheet.freeze_panes,
    )  # fmt: skip


def _content(cell: Cell, stored: object) -> Content:
    value = cell.value
    kind = "text"
    if value is None:
        kind = "blank"
    elif isinstance(value, date | datetime):
        kind, value = "number", to_excel(value)
    elif isinstance(value, int | float):
        kind = "number"
    elif cell.data_type == "f":
        kind = "formula"
    if isinstance(stored, date | datetime):
        stored = to_excel(stored)
    shown = "" if stored is None else stored
    return Content(cell.row - 1, cell.column - 1, kind, value, shown, _look(cell))


def _look(cell: Cell) -> Look:
    font, align = cell.font, cell.alignment
    found: dict[str, object] = {
        "font_name": font.name, "font_size": font.size, "bold": bool(font.bold),
        "num_format": cell.number_format, "locked": bool(cell.protection.locked),
        "text_wrap": bool(align.wrap_text), "indent": int(align.indent),
    }  # fmt: skip
    if font.color is not None and isinstance(font.color.rgb, str):
        found["font_color"] = f"#{font.color.rgb[2:]}"
    if align.horizontal:
        found["align"] = align.horizontal
    if align.vertical:
        found["valign"] = {"center": "vcenter"}.get(align.vertical, align.vertical)
    if cell.fill.fill_type == "solid":
        found["bg_color"] = f"#{cell.fill.fgColor.rgb[2:]}"
    return (*found.items(), *_borders(cell.border))


def _borders(border: Border) -> Sequence[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    for name in ("left", "right", "top", "bottom"):
        side = getattr(border, name)
        if side is not None and side.style:
            color = f"#{side.color.rgb[2:]}" if side.color is not None else "#000000"
            found += [(name, 1), (f"{name}_color", color)]
    return found


def _rule(rule: DataValidation) -> Mapping[str, object]:
    if rule.type == "list":
        source = rule.formula1
        listed = source.strip('"').split(",") if source.startswith('"') else f"={source}"
        return {"validate": "list", "source": listed}
    if rule.formula2 is None:
        return {"validate": rule.type, "criteria": ">=", "value": f"={rule.formula1}"}
    return {
        "validate": rule.type, "criteria": "between", "minimum": float(rule.formula1),
        "maximum": float(rule.formula2), "error_title": rule.errorTitle,
    }  # fmt: skip


def _chart(chart: object) -> Chart:
    series = tuple(
        (f"={one.tx.strRef.f}", f"={(one.cat.strRef or one.cat.numRef).f}", f"={one.val.numRef.f}")
        for one in chart.series  # type: ignore[attr-defined]
    )
    anchor = chart.anchor._from  # type: ignore[attr-defined]
    return Chart(series, anchor.row)
