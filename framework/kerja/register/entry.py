"""One figure of a blueprint, and all of them by key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kerja.findings import Place


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure.

    `unit` is "count", "share", "rate", "number" or "money" (then `currency` is its ISO 4217
    code); shares are fractions. A given figure has a `source`; a computed one a `formula` and its
    `inputs`: keys of other entries, or fields of the profile that hold no figure. `place` is where
    a given figure stands in a profile.
    """

    key: str
    number: float
    unit: str
    currency: str | None = None
    year: int | None = None
    source: str | None = None
    status: str | None = None
    confidence: str | None = None
    definition: str | None = None
    note: str | None = None
    place: Place | None = None
    formula: str | None = None
    inputs: tuple[str, ...] = ()

    @property
    def is_computed(self) -> bool:
        """True if Kerja computed the figure."""
        return self.formula is not None


class Register(Mapping[str, Entry]):
    """Figures by key. A missing key is an unknown figure: ask with `get`."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries: dict[str, Entry] = {}
        for entry in entries:
            if entry.key in self._entries:
                raise ValueError(f"two figures are called {entry.key}")
            self._entries[entry.key] = entry

    def __getitem__(self, key: str) -> Entry:
        return self._entries[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)
