"""Tables of a comparison on a terminal: as many parties side by side as 100 columns take."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

WIDTH = 100
LABELS = 40
_GAP = "  "
_LEAST = 8


def table(head: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]]) -> Iterator[str]:
    """Yield lines: a label at the left, then the cells of each party; more parties go below.

    Args:
        head: the names of the parties.
        rows: a label and its cells, one for each party.
    """
    widths = [_width(head[column], [cells[column] for _, cells in rows]) for column in
              range(len(head))]  # fmt: skip
    for block in _blocks(widths):
        yield " " * LABELS + _GAP + _GAP.join(f"{head[c][: widths[c]]:>{widths[c]}}" for c in block)
        for label, cells in rows:
            yield from _row(label, [_folded(cells[c], widths[c]) for c in block],
                            [widths[c] for c in block])  # fmt: skip


_MOST = 18


def _width(name: str, texts: Sequence[str]) -> int:
    return min(_MOST, max(_LEAST, len(name), *(len(text) for text in texts)))


def _blocks(widths: Sequence[int]) -> Iterator[list[int]]:
    block: list[int] = []
    used = LABELS
    for column, width in enumerate(widths):
        if block and used + len(_GAP) + width > WIDTH:
            yield block
            block, used = [], LABELS
        block.append(column)
        used += len(_GAP) + width
    if block:
        yield block


def _folded(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width) or [""]


def _row(label: str, cells: Sequence[list[str]], widths: Sequence[int]) -> Iterator[str]:
    labels = textwrap.wrap(label, LABELS, subsequent_indent="      ")
    for line in range(max(len(labels), *(len(cell) for cell in cells))):
        left = labels[line] if line < len(labels) else ""
        shown = (
            f"{cell[line] if line < len(cell) else '':>{width}}"
            for cell, width in zip(cells, widths, strict=True)
        )
        yield f"{left:{LABELS}}{_GAP}{_GAP.join(shown)}".rstrip()


def paragraph(start: str, text: str, *, indent: int = 2) -> list[str]:
    """Break a text after `start` at 100 columns; words and addresses stay whole."""
    return textwrap.wrap(
        " ".join(text.split()), WIDTH, initial_indent=start, subsequent_indent=" " * indent,
        break_on_hyphens=False, break_long_words=False,
    ) or [start.rstrip()]  # fmt: skip
