"""Sections on money: the budget, and what things cost."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kerja.profile.dates import MonthDay
from kerja.profile.facts import Count, Money, Number, Share, Words, YesNo
from kerja.profile.openness import Listed, Sourced
from kerja.profile.section import Section, absent

Stage = Literal["announced", "proposed", "approved", "revised", "realised"]
Payer = Literal["state", "donor", "employer", "levy", "provider"]


class BudgetLine(Sourced):
    """Money of the programme in one fiscal year."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    """Short name."""
    what: str | None = None
    """What it pays."""
    amount: Money | None = None
    """Amount of the year."""
    year: str | None = None
    """Fiscal year, as the country writes it: 2023, 2023-24."""
    stage: Stage | None = None
    """How firm the amount is."""
    people: Count | None = None
    """Persons it is said to pay for."""
    payer: Payer | None = None
    """Who pays."""


class Funding(Sourced):
    """One source of the budget's money."""

    who: str
    """Treasury, bank, donor, levy fund."""
    amount: Money | None = None
    """Amount over the budget's period."""
    form: Literal["domestic", "loan", "grant", "levy"] | None = None
    """What kind of money it is."""


class ContextAmount(Sourced):
    """Money near the programme that does not belong to it."""

    what: str
    """What it is."""
    amount: Money | None = None
    """Amount."""
    years: str | None = None
    """Year or years: 2024, 2021-2025."""
    stage: Stage | None = None
    """How firm it is."""


class Partner(Sourced):
    """A partner with money or a fund."""

    who: str
    """Name."""
    vehicle: str | None = None
    """Fund or project."""


class Composition(Section):
    """What a published budget says it is made of; reported, never used to cost."""

    benefits: Share | None = None
    """Cash to people."""
    training: Share | None = None
    """Training."""
    administration: Share | None = None
    """Administration, as reported afterwards; a plan states a cost curve in `costs`."""
    contingency: Share | None = None
    """Reserve."""


class YearStart(Words):
    """The day on which every fiscal year starts."""

    value: MonthDay | None = None
    """Month and day."""


class Budget(Section):
    """What the programme may spend."""

    fiscal_year_starts: YearStart | None = None
    """First day of the fiscal year, month and day: 01-01, 10-01."""
    fiscal_year: str | None = None
    """The fiscal year that `total` is for, as the country writes it."""
    total: Money | None = None
    """Money for that year."""
    stage: Stage | None = None
    """How firm the total is."""
    ceiling: Money | None = None
    """Most that the ministry may spend in the year."""
    lines: Listed[BudgetLine] = absent(Listed[BudgetLine])
    """The programme's own budget, year by year; `[]` if none was published."""
    funding: tuple[Funding, ...] = ()
    """Where the total comes from."""
    composition: Composition = absent(Composition)
    """Shares published with the budget."""
    contingency_share: Share | None = None
    """Part of the total kept in reserve."""
    multi_year: YesNo | None = None
    """Whether money is promised beyond the year."""
    donor_share: Share | None = None
    """Part paid by donors."""
    payable_across_fiscal_year: YesNo | None = None
    """Whether payments promised in one year may be made in the next."""
    price_basis: Literal["nominal", "real"] | None = None
    """Whether amounts of later years are in prices of their own year, or of `base_year`."""
    base_year: int | None = None
    """Year of the prices, if real."""
    context: tuple[ContextAmount, ...] = ()
    """Money near the programme, to compare with; never the programme's."""
    partners: tuple[Partner, ...] = ()
    """Partners with money."""


_PERCENT = ("%", "percent", "per cent")
_NO_PERCENTAGE = (
    'administration is not "{text}" of the budget: '
    "a percentage hides that a small programme costs more to run per head"
)
_CURVE = (
    "the curve F + step(Q) + u_a · applicants + u_q · recipients: administration: "
    "{fixed_year: …, step_people: …, step_cost: …, per_applicant: …, per_recipient: …}"
)


class Administration(Section):
    """Cost of running the programme: F + step(Q) + u_a · applicants + u_q · recipients.

    A percentage is not accepted: it hides that a small programme costs more to run per head.
    """

    @model_validator(mode="before")
    @classmethod
    def _no_percentage(cls, given: Any) -> Any:
        written = given.get("value") if isinstance(given, dict) else given
        if isinstance(written, str) and written.strip().endswith(_PERCENT):
            said = {"text": written, "cure": _CURVE}
            raise PydanticCustomError("not-money", _NO_PERCENTAGE, said)
        return given

    fixed_year: Money | None = None
    """F: cost of a year without any recipient."""
    step_people: Count | None = None
    """Recipients that one more unit of staff and office serves."""
    step_cost: Money | None = None
    """Cost of that unit in a year."""
    per_applicant: Money | None = None
    """u_a: cost of one applicant (messages, checks, contacts)."""
    per_recipient: Money | None = None
    """u_q: cost of one recipient (payment, support, survey)."""


class Costs(Section):
    """What things cost. An unknown cost is listed as to be obtained; it is never zero."""

    administration: Administration = absent(Administration)
    """The cost curve of administration."""
    training_place: Money | None = None
    """Cost of one place in public training."""
    account_opening: Money | None = None
    """Cost of opening one account with help."""
    id_enrolment: Money | None = None
    """Cost of registering one person for the identity document."""
    manual_check: Money | None = None
    """Cost of checking one identity by hand."""
    manual_check_share: Share | None = None
    """Share of applicants whose identity is checked by hand."""
    assisted_intake: Money | None = None
    """Cost of one application with help at a service point."""
    service_interface: Money | None = None
    """Cost of connecting one payment provider."""
    ussd_session: Money | None = None
    """Cost of one session by basic phone."""
    ussd_sessions: Number | None = None
    """Sessions of one applicant by basic phone."""
    language_version: Money | None = None
    """Cost of one more language."""
    course_assessment: Money | None = None
    """Cost of assessing one course."""
    contact: Money | None = None
    """Cost of one contact of the contact centre."""
    contacts_per_applicant: Share | None = None
    """Share of applicants who call or write once."""
    transport: Money | None = None
    """Transport of one person to training."""
    data_1gb: Money | None = None
    """Price of 1 GB of mobile data."""
    staff_year: Money | None = None
    """Cost of one member of staff in a year."""
    office_setup: Money | None = None
    """Cost of setting up the programme office, once."""
    messages_per_applicant: Number | None = None
    """Messages to one applicant: one-time codes, results, reminders."""
    platform_year: Money | None = None
    """Platform and cloud in a year, sized for the busiest day of registration."""
    contacts_per_recipient: Number | None = None
    """Contacts of one recipient with the contact centre."""
    monitoring_visit: Money | None = None
    """Cost of one visit to a course or a provider."""
    visits_year: Count | None = None
    """Such visits in a year."""
    communication_year: Money | None = None
    """Information, advertising and events in a year."""
    premises_year: Money | None = None
    """Offices, travel and supplies in a year."""
    committees_year: Money | None = None
    """Committees and treasury officers in a year."""
    evaluation_year: Money | None = None
    """Monitoring and evaluation in a year, without interviews."""
    interview: Money | None = None
    """Cost of one interview of the evaluation."""
    audited_share: Share | None = None
    """Share of payments that are checked afterwards."""
    audit_check: Money | None = None
    """Cost of one such check."""
    new_place: Money | None = None
    """Cost of adding one training place for a year."""
    payers: dict[str, Payer] = Field(default_factory=dict)
    """Who pays a line of cost, by the line's name; the state pays what nobody is named for."""
