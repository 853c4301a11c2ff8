"""Which missing datum would change the answer: each is tried over its credible range."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from kerja.adaptation import Decision, Gap, Outcome, Rule
from kerja.feasibility.asking import where_published, whom_to_ask
from kerja.feasibility.credible import Credible
from kerja.feasibility.limit import Binding
from kerja.feasibility.trial import Trial, is_near
from kerja.profile import Profile


class Weight(IntEnum):
    """How much depends on a datum, the most first: the order of the list."""

    BINDING = 0
    BINDING_TOGETHER = 1
    GATE = 2
    WORKFLOW = 3
    SETTINGS = 4
    NOTHING = 5


@dataclass(frozen=True, slots=True)
class Bound:
    """What would bind over the range of a datum.

    `names` are the limits that bind for some of its values ("" while none would be known),
    `people` the fewest and the most persons that they allow. `together` names the other datum
    without which this one changes nothing, "" if it decides alone.
    """

    names: tuple[str, ...]
    people: tuple[float, float]
    together: str = ""


@dataclass(frozen=True, slots=True)
class Turned:
    """A rule that cannot be judged now, and what it comes to over the range of a datum.

    `weight` says whether the rule is a condition of payment, changes the workflow, or changes
    settings, costs and documents only.
    """

    rule: str
    weight: Weight
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Deciding:
    """One missing datum, and what it would change.

    `tried` is None if no single value can stand for it: then nothing is said of what it changes.
    `swing` is by how many persons it can move what binds, at most.
    """

    gap: Gap
    tried: Credible | None
    bounds: tuple[Bound, ...]
    turned: tuple[Turned, ...]
    swing: float
    ask: str
    published: str

    @property
    def weight(self) -> Weight:
        """The weightiest thing that it changes."""
        found = [Weight.BINDING_TOGETHER if b.together else Weight.BINDING for b in self.bounds]
        return min([*found, *(one.weight for one in self.turned)], default=Weight.NOTHING)

    @property
    def decides(self) -> bool:
        """True if the answer changes for some value, alone or with one other datum."""
        return self.weight is not Weight.NOTHING


def deciding(
    profile: Profile, gaps: Iterable[Gap], *, decisions: Iterable[Decision], limits: Binding
) -> tuple[Deciding, ...]:
    """Try each missing datum over its credible range, and list those first that change most.

    First what could change the limit that binds, by how much; then what opens or closes a
    condition of payment; then what changes the workflow; then settings; then the rest, in the
    order given. Two data are tried together only where a limit lacks exactly these two.

    Args:
        profile: the country's profile.
        gaps: the missing data.
        decisions: of the adaptation rules, on this profile.
        limits: of this profile.
    """
    trial = Trial(profile, decisions, limits)
    found = [_of(gap, trial) for gap in gaps]
    return tuple(sorted(found, key=lambda one: (one.weight, -one.swing)))


def could_bind(found: Iterable[Deciding]) -> dict[str, tuple[str, ...]]:
    """Return the limits that could bind, each with the datum, or the two, that would show it.

    A limit stands under the first datum of the list for some value of which it binds.
    """
    limits: dict[str, tuple[str, ...]] = {}
    for one in found:
        for bound in one.bounds:
            data = (one.gap.path, bound.together) if bound.together else (one.gap.path,)
            for name in bound.names:
                limits.setdefault(name, data)
    return limits


def _of(gap: Gap, trial: Trial) -> Deciding:
    now = trial.now.people or 0.0
    tried = trial.range_of(gap.path)
    bounds = tuple(_bounds(gap.path, trial))
    return Deciding(
        gap=gap,
        tried=tried,
        bounds=bounds,
        turned=tuple(_turned(gap.path, tried, trial)) if tried is not None else (),
        swing=max((abs(end - now) for bound in bounds for end in bound.people), default=0.0),
        ask=whom_to_ask(gap, trial.profile, trial.rules),
        published=where_published(gap.path),
    )


def _bounds(path: str, trial: Trial) -> Iterator[Bound]:
    lacking = [limit.lacks for limit in trial.limits.limits]
    near = any(is_near(lack, path) for lacks in lacking for lack in lacks)
    alone = _bound((path,), trial) if near or trial.moves(path) else None
    if alone is not None:
        yield alone
        return
    for lacks in dict.fromkeys(lacking):
        if path in lacks and len(lacks) == _A_PAIR and (bound := _bound(lacks, trial)) is not None:
            (other,) = set(lacks) - {path}
            yield Bound(bound.names, bound.people, together=other)


def _bound(paths: Sequence[str], trial: Trial) -> Bound | None:
    """Return what binds over the ranges of these data; None if it is as now throughout."""
    answers = trial.answers(paths)
    if all(answer == trial.now for answer in answers):
        return None
    persons = [answer.people for answer in answers if answer.people is not None]
    names = tuple(dict.fromkeys(answer.limit for answer in answers if answer.limit))
    return Bound(names, (min(persons), max(persons)))


def _turned(path: str, tried: Credible, trial: Trial) -> Iterator[Turned]:
    for rule in trial.waiting(path):
        decisions = [trial.judged(rule, path, value) for value in tried.values]
        known = [one for one in decisions if one.outcome is not Outcome.UNKNOWN]
        if any(rule.is_gate or _matters(one) for one in known):
            outcomes = {one.outcome for one in known}
            yield Turned(
                rule.code, _weight(rule, known), tuple(o for o in Outcome if o in outcomes)
            )


def _matters(decision: Decision) -> bool:
    """True if the design is changed, or a person is asked whether to change it."""
    return decision.outcome in (Outcome.FIRED, Outcome.ADVISED, Outcome.SENSITIVE)


def _weight(rule: Rule, decisions: Iterable[Decision]) -> Weight:
    if rule.is_gate:
        return Weight.GATE
    changes = (one.change for one in decisions if _matters(one))
    moves = any(change is not None and change.workflow for change in changes)
    return Weight.WORKFLOW if moves else Weight.SETTINGS


_A_PAIR = 2
