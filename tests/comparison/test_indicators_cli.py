"""The command line lists every indicator, explains it, and says what it is for a profile."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.countries import SHIPPED

from kerja.adaptation import all_rules
from kerja.checks import all_checks
from kerja.cli import main
from kerja.cli.pages import page
from kerja.errors import KerjaError
from kerja.feasibility import ITEMS
from kerja.indicators import indicators

Said = Callable[..., str]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """Run the command line and return what it prints."""

    def run(*arguments: str) -> str:
        with pytest.raises(SystemExit) as left:
            main(list(arguments))
        assert left.value.code == 0
        return capsys.readouterr().out

    return run


def test_list_names_every_indicator_once(said: Said) -> None:
    assert said("list", "indicators", "--names").split() == [one.id for one in indicators()]
    assert "LAB02  labour: Unemployment rate" in said("list", "indicators")


def test_every_indicator_has_a_page_with_its_formula_fields_and_caveat() -> None:
    for one in indicators():
        text = page(one.id)
        assert text.startswith(f"{one.id} {one.name}")
        assert all(f"\n{part}: " in text for part in ("Unit", "Formula", "Fields", "Read", "Tier"))


def test_a_mistyped_indicator_is_told_what_is_near() -> None:
    with pytest.raises(KerjaError) as caught:
        page("LAB2")
    assert "lab02" in caught.value.hint


def test_no_indicator_has_the_name_of_a_check_a_rule_or_an_item() -> None:
    taken = {
        *(c.code for c in all_checks()),
        *(r.code for r in all_rules()),
        *(i.id for i in ITEMS),
    }
    assert taken & {one.id for one in indicators()} == set()


@pytest.mark.parametrize("name", ["LAB02", "lab02"])
def test_with_a_profile_the_value_stands_with_every_figure_behind_it(name: str, said: Said) -> None:
    text = said("explain", name, "--profile", "idn", "--profiles", str(SHIPPED))
    assert text.startswith("LAB02 Unemployment rate = 4.911 % of labour force")
    assert "2024-08, bps-2024-08" in " ".join(text.split())
    assert "idn.yaml:" in text


def test_with_a_profile_a_missing_value_says_whom_to_ask(said: Said) -> None:
    text = said("explain", "IDN01", "--profile", "khm", "--profiles", str(SHIPPED))
    assert text.startswith("IDN01 Adults with the identity document = n/a")
    assert "identity.coverage_adults: not looked for; ask the identity authority" in text


def test_money_is_told_in_dollars_and_in_international_dollars(said: Said) -> None:
    text = said("explain", "GEN01", "--profile", "idn", "--profiles", str(SHIPPED))
    assert "4_200_000 IDR" in text
    assert "264.9 USD, 778.4 int$" in text
