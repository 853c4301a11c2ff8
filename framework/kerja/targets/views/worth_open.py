"""Rows of what is to be obtained before costs can be set beside benefits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kerja.adaptation.sheet import words
from kerja.costing import Option
from kerja.targets.printing import Printer


@dataclass(frozen=True, slots=True)
class WorthLackRow:
    """One figure to be obtained, and the columns that wait for it."""

    name: str
    waits: str
    options: str


_RATIOS = ("Ratio, cash as a transfer", "Ratio to all spending")
_SWITCHING = ("Gain of a month that pays", "Years that pay")
_ACCOUNTS = ("Participants", "Government", "Economy")
_EVERY = (*_ACCOUNTS, *_RATIOS, *_SWITCHING)
_STATED = {
    "assumptions.discount_rate": _EVERY,
    "assumptions.effect_years": _EVERY,
    "assumptions.effect_decay": _EVERY,
    "assumptions.displacement": ("Economy", *_RATIOS, *_SWITCHING),
    "assumptions.cost_of_public_funds": ("Economy", _RATIOS[0], *_SWITCHING),
}
"""What every estimate of income needs, the null one for its switching value too."""

_OTHERS = {
    "assumptions.base_income_month": (*_ACCOUNTS, *_RATIOS, _SWITCHING[1]),
    "assumptions.effective_tax": ("Government",),
    "assumptions.forgone_income": ("Participants",),
    "costs.transport": ("Participants",),
}
WAITING = _EVERY
"""Columns that wait for figures."""

NEEDED = (*_STATED, *_OTHERS)
"""Fields of a profile that accounts, ratios and switching values need beside the cost."""

_YEAR = "Cost of a year"


def worth_lack_rows(options: Iterable[Option], printer: Printer) -> tuple[WorthLackRow, ...]:
    """Return what keeps accounts, ratios and switching values from being known or whole."""
    listed = [option for option in options if _is_asked(option)]
    asking: dict[str, list[str]] = {}
    for option in listed:
        for path in _lacks(option, printer):
            asking.setdefault(path, []).append(option.title)
    order = (_YEAR, *NEEDED)
    return tuple(
        WorthLackRow(
            name=printer.say(words(path) if "." in path else path),
            waits=_said({**_STATED, **_OTHERS}.get(path, _EVERY), printer),
            options=printer.say("all") if len(titles) == len(listed) else ", ".join(titles),
        )
        for path, titles in sorted(
            asking.items(), key=lambda item: order.index(item[0]) if item[0] in order else -1
        )
    )


def _is_asked(option: Option) -> bool:
    return any(one.estimate.speaks_of_income for one in option.appraisals)


def _lacks(option: Option, printer: Printer) -> tuple[str, ...]:
    accounts = [account for one in option.appraisals for account in one.accounts]
    unknown = (_YEAR,) if option.costing.year is None else ()
    stated = (path for path in _STATED if not _is_given(path, option, printer))
    named = (path for account in accounts for path in account.lacks)
    return tuple(dict.fromkeys((*unknown, *stated, *named)))


def _is_given(path: str, option: Option, printer: Printer) -> bool:
    return any(printer.has(f"{start}{path}.low") for start in (f"options[{option.id}].", ""))


def _said(labels: tuple[str, ...], printer: Printer) -> str:
    return printer.say("all") if labels == _EVERY else ", ".join(map(printer.say, labels))
