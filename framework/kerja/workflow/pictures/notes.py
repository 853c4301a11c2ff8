"""Set the remarks on a step as notes of a given width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kerja.workflow.pictures.lettering import line_height, width, wrap
from kerja.workflow.pictures.picture import Frame, Note, Piece
from kerja.workflow.telling import Clause, Remark

SIZE = 7.5
PADDING = 3.0
Span = tuple[float, float]
_BETWEEN = 1.5
_CLEAR = 4.0
_LEAST = 40.0
_WORD_GAP = 2.0
_SIGN = 8.0
_NUMBER_PADDING = 2.5
_CLOSING = ") "


def set_notes(remarks: Iterable[Remark], names: Mapping[str, str], room: float) -> tuple[Note, ...]:
    """Return one note under the other, the first at (0, 0), each no wider than `room`.

    The name of the step that a remark leads to is left out where it would take a further line.
    """
    notes: list[Note] = []
    top = 0.0
    for remark in remarks:
        name = "" if remark.manner == "together" else names.get(remark.first.target, "")
        note = _fitting(remark, name, room)
        notes.append(moved(note, 0, top))
        top += note.frame.height + _BETWEEN
    return tuple(notes)


def place_notes(
    remarks: Sequence[Remark],
    names: Mapping[str, str],
    free: tuple[Span, Span],
    lines: Sequence[float],
) -> tuple[Note, ...]:
    """Return the notes where they are lowest: in a stretch beside a box that no line crosses.

    A measure stands on the other side of the box if the notes are lower without it.

    Args:
        remarks: what is to be said.
        names: names of steps by id.
        free: the room left and right of the box, each from and to.
        lines: where upright lines pass.
    """
    left, right = (_uncut(span, lines) for span in free)
    on_right = [_Place(span, is_left=False) for span in right]
    on_left = [_Place(span, is_left=True) for span in reversed(left)]
    everywhere = (*on_right, *on_left) or (_Place(free[1], is_left=False),)
    measures = [remark for remark in remarks if remark.manner == "measure"]
    others = [remark for remark in remarks if remark.manner != "measure"]
    choices = [_lowest(remarks, names, everywhere)]
    if measures and others and on_left and on_right:
        for here, there in ((on_right, on_left), (on_left, on_right)):
            alone = _lowest(measures, names, there[:1])
            is_near = there[0].edge in (free[0][1], free[1][0])
            if is_near and all(len(note.lines) == 1 for note in alone):
                choices.append((*_lowest(others, names, here), *alone))
    return min(choices, key=stacked_height)


def moved(note: Note, x: float, y: float) -> Note:
    """Return the note moved right and down."""
    frame = note.frame
    return replace(note, frame=replace(frame, x=frame.x + x, y=frame.y + y))


def stacked_height(notes: Iterable[Note]) -> float:
    """Return the height of notes set one under the other."""
    return max((note.frame.bottom for note in notes), default=0.0)


def number_width(number: str) -> float:
    """Return the width of the mark that holds the number of a step."""
    return width(number, SIZE, bold=True) + 2 * _NUMBER_PADDING


@dataclass(frozen=True, slots=True)
class _Place:
    """A stretch beside a box, and whether it lies to the left of it."""

    span: Span
    is_left: bool

    @property
    def edge(self) -> float:
        """The edge that is nearest to the box."""
        return self.span[1] if self.is_left else self.span[0]


def _lowest(
    remarks: Sequence[Remark], names: Mapping[str, str], places: Sequence[_Place]
) -> tuple[Note, ...]:
    """Return the notes in the place where they are lowest, close to the box."""
    best: tuple[Note, ...] = ()
    for place in places:
        begin, end = place.span
        notes = set_notes(remarks, names, end - begin)
        if not best or stacked_height(notes) < stacked_height(best):
            best = tuple(
                moved(note, end - note.frame.width if place.is_left else begin, 0) for note in notes
            )
    return best


def _uncut(span: Span, lines: Sequence[float]) -> list[Span]:
    """Return the stretches of a span that lines leave, each wide enough for a note."""
    inner = [x for x in sorted(lines) if span[0] - _CLEAR < x < span[1] + _CLEAR]
    starts = [span[0], *(x + _CLEAR for x in inner)]
    ends = [*(x - _CLEAR for x in inner), span[1]]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if b - a > _LEAST]


def _fitting(remark: Remark, name: str, room: float) -> Note:
    short = _set(remark, "", room)
    full = _set(remark, name, room)
    return full if len(full.lines) <= max(1, len(short.lines)) else short


def _set(remark: Remark, name: str, room: float) -> Note:
    inner = max(room - 2 * PADDING, 30.0)
    lines: list[list[Piece]] = [[]]
    x = 0.0
    for kind, text in _tokens(remark, name, inner):
        wide = _wide(kind, text.rstrip())
        if text == _CLOSING:
            x -= _WORD_GAP
        elif lines[-1] and x + wide > inner:
            lines.append([])
            x = 0.0
        _append(lines[-1], Piece(kind, text, PADDING + x))
        x += _wide(kind, text) + (0.0 if kind == "text" else _WORD_GAP)
    widest = max((p.x + _wide(p.kind, p.text.rstrip()) for line in lines for p in line), default=0)
    high = line_height(" ".join((*(clause.text for clause in remark.clauses), name)), SIZE)
    frame = Frame(0, 0, widest + PADDING, high * len(lines) + 2.0)
    return Note(frame, remark.manner, tuple(map(tuple, lines)), high, remark.sign)


def _append(line: list[Piece], piece: Piece) -> None:
    """Add a piece; words that follow one another are one run of text."""
    if line and line[-1].kind == piece.kind == "text":
        piece = Piece("text", line[-1].text + piece.text, line.pop().x)
    line.append(piece)


def _tokens(remark: Remark, name: str, room: float) -> Iterator[tuple[str, str]]:
    if remark.sign:
        yield "sign", remark.sign
    if remark.manner == "deadline":
        yield "clock", ""
    yield from _said(remark.first, name, room)
    for clause in remark.clauses[1:]:
        if remark.manner == "together":
            yield from (("text", word) for word in _words(clause.text, room))
            yield "number", clause.number or "?"
        else:
            yield from _said(replace(clause, text=f"({clause.text}"), _CLOSING.strip(), room)


def _said(clause: Clause, behind: str, room: float) -> Iterator[tuple[str, str]]:
    for word in _words(clause.text, room):
        yield "text", word
    if clause.number:
        yield "target", clause.number
        for word in _words(behind, room):
            yield "text", word


def _words(text: str, room: float) -> Iterator[str]:
    """Yield words with the space behind them; between zero-width spaces there is none."""
    for word in text.split():
        parts = [cut for part in word.split("\u200b") for cut in wrap(part, SIZE, room) if cut]
        yield from parts[:-1]
        yield parts[-1] + " "


def _wide(kind: str, text: str) -> float:
    if kind == "clock":
        return _SIGN
    if kind == "target":
        return _SIGN + _WORD_GAP + number_width(text)
    if kind == "number":
        return number_width(text)
    if kind == "sign":
        return width(text, SIZE, bold=True)
    return width(text, SIZE)
