"""What indicators are read of: a blueprint with its costing, and a forecast if there is one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kerja.blueprint import Blueprint
from kerja.costing import Costing, cost
from kerja.profile import Profile

if TYPE_CHECKING:
    from kerja.forecast import Forecast

Design = tuple[tuple[str, str, float | None, int | None], ...]
"""The benefits of one person: id, kind, amount, highest number of payments."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One country, area or model, ready to be read.

    `costing` is that of its design; `forecast` that of its programme, or None.
    """

    blueprint: Blueprint
    costing: Costing
    forecast: Forecast | None = None

    @property
    def profile(self) -> Profile:
        """The profile that everything comes from."""
        return self.blueprint.profile

    @property
    def name(self) -> str:
        """Short name: that of the profile's file, else the code of the country."""
        return self.profile.origin.name or self.profile.country.code or ""


def subject(blueprint: Blueprint, *, forecast: Forecast | None = None) -> Subject:
    """Return what indicators are read of.

    Args:
        blueprint: the adapted design; what its rules add is in the cost.
        forecast: of the same blueprint. Without one, what a forecast would say comes from the
            costing in closed form, or is missing.
    """
    costed = cost(blueprint.profile, decisions=blueprint.decisions)
    return Subject(blueprint, costed, forecast)


def design(profile: Profile) -> Design:
    """Return what tells two designs of one name apart."""
    return tuple(
        (
            benefit.id,
            benefit.kind or "",
            benefit.amount.number if benefit.amount is not None else None,
            benefit.payments,
        )
        for benefit in profile.programme.benefits.items
    )
