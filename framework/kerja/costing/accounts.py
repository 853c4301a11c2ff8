"""The three accounts: what a participant, the government and the economy gain and spend."""

from __future__ import annotations

from dataclasses import dataclass

from kerja.costing.cases import of_assumption, of_figure
from kerja.costing.costing import Costing
from kerja.profile import Profile


@dataclass(frozen=True, slots=True)
class Amounts:
    """What the accounts are made of, for the persons of one year, in the base case.

    Each is None while it is not known. `cost` and `cash` are the known part of the year's cost.
    """

    cost: float | None
    cash: float | None
    forgone: float | None
    transport: float | None
    tax: float | None
    displacement: float | None
    funds: float | None


@dataclass(frozen=True, slots=True)
class Account:
    """One account. `net` is None while a part that decides it is not known.

    `lacks` names what is missing; where `net` is given all the same, it is without that part. What
    the cost lacks stands in the costing.
    """

    name: str
    net: float | None
    formula: str
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """A number that may not be defined; `why` says why it is None."""

    value: float | None
    why: str = ""


def amounts_of(profile: Profile, costed: Costing) -> Amounts:
    """Return what the accounts of a design are made of."""
    given = profile.assumptions
    taking = costed.driver("purchased").cases

    def assumed(name: str) -> float | None:
        cases = of_assumption(getattr(given, name), profile)
        return cases.base if cases is not None else None

    def of_all(each: float | None) -> float | None:
        return each * taking.base if each is not None and taking is not None else None

    travel = of_figure(profile.costs.transport, profile)
    return Amounts(
        cost=costed.year.base if costed.year is not None else None,
        cash=_cash(costed),
        forgone=of_all(assumed("forgone_income")),
        transport=of_all(travel.base if travel is not None else None),
        tax=assumed("effective_tax"),
        displacement=assumed("displacement"),
        funds=assumed("cost_of_public_funds"),
    )  # fmt: skip


def _cash(costed: Costing) -> float | None:
    listed = [line for line in costed.counted if line.id in ("cash", "survey")]
    known = [line.known.base for line in listed if line.known is not None]
    return sum(known) if known or not listed else None


def kept(value: float | None, amounts: Amounts) -> float | None:
    """Return what of the gain others do not lose; no gain needs no displacement."""
    if value == 0:
        return 0.0
    if value is None or amounts.displacement is None:
        return None
    return value * (1 - amounts.displacement)


def resources(amounts: Amounts) -> float | None:
    """Return (cost - cash) × cost of public funds + (cost of public funds - 1) × cash."""
    if amounts.cost is None or amounts.cash is None or amounts.funds is None:
        return None
    return (amounts.cost - amounts.cash) * amounts.funds + (amounts.funds - 1) * amounts.cash


def accounts(
    value: float | None, amounts: Amounts, unknown: tuple[str, ...]
) -> tuple[Account, ...]:
    """Return the three accounts.

    Args:
        value: present value of what all gain; None if not known.
        amounts: the other parts.
        unknown: what keeps `value` from being known.
    """
    return (
        _participant(value, amounts, unknown),
        _government(value, amounts, unknown),
        _economy(value, amounts, unknown),
    )


def _participant(value: float | None, amounts: Amounts, unknown: tuple[str, ...]) -> Account:
    formula = "present value + cash - income forgone - travel"
    optional = {
        "assumptions.forgone_income": amounts.forgone,
        "costs.transport": amounts.transport,
    }
    lacks = tuple(path for path, amount in optional.items() if amount is None)
    if value is None or amounts.cash is None:
        return Account("participant", None, formula, (*unknown, *lacks))
    spent = sum(amount for amount in optional.values() if amount is not None)
    return Account("participant", value + amounts.cash - spent, formula, lacks)


def _government(value: float | None, amounts: Amounts, unknown: tuple[str, ...]) -> Account:
    formula = "effective tax × present value - cost; savings of other assistance are not counted"
    lacks = () if amounts.tax is not None or value == 0 else ("assumptions.effective_tax",)
    if value is None or lacks or amounts.cost is None:
        return Account("government", None, formula, (*unknown, *lacks))
    return Account("government", (amounts.tax or 0.0) * value - amounts.cost, formula)


def _economy(value: float | None, amounts: Amounts, unknown: tuple[str, ...]) -> Account:
    formula = (
        "present value × (1 - displacement) - (cost - cash) × cost of public funds"
        " - (cost of public funds - 1) × cash"
    )
    gained, used = kept(value, amounts), resources(amounts)
    if gained is None or used is None:
        needed = {
            "assumptions.displacement": amounts.displacement if value != 0 else 0.0,
            "assumptions.cost_of_public_funds": amounts.funds,
        }
        lacks = tuple(path for path, amount in needed.items() if amount is None)
        return Account("economy", None, formula, (*unknown, *lacks))
    return Account("economy", gained - used, formula)


def over(above: float | None, below: float | None) -> Verdict:
    """Divide a gain by a cost, where that is defined."""
    if above is None:
        return Verdict(None, "not known: the gain")
    if below is None:
        return Verdict(None, "not known: the cost")
    if below <= 0:
        return Verdict(None, "not defined: nothing is used up")
    return Verdict(above / below)
