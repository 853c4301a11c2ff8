"""Terms of the design: package, places, applicants, what the places cost and the budget leaves."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.costing.cases import point
from kerja.feasibility.affordable import budget_limit
from kerja.feasibility.limit import Standing
from kerja.indicators.derived import Derived, combined, first, noted
from kerja.indicators.fields import field_term
from kerja.indicators.indicator import Nature
from kerja.indicators.money_terms import MONEY_TERMS
from kerja.indicators.subject import Subject
from kerja.indicators.term import Input, Term, bare_input, input_of, missing
from kerja.profile import Profile
from kerja.profile.administration import administration_cost
from kerja.profile.currencies import Reckoned
from kerja.profile.packages import Part, package, yearly_quota

_AMOUNT = "programme.benefits.amount"
_AT_MOST = "programme.benefits.at_most"
_PLACE = "costs.training_place"
_QUOTA = "programme.quota.people"
_BATCH = "programme.batches.per_year"
_CURVE = "costs.administration"
_CURVE_PATHS = tuple(
    f"{_CURVE}.{name}"
    for name in ("fixed_year", "step_people", "step_cost", "per_applicant", "per_recipient")
)
_FIND_BUDGET = next(term.find for term in MONEY_TERMS if term.name == "budget")


def _package(subject: Subject) -> Term:
    whole = package(subject.profile)
    return _sum(subject, whole.total, whole.parts)


def _incentive(subject: Subject) -> Term:
    """Return the cash of one person but for paid surveys."""
    whole = package(subject.profile)
    parts = tuple(part for part in whole.cash if part.purpose != "survey")
    lacks = tuple(path for part in parts for path in part.total.lacks)
    unclear = tuple(path for path in whole.cash_total.lacks if path.endswith(".kind"))
    lacking = (*whole.lacks, *unclear, *lacks)
    if lacking:
        return missing(*lacking)
    number = sum(part.total.at_least.number for part in parts)
    return Term(point(number), _amounts(subject.profile, parts), source="package.incentive")


def _voucher(subject: Subject) -> Term:
    whole = package(subject.profile)
    parts = tuple(part for part in whole.parts if part.kind == "voucher")
    if not parts and not whole.lacks:
        return Term(why_not="the design has no voucher")
    lacks = (*whole.lacks, *(path for part in parts for path in part.total.lacks))
    if lacks:
        return missing(*lacks)
    number = sum(part.total.at_least.number for part in parts)
    return Term(point(number), _amounts(subject.profile, parts), source="package.voucher")


def _largest(subject: Subject) -> Term:
    whole = package(subject.profile)
    if not whole.cash and not whole.largest_payment.lacks:
        return Term(why_not="the design pays no cash")
    return _sum(subject, whole.largest_payment, whole.cash)


def _sum(subject: Subject, reckoned: Reckoned, parts: tuple[Part, ...]) -> Term:
    if reckoned.amount is None:
        return missing(*reckoned.lacks)
    if not parts:
        return missing("programme.benefits")
    number = reckoned.amount.number
    return Term(point(number), _amounts(subject.profile, parts), source="package")


def _amounts(profile: Profile, parts: tuple[Part, ...]) -> tuple[Input, ...]:
    listed = {f"programme.benefits[{one.id}]": one for one in profile.programme.benefits.items}
    found: list[Input] = []
    for part in parts:
        amount = listed[part.path].amount
        if amount is not None and amount.number is not None:
            found.append(input_of(profile, f"{part.path}.amount", amount))
        elif profile.costs.training_place is not None:
            found.append(input_of(profile, _PLACE, profile.costs.training_place))
    return tuple(found)


def _quota(subject: Subject) -> Term:
    """Return the places of a year: a flow."""
    profile = subject.profile
    people = yearly_quota(profile)
    if people is None:
        return missing(*_quota_lacks(profile))
    figures = {_QUOTA: profile.programme.quota.people}
    if profile.programme.quota.people is None:
        figures = {"programme.batches.quota": profile.programme.batches.quota}
    if profile.programme.quota.every != "year":
        figures[_BATCH] = profile.programme.batches.per_year
    inputs = (input_of(profile, path, fact) for path, fact in figures.items() if fact is not None)
    return Term(point(float(people)), tuple(inputs), source=_QUOTA, nature="flow")


def _quota_lacks(profile: Profile) -> Iterator[str]:
    quota = profile.programme.quota
    if quota.people is None or quota.people.number is None:
        yield _QUOTA
    else:
        yield _BATCH if quota.every == "batch" else "programme.ends"


def _applicants(subject: Subject) -> Term:
    profile = subject.profile
    return first(
        field_term(profile, "programme.expected_applicants"),
        field_term(profile, "assumptions.demand_year"),
    )


def _all_places(subject: Subject) -> Term:
    """Return the training places of a year, free or not: a flow."""
    profile = subject.profile
    turned = combined(
        lambda seats, cycles: seats * cycles,
        [field_term(profile, "training.seats"), field_term(profile, "training.cycles_year")],
    )
    return _natured(first(field_term(profile, "training.seats_year"), turned), "flow")


def _free_places(subject: Subject) -> Term:
    """Return the places of a year less those already taken, or the share that is assumed free."""
    profile = subject.profile
    places = _all_places(subject)
    taken = field_term(profile, "training.enrolled")
    share = field_term(profile, "assumptions.free_places")
    return first(
        combined(lambda every, enrolled: max(0.0, every - enrolled), [places, taken]),
        combined(lambda every, part: every * part, [places, share]),
    )


def _natured(term: Term, nature: Nature) -> Term:
    return Term(
        term.cases, term.inputs, term.lacks, term.why_not, term.source, term.is_likely, nature,
        term.note,
    )  # fmt: skip


def _days(subject: Subject) -> Term:
    profile = subject.profile
    return first(
        field_term(profile, "programme.training_days"), field_term(profile, "training.course_days")
    )


def _affordable(subject: Subject) -> Term:
    """Return the persons that the budget limit of feasibility counts: one number in one place."""
    profile = subject.profile
    applicants = _applicants(subject)
    limit = budget_limit(profile, applicants.cases.base if applicants.cases else None)
    if limit.standing is Standing.KNOWN and limit.persons is not None:
        inputs = (*_FIND_BUDGET(subject).inputs, *_package(subject).inputs)
        return Term(point(float(int(limit.persons))), inputs, source="limits.budget")
    term = missing(*limit.lacks)
    return noted(term, f"at most {limit.persons:,.0f}: {limit.note}") if limit.persons else term


def _cost_of_quota(subject: Subject) -> Term:
    """Return quota × package + F + step(Q) + u_a · A + u_q · Q."""
    profile = subject.profile
    quota, each = _quota(subject), _package(subject)
    benefits = combined(lambda people, amount: people * amount, [quota, each])
    if quota.cases is None:
        return benefits
    applicants = _applicants(subject)
    curve = administration_cost(
        profile,
        recipients=quota.cases.base,
        applicants=applicants.cases.base if applicants.cases else None,
    )
    if curve.amount is None:
        return missing(*benefits.lacks, *curve.lacks)
    office = Term(
        point(curve.amount.number), (bare_input(profile, _CURVE),), source=_CURVE
    )  # fmt: skip
    return combined(lambda paid, run: paid + run, [benefits, office])


def _usable_budget(subject: Subject) -> Term:
    kept = field_term(subject.profile, "budget.contingency_share")
    return combined(lambda total, share: total * (1 - share), [_FIND_BUDGET(subject), kept])


def _messages(subject: Subject) -> Term:
    profile = subject.profile
    paths = ("costs.messages_per_applicant", "digital.otp_sms_cost")
    return combined(lambda number, each: number * each, [field_term(profile, p) for p in paths])


_BENEFITS = (_AMOUNT, _AT_MOST, _PLACE)
_QUOTAS = (_QUOTA, "programme.batches.quota", _BATCH, "programme.starts", "programme.ends")
_SEATS = ("training.seats_year", "training.seats", "training.cycles_year")
_APPLICANTS = ("programme.expected_applicants", "assumptions.demand_year")
_MONEY = ("budget.total", "budget.contingency_share")

DESIGN_TERMS = (
    Derived("package", "everything that one person can get, at most", _BENEFITS, _package),
    Derived("incentive", "cash of one person but for paid surveys", _BENEFITS, _incentive),
    Derived("voucher", "voucher of one person", _BENEFITS, _voucher),
    Derived("largest_payment", "the largest single payment of cash", (_AMOUNT,), _largest),
    Derived("quota", "places that the programme offers in a year", _QUOTAS, _quota),
    Derived("applicants", "persons expected to apply in a year", _APPLICANTS, _applicants),
    Derived(
        "all_places", "training places of a year; if absent, places × times filled in a year",
        _SEATS, _all_places,
    ),
    Derived(
        "free_places", "training places of a year - enrolled, or × the share assumed free",
        (*_SEATS, "training.enrolled", "assumptions.free_places"), _free_places,
    ),
    Derived(
        "training_days", "days from first to last lesson",
        ("programme.training_days", "training.course_days"), _days,
    ),
    Derived(
        "affordable", "persons whose packages and administration the budget pays for",
        (*_MONEY, *_BENEFITS, *_CURVE_PATHS, *_APPLICANTS), _affordable,
    ),
    Derived(
        "cost_of_quota", "places × package + administration (F + step(Q) + u_a · A + u_q · Q)",
        (*_QUOTAS, *_BENEFITS, *_CURVE_PATHS, *_APPLICANTS), _cost_of_quota,
    ),
    Derived("usable_budget", "budget × (1 - reserve)", _MONEY, _usable_budget),
    Derived(
        "message_cost", "messages to one applicant × price of one",
        ("costs.messages_per_applicant", "digital.otp_sms_cost"), _messages,
    ),
)  # fmt: skip
