"""Rule on a crisis: what the programme does when a disaster is declared (PRG)."""

from __future__ import annotations

from kerja.adaptation.change import Addition, Change, ExtraCost
from kerja.adaptation.looking import LacksError, Look, either
from kerja.adaptation.registry import rule
from kerja.profile.currencies import Amount, own_currency, own_number

_FACTOR = "shock.multiplier"


@rule("PRG-06", "crises-to-prepare-for")
def crises_to_prepare_for(look: Look) -> Change | None:
    """Disasters are frequent, or a mode for crises is asked for

    Why: Prakerja became help in the pandemic, and turned back to training by regulation in 2023.
        A switch that is agreed beforehand says who turns it, on what sign, with which money, and
        when it ends. No factor on the benefit is assumed: it is a decision, beside what was paid
        in earlier crises.
    Evidence: UN Public Service Awards, case of Prakerja; Fortune Indonesia, 5 January 2023.
    Basis: judgement
    Asks: Who declares a crisis, on what sign, up to what amount, and by which factor do benefits
        rise?
    Owner: cabinet
    """
    if not either(
        lambda: not look.denies("shock.disaster_risk_high"),
        lambda: not look.denies("shock.climate_shock_mode_needed"),
    ):
        return None
    return Change(
        costs=(
            ExtraCost(
                line="benefits in a crisis",
                formula="benefits × (factor - 1), up to the ceiling",
                needs=("programme.benefits", _FACTOR, "shock.ceiling"),
            ),
        ),
        proposals=(
            "the same benefits in the area that is declared: training waits or goes on line, and "
            "no deadline ends",
            f"a higher benefit in that area, {_factor(look)}",
            "no mode for crises: help is paid by another programme",
        ),
        documents=(
            Addition(
                "operations-manual",
                "Switch for a crisis: who declares it and for which area, the line of the budget, "
                f"the factor on benefits, and the rule that ends it. {_precedents(look)}",
            ),
        ),
    )


def _factor(look: Look) -> str:
    try:
        return f"{look.number(_FACTOR):g} times as much, as the profile says"
    except LacksError:
        return "by a factor that a person decides"


def _precedents(look: Look) -> str:
    """Say what was paid in earlier crises."""
    found = []
    for earlier in look.profile.shock.precedents:
        number = own_number(earlier.amount, look.profile)
        paid = str(Amount(number, own_currency(look.profile))) if number is not None else ""
        months = f"{earlier.months} months" if earlier.months else ""
        found.append(", ".join(filter(None, (earlier.what, paid, months))))
    return f"Earlier crises: {'; '.join(found)}." if found else "No earlier payment is known."
