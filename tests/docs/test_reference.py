"""The committed reference pages are those that the code describes, and leave nothing out."""

from __future__ import annotations

from collections.abc import Iterator

from tests.conftest import ROOT, Golden
from tests.docs.reference import checks_page, profile_page, rules_page

from kerja.adaptation import all_rules
from kerja.checks import all_checks
from kerja.profile import Profile, Section
from kerja.profile.misfits import SHAPE_FINDINGS
from kerja.profile.section import documentation
from kerja.profile.shapes import shapes
from kerja.source import LOADER_FINDINGS


def test_the_profile_page_is_generated_from_the_models(golden: Golden) -> None:
    golden(profile_page(), ROOT / "docs" / "profile.md")


def test_the_checks_page_is_generated_from_the_docstrings(golden: Golden) -> None:
    kinds = (*LOADER_FINDINGS.values(), *SHAPE_FINDINGS.values())
    golden(checks_page(all_checks(), kinds), ROOT / "docs" / "checks.md")


def test_the_rules_page_is_generated_from_the_docstrings(golden: Golden) -> None:
    golden(rules_page(all_rules()), ROOT / "docs" / "rules.md")


def _models(model: type[Section], seen: set[type[Section]]) -> Iterator[type[Section]]:
    if model in seen:
        return
    seen.add(model)
    yield model
    for shape in shapes(model).values():
        if shape.model is not None:
            yield from _models(shape.model, seen)


def test_every_field_of_every_section_is_documented() -> None:
    bare = [
        f"{model.__name__}.{name}"
        for model in _models(Profile, set())
        for name, field in model.model_fields.items()
        if not field.exclude and not documentation(model).get(name)
    ]
    assert bare == []
