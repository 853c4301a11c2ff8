"""Exclusive choices that contradict themselves: shares that do not add up, outcomes that clash."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from kerja.profile.evidence import Assumptions
from kerja.workflow.soundness.flows import once
from kerja.workflow.soundness.reachability import UnknownTarget
from kerja.workflow.step import Step
from kerja.workflow.workflow import Workflow

_ROUNDING = 0.0015
_USUAL = "done"


@dataclass(frozen=True, slots=True)
class WrongShares:
    """A step whose ways are taken by more, or by fewer, than all persons.

    `total` is the sum of the shares that are known, as fractions: of each the likeliest value,
    or where nobody says which that is, the end of its range that speaks for the profile.
    """

    step: str
    total: float

    @property
    def is_too_much(self) -> bool:
        """True if more persons leave the step than come to it."""
        return self.total > 1


@dataclass(frozen=True, slots=True)
class SameOutcome:
    """A step with several ways under one outcome, so that nobody could tell which is meant."""

    step: str
    outcome: str


def wrong_shares(workflow: Workflow) -> tuple[WrongShares, ...]:
    """Return the steps whose known shares sum to more than 1, or, if all are known, to less.

    A step with a deadline may sum to less: the rest is late. All ways of a fork are taken. What
    rounding to a tenth of a percent leaves open is let pass.
    """
    splits = [step for step in once(workflow) if _is_split(step)]
    return tuple(wrong for step in splits if (wrong := _wrong_shares(step)) is not None)


def same_outcomes(workflow: Workflow) -> tuple[SameOutcome, ...]:
    """Return the outcomes that two ways of a step share, up to case, spaces and punctuation."""
    return tuple(
        SameOutcome(step.id, outcome)
        for step in once(workflow)
        if _is_split(step)
        for outcome, number in Counter(_outcomes(step)).items()
        if number > 1
    )


def unknown_shares(workflow: Workflow) -> tuple[UnknownTarget, ...]:
    """Return the ways whose share rests on a field which assumptions does not have.

    A way rests on the field that holds its share, and on the one that it says it is counted in.
    """
    return tuple(
        UnknownTarget(step.id, name)
        for step in once(workflow)
        for way in step.ways
        for name in (way.share_of, way.counted_in)
        if name and name not in Assumptions.model_fields
    )


def _is_split(step: Step) -> bool:
    return step.kind != "fork" and bool(step.ways)


def _wrong_shares(step: Step) -> WrongShares | None:
    shares = [way.share for way in step.ways if way.share is not None]
    least = sum(share.low if share.mode is None else share.mode for share in shares)
    most = sum(share.high if share.mode is None else share.mode for share in shares)
    if least > 1 + _ROUNDING:
        return WrongShares(step.id, least)
    if most < 1 - _ROUNDING and _must_be_whole(step):
        return WrongShares(step.id, most)
    return None


def _must_be_whole(step: Step) -> bool:
    late = step.deadline is not None and bool(step.deadline.then)
    return not late and all(way.share is not None for way in step.ways)


def _outcomes(step: Step) -> list[str]:
    usual, *others = step.ways
    return [_code(usual.when) or _USUAL, *(_code(way.when) for way in others)]


def _code(when: str) -> str:
    """Return an outcome without what may differ in writing. Only ASCII can be cut to a code."""
    if when.isascii():
        return re.sub(r"[^a-z0-9]+", "-", when.lower()).strip("-")
    return " ".join(when.casefold().split())
