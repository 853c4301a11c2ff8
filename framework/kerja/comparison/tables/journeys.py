"""The journey of each party beside that of the first: steps added, removed, changed, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kerja.comparison.tables.comparison import Journey, StepNote
from kerja.comparison.tables.side import Side
from kerja.workflow import compare
from kerja.workflow.comparing import PartDifference, StepDifference

_SIGNS = {"+": "added", "−": "removed", "~": "changed"}
_STEPS = "workflow.steps"


def journeys(sides: Sequence[Side]) -> tuple[Journey, ...]:
    """Return how the adapted journey of every side but the first differs from that of the first."""
    return tuple(_journey(side, sides[0]) for side in sides[1:])


def _journey(side: Side, first: Side) -> Journey:
    note = _why_not(first, side) or _why_not(side, side)
    steps = len(side.blueprint.workflow)
    if note:
        return Journey(side.name, first.name, steps, 0, note=note)
    compared = compare(first.blueprint.workflow, side.blueprint.workflow)
    return Journey(
        party=side.name,
        beside=first.name,
        steps=steps,
        unchanged=compared.unchanged,
        differences=tuple(map(_step, compared.differences)),
    )


def _why_not(side: Side, asking: Side) -> str:
    errors = side.soundness.behind((_STEPS, "workflow"))
    if errors and side is asking:
        return side.leave_out("journey", errors)
    if errors:
        return f"the journey of {side.name} rests on an error of its profile ({errors})"
    return "" if len(side.blueprint.workflow) else f"{side.name} describes no journey"


def _step(one: StepDifference) -> StepNote:
    said = tuple(line for part in one.parts for line in _part(part))
    if one.step.rule and one.sign == "+":
        said = (f"by rule {one.step.rule}", *said)
    return StepNote(_SIGNS[one.sign], one.step.id, one.step.name, said)


def _part(part: PartDifference) -> Iterator[str]:
    """Tell a part in one line; of a list, the items that differ."""
    gone = [item for item in part.old if item not in part.new]
    new = [item for item in part.new if item not in part.old]
    if part.key in ("needs", "gives", "ways") and (gone or new):
        yield from (f"{part.name}: no longer {item}" for item in gone)
        yield from (f"{part.name}: also {item}" for item in new)
        return
    before, now = (", ".join(side) or "nothing" for side in (part.old, part.new))
    yield f"{part.name}: {before} -> {now}"
