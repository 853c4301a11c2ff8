"""Comparisons made by hand for the tests of the page: what it must show, and what it must stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kerja.comparison.tables import (
    Cell,
    CellMark,
    Comparison,
    DesignRow,
    Evidence,
    Fault,
    Ground,
    Group,
    Journey,
    Missing,
    Normal,
    Normalised,
    Party,
    Publication,
    ReadinessRow,
    Row,
    Standing,
    StepNote,
    Term,
)

HOSTILE = (
    '</script><script>document.title="run"</script>',
    "<img src=x onerror=\"document.title='run'\">",
    '"><svg onload=alert(1)>',
    "javascript:document.title='run'",
    "{{ 7 * 7 }}{% for x in y %}",
    "<!--<script>",
    "]]>\u2028\u2029\x00&amp;&lt;",
    '=HYPERLINK("http://x","y")',
)
"""Texts that would do harm if a page took them for markup, script, template or formula."""


def comparison(names: Sequence[str] = ("Aland", "Beland", "Celand")) -> Comparison:
    """Return three indicators of some parties; every text of theirs holds their name.

    The first has a range, the second a value, all others nothing.
    """
    parties = tuple(_party(number, name) for number, name in enumerate(names))
    rows = (_share(names), _money(names))
    return Comparison(
        parties=parties,
        groups=(Group("labour", rows), Group("skills", (_second(names),))),
        readiness=(
            ReadinessRow(
                "law", "Legal mandate", ("none", "draft", "act", "act and decree"),
                tuple(_standing(name) for name in names),
            ),
        ),
        design=(
            DesignRow("Training", "package", tuple(Term(f"voucher of {n}", "same") for n in names)),
            DesignRow("Rounds", "terms", tuple(Term("", "unknown", "not stated") for _ in names)),
        ),
        journeys=tuple(_journey(name, names[0]) for name in names),
        statements=("All amounts are in three currencies.",),
    )  # fmt: skip


def hostile() -> Comparison:
    """Return a comparison in which every text is hostile."""
    made = comparison(HOSTILE)
    parties = tuple(
        replace(
            party,
            name=name, kind=name, code=name, currency=name, as_of=name, languages=(name,),
            relation=name, claimed_by=(name,), left_out=(name,),
        )
        for party, name in zip(made.parties, HOSTILE, strict=True)
    )  # fmt: skip
    return replace(made, parties=parties, statements=HOSTILE)


def _party(number: int, name: str) -> Party:
    evidence = {
        path: Evidence(
            path=path, written=f"{number + 1} {name}", year=2024, source="lfs", status="actual",
            confidence="official", definition="icls-13", note=f"note of {name}",
        )
        for path in ("labour_force.unemployed", "economy.gdp")
    }  # fmt: skip
    address = name if "script" in name else f"https://example.org/{number}"
    return Party(
        name=f"p{number}",
        title=name,
        kind="country",
        currency=("AAA", "BBB", "CCC")[number % 3],
        as_of="2026-01-01",
        languages=("en",),
        relation="studied",
        claimed_by=("a ministry",),
        faults=(Fault("KL001", "economy.gdp", f"fault of {name}", "profile.yaml:3"),),
        left_out=(f"left out of {name}",),
        evidence=evidence,
        missing={
            path: Missing(path, "unknown", "statistics office", "yearbook")
            for path in ("labour_force.total", "budget.total", "population.total")
        },
        publications={"lfs": Publication("lfs", f"Survey of {name}", "Office", "2025", address)},
    )


def _cell(number: int, name: str, value: float, unit: str) -> Cell:
    if number > 1:
        return Cell(unit, missing=("labour_force.total", "budget.total", "population.total"))
    return Cell(
        unit=unit,
        value=value,
        low=value / 2 if number == 0 else value,
        high=value * 2 if number == 0 else value,
        year=2024,
        inputs=("labour_force.unemployed",),
        marks=(CellMark("definitions-differ", f"said of {name}", ("p1",)),) if number == 0 else (),
        rank=number + 1,
    )


def _row(name: str, title: str, unit: str, cells: tuple[Cell, ...]) -> Row:
    return Row(
        id=name, name=title, group="labour", unit=unit, direction="lower", normalisation="none",
        reference="ILO", caveat="Read with care.", formula="a / b", tier=1, normals=(), cells=cells,
    )  # fmt: skip


def _share(names: Sequence[str]) -> Row:
    cells = tuple(_cell(i, name, 4.5 + i, "% of labour force") for i, name in enumerate(names))
    return _row("LAB02", "Unemployment rate", "% of labour force", cells)


def _money(names: Sequence[str]) -> Row:
    units = ("AAA", "BBB", "CCC")
    cells = tuple(_priced(i, name, units[i % 3]) for i, name in enumerate(names))
    row = _row("GEN01", "Package of one person", "LCU", cells)
    return replace(row, normals=(Normal.PPP, Normal.USD), direction="context")


def _priced(number: int, name: str, unit: str) -> Cell:
    cell = _cell(number, name, 3_500_000.0 * (number + 1), unit)
    if not cell.is_known:
        return cell
    # The dearer in its own currency is the cheaper in US dollars.
    usd = 300.0 - 100 * number
    dollars = Normalised(Normal.USD, usd, usd, usd, inputs=("economy.gdp",))
    marks = (CellMark("years-apart", f"rate of {name}"),)
    without = Normalised(Normal.PPP, None, None, None, why_not="no PPP rate is known")
    found = Normalised(Normal.PPP, 700.0, 700.0, 700.0, marks=marks)
    return replace(cell, rank=None, normalised=(without if number else found, dollars))


def _second(names: Sequence[str]) -> Row:
    cells = tuple(Cell("%", note=f"nothing of {name}") for name in names)
    return replace(_row("SKL01", "Tasks at risk", "%", cells), tier=2, why_no_rank="second tier")


def _standing(name: str) -> Standing:
    grounds = (
        Ground("legal.mandate", f"act of {name}", "an act", holds=True),
        Ground("legal.decree", "", "a decree", holds=None),
    )
    return Standing("R2 to R3", 2, 3, grounds, ("legal.decree",), f"note of {name}")


def _journey(name: str, first: str) -> Journey:
    if name == first:
        return Journey(name, first, 28, 28)
    notes = (
        StepNote("added", "visit", f"Visit of {name}"),
        StepNote("changed", "pay", "Payment", (f"by cash in {name}",)),
    )
    return Journey(name, first, 29, 27, notes)
