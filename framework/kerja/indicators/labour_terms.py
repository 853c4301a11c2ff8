"""Terms of the labour market: numbers that belong together come from one set of statistics."""

from __future__ import annotations

from collections.abc import Callable

from kerja.costing.cases import Cases
from kerja.indicators.derived import Derived, combined, first
from kerja.indicators.fields import LABOUR, field_term, labour_sets, of_set
from kerja.indicators.indicator import ratio
from kerja.indicators.subject import Subject
from kerja.indicators.term import Term
from kerja.profile import LabourFigures, Profile

LEAST_UNEMPLOYMENT = 0.02
MOST_INFORMALITY = 0.70


def _by_set(profile: Profile, *ways: tuple[Callable[..., float], tuple[str, ...]]) -> Term:
    """Try all ways in the set that computes, then in the next: better one set than one way."""
    tried: list[Term] = []
    for start, figures in labour_sets(profile):
        for formula, names in ways:
            terms = [of_set(profile, start, figures, name) for name in names]
            tried.append(combined(formula, terms))
            if tried[-1].cases is not None:
                return tried[-1]
    return min(tried, key=lambda term: len(term.lacks))


def _unemployment_rate(subject: Subject) -> Term:
    return _by_set(
        subject.profile,
        (ratio, ("unemployed", "labour_force")),
        (lambda rate: rate, ("unemployment_rate",)),
    )


def _unemployed(subject: Subject) -> Term:
    return _by_set(
        subject.profile,
        (lambda people: people, ("unemployed",)),
        (lambda force, rate: force * rate, ("labour_force", "unemployment_rate")),
    )


def _employed(subject: Subject) -> Term:
    return _by_set(
        subject.profile,
        (lambda people: people, ("employed",)),
        (lambda force, people: force - people, ("labour_force", "unemployed")),
        (lambda force, rate: force * (1 - rate), ("labour_force", "unemployment_rate")),
    )


def _employment_ratio(subject: Subject) -> Term:
    profile = subject.profile
    of_sets = _by_set(
        profile,
        (ratio, ("employed", "working_age")),
        (lambda share: share, ("employment_to_population",)),
    )
    if of_sets.cases is not None:
        return of_sets
    of_adults = [_employed(subject), field_term(profile, "population.adults_15plus")]
    return combined(ratio, of_adults)


def _informal(subject: Subject) -> Term:
    return _by_set(
        subject.profile,
        (lambda share: share, ("informal_share",)),
        (lambda share: 1 - share, ("formal_share",)),
    )


def _participation_gap(subject: Subject) -> Term:
    """Take both sexes from one set of statistics."""
    tried = []
    for start, figures in labour_sets(subject.profile):

        def rate(sex: str, start: str = start, figures: LabourFigures = figures) -> Term:
            return _participation(subject.profile, start, figures, sex=sex)

        tried.append(combined(lambda men, women: men - women, [rate("men"), rate("women")]))
        if tried[-1].cases is not None:
            return tried[-1]
    return tried[0]


def _participation(profile: Profile, start: str, figures: LabourFigures, *, sex: str) -> Term:
    def of(name: str) -> Term:
        return of_set(profile, start, figures, name)

    inside = of(f"{sex}.labour_force")
    return first(
        of(f"participation_rate.{sex}"),
        combined(ratio, [inside, of(f"{sex}.working_age")]),
        combined(lambda part, rest: part / (part + rest), [inside, of(f"{sex}.outside")]),
    )


def _unemployed_as_base(subject: Subject) -> Term:
    """Return the unemployed, unless so few or so informal that they are no measure of need."""
    rate, informal = _unemployment_rate(subject), _informal(subject)
    why_not = _unfit(rate, informal)
    if why_not:
        return Term(inputs=(*rate.inputs, *informal.inputs), why_not=why_not)
    return _unemployed(subject)


def _unfit(rate: Term, informal: Term) -> str:
    """Say what makes the unemployed a poor measure; a range that reaches the limit does."""
    instead = "see COV08 (youth not in work or training) and COV09 (underutilisation)"
    if rate.cases is not None and rate.cases.low < LEAST_UNEMPLOYMENT:
        return f"unemployment is {_shown(rate.cases)}, below 2%: {instead}"
    if informal.cases is not None and informal.cases.high > MOST_INFORMALITY:
        return f"informality is {_shown(informal.cases)}, above 70%: {instead}"
    return ""


def _shown(share: Cases) -> str:
    low, high = (f"{100 * end:.3g}%" for end in (share.low, share.high))
    return low if low == high else f"{low} to {high}"


def _underutilised(subject: Subject) -> Term:
    return _by_set(
        subject.profile,
        (lambda without, under: without + under, ("unemployed", "underemployed")),
        (lambda force, share: force * share, ("labour_force", "lu2")),
    )


def _neet_youth(subject: Subject) -> Term:
    profile = subject.profile
    paths = (f"{LABOUR}.youth_population", f"{LABOUR}.neet_rate")
    return first(
        _by_set(profile, (lambda people, share: people * share, ("youth_population", "neet_rate"))),
        combined(lambda people, share: people * share, [field_term(profile, p) for p in paths]),
    )


def _paths(*names: str) -> tuple[str, ...]:
    return tuple(f"{LABOUR}.{name}" for name in names)


LABOUR_TERMS = (
    Derived(
        "unemployment", "unemployed ÷ labour force, or the rate as stated",
        _paths("unemployed", "labour_force", "unemployment_rate"), _unemployment_rate,
    ),
    Derived(
        "unemployed_as_base", "unemployed, unless they are under 2% or informality is above 70%",
        _paths("unemployed", "labour_force", "unemployment_rate", "informal_share", "formal_share"),
        _unemployed_as_base,
    ),
    Derived(
        "employed", "employed, or labour force - unemployed",
        _paths("employed", "labour_force", "unemployed", "unemployment_rate"), _employed,
    ),
    Derived(
        "employment_ratio", "employed ÷ persons of working age, or the ratio as stated",
        (
            *_paths("employed", "working_age", "employment_to_population", "labour_force"),
            *_paths("unemployed", "unemployment_rate"), "population.adults_15plus",
        ),
        _employment_ratio,
    ),
    Derived(
        "informality", "informal share, or 1 - formal share",
        _paths("informal_share", "formal_share"), _informal,
    ),
    Derived(
        "participation_gap", "participation of men - that of women, of one set of statistics",
        _paths(
            "participation_rate.men", "participation_rate.women", "men.labour_force",
            "men.working_age", "men.outside", "women.labour_force", "women.working_age",
            "women.outside",
        ),
        _participation_gap,
    ),
    Derived(
        "underutilised", "unemployed + underemployed, or labour force × LU2",
        _paths("unemployed", "underemployed", "labour_force", "lu2"), _underutilised,
    ),
    Derived(
        "neet_youth", "youth × share not in employment, education or training",
        _paths("youth_population", "neet_rate"), _neet_youth,
    ),
)  # fmt: skip
