"""The parts of a picture of a workflow, placed on a landscape page; lengths in points."""

from __future__ import annotations

from dataclasses import dataclass

from kerja.workflow.step import Step
from kerja.workflow.telling import Manner, Sign

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle by its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Half way across."""
        return self.x + self.width / 2

    def meets(self, other: Frame) -> bool:
        """True if the two have an area in common."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Column:
    """A lane: its heading in lines, and where it runs."""

    frame: Frame
    heading: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tab:
    """A phase, beside its steps."""

    frame: Frame
    text: str
    shade: int


@dataclass(frozen=True, slots=True)
class Box:
    """A step; `number` as it is shown, with the sign of a change before it."""

    frame: Frame
    step: Step
    number: str
    lines: tuple[str, ...]
    sign: Sign = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line in a note, `x` from the note's left.

    `kind` is text, clock, sign (of a change), target (an arrow to the number of a step) or number
    (of a further step, without an arrow).
    """

    kind: str
    text: str
    x: float


@dataclass(frozen=True, slots=True)
class Note:
    """What is said beside a step, in lines of pieces."""

    frame: Frame
    manner: Manner
    lines: tuple[tuple[Piece, ...], ...]
    line_height: float
    sign: Sign = ""


@dataclass(frozen=True, slots=True)
class Line:
    """The usual way from one step to another, as corners of a line of right angles.

    All ways of a fork are usual ones.
    """

    start: str
    end: str
    points: tuple[Point, ...]
    sign: Sign = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the journey, read downwards."""

    frame: Frame
    columns: tuple[Column, ...]
    tabs: tuple[Tab, ...]
    boxes: tuple[Box, ...]
    notes: tuple[Note, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole page; `text` is the size of the names in the boxes.

    No note lies over a box or a line.
    """

    width: float
    height: float
    text: float
    panels: tuple[Panel, ...] = ()
