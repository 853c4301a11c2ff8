"""An option for a crisis: how many people its ceiling reaches, and whether its cost stays below."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kerja.profile import Knowledge, Profile, Words
from kerja.profile.currencies import Amount, own_currency, own_number
from kerja.profile.packages import Package, package


@dataclass(frozen=True, slots=True)
class Crisis:
    """What bounds an option for a crisis.

    `asked` says whether the ceiling is known, unknown or to be decided; None if it is absent.
    `factor` multiplies cash benefits, None while the country states none: then the benefits count
    as they are written, and nothing is inferred. `each` is what is known of the cost of one person
    with it, `cost` that of all; `people_at_most` are the persons whom the ceiling pays for, an
    upper bound while a part of the cost is not known.
    """

    trigger: Words | None
    asked: Knowledge | None
    ceiling: Amount | None
    exit_rule: Words | None
    factor: float | None
    each: Amount | None
    cost: Amount | None
    people_at_most: int | None

    @property
    def stops(self) -> bool | None:
        """Whether the ceiling ends it before all are served; None while cost or ceiling is open."""
        if self.cost is None or self.ceiling is None:
            return None
        return self.cost.number > self.ceiling.number


def crisis(profile: Profile, people: float | None) -> Crisis | None:
    """Return what bounds an option for a crisis; None for any other option.

    Args:
        profile: of the option.
        people: persons offered a place over all its years; None if not known.
    """
    if profile.scenario is None or profile.scenario.mode != "crisis":
        return None
    shock, currency = profile.shock, own_currency(profile)
    factor = shock.multiplier.number if shock.multiplier is not None else None
    ceiling = own_number(shock.ceiling, profile)
    each = _each(package(profile), factor)
    return Crisis(
        trigger=shock.trigger,
        asked=shock.ceiling.knowledge if shock.ceiling is not None else None,
        ceiling=None if ceiling is None else Amount(ceiling, currency),
        exit_rule=shock.exit_rule,
        factor=factor,
        each=Amount(each, currency) if each else None,
        cost=Amount(people * each, currency) if people is not None and each else None,
        people_at_most=math.floor(ceiling / each) if ceiling is not None and each else None,
    )


def _each(whole: Package, factor: float | None) -> float:
    """Return the known part of the package of one person, its cash multiplied."""
    cash = whole.cash_total.at_least.number
    return whole.total.at_least.number + cash * ((1 if factor is None else factor) - 1)
