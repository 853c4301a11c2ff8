"""The difference of two workflows as plain text of 80 columns: added, removed, changed steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kerja.workflow.as_text import beside, head, pays_text, remark_text
from kerja.workflow.comparing import PartDifference, StepDifference, compare
from kerja.workflow.scene import Scene, brief, scene, untold
from kerja.workflow.workflow import Workflow

_LIST = 60


def changes_to_text(
    old: Workflow, new: Workflow, *, labels: Mapping[str, str] | None = None
) -> str:
    """Return what differs from the old workflow to the new one, ending in a newline.

    Numbers are those of the new journey; a removed step keeps its old one, with a minus.
    """
    words = labels or {}
    compared = compare(old, new)
    if compared.is_empty:
        return f"no difference: {len(new)} steps in both\n"
    shown = scene(new, against=old, labels=words)
    counts = (
        (len(compared.added), "added"),
        (len(compared.removed), "removed"),
        (len(compared.changed), "changed"),
        (compared.unchanged, "as before"),
    )
    lines = [", ".join(f"{count} {what}" for count, what in counts if count)]
    groups = {
        "ADDED": (compared.added, new, "comes after"),
        "REMOVED, with their old numbers": (compared.removed, old, "came after"),
        "CHANGED": (compared.changed, new, ""),
    }
    for title, (differences, journey, after) in groups.items():
        lines += ["", title] if differences else []
        for one in differences:
            before = [_named(step, shown) for step in journey.predecessors(one.step.id)]
            lines += head(one.step, _number(one, shown), words)
            lines += beside(f"{after} {', '.join(before)}") if after and before else []
            lines += _changed(one, shown) if one.sign == "~" else _told(one, shown)
    return "\n".join(lines) + "\n"


def _number(one: StepDifference, shown: Scene) -> str:
    sign = "-" if one.sign == "−" else one.sign
    return f"{sign}{shown.numbers[one.step.id].removeprefix('−'):>3}"


def _named(step: str, shown: Scene) -> str:
    return _plain(f"{shown.numbers[step]} {step}")


def _told(one: StepDifference, shown: Scene) -> Iterator[str]:
    if one.step.pays_person:
        yield from beside(pays_text(one.step))
    for remark in shown.remarks[one.step.id]:
        yield from beside(_plain(remark_text(remark)))


def _changed(one: StepDifference, shown: Scene) -> Iterator[str]:
    remarks = shown.remarks[one.step.id]
    for part in untold(one.parts, remarks):
        yield from _part(part)
    for remark in remarks:
        if remark.sign in ("+", "−"):
            yield from beside(_plain(f"{remark.sign} {remark_text(remark)}"))


def _part(part: PartDifference) -> Iterator[str]:
    """Tell a difference in one line, or, where that is too long, the items that differ."""
    short = _plain(brief(part))
    if part.key != "ways" and len(short) <= _LIST:
        yield from beside(short)
        return
    yield from beside(f"{part.name}:")
    for sign, items, others in (("-", part.old, part.new), ("+", part.new, part.old)):
        for item in items:
            if item not in others or {*items} == {*others}:
                yield from beside(f"{sign} {item}")


def _plain(text: str) -> str:
    return text.replace("−", "-").replace("→", "->")
