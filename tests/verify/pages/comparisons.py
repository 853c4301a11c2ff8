"""What must hold of the page of a comparison when a reader uses it in a real browser."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from tests.comparison.paged import comparison, hostile
from tests.verify.pages.environment import BUILD, in_browser, installed

from kerja.comparison.pages import to_html
from kerja.comparison.tables import Comparison, compare_profiles
from kerja.comparison.tables.entering import enter
from kerja.resources import shipped

_PROFILES = (
    "idn", "khm", "tha", "prakerja-2020", "prakerja-2023", "phl", "mys", "mys-13", "tls", "mar",
    "mng",
)  # fmt: skip
_SECONDS = 6
"""Within which eleven profiles stand on the screen, on a machine that does other work too."""


def the_driver_of_the_browser_is_installed() -> int:
    """Install the pinned packages, unless they are there."""
    return installed()


def the_page_loads_nothing_and_complains_of_nothing() -> int:
    """Load all shipped profiles: no request, no error in the console, and soon."""
    used = _used()
    assert used["complaints"] == []
    assert used["requests"] == []
    assert used["milliseconds"] < _SECONDS * 1000
    assert used["begun"]["empty"] == 0
    shown = sum(row.tier == 1 for row in _all_profiles().rows)
    assert used["begun"]["values"] == len(_PROFILES) * shown
    return int(used["begun"]["values"])


def no_state_of_the_page_hinders_a_reader() -> int:
    """Audit each state with axe; none runs over its window, on a screen or on a phone."""
    states = _used()["states"]
    for name, state in states.items():
        assert state["violations"] == [], f"{name}: {state['violations'][:5]}"
        assert state["overrun"] <= 0, f"{name} runs over by {state['overrun']} pixels"
    return len(states)


def a_reader_chooses_profiles_and_a_group() -> int:
    """Leave out the last profile and keep one group, by keyboard."""
    filtered = _used()["filtered"]
    assert filtered["groups"] == ["Generosity"]
    assert len(filtered["lines"]) == len(_PROFILES) - 1
    assert len(filtered["heads"]) == len(filtered["charts"]) + 1
    assert f"{len(_PROFILES) - 1} profiles of {len(_PROFILES)}" in filtered["said"]
    assert "No profile is chosen" in _used()["nobody"]
    return len(filtered["heads"])


def a_reader_sorts_by_an_indicator() -> int:
    """Sort twice: the order turns round, and what is missing stays last."""
    down, up = _used()["sorted"]
    assert (down["order"], up["order"]) == ("descending", "ascending")
    known = [[text for text in sort["values"] if text != "n/a"] for sort in (down, up)]
    assert known[0] == known[1][::-1]
    for sort, texts in zip((down, up), known, strict=True):
        assert len(texts) > 1
        assert sort["values"][: len(texts)] == texts
    return len(down["values"])


def a_reader_restates_values() -> int:
    """State money in US dollars: each value changes, or says why it cannot."""
    restated = _used()["restated"]
    assert "US dollars" in restated["said"]
    assert any(head.endswith("US dollars") for head in restated["heads"])
    assert sorted(restated["values"]) != sorted(_used()["sorted"][1]["values"])
    assert len([why for why in restated["lacks"] if why]) >= restated["values"].count("n/a")
    return len(restated["values"])


def a_reader_asks_where_a_value_comes_from() -> int:
    """Open the source of a value and close it by keyboard; the focus returns to the value."""
    source = _used()["source"]
    assert source["open"]
    assert source["back"]
    (words,) = source["words"]
    for said in ("Reckoned from", "Year", "Source", "Status", "The indicator", "Formula"):
        assert said in words, f"the source does not tell the {said}"
    assert source["links"]
    return len(source["links"])


def a_reader_takes_away_what_is_shown() -> int:
    """Download the table that is shown: a spreadsheet of its profiles, indicators and sources."""
    lines = list(csv.DictReader(io.StringIO(_used()["csv"].removeprefix("\ufeff"))))
    filtered = _used()["filtered"]
    assert len(lines) == len(filtered["lines"]) * (len(filtered["heads"]) - 1)
    assert {line["group"] for line in lines} == {"Generosity"}
    assert {line["unit"] for line in lines if line["id"] == "GEN01" and line["value"]} == {
        "US dollars"
    }
    for line in lines:
        assert line["value"] or line["low"] or line["high"] or line["missing"], line
    return len(lines)


def the_page_shows_everything_without_its_script() -> int:
    """Turn the script off: every value and every figure is there, and no idle control."""
    without = _used()["without"]
    assert without["values"] == len(_PROFILES) * len(_all_profiles().rows)
    assert without["controls"] == 0
    assert without["sources"] > len(_PROFILES)
    assert without["overrun"] <= 0
    return int(without["values"])


def everything_is_reached_by_keyboard_and_shows_its_focus() -> int:
    """Step through a page with the Tab key alone."""
    reached = _reached("by_hand", comparison())
    assert reached["reached"] == reached["wanted"]
    assert reached["faint"] == []
    assert reached["complaints"] == []
    return int(reached["reached"])


def a_hostile_profile_runs_nothing() -> int:
    """Fill every text with markup, script and template, and open every value."""
    reached = _reached("hostile", hostile())
    assert reached["complaints"] == []
    assert reached["requests"] == []
    assert reached["title"] == reached["after"]
    assert reached["parts"] == {"scripts": 2, "images": 0, "drawings": 0, "handlers": 0}
    assert all(link.startswith("https://") for link in reached["links"])
    return int(reached["reached"])


VERIFICATIONS: tuple[Callable[[], int], ...] = (
    the_driver_of_the_browser_is_installed,
    the_page_loads_nothing_and_complains_of_nothing,
    no_state_of_the_page_hinders_a_reader,
    a_reader_chooses_profiles_and_a_group,
    a_reader_sorts_by_an_indicator,
    a_reader_restates_values,
    a_reader_asks_where_a_value_comes_from,
    a_reader_takes_away_what_is_shown,
    the_page_shows_everything_without_its_script,
    everything_is_reached_by_keyboard_and_shows_its_focus,
    a_hostile_profile_runs_nothing,
)


@cache
def _all_profiles() -> Comparison:
    return compare_profiles(enter(_PROFILES, folders=(shipped("country_profiles"),)))


@cache
def _used() -> Any:
    folder = BUILD / "used"
    task: dict[str, object] = {
        "file": str(_written("shipped", _all_profiles())),
        "folder": str(folder),
        "group": "generosity",
        "indicator": "GEN01",
        "measure": "usd",
    }
    folder.mkdir(parents=True, exist_ok=True)
    return in_browser("using.mjs", task)


def _reached(name: str, compared: Comparison) -> Any:
    return in_browser("reaching.mjs", {"file": str(_written(name, compared))})


def _written(name: str, compared: Comparison) -> Path:
    BUILD.mkdir(parents=True, exist_ok=True)
    file = BUILD / f"{name}.html"
    file.write_text(to_html(compared), encoding="utf-8")
    return file
