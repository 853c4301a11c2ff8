"""Who pays how much of a sum."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kerja.costing.cases import NOTHING, Cases
from kerja.profile.budget import Payer


@dataclass(frozen=True, slots=True)
class Paid:
    """What one payer bears."""

    payer: Payer
    amount: Cases


def by_payer(amounts: Iterable[tuple[Payer, Cases]], donors: Cases | None) -> tuple[Paid, ...]:
    """Return who pays how much, by name.

    Args:
        amounts: each with the payer of its line.
        donors: `budget.donor_share`, the part of what the state would pay that donors bear.
    """
    found: dict[Payer, Cases] = {}
    for payer, amount in amounts:
        found[payer] = found.get(payer, NOTHING).plus(amount)
    state = found.get("state")
    if donors is not None and state is not None:
        found["state"] = state.scaled(1 - donors.base)
        found["donor"] = found.get("donor", NOTHING).plus(state.scaled(donors.base))
    return tuple(Paid(payer, found[payer]) for payer in sorted(found))
