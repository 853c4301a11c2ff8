"""Results of a programme: what each is, and where it may come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

ACTUAL = "programme.actual"
"""The funnel of what has happened so far."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One result of a programme.

    `fields` of the funnel hold what has happened, the first that is known; `stage` is that of a
    forecast, `driver` that of the costing.
    """

    name: str
    said: str
    fields: tuple[str, ...] = ()
    stage: str = ""
    driver: str = ""

    @property
    def paths(self) -> tuple[str, ...]:
        """Fields of the profile that it may come from."""
        return (*(f"{ACTUAL}.{name}" for name in self.fields), *_MORE_PATHS.get(self.name, ()))


OUTCOMES_BY_NAME: Mapping[str, Outcome] = {
    outcome.name: outcome
    for outcome in (
        Outcome("sim.applicants", "persons who apply", ("applied",), "applied", "applicants"),
        Outcome("sim.registered", "persons who register", ("registered",)),
        Outcome("sim.verified", "persons whose identity is verified", ("verified",)),
        Outcome("sim.selected", "persons given a place", ("accepted",), "selected", "places"),
        Outcome("sim.linked", "persons with an account that can be paid", ("linked",)),
        Outcome(
            "sim.bought", "persons who take a course", ("purchased",), "started", "purchased"
        ),
        Outcome(
            "sim.completers", "persons who finish their first course",
            ("completed", "graduated"), "completed", "completed",
        ),
        Outcome("sim.paid", "persons who receive cash", ("paid",), "paid", "paid"),
        Outcome(
            "sim.recipients", "persons who receive any benefit: who take a course",
            ("purchased", "accepted"), "started", "purchased",
        ),
        Outcome("sim.women", "women among recipients, as a share", ("women_share", "women")),
        Outcome("sim.rural", "recipients outside towns, as a share", ("rural_share",)),
        Outcome("sim.poorest", "recipients of the poorest 40%, as a share", ("poorest_share",)),
        Outcome("sim.total_cost", "all cost, by the cost lines", ("spent",)),
        Outcome("sim.admin_cost", "cost of administration"),
        Outcome("sim.benefits_paid", "benefits of every kind"),
        Outcome("sim.resources", "all cost but cash, which is a transfer"),
        Outcome("sim.days_to_pay", "days from certificate to payment, median", ("days_to_pay",)),
        Outcome("sim.attempts", "payments tried", ("payments_tried",)),
        Outcome("sim.paid_at_once", "payments that succeed at the first try", ("paid_at_once",)),
        Outcome("sim.complaints", "complaints", ("complaints",)),
        Outcome("sim.in_time", "complaints answered in the promised days", ("answered_in_time",)),
        Outcome("sim.audited", "persons checked afterwards", ("audited",)),
        Outcome("sim.ineligible", "persons among them found ineligible", ("ineligible",)),
    )
}  # fmt: skip
"""Every result by name."""

_MORE_PATHS = {
    "sim.applicants": ("programme.expected_applicants", "assumptions.demand_year"),
    "sim.selected": ("programme.quota.people",),
    "sim.linked": ("assumptions.linked_accounts",),
    "sim.bought": ("assumptions.purchase",),
    "sim.recipients": ("assumptions.purchase",),
    "sim.completers": ("assumptions.completion",),
    "sim.paid": ("assumptions.paid",),
    "sim.total_cost": ("costs", "programme.benefits.amount", "programme.quota.people"),
    "sim.resources": ("costs", "programme.benefits.amount", "programme.quota.people"),
    "sim.admin_cost": ("costs", "institutions.staff", "training.courses"),
    "sim.benefits_paid": ("programme.benefits.amount", "programme.quota.people"),
}
