"""Fields as commented lines to fill in: what is meant, in which form, where it is published."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kerja.feasibility.asking import ASKED, where_published
from kerja.profile import Assumption, Section, WordList
from kerja.profile.section import documentation
from kerja.profile.shapes import Shape, shapes

GAP = "…"
"""Stands where a value is to be filled in; it is no figure, so that none is left by mistake."""

WIDTH = 100
_STEP = "  "
_KEPT = "\0"
"""A space at which no line is broken. It is a plain one in the end: people copy examples."""

_EXAMPLES = {
    "count": "1.2 million",
    "share": "8.5%",
    "rate": "-0.4%",
    "number": "30",
    "money": "{currency} 280_000",
    "assumption": "lowest, likeliest, highest credible value",
}

Tree = Mapping[str, "Tree"]


@dataclass(frozen=True, slots=True)
class _Field:
    """One field: its path, its form, the string under it, and what below it is asked for."""

    path: str
    shape: Shape
    meaning: str
    below: Tree

    @property
    def name(self) -> str:
        return self.path.rpartition(".")[2]


def field_lines(
    model: type[Section], names: Iterable[str], *, path: str, currency: str
) -> Iterator[str]:
    """Yield the lines of the named fields of the section at `path`, each behind a "#".

    What begins with "# " explains; taking the "#" off the others makes them a part of the profile.

    Args:
        model: the section.
        names: dotted names within it.
        path: of the section, "" for the whole profile.
        currency: ISO 4217 code for the example of an amount.
    """
    depth = 0 if not path else path.count(".") + 1
    yield from _lines(model, _tree(names), path=path, indent=_STEP * depth, currency=currency)


def prose(text: str, indent: str) -> Iterator[str]:
    """Yield lines of explanation."""
    lead = f"{indent}# "
    for line in textwrap.wrap(
        text, WIDTH, initial_indent=lead, subsequent_indent=lead, break_on_hyphens=False
    ):
        yield line.replace(_KEPT, " ")


def _tree(names: Iterable[str]) -> Tree:
    root: dict[str, Tree] = {}
    for name in names:
        here = root
        for part in name.split("."):
            below = here.setdefault(part, {})
            assert isinstance(below, dict)
            here = below
    return root


def _lines(
    model: type[Section], tree: Tree, *, path: str, indent: str, currency: str
) -> Iterator[str]:
    for field in _fields(model, tree, path):
        yield from prose(_explained(field, currency), indent)
        shape = field.shape
        if shape.model is None or shape.is_fact:
            yield f"{indent}#{field.name}: {_form(field)}"
            continue
        yield f"{indent}#{field.name}:"
        is_list = shape.holder != "one"
        inner = _lines(
            shape.model,
            _with_required(shape.model, field.below) if is_list else field.below,
            path=field.path,
            indent=indent + _STEP * (2 if is_list else 1),
            currency=currency,
        )
        yield from _as_entry(inner, indent + _STEP) if is_list else inner


def _fields(model: type[Section], tree: Tree, path: str) -> Iterator[_Field]:
    texts = documentation(model)
    own = {field.alias or name: name for name, field in model.model_fields.items()}
    for name, below in tree.items():
        where = f"{path}.{name}".lstrip(".")
        yield _Field(where, shapes(model)[name], texts[own[name]], below)


def _with_required(model: type[Section], tree: Tree) -> Tree:
    """Put the keys without which an entry of a list is refused before the others."""
    required = [
        field.alias or name for name, field in model.model_fields.items() if field.is_required()
    ]
    return {**{name: {} for name in required}, **tree}


def _as_entry(lines: Iterable[str], indent: str) -> Iterator[str]:
    """Mark the first line to fill in as the beginning of an entry of a list."""
    begun = False
    for line in lines:
        bare = line.lstrip()
        if begun:
            yield line
            continue
        begun = not bare.startswith("# ")
        yield f"{indent}#- {bare[1:]}" if begun else indent + bare


def _explained(field: _Field, currency: str) -> str:
    parts = [field.meaning, _unit(field, currency)]
    published = where_published(field.path)
    if published:
        parts.append(f"Published: {published}.")
    section = field.path.partition(".")[0]
    if field.path in ASKED and field.path != section:
        parts.append(f"Ask: {ASKED[field.path]}.")
    return " ".join(part for part in parts if part)


def _unit(field: _Field, currency: str) -> str:
    shape = field.shape
    if shape.words:
        return f"One of: {', '.join(shape.words)}."
    if shape.model is None:
        return ""
    if not shape.is_fact:
        return "" if shape.holder == "one" else _many(shape)
    kind = str(getattr(shape.model, "kind", ""))
    if not kind:
        texts = documentation(shape.model)
        return " ".join(f"{name}: {texts[name]}" for name in field.below)
    example = _EXAMPLES.get(kind, "").format(currency=currency or "USD").replace(" ", _KEPT)
    return kind.capitalize() + (f"{_KEPT}({example})." if example else ".")


def _many(shape: Shape) -> str:
    if shape.holder != "listed":
        return "One entry for each."
    return "One entry for each, or in place of the list none, unknown, TODO(human)."


def _form(field: _Field) -> str:
    """Return what stands behind the name: the gaps to fill in."""
    model = field.shape.model
    if model is None or not field.shape.is_fact:
        return f"[{GAP}]" if field.shape.holder == "list" else GAP
    keys = [*_values(model), *field.below]
    keys += ["rests_on", "source"] if issubclass(model, Assumption) else ["year", "source"]
    gaps = dict.fromkeys(keys, GAP)
    if issubclass(model, WordList):
        gaps["value"] = f"[{GAP}]"
    return "{" + ", ".join(f"{key}: {gap}" for key, gap in gaps.items()) + "}"


def _values(model: type[Section]) -> tuple[str, ...]:
    if issubclass(model, Assumption):
        return ("low", "mode", "high")
    return ("value",) if "value" in shapes(model) else ()
