"""A value of one version with everything that comparing it needs: path, place, what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from kerja.comparison.plan import Said
from kerja.comparison.statements import said, told
from kerja.profile import Fact, Figure, Listed, OpenSection, Profile, Section
from kerja.profile.evidence import Source
from kerja.profile.quantities import Quantity

_OF_A_MEASUREMENT = ("id", "use", "measurements")
_PROVENANCE = (
    "year", "quarter", "month", "date", "source", "confidence", "status", "definition", "note",
    "via",
)  # fmt: skip
_ABOUT_AN_ITEM = ("source", "confidence", "note", "via")


@dataclass(frozen=True, slots=True)
class Leaf:
    """What is said, and what two such statements are compared by."""

    said: Said
    content: tuple[object, ...] = ()
    provenance: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """A value of one version at a path.

    `written` tells a value from a default; `source` is that of the list item around it; `gap` what
    is said of a section around it that is missing as a whole.
    """

    profile: Profile
    value: Any
    path: str
    written: bool
    source: str = ""
    gap: Said | None = None

    def below(self, label: str, value: object, *, written: bool) -> Spot:
        """Return a part of this value."""
        source = getattr(self.value, "source", None)
        return replace(
            self,
            value=value,
            path=f"{self.path}{label}",
            written=written,
            source=source if isinstance(source, str) else self.source,
        )

    def field(self, name: str, alias: str | None) -> Spot:
        """Return a field of this section; one without a value where the section is missing."""
        written = isinstance(self.value, Section) and name in self.value.model_fields_set
        return self.below(f".{alias or name}", getattr(self.value, name, None), written=written)

    def items(self) -> Iterator[Spot]:
        """Yield the items of this list, labelled by id or position."""
        listed = self.value.items if isinstance(self.value, Listed) else self.value
        for index, item in enumerate(listed or ()):
            yield self.below(f"[{getattr(item, 'id', None) or index}]", item, written=True)

    def measurements(self) -> dict[str, Spot]:
        """Return the measurements of this figure by id; `written` is the one that computes."""
        if not isinstance(self.value, Figure):
            return {}
        used = self.value.chosen
        return {
            m.id: self.below(f".measurements[{m.id}]", m, written=m is used)
            for m in self.value.measurements
            if m.id
        }

    def opened(self) -> Spot:
        """Return this section without a value if it is missing as a whole, its gap told."""
        if isinstance(self.value, OpenSection) and not self.value.is_known:
            return replace(self, value=None, gap=said(self.value, self.profile, self.path))
        return self


def of_fact(spot: Spot) -> Leaf | None:
    """Return what a fact says; None where there is none."""
    fact = spot.value
    if not isinstance(fact, Fact):
        return None
    chosen = fact.chosen if isinstance(fact, Figure) else fact
    return Leaf(
        said(fact, spot.profile, spot.path),
        content=tuple(
            _number(getattr(chosen, name))
            for name, field in type(chosen).model_fields.items()
            if not field.exclude and name not in (*_PROVENANCE, *_OF_A_MEASUREMENT)
        ),
        provenance=tuple(getattr(chosen, name) for name in _PROVENANCE),
    )


def of_value(spot: Spot) -> Leaf | None:
    """Return what a plain value says; None for a default that nobody wrote."""
    if not spot.written or spot.value is None:
        return None
    place = spot.profile.place(spot.path)
    if spot.path.rpartition(".")[2] in _ABOUT_AN_ITEM:
        return Leaf(Said(told(spot.value), place), provenance=(spot.value,))
    return Leaf(Said(told(spot.value), place, source=spot.source), content=(spot.value,))


def of_source(spot: Spot) -> Leaf | None:
    """Return what an entry of `sources` says: the publication; in its note, where it was read."""
    source = spot.value
    if not isinstance(source, Source):
        return None
    named = tuple(filter(None, (source.publisher, source.title, source.date)))
    read = tuple(filter(None, (source.url, source.via, source.seen, source.note)))
    place = spot.profile.place(spot.path)
    return Leaf(Said(", ".join(named), place, note=", ".join(read)), named, read)


def of_item(spot: Spot) -> Leaf | None:
    """Return what a whole item of a list says."""
    if spot.value is None:
        return None
    source = getattr(spot.value, "source", None) or spot.source
    place = getattr(spot.value, "place", None) or spot.profile.place(spot.path)
    return Leaf(Said(told(spot.value), place, source=source))


def of_none(spot: Spot) -> Leaf | None:
    """Return what is said of a list that is known to be empty: "none"."""
    value = spot.value
    if isinstance(value, Listed) and not value.items and "items" in value.model_fields_set:
        return Leaf(Said("none", value.place or spot.profile.place(spot.path)))
    return None


def _number(value: object) -> object:
    # "1.5 million" and "1_500_000" are the same figure.
    return (value.number, value.unit) if isinstance(value, Quantity) else value
