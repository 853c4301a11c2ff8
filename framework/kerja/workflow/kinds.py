"""What each kind of step does: who is waited for, whether people queue, when a deadline is due."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from kerja.profile.journey import StepKind

Due = Literal["always", "while-holding-a-place", "never"]


@dataclass(frozen=True, slots=True)
class Traits:
    """What a kind does.

    `acts` is true where somebody or something does work for the person; `queues` where that work
    is limited in a day, so that people may wait in line; `deadline` says when one is due; `reason`
    why.
    """

    reason: str
    acts: bool = False
    queues: bool = False
    deadline: Due = "never"


KINDS: Mapping[StepKind, Traits] = {
    "start": Traits("the public is informed; nobody is on the way yet"),
    "person": Traits(
        "the person acts in their own time; once they hold a place, others wait for it",
        deadline="while-holding-a-place",
    ),
    "service": Traits("a system answers, as fast as its capacity allows", acts=True, queues=True),
    "manual": Traits("an officer or a trainer works on one case at a time", acts=True, queues=True),
    "decision": Traits("a rule is applied; it takes no time of its own", acts=True),
    "draw": Traits("places are fewer than people; the date of the round decides", acts=True),
    "wait": Traits("nothing happens until an event, which may never come", deadline="always"),
    "payment": Traits("money leaves; the rail has a limit in a day", acts=True, queues=True),
    "fork": Traits("all ways on are taken at the same time; it takes no time of its own"),
    "join": Traits("goes on once everything that was begun at the same time is done"),
    "end": Traits("the person has left; nothing follows"),
}
"""Every kind of step, with the reason for what it does."""

HOLDS_A_PLACE = "selected"
"""Proof that a person was given a place that others could have had."""
