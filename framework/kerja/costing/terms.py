"""How each line of cost is multiplied from drivers and from fields of the profile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from kerja.costing.cases import Cases, of_assumption, of_figure, point
from kerja.costing.drivers import Drivers, reached_by
from kerja.costing.line import Factor, Term
from kerja.profile import Assumption, Figure, Profile
from kerja.profile.currencies import own_number
from kerja.profile.packages import Part

Terms = tuple[Term, ...]

_DRIVEN = {
    "programme.quota.people": "places",
    "programme.expected_applicants": "applicants",
}
"""Fields that stand for a number of a year, which a driver gives."""
_WHEN = {
    "applicants": "round",
    "off-line": "round",
    "purchased": "choice",
    "without-account": "choice",
    "payments": "payment",
    "cash": "payment",
}
_ASSISTED = frozenset({"service-point", "phone", "employer"})


@dataclass(frozen=True, slots=True)
class Look:
    """What the lines are made of."""

    profile: Profile
    named: Drivers
    parts: tuple[Part, ...]

    def driver(self, name: str) -> Factor:
        """Return a driver as a factor."""
        found = self.named[name]
        return Factor(found.key, found.cases, found.lacks)

    def field(self, path: str) -> Factor:
        """Return a field of the profile as a factor; the driver where one stands for it."""
        if path in _DRIVEN:
            return self.driver(_DRIVEN[path])
        return Factor(path, self._cases(path))

    def _cases(self, path: str) -> Cases | None:
        value: Any = self.profile
        for name in path.split("."):
            value = getattr(value, name, None)
        if isinstance(value, Assumption):
            return of_assumption(value, self.profile)
        return of_figure(value, self.profile) if isinstance(value, Figure) else None

    def fields_of(self, paths: Iterable[str]) -> Iterator[str]:
        """Yield the fields of the profile behind drivers and fields."""
        by_key = {driver.key: driver for driver in self.named.values()}
        for path in paths:
            if path in by_key:
                yield from self.fields_of(by_key[path].inputs)
            else:
                yield path

    def why_not(self, line: str) -> str:
        """Say why a line does not belong to the design; "" if it does."""
        profile = self.profile
        if line == "assisted_intake":
            channels = profile.programme.channels
            named = set(channels.value or ()) if channels is not None else set()
            return "" if named & _ASSISTED else "the design has no help with applications"
        if line == "survey" and not any(part.purpose == "survey" for part in self.parts):
            return "the design pays no surveys"
        if line == "training" and not any(_is_training(part) for part in self.parts):
            return "the design pays no training" if self.parts else ""
        if line == "cash" and self.parts and not _others(self.parts):
            return "the design pays no cash"
        return ""


def terms_of(line: str, look: Look) -> Terms:
    """Return the terms of a line, by its name."""
    return _TERMS[line](look) if line in _TERMS else ()


def _of(*names: str) -> Callable[[Look], Terms]:
    """Multiply fields and drivers; the name of a driver has no dot.

    What a driver counts is paid when those persons are there; the rest over the year.
    """

    def terms(look: Look) -> Terms:
        factors = (look.field(name) if "." in name else look.driver(name) for name in names)
        return (Term(tuple(factors), when=_WHEN.get(names[0], "year")),)

    return terms


def _both(*parts: Callable[[Look], Terms]) -> Callable[[Look], Terms]:
    return lambda look: tuple(term for part in parts for term in part(look))


def _is_training(part: Part) -> bool:
    return part.kind in ("voucher", "free-place")


def _training(look: Look) -> Terms:
    return _benefits(look, [part for part in look.parts if _is_training(part)])


def _cash(look: Look) -> Terms:
    return _benefits(look, _others(look.parts))


def _others(parts: Iterable[Part]) -> list[Part]:
    return [part for part in parts if not _is_training(part) and part.purpose != "survey"]


def _survey(look: Look) -> Terms:
    answers = look.field("assumptions.survey_response")
    paid = [part for part in look.parts if part.purpose == "survey"]
    return tuple(
        replace(term, factors=(term.factors[0], answers, *term.factors[1:]))
        for term in _benefits(look, paid)
    )


def _benefits(look: Look, parts: list[Part]) -> Terms:
    if not look.parts:
        return (Term((look.driver("purchased"), Factor("programme.benefits", None))),)
    return tuple(
        Term(
            (look.driver(reached_by(part)), _payment(part, look), *_payments(part)),
            when=_moment(part),
            payments=part.payments or 1,
        )
        for part in parts
    )


def _moment(part: Part) -> str:
    if _is_training(part):
        return "certificate"
    return "course" if reached_by(part) == "purchased" else "payment"


def _payment(part: Part, look: Look) -> Factor:
    lacks = part.payment.lacks
    amount = part.payment.at_least.number
    path = f"{part.path}.amount"
    if part.kind == "free-place" and not lacks and _is_priced_as_a_place(part, look.profile):
        path = "costs.training_place"
    return Factor(path, None if lacks else point(amount), lacks)


def _is_priced_as_a_place(part: Part, profile: Profile) -> bool:
    """Tell whether the price of a free place is `costs.training_place`, not its own amount."""
    found = (b for b in profile.programme.benefits.items if b.id == part.id)
    return all(own_number(benefit.amount, profile) is None for benefit in found)


def _payments(part: Part) -> tuple[Factor, ...]:
    if part.payments == 1:
        return ()
    path = f"{part.path}.at_most"
    return (Factor(path, None if part.payments is None else point(part.payments)),)


_CURVE = "costs.administration"


def _administration(look: Look) -> Terms:
    recipients = look.driver("purchased")
    fixed, step = look.field(f"{_CURVE}.fixed_year"), look.field(f"{_CURVE}.step_cost")
    free = step.cases is not None and not step.cases.high
    units = () if free else (Term((recipients, step), unit=look.field(f"{_CURVE}.step_people")),)
    return (
        Term((fixed,)),
        *units,
        *_each("applicants", "per_applicant", look),
        *_each("purchased", "per_recipient", look),
    )


def _each(people: str, field: str, look: Look) -> Terms:
    """Multiply; what costs nothing needs no number of persons."""
    cost = look.field(f"{_CURVE}.{field}")
    if cost.cases is not None and not cost.cases.high:
        return (Term((cost,)),)
    return (Term((look.driver(people), cost), when=_WHEN[people]),)


def _fees(look: Look) -> Terms:
    """Return the fees of the usual bulk payment, or of the rail that the programme pays through.

    Where only one of the two fees is given, that one is the fee.
    """
    flat, percent = look.field("wallets.fee_fixed"), look.field("wallets.fee_percent")
    terms = (
        Term((look.driver("payments"), flat), when="payment"),
        Term((look.driver("cash"), percent), when="payment"),
    )
    if (flat.cases is None) == (percent.cases is None):
        return terms
    return terms[:1] if flat.cases is not None else terms[1:]


_TERMS: dict[str, Callable[[Look], Terms]] = {
    "training": _training,
    "cash": _cash,
    "survey": _survey,
    "administration": _administration,
    "payment_fees": _fees,
    "account_opening": _of("without-account", "costs.account_opening"),
    "messages": _of("applicants", "costs.messages_per_applicant", "digital.otp_sms_cost"),
    "identity_checks": _of("applicants", "identity.verify_fee"),
    "platform": _of("costs.platform_year"),
    "contact_centre": _both(
        _of("applicants", "costs.contacts_per_applicant", "costs.contact"),
        _of("purchased", "costs.contacts_per_recipient", "costs.contact"),
    ),
    "staff": _of("institutions.staff", "costs.staff_year"),
    "quality": _both(
        _of("training.courses", "costs.course_assessment"),
        _of("costs.visits_year", "costs.monitoring_visit"),
    ),
    "communication": _of("costs.communication_year"),
    "premises": _of("costs.premises_year"),
    "committees": _of("costs.committees_year"),
    "evaluation": _both(_of("costs.evaluation_year"), _of("evaluation.sample", "costs.interview")),
    "audit": _of("payments", "costs.audited_share", "costs.audit_check"),
    "supply": _of("places-lacking", "costs.new_place"),
    "assisted_intake": _of("off-line", "costs.assisted_intake"),
}
