"""What the models expect at each place of a profile: a fact, a section, a list or a plain value."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from kerja.profile.facts import Fact
from kerja.profile.openness import Listed
from kerja.profile.quantities import Quantity
from kerja.profile.section import Section


@dataclass(frozen=True, slots=True)
class Shape:
    """What one field expects.

    `holder` is "one", "list", "listed" (a list that may be unknown) or "map"; `model` the section
    or fact expected inside, None for a plain value; `text` is true if plain values are text;
    `words` are the only ones allowed, where there are such.
    """

    holder: str
    model: type[Section] | None
    text: bool
    words: tuple[str, ...] = ()

    @property
    def is_fact(self) -> bool:
        """True if a fact is expected."""
        return self.model is not None and issubclass(self.model, Fact)


@cache
def shapes(model: type[Section]) -> Mapping[str, Shape]:
    """Return the shape of each field of a model, by the name written in a profile."""
    hints = typing.get_type_hints(model, include_extras=True)
    found = {}
    for name, field in model.model_fields.items():
        if field.exclude:
            continue
        found[field.alias or name] = _shape(hints.get(name, field.annotation))
    return found


def _shape(annotation: Any) -> Shape:
    annotation = _bare(annotation)
    origin = get_origin(annotation)
    if origin is tuple:
        inner = _shape(get_args(annotation)[0])
        return Shape("list", inner.model, inner.text, inner.words)
    if origin is dict:
        inner = _shape(get_args(annotation)[1])
        return Shape("map", inner.model, inner.text)
    if isinstance(annotation, type) and issubclass(annotation, Listed):
        item = annotation.model_fields["items"].annotation
        return Shape("listed", _shape(item).model, text=False)
    if isinstance(annotation, type) and issubclass(annotation, Section):
        said = annotation.model_fields.get("value") if issubclass(annotation, Fact) else None
        return Shape("one", annotation, text=False, words=_words(said.annotation) if said else ())
    words = _words(annotation)
    return Shape("one", None, text=annotation in (str, Quantity) or bool(words), words=words)


def _words(annotation: Any) -> tuple[str, ...]:
    """Return the words that an annotation allows; none if it allows any."""
    bare = _bare(annotation)
    return tuple(map(str, get_args(bare))) if get_origin(bare) is typing.Literal else ()


def _bare(annotation: Any) -> Any:
    """Strip `Annotated` and `| None`."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, types.UnionType):
            kinds = [a for a in get_args(annotation) if a is not type(None)]
            if len(kinds) != 1:
                return annotation
            annotation = kinds[0]
        else:
            return annotation
