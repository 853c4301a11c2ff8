"""What a profile knows of its evaluation, in three cases, and what it does not know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kerja.adaptation import is_inherited
from kerja.costing.cases import Cases, of_assumption, of_figure, point
from kerja.errors import KerjaError
from kerja.profile import Assumption, Profile, Section
from kerja.profile.facts import Fact, Figure, Knowledge
from kerja.profile.section import documentation

FAVOURABLE = "favourable"
HARDEST = "hardest"
NEEDED = "needed"

BASE = "assumptions.base_employment"
DEVIATION = "evaluation.income_sd"
SAMPLE = "evaluation.sample"

_AMOUNTS = ("sample", "clusters", "arms", "deviation", "mean")


@dataclass(frozen=True, slots=True)
class Input:
    """One number of the design; `name` is its name in `Design`, or that of an outcome.

    `cases` is None if it is not known: then `missing` says which fields are, and `taken` what is
    computed with instead, None if nothing can be. `manner` says which way that leans: `favourable`
    makes the detectable effect look small, `hardest` large; `needed` has no such value. `paths` are
    the fields it comes from, `defaulted` says that a custom stands in for the profile, `inherited`
    that it was written in a model and not for this country.
    """

    name: str
    meaning: str
    cases: Cases | None
    taken: float | None
    manner: str
    paths: tuple[str, ...]
    missing: tuple[tuple[str, str], ...] = ()
    defaulted: bool = False
    inherited: bool = False

    @property
    def used(self) -> Cases | None:
        """What is computed with: the cases if known, else what they are taken as."""
        if self.cases is not None:
            return self.cases
        return None if self.taken is None else point(self.taken)


@dataclass(frozen=True, slots=True)
class Inputs:
    """All numbers of the design of a profile, by name and in order."""

    all: tuple[Input, ...]

    def __getitem__(self, name: str) -> Input:
        """Return the input of a name.

        Raises:
            KeyError: there is none.
        """
        return {one.name: one for one in self.all}[name]

    def __contains__(self, name: str) -> bool:
        return any(one.name == name for one in self.all)


def inputs_of(profile: Profile) -> Inputs:
    """Read the design of an evaluation from a profile.

    Raises:
        KerjaError: a share is above one, or the risk or the chance of the test is none or all.
    """
    found = Inputs(tuple(_inputs(profile)))
    for one in found.all:
        _refuse_impossible(one)
    return found


def _inputs(profile: Profile) -> Iterator[Input]:
    yield _read(profile, "sample", SAMPLE, NEEDED, taken=None)
    yield _read(profile, "treated_share", "evaluation.treated_share", FAVOURABLE, taken=0.5)
    yield _take_up(profile)
    yield _read(profile, "take_up_control", "evaluation.take_up_control", FAVOURABLE, taken=0)
    yield _read(profile, "attrition", "evaluation.attrition", FAVOURABLE, taken=0)
    yield _wins_later(profile)
    if profile.evaluation.clusters is not None:
        yield _read(profile, "clusters", "evaluation.clusters", FAVOURABLE, taken=None)
        yield _read(profile, "correlation", "evaluation.correlation", FAVOURABLE, taken=0)
    if profile.evaluation.arms is not None:
        yield _read(profile, "arms", "evaluation.arms", FAVOURABLE, taken=2)
    yield _custom(profile, "significance", 0.05)
    yield _custom(profile, "power", 0.8)
    yield _read(profile, "base", BASE, HARDEST, taken=0.5)
    yield _read(profile, "deviation", DEVIATION, NEEDED, taken=None)
    yield _read(profile, "mean", "assumptions.base_income_month", NEEDED, taken=None)


def _read(profile: Profile, name: str, path: str, manner: str, *, taken: float | None) -> Input:
    cases = _cases(profile, path)
    return Input(
        name,
        _meaning(profile, path),
        cases,
        taken,
        manner,
        (path,),
        missing=() if cases is not None else (_state(profile, path),),
        inherited=cases is not None and is_inherited(profile, path),
    )


def _refuse_impossible(one: Input) -> None:
    if one.cases is None or one.name in _AMOUNTS:
        return
    is_open = one.name in ("significance", "power")
    bad = not 0 <= one.cases.low <= one.cases.high <= 1
    if bad or (is_open and not 0 < one.cases.base < 1):
        limits = "between 0% and 100%" + (", and neither" if is_open else "")
        raise KerjaError(
            f"{one.paths[-1]} is {one.cases.low:g} to {one.cases.high:g}: it must lie {limits}",
            "write a share with its sign: 55%",
        )


def _custom(profile: Profile, name: str, usual: float) -> Input:
    read = _read(profile, name, f"evaluation.{name}", FAVOURABLE, taken=usual)
    if read.cases is not None:
        return read
    return Input(name, read.meaning, point(usual), None, NEEDED, read.paths, defaulted=True)


def _take_up(profile: Profile) -> Input:
    own = _read(profile, "take_up_treated", "evaluation.take_up_treated", FAVOURABLE, taken=1)
    if own.cases is not None:
        return own
    other = _read(profile, "take_up_treated", "assumptions.purchase", FAVOURABLE, taken=1)
    return other if other.cases is not None else own


def _wins_later(profile: Profile) -> Input:
    given = _read(profile, "wins_later", "evaluation.wins_later", FAVOURABLE, taken=0)
    if given.cases is not None:
        return given
    paths = ("evaluation.applies_again", "evaluation.later_rounds", "assumptions.accepted")
    again, rounds, chance = (_cases(profile, path) for path in paths)
    is_barred = again is not None and not again.high
    cases = point(0) if is_barred else _won(again, rounds, chance)
    used = paths[:1] if is_barred else paths
    return Input(
        "wins_later",
        given.meaning,
        cases,
        0,
        FAVOURABLE,
        used,
        missing=() if cases is not None else tuple(_states(profile, paths)),
        inherited=cases is not None and any(is_inherited(profile, path) for path in used),
    )


def won_later(*, again: float, rounds: float, chance: float) -> float:
    """Return the share of those not drawn who win a later round: a (1 - (1 - q)^k).

    Args:
        again: share of them who enter every later round, a.
        rounds: rounds before the last interview, k.
        chance: of winning in one round, q.

    >>> round(won_later(again=1, rounds=3, chance=0.23), 2)
    0.54
    """
    won: float = again * (1 - (1 - chance) ** rounds)
    return won


def _won(again: Cases | None, rounds: Cases | None, chance: Cases | None) -> Cases | None:
    if again is None or rounds is None or chance is None:
        return None
    return Cases(
        *(
            won_later(again=a, rounds=k, chance=q)
            for a, k, q in zip(again, rounds, chance, strict=True)
        )
    )


def _cases(profile: Profile, path: str) -> Cases | None:
    fact = _fact(profile, path)
    if isinstance(fact, Assumption):
        return of_assumption(fact, profile)
    return of_figure(fact, profile) if isinstance(fact, Figure) else None


def _fact(profile: Profile, path: str) -> Fact | None:
    section, _, name = path.partition(".")
    found: Fact | None = getattr(getattr(profile, section), name)
    return found


def _states(profile: Profile, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    yield from (_state(profile, path) for path in paths if _cases(profile, path) is None)


def _state(profile: Profile, path: str) -> tuple[str, str]:
    fact = _fact(profile, path)
    if fact is None:
        return path, "not given"
    states = {
        Knowledge.UNKNOWN: "unknown",
        Knowledge.TO_DECIDE: "to be decided",
        Knowledge.KNOWN: "no value that can be used",
    }
    return path, states[fact.knowledge]


def _meaning(profile: Profile, path: str) -> str:
    section, _, name = path.partition(".")
    model: type[Section] = type(getattr(profile, section))
    text = documentation(model)[name]
    return text.partition(". ")[0].partition(";")[0].rstrip(".")
