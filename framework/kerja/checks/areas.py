"""Checks of an area beside the country that it is part of (KI): no count above it, none from it."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.checks.labour_sets import STOCKS, best, written
from kerja.checks.places import is_of_a_place
from kerja.checks.registry import Hit, check
from kerja.checks.slips import scale_slips
from kerja.findings import Severity
from kerja.profile import Count, Profile, facts

_MOST_NAMED = 4


@check("KI007", "subnational-exceeds-parent", Severity.ERROR)
def subnational_exceeds_parent(profile: Profile) -> Iterator[Hit]:
    """A count of an area is not above the same count of the profile that it extends.

    Why: A part above the whole is in another unit, or is not of that part.

    Bad:
        country: {code: MYS, name: Malaysia, currency: MYR}
        population: {total: 34.9 million}
        ---
        kind: area
        extends: parent
        country: {code: MY-13, name: Sarawak}
        population: {total: 2_560 million}

    Good:
        country: {code: MYS, name: Malaysia, currency: MYR}
        population: {total: 34.9 million}
        ---
        kind: area
        extends: parent
        country: {code: MY-13, name: Sarawak}
        population: {total: 2_560 thousand}

    Source: additivity, as in the hierarchical rules of VTL.
    """
    whole = profile.origin.parent
    if profile.kind != "area" or whole is None:
        return
    above = {path: figure for path, figure in facts(whole) if isinstance(figure, Count)}
    own = {path: figure for path, figure in facts(profile) if isinstance(figure, Count)}
    pairs = [(path, figure, above[path]) for path, figure in own.items() if path in above]
    for name in STOCKS:
        # The area's survey has another id than the country's.
        path, figure = best(profile, name)
        of_whole = best(whole, name)[1]
        if figure and of_whole and path not in above:
            pairs.append((path, figure, of_whole))
    for path, figure, of_whole in pairs:
        yield from _above_hits(path, figure, of_whole)


@check("KI008", "subnational-inherits-national", Severity.WARNING)
def subnational_inherits_national(profile: Profile) -> Iterator[Hit]:
    """An area takes over rates and yes/no facts of its country, but no counts, economy or budget.

    Amounts of a person or a payment, such as a limit of a wallet, hold in the area too.

    Why: The labour force of a country over the budget of an area gives a programme for nobody.

    Bad:
        country: {code: MYS, name: Malaysia, currency: MYR}
        population: {total: 34.9 million}
        ---
        kind: area
        extends: parent
        country: {code: MY-13, name: Sarawak}

    Good:
        country: {code: MYS, name: Malaysia, currency: MYR}
        population: {total: 34.9 million}
        ---
        kind: area
        extends: parent
        country: {code: MY-13, name: Sarawak}
        population: {total: 2.56 million}

    Source: Kerja's judgement: a figure says for which place it holds.
    """
    if profile.kind != "area":
        return
    inherited: dict[str, list[str]] = {}
    for path, figure in facts(profile):
        if is_of_a_place(path, figure) and profile.kind_of_origin(path) == "country":
            inherited.setdefault(path.partition(".")[0], []).append(path)
    for section, paths in inherited.items():
        listed = ", ".join(paths[:_MOST_NAMED])
        more = f" and {len(paths) - _MOST_NAMED} more" if len(paths) > _MOST_NAMED else ""
        yield Hit(
            "extends",
            f"{section}: {listed}{more} would be taken over from the country",
            "give the area's own figure, write unknown, or take it out with null",
            also=tuple(paths),
        )


def _above_hits(path: str, figure: Count, of_whole: Count) -> Iterator[Hit]:
    part, whole = figure.chosen.value, of_whole.chosen.value
    if part is None or whole is None or part.number <= whole.number + (part.step + whole.step) / 2:
        return
    fitting = [slip for slip in scale_slips(part) if slip.meant.number <= whole.number]
    hint = f"{fitting[0].what}: write {fitting[0].meant.written}" if fitting else ""
    yield Hit(
        path,
        f"{path} is {written(figure)}, above {written(of_whole)} of the country",
        hint or "are both of the same year and definition?",
    )
