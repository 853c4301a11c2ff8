"""Set the remarks on a step as notes of a given width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kerja.workflow.lettering import line_height, width, wrap
from kerja.workflow.picture import Frame, Note, Piece
from kerja.workflow.telling import Remark

SIZE = 7.5
PADDING = 3.0
Span = tuple[float, float]
_BETWEEN = 1.5
_CLEAR = 4.0
_LEAST = 40.0
_WORD_GAP = 2.0
_SIGN = 8.0
_NUMBER_PADDING = 2.5


def set_notes(remarks: Iterable[Remark], names: Mapping[str, str], room: float) -> tuple[Note, ...]:
    """Return one note under the other, the first at (0, 0), each no wider than `room`.

    The name of the step that a remark leads to is left out where it would take a further line.
    """
    notes: list[Note] = []
    top = 0.0
    for remark in remarks:
        note = _fitting(remark, names.get(remark.target, ""), room)
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

    Args:
        remarks: what is to be said.
        names: names of steps by id.
        free: the room left and right of the box, each from and to.
        lines: where upright lines pass.
    """
    left, right = (_uncut(span, lines) for span in free)
    choices = [(span, span[0]) for span in right] + [(span, None) for span in reversed(left)]
    best: tuple[Note, ...] = ()
    for span, begin in choices or [(free[1], free[1][0])]:
        notes = set_notes(remarks, names, span[1] - span[0])
        if not best or stacked_height(notes) < stacked_height(best):
            best = tuple(
                moved(n, span[1] - n.frame.width if begin is None else begin, 0) for n in notes
            )
    return best


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
        if lines[-1] and x + wide > inner:
            lines.append([])
            x = 0.0
        _append(lines[-1], Piece(kind, text, PADDING + x))
        x += _wide(kind, text) + (0.0 if kind == "text" else _WORD_GAP)
    widest = max((p.x + _wide(p.kind, p.text.rstrip()) for line in lines for p in line), default=0)
    high = line_height(remark.text + name, SIZE)
    frame = Frame(0, 0, widest + PADDING, high * len(lines) + 2.0)
    return Note(frame, remark.manner, tuple(tuple(line) for line in lines), high)


def _append(line: list[Piece], piece: Piece) -> None:
    """Add a piece; words that follow one another are one run of text."""
    if line and line[-1].kind == piece.kind == "text":
        piece = Piece("text", line[-1].text + piece.text, line.pop().x)
    line.append(piece)


def _tokens(remark: Remark, name: str, room: float) -> Iterator[tuple[str, str]]:
    if remark.manner == "deadline":
        yield "clock", ""
    for word in _words(remark.text, room):
        yield "text", word
    if remark.number is not None:
        yield "target", str(remark.number)
        for word in _words(name, room):
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
    return width(text, SIZE)
