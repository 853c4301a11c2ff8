"""Ids of what is not a node or a flow."""

from __future__ import annotations

from kerja.profile.journey import Lane


def lane_id(lane: Lane) -> str:
    """Return the id of a lane.

    >>> lane_id("programme-office")
    'Lane_programme_office'
    """
    return "Lane_" + lane.replace("-", "_")
