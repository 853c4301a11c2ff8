"""Workflows to write and run: every shipped one, every option, and seeded random ones."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tests.adaptation.random_facts import random_country
from tests.countries import blueprint, country, options_of, with_journey
from tests.verify.bpmn.blocks import blocks

from kerja import resources
from kerja.blueprint import adapt
from kerja.profile import Profile
from kerja.workflow import (
    AddBranch,
    InsertAfter,
    InsertBefore,
    Operation,
    Step,
    Way,
    Workflow,
    build_workflow,
    dead_ends,
    edit,
    unbounded_loops,
    unknown_targets,
    unreachable,
)

MODEL = "prakerja-2020"
SHIPPED = (
    MODEL,
    *sorted(
        file.stem for file in resources.shipped("country_profiles").glob("*.yaml")
        if file.stem != MODEL
    ),
)  # fmt: skip
"""Every profile that is shipped, the model of 2020 first."""
EXAMPLES = ("examples/cambodia", "examples/thailand")


@dataclass(frozen=True, slots=True)
class Case:
    """A workflow under a name for its files, and the profile whose rules decide on eligibility."""

    name: str
    workflow: Workflow
    profile: Profile


def shipped() -> Iterator[Case]:
    """Yield the workflow of each shipped profile, adapted, and of each option of the examples."""
    for name in SHIPPED:
        found = blueprint(name)
        yield Case(name, found.workflow, found.profile)
    for name in EXAMPLES:
        found = blueprint(name)
        yield Case(name.replace("/", "-"), found.workflow, found.profile)
        for number, option in enumerate(options_of(name), start=1):
            adapted = adapt(option, model=country("prakerja-2023"))
            yield Case(f"{name.replace('/', '-')}-option-{number}", adapted.workflow, option)


def drawn(seed: int) -> Iterator[Case]:
    """Yield random workflows without end: by facts, by edits, by blocks with forks, in turn."""
    number = 0
    while True:
        chance = random.Random(f"{seed} {number}")
        kind, make = (("facts", _by_facts), ("edits", _by_edits), ("blocks", _by_blocks))[
            number % 3
        ]
        found = make(chance)
        if found is not None and _is_sound(found[0]):
            yield Case(f"{kind}-{number:02}", *found)
        number += 1


def _is_sound(workflow: Workflow) -> bool:
    proofs = (unreachable, dead_ends, unknown_targets, unbounded_loops)
    return not any(proof(workflow) for proof in proofs)


_PLAIN = ("person", "service", "manual", "payment")


def _by_facts(chance: random.Random) -> tuple[Workflow, Profile]:
    """Return what a country's facts make of the model's journey, with a table that is decided."""
    drawn_country = random_country(chance.randrange(1_000_000))
    return adapt(with_journey(drawn_country)).workflow, country("prakerja-2020")


def _by_blocks(chance: random.Random) -> tuple[Workflow, Profile]:
    return blocks(chance), country("prakerja-2020")


def _by_edits(chance: random.Random) -> tuple[Workflow, Profile] | None:
    profile = country(chance.choice(("prakerja-2020", "prakerja-2023")))
    base = build_workflow(profile)
    operations = [_operation(chance, base, number) for number in range(chance.randint(1, 5))]
    edited, clashes = edit(base, operations)
    if clashes:
        return None
    return _parallel(chance, edited), profile


def _operation(chance: random.Random, base: Workflow, number: int) -> Operation:
    middle = [step for step in base if step.kind not in ("start", "end", "decision")]
    anchor = chance.choice(middle)
    new = Step(
        id=f"new_{number}",
        name=chance.choice(("Ask a neighbour", 'Write "yes" & sign <here>', "សួរ", "ถาม")),
        kind=chance.choice(("manual", "service", "person")),
        lane=chance.choice(("province", "civil-society", "applicant")),
        phase=anchor.phase,
    )
    rule = f"RND-{number:02}"
    kind = chance.randrange(3)
    if kind == 0:
        return InsertAfter(rule=rule, after=anchor.id, steps=(new,))
    if kind == 1:
        return InsertBefore(rule=rule, before=anchor.id, steps=(new,))
    rejoins = chance.choice(base.ends)
    return AddBranch(
        rule=rule, at=anchor.id, rejoins=rejoins, when=f"leaves {number}", steps=(new,)
    )


def _parallel(chance: random.Random, workflow: Workflow) -> Workflow:
    """Let two steps that follow one another run at the same time, if any two can."""
    pairs = [(a, b) for a in workflow for b in workflow if _may_run_together(workflow, a, b)]
    if not pairs:
        return workflow
    first, second = chance.choice(pairs)
    ways = (Way(first.id), Way(second.id))
    fork = Step("fork_1", "At the same time", "fork", first.lane, first.phase, ways=ways)
    join = Step("join_1", "Both done", "join", first.lane, first.phase, ways=second.ways)
    steps: list[Step] = []
    for step in workflow:
        if step.id == first.id:
            steps += [fork, replace(step, ways=(Way("join_1"),))]
        elif step.id == second.id:
            steps += [replace(step, ways=(Way("join_1"),)), join]
        else:
            steps.append(_redirected(step, first.id, "fork_1"))
    return Workflow(tuple(steps))


def _may_run_together(workflow: Workflow, first: Step, second: Step) -> bool:
    plain = all(
        len(step.ways) == 1 and step.deadline is None and step.kind in _PLAIN
        for step in (first, second)
    )
    return plain and workflow.predecessors(second.id) == (first.id,)


def _redirected(step: Step, before: str, now: str) -> Step:
    """Return the step with everything that led to `before` leading to `now`."""

    def led(target: str) -> str:
        return now if target == before else target

    late = step.deadline and replace(step.deadline, then=led(step.deadline.then))
    ways = tuple(replace(way, to=led(way.to), then=led(way.then)) for way in step.ways)
    return replace(step, ways=ways, deadline=late)
