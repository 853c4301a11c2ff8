"""Indicators of the evaluation, and of the conditions that the model names for success."""

from __future__ import annotations

from kerja.indicators.indicator import Indicator, Way, own, percent

_EVALUATION = (
    Indicator(
        id="EVL01", name="Smallest effect on employment that can be seen", group="evaluation",
        unit="percentage points", direction="lower", tier=1, normalisation="none",
        reference="Bloom 1995; Duflo, Glennerster and Kremer 2007",
        caveat="of taking part; risk 5% two-sided and power 80% unless the profile says otherwise",
        ways=own("smallest_effect", percent),
    ),
    Indicator(
        id="EVL02", name="Persons needed to see an effect of 2.3 points", group="evaluation",
        unit="persons", direction="lower", tier=1, normalisation="none",
        reference="McKenzie 2017, typical effect (recalled)",
        caveat="fewer for a favourable effect; under the published null no number is enough",
        ways=own("sample_needed"),
    ),
)  # fmt: skip

_GOVERNANCE = (
    Indicator(
        id="GOV01", name="How far the government has bound itself", group="governance",
        unit="level, 0 to 3", direction="context", tier=2, normalisation="none",
        reference="one of the four conditions that Prakerja's director named",
        caveat="0 none, 1 statement, 2 plan, 3 statute: an order, not a quantity",
        ways=own("commitment"),
    ),
    Indicator(
        id="GOV02", name="Provincial offices per million adults", group="governance",
        unit="per million adults", direction="context", tier=2, normalisation="adults 15+",
        reference="derived",
        caveat="reach from the top down needs a layer in the provinces",
        ways=(
            Way(
                ("institutions.provincial_offices", "population.adults_15plus"),
                lambda offices, adults: 1e6 * offices / adults, "offices ÷ adults",
            ),
        ),
    ),
    Indicator(
        id="GOV03", name="Bodies of civil society with a channel", group="governance",
        unit="count", direction="context", tier=2, normalisation="none", reference="profile",
        caveat="civil society stands beside government and private sector: a duty and a channel",
        ways=own("civil_society"),
    ),
)  # fmt: skip

EVALUATION = (*_EVALUATION, *_GOVERNANCE)
"""Evaluation and governance."""
