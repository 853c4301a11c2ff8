"""The workflow section: the steps of the programme as data, as a model or a country writes them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from kerja.profile.facts import Money, Number, Share
from kerja.profile.section import Position, Section

StepKind = Literal[
    "start", "person", "service", "manual", "decision", "draw", "wait", "payment", "fork", "join",
    "end",
]  # fmt: skip
Lane = Literal[
    "applicant", "programme-office", "province", "identity-authority", "registry-owners",
    "training-provider", "payment-provider", "employment-service", "civil-society", "finance",
]  # fmt: skip
Phase = Literal["assess", "enrol", "provide", "manage"]


class Way(Section):
    """A way from one step to the next."""

    to: str
    """The next step."""
    when: str | None = None
    """Outcome under which this way is taken; the ways of a step exclude one another."""
    share: Share | None = None
    """Share of persons who take it, where known."""
    share_from: str | None = None
    """Field of assumptions that holds the share: eligible, purchase."""
    counted_in: str | None = None
    """Field of assumptions whose share leaves out those who take this way; here nobody does."""
    at_most: int | None = Field(None, ge=1)
    """How often one person may take it; a way that leads back needs it, or the loop has no end."""
    then: str | None = None
    """The step for a person who has taken it that often; the next other way, if not said."""


class StepDeadline(Section):
    """What happens when a person or an office does not act in time."""

    days: Number | None = None
    """Days; or `from` names a field of programme.deadlines."""
    days_from: str | None = Field(None, alias="from")
    """Field of programme.deadlines that holds the days."""
    since: str | None = None
    """Step at whose end the days begin; the beginning of this step, if not said."""
    then: str | None = None
    """The step that follows when time is up."""


class StepText(Section):
    """One step of the journey."""

    place: Position = None
    """Where the step stands; set by the reader."""
    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    """Name of the step in the workflow: verify_identity."""
    name: str
    """What happens, as a short command."""
    kind: StepKind
    """What kind of step it is; what a kind does is fixed."""
    lane: Lane
    """Who acts."""
    phase: Phase
    """Phase of the delivery chain (World Bank Sourcebook 2020): assess, enrol, provide, manage."""
    needs: tuple[str, ...] = ()
    """Proofs that must have been given before: identity, account, certificate, payment-code …"""
    gives: tuple[str, ...] = ()
    """Proofs that the step gives on its usual way; a refusal or a missed deadline gives none.

    `freed-place`: a place that was taken back is offered again.
    """
    pays: Literal["person", "provider"] | None = None
    """Who receives money in this step; a payment that says nothing pays a person."""
    next: tuple[Way, ...] = ()
    """Ways on, the usual one first; none for an end."""
    deadline: StepDeadline | None = None
    """Time within which to act, and the consequence."""
    service_days: Number | None = None
    """Days that the step usually takes."""
    capacity_day: Number | None = None
    """Persons that can be served in a day."""
    unit_cost: Money | None = None
    """Cost of the step for one person."""


class WorkflowText(Section):
    """The journey of a participant, step by step."""

    steps: tuple[StepText, ...] = ()
    """The steps, each with an `id`; the first is the start."""
