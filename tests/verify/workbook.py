"""LibreOffice must recompute budget.xlsx to the figures of Python, in every case."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from tests.countries import blueprint
from tests.verify.consumers import _run
from tests.workbooks import differing, expected, named, opened, places, whole, words_of_cases

from kerja.costing import Costing, cost
from kerja.costing.cases import total
from kerja.targets.workbook import workbook_files

_BASE = 1


def libreoffice_recalculates_every_case(build: Path) -> int:
    """Set the switch to each case, recompute without stored values, compare every result."""
    budget = build / "budget.xlsx"
    wanted = expected(_costings(build.name))
    words = words_of_cases(opened(budget))
    for case, word in enumerate(words):
        wrong = differing(_recalculated(budget, {"case_name": word}), wanted, case)
        assert not wrong, f"{word}: {len(wrong)} differ: {'; '.join(wrong[:5])}"
    return len(words) * len(wanted)


def libreoffice_recalculates_a_costing_without_gaps(build: Path) -> int:
    """Do the same for the country of a build once every figure is known, with donors, inflation."""
    found = replace(whole(), languages=(_language(build),))
    with tempfile.TemporaryDirectory() as folder:
        budget = Path(folder) / "budget.xlsx"
        budget.write_bytes(workbook_files(found)["budget.xlsx"])
        wanted = expected([option.costing for option in found.options])
        for case, word in enumerate(words_of_cases(opened(budget))):
            wrong = differing(_recalculated(budget, {"case_name": word}), wanted, case)
            assert not wrong, f"{word}: {len(wrong)} differ: {'; '.join(wrong[:5])}"
    return len(wanted)


def a_changed_input_changes_the_totals(build: Path) -> int:
    """Give places, prices and shares that Python never saw: the totals follow them."""
    budget = build / "budget.xlsx"
    inputs = [name for name in places(opened(budget)) if name.startswith("in_")]
    before = _recalculated(budget, {})
    changed = 0
    for start in ("in_programme_quota_people", "in_costs_new_place"):
        name = next(name for name in inputs if name.startswith(start))
        entry = {name: 4_321.0}
        after = _recalculated(budget, {}, bases=entry)
        assert after[name] == 4_321.0, f"{name} did not follow its cell"
        changed += sum(after[key] != before[key] for key in before if key.startswith("o"))
    assert changed, "no total follows the inputs"
    return changed


def a_changed_stretch_moves_money_between_fiscal_years(build: Path) -> int:
    """Change stretches and the fiscal year in the file: the cash is that of such a profile."""
    before = replace(whole(), languages=(_language(build),))
    ends = {"in_assumptions_lags_selection_low": 20, "in_assumptions_lags_selection_high": 95}
    days = {"o1_begins": date(2026, 7, 1), "o1_fiscal_start": date(2026, 7, 1)}
    base = {"in_programme_training_days": 75.0, "in_assumptions_lags_selection": 30.0}
    with tempfile.TemporaryDirectory() as folder:
        budget = Path(folder) / "budget.xlsx"
        budget.write_bytes(workbook_files(before)["budget.xlsx"])
        found = _recalculated(budget, ends, bases=base)
        moved = whole(training_days=75, selection=(20, 30, 95)).options[0].costing
        wrong = _cash_differing(found, moved)
        assert not wrong, f"stretches: {len(wrong)} differ: {'; '.join(wrong[:5])}"
        found = _recalculated(budget, {**ends, **days}, bases=base)
        after = whole(training_days=75, selection=(20, 30, 95), fiscal_year="07-01")
        wrong = _cash_differing(found, after.options[0].costing)
        assert not wrong, f"fiscal year: {len(wrong)} differ: {'; '.join(wrong[:5])}"
    return sum(name.startswith(("o1_cash_", "o1_owed_", "o1_opening_")) for name in found)


def _cash_differing(found: Mapping[str, object], costing: Costing) -> list[str]:
    """Compare all results; what Python pays after the last column stands under "later"."""
    wanted = dict(expected([costing]))
    for name in [name for name in wanted if name not in found]:
        del wanted[name]
    shown = sum(name.startswith("o1_cash_") for name in wanted)
    needs = [need.need for need in costing.phasing.years[shown:]]
    wanted["o1_cash_later"] = total(need for need in needs if need is not None)
    wanted["o1_cash_all"] = costing.total
    return differing(found, wanted, _BASE)


def _language(build: Path) -> str:
    """Return the first language of a build, in which its workbook is."""
    codes = {path.name for path in (build / "documents").iterdir()}
    return next((code for code in ("km", "th") if code in codes), "en")


@cache
def _costings(name: str) -> tuple[Costing, ...]:
    example = (Path(__file__).parents[2] / "examples" / name).is_dir()
    made = blueprint(f"examples/{name}" if example else name)
    designs = made.scenarios or (made.profile,)
    return tuple(cost(design, decisions=made.decisions) for design in designs)


def _recalculated(
    budget: Path, entries: Mapping[str, object], *, bases: Mapping[str, float] | None = None
) -> Mapping[str, object]:
    """Return all named results after entries were made.

    Saving with openpyxl drops the stored values, so that LibreOffice cannot repeat them.

    Args:
        budget: the workbook.
        entries: new content of named cells.
        bases: new base figures, by the name of the input.
    """
    book = opened(budget)
    at = places(book)
    for name, content in entries.items():
        sheet, cell = at[name]
        book[sheet][cell] = content
    for name, figure in (bases or {}).items():
        sheet, cell = at[name]
        book[sheet][cell].offset(0, -2).value = figure
    with tempfile.TemporaryDirectory() as folder:
        stripped = Path(folder) / "stripped" / "budget.xlsx"
        stripped.parent.mkdir()
        book.save(stripped)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        _run(
            "soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
            "--outdir", folder, str(stripped),
        )  # fmt: skip
        return named(opened(Path(folder) / "budget.xlsx", values=True))
