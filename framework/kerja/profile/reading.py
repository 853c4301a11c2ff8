"""Turn a tree of nodes into a profile; every misfit of shape becomes a finding with its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kerja.findings import Finding, Place
from kerja.profile.misfits import misfit
from kerja.profile.profile import Origin, Profile
from kerja.profile.section import Section
from kerja.profile.shapes import Shape, shapes
from kerja.source import Document, Mapping, Node, Scalar, plain, read, walk
from kerja.source import Sequence as Items

_FACT_BASIS = (
    "year", "quarter", "month", "date", "source", "confidence", "status", "definition",
)  # fmt: skip
_MOST_ROUNDS = 8
_PLACES = ("country", "area")


def read_profile(
    path: Path, *, folders: Sequence[Path]
) -> tuple[Profile, Document, tuple[Finding, ...]]:
    """Read a profile and its parents.

    Returns the profile as far as it can be read (what does not fit is left out, so that the rest
    can be checked), the document behind it, and all findings of text and shape.

    Raises:
        KerjaError: there is no such file, or it is no text.
    """
    document, findings = read(path, folders=folders)
    profile, misfits = profile_of(document, name=_stem(path))
    parent = _parent(document, folders)
    origin = replace(profile.origin, parent=parent)
    return profile.model_copy(update={"origin": origin}), document, (*findings, *misfits)


def profile_of(document: Document, *, name: str = "") -> tuple[Profile, tuple[Finding, ...]]:
    """Build the profile of a document that was read; see `read_profile`."""
    data = _prepared(document.root, Shape("one", Profile, text=False))
    findings: list[Finding] = []
    profile = None
    for attempt in range(_MOST_ROUNDS):
        try:
            profile = Profile.model_validate(data)
            break
        except ValidationError as problem:
            errors = problem.errors(include_url=False)
            if attempt == 0:
                # Later rounds only meet what the leaving out itself caused.
                findings += [misfit(error, _placed(document.root, error)) for error in errors]
            for error in errors:
                _leave_out(data, error["loc"])
            data = _without_gaps(data)
    profile = profile or Profile()
    origin = Origin(
        name=name,
        chain=document.files,
        kinds=document.kinds,
        places={path: node.place for path, node in walk(document.root)},
    )
    return profile.model_copy(update={"origin": origin}), tuple(findings)


def _parent(document: Document, folders: Sequence[Path]) -> Profile | None:
    """Return the country or area that a country or area extends: they are compared."""
    kinds = [document.kinds.get(file) for file in document.files[:2]]
    if len(kinds) < 2 or not set(kinds) <= set(_PLACES):
        return None
    return read_profile(document.paths[1], folders=folders)[0]


def _stem(path: Path) -> str:
    resolved = path.resolve()
    file = resolved / "profile.yaml" if resolved.is_dir() else resolved
    return file.parent.name if file.name == "profile.yaml" else file.stem


def _prepared(node: Node, shape: Shape) -> Any:
    """Return plain data in the long form that the models validate.

    The tree is at most 64 deep, so recursion is bounded.
    """
    if shape.holder == "map" and isinstance(node, Mapping):
        inner = Shape("one", shape.model, shape.text)
        return {key: _prepared(value, inner) for key, value in node.entries.items()}
    if shape.holder in ("list", "listed") and isinstance(node, Items):
        inner = Shape("one", shape.model, shape.text)
        return [_prepared(item, inner) for item in node.items]
    if shape.holder == "listed" and isinstance(node, Mapping):
        written = {key: _plain(value, text=True) for key, value in node.entries.items()}
        return {**written, "place": node.place}
    if shape.holder != "one" or shape.model is None:
        return _plain(node, text=shape.text)
    if shape.is_fact:
        return _fact(node, shape.model)
    return _section(node, shape.model)


def _section(node: Node, model: type[Section]) -> Any:
    if isinstance(node, Scalar) and node.value is None:
        return {}
    if not isinstance(node, Mapping):
        return _plain(node, text=True)
    expected = shapes(model)
    data = {
        key: _prepared(value, expected[key]) if key in expected else plain(value)
        for key, value in node.entries.items()
    }
    if "place" in model.model_fields and "place" not in data:
        data["place"] = node.place
    for name in ("source", "confidence", "status"):
        if name in expected and name in node.basis and name not in data:
            data[name] = node.basis[name].text
    return data


def _fact(node: Node, model: type[Section]) -> Any:
    if isinstance(node, Mapping):
        data = _section(node, model)
        if "measurements" in node.entries and isinstance(node.entries["measurements"], Items):
            data["measurements"] = [_fact(m, model) for m in node.entries["measurements"].items]
    elif isinstance(node, Items):
        data = {"value": _plain(node, text=True)}
    else:
        data = {"value": node.text if isinstance(node, Scalar) else None}
    if isinstance(data, dict):
        for name in _FACT_BASIS:
            if name in node.basis and name not in data:
                data[name] = _number(node.basis[name])
        data["place"] = node.place
    return data


def _number(scalar: Scalar) -> Any:
    return scalar.value if isinstance(scalar.value, int) else scalar.text


def _plain(node: Node, *, text: bool) -> Any:
    if isinstance(node, Scalar):
        return node.text if text and node.value is not None else node.value
    if isinstance(node, Items):
        return [_plain(item, text=text) for item in node.items]
    return plain(node)


def _placed(root: Node, error: ErrorDetails) -> tuple[Node, str, Place]:
    """Find the node that an error speaks of: (node, dotted path, place).

    The models add levels that are not in the text (`value` of a bare figure, `items` of a list);
    those are skipped.
    """
    node, path = root, ""
    for step in error["loc"]:
        child: Node | None = None
        if isinstance(node, Mapping) and isinstance(step, str):
            child = node.entries.get(step)
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
            child = node.items[step]
        if child is not None:
            node = child
            path = f"{path}[{step}]" if isinstance(step, int) else f"{path}.{step}".lstrip(".")
    unknown_key = error["type"] == "extra_forbidden" and node.key is not None
    return node, path, (node.key if unknown_key and node.key else node.place)


def _leave_out(data: Any, loc: Sequence[str | int]) -> None:
    """Take the part at `loc` out of the data; for a missing key, the part that lacks it."""
    steps = [step for step in loc if step != "items"]
    parents: list[tuple[Any, str | int]] = []
    here = data
    for step in steps:
        if not _has(here, step):
            break
        parents.append((here, step))
        here = here[step]
    if len(parents) > 1 and parents[-1][1] == "value":
        parents.pop()  # a fact without its value would claim to be known
    if not parents:
        return
    holder, step = parents[-1]
    if isinstance(holder, dict):
        holder.pop(step, None)
    elif isinstance(step, int):
        # Emptied, not removed: the other errors of this round count positions in this list.
        holder[step] = _GAP


def _has(part: Any, step: str | int) -> bool:
    if isinstance(part, dict):
        return step in part
    return isinstance(part, list) and isinstance(step, int) and step < len(part)


def _without_gaps(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _without_gaps(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_without_gaps(item) for item in data if item is not _GAP]
    return data


_GAP = object()
