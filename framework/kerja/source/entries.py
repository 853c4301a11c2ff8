"""The pairs of one mapping -> its entries: duplicates, merge keys and misplaced commas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kerja.findings import Finding, Place, Related
from kerja.source.faults import fault
from kerja.source.nodes import Node, Scalar, identifier

Pair = tuple[Scalar, Node]

_THREE_DIGITS = re.compile(r"[0-9]{3}(?![0-9])")
_LONGER = re.compile(r"[0-9]{4}")


def entries(
    pairs: Iterable[Pair], *, in_braces: bool
) -> tuple[dict[str, Node], tuple[Finding, ...]]:
    """Return the values by key, each with the place of its key, and what is wrong with them."""
    findings: list[Finding] = []
    given = _joined(pairs, findings) if in_braces else list(pairs)
    named: dict[str, Node] = {}
    for key, value in given:
        problem = _unfit(key, named)
        if problem:
            findings.append(problem)
        else:
            value.key = key.place
            named[key.text] = value
    return named, tuple(findings)


def same_ids(items: Sequence[Node]) -> tuple[Finding, ...]:
    """Return a finding for each item whose `id` an earlier item of the list has."""
    first: dict[str, Place] = {}
    findings = []
    for item in items:
        name = identifier(item)
        if name is None:
            continue
        if name in first:
            related = (Related(first[name], "the first one"),)
            message = f'a second item with the id "{name}"'
            findings.append(fault("duplicate-id", message, item.place, related=related))
        else:
            first[name] = item.place
    return tuple(findings)


def _unfit(key: Scalar, named: dict[str, Node]) -> Finding | None:
    if key.text == "<<" and not key.quoted:
        return fault("merge-key", "<< merges another section into this one", key.place)
    if not key.text:
        hint = "write the key before the colon"
        return fault("key-not-text", "the key is empty", key.place, hint=hint)
    if key.text not in named:
        return None
    first = named[key.text].key
    assert first is not None  # set when the entry was made
    related = (Related(first, "given here first"),)
    hint = f"keep one of the two; the first is on line {first.line}"
    message = f'the key "{key.text}" is given twice'
    return fault("duplicate-key", message, key.place, hint=hint, related=related)


def _joined(pairs: Iterable[Pair], findings: list[Finding]) -> list[Pair]:
    """Put back together what a comma inside { } took apart, and say so.

    `{value: 89,878, year: 2022}` is read by YAML as value: 89, 878: nothing, year: 2022.
    """
    given: list[Pair] = []
    ends: list[Scalar] = []
    for key, value in pairs:
        if given and _stands_alone(key, value) and _can_go_on(given[-1][1]):
            ends.append(key)
            continue
        _close(given, ends, findings)
        given.append((key, value))
    _close(given, ends, findings)
    return given


def _stands_alone(key: Scalar, value: Node) -> bool:
    """True for a key without colon and value."""
    return (
        isinstance(value, Scalar)
        and value.is_empty
        and not key.quoted
        and (value.place.line, value.place.column) == (key.place.end_line, key.place.end_column)
    )


def _can_go_on(value: Node) -> bool:
    return isinstance(value, Scalar) and not value.quoted and not value.is_empty


def _close(given: list[Pair], ends: list[Scalar], findings: list[Finding]) -> None:
    if not ends:
        return
    key, value = given[-1]
    assert isinstance(value, Scalar)
    last = ends[-1].place
    place = replace(value.place, end_line=last.end_line, end_column=last.end_column)
    parts = [value.text, *(end.text for end in ends)]
    if parts[0][-1:].isdigit() and all(part[:1].isdigit() for part in parts[1:]):
        text, problem = _number(parts, place)
    else:
        text = ", ".join(parts)
        message = f'a comma ended the text: "{ends[0].text[:60]}" is read as a key without value'
        hint = f'put it in quotes: {key.text}: "{text[:80]}"'
        problem = fault("comma-ended-text", message, place, hint=hint)
    findings.append(problem)
    given[-1] = (key, Scalar(place, text, text))
    ends.clear()


def _number(parts: Sequence[str], place: Place) -> tuple[str, Finding]:
    if any(_LONGER.match(part) for part in parts[1:]):
        listed = ", ".join(parts)
        message = f'a comma ended the number: "{parts[1][:40]}" is read as a key without value'
        hint = f"write [{listed}] if several values are meant; a number has no comma"
        return parts[0], fault("comma-ended-number", message, place, hint=hint)
    if _THREE_DIGITS.match(parts[-1]):
        text = "_".join(parts)
    else:
        # A comma before one or two digits is a decimal comma; points before it group digits.
        text = "_".join([*parts[:-2], parts[-2].replace(".", "_")]) + "." + parts[-1]
    message = f"a comma ended the number: write {text}"
    hint = "digits are grouped by _ or not at all; a decimal takes a point"
    return text, fault("comma-ended-number", message, place, hint=hint)
