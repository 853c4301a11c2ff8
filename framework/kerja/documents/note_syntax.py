"""The Markdown of notes: `[^key]` in a text, `[^key]: words` on lines of its own."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

_KEY = r"\[\^([A-Za-z0-9_.:/-]+)\]"
_REFERENCE = re.compile(_KEY)
_DEFINITION = re.compile(_KEY + r":[ ]*")


def add_notes(parser: MarkdownIt) -> None:
    """Teach `parser` notes; they come before the links that they look like."""
    stops = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("reference", "note", _definition, {"alt": stops})
    parser.inline.ruler.before("link", "note", _reference)


def _definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    if state.is_code_block(start):
        return False
    first = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    match = _DEFINITION.match(first)
    if match is None or silent:
        return match is not None
    lines = [first[match.end() :]]
    line = start + 1
    while line < end and not state.isEmpty(line):
        text = state.getLines(line, line + 1, state.blkIndent, keepLastLF=False).strip()
        if _DEFINITION.match(text):
            break
        lines.append(text)
        line += 1
    state.line = line
    opening = state.push("note_definition_open", "", 1)
    opening.meta = {"key": match[1]}
    inline = state.push("inline", "", 0)
    inline.content = "\n".join(lines).strip()
    inline.map = [start, line]
    inline.children = []
    state.push("note_definition_close", "", -1)
    return True


def _reference(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    match = _REFERENCE.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("note_reference", "", 0).meta = {"key": match[1]}
    state.pos = match.end()
    return True
