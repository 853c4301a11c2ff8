"""A decision table whose first matching rule answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from kerja.workflow.bpmn.expressions import Given, Test, evaluate, subject
from kerja.workflow.bpmn.inputs import Input


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether a person may take part, and why."""

    eligible: Literal["yes", "no"]
    reason: str


@dataclass(frozen=True, slots=True)
class Rule:
    """An answer, and what must be shown for it: at most one test of each input."""

    tests: tuple[Test, ...]
    answer: Answer

    def test(self, name: str) -> Test | None:
        """Return what the rule asks of an input, None if nothing."""
        return next((test for test in self.tests if subject(test) == name), None)


@dataclass(frozen=True, slots=True)
class DecisionTable:
    """Rules in order; the last one asks nothing, so that there always is an answer.

    `notes` say on which date the rules hold, and what is not decided.
    """

    name: str
    inputs: tuple[Input, ...]
    rules: tuple[Rule, ...]
    notes: tuple[str, ...] = ()

    def decide(self, values: Mapping[str, Given]) -> Answer:
        """Return the answer of the first rule that is met; a missing input meets no test."""
        for rule in self.rules:
            if all(evaluate(test, values) for test in rule.tests):
                return rule.answer
        raise ValueError("the last rule of a table asks nothing")
