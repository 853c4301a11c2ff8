"""Sizes of nodes and labels in a diagram, in pixels."""

from __future__ import annotations

from dataclasses import dataclass

from kerja.profile.journey import Lane
from kerja.workflow.bpmn.process import Node, NodeKind
from kerja.workflow.wording import word

Point = tuple[int, int]

LABEL_WIDTH = 90
"""Width at which drawing programs break a label."""

BORDER_EVENT = (25, 40)
"""Centre of an event on the border of a task, from the centre of the task."""

LINE = 14
_LETTER = 6.9
_LETTERS = {
    letter: width
    for letters, width in ((" ijl.,:;'|!/", 3.6), ("frt()-", 4.6), ("csz", 6.0), ("mwMW", 10.8))
    for letter in letters
}
"""Widths of letters 11 pixels high, in the widest font that stands in for Arial."""

_MARGIN = 6
_GATEWAYS: frozenset[NodeKind] = frozenset({"choice", "merge", "parallel"})
_EVENTS: frozenset[NodeKind] = frozenset({"start", "end", "event", "timer", "message"})


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `x` and `y` are its upper left corner."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """The centre."""
        return self.x + self.width // 2, self.y + self.height // 2


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height."""

    width: int
    height: int


TASK = Size(100, 80)


def size(node: Node) -> Size:
    """Return the size of a node."""
    if is_gateway(node):
        return Size(50, 50)
    return Size(36, 36) if is_event(node) else TASK


def is_gateway(node: Node) -> bool:
    """True for a diamond."""
    return node.kind in _GATEWAYS


def is_event(node: Node) -> bool:
    """True for a circle."""
    return node.kind in _EVENTS


def has_label(node: Node) -> bool:
    """True if the name stands beside the node, not in it."""
    return bool(node.name) and (is_gateway(node) or is_event(node))


def has_label_below(node: Node) -> bool:
    """True if the name stands below the node, where a flow could leave or arrive."""
    return is_event(node) and has_label(node)


def label_size(text: str) -> Size:
    """Return the room that a label takes, rather too much."""
    lines = [""]
    for part in text.split():
        longer = f"{lines[-1]} {part}".strip()
        if lines[-1] and _width(longer) > LABEL_WIDTH - _MARGIN:
            lines.append(part)
        else:
            lines[-1] = longer
    # A word that is wider than a label is broken by those who draw it.
    rows = sum(1 + int(_width(line) // (LABEL_WIDTH - _MARGIN + 1)) for line in lines)
    widest = max(map(_width, lines))
    return Size(min(LABEL_WIDTH, int(widest) + _MARGIN), rows * LINE)


def heading_length(lane: Lane) -> int:
    """Return the height that a lane needs to have its name in one line, which reads upwards."""
    return int(_width(word(f"lane.{lane}", {}))) + _MARGIN


def _width(line: str) -> float:
    return sum(_LETTERS.get(letter, _LETTER) for letter in line)
