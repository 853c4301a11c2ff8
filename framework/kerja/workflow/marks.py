"""How added, removed and changed steps are marked in every form: by a sign, a word and a colour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kerja.workflow.telling import Sign


@dataclass(frozen=True, slots=True)
class Mark:
    """The word for a change, and the colours of boxes and lines; removed ones are dashed too."""

    word: str
    fill: str
    edge: str
    is_dashed: bool = False


MARKS: Mapping[Sign, Mark] = {
    "+": Mark("added", "#d7f0dc", "#1b7f3b"),
    "−": Mark("removed", "#fdecea", "#b3261e", is_dashed=True),
    "~": Mark("changed", "#ffefc2", "#9a6700"),
}
"""Sign -> mark. Green and red alone would be the same to some readers."""
