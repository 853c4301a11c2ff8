"""Rules on skills: what is chosen beside what is asked for, and tasks at risk (SKL)."""

from __future__ import annotations

from kerja.adaptation.change import Addition, Change
from kerja.adaptation.looking import Comparison, LacksError, Look, at
from kerja.adaptation.registry import rule
from kerja.profile import Listed

_DEMAND = "training.skills_demand"
_CHOSEN = f"{_DEMAND}.chosen_by_field"
_VACANT = f"{_DEMAND}.vacancies_by_field"
_AT_RISK = "labour_force.tasks_at_risk"
_APART = 0.25
_MANY_AT_RISK = 0.20


@rule("SKL-01", "courses-apart-from-vacancies", threshold="share")
def courses_apart_from_vacancies(look: Look) -> Change | None:
    """More than a quarter choose fields beyond their part of vacancies

    Why: Persons in a field beyond its part of all vacancies are added up: half the sum of the
        differences, the index of dissimilarity (Duncan and Duncan, 1955; recalled). Vacancies that
        are published are the smaller part where most work is informal, so they inform a choice
        and do not make it. A quarter is Kerja's judgement.
    Evidence: Derived from the two lists of the profile; no source was read for the threshold.
    Basis: judgement
    Asks: Are vacancies shown beside courses, do places follow them, and who counts them by field?
    Owner: ministry of labour
    """
    chosen, vacant = _by_field(look)
    everybody, vacancies = sum(chosen.values()), sum(vacant.values())
    beyond = sum(
        max(0.0, people - everybody * vacant.get(field, 0.0) / vacancies)
        for field, people in chosen.items()
    )
    own = look.threshold
    limit = everybody * (_APART if own is None else own)
    what = "applicants in fields beyond their part of vacancies"
    if not look.exceeds(Comparison(_CHOSEN, beyond, limit, own is None, own is not None, what)):
        return None
    return Change(
        settings={"catalogue.vacancies_beside_courses": True},
        proposals=(
            "vacancies by field stand beside each course, and the choice stays free",
            "more places where vacancies are: providers are asked for courses in these fields",
            "places in fields beyond their part of vacancies are limited from round to round",
        ),
        documents=(
            Addition(
                "operations-manual",
                "Beside each course stand the vacancies in its field, their source and their "
                "date. Nobody is refused a course because of them.",
            ),
        ),
    )


@rule("SKL-02", "many-tasks-at-risk", threshold="share")
def many_tasks_at_risk(look: Look) -> Change | None:
    """More than a fifth of employment is in tasks at high risk of automation

    Why: Who loses a task needs another skill before the job is gone: then a programme for those
        without work comes too late for them. Estimates of this kind differ widely by method, and
        say which tasks could change, not which jobs will. A fifth is Kerja's judgement.
    Evidence: No source was read; the share is as the source of the profile defines it.
    Basis: judgement
    Asks: May persons in work at risk take part to be retrained, and which occupations are meant?
    Owner: ministry of labour
    """
    share = look.number(_AT_RISK)
    if not look.exceeds(Comparison(_AT_RISK, share, _MANY_AT_RISK, judged=True)):
        return None
    return Change(
        settings={"me.disaggregate": ("occupation",)},
        proposals=(
            "persons in named occupations at risk may take part while they work; the law on who "
            "may take part says so",
            "a longer course for another occupation, chosen with employers, beside the short ones",
            "nothing for now: the estimate is held against the next labour force survey first",
        ),
        documents=(
            Addition(
                "me-framework",
                "The form asks for the occupation. Participants from occupations at risk are "
                "counted, and what they do a year later, beside the estimate and its method.",
            ),
        ),
    )


def _by_field(look: Look) -> tuple[dict[str, float], dict[str, float]]:
    """Return applicants and vacancies by field of training; each sum is above 0.

    Raises:
        LacksError: everything in the two lists that is not known; a list without anybody in it.
    """
    found: list[dict[str, float]] = []
    lacks: list[str] = []
    for path in (_CHOSEN, _VACANT):
        listed = at(look.profile, path)
        assert isinstance(listed, Listed)
        known = {one.id: one.people.number if one.people else None for one in listed.items}
        unsaid = [f"{path}[{field}].people" for field, people in known.items() if people is None]
        numbers = {field: float(people) for field, people in known.items() if people is not None}
        lacks += unsaid or ([] if sum(numbers.values()) else [path])
        found.append(numbers)
        look.read.extend(f"{path}[{field}].people" for field in numbers)
    if lacks:
        raise LacksError(*lacks)
    return found[0], found[1]
