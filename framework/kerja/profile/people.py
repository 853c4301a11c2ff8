"""Sections on the people: population, labour force, migration."""

from __future__ import annotations

from pydantic import Field

from kerja.profile.facts import Count, Definition, Number, Share, Words, YesNo
from kerja.profile.section import Section, absent


class Population(Section):
    """Who lives in the country."""

    total: Count | None = None
    """Persons, all ages."""
    adults_15plus: Count | None = None
    """Persons aged 15 and over."""
    rural_share: Share | None = None
    """Share of persons who live outside towns, by the national definition."""
    refugee_migrant_share: Share | None = None
    """Share of persons who are refugees or foreign migrants."""
    adult_literacy: Share | None = None
    """Share of adults who can read and write a short statement (UNESCO)."""
    literacy_below_basic: Share | None = None
    """Share of adults below the basic level of a skills test; not illiteracy."""
    largest_language_share: Share | None = None
    """Share of persons who understand the most used official language."""
    disability_share: Share | None = None
    """Share of persons with a disability, by the Washington Group questions where used."""
    poverty_share: Share | None = None
    """Share of persons below the national poverty line."""


class AgeBand(Section):
    """Persons of one age band in the labour force."""

    ages: str = Field(pattern=r"^[0-9]{1,3}(-[0-9]{1,3}|\+)$")
    """Ages covered, both ends included: 15-24, 65+."""
    working_age: Count | None = None
    """Persons of the band."""
    labour_force: Count | None = None
    """Of them in the labour force."""
    employed: Count | None = None
    """Of them employed."""
    unemployed: Count | None = None
    """Of them unemployed."""


class LabourFigures(Section):
    """One consistent set of labour-force statistics: one survey, one definition, one period."""

    working_age: Count | None = None
    """Persons of working age (15 and over unless `ages` says otherwise)."""
    labour_force: Count | None = None
    """Employed and unemployed persons (ILO, 19th ICLS Resolution I)."""
    employed: Count | None = None
    """Persons at work for pay or profit; older standards also count own-use producers."""
    unemployed: Count | None = None
    """Persons without work who sought it and were available."""
    seasonally_inactive: Count | None = None
    """Persons waiting for the season, where the country counts them in the labour force."""
    outside: Count | None = None
    """Persons of working age outside the labour force."""
    participation_rate: Share | None = None
    """Labour force as a share of the working-age population."""
    unemployment_rate: Share | None = None
    """Unemployed as a share of the labour force (SDG 8.5.2)."""
    employment_to_population: Share | None = None
    """Employed as a share of the working-age population."""
    youth_unemployment_rate: Share | None = None
    """Unemployed as a share of the labour force, ages 15-24 unless `ages` says otherwise."""
    youth_population: Count | None = None
    """Persons aged 15-24."""
    youth_unemployed: Count | None = None
    """Unemployed persons aged 15-24."""
    neet_rate: Share | None = None
    """Share of youth not in employment, education or training, ages 15-24 (SDG 8.6.1)."""
    informal_share: Share | None = None
    """Informal employment as a share of what `of` says: employment, or non-agricultural."""
    formal_share: Share | None = None
    """Formal employment, on the same base."""
    agriculture_share: Share | None = None
    """Employment in agriculture as a share of employment."""
    underemployed: Count | None = None
    """Employed persons who want and are available for more hours."""
    lu1: Share | None = None
    """Unemployment rate, LU1 of the 19th ICLS."""
    lu2: Share | None = None
    """LU1 and time-related underemployment."""
    lu3: Share | None = None
    """LU1 and the potential labour force."""
    lu4: Share | None = None
    """All three: labour underutilisation."""
    age_bands: tuple[AgeBand, ...] = ()
    """The same figures by age, bands without gap or overlap."""


class SexFigures(Section):
    """Labour-force figures of one sex, in persons."""

    working_age: Count | None = None
    """Persons of working age."""
    labour_force: Count | None = None
    """In the labour force."""
    employed: Count | None = None
    """Employed."""
    unemployed: Count | None = None
    """Unemployed."""
    seasonally_inactive: Count | None = None
    """Waiting for the season."""
    outside: Count | None = None
    """Outside the labour force."""


class LabourMeasurement(LabourFigures):
    """One source's set of labour-force statistics."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    """Name of the measurement: lfs-2019, ilo-modelled-2024."""
    note: str | None = None
    """What a reader must know before using the set."""
    survey_round: str | None = None
    """Round of the survey, where a year has several: Feb, Aug, Q1."""
    men: SexFigures = absent(SexFigures)
    """Of men."""
    women: SexFigures = absent(SexFigures)
    """Of women."""


class LabourForce(LabourFigures):
    """The labour force, measured once or by several sources.

    `use` names the measurement that computes. A figure that it lacks is taken from the section
    itself, then from the other measurements; each keeps its own year and source.
    """

    use: str | None = None
    """Which measurement computes."""
    measurements: tuple[LabourMeasurement, ...] = ()
    """Sets of statistics by source, each with an `id`."""
    men: SexFigures = absent(SexFigures)
    """Of men."""
    women: SexFigures = absent(SexFigures)
    """Of women."""
    standard: Definition | None = None
    """Statistical standard, where the whole section has one."""
    vacancies_online_year: Count | None = None
    """Vacancies published on line in a year."""
    productivity: Number | None = None
    """Output per worker, in the unit that `what` states."""
    tasks_at_risk: Share | None = None
    """Share of employment in tasks at high risk of automation, as the source defines it."""

    @property
    def sets(self) -> tuple[LabourFigures, ...]:
        """All sets of statistics, the one that computes first."""
        ordered = sorted(self.measurements, key=lambda m: m.id != self.use)
        used = [m for m in ordered if m.id == self.use]
        rest = [m for m in ordered if m.id != self.use]
        return (*used, self, *rest)

    def best(self, name: str) -> Count | Share | None:
        """Return the figure called `name` from the first set that knows its number."""
        for figures in self.sets:
            figure = getattr(figures, name, None)
            if isinstance(figure, Count | Share) and figure.number is not None:
                return figure
        return None


class Returnees(Section):
    """People who come back from work abroad."""

    eligible: YesNo | None = None
    """Whether the programme is open to them."""
    came_from: Words | None = Field(None, alias="from")
    """Country they return from."""
    people: Count | None = None
    """Persons expected."""
    recognition_of_prior_learning: YesNo | None = None
    """Whether skills learnt abroad are certified."""


class Migration(Section):
    """People who cross borders for work."""

    returnees: Returnees = absent(Returnees)
    """Returning migrants."""
    non_citizens: Words | None = None
    """Whether non-citizens may take part; a decision of the legislator."""
