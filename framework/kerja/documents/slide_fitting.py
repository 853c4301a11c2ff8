"""What stands on one slide, where, and what is left out so that it fits at a readable size."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from kerja.documents.scripts import has_shaping

# All lengths are points. The page is that of a wide screen, 16 to 9.
WIDTH, HEIGHT, MARGIN, GAP = 960.0, 540.0, 34.0, 9.0
TITLE, LEAD, BODY, SMALL = 26.0, 16.0, 14.0, 14.0
BOX, CELL = 8.0, 6.0
# Room that is left stands between the parts, and no more of it than this.
_MOST_SPARE = 22.0
_ROOM = WIDTH - 2 * MARGIN
_MOST_SENTENCES, _FEWEST_COLUMNS = 3, 3


@dataclass(frozen=True, slots=True)
class Panel:
    """A heading and lines below it. `short` are the same lines said with fewer words."""

    heading: str
    lines: tuple[str, ...]
    short: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide.

    `answer` are sentences, the weightiest first; `numbers` the columns of the table that hold
    figures; columns and rows stand in the order of their weight. Two panels stand side by side.
    """

    title: str
    status: str
    language: str
    answer: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int]
    panels: tuple[Panel, ...]
    foot: str


class Row(NamedTuple):
    """A rectangle of the page."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything stands. `columns` and `heights` are those of the table."""

    title: Row
    status: Row
    answer: Row
    table: Row
    columns: tuple[float, ...]
    heights: tuple[float, ...]
    panels: tuple[Row, ...]
    foot: Row
    used: float

    @property
    def fits(self) -> bool:
        """True if the page holds everything."""
        return self.used <= HEIGHT - MARGIN


def fitted(slide: Slide) -> Slide:
    """Return the slide with so much left out that it fits.

    First words of the panels, then a sentence of the answer, the last columns, more sentences,
    lines of the panels, rows of the table: whatever makes it lower. The size of the text stays.
    """
    shown = replace(slide, answer=slide.answer[:_MOST_SENTENCES])
    while not plan(shown).fits:
        height = plan(shown).used
        less = next((less for less in _shortened(shown) if plan(less).used < height), None)
        if less is None:
            break
        shown = less
    return shown


def _shortened(slide: Slide) -> Iterator[Slide]:
    """Yield slides that say less, the one that loses least first."""
    for index, panel in enumerate(slide.panels):
        if panel.short and panel.short != panel.lines:
            yield _with_panel(slide, index, replace(panel, lines=panel.short))
    if len(slide.answer) == _MOST_SENTENCES:
        yield replace(slide, answer=slide.answer[:-1])
    if len(slide.header) > _FEWEST_COLUMNS:
        rows = tuple(row[:-1] for row in slide.rows)
        yield replace(slide, header=slide.header[:-1], rows=rows)
    if len(slide.answer) > 1:
        yield replace(slide, answer=slide.answer[:-1])
    for index, panel in enumerate(slide.panels):
        if len(panel.lines) > 1:
            less = replace(panel, lines=panel.lines[:-1], short=panel.short[:-1])
            yield _with_panel(slide, index, less)
    if len(slide.rows) > 1:
        yield replace(slide, rows=slide.rows[:-1])


def _with_panel(slide: Slide, index: int, panel: Panel) -> Slide:
    panels = list(slide.panels)
    panels[index] = panel
    return replace(slide, panels=tuple(panels))


def plan(slide: Slide) -> Plan:
    """Return where everything stands, one below the other."""
    columns = _columns(slide)
    rows = (slide.header, *slide.rows) if slide.rows else ()
    heights = tuple(
        max(_height((c,), w - 2 * CELL, BODY) for c, w in zip(row, columns, strict=True)) + CELL
        for row in rows
    )
    half = (_ROOM - GAP) / 2
    panels = [
        _height((panel.heading, *panel.lines), half - 2 * BOX, BODY) + 2 * BOX
        for panel in slide.panels
    ]
    stacked = (
        _height((slide.title,), _ROOM, TITLE),
        _height((slide.status,), _ROOM, SMALL),
        _height(slide.answer, _ROOM - 2 * BOX, LEAD) + 2 * BOX,
        sum(heights),
        max(panels, default=0.0),
        _height((slide.foot,), _ROOM, SMALL),
    )
    used = sum(stacked) + GAP * (len(stacked) - 1)
    spare = HEIGHT - MARGIN - used
    between = GAP + min(_MOST_SPARE, max(0.0, spare / (len(stacked) - 1)))
    places = []
    top = MARGIN / 2
    for height in stacked:
        places.append(Row(MARGIN, top, _ROOM, height))
        top += height + between
    title, status, answer, table, below, foot = places
    return Plan(
        title, status, answer, table, columns, heights,
        tuple(
            Row(MARGIN + i * (half + GAP), below.top, half, below.height)
            for i in range(len(panels))
        ),
        foot,
        used,
    )  # fmt: skip


def leading(size: float, text: str) -> float:
    """Return the height of a line; scripts with signs above and below need more."""
    return size * (1.65 if has_shaping(text) else 1.32)


def _height(texts: Sequence[str], width: float, size: float) -> float:
    return sum(_lines(text, width, size) * leading(size, text) for text in texts)


def _lines(text: str, width: float, size: float) -> int:
    """Count the lines of a text, breaking where it may break."""
    lines, used = 1, 0.0
    for word in re.findall("[^ \u200b]+[ \u200b]?", text):
        length = _length(word, size)
        if used and used + length > width:
            lines, used = lines + 1, 0.0
        whole = max(0, math.ceil(length / width) - 1)
        lines, used = lines + whole, used + length - whole * width
    return lines


def _columns(slide: Slide) -> tuple[float, ...]:
    """Share the room: a column of figures gets what it needs, columns of words the rest."""
    if not slide.header:
        return ()
    by_column = list(zip(slide.header, *slide.rows, strict=True))
    needs = [max(_length(cell, BODY) for cell in column[1:] or column) for column in by_column]
    least = [max(_longest(cell) for cell in column) for column in by_column]
    room = _ROOM - 2 * CELL * len(by_column)
    heads = [_length(column[0], BODY) / _HEADER_LINES for column in by_column]
    fixed = {
        i: max(least[i], needs[i], heads[i]) + _SLACK
        for i in range(len(by_column))
        if i in slide.numbers
    }
    left = room - sum(fixed.values())
    words = [i for i in range(len(by_column)) if i not in fixed]
    wanted = sum(max(needs[i], least[i]) for i in words) or 1.0
    return tuple(
        2 * CELL
        + (fixed[i] if i in fixed else max(least[i], left * max(needs[i], least[i]) / wanted))
        for i in range(len(by_column))
    )


_HEADER_LINES, _SLACK = 2, 10.0


def _longest(text: str) -> float:
    return max((_length(word, BODY) for word in re.findall("[^ \u200b]+", text)), default=0.0)


def _length(text: str, size: float) -> float:
    """Return how long a text is, on the safe side."""
    after_coeng = False
    total = 0.0
    for character in text:
        total += 0.15 if after_coeng else _letter(character)
        after_coeng = character == "\u17d2"
    return total * size


def _letter(character: str) -> float:
    """Return the width of a letter by its height: 1 is as wide as high."""
    kind = unicodedata.category(character)
    if kind in ("Mn", "Cf"):
        return 0.0
    if character >= "\u0600":
        return 0.45 if kind == "Mc" else 0.72
    if character in " \u00a0,.;:'’iljtfrI|()":
        return 0.32
    return 0.75 if kind == "Lu" else 0.59
