"""The check of slips (KL): which swapped digits or moved point would explain a failed identity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from kerja.checks.equations import Quantities, Ratio, Sum, cures, fails, quantities
from kerja.checks.labour import EQUATIONS
from kerja.checks.labour_sets import sets_with
from kerja.checks.registry import Hit, NotKnownError, check
from kerja.checks.slips import Slip, digit_slips
from kerja.findings import Severity
from kerja.profile import Section

_MOST_CURES = 3


@check(
    "KL118",
    "digit-transposition",
    Severity.INFO,
    over=sets_with(*dict.fromkeys(name for equation in EQUATIONS for name in equation.names)),
    beside=("KL101", "KL102", "KL103", "KL104", "KL105"),
)
def digit_transposition(figures: Section) -> Iterator[Hit]:
    """No figure has two digits swapped or its decimal point one place off.

    Looked for only where an identity fails. A slip is named if mending it makes every identity of
    the figure hold to the last written digit.

    Why: The slip that explains a wrong figure saves the search for it.

    Bad:
        labour_force:
          basis: {year: 2023, definition: national}
          labour_force: 174.71 million
          employed: 139.85 million
          unemployed: 7.86 million

    Good:
        labour_force:
          basis: {year: 2023, definition: national}
          labour_force: 147.71 million
          employed: 139.85 million
          unemployed: 7.86 million

    Source: Kerja's judgement.
    """
    known = {equation: given for equation in EQUATIONS if (given := _given(figures, equation))}
    found: dict[tuple[str, str], Slip] = {}
    for equation, given in known.items():
        if fails(equation, given):
            for name, slip in cures(equation, given, digit_slips):
                if _heals_all(known, name, slip):
                    found.setdefault((name, slip.meant.written), slip)
    for (name, meant), slip in islice(found.items(), _MOST_CURES):
        given = next(given for given in known.values() if name in given)
        yield Hit(
            name,
            f"{name}: {given[name].written} would fit as {meant}: {slip.what}",
            f"look it up; if so, write {meant}",
        )


def _given(figures: Section, equation: Sum | Ratio) -> Quantities | None:
    try:
        return quantities(figures, equation)
    except NotKnownError:
        return None


def _heals_all(known: Mapping[Sum | Ratio, Quantities], name: str, slip: Slip) -> bool:
    concerned = [(equation, given) for equation, given in known.items() if name in given]
    return not any(fails(equation, {**given, name: slip.meant}) for equation, given in concerned)
