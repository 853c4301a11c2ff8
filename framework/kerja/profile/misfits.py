"""What can be wrong with the shape of a profile, and the finding that says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic_core import ErrorDetails

from kerja.findings import Finding, Place, Severity
from kerja.profile.profile import Profile
from kerja.profile.section import Section
from kerja.profile.shapes import shapes
from kerja.source import FindingKind, Node, Scalar, closest

_ERROR = Severity.ERROR
_MISFITS = (
    FindingKind(
        "KS201", "unknown-key", _ERROR,
        "A mistyped key would be ignored in silence.",
        "a key of the reference page",
    ),
    FindingKind(
        "KS202", "missing-key", _ERROR,
        "An entry without it cannot be told from the others.",
        "add the key",
    ),
    FindingKind(
        "KS203", "not-a-figure", _ERROR,
        "A figure must be readable in one way only.",
        "1200, 147.7 million, 8.5%, IDR 3.5 million",
    ),
    FindingKind(
        "KS204", "digit-grouping", _ERROR,
        "1.500 and 1,500 mean different things in different countries.",
        "group digits by _ or not at all: 89_878",
    ),
    FindingKind(
        "KS205", "currency-symbol", _ERROR,
        "Several currencies share a symbol.",
        "the ISO 4217 code: KHR 280_000",
    ),
    FindingKind(
        "KS206", "unknown-scale-word", _ERROR,
        "A milliard and a billion differ by a thousand in some languages.",
        "thousand, million, billion, trillion",
    ),
    FindingKind(
        "KL108", "share-unit", _ERROR,
        "A bare number above 1 may be a percentage or a count.",
        "write the percent sign: 5.32%",
    ),
    FindingKind(
        "KS207", "not-a-count", _ERROR,
        "Persons and things are counted in plain numbers.",
        "140_981",
    ),
    FindingKind(
        "KS208", "not-a-share", _ERROR,
        "A share is a part of a whole.",
        "8.5% or 0.085",
    ),
    FindingKind(
        "KS209", "not-money", _ERROR,
        "An amount has a currency, not a percent sign.",
        "KHR 280_000",
    ),
    FindingKind(
        "KS210", "negative", _ERROR,
        "This figure cannot be below zero.",
        "a figure of zero or more",
    ),
    FindingKind(
        "KS211", "not-yes-or-no", _ERROR,
        "A fact that holds or not is answered yes or no.",
        "yes, no, unknown, TODO(human)",
    ),
    FindingKind(
        "KS212", "unknown-word", _ERROR,
        "Only the listed words have a meaning here.",
        "one of the listed words",
    ),
    FindingKind(
        "KS213", "wrong-form", _ERROR,
        "A list, a section or a single value is expected, and another was written.",
        "the form that the reference page shows",
    ),
    FindingKind(
        "KS214", "text-form", _ERROR,
        "The text does not have the form that is expected.",
        "the form that the reference page shows",
    ),
    FindingKind(
        "KS215", "out-of-range", _ERROR,
        "The value is outside what is possible.",
        "a value within the range",
    ),
    FindingKind(
        "KS216", "unsafe-pattern", _ERROR,
        "A pattern with groups or stars can hang the form that uses it.",
        "character classes and counts: [0-9]{9}",
    ),
)  # fmt: skip
SHAPE_FINDINGS: Mapping[str, FindingKind] = {misfit.code: misfit for misfit in _MISFITS}
"""Every kind of shape finding, by code."""

_BY_NAME = {misfit.name: misfit for misfit in _MISFITS}
_OF_PYDANTIC = {
    "extra_forbidden": "unknown-key",
    "missing": "missing-key",
    "literal_error": "unknown-word",
    "string_pattern_mismatch": "text-form",
    "greater_than_equal": "out-of-range",
    "less_than_equal": "out-of-range",
    "value_error": "unsafe-pattern",
}


def misfit(error: ErrorDetails, placed: tuple[Node, str, Place]) -> Finding:
    """Turn an error of the models into a finding."""
    node, path, place = placed
    own = error["type"] in _BY_NAME
    name = error["type"] if own else _OF_PYDANTIC.get(error["type"], "wrong-form")
    kind = _BY_NAME[name]
    message, hint = _words(name, error, node)
    return Finding(
        code=kind.code,
        name=kind.name,
        severity=kind.severity,
        message=message,
        hint=hint or kind.right,
        place=place,
        path=path,
    )


def _words(name: str, error: ErrorDetails, node: Node) -> tuple[str, str]:
    context: dict[str, Any] = error.get("ctx", {})
    key = str(error["loc"][-1]) if error["loc"] else ""
    written = node.text if isinstance(node, Scalar) else ""
    if name == "unknown-key":
        return _unknown_key(key, error["loc"])
    if name == "missing-key":
        return f'the key "{key}" is missing here', f"add {key}:"
    if name == "unknown-word":
        return _unknown_word(written, str(context.get("expected", "")))
    cure = str(context.get("cure", ""))
    hint = f"write {cure}" if cure else ""
    if name == "text-form":
        return f'"{written[:60]}" does not have the form {context.get("pattern", "")}', hint
    if name == "out-of-range":
        return f"{written[:60]}: {error['msg'].lower()}", ""
    if name == "unsafe-pattern":
        return str(context.get("error", error["msg"])), ""
    if name == "wrong-form":
        return _wrong_form(key, node, error), ""
    return error["msg"], hint


def _wrong_form(key: str, node: Node, error: ErrorDetails) -> str:
    given = {"Scalar": "a single value", "Mapping": "a section", "Sequence": "a list"}
    expected = {
        "tuple_type": "a list is",
        "list_type": "a list is",
        "dict_type": "a section is",
        "model_type": "a section is",
        "string_type": "a single value is",
        "int_type": "a whole number is",
        "int_parsing": "a whole number is",
    }
    wanted = expected.get(error["type"], "another form is")
    return f"{wanted} expected here, and {given[type(node).__name__]} was written"


def _unknown_key(key: str, loc: Sequence[str | int]) -> tuple[str, str]:
    known = list(shapes(_model_at(loc[:-1])))
    near = closest(key, known)
    if near:
        return f'unknown key "{key}"', f"did you mean {near}?"
    return f'unknown key "{key}"', "known here: " + ", ".join(sorted(known)[:12])


def _unknown_word(written: str, expected: str) -> tuple[str, str]:
    words = [word.strip(" '") for word in expected.replace(" or ", ", ").split(",")]
    near = closest(written, words)
    listed = ", ".join(words)
    hint = f"did you mean {near}? known: {listed}" if near else f"one of {listed}"
    return f'"{written[:60]}" is not a word that is known here', hint


def _model_at(loc: Sequence[str | int]) -> type[Section]:
    model: type[Section] = Profile
    for step in loc:
        shape = shapes(model).get(step) if isinstance(step, str) else None
        if shape is not None and shape.model is not None:
            model = shape.model
    return model
