"""Catalogues translate, fall back to English, and never claim a review."""

from __future__ import annotations

from pathlib import Path

import pytest

from kerja.documents import ENGLISH, Message, status, translated_languages, translations
from kerja.errors import KerjaError

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
PLURAL = '"Plural-Forms: nplurals=1; plural=0;\\n"\n'
KHMER = f"""# Khmer
# Reviewed-by: TODO(human)
{HEADER}{PLURAL}
msgid "Contents"
msgstr "មាតិកា"

#, fuzzy
msgid "Page"
msgstr "ទំព័រ"

msgid "Decide %(what)s"
msgstr "សម្រេច"

msgctxt "month"
msgid "May"
msgstr "ឧសភា"

msgid "one person"
msgid_plural "%(num)s people"
msgstr[0] "%(num)s នាក់"
"""


def folder_with(root: Path, text: str, language: str = "km") -> Path:
    (root / "locale").mkdir(parents=True)
    (root / "locale" / f"{language}.po").write_text(text, encoding="utf-8")
    return root


def test_a_text_is_translated_in_its_context_and_number(tmp_path: Path) -> None:
    catalogue = translations("km", folders=[folder_with(tmp_path, KHMER)])
    assert catalogue.gettext("Contents") == "មាតិកា"
    assert catalogue.pgettext("month", "May") == "ឧសភា"
    assert catalogue.gettext("May") == "May"
    assert catalogue.ngettext("one person", "%(num)s people", 1) == "%(num)s នាក់"


def test_a_missing_text_is_english_and_counted(tmp_path: Path) -> None:
    catalogue = translations("km", folders=[folder_with(tmp_path, KHMER)])
    assert catalogue.gettext("Annex") == "Annex"
    assert catalogue.missing == {Message("Annex")}


def test_a_fuzzy_translation_is_not_used(tmp_path: Path) -> None:
    assert translations("km", folders=[folder_with(tmp_path, KHMER)]).gettext("Page") == "Page"


def test_a_translation_that_loses_a_value_is_not_used(tmp_path: Path) -> None:
    catalogue = translations("km", folders=[folder_with(tmp_path, KHMER)])
    assert catalogue.gettext("Decide %(what)s") == "Decide %(what)s"


def test_the_status_counts_what_is_wanted_and_shows_no_review(tmp_path: Path) -> None:
    catalogue = translations("km", folders=[folder_with(tmp_path, KHMER)])
    found = status(catalogue, [Message("Contents"), Message("Page"), Message("Annex")])
    assert (found.translated, found.total) == (1, 3)
    assert found.reviewed_by == "TODO(human)"
    assert not found.is_reviewed


def test_a_catalogue_without_a_word_about_review_is_not_reviewed(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, HEADER + PLURAL)
    assert not status(translations("km", folders=[folder]), []).is_reviewed


def test_the_name_of_a_reviewer_is_shown(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, KHMER.replace("TODO(human)", "A. Person, 2026-10-01"))
    assert translations("km", folders=[folder]).reviewed_by == "A. Person, 2026-10-01"


def test_a_users_catalogue_wins_text_by_text(tmp_path: Path) -> None:
    shipped = folder_with(tmp_path / "shipped", KHMER)
    own = folder_with(tmp_path / "own", HEADER + PLURAL + '\nmsgid "Contents"\nmsgstr "បញ្ជី"\n')
    catalogue = translations("km", folders=[own, shipped])
    assert catalogue.gettext("Contents") == "បញ្ជី"
    assert catalogue.pgettext("month", "May") == "ឧសភា"


def test_a_language_without_a_catalogue_is_english(tmp_path: Path) -> None:
    catalogue = translations("tet", folders=[tmp_path])
    assert catalogue.gettext("Contents") == "Contents"
    assert catalogue.missing == {Message("Contents")}


def test_english_misses_nothing(tmp_path: Path) -> None:
    assert translations("en", folders=[tmp_path]) is ENGLISH
    assert ENGLISH.ngettext("one", "many", 2) == "many"
    assert not ENGLISH.missing


def test_the_languages_are_those_with_a_catalogue(tmp_path: Path) -> None:
    assert translated_languages([folder_with(tmp_path, KHMER)]) == ("en", "km")


def test_a_broken_catalogue_is_named(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, HEADER + '"Plural-Forms: nplurals=2; plural=(n;\\n"\n')
    with pytest.raises(KerjaError, match=r"km\.po"):
        translations("km", folders=[folder])
