"""Checks of rates that bound each other (KL): NEET, underutilisation, youth, formal employment."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.checks.labour_sets import labour_sets, sets_with, written
from kerja.checks.registry import Hit, check, known
from kerja.findings import Severity
from kerja.profile import LabourFigures

_LESS_OR_EQUAL = (("lu1", "lu2"), ("lu1", "lu3"), ("lu2", "lu4"), ("lu3", "lu4"), ("lu1", "lu4"))
_WHOLE_SLACK = 0.001


@check(
    "KL113",
    "neet-bound",
    Severity.WARNING,
    over=sets_with("neet_rate", "youth_unemployed"),
)
def neet_bound(figures: LabourFigures) -> Iterator[Hit]:
    """Youth not in employment, education or training are at least as many as unemployed youth.

    Students who look for work are unemployed and not NEET, so this is a warning.

    Why: Programmes for youth are sized by NEET; a rate of the labour force is no substitute.

    Bad:
        labour_force:
          basis: {year: 2023, definition: national}
          neet_rate: 5%
          youth_population: 44.2 million
          youth_unemployed: 3.98 million

    Good:
        labour_force:
          basis: {year: 2023, definition: national}
          neet_rate: 20.3%
          youth_population: 44.2 million
          youth_unemployed: 3.98 million

    Source: SDG indicator 8.6.1, metadata.
    """
    neet, unemployed, youth = known(figures, "neet_rate", "youth_unemployed", "youth_population")
    rate, count = figures.neet_rate, figures.youth_unemployed
    if rate is None or count is None or (rate.ages or "15-24") != (count.ages or "15-24"):
        return
    if youth and unemployed / youth > neet + rate.step / 2:
        yield Hit(
            "neet_rate",
            f"neet_rate is {written(rate)}, but {unemployed / youth:.1%} of youth are unemployed",
            "check that both count all persons of the age, and not the labour force only",
            also=("youth_unemployed", "youth_population"),
        )


@check("KL115", "underutilisation-order", Severity.ERROR, over=labour_sets)
def underutilisation_order(figures: LabourFigures) -> Iterator[Hit]:
    """Each wider measure of labour underutilisation is at least the narrower one: LU1 to LU4.

    Why: LU2 and LU3 add a group to LU1, and LU4 adds both.

    Bad:
        labour_force:
          basis: {year: 2023, definition: icls-19}
          lu1: 28.9%
          lu4: 5.1%

    Good:
        labour_force:
          basis: {year: 2023, definition: icls-19}
          lu1: 5.1%
          lu4: 28.9%

    Source: ILO, 19th ICLS, Resolution I (2013), LU1 to LU4.
    """
    for narrow, wide in _LESS_OR_EQUAL:
        one, other = getattr(figures, narrow), getattr(figures, wide)
        if one is None or other is None or one.number is None or other.number is None:
            continue
        if one.number - other.number > (one.step + other.step) / 2:
            yield Hit(
                wide,
                f"{wide} is {written(other)}, below {narrow} {written(one)}",
                "are the two exchanged?",
                also=(narrow,),
            )


@check(
    "KL122",
    "youth-rate-below-total",
    Severity.WARNING,
    over=sets_with("youth_unemployment_rate"),
)
def youth_rate_below_total(figures: LabourFigures) -> Iterator[Hit]:
    """Unemployment of youth is not below that of all ages.

    Why: Two rates that were exchanged, or come from two sources, pass every other check.

    Bad:
        labour_force:
          basis: {year: 2024, definition: national}
          unemployment_rate: 17.32%
          youth_unemployment_rate: 4.91%

    Good:
        labour_force:
          basis: {year: 2024, definition: national}
          unemployment_rate: 4.91%
          youth_unemployment_rate: 17.32%

    Source: official rates of Cambodia, Indonesia, Mongolia, Morocco, Timor-Leste: 1.9 to 3.5 times.
    """
    youth, total = known(figures, "youth_unemployment_rate", "unemployment_rate")
    one, other = figures.youth_unemployment_rate, figures.unemployment_rate
    if one and other and total - youth > (one.step + other.step) / 2:
        yield Hit(
            "youth_unemployment_rate",
            f"youth_unemployment_rate is {written(one)}, below that of all ages, {written(other)}",
            "are the two exchanged, or of two sources?",
            also=("unemployment_rate",),
        )


@check("KL123", "informal-and-formal-sum", Severity.ERROR, over=sets_with("formal_share"))
def informal_and_formal_sum(figures: LabourFigures) -> Iterator[Hit]:
    """Informal and formal employment on one base make up 100 %.

    Why: Who cannot be reached through employers is what is left of the formal.

    Bad:
        labour_force:
          basis: {year: 2024, definition: national}
          informal_share: {value: 57.95%, of: employment}
          formal_share: {value: 45.02%, of: employment}

    Good:
        labour_force:
          basis: {year: 2024, definition: national}
          informal_share: {value: 57.95%, of: employment}
          formal_share: {value: 42.05%, of: employment}

    Source: ILO, 17th ICLS guidelines (2003): employment is informal or formal.
    """
    informal, formal = known(figures, "informal_share", "formal_share")
    one, other = figures.informal_share, figures.formal_share
    if one is None or other is None or (one.of and other.of and one.of != other.of):
        return
    slack = max(_WHOLE_SLACK, (one.step + other.step) / 2)
    if abs(informal + formal - 1) > slack:
        yield Hit(
            "formal_share",
            f"informal {written(one)} and formal {written(other)} make {informal + formal:.2%}",
            f"with informal {written(one)}, write {1 - informal:.2%}",
            also=("informal_share",),
        )
