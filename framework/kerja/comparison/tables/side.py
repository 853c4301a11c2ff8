"""One party at work: its blueprint, its readings, and everything that its cells will name."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kerja.adaptation import all_rules, decide, fidelity
from kerja.blueprint import Blueprint
from kerja.comparison.tables.entrant import Entrant
from kerja.comparison.tables.soundness import Soundness, soundness
from kerja.indicators import Indicator, Input, Lack, Reading, Subject, read, subject
from kerja.profile import Profile
from kerja.workflow import build_workflow, edit


@dataclass
class Side:
    """One party while it is compared.

    `used` gathers the figures that its cells name, `lacking` the fields that they lack, and
    `withheld` what was left out, by the errors behind it.
    """

    name: str
    subject: Subject
    soundness: Soundness
    used: dict[Input, None] = field(default_factory=dict)
    lacking: dict[str, Lack] = field(default_factory=dict)
    withheld: dict[str, list[str]] = field(default_factory=dict)

    @property
    def profile(self) -> Profile:
        """The profile."""
        return self.subject.profile

    @property
    def blueprint(self) -> Blueprint:
        """Its adapted design."""
        return self.subject.blueprint

    @property
    def is_model(self) -> bool:
        """True for a design without a country."""
        return self.profile.kind == "model"

    def reading(self, indicator: Indicator) -> Reading:
        """Read an indicator under the name of the party."""
        found = read(indicator, self.subject)
        return replace(found, about=replace(found.about, name=self.name))

    def leave_out(self, what: str, errors: str) -> str:
        """Remember that something is not compared because of errors; return the words for it."""
        self.withheld.setdefault(errors, []).append(what)
        return f"left out: it rests on an error of the profile ({errors})"


def side(entrant: Entrant) -> Side:
    """Adapt a profile and make it ready to be read."""
    return Side(entrant.name, subject(_adapted(entrant)), soundness(entrant.findings))


def _adapted(entrant: Entrant) -> Blueprint:
    """Return the adapted design as far as it is compared.

    The checks ran when the profile was read, and a comparison prints no decision sheet: to do both
    again would take longer than all the rest.
    """
    profile = entrant.profile
    decisions = decide(profile, all_rules())
    base = build_workflow(profile)
    changes = [one.change for one in decisions if one.acts and one.change is not None]
    workflow, _ = edit(base, [operation for change in changes for operation in change.workflow])
    return Blueprint(
        profile=profile, base=base, workflow=workflow, decisions=decisions, settings=(),
        conflicts=(), features=fidelity(profile, entrant.model), points=(),
        findings=entrant.findings, not_evaluated=(), scenarios=(),
    )  # fmt: skip
