"""Reading a piece of a profile as a user's file is read."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from kerja.checks import Examination, examine

# A machine may be slow for a moment; none of these is a test of speed.
settings.register_profile("no-deadline", deadline=None)
settings.load_profile("no-deadline")

Examine = Callable[[str], Examination]

COUNTRY = "country: {code: KHM, name: Cambodia, currency: KHR}"


def with_head(piece: str) -> str:
    """Complete a piece of a profile: the examples leave out what is the same in all of them."""
    head = ["kerja: 1"]
    if not re.search(r"(?m)^kind:", piece):
        head.append("kind: country")
    if not re.search(r"(?m)^(country|extends):", piece):
        head.append(COUNTRY)
    return "\n".join([*head, piece, ""])


@pytest.fixture(scope="session")
def examined(tmp_path_factory: pytest.TempPathFactory) -> Examine:
    """Return what reads and checks a piece of a profile.

    What stands before a line `---` is the profile `parent` that the rest may extend.
    """
    known: dict[str, Examination] = {}

    def read(text: str) -> Examination:
        if text not in known:
            known[text] = _examined(text, tmp_path_factory.mktemp("piece"))
        return known[text]

    return read


def _examined(text: str, folder: Path) -> Examination:
    *parents, own = re.split(r"(?m)^---\n", text)
    for parent in parents:
        (folder / "parent.yaml").write_text(with_head(parent), encoding="utf-8")
    file = folder / "example.yaml"
    file.write_text(with_head(own), encoding="utf-8")
    return examine(str(file), folders=[folder])
