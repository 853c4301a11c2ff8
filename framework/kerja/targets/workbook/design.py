"""One option as the workbook shows it, and the names of its cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kerja.costing import Costing, cost
from kerja.profile import Profile
from kerja.profile.packages import Part, package
from kerja.targets.registry import Draft


@dataclass(frozen=True, slots=True)
class Design:
    """An option with its profile; `number` counts from 1 and begins the names of its cells."""

    number: int
    id: str
    title: str
    profile: Profile
    costing: Costing
    parts: tuple[Part, ...]
    who_must_agree: tuple[str, ...] = ()
    risks: tuple[str, ...] = ()

    def name(self, what: str) -> str:
        """Return the name of a cell of the option.

        >>> from kerja.profile import Profile
        >>> Design(2, "", "", Profile(), cost(Profile()), ()).name("without-account")
        'o2_without_account'
        """
        return f"o{self.number}_{plain(what)}"


def designs(draft: Draft) -> tuple[Design, ...]:
    """Return the options of a draft; the design of the profile itself where it has none."""
    if not draft.options:
        profile = draft.blueprint.profile
        costing = cost(profile, decisions=draft.blueprint.decisions)
        title = profile.title or profile.origin.name
        return (Design(1, "", title, profile, costing, package(profile).parts),)
    pairs = zip(draft.options, draft.blueprint.scenarios, strict=True)
    return tuple(
        Design(
            number, option.id, option.title, profile, option.costing, option.package.parts,
            option.who_must_agree, option.risks,
        )
        for number, (option, profile) in enumerate(pairs, 1)
    )  # fmt: skip


@lru_cache(maxsize=2048)
def plain(text: str) -> str:
    """Turn any text into letters, digits and underscores, as names of cells need it.

    >>> plain("programme.benefits[a-b].amount")
    'programme_benefits_a_b_amount'
    """
    return re.sub(r"[^A-Za-z0-9]+", "_", text).strip("_")[:100]
