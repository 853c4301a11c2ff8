"""A profile in which missing data are filled in, to see what they would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from kerja.adaptation import is_inherited
from kerja.findings import Place
from kerja.profile import Assumption, Figure, Knowledge, Listed, Profile, Section
from kerja.profile.quantities import Quantity
from kerja.profile.shapes import Shape, shapes

Value = Quantity | bool | str | tuple[str, ...]
"""What a datum may be: a number, yes or no, a word, several words."""


def number(value: float) -> Quantity:
    """Return a number as a figure holds it.

    >>> number(0.5).written, number(3.0).number
    ('0.5', 3)
    """
    whole = int(value) if float(value).is_integer() else float(value)
    return Quantity(whole, 0.0, "", f"{whole}")


def shape_at(profile: Profile, path: str) -> Shape | None:
    """Return what the profile language expects at a dotted path; None if it has no such field."""
    model: type[Section] | None = type(profile)
    shape = None
    for name in _steps(path):
        if name.startswith("["):
            continue
        if model is None or name not in shapes(model):
            return None
        shape = shapes(model)[name]
        model = shape.model
    return shape


def filled(profile: Profile, data: Mapping[str, Value]) -> Profile:
    """Return the profile with a value at each of the dotted paths; the rest stays as it is.

    The values count as the country's own, also where its model has left them open.

    Raises:
        KeyError: a path leads to an item of a list that is not there.
    """
    for path, value in data.items():
        changed = _filled(profile, _steps(path), value)
        assert isinstance(changed, Profile)
        profile = _as_own(changed, path)
    return profile


def _as_own(profile: Profile, path: str) -> Profile:
    if not is_inherited(profile, path):
        return profile
    origin = profile.origin
    places = {**origin.places, path: Place(origin.chain[0], 1, 1)}
    return profile.model_copy(update={"origin": replace(origin, places=places)})


def _steps(path: str) -> list[str]:
    return path.replace("[", ".[").split(".")


def _filled(holder: Section, steps: list[str], value: Value) -> Section:
    if isinstance(holder, Figure) and holder.chosen is not holder:
        return _measured(holder, steps, value)
    name, rest = steps[0], steps[1:]
    current = getattr(holder, name)
    shape = shapes(type(holder))[name]
    new: Any = value
    if isinstance(value, Quantity) and shape.model is None and not isinstance(holder, Figure):
        new = value.number
    if rest and rest[0].startswith("["):
        new = _in_list(current, rest, value)
    elif rest or shape.is_fact:
        assert shape.model is not None
        below = current if current is not None else _empty(shape.model)
        new = _filled(below, rest, value) if rest else _said(below, value)
    return holder.model_copy(update={name: new, **_known(holder)})


@cache
def _empty(model: type[Section]) -> Section:
    return model.model_construct()


def _said(fact: Section, value: Value) -> Section:
    if isinstance(fact, Figure) and fact.chosen is not fact:
        return _measured(fact, [], value)
    names = ("low", "mode", "high") if isinstance(fact, Assumption) else ("value",)
    return fact.model_copy(update={**dict.fromkeys(names, value), **_known(fact)})


def _measured(figure: Figure[Any], steps: list[str], value: Value) -> Section:
    """Fill the measurement that computes: the others stay beside it."""
    measurements = tuple(
        (_filled(one, steps, value) if steps else _said(one, value))
        if one is figure.chosen
        else one
        for one in figure.measurements
    )
    return figure.model_copy(update={"measurements": measurements})


def _in_list(listed: object, steps: list[str], value: Value) -> object:
    name, rest = steps[0].strip("[]"), steps[1:]
    items = listed.items if isinstance(listed, Listed) else listed
    assert isinstance(items, tuple)
    if not any(getattr(item, "id", None) == name for item in items):
        raise KeyError(name)
    new = tuple(
        _filled(item, rest, value) if getattr(item, "id", None) == name else item for item in items
    )
    return listed.model_copy(update={"items": new}) if isinstance(listed, Listed) else new


def _known(holder: Section) -> dict[str, Knowledge]:
    """A fact or section that was unknown as a whole is not so any more."""
    is_open = "knowledge" in type(holder).model_fields
    return {"knowledge": Knowledge.KNOWN} if is_open else {}
