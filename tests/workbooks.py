"""What a workbook must say: the figures of the costing, by the names of their cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.utils.cell import coordinate_from_string
from openpyxl.utils.datetime import to_excel
from tests.conftest import ROOT
from tests.countries import written

from kerja.checks import examine
from kerja.costing import Cases, Costing, options
from kerja.outputs import Order, draft, examine_options
from kerja.source import locate
from kerja.targets import Draft

Cell = tuple[str, str]
SHIPPED = (ROOT / "country_profiles",)


@cache
def drafted(name: str, code: str = "en") -> Draft:
    """Return the draft of an example or a shipped profile."""
    path = str(ROOT / name) if "/" in name else name
    examination = examine(path, folders=SHIPPED)
    scenarios = examine_options(examination, path=locate(path, folders=SHIPPED), folders=SHIPPED)
    return draft(examination, scenarios, Order(languages=(code,), documents=()), folders=SHIPPED)


def whole(
    *, training_days: int = 30, selection: Sequence[int] = (5, 8, 12), fiscal_year: str = "01-01"
) -> Draft:
    """A country of which every figure of the cost is known, in nominal prices, with donors.

    Args:
        training_days: of a course.
        selection: lowest, likeliest and highest number of days of the selection.
        fiscal_year: month and day on which it starts.
    """
    ends = {"selection": selection, "certificate": (5, 8, 12), "buffer": (5, 8, 12)}
    money = {"value": "KHR 2_000"}
    profile = written(
        as_of="2026-03-01",
        scenario={"title": "=1+1", "years": 3, "who_must_agree": ["@SUM(A1)"], "risks": ["+2"]},
        economy={"inflation": "4%", "exchange_rate": "4000 KHR/USD"},
        budget={
            "fiscal_year_starts": fiscal_year, "price_basis": "nominal", "contingency_share": "5%",
            "donor_share": "20%",
        },
        programme={
            "quota": {"people": 10_000, "every": "year"},
            "expected_applicants": 40_000,
            "batches": {"per_year": 4, "registration_days": 7},
            "deadlines": {"purchase_days": 15, "payment_days": 20},
            "training_days": training_days,
            "benefits": [
                {"id": "course", "kind": "voucher", "amount": "USD 50", "every": "once"},
                {"id": "stipend", "kind": "cash", "purpose": "stipend", "amount": "KHR 280_000",
                 "every": "month", "at_most": 4},
                {"id": "bonus", "kind": "cash", "amount": "KHR 90_000", "every": "once"},
            ],
        },
        assumptions={
            "purchase": {"low": "80%", "mode": "90%", "high": "95%"},
            "completion": {"low": "50%", "high": "90%"},
            "paid": {"low": "90%", "mode": "95%", "high": "100%"},
            "lags": {
                name: dict(zip(("low", "mode", "high"), days, strict=True))
                for name, days in ends.items()
            },
        },
        wallets={"account_ownership": {"value": "40%", "low": "30%", "high": "45%"}},
        training={
            "seats_year": {"value": 9_000, "low": 8_000, "high": 9_500}, "enrolled": 2_000,
        },
        costs={
            "account_opening": money, "new_place": "KHR 500_000",
            "administration": {
                "fixed_year": "KHR 1 billion", "step_people": 3_000,
                "step_cost": "KHR 60 million", "per_applicant": "KHR 4_000",
                "per_recipient": {"value": "KHR 8_000", "low": "KHR 6_000", "high": "KHR 9_000"},
            },
            "payers": {"training": "levy"},
        },
    )  # fmt: skip
    start = drafted("examples/cambodia")
    blueprint = replace(start.blueprint, profile=profile, scenarios=(profile,), decisions=())
    return replace(start, blueprint=blueprint, options=options([profile]))


def opened(path: Path, *, values: bool = False) -> Workbook:
    """Open a workbook: its formulas, or the values that are stored with them."""
    return load_workbook(path, data_only=values)


def places(book: Workbook) -> Mapping[str, Cell]:
    """Return sheet and cell of every name."""
    return {name: _place(defined.attr_text) for name, defined in book.defined_names.items()}


def _place(text: str) -> Cell:
    sheet, _, cell = text.rpartition("!")
    return sheet.strip("'").replace("''", "'"), cell.replace("$", "")


def named(book: Workbook) -> Mapping[str, object]:
    """Return the value of every named cell."""
    return {name: book[sheet][cell].value for name, (sheet, cell) in places(book).items()}


def words_of_cases(book: Workbook) -> tuple[str, ...]:
    """Return the words of the three cases, as the heads of the assumptions say them."""
    sheet, cell = places(book)["case_name"]
    column, row = coordinate_from_string(cell)
    heads = row + 5
    first = ord(column) - ord("A") + 1
    return tuple(str(book[sheet].cell(heads, first + n).value) for n in range(3))


def formulas(book: Workbook) -> Iterator[str]:
    """Yield every formula."""
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield str(cell.value)


def names_in(formula: str) -> set[str]:
    """Return the names that a formula refers to; text and cells are none."""
    bare = re.sub(r"'(?:[^']|'')*'!", "", re.sub(r'"(?:[^"]|"")*"', "", formula))
    return set(re.findall(r"(?<![\w$])(?:in_|o\d+_|case_|to_be_|price_)\w+", bare))


def expected(costings: Iterable[Costing]) -> Mapping[str, Cases | None]:
    """Return what each named result is in Python, in the three cases; None is to be obtained."""
    found: dict[str, Cases | None] = {}
    for number, costing in enumerate(costings, 1):
        for name, cases in _of_one(costing):
            found[f"o{number}_{name}"] = cases
    return found


def _of_one(costing: Costing) -> Iterator[tuple[str, Cases | None]]:
    yield "year", costing.year
    yield "total", costing.total
    yield "per_place", costing.per_place.value
    yield "per_completer", costing.per_completer.value
    for driver in costing.drivers:
        yield driver.id.replace("-", "_"), driver.cases
    for year in costing.by_year:
        yield f"year_{year.number}", year.cost
        for paid in year.by_payer:
            yield f"paid_{paid.payer}_{year.number}", paid.amount
    for number, need in enumerate(costing.phasing.years, 1):
        yield f"cash_{number}", need.need
        yield f"owed_{number}", need.carry_over
        yield f"opening_{number}", _day(need.last_opening)


def _day(day: date | None) -> Cases | None:
    """Return a day as a spreadsheet counts it; None where no round opens."""
    return None if day is None else Cases(*[float(to_excel(day))] * 3)


def differing(
    found: Mapping[str, object], wanted: Mapping[str, Cases | None], case: int
) -> list[str]:
    """Name the cells that do not hold what Python says, to a hundredth."""
    wrong = []
    for name, cases in wanted.items():
        value = found.get(name)
        if cases is None:
            is_right = isinstance(value, str)
        else:
            if isinstance(value, datetime):
                value = to_excel(value)
            is_right = isinstance(value, int | float) and abs(value - cases[case]) <= 0.01
        if not is_right:
            wrong.append(f"{name}: {value!r} is not {cases and cases[case]!r}")
    return wrong
