"""Divide a journey into the parts that stand side by side on a page."""

from __future__ import annotations

from collections.abc import Sequence

from kerja.workflow.step import Step

_ONE_PANEL = 10


def divide(steps: Sequence[Step], *, by_phase: bool) -> list[tuple[Step, ...]]:
    """Divide the journey into two parts, between two phases if that leaves them about equal."""
    if len(steps) <= _ONE_PANEL:
        return [tuple(steps)] if steps else []
    half = (len(steps) + 1) // 2
    turns = [i for i in range(1, len(steps)) if steps[i].phase != steps[i - 1].phase]
    cut = min(turns, key=lambda i: (abs(i - half), i), default=half)
    if abs(cut - half) > 2 or not by_phase:
        cut = half
    return [tuple(steps[:cut]), tuple(steps[cut:])]
