"""Printing figures of the register: the same number, with its source, in every output."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from markupsafe import Markup

from kerja.documents import Catalogue, Language
from kerja.profile import Profile
from kerja.register import Entry, Register

UNKNOWN = "unknown"
_PLACES = {"share": 1, "rate": 1, "number": 2}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence for people: English text with `{names}`, and what stands at each name.

    A part is text, or `Say(key)`: the figure of the register with that key.
    """

    text: str
    parts: Mapping[str, str | Say] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Say:
    """A figure to print: exactly, or rounded to two digits that count where `about`."""

    key: str
    about: bool = False


@dataclass(frozen=True, slots=True)
class Printer:
    """Prints figures in one language and one medium.

    `mark` turns a printed number and its entry into markup that leads to the source; `escape`
    makes plain text safe for the medium.
    """

    register: Register
    profile: Profile
    language: Language
    catalogue: Catalogue
    mark: Callable[[str, Entry], Markup]
    escape: Callable[[str], Markup]

    @property
    def country(self) -> str:
        """The country's name in this language, or the profile's where it names none."""
        country = self.profile.country
        translated = self.language.territory(country.code or "")
        if self.language.code != "en" and translated:
            return translated
        return country.name or self.profile.origin.name

    def has(self, key: str) -> bool:
        """True if the figure is known."""
        return key in self.register

    def figure(self, key: str) -> Markup:
        """Print a figure with the way to its source, or the word for unknown."""
        return self._printed(Say(key))

    def about(self, key: str) -> Markup:
        """Print a figure rounded to two digits that count, with the way to its source."""
        return self._printed(Say(key, about=True))

    def plain(self, key: str) -> str:
        """Print a figure without the way to its source."""
        entry = self.register.get(key)
        return self._text(entry, about=False) if entry is not None else self.say(UNKNOWN)

    def exact(self, key: str) -> str:
        """Print a figure with all digits that count, without the way to its source."""
        entry = self.register[key]
        if entry.unit == "money":
            return self.language.money(entry.number, entry.currency or "")
        if entry.unit in ("share", "rate"):
            percent = round(entry.number * 100, 6)
            places = 1 if percent == round(percent, 1) else 2
            return self.language.percent(entry.number, places=places)
        return self._text(entry, about=False)

    def say(self, text: str) -> str:
        """Translate a label."""
        return self.catalogue.gettext(text)

    def sentence(self, sentence: Sentence) -> Markup:
        """Print a sentence, its figures with the way to their sources."""
        text = self.escape(self.say(sentence.text))
        for name, part in sentence.parts.items():
            if isinstance(part, Say):
                shown = self._printed(part)
            else:
                # Markup holds figures that are printed already.
                shown = self.escape(part if isinstance(part, Markup) else self.say(part))
            text = text.replace(self.escape("{" + name + "}"), shown)
        return text

    def _printed(self, say: Say) -> Markup:
        entry = self.register.get(say.key)
        if entry is None:
            return self.escape(self.say(UNKNOWN))
        return self.mark(self._text(entry, about=say.about), entry)

    def _text(self, entry: Entry, *, about: bool) -> str:
        number = two_digits(entry.number) if about else entry.number
        if entry.unit == "money":
            return self.language.money_in_words(number, entry.currency or "")
        if entry.unit in ("share", "rate"):
            return self.language.percent(number, places=_PLACES[entry.unit])
        whole = float(number).is_integer()
        places = 0 if whole or entry.unit == "count" else _PLACES["number"]
        return self.language.decimal(number, places=places)


def two_digits(number: float) -> float:
    """Round to two digits that count.

    >>> two_digits(78_489.6), two_digits(4), two_digits(0)
    (78000.0, 4.0, 0.0)
    """
    return float(f"{number:.1e}")


def source_note(
    entry: Entry, profile: Profile, language: Language, say: Callable[[str], str]
) -> str:
    """Say where a figure comes from: publisher, title, year, status; or how it was computed."""
    if entry.is_computed:
        return f"{say('Computed by Kerja')}: {entry.formula}" + (
            f"; {entry.note}" if entry.note else ""
        )
    source = profile.sources.get(entry.source or "")
    named = ", ".join(filter(None, (source.publisher, source.title, source.date))) if source else ""
    parts = [named or entry.source or say("no source given")]
    if entry.year:
        parts.append(f"{say('figure of')} {language.year(entry.year)}")
    parts += [say(word) for word in (entry.status, entry.confidence) if word]
    if entry.note:
        parts.append(entry.note)
    if source and source.via:
        parts.append(f"{say('read at')} {source.via}")
    return "; ".join(parts)


def note_key(text: str) -> str:
    """Return a short name for a note; the same text has the same name.

    >>> note_key("The Star, 2025") == note_key("The Star, 2025")
    True
    """
    return "n" + sha256(text.encode()).hexdigest()[:12]
