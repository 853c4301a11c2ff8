"""Trying a value of a missing datum: what would bind, and what a rule would come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from kerja.adaptation import Decision, Outcome, Rule, all_rules, judge
from kerja.adaptation.readings import Reading, readings
from kerja.feasibility.credible import Credible, Scale, credible, scale
from kerja.feasibility.filling import Value, filled, number
from kerja.feasibility.limit import Binding
from kerja.feasibility.limits import binding
from kerja.profile import Profile


class Answer(NamedTuple):
    """The limit that binds, and its persons of a year; "" and None while none is known."""

    limit: str
    people: float | None


class Trial:
    """A country as it stands, to be tried with data that are missing.

    `now` is what binds today; `rules` are all rules by code.
    """

    def __init__(self, profile: Profile, decisions: Iterable[Decision], limits: Binding) -> None:
        """Hold what is read at each try: decisions and limits of the profile as it stands."""
        self.profile = profile
        self.limits = limits
        self.now = _answer(limits)
        self.rules: dict[str, Rule] = {rule.code: rule for rule in all_rules()}
        self._decisions = {decision.rule: decision for decision in decisions}
        self._scale: Scale = scale(profile, self.now.people)
        self._others = readings(profile)
        self._ranges: dict[str, Credible | None] = {}
        self._worlds: dict[tuple[str, Value], Profile] = {}

    def range_of(self, path: str) -> Credible | None:
        """Return the values in which a datum is tried; None if no single value can stand for it."""
        if path not in self._ranges:
            self._ranges[path] = credible(
                path, self.profile, self._scale, thresholds=lambda: self._thresholds(path)
            )
        return self._ranges[path]

    def waiting(self, path: str) -> Iterator[Rule]:
        """Yield the rules that wait for a datum, for the section or for the item it stands in."""
        for code, decision in self._decisions.items():
            if code in self.rules and any(is_near(lack, path) for lack in decision.lacks):
                yield self.rules[code]

    def judged(self, rule: Rule, path: str, value: Value) -> Decision:
        """Return what a rule comes to with a value of a datum, other rules as they are."""
        profile = self._world(path, value)
        decision = judge(profile, rule, ())
        if decision.outcome is not Outcome.UNKNOWN and self._others:
            decision = judge(profile, rule, self._readings(profile, path, value))
        acting = (code for code, one in self._decisions.items() if one.acts)
        if decision.acts and any(rule.code in self.rules[code].supersedes for code in acting):
            return replace(decision, outcome=Outcome.SUPERSEDED)
        return decision

    def answers(self, paths: Sequence[str]) -> tuple[Answer, ...]:
        """Return what binds for each value, or for each pair of values, of the data named.

        Nothing if one of them cannot be tried.
        """
        ranges = [one.values for path in paths if (one := self.range_of(path)) is not None]
        if len(ranges) < len(paths):
            return ()
        worlds = (dict(zip(paths, values, strict=True)) for values in product(*ranges))
        return tuple(_answer(binding(filled(self.profile, world))) for world in worlds)

    def moves(self, path: str) -> bool:
        """Tell whether either end of a datum's range changes what binds.

        A limit need not lack a figure that takes the place of another: applicants that are
        expected stand before the pace so far.
        """
        tried = self.range_of(path)
        ends = tried.values[:1] + tried.values[-1:] if tried is not None and tried.ends else ()
        return any(_answer(binding(self._world(path, end))) != self.now for end in ends)

    def _thresholds(self, path: str) -> tuple[float, ...]:
        """Return what the rules that read a figure hold it against."""
        return tuple(
            comparison.threshold
            for rule in self.waiting(path)
            for comparison in self.judged(rule, path, number(1)).comparisons
            if comparison.path == path
        )

    def _world(self, path: str, value: Value) -> Profile:
        key = (path, value)
        if key not in self._worlds:
            self._worlds[key] = filled(self.profile, {path: value})
        return self._worlds[key]

    def _readings(self, profile: Profile, path: str, value: Value) -> tuple[Reading, ...]:
        """Return the other readings of a profile in which a datum was filled in."""
        if any(path.startswith(f"{one.path}.") for one in self._others):
            # Filled in the measurement that computes, it is missing in the others.
            return readings(profile)
        return tuple(
            replace(one, profile=filled(one.profile, {path: value})) for one in self._others
        )


def is_near(lack: str, path: str) -> bool:
    """Tell whether what is lacking may come with a datum: itself, its section, its item.

    The kind of a benefit can stand in for its amount: a free place is worth what a place costs.

    >>> is_near("costs.administration", "costs.administration.step_cost")
    True
    >>> is_near("programme.benefits[a].amount", "programme.benefits[a].kind")
    True
    """
    item = path.rpartition("].")[0]
    return path == lack or path.startswith(f"{lack}.") or bool(item and lack.startswith(item))


def _answer(limits: Binding) -> Answer:
    binds = limits.binds
    return Answer(binds.name, binds.persons) if binds is not None else Answer("", None)
