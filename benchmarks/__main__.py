"""Ratios of Kerja's time to a tuned peer's, in the same run: `make bench`."""

from __future__ import annotations

import io
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import yaml
from openpyxl import load_workbook
from xlsxwriter import Workbook
from xlsxwriter.format import Format

from kerja.checks import examine
from kerja.costing import options
from kerja.outputs import Order, draft, examine_options
from kerja.profile import Profile
from kerja.profile.reading import read_profile
from kerja.resources import shipped
from kerja.source import locate
from kerja.targets import Draft
from kerja.targets.workbook import workbook_files

_RUNS = 15


def main() -> None:
    """Print each ratio with both medians."""
    folder = shipped("country_profiles")
    chain = [folder / f"{name}.yaml" for name in ("khm", "prakerja-2023", "prakerja-2020")]

    def ours() -> None:
        read_profile(chain[0], folders=(folder,))

    def peer() -> None:
        for path in chain:
            yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)

    _report("reading khm with its chain, models and places : libyaml to plain data", ours, peer)
    example = shipped("country_profiles").parent / "examples" / "cambodia"
    scenarios = [_over_five_years(example / "options" / name, folder) for name in _OPTIONS]

    def reading() -> None:
        read_profile(example / "profile.yaml", folders=(folder,))

    def costing() -> None:
        options(scenarios)

    _report(
        "costing three options over five years : reading the profile",
        costing,
        reading,
    )
    found = _draft(example, folder)
    content = workbook_files(found)["budget.xlsx"]
    cells, names = _cells(content), _names(content)
    _report(
        "the workbook of Cambodia : the same cells and names with XlsxWriter alone",
        lambda: workbook_files(found),
        lambda: _write(cells, names),
    )
    _report(
        "kerja --help : python -c 'import click'",
        _command("-m", "kerja", "--help"),
        _command("-c", "import click"),
    )


_OPTIONS = ("as-announced.yaml", "at-todays-pace.yaml", "equity-cards-first.yaml")


def _over_five_years(path: Path, folder: Path) -> Profile:
    """Read an option, whole enough that every line of cost is computed, over five years."""
    profile, _, _ = read_profile(path, folders=(folder,))
    whole = Profile.model_validate(
        {
            "costs": {
                "training_place": "KHR 1 million", "account_opening": "KHR 2_000",
                "administration": {
                    "fixed_year": "KHR 2 billion", "step_people": 5_000,
                    "step_cost": "KHR 60 million", "per_applicant": "KHR 4_000",
                    "per_recipient": "KHR 8_000",
                },
            },
            "scenario": {"title": "Five years", "years": 5},
        }
    )  # fmt: skip
    return profile.model_copy(update={"costs": whole.costs, "scenario": whole.scenario})


def _draft(example: Path, folder: Path) -> Draft:
    examination = examine(str(example), folders=(folder,))
    scenarios = examine_options(
        examination, path=locate(str(example), folders=(folder,)), folders=(folder,)
    )
    order = Order(languages=("en",), documents=())
    return draft(examination, scenarios, order, folders=(folder,))


_Cells = list[tuple[str, list[tuple[int, int, object, object, bool, str]]]]


def _cells(content: bytes) -> _Cells:
    """Read every cell of a workbook: sheet, row, column, content, stored value, look."""
    live = load_workbook(io.BytesIO(content))
    stored = load_workbook(io.BytesIO(content), data_only=True)
    return [
        (
            sheet.title,
            [
                (
                    cell.row - 1, cell.column - 1, cell.value,
                    stored[sheet.title][cell.coordinate].value, bool(cell.font.bold),
                    cell.number_format,
                )
                for row in sheet.iter_rows() for cell in row
                if cell.value is not None or cell.has_style
            ],
        )
        for sheet in live
    ]  # fmt: skip


def _names(content: bytes) -> dict[str, str]:
    defined = load_workbook(io.BytesIO(content)).defined_names
    return {name: f"={one.attr_text}" for name, one in defined.items()}


def _write(cells: _Cells, names: dict[str, str]) -> None:
    book = Workbook(io.BytesIO(), {"in_memory": True, "strings_to_formulas": False})
    looks: dict[tuple[bool, str], Format] = {}
    for title, listed in cells:
        sheet = book.add_worksheet(title)
        for row, column, content, value, bold, number in listed:
            look = looks.get((bold, number))
            if look is None:
                look = looks[bold, number] = book.add_format({"bold": bold, "num_format": number})
            if content is None:
                sheet.write_blank(row, column, None, look)
            elif isinstance(content, int | float):
                sheet.write_number(row, column, content, look)
            elif str(content).startswith("=") and value is not content:
                sheet.write_formula(row, column, str(content), look, value)
            else:
                sheet.write_string(row, column, str(content), look)
    for name, place in names.items():
        book.define_name(name, place)
    book.close()


def _command(*arguments: str) -> Callable[[], None]:
    def run() -> None:
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)

    return run


def _report(name: str, ours: Callable[[], None], peer: Callable[[], None]) -> None:
    pairs = [(_seconds(ours), _seconds(peer)) for _ in range(_RUNS)]
    mine, theirs = (median(column) for column in zip(*pairs, strict=True))
    print(f"{mine / theirs:6.2f}  {name}  ({mine * 1000:.1f} ms : {theirs * 1000:.1f} ms)")


def _seconds(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
