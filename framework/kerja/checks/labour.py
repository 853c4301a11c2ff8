"""Checks of labour-force statistics (KL): identities between the figures of one set, and slips."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kerja.checks.equations import Quantities, Ratio, Sum, cures, fails, quantities
from kerja.checks.labour_sets import number, sets_with
from kerja.checks.registry import Hit, check
from kerja.checks.slips import scale_slips
from kerja.findings import Severity
from kerja.profile import Profile, Section

# The slacks are what published statistics need; beyond _GRAVE no rounding or seasonal adjustment
# of an office explains the difference.
_GRAVE = 0.002
LABOUR_FORCE = Sum("labour_force", ("employed", "unemployed"), sometimes=("seasonally_inactive",))
WORKING_AGE = Sum("working_age", ("labour_force", "outside"))
UNEMPLOYMENT = Ratio("unemployment_rate", "unemployed", "labour_force", slack=0.0006)
PARTICIPATION = Ratio("participation_rate", "labour_force", "working_age", slack=0.001)
EMPLOYMENT = Ratio("employment_to_population", "employed", "working_age", slack=0.001)
EQUATIONS: tuple[Sum | Ratio, ...] = (
    LABOUR_FORCE,
    WORKING_AGE,
    UNEMPLOYMENT,
    PARTICIPATION,
    EMPLOYMENT,
)
"""The identities of one set."""


def _rated_sets(profile: Profile) -> Iterator[tuple[str, tuple[Section, float | None]]]:
    """Yield the sets that hold what the unemployment rate needs, beside the whole population."""
    total = number(profile.population, "total")
    for path, figures in sets_with(*UNEMPLOYMENT.names)(profile):
        yield path, (figures, total)


@check("KL101", "labour-identity", Severity.ERROR, over=sets_with(*LABOUR_FORCE.names[:3]))
def labour_identity(figures: Section) -> Iterator[Hit]:
    """Employed and unemployed persons make up the labour force.

    Persons waiting for the season are added where the country counts them in. The sum may differ
    by rounding of the written digits, or by 0.1 % of the labour force.

    Why: A set of figures that does not add up is not one survey, or has a slip of digits.

    Bad:
        labour_force:
          basis: {year: 2023, definition: national}
          labour_force: 147.71 million
          employed: 139.85 million
          unemployed: 8.86 million

    Good:
        labour_force:
          basis: {year: 2023, definition: national}
          labour_force: 147.71 million
          employed: 139.85 million
          unemployed: 7.86 million

    Source: ILO, 19th ICLS, Resolution I (2013).
    """
    given = quantities(figures, LABOUR_FORCE)
    if fails(LABOUR_FORCE, given):
        yield _sum_hit(LABOUR_FORCE, given, _missing_season(given))


@check("KL102", "working-age-identity", Severity.ERROR, over=sets_with(*WORKING_AGE.names))
def working_age_identity(figures: Section) -> Iterator[Hit]:
    """The labour force and persons outside it make up the population of working age.

    The sum may differ by rounding of the written digits, or by 0.1 % of the population.

    Why: A card may bring in who is outside the labour force; a wrong figure moves the target.

    Bad:
        labour_force:
          basis: {year: 2023, definition: national}
          working_age: 212.59 million
          labour_force: 147.71 million
          outside: 6.88 million

    Good:
        labour_force:
          basis: {year: 2023, definition: national}
          working_age: 212.59 million
          labour_force: 147.71 million
          outside: 64.88 million

    Source: ILO, 19th ICLS, Resolution I (2013).
    """
    given = quantities(figures, WORKING_AGE)
    if fails(WORKING_AGE, given):
        yield _sum_hit(WORKING_AGE, given, "take the three figures from one survey round")


@check("KL103", "unemployment-rate", Severity.ERROR, over=_rated_sets)
def unemployment_rate(subject: tuple[Section, float | None]) -> Iterator[Hit]:
    """The unemployment rate is the unemployed as a share of the labour force.

    A difference of more than 0.06 points that rounding does not explain is a warning, since some
    offices adjust the rate for the season and not the counts; more than 0.2 points is an error.

    Why: The unemployed over all of working age are another, lower rate, easily taken for it.

    Bad:
        labour_force:
          basis: {year: 2023, definition: national}
          working_age: 212.59 million
          labour_force: 147.71 million
          unemployed: 7.86 million
          unemployment_rate: 3.7%

    Good:
        labour_force:
          basis: {year: 2023, definition: national}
          working_age: 212.59 million
          labour_force: 147.71 million
          unemployed: 7.86 million
          unemployment_rate: 5.32%

    Source: SDG indicator 8.5.2, metadata; the tolerances are Kerja's judgement.
    """
    figures, population = subject
    given = quantities(figures, UNEMPLOYMENT)
    if not fails(UNEMPLOYMENT, given):
        return
    wholes = {"working_age": number(figures, "working_age"), "the whole population": population}
    yield _rate_hit(UNEMPLOYMENT, given, _other_whole(given, wholes))


@check("KL104", "participation-rate", Severity.ERROR, over=sets_with(*PARTICIPATION.names))
def participation_rate(figures: Section) -> Iterator[Hit]:
    """The participation rate is the labour force as a share of the population of working age.

    A difference of more than 0.1 points that rounding does not explain is a warning, of more than
    0.2 points an error.

    Why: A rate from another survey or another age group makes everything derived from it wrong.

    Bad:
        labour_force:
          basis: {year: 2023, definition: national}
          working_age: 212.59 million
          labour_force: 147.71 million
          participation_rate: 66%

    Good:
        labour_force:
          basis: {year: 2023, definition: national}
          working_age: 212.59 million
          labour_force: 147.71 million
          participation_rate: 69.48%

    Source: ILOSTAT, labour force participation rate; the tolerances are Kerja's judgement.
    """
    given = quantities(figures, PARTICIPATION)
    if fails(PARTICIPATION, given):
        yield _rate_hit(PARTICIPATION, given)


@check("KL105", "employment-ratio", Severity.ERROR, over=sets_with(*EMPLOYMENT.names))
def employment_ratio(figures: Section) -> Iterator[Hit]:
    """The employment ratio is the employed as a share of the population of working age.

    A difference of more than 0.1 points that rounding does not explain is a warning, of more than
    0.2 points an error.

    Why: It is the rate that a programme is judged by.

    Bad:
        labour_force:
          basis: {year: 2023, definition: national}
          working_age: 212.59 million
          employed: 139.85 million
          employment_to_population: 62.5%

    Good:
        labour_force:
          basis: {year: 2023, definition: national}
          working_age: 212.59 million
          employed: 139.85 million
          employment_to_population: 65.8%

    Source: ILOSTAT, employment-to-population ratio; the tolerances are Kerja's judgement.
    """
    given = quantities(figures, EMPLOYMENT)
    if fails(EMPLOYMENT, given):
        yield _rate_hit(EMPLOYMENT, given)


def _sum_hit(equation: Sum, given: Quantities, otherwise: str) -> Hit:
    parts = [name for name in given if name != equation.total]
    total = given[equation.total]
    gap = equation.gap(given)
    message = (
        f"{' + '.join(parts)} = {total.number + gap:_.0f}, "
        f"but {equation.total} is {total.written}: {abs(gap):_.0f} too {_side(gap)}"
    )
    odd = next(cures(equation, given, scale_slips), None)
    if odd is None:
        return Hit(equation.total, message, otherwise, also=tuple(parts))
    name, slip = odd
    others = tuple(other for other in given if other != name)
    return Hit(name, message, f"{slip.what}: write {slip.meant.written}", also=others)


def _side(gap: float) -> str:
    return "much" if gap > 0 else "little"


def _missing_season(given: Quantities) -> str:
    gap = -LABOUR_FORCE.gap(given)
    if "seasonally_inactive" in given or not 0 < gap < 0.02 * given["labour_force"].number:
        return "take the three figures from one survey round"
    return (
        "if the country counts persons who wait for the season, "
        f"write seasonally_inactive: {gap:_.0f} with its source"
    )


def _rate_hit(equation: Ratio, given: Quantities, explained: str = "") -> Hit:
    reckoned = equation.reckoned(given)
    written = given[equation.rate].written
    fraction = f"{equation.part} / {equation.whole}"
    possible = reckoned <= 1
    result = f"{reckoned:.2%}" if possible else "more than all"
    hint = f"write {reckoned:.2%}" if possible else f"{equation.part}: thousands or millions?"
    return Hit(
        equation.rate,
        f"{equation.rate} is {written}, but {fraction} = {result}{explained}",
        hint,
        also=(equation.part, equation.whole),
        severity=None if abs(equation.gap(given)) > _GRAVE else Severity.WARNING,
    )


def _other_whole(given: Quantities, wholes: Mapping[str, float | None]) -> str:
    rate = given["unemployment_rate"]
    for name, whole in wholes.items():
        if whole and abs(given["unemployed"].number / whole - rate.number) <= rate.step / 2 + 5e-5:
            return f"; {rate.written} is unemployed / {name}"
    return ""
