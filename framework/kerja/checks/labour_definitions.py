"""Checks of what labour statistics mean (KL): standard, ages, base and reference period."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.checks.labour_sets import labour_sets, sets_with, written
from kerja.checks.registry import Hit, check, known
from kerja.findings import Severity
from kerja.profile import Count, LabourFigures, Profile, Share

_CORE = (
    "labour_force", "employed", "unemployed", "outside", "unemployment_rate",
    "participation_rate", "employment_to_population",
)  # fmt: skip
"""Figures of which one definition must hold; the working age may come from a census."""
_DATED = ("working_age", *_CORE)
_OF_YOUTH = ("neet_rate", "youth_population", "youth_unemployed")
_YOUTH = "15-24"
_APART_YEARS = 2
_Figure = Count | Share


@check("KL112", "youth-definition", Severity.WARNING, over=sets_with(*_OF_YOUTH))
def youth_definition(figures: LabourFigures) -> Iterator[Hit]:
    """Youth are aged 15-24, or the figure says by whose definition they are not.

    Why: NEET of ages 15-30 stands beside that of other countries as if it were the same.

    Bad:
        labour_force:
          neet_rate: {value: 13%, year: 2019, ages: 15-30}

    Good:
        labour_force:
          neet_rate: {value: 13%, year: 2019, ages: 15-30, definition: national}

    Source: SDG indicator 8.6.1, metadata: ages 15-24.
    """
    for name in _OF_YOUTH:
        figure: _Figure | None = getattr(figures, name)
        if figure is None or figure.chosen.ages in (None, _YOUTH):
            continue
        explained = figure.chosen.note or figure.chosen.definition == "national"
        if not explained:
            yield Hit(
                name,
                f"{name} is of ages {figure.chosen.ages}; youth are {_YOUTH} elsewhere",
                "if that is the country's definition, write definition: national",
            )


@check("KL114", "informal-base", Severity.WARNING, over=sets_with("informal_share"))
def informal_base(figures: LabourFigures) -> Iterator[Hit]:
    """The informal share says what it is a share of: employment, or non-agricultural employment.

    Why: Where many farm, the two are far apart.

    Bad:
        labour_force:
          informal_share: {value: 59.11%, year: 2024}

    Good:
        labour_force:
          informal_share: {value: 59.11%, year: 2024, of: employment}

    Source: SDG indicator 8.3.1, metadata; ILO, 17th and 21st ICLS.
    """
    known(figures, "informal_share")
    share = figures.informal_share
    if share is not None and not share.chosen.of:
        yield Hit(
            "informal_share",
            f"informal_share {written(share)} does not say of what",
            "write of: employment, or of: non-agricultural employment",
        )


@check("KL116", "icls-version", Severity.WARNING)
def icls_version(profile: Profile) -> Iterator[Hit]:
    """A set of labour statistics names its statistical standard, and has only one.

    No standard is a warning. Two in one set are an error: the figures cannot be put together.

    Why: By the 19th ICLS who farms only for the own household is not employed. Timor-Leste's labour
    force is 246.9 thousand by its survey, 615.9 thousand as modelled.

    Bad:
        labour_force:
          basis: {year: 2021}
          labour_force: 246.9 thousand
          unemployment_rate: 5.1%

    Good:
        labour_force:
          basis: {year: 2021, definition: icls-19}
          labour_force: 246.9 thousand
          unemployment_rate: 5.1%

    Source: ILO, 13th ICLS (1982) and 19th ICLS (2013), break in series.
    """
    for path, figures in labour_sets(profile):
        stated = {
            name: figure.definition or profile.labour_force.standard
            for name, figure in _figures(figures, _CORE)
        }
        kinds = {definition for definition in stated.values() if definition}
        nameless = [name for name, definition in stated.items() if not definition]
        if len(kinds) > 1:
            yield _mixed(path, {n: d for n, d in stated.items() if d})
        if nameless:
            yield Hit(
                f"{path}.{nameless[0]}",
                f"no definition is given for {', '.join(nameless)}",
                "write basis: {definition: icls-13, icls-19, national, ilo-modelled or census}",
                also=tuple(f"{path}.{name}" for name in nameless[1:]),
            )


@check("KL117", "reference-period-mix", Severity.WARNING, over=labour_sets)
def reference_period_mix(figures: LabourFigures) -> Iterator[Hit]:
    """The figures of one set speak of one period: year, and quarter or month where given.

    Two figures of more than two years apart are an error.

    Why: Between rounds of February and August lies a season, which is taken for a change.

    Bad:
        labour_force:
          basis: {year: 2023, definition: national}
          employed: {value: 139.85 million, month: 8}
          unemployed: {value: 7.99 million, month: 2}

    Good:
        labour_force:
          basis: {year: 2023, month: 8, definition: national}
          employed: 139.85 million
          unemployed: 7.86 million

    Source: coherence, UN National Quality Assurance Framework.
    """
    dated = [(name, figure, _period(figure)) for name, figure in _figures(figures, _DATED)]
    for at, (name, figure, period) in enumerate(dated):
        for earlier, other, other_period in dated[:at]:
            if _same(period, other_period):
                continue
            years = abs((period[0] or 0) - (other_period[0] or 0))
            yield Hit(
                name,
                f"{name} {written(figure)} is of {_named(period)}, "
                f"{earlier} {written(other)} of {_named(other_period)}",
                "take both from one round, or put one into a set of its own",
                also=(earlier,),
                severity=Severity.ERROR if years > _APART_YEARS else None,
            )
            break


def _figures(figures: LabourFigures, names: tuple[str, ...]) -> Iterator[tuple[str, _Figure]]:
    for name in names:
        figure: _Figure | None = getattr(figures, name)
        if figure is not None and figure.number is not None:
            yield name, figure.chosen


def _mixed(path: str, stated: dict[str, str | None]) -> Hit:
    first = next(iter(stated))
    other = next(name for name in stated if stated[name] != stated[first])
    return Hit(
        f"{path}.{other}",
        f"{other} is by {stated[other]}, {first} by {stated[first]}",
        "give each source a measurement of its own",
        also=(f"{path}.{first}",),
        severity=Severity.ERROR,
    )


_Period = tuple[int | None, int | None, int | None]
"""Year, quarter, month."""


def _period(figure: _Figure) -> _Period:
    written_date = [int(part) for part in (figure.date or "").split("-") if part]
    year = written_date[0] if written_date else figure.year
    month = written_date[1] if len(written_date) > 1 else figure.month
    quarter = (month + 2) // 3 if month else figure.quarter
    return year, quarter, month


def _same(one: _Period, other: _Period) -> bool:
    """True if nothing that both state differs."""
    return all(a is None or b is None or a == b for a, b in zip(one, other, strict=True))


def _named(period: _Period) -> str:
    year, quarter, month = period
    if month:
        return f"{year}-{month:02}"
    return f"{year} quarter {quarter}" if quarter else f"{year}"
