"""How numbers, bands and verdicts are written on the page on history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import wrap

from tests.history.statistic import Band, Part, Value, Verdict, missed_by, number, ours, verdict


def said(value: Value | Band) -> str:
    """Write a value; a band with its ends and its width."""
    if isinstance(value, Band):
        ends = f"{_rounded(value.low)} to {_rounded(value.high)}"
        return f"{_rounded(value.middle)} ({ends}, width {value.width:.0%})"
    if isinstance(value, str):
        return value
    return f"{value:.3f}" if abs(value) < 2 else f"{value:,.0f}"


def trillion(amount: float) -> str:
    """Write an amount in trillions of rupiah."""
    return f"{amount / 1e12:.2f}"


def billion(amount: float | None) -> str:
    """Write an amount in billions of rupiah; what is not known as such."""
    return "not known" if amount is None else f"{amount / 1e9:,.0f}"


def accepted(part: Part) -> str:
    """Write what is accepted as the same, and how wide that is."""
    if part.accept is None or isinstance(ours(part), Band):
        return "within our band"
    low, high = part.accept
    return f"{said(low)} to {said(high)}, width {(high - low) / number(part.published):.0%}"


def result(part: Part) -> str:
    """Write the verdict of a part, and how far it lies off."""
    found = verdict(part)
    if found is Verdict.NOT_COMPARABLE:
        return f"{found}: too wide to be wrong"
    value = ours(part)
    if isinstance(value, Band) and found is Verdict.MET:
        return f"{found} (middle {value.middle / number(part.published) - 1:+.1%})"
    return f"{found} ({missed_by(part):+.1%})"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, right: str = "") -> list[str]:
    """Return a table; `right` names by position, "0 4", the columns that stand to the right."""
    at = {int(position) for position in right.split()}
    rules = ("--:" if column in at else "---" for column in range(len(head)))
    lines = [f"| {' | '.join(head)} |", f"|{'|'.join(rules)}|"]
    return [*lines, *(f"| {' | '.join(row)} |" for row in rows), ""]


def prose(text: str, *, indent: str = "") -> list[str]:
    """Return a paragraph in lines of 100, or a point of a list without a line after it."""
    lines = wrap(" ".join(text.split()), 100, subsequent_indent=indent, break_on_hyphens=False)
    return lines if indent else [*lines, ""]


def listed(names: Iterable[str]) -> str:
    """Write names one after another."""
    return ", ".join(names) or "none"


def _rounded(value: float) -> str:
    """Three figures: what comes of many worlds is not known more finely."""
    if abs(value) < 2:
        return f"{value:.3f}"
    step = 10 ** (len(f"{value:.0f}") - 3)
    return f"{round(value / step) * step:,.0f}"
