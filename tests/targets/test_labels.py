"""Everything that templates and code say is translated, and nothing else is called translated."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from kerja import documents as paper
from kerja import targets
from kerja.adaptation import all_rules
from kerja.checks import examine
from kerja.documents import Catalogue, Message
from kerja.outputs import Order, draft, examine_options
from kerja.resources import shipped
from kerja.source import locate
from kerja.targets import Draft
from kerja.targets.documents import DOCUMENTS, compose, printer_of, translation_states
from kerja.targets.labels import labels, wanted
from kerja.targets.page import page_files
from kerja.targets.workflow import picture

ROOT = Path(__file__).parents[2]
TEMPLATES = shipped("templates")
LANGUAGES = ("km", "th")
PROFILES = ("khm", "tha", "examples/cambodia", "examples/thailand")
FOLDERS = (shipped("country_profiles"),)
NAMES = re.compile(r"\{\w+\}")


@cache
def catalogue(code: str) -> Catalogue:
    return paper.translations(code, folders=(TEMPLATES / "documents",))


@cache
def texts() -> frozenset[Message]:
    return frozenset(wanted(TEMPLATES))


@cache
def drafted(profile: str, code: str) -> tuple[Draft, str]:
    """Return the draft of a profile, and the text of all files it was read from."""
    name = str(ROOT / profile) if "/" in profile else profile
    examination = examine(name, folders=FOLDERS)
    scenarios = examine_options(examination, path=locate(name, folders=FOLDERS), folders=FOLDERS)
    order = Order(languages=(code,), documents=tuple(kind.name for kind in DOCUMENTS))
    files = {path for one in (examination, *scenarios) for path in one.document.paths}
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(files))
    return draft(examination, scenarios, order, folders=FOLDERS), text


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Catalogue]:
    """Keep the catalogues that are read, for what was asked of them in vain."""
    read: list[Catalogue] = []
    translations = paper.translations

    def kept(language: str, *, folders: tuple[Path, ...]) -> Catalogue:
        read.append(translations(language, folders=folders))
        return read[-1]

    monkeypatch.setattr(paper, "translations", kept)
    return read


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_label_is_translated(code: str) -> None:
    assert {m.text for m in texts()} - {m.text for m in catalogue(code).translated} == set()


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_translated_that_nobody_says(code: str) -> None:
    assert set(catalogue(code).translated) - texts() == set()


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_translation_keeps_the_names_of_its_figures(code: str) -> None:
    for message, forms in catalogue(code).translated.items():
        for form in forms:
            assert sorted(NAMES.findall(form)) == sorted(NAMES.findall(message.text)), message


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_translation_claims_a_review(code: str) -> None:
    text = (TEMPLATES / "documents" / "locale" / f"{code}.po").read_text(encoding="utf-8")
    assert "# Reviewed-by: TODO(human)\n" in text
    assert "No native reader has read them." in text
    assert not paper.status(catalogue(code), ()).is_reviewed


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("profile", PROFILES)
def test_a_build_misses_only_what_the_profile_itself_says(
    profile: str, code: str, asked: list[Catalogue]
) -> None:
    draft, written = drafted(profile, code)
    for kind in DOCUMENTS:
        compose(draft, kind, code)
    picture(draft, printer_of(draft, code, {}))
    page_files(draft)
    missing = {message for read in asked for message in read.missing}
    assert missing & texts() == set()
    assert {text for text in map(_text, missing) if not _is_own(text, written)} == set()


def _text(message: Message) -> str:
    return message.text


def _is_own(text: str, written: str) -> bool:
    """True for the words of a profile, codes of rules, and figures that are printed already."""
    return text in written or text in {rule.code for rule in all_rules()} or bool(_PRINTED(text))


_PRINTED = re.compile(r"<a |\[\^n|^[\W\d]+$").search


def test_every_literal_that_code_says_is_in_the_list() -> None:
    folder = Path(targets.__file__).parent
    said = {text for path in sorted(folder.rglob("*.py")) for text in _literals(path)}
    assert said
    assert said - set(labels()) == set()


def _literals(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and _name(node.func) in ("say", "Sentence"):
            yield from (text for text in _strings(node.args[0]))


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _strings(argument: ast.expr) -> Iterator[str]:
    """Yield the literal, or the literals of a choice such as "yes" if value else "no"."""
    match argument:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=first, orelse=second):
            yield from (*_strings(first), *_strings(second))
        case ast.BoolOp(values=values):
            yield from (text for value in values for text in _strings(value))


def test_every_title_of_a_document_is_a_label() -> None:
    assert {kind.title for kind in DOCUMENTS} <= set(labels())


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_translated_document_says_that_it_is_not_reviewed(code: str) -> None:
    draft, _ = drafted("khm", code)
    document = compose(draft, DOCUMENTS[0], code)
    said = catalogue(code).gettext
    assert said("translation not reviewed") in document.status
    assert said("headings and tables in translation, running text in English") in document.status


def test_an_english_document_says_nothing_of_translation() -> None:
    draft, _ = drafted("khm", "en")
    assert compose(draft, DOCUMENTS[0], "en").status == "Draft for decision"


def test_a_thai_document_has_thai_digits_and_the_buddhist_era() -> None:
    draft, _ = drafted("tha", "th")
    document = compose(draft, DOCUMENTS[0], "th")
    assert "๒๕" in document.date
    assert not re.search("[0-9]", document.date)


def test_the_states_of_translations_count_labels_of_code_too() -> None:
    states = dict(translation_states())
    total = len(texts())
    assert total > len(labels())
    for code in LANGUAGES:
        assert states[code] == f"{total} of {total} labels; reviewed by TODO(human)"
    assert states["en"] == f"{total} of {total} labels"
