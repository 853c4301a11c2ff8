"""The frozen model that every section of a profile is made of."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PlainValidator

from kerja.findings import Place


class Section(BaseModel):
    """A named part of a profile.

    Unknown keys are refused. The string under a field is its only documentation; see
    `documentation`.
    """

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        defer_build=True,
        arbitrary_types_allowed=True,
    )


def _as_is(value: Any) -> Any:
    return value


Position = Annotated[Place | None, PlainValidator(_as_is), Field(exclude=True)]
"""Where a part of a profile stands. The reader sets it; it is no part of the language."""

Part = TypeVar("Part", bound=Section)


def absent(model: type[Part]) -> Any:
    """Return the default of a field for a section that is not written: all its fields absent.

    It is made without validation, which spares building a validator for each section.
    """
    return Field(default_factory=model.model_construct)


@cache
def documentation(model: type[Section]) -> Mapping[str, str]:
    """Return the string under each field of a model, those of its parents included.

    The source is parsed when somebody asks, not at each import.
    """
    found: dict[str, str] = {}
    for parent in reversed(model.__mro__):
        if issubclass(parent, Section) and parent is not Section and "[" not in parent.__name__:
            found |= _under_fields(parent)
    return found


def _under_fields(model: type[Section]) -> dict[str, str]:
    tree = ast.parse(textwrap.dedent(inspect.getsource(model)))
    body = tree.body[0].body if isinstance(tree.body[0], ast.ClassDef) else []
    return {
        field.target.id: " ".join(str(text.value.value).split())
        for field, text in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
    }
