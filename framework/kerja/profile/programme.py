"""The programme: whom it is for, how many, what they get, by when, and what has happened so far."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from kerja.profile.dates import IsoDate, MonthDay
from kerja.profile.facts import Count, Money, Number, Share, WordList, Words, YesNo
from kerja.profile.openness import NONE, Listed, OpenSection, Sourced
from kerja.profile.section import Section, absent


class Target(OpenSection):
    """What was announced; never what was reached."""

    people: Count | None = None
    """Persons to be reached in all."""
    by: Words | None = None
    """Year or date by which."""


class Quota(OpenSection):
    """Places that the design offers."""

    people: Count | None = None
    """Persons."""
    every: Literal["year", "batch", "once"] = "year"
    """In a year, in a batch, or once in all."""


class Funnel(Section):
    """What has happened so far, each stage its own figure; never one "actual"."""

    registered: Count | None = None
    """Persons who opened an account on the portal."""
    verified: Count | None = None
    """Of those registered, persons whose identity was verified."""
    applied: Count | None = None
    """Persons who applied for a place."""
    eligible: Count | None = None
    """Applicants found eligible."""
    accepted: Count | None = None
    """Persons given a place."""
    linked: Count | None = None
    """Of them, persons with an account that can be paid."""
    purchased: Count | None = None
    """Accepted persons who took a course."""
    studying: Count | None = None
    """Persons in training."""
    completed: Count | None = None
    """Persons who finished their first course."""
    graduated: Count | None = None
    """Persons with a certificate."""
    paid: Count | None = None
    """Persons who received cash."""
    days_to_pay: Number | None = None
    """Days from certificate and review to the payment, median."""
    payments_tried: Count | None = None
    """Payments tried for the first time; a second try of the same payment is not counted."""
    paid_at_once: Count | None = None
    """Of them, payments that succeeded."""
    employed: Count | None = None
    """Graduates at work afterwards: after training, not because of it."""
    revoked: Count | None = None
    """Places taken back after a missed deadline."""
    reoffered: Count | None = None
    """Places taken back and offered again."""
    equity_card: Count | None = None
    """Applicants with a poverty card."""
    complaints: Count | None = None
    """Complaints received."""
    answered_in_time: Count | None = None
    """Of them, complaints answered within the promised days."""
    audited: Count | None = None
    """Persons checked afterwards, drawn at random."""
    ineligible: Count | None = None
    """Of them, persons found ineligible."""
    women: Count | None = None
    """Women, out of the number in `of`."""
    women_share: Share | None = None
    """Share of women, where only the share was published."""
    rural_share: Share | None = None
    """Share of persons who live outside towns."""
    poorest_share: Share | None = None
    """Share of persons from the poorest 40% of households."""
    disability_share: Share | None = None
    """Share of persons with a disability."""
    without_account_before: Share | None = None
    """Share of persons who had no account before; `what` says no account of which kind."""
    first_account: Count | None = None
    """Persons whose first account at a bank or wallet came with the programme."""
    batches: Count | None = None
    """Batches opened."""
    spent: Money | None = None
    """Money spent."""


class YearActual(Funnel):
    """What happened in one year."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    """The year, or a name for the period."""
    batches_from_to: str | None = None
    """Numbers of the batches."""


class EligibilityRule(Sourced):
    """Who may take part from a date on."""

    valid_from: IsoDate | None = Field(None, alias="from")
    """ISO 8601 date from which the rule holds."""
    groups: tuple[str, ...] = ()
    """Groups that may take part."""
    add: tuple[str, ...] = ()
    """Groups added to the earlier ones."""
    ages: str | None = Field(None, pattern=r"^([0-9]{1,3}(-[0-9]{1,3}|\+)|unknown)$")
    """Ages: 18-64, or unknown."""
    citizens_only: YesNo | None = None
    """Whether only citizens may take part."""
    excluded: tuple[str, ...] = ()
    """Groups that may not."""
    not_in_education: YesNo | None = None
    """Whether pupils and students are excluded."""
    income_ceiling: Money | None = None
    """Monthly income above which a person may not take part."""


class HouseholdCap(OpenSection):
    """How many members of one household may take part."""

    applies: bool = True
    """Set by the reader: false for `none`."""
    people: Count | None = None
    """Most members."""
    household: str | None = None
    """What identifies a household: family-card, address."""

    @model_validator(mode="before")
    @classmethod
    def _none(cls, given: Any) -> Any:
        return {"applies": False} if given == NONE else given


class Selection(OpenSection):
    """How places are given when there are more applicants than places."""

    method: Literal["lottery", "stratified-lottery", "ranking", "first-come", "all"] | None = None
    """How."""
    strata: tuple[str, ...] = ()
    """Groups drawn separately: sex, area, disability, or a word of your own."""
    seed: str | None = None
    """How the draw's seed is fixed so that anyone can repeat it."""


