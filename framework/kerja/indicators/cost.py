"""Indicators of cost: of administration, of a recipient, of what is changed."""

from __future__ import annotations

import math

from kerja.indicators.impact_terms import NULL
from kerja.indicators.indicator import (
    MONEY,
    Basis,
    Indicator,
    Way,
    own,
    percent,
    percentage,
    ratio,
)

_COSTED: tuple[Basis, ...] = ("expected",)
_EFFECT = "both the published null and a favourable estimate, or none"


def _per_head_ppp(cost: float, people: float, rate: float) -> float:
    return cost / people / rate


def _per_job(cost: float, people: float, effect: float) -> float:
    return cost / (people * effect) if effect > 0 else math.inf


def _months(cost: float, people: float, gain: float) -> float:
    return cost / people / gain if gain > 0 else math.inf


COST = (
    Indicator(
        id="CST01", name="Administration in all cost", group="cost", unit="%",
        direction="context", tier=1, normalisation="all cost", reference="ILO; Grosh et al.",
        caveat="depends on size: show the recipients beside it; thin administration is no merit",
        ways=(
            *own("budget.composition.administration", percent),
            Way(
                ("sim.admin_cost", "sim.total_cost"), percentage,
                "cost of administration ÷ all cost",
            ),
        ),
    ),
    Indicator(
        id="CST02", name="Administration per unit of benefits", group="cost", unit="ratio",
        direction="lower", tier=1, normalisation="benefits",
        reference="Caldes, Coady and Maluccio 2004 (IFPRI)", caveat="cost-transfer ratio",
        ways=(
            Way(
                ("sim.admin_cost", "sim.benefits_paid"), ratio, "cost of administration ÷ benefits"
            ),
        ),
    ),
    Indicator(
        id="CST03", name="Cost per recipient, PPP", group="cost", unit="int$", direction="lower",
        tier=1, normalisation="recipients", reference="derived", caveat="",
        ways=(
            Way(
                ("sim.total_cost", "sim.recipients", "ppp"), _per_head_ppp,
                "all cost ÷ recipients ÷ PPP rate",
            ),
        ),
    ),
    Indicator(
        id="CST04", name="Cost per person who finishes", group="cost", unit=MONEY,
        direction="lower", tier=1, normalisation="persons who finish",
        reference="practice of labour market programmes", caveat="",
        ways=(Way(("sim.total_cost", "sim.completers"), ratio, "all cost ÷ persons who finish"),),
    ),
    Indicator(
        id="CST05", name="Cost per person who finishes to GDP per head", group="cost",
        unit="% of GDP per head", direction="lower", tier=1, normalisation="GDP per head",
        reference="derived", caveat="the best single figure of cost across countries",
        ways=(
            Way(
                ("sim.total_cost", "sim.completers", "gdp_per_head"),
                lambda cost, people, head: percentage(cost / people, head),
                "(all cost ÷ persons who finish) ÷ (GDP ÷ population)",
            ),
        ),
    ),
    Indicator(
        id="CST06", name="Cost per additional person employed", group="cost", unit=MONEY,
        direction="lower", tier=1, normalisation="effect", reference="McKenzie 2017",
        caveat=_EFFECT,
        ways=(
            Way(
                ("sim.total_cost", "reached", "effect"),
                _per_job,
                "all cost ÷ (persons × rise of the share at work)", bases=_COSTED, note=NULL,
            ),
        ),
    ),
    Indicator(
        id="CST07", name="Administration per recipient", group="cost", unit=MONEY,
        direction="context", tier=1, normalisation="recipients",
        reference="Prakerja about IDR 43,000 (derived)",
        caveat="depends on size; thin administration is no merit",
        ways=(
            Way(
                ("sim.admin_cost", "sim.recipients"), ratio, "cost of administration ÷ recipients"
            ),
        ),
    ),
    Indicator(
        id="CST08", name="Fixed part of administration", group="cost", unit="%",
        direction="context", tier=2, normalisation="administration", reference="derived",
        caveat="explains what size does",
        ways=(
            Way(
                ("costs.administration.fixed_year", "sim.admin_cost"), percentage,
                "fixed cost of a year ÷ cost of administration", bases=_COSTED,
            ),
        ),
    ),
    Indicator(
        id="CST09", name="Cost of one-time codes and messages", group="cost", unit="% of budget",
        direction="lower", tier=2, normalisation="budget",
        reference="Prakerja: 12.9% of operations",
        caveat="as many messages to an applicant as the profile says; four is usual",
        ways=(
            Way(
                ("applicants", "message_cost", "budget"),
                lambda people, each, budget: percentage(people * each, budget),
                "applicants × messages × price of a message ÷ budget of the year",
            ),
        ),
    ),
    Indicator(
        id="CST10", name="Income gained per unit of cost", group="cost", unit="ratio",
        direction="higher", tier=1, normalisation="present value",
        reference="cost-benefit analysis; cash is a transfer",
        caveat=f"{_EFFECT}; under the null nothing is gained; displacement and the cost of public "
        "funds are counted in the accounts of the options",
        ways=(
            Way(
                ("gain_value", "reached", "sim.resources"),
                lambda value, people, cost: value * people / cost,
                "today's value of the gain × persons ÷ cost without cash", bases=_COSTED, note=NULL,
            ),
        ),
    ),
    Indicator(
        id="CST11", name="Months of gain that repay the cost", group="cost", unit="months",
        direction="lower", tier=2, normalisation="cost",
        reference="derived: Prakerja 2022, IDR 3.55 million ÷ 122,500 = 29",
        caveat=f"{_EFFECT}; without discounting and without decay",
        ways=(
            Way(
                ("sim.total_cost", "sim.recipients", "gain"),
                _months,
                "(all cost ÷ recipients) ÷ gain of a month", bases=_COSTED, note=NULL,
            ),
        ),
    ),
    Indicator(
        id="CST12", name="Net cost to the state after taxes return", group="cost", unit=MONEY,
        direction="lower", tier=2, normalisation="present value",
        reference="public financial management",
        caveat=f"{_EFFECT}; for informal workers the effective tax is near the share of VAT",
        ways=(
            Way(
                ("sim.total_cost", "reached", "tax_return"),
                lambda cost, people, returned: cost - people * returned,
                "all cost - persons × today's value of the gain × effective tax", bases=_COSTED,
            ),
        ),
    ),
)  # fmt: skip
"""Cost."""
