"""Sections on who runs the programme, under which law, and who hears complaints."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kerja.profile.facts import Count, Money, Number, WordList, Words, YesNo
from kerja.profile.openness import Listed, Sourced
from kerja.profile.section import Section, absent


class AuditFinding(Sourced):
    """One finding of an auditor."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    """Short name."""
    who: str
    """The auditor."""
    what: str
    """What was found, in one sentence."""
    people: Count | None = None
    """Persons concerned."""
    amount: Money | None = None
    """Money concerned."""
    answer: str | None = None
    """What the programme answered."""


Proof = Annotated[str, Field(pattern=r"^[AEPSMX][0-9]{1,2}\.[0-3]$")]


class OfficialDocument(Sourced):
    """One document of the programme and what it shows."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    """Short name: dpia, monitoring-framework, payment-terms, or any other."""
    in_force: YesNo | None = None
    """Whether it is signed and in force."""
    date: str | None = None
    """Date of signature, ISO 8601."""
    proves: tuple[Proof, ...] = ()
    """Items of the checklist that it shows, each with the level: P7.2."""


class Commitment(Words):
    """How far a government has bound itself, with the source that says so."""

    value: Literal["none", "statement", "plan", "statute"] | None = None
    """One of the four."""


class Institutions(Section):
    """Who manages the programme."""

    management_office: YesNo | None = None
    """Whether a dedicated management office exists."""
    staff: Count | None = None
    """People who work there."""
    steering_committee: YesNo | None = None
    """Whether ministries steer it together."""
    internal_audit: YesNo | None = None
    """Whether the programme has internal audit."""
    supreme_audit_access: YesNo | None = None
    """Whether the supreme audit institution has access to its data."""
    call_centre: YesNo | None = None
    """Whether people can call."""
    call_centre_languages: WordList | None = None
    """Languages spoken there, BCP 47."""
    commitment: Commitment | None = None
    """How far the government has bound itself."""
    months_to_election: Number | None = None
    """Months to a planned change of government."""
    decentralised_delivery: YesNo | None = None
    """Whether provinces or municipalities deliver."""
    provincial_offices: Count | None = None
    """Provincial offices that would serve applicants."""
    documents: Listed[OfficialDocument] = absent(Listed[OfficialDocument])
    """Documents of the programme, each with an `id`; `none`, if there are none."""
    audit_findings: tuple[AuditFinding, ...] = ()
    """What auditors found: a floor of the errors, not their number."""


class Instrument(Sourced):
    """One law, decree or rule."""

    name: str
    """Kind, number and year as officially cited."""
    date: str | None = None
    """Date of signature, ISO 8601."""
    what: str | None = None
    """What it settles."""


class Legal(Section):
    """The law the programme rests on."""

    mandate: Literal["none", "policy", "decree", "law"] | None = None
    """Strongest instrument that orders the programme."""
    instruments: tuple[Instrument, ...] = ()
    """Laws, decrees and rules."""
    appropriation_line: YesNo | None = None
    """Whether the budget has a line for it."""
    data_protection_law: YesNo | None = None
    """Whether a general law protects personal data."""
    data_protection_law_name: Words | None = None
    """Name and year of that law."""
    data_protection_authority: YesNo | None = None
    """Whether an authority supervises it."""
    data_localisation: YesNo | None = None
    """Whether personal data must stay in the country."""
    lottery_opinion: YesNo | None = None
    """Whether law officers have cleared selection by lot."""
    partnership_opinion: YesNo | None = None
    """Whether law officers have cleared partnership with platforms and providers."""
    procurement_route: Literal["none", "framework", "open-accreditation", "tender"] | None = None
    """How providers are taken on."""
    electronic_signature: YesNo | None = None
    """Whether an electronic signature binds."""
    voucher_tax_clear: YesNo | None = None
    """Whether the tax treatment of vouchers is settled."""
    retention_months: Number | None = None
    """Months that personal data are kept."""


class Grievance(Section):
    """How people complain and appeal."""

    channels: WordList | None = None
    """Ways to complain: phone, messaging, in-person, web."""
    answer_days: Number | None = None
    """Days within which an answer is promised."""
    independent_tier: YesNo | None = None
    """Whether somebody outside the programme decides in the end."""
    appeal_before_batch_close: YesNo | None = None
    """Whether an appeal is decided before the places are gone."""


class Precedent(Sourced):
    """An earlier crisis payment."""

    what: str
    """What it was."""
    amount: Money | None = None
    """Money paid."""
    months: int | None = None
    """Months it ran."""


class Shock(Section):
    """How the programme would change in a crisis."""

    trigger: Words | None = None
    """Who declares it, on what sign."""
    ceiling: Money | None = None
    """Most that may be spent."""
    multiplier: Number | None = None
    """Factor on the benefit; never inferred."""
    exit_rule: Words | None = None
    """When it ends."""
    disaster_risk_high: YesNo | None = None
    """Whether disasters are frequent."""
    climate_shock_mode_needed: YesNo | None = None
    """Whether a mode for climate shocks is asked for."""
    fragile: YesNo | None = None
    """Whether conflict limits access; restricted annex."""
    precedents: tuple[Precedent, ...] = ()
    """What was paid in earlier crises."""


class Stakeholder(Sourced):
    """A body whose agreement or help the programme needs."""

    who: str
    """Name."""
    role: str
    """What it decides or does."""
    kind: Literal["government", "private-sector", "civil-society", "partner"] | None = None
    """Which side it stands on."""
    channel: str | None = None
    """How people reach it, or it reaches them."""
