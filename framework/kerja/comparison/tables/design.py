"""The design side by side: what one person gets, terms, cost, reach, likeness to the model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from kerja.adaptation.fidelity import Likeness, describe
from kerja.adaptation.inheritance import taken_over
from kerja.comparison.statements import exact, told
from kerja.comparison.tables.comparison import DesignRow, Term
from kerja.comparison.tables.expected import expected_cost, places_offered, tightest_limit
from kerja.comparison.tables.figures import facts_at, held, inputs_at
from kerja.comparison.tables.side import Side
from kerja.profile import Profile
from kerja.profile.currencies import Reckoned
from kerja.profile.packages import Package, package

PACKAGE, TERMS, COST, REACH, LIKENESS = "package", "terms", "cost", "reach", "likeness"

_SUMS: dict[str, Callable[[Package], Reckoned]] = {
    "all benefits of one person": lambda whole: whole.total,
    "cash": lambda whole: whole.cash_total,
    "vouchers and free places": lambda whole: whole.voucher_total,
    "cash of a month": lambda whole: whole.monthly_cash,
}
_TERMS = {
    "name": "programme.name",
    "status": "programme.status",
    "owner": "programme.owner",
    "first day": "programme.starts",
    "rounds in a year": "programme.batches.per_year",
    "days to choose a course": "programme.deadlines.purchase_days",
    "days to finish it": "programme.deadlines.completion_days",
    "days to link an account": "programme.deadlines.link_account_days",
    "days to pay": "programme.deadlines.payment_days",
    "days to appeal": "programme.deadlines.appeal_days",
    "least hours of a course": "programme.training_hours",
    "may take part again": "programme.repeat",
}
_REACHED = {
    "announced target": "programme.target.people",
    "announced for": "programme.target.by",
    "applied": "programme.actual.applied",
    "accepted": "programme.actual.accepted",
    "finished a course": "programme.actual.completed",
    "with a certificate": "programme.actual.graduated",
    "paid": "programme.actual.paid",
    "at work afterwards": "programme.actual.employed",
}
_BENEFITS = "programme.benefits"

_Tell = Callable[[Side], Term]


def design_rows(sides: Sequence[Side]) -> tuple[DesignRow, ...]:
    """Return the parts of the design that at least one side says something of."""
    parts: list[tuple[str, str, _Tell]] = [
        *((name, PACKAGE, _sum(name)) for name in _SUMS),
        ("share of cash", PACKAGE, _cash_share),
        *((name, TERMS, _field(path)) for name, path in _TERMS.items()),
        ("expected cost of a year", COST, expected_cost("year")),
        ("expected cost of one who finishes", COST, expected_cost("per_completer")),
        ("places offered", REACH, places_offered),
        *((name, REACH, _field(path)) for name, path in _REACHED.items()),
        ("tightest known limit", REACH, tightest_limit),
        *((name, LIKENESS, _feature(path)) for path, name in _features(sides).items()),
    ]
    rows = (
        DesignRow(name, group, tuple(_told(name, tell, side) for side in sides))
        for name, group, tell in parts
    )
    return tuple(row for row in rows if any(cell.text or cell.note for cell in row.cells))


def _told(name: str, tell: _Tell, side: Side) -> Term:
    """Let a side say its part, unless that rests on an error."""
    term = tell(side)
    inputs = inputs_at(side.profile, term.inputs)
    errors = side.soundness.behind(term.inputs, inputs)
    if errors:
        return Term("", note=side.leave_out(name, errors))
    side.used |= dict.fromkeys(inputs)
    return Term(term.text, term.likeness, term.note, tuple(one.path for one in inputs))


def _sum(name: str) -> _Tell:
    def tell(side: Side) -> Term:
        whole = package(side.profile)
        reckoned = _SUMS[name](whole)
        inputs = _amounts(side.profile, whole)
        if not reckoned.lacks:
            text = str(reckoned.at_least) if reckoned.at_least.number else "none"
            return Term(text, inputs=inputs)
        known = f"at least {reckoned.at_least}" if reckoned.at_least.number else ""
        return Term(known, note=_missing(reckoned.lacks), inputs=inputs)

    return tell


def _cash_share(side: Side) -> Term:
    whole = package(side.profile)
    inputs = _amounts(side.profile, whole)
    if whole.cash_share is None:
        lacks = dict.fromkeys((*whole.total.lacks, *whole.cash_total.lacks))
        return Term("", note=_missing(lacks), inputs=inputs)
    return Term(exact(whole.cash_share, "share"), inputs=inputs)


def _amounts(profile: Profile, whole: Package) -> tuple[str, ...]:
    """Return the fields that the package rests on."""
    amounts = tuple(f"{part.path}.amount" for part in whole.parts)
    place = ("costs.training_place",) if any(p.kind == "free-place" for p in whole.parts) else ()
    return (*amounts, *place) if amounts else (_BENEFITS,)


def _missing(lacks: Iterable[str]) -> str:
    paths = ", ".join(lacks)
    return f"missing: {paths}" if paths else ""


def _field(path: str) -> _Tell:
    def tell(side: Side) -> Term:
        text = told(held(side.profile, path))
        return Term(text, note=taken_over(side.profile, path) if text else "", inputs=(path,))

    return tell


def _features(sides: Sequence[Side]) -> dict[str, str]:
    """Return the features that any side was held against its model in, with their names."""
    return {one.path: one.name for side in sides for one in side.blueprint.features}


def _feature(path: str) -> _Tell:
    def tell(side: Side) -> Term:
        inputs = (path, *facts_at(side.profile, path))
        feature = next((one for one in side.blueprint.features if one.path == path), None)
        if feature is None:
            return Term(describe(held(side.profile, path)), inputs=inputs)
        model = ""
        if feature.likeness in (Likeness.DIFFERENT, Likeness.NOT_USED):
            model = f"the model: {feature.model or 'none'}"
        inherited = "from the model, not decided" if feature.inherited else ""
        return Term(feature.country, feature.likeness.value, model or inherited, inputs)

    return tell
