"""The sheets of a paged document: which blocks stand together on paper turned which way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeGuard

from kerja.documents.tree import Block, Blocks, Figure, Heading, plain

# In centimetres, on A4: what is left to a picture between the margins of a page. On a turned page
# that is less one heading above the picture and one line of caption below it.
_PORTRAIT = (16.0, 20.0)
_LANDSCAPE = (24.7, 16.8)
_HEADING, _CAPTION_LINE, _CAPTION_LETTERS = 1.3, 0.45, 130


@dataclass(frozen=True, slots=True)
class Sheet:
    """Blocks on paper of one orientation; a landscape one holds headings and one picture."""

    blocks: Blocks
    landscape: bool = False

    @property
    def room(self) -> tuple[float, float]:
        """Return the greatest width and height of a picture, in cm."""
        if not self.landscape:
            return _PORTRAIT
        width, height = _LANDSCAPE
        headings = sum(isinstance(block, Heading) for block in self.blocks)
        letters = sum(len(plain(block.caption)) for block in self.blocks if _is_turned(block))
        lines = letters // _CAPTION_LETTERS
        return width, height - _HEADING * max(0, headings - 1) - _CAPTION_LINE * lines


def sheets(blocks: Iterable[Block]) -> tuple[Sheet, ...]:
    """Divide the blocks of a document where the paper turns.

    The headings right above a landscape picture go with it: alone they would end a page. The first
    sheet is a portrait one, for the title, and may be empty.
    """
    result: list[Sheet] = []
    upright: list[Block] = []
    for block in blocks:
        if not _is_turned(block):
            upright.append(block)
            continue
        start = len(upright)
        while start and isinstance(upright[start - 1], Heading):
            start -= 1
        if start or not result:
            result.append(Sheet(tuple(upright[:start])))
        result.append(Sheet((*upright[start:], block), landscape=True))
        upright = []
    if upright or not result:
        result.append(Sheet(tuple(upright)))
    return tuple(result)


def _is_turned(block: Block) -> TypeGuard[Figure]:
    return isinstance(block, Figure) and block.landscape
