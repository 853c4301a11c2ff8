"""What auditors found in Kartu Prakerja, and the rule or check that says so beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tests.history.ours import year

from kerja.adaptation import Decision, Gate
from kerja.blueprint import Blueprint, adapt


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One finding: the profile of the year as the auditor found it, and what answers in Kerja.

    `answer` is the code of a rule or a check; "" where nothing in Kerja answers, and `why` says
    why not.
    """

    who: str
    of: str
    found: str
    size: str
    source: str
    profile: str = ""
    answer: str = ""
    why: str = ""


_KPK = "Tempo, June 2020"
_BPK_2020 = "Radar Aktual, 22 June 2021"
_BPK_2021 = "Kompas, 24 May 2022"
_BPK_2023 = "Kontan"

AUDITS = (
    AuditRow(
        "KPK", "2020", "comparison of faces is excessive; check the number only",
        "IDR 30.8 billion", _KPK, "idn-2020-kpk", "IDN-04",
    ),
    AuditRow(
        "KPK", "2020", "unclear how platforms were taken on", "", _KPK, "idn-2020-kpk", "LEG-04",
    ),
    AuditRow(
        "KPK", "2020", "platforms that own providers: conflict of interest",
        "250 courses to stop", _KPK, "idn-2020-kpk", "TRN-06",
    ),
    AuditRow(
        "KPK", "2020", "what is free on the internet is sold", "", _KPK, "idn-2020-kpk", "TRN-03",
    ),
    AuditRow(
        "KPK", "2020", "no control against fictitious training", "", _KPK, "idn-2020-kpk", "TRN-05",
    ),
    AuditRow(
        "BPK", "2020", "training paid for that was not followed or not finished",
        "IDR 125.93 billion", _BPK_2020, "idn-2020-bpk", "TRN-05",
    ),
    AuditRow(
        "BPK", "2020", "money that had not reached people at the end of the year",
        "IDR 6.83 trillion", _BPK_2020, "idn-2020-bpk", "BUD-02",
    ),
    AuditRow(
        "BPK", "2021", "recipients above a wage line, which the ministry said was no rule",
        "119,494 persons, IDR 289.85 billion", _BPK_2021, "idn-2021-bpk", "REG-04",
    ),
    AuditRow(
        "BPK", "2021", "on an exclusion list, found after acceptance",
        "165,544 persons, IDR 390.32 billion", _BPK_2021, "idn-2021-bpk", "REG-03",
    ),
    AuditRow(
        "BPK", "2023", "recipients in a register of schools", "54,856 persons", _BPK_2023,
        "idn-2023-bpk", "REG-03",
    ),
    AuditRow(
        "BPK", "2023", "weak control of attendance on line", "IDR 10.46 billion", _BPK_2023,
        "idn-2023-bpk", "TRN-05",
    ),
    AuditRow(
        "Tracfin", "2021", "France, training account: fictitious training, gifts, solicitation",
        "EUR 43.2 million suspected", "France Bleu",
        why="another country's; needs records of single payments, which a profile has not",
    ),
)  # fmt: skip


@cache
def adapted(name: str) -> Blueprint:
    """Adapt the profile of a year that stands beside this module."""
    return adapt(year(name))


def answers(row: AuditRow) -> bool:
    """Tell whether the rule fires, or the check has a finding, on the profile of the finding."""
    found = adapted(row.profile)
    fired = {decision.rule for decision in found.decisions if decision.acts}
    return row.answer in fired | {finding.code for finding in found.findings}


def fired(name: str) -> tuple[Decision, ...]:
    """Return the decisions that change the design of a year."""
    return tuple(decision for decision in adapted(name).decisions if decision.acts)


def gates(name: str, state: Gate) -> tuple[str, ...]:
    """Return the rules that are conditions of payment and stand in a state."""
    return tuple(d.rule for d in adapted(name).decisions if d.gate is state)
