"""The committed page of indicators is the one that the code describes."""

from __future__ import annotations

from tests.conftest import ROOT, Golden
from tests.docs.indicators_page import indicators_page


def test_the_indicators_page_is_generated_from_the_indicators(golden: Golden) -> None:
    golden(indicators_page(), ROOT / "docs" / "indicators.md")
