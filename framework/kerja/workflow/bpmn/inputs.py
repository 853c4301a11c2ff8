"""What the decision on eligibility may ask about a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

DECISION = "eligibility"
"""Id of the decision."""

NONE = "none"
"""Said of a person who is in no such group or programme: it must be shown, not left out."""


@dataclass(frozen=True, slots=True)
class Input:
    """A fact about a person: its variable, what it holds, and what exactly that means."""

    name: str
    holds: Literal["text", "number"]
    meaning: str


INPUTS: Mapping[str, Input] = {
    one.name: one
    for one in (
        Input("age", "number", "age in whole years on the day of the decision"),
        Input("group", "text", "the group by which the person applies"),
        Input("excluded_group", "text", f'the excluded group that the person is in, or "{NONE}"'),
        Input("citizen", "text", '"yes" or "no"'),
        Input("at_school", "text", '"yes" for a pupil or student, or "no"'),
        Input("income_month", "number", "monthly income, in the currency of the profile"),
        Input("household_members", "number", "other members of the household who take part"),
        Input("other_programme", "text", f'the other programme that the person is in, or "{NONE}"'),
        Input("took_part_before", "text", '"yes" or "no"'),
    )
}
"""Every input in the order of the columns. Yes and no are texts: engines differ on truth."""
