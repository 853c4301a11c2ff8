"""Sizes of nodes and labels in a diagram, in pixels."""

from __future__ import annotations

from dataclasses import dataclass

from kerja.workflow.bpmn.process import Node, NodeKind

Point = tuple[int, int]

LABEL_WIDTH = 90
"""Width at which drawing programs break a label."""

LINE = 14
_LETTER = 6.6
_MARGIN = 10
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


def size(node: Node) -> Size:
    """Return the size of a node."""
    if is_gateway(node):
        return Size(50, 50)
    return Size(36, 36) if is_event(node) else Size(100, 80)


def is_gateway(node: Node) -> bool:
    """True for a diamond."""
    return node.kind in _GATEWAYS


def is_event(node: Node) -> bool:
    """True for a circle."""
    return node.kind in _EVENTS


def has_label(node: Node) -> bool:
    """True if the name stands beside the node, not in it."""
    return bool(node.name) and (is_gateway(node) or is_event(node))


def label_size(text: str) -> Size:
    """Return the room that a label takes, rather too much."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(longer) * _LETTER > LABEL_WIDTH - _MARGIN:
            lines.append(word)
        else:
            lines[-1] = longer
    # A word that is wider than a label is broken by those who draw it.
    rows = sum(1 + int(len(line) * _LETTER // (LABEL_WIDTH - _MARGIN + 1)) for line in lines)
    widest = max(len(line) for line in lines) * _LETTER
    return Size(min(LABEL_WIDTH, int(widest) + _MARGIN), rows * LINE)
