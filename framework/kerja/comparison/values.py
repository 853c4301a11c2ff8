"""The values that differ between two profiles, each with both places and both sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from kerja.comparison.plan import Kind, ValueChange
from kerja.comparison.spots import Leaf, Spot, of_fact, of_item, of_none, of_source, of_value
from kerja.comparison.statements import told
from kerja.profile import Fact, Listed, Profile, Section
from kerja.profile.evidence import Source

_COMPARED_ELSEWHERE = ("kerja", "kind", "extends", "options", "workflow")


def value_changes(old: Profile, new: Profile) -> Iterator[ValueChange]:
    """Yield every value that differs, in the order of the profile's sections.

    Facts are compared as a whole, with their provenance; "1.5 million" and "1_500_000" are the
    same. Items of lists are paired by id or name, else by what they say, else by position. The
    journey and the options are compared by what they do; see `diff`.
    """
    for name, field in Profile.model_fields.items():
        if not field.exclude and name not in _COMPARED_ELSEWHERE:
            before, after = (
                Spot(profile, getattr(profile, name), name, name in profile.model_fields_set)
                for profile in (old, new)
            )
            yield from _differing(before, after)


def _differing(old: Spot, new: Spot) -> Iterator[ValueChange]:
    pair = (old.value, new.value)
    if any(isinstance(value, Fact) for value in pair):
        yield from _facts(old, new)
    elif any(isinstance(value, Source) for value in pair):
        yield from _compared(old, new, of_source)
    elif any(isinstance(value, Section) for value in pair):
        yield from _sections(old, new)
    elif any(isinstance(value, dict) for value in pair):
        yield from _entries(old, new)
    elif any(_holds_sections(value) for value in pair):
        yield from _items(old, new)
    else:
        yield from _values(old, new)


def _holds_sections(value: object) -> bool:
    return isinstance(value, tuple) and any(isinstance(item, Section) for item in value)


def _values(old: Spot, new: Spot) -> Iterator[ValueChange]:
    if old.value != new.value:
        yield from _compared(old, new, of_value)


def _facts(old: Spot, new: Spot) -> Iterator[ValueChange]:
    yield from _compared(old, new, of_fact)
    before, after = old.measurements(), new.measurements()
    for name in dict.fromkeys([*before, *after]):
        pair = (before.get(name), after.get(name))
        # The measurement that computes was compared under the figure's own name.
        beside = [spot for spot in pair if spot is not None and not spot.written]
        if beside:
            nothing = Spot(beside[0].profile, None, beside[0].path, written=False)
            yield from _compared(pair[0] or nothing, pair[1] or nothing, of_fact)


def _sections(old: Spot, new: Spot) -> Iterator[ValueChange]:
    """Compare two sections or lists, either of which may be missing as a whole."""
    before, after = old.opened(), new.opened()
    is_list = any(isinstance(spot.value, Listed) for spot in (before, after))
    if before.value is None and after.value is None:
        yield from _stated(old.path, _gap(before), _gap(after))
        return
    changes = list(_items(before, after) if is_list else _fields(before, after))
    yield from changes
    if not changes:
        gaps = [_gap(spot) if spot.value is None else of_none(spot) for spot in (before, after)]
        yield from _stated(old.path, *gaps)


def _fields(old: Spot, new: Spot) -> Iterator[ValueChange]:
    model: type[Section] = type(old.value if old.value is not None else new.value)
    for name, field in model.model_fields.items():
        if not field.exclude and name != "id":
            yield from _differing(old.field(name, field.alias), new.field(name, field.alias))


def _entries(old: Spot, new: Spot) -> Iterator[ValueChange]:
    for key in dict.fromkeys([*(old.value or {}), *(new.value or {})]):
        before, after = (
            spot.below(f".{key}", (spot.value or {}).get(key), written=key in (spot.value or {}))
            for spot in (old, new)
        )
        yield from _differing(before, after)


def _items(old: Spot, new: Spot) -> Iterator[ValueChange]:
    for before, after in _paired(list(old.items()), list(new.items())):
        if before is not None and after is not None:
            yield from _differing(before, after)
        elif before is not None:
            yield from _stated(before.path, of_item(before), _gap(new))
        elif after is not None:
            yield from _stated(after.path, _gap(old), of_item(after))


_NAMED_BY = ("id", "who", "what", "name", "rule", "valid_from", "ages")
"""What an item of a list is known by, where it has one of these."""


def _paired(old: list[Spot], new: list[Spot]) -> Iterator[tuple[Spot | None, Spot | None]]:
    """Pair items by name, else by what they say; of what is left over, the first with the first."""
    before, waiting = _named(old), _named(new)
    found = {name: waiting.pop(name, None) for name in before}
    nameless = [name for name, spot in waiting.items() if not _name(spot)]
    for name, spot in before.items():
        other = found[name]
        if other is None and nameless and not _name(spot):
            other = waiting.pop(nameless.pop(0))
        yield spot, other
    yield from ((None, spot) for spot in waiting.values())


def _named(spots: list[Spot]) -> dict[tuple[str, int], Spot]:
    """Return items by name; of several of one name, the first with the first."""
    counts: Counter[str] = Counter()
    found = {}
    for spot in spots:
        name = _name(spot) or told(spot.value)
        found[name, counts[name]] = spot
        counts[name] += 1
    return found


def _name(spot: Spot) -> str:
    names = (getattr(spot.value, attribute, None) for attribute in _NAMED_BY)
    return next((told(name) for name in names if name), "")


def _compared(old: Spot, new: Spot, leaf: Callable[[Spot], Leaf | None]) -> Iterator[ValueChange]:
    before, after = leaf(old), leaf(new)
    if before is not None or after is not None:
        path = old.path if before is not None else new.path
        yield from _stated(path, before or _gap(old), after or _gap(new))


def _gap(spot: Spot) -> Leaf | None:
    return Leaf(spot.gap) if spot.gap is not None else None


def _stated(path: str, old: Leaf | None, new: Leaf | None) -> Iterator[ValueChange]:
    kind = _kind(old, new)
    if kind is not None:
        yield ValueChange(path, kind, old.said if old else None, new.said if new else None)


def _kind(old: Leaf | None, new: Leaf | None) -> Kind | None:
    if old is None or new is None:
        if old is None and new is None:
            return None
        return Kind.ONLY_NEW if old is None else Kind.ONLY_OLD
    if old.said.missing and new.said.missing:
        return Kind.STILL_MISSING if old.said.text != new.said.text else None
    if old.said.missing or new.said.missing:
        return Kind.BECAME_KNOWN if old.said.missing else Kind.NO_LONGER_KNOWN
    if old.content != new.content:
        return Kind.REPLACED
    return Kind.RESTATED if old.provenance != new.provenance else None
