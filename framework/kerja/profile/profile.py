"""The profile of a country, an area, a model or a scenario: all sections in one frozen noun."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from kerja.findings import Place
from kerja.profile.budget import Budget, Costs
from kerja.profile.country import Country, Reference
from kerja.profile.dates import IsoDay
from kerja.profile.economy import Economy
from kerja.profile.evidence import Assumptions, Evaluation, Override, Scenario, Source
from kerja.profile.facts import Fact
from kerja.profile.institutions import Grievance, Institutions, Legal, Shock, Stakeholder
from kerja.profile.journey import WorkflowText
from kerja.profile.openness import Listed
from kerja.profile.people import LabourForce, Migration, Population
from kerja.profile.programme import Programme
from kerja.profile.section import Section, absent
from kerja.profile.training import ExistingProgramme, JobMatching, Training
from kerja.profile.wallets import Digital, Identity, Registry, Wallets


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a profile came from.

    `name` is the file's or folder's stem; `chain` the files from the profile to its farthest
    parent; `kinds` the kind of each; `places` the place of every value by dotted path. `parent` is
    the profile of the country or area that it extends, before anything was laid over it.
    """

    name: str = ""
    chain: tuple[str, ...] = ()
    kinds: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    parent: Profile | None = None


class Profile(Section):
    """Everything that a country says about itself and its programme."""

    kerja: int = 1
    """Version of the profile language."""
    kind: Literal["model", "country", "area", "scenario"] = "country"
    """model: a design to start from; country; area: a part of a country; scenario: a variation."""
    extends: str | None = None
    """The one profile that this one starts from."""
    as_of: IsoDay | None = None
    """Date on which the profile speaks, ISO 8601. Nothing reads the clock."""
    title: str | None = None
    """One line that says what the profile describes."""
    country: Country = absent(Country)
    """The country or area."""
    reference: Reference = absent(Reference)
    """Relation to the model."""
    population: Population = absent(Population)
    """Who lives there."""
    labour_force: LabourForce = absent(LabourForce)
    """The labour force."""
    economy: Economy = absent(Economy)
    """Output, prices, wages."""
    identity: Identity = absent(Identity)
    """How people prove who they are."""
    registry: Registry = absent(Registry)
    """Registers to check against."""
    wallets: Wallets = absent(Wallets)
    """How people can be paid."""
    digital: Digital = absent(Digital)
    """Who can reach an on-line programme."""
    training: Training = absent(Training)
    """Training supply and what is chosen."""
    job_matching: JobMatching = absent(JobMatching)
    """From certificate to job."""
    existing_programmes: Listed[ExistingProgramme] = absent(Listed[ExistingProgramme])
    """What the card stands beside; `none`, if there is nothing."""
    institutions: Institutions = absent(Institutions)
    """Who runs it."""
    legal: Legal = absent(Legal)
    """The law it rests on."""
    grievance: Grievance = absent(Grievance)
    """Complaints and appeals."""
    migration: Migration = absent(Migration)
    """People who cross borders."""
    shock: Shock = absent(Shock)
    """What changes in a crisis."""
    stakeholders: tuple[Stakeholder, ...] = ()
    """Bodies whose agreement is needed."""
    budget: Budget = absent(Budget)
    """What may be spent."""
    costs: Costs = absent(Costs)
    """What things cost."""
    programme: Programme = absent(Programme)
    """The design."""
    workflow: WorkflowText = absent(WorkflowText)
    """The journey, step by step."""
    evaluation: Evaluation = absent(Evaluation)
    """How it will be known whether it works."""
    assumptions: Assumptions = absent(Assumptions)
    """What is assumed."""
    overrides: tuple[Override, ...] = ()
    """Thresholds set otherwise, with reasons."""
    options: tuple[str, ...] = ()
    """Scenario files of the folder options/, each extending this profile."""
    scenario: Scenario | None = None
    """What distinguishes an option; only in a scenario."""
    sources: dict[str, Source] = Field(default_factory=dict)
    """Publications, by key."""
    origin: Annotated[Origin, Field(exclude=True)] = Origin()
    """Where the profile came from; set by the reader."""

    def place(self, path: str) -> Place:
        """Return where the value called `path` stands, or the nearest part above it."""
        while path:
            found = self.origin.places.get(path)
            if found is not None:
                return found
            path = path.rpartition(".")[0]
        own = self.origin.chain[0] if self.origin.chain else f"{self.origin.name or 'profile'}.yaml"
        return self.origin.places.get("", Place(own, 1, 1))

    @property
    def own_options(self) -> tuple[tuple[int, str], ...]:
        """Option files that the profile itself names, with their positions under `options`.

        Those of a parent are not its own: their files stand beside the parent.
        """
        own = self.origin.chain[0] if self.origin.chain else ""
        return tuple(
            (index, name)
            for index, name in enumerate(self.options)
            if self.place(f"options[{index}]").file == own
        )

    def kind_of_origin(self, path: str) -> str:
        """Return the kind of the file in which the value called `path` was written."""
        return self.origin.kinds.get(self.place(path).file, "")


def facts(section: Section, path: str = "") -> Iterator[tuple[str, Fact]]:
    """Yield every fact of a section with its dotted path, in the order of the models."""
    for name, value in section:
        below = f"{path}.{name}" if path else name
        yield from _facts_in(value, below)


def _facts_in(value: object, path: str) -> Iterator[tuple[str, Fact]]:
    if isinstance(value, Fact):
        yield path, value
    if isinstance(value, Listed):
        value = value.items
    if isinstance(value, Section):
        yield from facts(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _facts_in(item, f"{path}[{getattr(item, 'id', None) or index}]")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _facts_in(item, f"{path}.{key}")
