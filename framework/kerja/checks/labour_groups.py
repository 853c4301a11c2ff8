"""Checks of groups (KL): men and women, town and country, age bands against their total."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from kerja.checks.equations import Sum, cures, fails
from kerja.checks.labour_sets import labour_sets
from kerja.checks.registry import Hit, check
from kerja.checks.slips import scale_slips
from kerja.findings import Severity
from kerja.profile import (
    Count,
    Figure,
    LabourFigures,
    LabourForce,
    LabourMeasurement,
    Profile,
    SexFigures,
    Share,
    facts,
)
from kerja.profile.people import AgeBand
from kerja.profile.quantities import Quantity

_SLACK = 0.001
_GRAVE = 0.01
_YOUNGEST = 15
_PAIRS = (("men", "women"), ("urban", "rural"))
_Ages = tuple[int, int | None]


@check("KL110", "sex-split-adds-up", Severity.ERROR)
def sex_split(profile: Profile) -> Iterator[Hit]:
    """Men and women make up the total, for every count that gives all three.

    A difference of more than 0.1 % that rounding does not explain is a warning, since a census may
    hold persons whose sex is not stated; more than 1 % is an error.

    Why: A quota for women is reckoned from these figures.

    Bad:
        population:
          total: {value: 17.23 million, men: 8.36 million, women: 8.37 million}

    Good:
        population:
          total: {value: 17.23 million, men: 8.36 million, women: 8.87 million}

    Source: additivity, as in the aggregate rules of VTL; the tolerances are Kerja's judgement.
    """
    for path, figure in facts(profile):
        if isinstance(figure, Count):
            yield from _split_hits(path, figure, ("men", "women"))
    sets: list[tuple[str, LabourForce | LabourMeasurement]] = [
        ("labour_force", profile.labour_force),
        *((f"labour_force.measurements[{m.id}]", m) for m in profile.labour_force.measurements),
    ]
    for path, figures in sets:
        for name in SexFigures.model_fields:
            parts = {path: figures, f"{path}.men": figures.men, f"{path}.women": figures.women}
            yield from _sum_hits(
                {f"{at}.{name}": _value(getattr(part, name)) for at, part in parts.items()}
            )


@check("KL111", "age-split-adds-up", Severity.ERROR, over=labour_sets)
def age_split(figures: LabourFigures) -> Iterator[Hit]:
    """Age bands cover the working age without gap or overlap, and add up to the totals.

    Bands that leave out the youngest or the oldest are a warning; then they may only not exceed
    the totals.

    Why: Persons counted twice, or not at all, shift the group that a programme is sized for.

    Bad:
        labour_force:
          basis: {year: 2023, definition: national}
          labour_force: 147.71 million
          age_bands:
            - {ages: 15-24, labour_force: 23.45 million}
            - {ages: 24+, labour_force: 124.26 million}

    Good:
        labour_force:
          basis: {year: 2023, definition: national}
          labour_force: 147.71 million
          age_bands:
            - {ages: 15-24, labour_force: 23.45 million}
            - {ages: 25+, labour_force: 124.26 million}

    Source: additivity, as in the aggregate rules of VTL.
    """
    if not figures.age_bands:
        return
    bands = sorted(enumerate(figures.age_bands), key=lambda item: _ages(item[1].ages)[0])
    seams = list(_seam_hits(bands))
    ends = [] if seams else list(_end_hits(figures, bands))
    yield from seams
    yield from ends
    if not seams:
        yield from _band_sums(figures, is_whole=not ends)


@check("KL121", "total-outside-groups", Severity.ERROR)
def total_outside_groups(profile: Profile) -> Iterator[Hit]:
    """A rate lies between those of men and women, and between those of town and country.

    A count is the sum of town and country.

    Why: An average outside its parts mixes two surveys, or two figures were exchanged.

    Bad:
        labour_force:
          basis: {year: 2024, definition: national}
          unemployment_rate: {value: 4.91%, urban: 3.67%, rural: 2.79%}

    Good:
        labour_force:
          basis: {year: 2024, definition: national}
          unemployment_rate: {value: 4.91%, urban: 5.79%, rural: 3.67%}

    Source: arithmetic: the total is a weighted mean of the groups.
    """
    for path, figure in facts(profile):
        if isinstance(figure, Share):
            for pair in _PAIRS:
                yield from _between_hits(path, figure, pair)
        elif isinstance(figure, Count):
            yield from _split_hits(path, figure, ("urban", "rural"))


def _value(figure: Figure[Quantity] | None) -> Quantity | None:
    return figure.chosen.value if figure is not None else None


def _split_hits(path: str, figure: Count, groups: tuple[str, str]) -> Iterator[Hit]:
    parts = {f"{path}.{group}": getattr(figure, group) for group in groups}
    yield from _sum_hits({path: figure.value, **parts})


def _sum_hits(figures: Mapping[str, Quantity | None], *, at_most: bool = False) -> Iterator[Hit]:
    """Yield a hit if the first figure is not the sum of the others; nothing if one is not known."""
    given = {path: value for path, value in figures.items() if value is not None}
    if len(given) < len(figures):
        return
    total, *parts = given
    equation = Sum(total, tuple(parts), slack=_SLACK)
    gap = equation.gap(given)
    if not fails(equation, given) or (at_most and gap < 0):
        return
    whole = given[total].number
    message = f"the groups give {whole + gap:_.0f}, but {_last(total)} is {given[total].written}"
    grave = abs(gap) > _GRAVE * whole
    weight = None if grave else Severity.WARNING
    odd = next(cures(equation, given, scale_slips), None)
    where, hint = total, "take the total and its groups from one table"
    if odd is not None:
        where, hint = odd[0], f"{odd[1].what}: write {odd[1].meant.written}"
    also = tuple(path for path in given if path != where)
    yield Hit(where, message, hint, also=also, severity=weight)


def _between_hits(path: str, figure: Share, pair: tuple[str, str]) -> Iterator[Hit]:
    total, one, other = figure.value, getattr(figure, pair[0]), getattr(figure, pair[1])
    if total is None or one is None or other is None:
        return
    low, high = sorted((one, other), key=lambda q: q.number)
    below = low.number - (low.step + total.step) / 2
    above = high.number + (high.step + total.step) / 2
    if below - 1e-9 <= total.number <= above + 1e-9:
        return
    yield Hit(
        path,
        f"{_last(path)} is {total.written}, outside {pair[0]} {one.written} "
        f"and {pair[1]} {other.written}",
        "take the total and its groups from one table",
        also=tuple(f"{path}.{group}" for group in pair),
    )


def _ages(written: str) -> _Ages:
    first, dash, last = written.rstrip("+").partition("-")
    return int(first), int(last) if dash else None


def _seam_hits(bands: list[tuple[int, AgeBand]]) -> Iterator[Hit]:
    for (_, lower), (at, upper) in pairwise(bands):
        last, first = _ages(lower.ages)[1], _ages(upper.ages)[0]
        if last is not None and first == last + 1:
            continue
        twice = last is None or first <= last
        upper_end = _ages(upper.ages)[1]
        end = "+" if upper_end is None else f"-{upper_end}"
        message = f"the bands {lower.ages} and {upper.ages} " + (
            "overlap" if twice else f"leave out the ages between {last} and {first}"
        )
        closed = last is not None and (upper_end is None or last < upper_end)
        hint = f"write {last + 1}{end}" if last is not None and closed else "each age in one band"
        yield Hit(f"age_bands[{at}]", message, hint)


def _end_hits(figures: LabourFigures, bands: list[tuple[int, AgeBand]]) -> Iterator[Hit]:
    covered = figures.working_age.ages if figures.working_age else None
    youngest, oldest = _ages(covered) if covered else (_YOUNGEST, None)
    first, last = _ages(bands[0][1].ages)[0], _ages(bands[-1][1].ages)[1]
    left_out = []
    if first > youngest:
        left_out.append(f"under {first}")
    if last is not None and (oldest is None or last < oldest):
        left_out.append(f"over {last}")
    if left_out:
        yield Hit(
            f"age_bands[{bands[-1][0]}]",
            f"no band holds the ages {' and '.join(left_out)}",
            "add the band, or say on working_age which ages it covers",
            severity=Severity.WARNING,
        )


def _band_sums(figures: LabourFigures, *, is_whole: bool) -> Iterator[Hit]:
    names: Iterable[str] = (n for n in AgeBand.model_fields if n != "ages")
    for name in names:
        parts = {
            f"age_bands[{at}].{name}": _value(getattr(band, name))
            for at, band in enumerate(figures.age_bands)
        }
        yield from _sum_hits({name: _value(getattr(figures, name)), **parts}, at_most=not is_whole)


def _last(path: str) -> str:
    return path.rpartition(".")[2]
