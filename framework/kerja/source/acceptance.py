"""Findings accepted in place: `# kerja: ignore[KL103] reason`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kerja.findings import Finding, Place
from kerja.source.faults import fault


@dataclass(frozen=True, slots=True)
class Ignore:
    """A comment that accepts the findings of `codes` (codes or names) on `line` of `file`."""

    file: str
    line: int
    codes: tuple[str, ...]
    reason: str
    place: Place


_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*kerja\s*:\s*ignore\b(?P<rest>.*)$", re.IGNORECASE)
_LISTED = re.compile(r"\s*\[(?P<codes>[^\]]*)\](?P<reason>.*)$")
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9-]*")


def ignores(
    text: str, *, file: str, hashed: Sequence[Place] = ()
) -> tuple[tuple[Ignore, ...], tuple[Finding, ...]]:
    """Return the comments that accept findings, and what is wrong with such comments.

    A comment on a line of its own speaks of the next line that holds something. `hashed` are the
    places of values that hold a `#`: what stands inside them is no comment.
    """
    found: list[Ignore] = []
    findings: list[Finding] = []
    lines = text.split("\n")
    for at, line in enumerate(lines):
        comment = _COMMENT.search(line) if "#" in line else None
        if comment is None or _inside(at + 1, comment.start() + 1, hashed):
            continue
        place = Place(file, at + 1, comment.start() + 1, at + 1, len(line) + 1)
        accepted = _read(comment["rest"], _meant(lines, at, comment.start()), place)
        if isinstance(accepted, Ignore):
            found.append(accepted)
        else:
            findings.append(accepted)
    return tuple(found), tuple(findings)


def _read(rest: str, line: int, place: Place) -> Ignore | Finding:
    listed = _LISTED.match(rest)
    codes = [code.strip() for code in listed["codes"].split(",")] if listed else []
    if not listed or not all(_CODE.fullmatch(code) for code in codes):
        return fault("acceptance-unreadable", "the comment names no code to accept", place)
    reason = listed["reason"].strip(" \t:-–—")
    if not reason:
        accepted = ", ".join(codes)
        message = f"{accepted} is accepted without a reason, so it is not accepted"
        hint = f"# kerja: ignore[{accepted}] why it is right here"
        return fault("acceptance-without-reason", message, place, hint=hint)
    return Ignore(place.file, line, tuple(codes), reason, place)


def _meant(lines: Sequence[str], at: int, start: int) -> int:
    if lines[at][:start].strip():
        return at + 1
    for later in range(at + 1, len(lines)):
        written = lines[later].strip()
        if written and not written.startswith("#"):
            return later + 1
    return at + 1


def _inside(line: int, column: int, places: Sequence[Place]) -> bool:
    return any(
        (place.line, place.column) <= (line, column) < (place.end_line, place.end_column)
        for place in places
    )
