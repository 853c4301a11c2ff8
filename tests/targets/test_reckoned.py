"""What a rule reckons from a figure is printed under its own name, not under the figure's."""

from __future__ import annotations

from pathlib import Path

import pytest

from kerja.checks import examine
from kerja.outputs import Order, draft
from kerja.resources import shipped
from kerja.targets.documents import printer_of
from kerja.targets.views.decisions import reason

FOLDERS = (shipped("country_profiles"),)
PROFILE = """\
kerja: 1
kind: country
as_of: 2026-01-01
country: {code: KHM, name: Cambodia, currency: KHR}
identity:
  coverage_adults: {value: 20%, men: 30%, women: 10%, source: test}
labour_force:
  use: survey
  measurements: [{id: survey, informal_share: {value: 90%, of: employment, source: test}}]
programme:
  expected_applicants: {value: 6_000_000, source: test}
  batches: {per_year: {value: 4, source: test}}
sources:
  test: {publisher: nobody, title: figures of a test}
"""


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("IDN-01", "share of adults who hold the identity document 20.0%, threshold 85.0%"),
        ("IDN-05", "identity document: men less women 20.0%, threshold 5.0%"),
        ("PPL-03", "share of employment that is informal 90.0%, threshold 70.0%"),
        ("DIG-07", "applicants in a round 1,500,000, threshold 500,000"),
    ],
)
def test_a_figure_or_what_is_reckoned_from_it_is_named_as_what_it_is(
    rule: str, told: str, tmp_path: Path
) -> None:
    (tmp_path / "profile.yaml").write_text(PROFILE, encoding="utf-8")
    examination = examine(str(tmp_path), folders=FOLDERS)
    made = draft(examination, (), Order(languages=("en",), documents=()), folders=FOLDERS)
    (decision,) = [d for d in made.blueprint.decisions if d.rule == rule]
    printed = reason(decision, printer_of(made, "en", None)).replace("\u00a0", " ")
    assert printed == f"{told} (Kerja’s judgement)"
