"""Which sets of labour statistics a profile holds: identities hold within one, never across two."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from kerja.profile import Count, Figure, LabourFigures, Profile, Section

Sets = Callable[[Profile], Iterator[tuple[str, Section]]]

STOCKS = ("working_age", "labour_force", "employed", "outside", "youth_population")
"""Counts of which each is a large part of the adults of any country."""
PARTS = (
    "unemployed", "seasonally_inactive", "underemployed", "youth_unemployed",
)  # fmt: skip
"""Counts that may be a small part of the labour force."""


def labour_sets(profile: Profile) -> Iterator[tuple[str, LabourFigures]]:
    """Yield each set that holds a figure, with its path; the section itself if there is none."""
    found = False
    for path, figures in _all_sets(profile):
        if any(isinstance(getattr(figures, name), Figure) for name in LabourFigures.model_fields):
            found = True
            yield path, figures
    if not found:
        yield "labour_force", profile.labour_force


def ranked_sets(profile: Profile) -> Iterator[tuple[str, LabourFigures]]:
    """Yield all sets with their path, the one that computes first."""
    section = profile.labour_force
    paths = {id(section): "labour_force"}
    paths |= {id(m): f"labour_force.measurements[{m.id}]" for m in section.measurements}
    for figures in section.sets:
        yield paths[id(figures)], figures


def best(profile: Profile, name: str) -> tuple[str, Count | None]:
    """Return the count called `name` from the first set that knows it, with its path."""
    for path, figures in ranked_sets(profile):
        figure: Count | None = getattr(figures, name)
        if figure is not None and figure.number is not None:
            return f"{path}.{name}", figure
    return f"labour_force.{name}", None


def sets_with(*names: str) -> Sets:
    """Return what yields each set that holds one of these figures: (path, set).

    Men, women and age bands are sets of their own where they hold all of the figures. If no set
    holds one, the section itself is yielded: its figures are the ones to obtain.
    """

    def subjects(profile: Profile) -> Iterator[tuple[str, Section]]:
        found = False
        for path, figures in _all_sets(profile):
            if any(getattr(figures, name) is not None for name in names):
                found = True
                yield path, figures
        for path, group in _groups(profile):
            if all(number(group, name) is not None for name in names):
                found = True
                yield path, group
        if not found:
            yield "labour_force", profile.labour_force

    return subjects


def number(figures: Section, name: str) -> float | None:
    """Return the number of a figure, or None if it is absent, unknown or no figure of the set."""
    figure = getattr(figures, name, None)
    return figure.number if isinstance(figure, Figure) else None


def written(figure: Figure[Any] | None) -> str:
    """Return a figure as it was written."""
    value = figure.chosen.value if figure is not None else None
    return value.written if value is not None else ""


def _all_sets(profile: Profile) -> Iterator[tuple[str, LabourFigures]]:
    yield "labour_force", profile.labour_force
    for measurement in profile.labour_force.measurements:
        yield f"labour_force.measurements[{measurement.id}]", measurement


def _groups(profile: Profile) -> Iterator[tuple[str, Section]]:
    sexes = [("labour_force", profile.labour_force.men, profile.labour_force.women)]
    for measurement in profile.labour_force.measurements:
        path = f"labour_force.measurements[{measurement.id}]"
        sexes.append((path, measurement.men, measurement.women))
    for path, men, women in sexes:
        yield f"{path}.men", men
        yield f"{path}.women", women
    for path, figures in _all_sets(profile):
        for index, band in enumerate(figures.age_bands):
            yield f"{path}.age_bands[{index}]", band
