"""What is said of a step beside its name: where it leads, deadlines, limits, the rule behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from kerja.workflow.step import Deadline, Step, Way
from kerja.workflow.wording import word
from kerja.workflow.workflow import Workflow, reading_order

Manner = Literal["usual", "together", "deadline", "other", "join", "rule", "measure", "change"]
Sign = Literal["", "+", "−", "~"]


@dataclass(frozen=True, slots=True)
class Clause:
    """Words, then the id and the number of the step that they lead to; "" if there is none."""

    text: str
    target: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing said of a step; a way that can be used up has a second clause, where that leads.

    `sign` says in a comparison whether only the new (+) or only the old (−) workflow says it, or
    that it tells of a change (~).
    """

    manner: Manner
    clauses: tuple[Clause, ...]
    sign: Sign = ""

    @property
    def first(self) -> Clause:
        """The clause that every remark has."""
        return self.clauses[0]

    @property
    def is_onward(self) -> bool:
        """True if it tells of a step that may follow."""
        return self.manner in ("usual", "together", "deadline", "other")

    @property
    def marked(self) -> str:
        """The words of the first clause, after the sign."""
        return f"{self.sign} {self.first.text}".strip()

    @property
    def arrows(self) -> tuple[Clause, ...]:
        """The clauses as labels of arrows, each to be understood alone."""
        if not self.is_onward:
            return ()
        first, *further = self.clauses
        told = [replace(first, text=self.marked)]
        for clause in further:
            text = "; ".join(filter(None, (self.marked, clause.text)))
            told.append(replace(clause, text=text))
        return tuple(told)


def numbers(workflow: Workflow) -> dict[str, int]:
    """Return the number of each step, from 1, in the order in which the journey is told."""
    return {step.id: i for i, step in enumerate(reading_order(workflow), start=1)}


def remarks_on(
    step: Step, workflow: Workflow, numbered: Mapping[str, str], labels: Mapping[str, str]
) -> tuple[Remark, ...]:
    """Return all that is said of a step of a workflow, the usual way first.

    All ways of a fork are told as taken together; a join names the steps that it waits for.
    """
    ways = list(_ways(step, numbered, labels))
    return (
        *(remark for remark in ways if remark.manner != "other"),
        *_deadline(step, numbered, labels),
        *(remark for remark in ways if remark.manner == "other"),
        *_join(step, workflow, numbered, labels),
        *([Remark("rule", (Clause(step.rule),))] if step.rule else []),
    )


def forking(remarks: Iterable[Remark]) -> Iterator[Remark]:
    """Yield one remark that names all steps which a fork leads to, new ones and old ones apart."""
    ways = [remark for remark in remarks if remark.manner == "together"]
    for sign in dict.fromkeys(remark.sign for remark in ways):
        first, *others = (remark.first for remark in ways if remark.sign == sign)
        further = (replace(o, text="" if o.text == first.text else o.text) for o in others)
        yield Remark("together", (first, *further), sign)


def deadline_text(
    deadline: Deadline, numbered: Mapping[str, str], labels: Mapping[str, str]
) -> str:
    """Return a deadline in words, up to the consequence."""
    if deadline.days is None:
        return word("deadline.unknown", labels)
    days = f"{deadline.days:g}"
    if deadline.since in numbered:
        return word("deadline.since", labels, days=days, since=numbered[deadline.since])
    return word("deadline.days", labels, days=days)


def _ways(step: Step, numbered: Mapping[str, str], labels: Mapping[str, str]) -> Iterator[Remark]:
    for way in step.ways:
        if step.kind == "fork":
            said = word("ways.together", labels)
            text = f"{said}: {word(way.when, labels)}" if way.when else said
            yield Remark("together", (_to(text, way.to, numbered),))
        elif way is step.usual:
            text = word(way.when, labels) if way.when else ""
            yield Remark(
                "usual", (_to(text, way.to, numbered), *_limit(step, way, numbered, labels))
            )
        else:
            text = word(way.when or "ways.other", labels)
            yield Remark(
                "other", (_to(text, way.to, numbered), *_limit(step, way, numbered, labels))
            )


def _limit(
    step: Step, way: Way, numbered: Mapping[str, str], labels: Mapping[str, str]
) -> Iterator[Clause]:
    if way.at_most is not None:
        key = "limit.once" if way.at_most == 1 else "limit.times"
        yield _to(word(key, labels, times=way.at_most), step.used_up(way), numbered)


def _deadline(
    step: Step, numbered: Mapping[str, str], labels: Mapping[str, str]
) -> Iterator[Remark]:
    if step.deadline:
        text = deadline_text(step.deadline, numbered, labels)
        yield Remark("deadline", (_to(text, step.deadline.then, numbered),))


def _join(
    step: Step, workflow: Workflow, numbered: Mapping[str, str], labels: Mapping[str, str]
) -> Iterator[Remark]:
    if step.kind == "join":
        told = (other for other in reading_order(workflow) if step.id in _onward(other))
        steps = ", ".join(numbered.get(other.id, "?") for other in told)
        yield Remark("join", (Clause(word("join.waits", labels, steps=steps or "?")),))


def _onward(step: Step) -> set[str]:
    used_up = (step.used_up(way) for way in step.ways if way.at_most is not None)
    return {*step.targets, *used_up}


def _to(text: str, target: str, numbered: Mapping[str, str]) -> Clause:
    return Clause(text, target, numbered.get(target, ""))