class Batches(OpenSection):
    """The rounds in which places are offered."""

    per_year: Count | None = None
    """Rounds in a year."""
    quota: Count | None = None
    """Places in a round."""
    registration_days: Number | None = None
    """Days that a round stays open."""
    calendar: str | None = None
    """What the rounds follow: calendar-year, fiscal-year, school-year."""
    last_payment_before: MonthDay | None = None
    """Month and day before which the last payment is made."""


class Deadlines(OpenSection):
    """Days within which a person must act, or the office must."""

    purchase_days: Number | None = None
    """From selection to the choice of a course; then the place is taken back."""
    completion_days: Number | None = None
    """From the choice of a course to its end."""
    link_account_days: Number | None = None
    """From selection to a verified account."""
    payment_days: Number | None = None
    """From certificate and review to the payment."""
    appeal_days: Number | None = None
    """From refusal to appeal."""


class Benefit(Sourced):
    """One thing that a participant gets."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    """Short name."""
    kind: Literal["voucher", "free-place", "cash", "in-kind"] | None = None
    """What it is."""
    purpose: Literal["training", "stipend", "incentive", "survey", "transport"] | None = None
    """What it is for."""
    amount: Money | None = None
    """Amount of one payment, or value of the voucher."""
    every: Literal["once", "month", "day", "survey"] = "once"
    """How often it is paid."""
    at_most: int | None = Field(None, ge=1)
    """Highest number of payments; 1 for `once`."""
    during: Literal["in-training"] | None = Field(None, alias="while")
    """State during which it is paid."""
    after: str | None = None
    """Step of the workflow after which it is paid."""
    paid_to: Literal["person", "provider"] | None = None
    """Who receives the money."""
    delivered_by: str | None = None
    """Who gives what is not money."""
    through: str | None = None
    """Rail that pays it."""

    @property
    def payments(self) -> int | None:
        """Highest number of payments to one person; None if not said."""
        return self.at_most or (1 if self.every == "once" else None)


class Track(Sourced):
    """A way to take part beside the main one, such as open access to a course library."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    """Short name."""
    what: str
    """What it offers."""
    people: Count | None = None
    """Most persons or licences; never counted among participants."""
    paid_by: Words | None = None
    """Who pays."""
    paid_in: str | None = Field(None, pattern=r"^[A-Z]{3}$")
    """Currency in which the partner is paid, ISO 4217."""
    open_to: tuple[str, ...] = ()
    """Who may use it."""


class Programme(Section):
    """The design of the programme, as given; every other figure follows from it."""

    name: Words | None = None
    """Official name."""
    status: Literal["proposal", "announced", "piloting", "running", "stopped"] | None = None
    """Whether it runs."""
    stage: Literal["draft", "production"] = "draft"
    """In production no placeholder is accepted."""
    owner: Words | None = None
    """Body that answers for it."""
    starts: IsoDate | None = None
    """First day, ISO 8601."""
    ends: IsoDate | None = None
    """Last day, ISO 8601."""
    target: Target = absent(Target)
    """What was announced."""
    quota: Quota = absent(Quota)
    """Places that the design offers."""
    expected_applicants: Count | None = None
    """Applicants expected in a year."""
    eligible_population: Count | None = None
    """Persons who could take part."""
    actual: Funnel = absent(Funnel)
    """What has happened so far."""
    history: tuple[YearActual, ...] = ()
    """What happened year by year."""
    eligibility: Listed[EligibilityRule] = absent(Listed[EligibilityRule])
    """Who may take part, by date."""
    household_cap: HouseholdCap = absent(HouseholdCap)
    """Members of one household; or `none`."""
    selection: Selection = absent(Selection)
    """How places are given."""
    batches: Batches = absent(Batches)
    """The rounds."""
    deadlines: Deadlines = absent(Deadlines)
    """Days within which to act."""
    benefits: Listed[Benefit] = absent(Listed[Benefit])
    """What a participant gets."""
    repeat: YesNo | None = None
    """Whether a person may take part again."""
    excluded_with: WordList | None = None
    """Other programmes whose recipients may not take part."""
    channels: WordList | None = None
    """Ways to apply: web, app, service-point, phone."""
    modality: Literal["online", "blended", "offline"] | None = None
    """How training is given."""
    training_days: Number | None = None
    """Days from first to last lesson of the usual course."""
    training_hours: Number | None = None
    """Least hours of a course."""
    unused_balance: Words | None = None
    """What happens to money that is not used."""
    spend_limits: Words | None = None
    """Limits on where or on what money may be spent."""
    tracks: tuple[Track, ...] = ()
    """Ways to take part beside the main one."""
    women_share: Share | None = None
    """Share of places meant for women."""
    disability_share: Share | None = None
    """Share of places meant for persons with a disability."""
