"""What a design is expected to cost, how many it offers places, and what limits it, in words."""

from __future__ import annotations

from collections.abc import Callable

from kerja.comparison.statements import exact
from kerja.comparison.tables.comparison import Term
from kerja.comparison.tables.side import Side
from kerja.costing import Costing
from kerja.costing.cases import Cases
from kerja.feasibility import binding
from kerja.profile.currencies import Amount

_PEOPLE = "programme.quota.people"
_COSTS: dict[str, Callable[[Costing], Cases | None]] = {
    "year": lambda costed: costed.year,
    "per_completer": lambda costed: costed.per_completer.value,
}
_MOST_LACKS = 3


def expected_cost(name: str) -> Callable[[Side], Term]:
    """Return what tells an expected cost: of a "year", or "per_completer"."""

    def tell(side: Side) -> Term:
        costed = side.subject.costing
        cases = _COSTS[name](costed)
        if cases is None:
            why = costed.per_completer.why if name == "per_completer" else ""
            return Term("", note=why or _lacking(costed.lacks))
        least = "at least " if costed.is_partial else ""
        text = f"{least}{Amount(cases.base, costed.currency)}"
        if not cases.is_point:
            ends = " to ".join(str(Amount(end, "")) for end in sorted((cases.low, cases.high)))
            text = f"{text} ({ends})"
        return Term(text, note=_lacking(costed.lacks), inputs=_behind(costed))

    return tell


def _behind(costed: Costing) -> tuple[str, ...]:
    factors = (
        factor.path
        for line in costed.counted
        if line.known is not None
        for part in line.terms
        for factor in part.factors
    )
    return tuple(dict.fromkeys(path for path in factors if not path.startswith("drivers[")))


def _lacking(lacks: tuple[str, ...]) -> str:
    """Name the first fields that are missing, and count the others: the register has them all."""
    if not lacks:
        return ""
    more = len(lacks) - _MOST_LACKS
    rest = f" and {more} more" if more > 0 else ""
    return f"missing: {', '.join(lacks[:_MOST_LACKS])}{rest}"


def places_offered(side: Side) -> Term:
    """Tell the places that the design offers, and how often."""
    quota = side.profile.programme.quota
    if quota.people is None or quota.people.number is None:
        return Term("", note=f"missing: {_PEOPLE}", inputs=(_PEOPLE,))
    every = "once" if quota.every == "once" else f"a {quota.every}"
    return Term(f"{exact(quota.people.number, 'count')} {every}", inputs=(_PEOPLE,))


def tightest_limit(side: Side) -> Term:
    """Tell which of the known limits on the persons of a year is tightest."""
    limits = binding(side.profile)
    binds = limits.binds
    unknown = ", ".join(limit.name for limit in limits.unknown)
    note = f"not known: {unknown}" if unknown else ""
    if binds is None or binds.persons is None:
        return Term("", note=note)
    text = f"{binds.name}, {exact(binds.persons, 'count')} persons a year"
    return Term(text, note=note, inputs=binds.inputs)
