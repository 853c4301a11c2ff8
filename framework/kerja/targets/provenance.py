"""Where every figure comes from, as rows: the register by section, and the sources it cites."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from kerja.adaptation import words
from kerja.profile import Profile
from kerja.profile.evidence import Source
from kerja.register import Entry
from kerja.targets.printing import Printer

_COMPUTED = {
    "package": "Computed: what one person gets",
    "derived": "Computed: shares and remainders",
    "options": "Computed: the options",
    "limits": "Computed: the limits",
    "forecast": "Computed: the forecast",
    "readiness": "Computed: readiness",
}


@dataclass(frozen=True, slots=True)
class InputRow:
    """A figure that a formula reads; `anchor` is empty if the register does not have it."""

    key: str
    anchor: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure with all that is known of it; what is not stated is empty."""

    anchor: str
    key: str
    name: str
    value: str
    unit: str
    year: str
    source: str
    source_anchor: str
    standing: tuple[str, ...]
    note: str
    place: str
    formula: str
    inputs: tuple[InputRow, ...]


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """The figures of one section of the profile, or of one computation."""

    anchor: str
    title: str
    figures: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source. `address` is empty unless it is a web address; `uses` counts its figures."""

    anchor: str
    key: str
    title: str
    publisher: str
    date: str
    address: str
    via: str
    note: str
    uses: str


def anchor(kind: str, key: str) -> str:
    """Return an id for a row; different keys have different ids, whatever they hold.

    >>> anchor("fig", "options[as-announced].people")
    'fig-options(as-announced).people'
    >>> anchor("src", "a b")
    'src-a~20b'
    """
    plain = "".join(_safe(character) for character in key)
    return f"{kind}-{plain}"


def _safe(character: str) -> str:
    if character.isascii() and (character.isalnum() or character in "._-"):
        return character
    return {"[": "(", "]": ")"}.get(character) or f"~{ord(character):x}"


def figure_groups(printer: Printer) -> tuple[FigureGroup, ...]:
    """Return the whole register, section by section, in its order."""
    groups: dict[str, list[FigureRow]] = {}
    for entry in printer.register.values():
        section = entry.key.partition(".")[0].partition("[")[0]
        groups.setdefault(section, []).append(_figure(entry, printer))
    return tuple(
        FigureGroup(
            anchor("figures", section),
            printer.say(_COMPUTED.get(section, words(section))),
            tuple(rows),
        )
        for section, rows in groups.items()
    )


def _figure(entry: Entry, printer: Printer) -> FigureRow:
    known = printer.register
    return FigureRow(
        anchor=anchor("fig", entry.key),
        key=entry.key,
        name=_name(entry.key),
        value=printer.exact(entry.key),
        unit=entry.currency or printer.say(entry.unit),
        year=printer.language.year(entry.year) if entry.year else "",
        source=entry.source or "",
        source_anchor=anchor("src", entry.source) if entry.source else "",
        standing=_standing(entry, printer),
        note=entry.note or "",
        place=entry.place.in_short if entry.place else "",
        formula=entry.formula or "",
        inputs=tuple(
            InputRow(key, anchor("fig", key) if key in known else "") for key in entry.inputs
        ),
    )


_MEASURED = re.compile(r"\.?measurements\[([^\]]*)\]")


def _name(key: str) -> str:
    """Say a key in words, within its section: "unemployment rate (lfs-2019)"."""
    section = key.partition(".")[0]
    measured = _MEASURED.search(key)
    spoken = words(_MEASURED.sub("", key)).removeprefix(section.replace("_", " ") + ": ")
    outer = measured[1] if measured else section.partition("[")[2].rstrip("]")
    return f"{spoken} ({outer})" if outer else spoken


def _standing(entry: Entry, printer: Printer) -> tuple[str, ...]:
    said = [printer.say(word) for word in (entry.status, entry.confidence) if word]
    if entry.definition:
        said.append(f"{printer.say('definition')}: {printer.say(entry.definition)}")
    return tuple(said)


def short_source(entry: Entry, printer: Printer) -> str:
    """Say in a few words where a figure comes from: publisher and year, or the formula."""
    if entry.is_computed:
        return f"{printer.say('Computed by Kerja')}: {entry.formula}"
    source = printer.profile.sources.get(entry.source or "")
    named = (source.publisher or source.title) if source else None
    parts = [named or entry.source or printer.say("no source given")]
    if entry.year:
        parts.append(printer.language.year(entry.year))
    parts += [printer.say(word) for word in (entry.status, entry.confidence) if word]
    return ", ".join(parts)


def source_rows(profile: Profile, printer: Printer) -> tuple[SourceRow, ...]:
    """Return every source of a profile, and every key that a figure cites without an entry."""
    uses: dict[str, int] = {}
    for entry in printer.register.values():
        if entry.source:
            uses[entry.source] = uses.get(entry.source, 0) + 1
    keys = sorted({*profile.sources, *uses})
    return tuple(_source(key, profile.sources, uses.get(key, 0), printer) for key in keys)


def _source(key: str, sources: Mapping[str, Source], uses: int, printer: Printer) -> SourceRow:
    source = sources.get(key, Source())
    return SourceRow(
        anchor=anchor("src", key),
        key=key,
        title=source.title or "",
        publisher=source.publisher or "",
        date=printer.language.in_digits(source.date or ""),
        address=web_address(source.url),
        via=source.via or "",
        note=source.note or "",
        uses=printer.language.count(uses),
    )


def web_address(url: str | None) -> str:
    """Return an address that may become a link, else nothing.

    >>> web_address("https://www.bps.go.id/x"), web_address("javascript:alert(1)")
    ('https://www.bps.go.id/x', '')
    """
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return ""
    return url or "" if parts.scheme in ("http", "https") and parts.netloc else ""
