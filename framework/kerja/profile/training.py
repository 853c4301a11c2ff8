"""Sections on training supply, what it is asked for, and what follows it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from kerja.profile.facts import Count, Money, Number, Share, Words, YesNo
from kerja.profile.openness import Listed, Sourced
from kerja.profile.section import Section, absent


class FieldCount(Section):
    """Persons or vacancies in one field of training."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    """Field of training, short name."""
    people: Count | None = None
    """Persons or vacancies."""


class SkillsDemand(Section):
    """What people choose, beside what employers ask for."""

    chosen_by_field: Listed[FieldCount] = absent(Listed[FieldCount])
    """Applicants by field of training."""
    vacancies_by_field: Listed[FieldCount] = absent(Listed[FieldCount])
    """Vacancies by the same fields."""


class Training(Section):
    """Who trains, how many, at what price and quality."""

    authority: Words | None = None
    """Body responsible for training."""
    institutions: Count | None = None
    """Training institutions, public and private."""
    accredited_providers: Count | None = None
    """Providers accredited for the programme."""
    private_share: Share | None = None
    """Share of places offered by private providers."""
    seats: Count | None = None
    """Places that can be filled at one time; a stock."""
    cycles_year: Number | None = None
    """Times a place can be filled in a year."""
    seats_year: Count | None = None
    """Places in a year, where published as such; a flow."""
    enrolled: Count | None = None
    """Persons already enrolled outside the programme in a year: places that are not free."""
    graduates_year: Count | None = None
    """Persons who finish in a year; output, not free places."""
    courses: Count | None = None
    """Courses on offer."""
    majors: Count | None = None
    """Fields of training on offer."""
    courses_proposed: Count | None = None
    """Courses that providers put forward in one round of assessment."""
    courses_accepted: Count | None = None
    """Of them accepted."""
    online_courses: Count | None = None
    """Courses that can be taken on line."""
    employer_agreements: Count | None = None
    """Agreements with firms on training or placement."""
    average_price: Money | None = None
    """Average price of a course."""
    price_benchmark: YesNo | None = None
    """Whether reference prices by field exist."""
    attendance_tracking: YesNo | None = None
    """Whether attendance is recorded by a system that the programme can read."""
    quality_body: YesNo | None = None
    """Whether a body other than the programme assures quality."""
    qualifications_framework: YesNo | None = None
    """Whether certificates belong to a national qualifications framework."""
    districts_with_provider_share: Share | None = None
    """Share of districts with at least one provider."""
    top_provider_share: Share | None = None
    """Share of trainees at the largest provider."""
    platform_provider_ownership_link: YesNo | None = None
    """Whether a platform owns a provider that sells on it, or is owned by one."""
    free_content_overlap: YesNo | None = None
    """Whether courses repeat what is free on the internet."""
    completion_rate: Share | None = None
    """Share of entrants who finish."""
    course_days: Number | None = None
    """Length of the usual course, in days from first to last."""
    course_data_gb: Number | None = None
    """Mobile data that one on-line course uses, in GB."""
    skills_demand: SkillsDemand = absent(SkillsDemand)
    """What is chosen beside what is asked for."""


class JobMatching(Section):
    """What happens between certificate and job."""

    service: Words | None = None
    """Public employment service that takes graduates over."""
    public_service: YesNo | None = None
    """Whether there is a public employment service."""
    employer_pledges: Count | None = None
    """Jobs pledged by employers."""


class ProgrammePhase(Sourced):
    """One phase of an existing programme."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    """Number or name of the phase."""
    people: Count | None = None
    """Persons reached or planned."""
    through: str | None = None
    """Rail that paid."""
    budget: Money | None = None
    """Money of the phase."""
    fate: str | None = None
    """What became of it, if it did not run as planned."""


class ExistingProgramme(Sourced):
    """A programme that the card would stand beside, replace or reuse."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    """Short name."""
    name: str | None = None
    """Full name."""
    kind: str | None = None
    """cash, training, wage subsidy, loan, public works."""
    relation: Literal["excluded", "side-by-side", "replaced", "reused"] | None = None
    """How this programme stands to it, once decided."""
    amount: Money | None = None
    """What one person gets."""
    people: Count | None = None
    """Persons reached or aimed at."""
    budget: Money | None = None
    """Money of a year or phase; `status` says at which stage."""
    phases: tuple[ProgrammePhase, ...] = ()
    """Phases, in order."""
    first_wave_online: Count | None = None
    """Places on line in the first wave."""
    first_wave_onsite: Count | None = None
    """Places on site in the first wave."""
