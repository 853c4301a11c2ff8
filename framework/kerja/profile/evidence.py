"""Sections on what is assumed, evaluated, overridden, varied and cited."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from kerja.profile.dates import IsoDate
from kerja.profile.facts import Assumption, Count, Money, Number, Rate, Share, Words, YesNo
from kerja.profile.openness import Sourced
from kerja.profile.section import Section, absent


class Lags(Section):
    """Days between the steps of a round, used where the programme itself does not state them."""

    registration: Assumption | None = None
    """Days that a round stays open."""
    selection: Assumption | None = None
    """From the end of the round to the result."""
    purchase: Assumption | None = None
    """From the result to the choice of a course, at the latest."""
    training: Assumption | None = None
    """From first to last lesson."""
    certificate: Assumption | None = None
    """From the last lesson to the certificate."""
    payment: Assumption | None = None
    """From the certificate to the payment."""
    buffer: Assumption | None = None
    """Days kept free before the end of the fiscal year."""


class Assumptions(Section):
    """Numbers that nobody has measured here: the lowest and the highest credible value of each."""

    demand_year: Assumption | None = None
    """Persons who would apply in a year."""
    eligible: Assumption | None = None
    """Share of applicants found eligible."""
    accepted: Assumption | None = None
    """Share of eligible applicants given a place in a round."""
    applicants_per_household: Assumption | None = None
    """Persons of one household who apply, among households of which anybody does: 1 or more."""
    purchase: Assumption | None = None
    """Share of accepted persons who take a course in time."""
    completion: Assumption | None = None
    """Share of those who took a course who finish it."""
    paid: Assumption | None = None
    """Share of those who finish who receive the cash."""
    survey_response: Assumption | None = None
    """Share of recipients who answer a paid survey."""
    linked_accounts: Assumption | None = None
    """Share of accepted persons with an account that can be paid."""
    onboarding: Assumption | None = None
    """Share of persons without an account who open one when helped."""
    free_places: Assumption | None = None
    """Share of training places that are free for the programme."""
    base_employment: Assumption | None = None
    """Share of the target group at work without the programme."""
    employment_effect: Assumption | None = None
    """Rise of that share caused by the programme; `low` holds the published null."""
    income_effect_month: Assumption | None = None
    """Rise of monthly income caused by the programme; `low` holds the published null."""
    effect_decay: Assumption | None = None
    """Part of the effect lost in a year."""
    effective_tax: Assumption | None = None
    """Part of a rise of income that returns to the state."""
    effect_years: Assumption | None = None
    """Years that the effect lasts."""
    base_income_month: Assumption | None = None
    """Monthly income of the target group without the programme."""
    forgone_income: Assumption | None = None
    """Income that one person loses while training, in all."""
    discount_rate: Assumption | None = None
    """Rate at which a year's delay lowers what money is worth."""
    displacement: Assumption | None = None
    """Part of the participants' gain that others lose: jobs that they would have had."""
    cost_of_public_funds: Assumption | None = None
    """What one unit of public money costs the economy: 1.25, if raising it loses a quarter."""
    lags: Lags = absent(Lags)
    """Days between the steps of a round."""


class Effect(Sourced):
    """One published effect of the programme or a similar one."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    """Short name."""
    outcome: str
    """What was measured: employment, earnings."""
    design: str | None = None
    """How: RCT, PSM, before-after, self-report."""
    sample: str | None = None
    """On whom: representative, applicants-with-phones."""
    estimand: str | None = None
    """Of whom: offered (ITT), took-up (LATE)."""
    effect: str | None = None
    """The estimate as published, or "not detectable"."""
    points: Rate | None = None
    """Rise of a share, in points: 4.7%; 0 where none was detectable."""
    rise: Rate | None = None
    """Rise of an amount as a part of what it is without the programme: 10%; 0 as above."""
    income_month: Money | None = None
    """Rise of a month's income."""


class Evaluation(Section):
    """How it will be known whether the programme works."""

    planned: YesNo | None = None
    """Whether an evaluation is planned."""
    design: Words | None = None
    """Lottery, phase-in, encouragement."""
    sample: Count | None = None
    """Persons interviewed."""
    arms: Count | None = None
    """Groups that the draw makes, those not offered among them; two if absent."""
    treated_share: Share | None = None
    """Share of the sample offered a place."""
    take_up_treated: Share | None = None
    """Share of the offered who take part; if absent, `assumptions.purchase`."""
    take_up_control: Share | None = None
    """Share of the others who take part all the same, other than by winning a later round."""
    attrition: Share | None = None
    """Share of the sample lost at the last interview."""
    clusters: Count | None = None
    """Groups drawn as a whole, such as districts; absent where persons are drawn one by one."""
    correlation: Share | None = None
    """How alike the members of such a group are: the correlation of the outcome within it."""
    applies_again: Share | None = None
    """Share of those not drawn who enter every later round; 0% where they may not."""
    later_rounds: Count | None = None
    """Rounds that those not drawn may enter before the last interview."""
    wins_later: Share | None = None
    """Share of those not drawn who win a later round before the last interview.

    If absent, it is computed from the two fields above and `assumptions.accepted`.
    """
    income_sd: Money | None = None
    """Standard deviation of a month's income between persons, without the programme."""
    significance: Share | None = None
    """Risk taken of seeing an effect where there is none, two-sided; 5% if absent."""
    power: Share | None = None
    """Chance wanted of seeing an effect where there is one; 80% if absent."""
    literacy_item: YesNo | None = None
    """Whether a question on financial literacy is asked."""
    literacy_rise: Rate | None = None
    """Rise of financial literacy caused by the programme, as that question measured it, in points.
    """
    effects: tuple[Effect, ...] = ()
    """Published effects: the null one beside the favourable one."""


class Override(Sourced):
    """A threshold of a rule set otherwise for this country, with the reason."""

    rule: str
    """Code of the rule: PAY-01."""
    threshold: Number | None = None
    """The threshold to use, a share or a number of persons or months, as the rule's own is."""
    reason: str
    """Why; printed with the decision."""
    by: str | None = None
    """Who decided."""


class Scenario(Section):
    """What distinguishes an option from the others."""

    title: str
    """Name of the option in a table."""
    summary: str | None = None
    """What it does, in one sentence."""
    mode: Literal["crisis"] | None = None
    """crisis: the programme in a crisis; `shock` then gives trigger, ceiling and exit rule."""
    years: int | None = Field(None, ge=1, le=30)
    """Years over which it runs; a choice of the option, not a forecast."""
    who_must_agree: tuple[str, ...] = ()
    """Bodies without which it cannot be done."""
    risks: tuple[str, ...] = ()
    """What could go wrong."""


class Source(Section):
    """A publication that figures come from."""

    title: str | None = None
    """Title, or what the page says."""
    publisher: str | None = None
    """Who published it."""
    date: IsoDate | None = None
    """Date of publication, ISO 8601."""
    url: str | None = None
    """Address."""
    via: str | None = None
    """Where it was read, if not at the publisher."""
    seen: IsoDate | None = None
    """Date of reading."""
    note: str | None = None
    """What a reader must know of the source."""
