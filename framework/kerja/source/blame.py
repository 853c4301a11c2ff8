"""Which line is to blame for a syntax error, and in plain words why.

The parser notices most mistakes only on a later line: a quote that is not closed at the end of the
file, a missing colon where the next line starts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml


@dataclass(frozen=True, slots=True)
class Blame:
    """The lines to leave out, counted from 0, `last` included; the column counts from 1."""

    first: int
    last: int
    column: int
    message: str
    hint: str | None = None


_KEY = re.compile(r"\s*(?:- +)*(?P<key>[^\s:#'\"\[\]{},][^:#]*?):(?: |$)")
_TWO_COLONS = re.compile(
    r"\s*(?:- +)*(?P<key>[\w .-]+): +(?P<rest>[^'\"\[{|>].*: .*|[^'\"\[{|>].*:)$"
)
_NO_SPACE = re.compile(r"\s*(?:- +)*(?P<key>[\w-]+):(?P<rest>[^\s:/].*)$")
_EQUALS = re.compile(r"\s*(?:- +)*(?P<key>[\w-]+)\s*=\s*(?P<rest>.*)$")
_TWO_WORDS = re.compile(r"\s*(?:- +)*(?P<key>[A-Za-z]\w*) +(?P<rest>[-+]?[0-9].*)$")
_SPECIAL_INDENT = re.compile("[ ]*[\u00a0\u2000-\u200a\u202f\u3000]")
_FARTHEST = 200
"""Lines to look back for an open quote."""


def blame(problem: yaml.MarkedYAMLError, lines: list[str]) -> Blame:
    """Return the culprit of a syntax error."""
    mark = problem.problem_mark or problem.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line >= len(lines) or not lines[line].strip():
        line, column = _last_written(lines, line), 0
    start = problem.context_mark
    if start and start.line >= len(lines):
        start = None  # the end of the text, which is on no line
    what, context = problem.problem or "", problem.context or ""
    if start and "simple key" in context:
        return _no_key(lines, start.line)
    if start and "quoted scalar" in context and "end of stream" in what:
        return _open_quote(lines, start.line, start.column)
    if start and "flow" in context and _is_unclosed(lines, start.line, line):
        return _open_bracket(lines, start.line, start.column)
    if "mapping values" in what:
        return _value_in_value(lines, line, column)
    if any(sign in what for sign in ("expected key", "block end", "'-' ", "document start")):
        return _shifted_above(lines, line) or _no_place_for(lines, line, column)
    if "escape" in what:
        column = max(0, lines[line].rfind("\\", 0, column + 1))  # parsers differ by one here
    message, hint = _words(what, context, lines[line][column : column + 1])
    return _block(lines, line, column, message, hint)


def _block(lines: list[str], line: int, column: int, message: str, hint: str | None) -> Blame:
    """Blame a line and take with it the deeper lines that follow."""
    depth = _depth(lines[line])
    last = line
    for at in range(line + 1, len(lines)):
        if lines[at].strip():
            if _depth(lines[at]) <= depth:
                break
            last = at
    return Blame(line, last, min(column, len(lines[line])) + 1, message, hint)


def _no_key(lines: list[str], line: int) -> Blame:
    text = lines[line]
    hint: str | None = None
    if re.match(r"\s*-[^\s-]", text):
        hint = "put a space after the dash"
    elif found := _NO_SPACE.match(text):
        hint = f"put a space after the colon: {found['key']}: {found['rest']}"
    elif found := _EQUALS.match(text) or _TWO_WORDS.match(text):
        hint = f"write {found['key']}: {found['rest']}"
    elif re.search(":[\u00a0\u2000-\u200a\u202f\u3000]", text):
        hint = "a special space follows the colon: delete it and type an ordinary one"
    elif "：" in text:
        hint = "a full-width colon was pasted: type an ordinary one and a space"
    return _block(lines, line, _depth(text), "this line is not `key: value`", hint)


def _open_quote(lines: list[str], line: int, column: int) -> Blame:
    mark = lines[line][column : column + 1] or '"'
    hint = f"end the text with {mark}"
    return _block(lines, line, column, f"the quote {mark} that opens here is not closed", hint)


def _open_bracket(lines: list[str], line: int, column: int) -> Blame:
    mark = lines[line][column : column + 1]
    other = {"{": "}", "[": "]"}.get(mark, "a bracket")
    message = f"the bracket {mark} that opens here is not closed"
    return _block(lines, line, column, message, f"end it with {other}")


def _is_unclosed(lines: list[str], opened: int, noticed: int) -> bool:
    """True if the text went on with another key of the same level, or ended."""
    if noticed == opened:
        return not any(line.strip() for line in lines[opened + 1 :]) and not re.search(
            r"[}\]]\s*(#.*)?$", lines[opened]
        )
    at_end = not any(line.strip() for line in lines[noticed + 1 :])
    return at_end or _depth(lines[noticed]) <= _depth(lines[opened])


def _value_in_value(lines: list[str], line: int, column: int) -> Blame:
    text = lines[line]
    if found := _TWO_COLONS.match(text):
        rest = found["rest"].strip()
        quote = "'" if '"' in rest else '"'
        hint = f"put the text in quotes: {found['key']}: {quote}{rest}{quote}"
        return _block(lines, line, column, "the value holds a second `: `", hint)
    above = _last_written(lines, line - 1) if line else line
    for at in (above, line):
        if _SPECIAL_INDENT.match(lines[at]):
            message = "the line is indented by special spaces, pasted from elsewhere"
            hint = "delete the spaces at its start and type ordinary ones"
            return _block(lines, at, 0, message, hint)
    if above != line and not _KEY.match(lines[above]) and not _ends_a_block(lines[above]):
        return _no_key(lines, above)
    if above != line and _depth(text) > _depth(lines[above]):
        message = "this line is indented deeper than the line above, which has a value already"
        hint = "give both lines the same indentation, or leave the line above without a value"
        return _block(lines, line, _depth(text), message, hint)
    return _block(lines, line, column, "a `key: value` cannot stand here", None)


def _shifted_above(lines: list[str], line: int) -> Blame | None:
    """Blame the line above if that is the odd one: a first child, alone in its depth."""
    above, depth = _last_written(lines, line - 1), _depth(lines[line])
    if line == 0 or above == line:
        return None
    if _depth(lines[above]) == depth and not _is_entry(lines[above]):
        return _no_key(lines, above)
    before = _last_written(lines, above - 1) if above else above
    after = next((at for at in range(line + 1, len(lines)) if _is_written(lines[at])), line)
    is_first = before == above or not _is_written(lines[before]) or _depth(lines[before]) < depth
    if _depth(lines[above]) > depth and is_first and after > line and _depth(lines[after]) == depth:
        message = "this line is indented deeper than the lines below, which belong beside it"
        hint = "indent it exactly as the lines below"
        return _block(lines, above, _depth(lines[above]), message, hint)
    return None


def _no_place_for(lines: list[str], line: int, column: int) -> Blame:
    text = lines[line]
    mark, before = text[column : column + 1], text[:column].rstrip()
    if before.endswith(("'", '"')):
        quote = before[-1]
        opened = _line_with_open_quote(lines, line, quote)
        if opened is not None:
            return _open_quote(lines, opened, lines[opened].index(quote))
        return _block(lines, line, column, "text follows the closing quote", _quote_hint(quote))
    if mark and mark in "}]":
        message = f"the bracket {mark} closes nothing"
        return _block(lines, line, column, message, "delete it, or open one before")
    if before.endswith(("}", "]")):
        hint = "put the whole value in quotes, or end the line there"
        return _block(lines, line, column, "text follows the closing bracket", hint)
    if mark == "-" and not before:
        message = "a list item stands among lines of `key: value`"
        return _block(lines, line, column, message, "indent the item under the key of its list")
    if before:
        return _block(lines, line, column, "this part of the line cannot stand here", None)
    if re.match(r"-\S", text[column:]) or not _KEY.match(text):
        return _no_key(lines, line)
    message = "the indentation of this line fits no line above"
    return _block(lines, line, column, message, "indent it exactly as the lines beside it")


def _line_with_open_quote(lines: list[str], line: int, quote: str) -> int | None:
    """Return the nearest line above that opens a quoted value and does not close it."""
    opens = re.compile(rf"\s*(?:- +)*[\w.-]+: +{quote}[^{quote}]*$")
    for at in range(line - 1, max(-1, line - _FARTHEST), -1):
        if opens.match(lines[at]):
            return at
    return None


def _quote_hint(quote: str) -> str:
    if quote == "'":
        return "write an apostrophe inside '…' twice, or put the text in double quotes"
    return 'put the whole text in quotes; write a " inside "…" as \\"'


def _words(what: str, context: str, mark: str) -> tuple[str, str | None]:
    """Say in plain words what the parser says of the character `mark`."""
    if "cannot start any token" in what:
        return f'a value cannot start with "{mark}"', "put the value in quotes"
    if "escape" in what or "escape" in context:
        hint = "write '…' instead of \"…\", or \\\\ for one backslash"
        return "a backslash inside double quotes has a special meaning", hint
    if "alias" in context:
        return "a value that starts with * repeats one marked with &", "put the text in quotes"
    if "anchor" in context:
        return "a value that starts with & gives it a mark", "put the text in quotes"
    if "tag" in context:
        return "a value that starts with ! is a tag", "put the text in quotes"
    if "block scalar" in context:
        return "text stands on the line of | or >", "start the text on the next line, indented"
    if "directive" in context or "incompatible" in what:
        return "a profile starts with kerja: 1", "take this line out"
    if "flow" in context:
        return "inside brackets, a comma or the closing bracket is missing before this", (
            "divide by commas; put a text with : or quotes in it in quotes"
        )
    return f"this line cannot be read: {what}", None


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_entry(line: str) -> bool:
    """True for a line that can stand alone: a key, a list item, the end of a longer value."""
    return bool(_KEY.match(line)) or line.lstrip().startswith("- ") or _ends_a_block(line)


def _ends_a_block(line: str) -> bool:
    return line.rstrip().endswith((":", "}", "]", '"', "'"))


def _is_written(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _last_written(lines: list[str], line: int) -> int:
    """Return the nearest line at or above that holds something; 0 if there is none."""
    at = min(line, len(lines) - 1)
    while at > 0 and not _is_written(lines[at]):
        at -= 1
    return max(at, 0)
