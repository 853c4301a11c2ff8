"""Place a workflow on one landscape page: panels read downwards, a column a lane, a row a step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import get_args

from kerja.profile.journey import Lane, Phase
from kerja.workflow.pictures.dividing import divide
from kerja.workflow.pictures.lettering import line_height, wrap
from kerja.workflow.pictures.notes import moved, place_notes, stacked_height
from kerja.workflow.pictures.picture import Box, Column, Frame, Line, Note, Panel, Picture, Tab
from kerja.workflow.pictures.routing import Route, draw_route, find_routes, passing
from kerja.workflow.scene import Scene
from kerja.workflow.step import Step
from kerja.workflow.telling import Remark, Sign, forking
from kerja.workflow.wording import word

PAGE = (842.0, 595.0)
MARGIN = 14.0
TITLE_HEIGHT = 36.0
LEGEND_HEIGHT = 30.0
HEADING_HEIGHT = 23.0
HEADING_TEXT = 7.7
_GUTTER = 18.0
_TAB = 15.0
_BOX = (76.0, 116.0)
_BADGE = 7.0
_COIN = 5.0
_MOST_GAP = 14.0
_SIGN = 8.0
_LINED = ("usual", "together")


@dataclass(frozen=True, slots=True)
class _Density:
    """How close things stand: size of the names, room around them in a box, least gap of rows.

    `by_phase` is true if a page may be divided unequally, so that no phase is cut in two.
    """

    text: float
    padding: float
    gap: float
    by_phase: bool = True


_DENSITIES = (
    _Density(8.0, 5.0, 8.0),
    _Density(7.6, 2.5, 5.5),
    _Density(7.6, 2.5, 5.5, by_phase=False),
)


def draw(shown: Scene, names: Mapping[str, str], labels: Mapping[str, str]) -> Picture:
    """Return the picture of a scene; the page grows downwards if the steps do not fit."""
    pictures: list[Picture] = []
    for density in _DENSITIES:
        pictures.append(_drawn(shown, names, labels, density))
        if pictures[-1].height <= PAGE[1]:
            break
    return min(pictures, key=lambda picture: picture.height)


def is_bold(step: Step) -> bool:
    """True if the name of the step is set in bold: where money leaves, at the start, at the end."""
    return step.kind in ("payment", "start", "end")


def _drawn(
    shown: Scene, names: Mapping[str, str], labels: Mapping[str, str], density: _Density
) -> Picture:
    named = {step.id: names.get(step.id, step.name) for step in shown.steps}
    parts = divide(shown.steps, by_phase=density.by_phase)
    room = (PAGE[0] - 2 * MARGIN - _GUTTER * (len(parts) - 1)) / max(1, len(parts))
    top = MARGIN + TITLE_HEIGHT
    down = PAGE[1] - top - LEGEND_HEIGHT - MARGIN
    panels = [
        _Layout(shown, part, named, labels, density).panel(
            Frame(MARGIN + i * (room + _GUTTER), top, room, down)
        )
        for i, part in enumerate(parts)
    ]
    deepest = max([panel.frame.height for panel in panels], default=down)
    panels = [_lengthened(panel, deepest) for panel in panels]
    return Picture(PAGE[0], PAGE[1] - down + deepest, density.text, tuple(panels))


def _lengthened(panel: Panel, height: float) -> Panel:
    columns = (replace(c, frame=replace(c.frame, height=height)) for c in panel.columns)
    return replace(panel, frame=replace(panel.frame, height=height), columns=tuple(columns))


class _Layout:
    """One panel in the making."""

    def __init__(
        self,
        shown: Scene,
        steps: Sequence[Step],
        names: Mapping[str, str],
        labels: Mapping[str, str],
        density: _Density,
    ) -> None:
        self._shown = shown
        self._steps = steps
        self._density = density
        self._names = names
        self._labels = labels
        self._rows = {step.id: row for row, step in enumerate(steps)}
        self._pairs = self._joined()
        used = {step.lane for step in steps}
        self._lanes = [lane for lane in get_args(Lane) if lane in used]

    def panel(self, frame: Frame) -> Panel:
        """Return the panel, as high as its rows ask for and at least as high as the frame."""
        left, top = frame.x + _TAB, frame.y + HEADING_HEIGHT
        lane = (frame.right - left) / len(self._lanes)
        flat = [self._flat_box(step, left, lane, frame.right) for step in self._steps]
        routes = find_routes(
            list(self._pairs), [b.frame for b in flat], (left + 4, frame.right - 4)
        )
        beside = [
            self._beside(row, flat[row], routes, (left, frame.right)) for row in self._rows.values()
        ]
        heights = [
            max(box.frame.height, stacked_height(notes))
            for box, notes in zip(flat, beside, strict=True)
        ]
        gap = (frame.bottom - top - sum(heights)) / len(heights)
        gap = min(max(gap, self._density.gap), _MOST_GAP)
        boxes, notes = self._stacked(flat, beside, heights, (top, gap))
        bottom = max(frame.bottom, top + sum(heights) + gap * len(heights))
        return Panel(
            frame=replace(frame, height=bottom - frame.y),
            columns=self._columns(replace(frame, height=bottom - frame.y), left, lane),
            tabs=self._tabs(frame.x, boxes, (top, gap)),
            boxes=tuple(boxes),
            notes=tuple(notes),
            lines=self._lines(routes, boxes, gap),
        )

    def _joined(self) -> dict[tuple[int, int], Sign]:
        """Return the rows that a drawn line joins, and whether it is new or gone.

        Lines are the usual ways, and all ways of a fork, that lead down within the panel.
        """
        pairs: dict[tuple[int, int], Sign] = {}
        for row, step in enumerate(self._steps):
            for remark in self._shown.remarks[step.id]:
                end = self._rows.get(remark.first.target, -1)
                if remark.manner in _LINED and end > row:
                    # What is both new and gone has changed in its words only.
                    pairs[row, end] = "" if (row, end) in pairs else remark.sign
        return pairs

    def _flat_box(self, step: Step, left: float, lane: float, right: float) -> Box:
        wide = min(max(lane - 12, _BOX[0]), _BOX[1])
        middle = left + lane * (self._lanes.index(step.lane) + 0.5)
        x = min(max(middle - wide / 2, left + _BADGE + 1), right - wide - 2)
        name, text = self._names[step.id], self._density.text
        coin = _COIN if step.pays_person else 0.0
        sign = self._shown.sign(step.id)
        badge = _BADGE + (_SIGN if sign else 0.0)
        lines = wrap(name, text, (wide - badge - coin - 5) / (1.08 if is_bold(step) else 1))
        high = line_height(name, text) * len(lines) + self._density.padding
        high = max(high, 2 * _BADGE + 1)
        return Box(Frame(x, 0, wide, high), step, self._shown.marked(step.id), lines, sign)

    def _beside(
        self, row: int, box: Box, routes: Sequence[Route], edges: tuple[float, float]
    ) -> tuple[Note, ...]:
        """Set the notes of a row where they are lowest: beside its box and clear of lines."""
        said = self._said(box.step, routes, row)
        right = box.frame.right + (_COIN if box.step.pays_person else 0) + 5
        free = ((edges[0] + 2, box.frame.x - _BADGE - 4), (right, edges[1] - 2))
        return place_notes(said, self._names, free, passing(routes, row))

    def _said(self, step: Step, routes: Sequence[Route], row: int) -> tuple[Remark, ...]:
        """Return the remarks that no line shows, or not in full."""
        drawn = {self._steps[route.end].id for route in routes if route.start == row}
        told = self._shown.remarks[step.id]
        others = (
            remark
            for remark in told
            if remark.manner not in _LINED
            or remark.first.target not in drawn
            or len(remark.clauses) > 1
            or self._is_reworded(remark, row)
        )
        return (*forking(told), *(remark for remark in others if remark.manner != "together"))

    def _is_reworded(self, remark: Remark, row: int) -> bool:
        end = self._rows.get(remark.first.target, -1)
        return bool(remark.sign) and self._pairs.get((row, end)) == ""

    def _stacked(
        self,
        flat: Sequence[Box],
        beside: Sequence[tuple[Note, ...]],
        heights: Sequence[float],
        start: tuple[float, float],
    ) -> tuple[list[Box], list[Note]]:
        y, gap = start
        y += gap / 2
        boxes: list[Box] = []
        notes: list[Note] = []
        for box, said, high in zip(flat, beside, heights, strict=True):
            # The box fills its row, so that lines between rows keep clear of the notes.
            boxes.append(replace(box, frame=replace(box.frame, y=y, height=high)))
            shift = y + (high - stacked_height(said)) / 2
            notes += [moved(note, 0, shift) for note in said]
            y += high + gap
        return boxes, notes

    def _columns(self, frame: Frame, left: float, lane: float) -> tuple[Column, ...]:
        return tuple(
            Column(
                Frame(left + i * lane, frame.y, lane, frame.height),
                wrap(word(f"lane.{name}", self._labels), HEADING_TEXT, (lane - 4) / 1.08),
            )
            for i, name in enumerate(self._lanes)
        )

    def _tabs(self, x: float, boxes: Sequence[Box], start: tuple[float, float]) -> tuple[Tab, ...]:
        tabs: list[Tab] = []
        gap = start[1]
        phases = get_args(Phase)
        for phase, group in groupby(boxes, key=lambda box: box.step.phase):
            members = list(group)
            top, bottom = members[0].frame.y - gap / 2, members[-1].frame.bottom + gap / 2
            frame = Frame(x, top + 1, _TAB - 2, bottom - top - 2)
            tabs.append(Tab(frame, word(f"phase.{phase}", self._labels), phases.index(phase)))
        return tuple(tabs)

    def _lines(self, routes: Sequence[Route], boxes: Sequence[Box], gap: float) -> tuple[Line, ...]:
        frames = [box.frame for box in boxes]
        return tuple(
            Line(
                boxes[r.start].step.id,
                boxes[r.end].step.id,
                draw_route(r, frames, gap),
                self._pairs[r.start, r.end],
            )
            for r in routes
        )
