"""Translations of the templates' texts, read from gettext `.po` files at run time."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kerja.errors import KerjaError

_PLACEHOLDER = re.compile(r"%(?:%|\((\w+)\)s)")
_REVIEW = re.compile(r"^Reviewed-by:\s*(.+)$", re.MULTILINE)
_NOT_REVIEWED = "TODO(human)"


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """A text that templates have translated."""

    text: str
    plural: str = ""
    context: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The usable translations into one language; what is missing falls back to English.

    Every missing text that was asked for is in `missing`, so that a build can count them.
    """

    language: str
    translated: Mapping[Message, tuple[str, ...]] = field(default_factory=dict)
    plural_form: Callable[[int], int] = field(default=lambda number: int(number != 1))
    reviewed_by: str = _NOT_REVIEWED
    missing: set[Message] = field(default_factory=set)

    def gettext(self, text: str) -> str:
        """Return `text` in the language."""
        return self._found(Message(text), 0) or text

    def ngettext(self, text: str, plural: str, number: int) -> str:
        """Return the form of `text` for so many."""
        form = self.plural_form(number)
        return self._found(Message(text, plural), form) or (text if number == 1 else plural)

    def pgettext(self, context: str, text: str) -> str:
        """Return `text` as it is said in this context."""
        return self._found(Message(text, context=context), 0) or text

    def _found(self, message: Message, form: int) -> str:
        forms = self.translated.get(message, ())
        if form < len(forms):
            return forms[form]
        if self.language != "en":
            self.missing.add(message)
        return ""


ENGLISH = Catalogue("en", reviewed_by="")


@dataclass(frozen=True, slots=True)
class Status:
    """How far a translation has come. `reviewed_by` is "TODO(human)" until a person has read it."""

    language: str
    translated: int
    total: int
    reviewed_by: str

    @property
    def is_reviewed(self) -> bool:
        """True once a person's name stands in the catalogue."""
        return _NOT_REVIEWED not in self.reviewed_by


def translated_languages(folders: Iterable[Path]) -> tuple[str, ...]:
    """Return the codes of the languages that have a catalogue in `<folder>/locale`, sorted."""
    found = (path.stem for folder in folders for path in (folder / "locale").glob("*.po"))
    return tuple(sorted({"en", *found}))


def translations(language: str, *, folders: Iterable[Path]) -> Catalogue:
    """Read `locale/<language>.po` of every folder; the first folder wins, text by text.

    A translation is used if it is not fuzzy and has the same `%(names)s` as the English text. A
    language without a catalogue is all fallback. The reviewer is the first folder's.

    Raises:
        KerjaError: a catalogue cannot be read.
    """
    if language == "en":
        return ENGLISH
    files = [folder / "locale" / f"{language}.po" for folder in folders]
    read = [_read(path, language) for path in files if path.is_file()]
    if not read:
        return Catalogue(language)
    merged: dict[Message, tuple[str, ...]] = {}
    for catalogue in reversed(read):
        merged |= catalogue.translated
    return Catalogue(language, merged, read[0].plural_form, read[0].reviewed_by)


def status(catalogue: Catalogue, wanted: Iterable[Message]) -> Status:
    """Count how many of the `wanted` texts (`templates.messages`) a catalogue has."""
    texts = set(wanted)
    done = len(texts) if catalogue.language == "en" else len(texts & set(catalogue.translated))
    return Status(catalogue.language, done, len(texts), catalogue.reviewed_by)


def _read(path: Path, language: str) -> Catalogue:
    from babel.messages.pofile import PoFileError, read_po

    try:
        with path.open("rb") as file:
            # The plural rule is the file's own: Babel's is wrong or missing for some languages.
            po = read_po(file, abort_invalid=True)
        plural_form = gettext.c2py(po.plural_expr)
    except (PoFileError, ValueError) as error:
        raise KerjaError(f'the catalogue "{path}" cannot be read: {error}', "mend it") from error
    usable = {}
    for entry in po:
        ids, forms = _texts(entry.id), _texts(entry.string)
        if (
            entry.id
            and not entry.fuzzy
            and forms
            and all(map(str.strip, forms))
            and _agree(ids, forms)
        ):
            message = Message(ids[0], ids[1] if len(ids) > 1 else "", entry.context or "")
            usable[message] = forms
    review = _REVIEW.search(po.header_comment.replace("# ", ""))
    return Catalogue(language, usable, plural_form, review[1].strip() if review else _NOT_REVIEWED)


def _texts(words: str | Iterable[str | None] | None) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(word or "" for word in words or ())


def _agree(ids: Iterable[str], forms: Iterable[str]) -> bool:
    """A translator's slip in a placeholder must not stop a build, nor lose a figure."""
    wanted = [_names(text) for text in ids]
    return all(names is not None and names in wanted for names in map(_names, forms))


def _names(text: str) -> frozenset[str] | None:
    if "%" in _PLACEHOLDER.sub("", text):
        return None
    return frozenset(match[1] for match in _PLACEHOLDER.finditer(text) if match[1])
