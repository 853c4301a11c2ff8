"""Sections on auditors' findings, and on the years as Kerja reads them."""

from __future__ import annotations

from tests.history.audits import AUDITS, adapted, answers, fired, gates
from tests.history.ours import year
from tests.history.saying import listed

from kerja.adaptation import Gate, Outcome
from kerja.feasibility import binding

_YEARS = {
    "idn-2020": "ran, with rounds from April and a larger committee from July",
    "idn-2020-kpk": "Perpres 76/2020 of 7 July took in what KPK and others had asked for",
    "idn-2023-01": "money for 595,000 of a million places; IDR 1.7 trillion more came in June",
    "khm-2023": "launched on 14 November; 140,981 applied and 56,682 finished by August 2025",
}
_UNDECIDED = (Outcome.ADVISED, Outcome.SENSITIVE)


def audits() -> list[str]:
    """Return the section on auditors."""
    lines = [
        "## What auditors found, and what would have said so",
        "",
        "The profile of each year holds what the auditors found as facts, with their source. Where",
        "a fact is Kerja's reading of a finding, the note beside it says so. This shows that the",
        "design would have changed, not that anybody could have known.",
        "",
        "| of | who | found | size | source | profile | rule or check | answers |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for row in AUDITS:
        said = ("yes" if answers(row) else "no") if row.answer else f"no: {row.why}"
        lines.append(
            f"| {row.of} | {row.who} | {row.found} | {row.size} | {row.source} | {row.profile}"
            f" | {row.answer} | {said} |"
        )
    return [*lines, ""]


def years() -> list[str]:
    """Return the section on the years as Kerja reads them."""
    lines = [
        "## Years as Kerja reads them",
        "",
        "Gates are conditions without which nothing should be paid. None is closed at the end of",
        "2020. Those closed in June 2020 are what KPK asked to settle; that of January 2023 is the",
        "budget, which was topped up in June.",
        "",
        "| year | rules that fire | a human decides | gates closed | gates open | binds |"
        " could bind | not known | what happened |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for name, happened in _YEARS.items():
        limits = binding(year(name))
        near = [d.rule for d in adapted(name).decisions if d.outcome in _UNDECIDED]
        hinted = [limit.name for limit in limits.indications]
        unknown = [limit.name for limit in limits.unknown if limit not in limits.indications]
        cells = (
            name, listed(d.rule for d in fired(name)), listed(near),
            listed(gates(name, Gate.CLOSED)), listed(gates(name, Gate.OPEN)),
            limits.binds.name if limits.binds else "", listed(hinted), listed(unknown), happened,
        )  # fmt: skip
        lines.append(f"| {' | '.join(cells)} |")
    return [*lines, ""]
