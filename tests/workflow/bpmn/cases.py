"""Workflows to write as processes: every shipped journey, and random ones with forks."""

import random
from functools import cache

from tests.verify.bpmn.blocks import blocks

from kerja.profile import Profile
from kerja.profile.reading import read_profile
from kerja.resources import shipped
from kerja.source import locate, shipped_names
from kerja.workflow import Deadline, Step, Way, Workflow, build_workflow


@cache
def profiles() -> dict[str, Profile]:
    folders = (shipped("country_profiles"),)
    return {
        name: read_profile(locate(name, folders=folders), folders=folders)[0]
        for name in shipped_names(folders)
    }


@cache
def journeys() -> dict[str, Workflow]:
    built = {name: build_workflow(profile) for name, profile in profiles().items()}
    return {name: workflow for name, workflow in built.items() if workflow.steps}


def drawn(seed: int) -> Workflow:
    return blocks(random.Random(seed))


def step(name: str, *ways: Way, kind: str = "service", deadline: Deadline | None = None) -> Step:
    return Step(
        id=name,
        name=name.capitalize(),
        kind=kind,  # type: ignore[arg-type]
        lane="applicant" if kind == "person" else "programme-office",
        phase="enrol",
        ways=ways,
        deadline=deadline,
    )
