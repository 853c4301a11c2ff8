"""One step of a participant's journey."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kerja.profile import Range
from kerja.profile.journey import Lane, Phase, StepKind
from kerja.workflow.kinds import HOLDS_A_PLACE, KINDS, Traits


@dataclass(frozen=True, slots=True)
class Way:
    """A way to the step `to`, taken `when` this is the outcome ("" for the usual one).

    `share` is a fraction of persons, None where not known; `share_of` names the assumption that
    holds it, "" if the way states it. `counted_in` names the assumption whose share has left out
    already those who take the way: it counts nobody a second time, and `share` is 0. `at_most`
    bounds how often one person may take it; who has done so and would again goes to `then`.
    """

    to: str
    when: str = ""
    share: Range | None = None
    share_of: str = ""
    counted_in: str = ""
    at_most: int | None = None
    then: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """Time within which to act: `days` (None if not known), then the step `then`.

    `since` is the step at whose end the days begin, "" for the beginning of the step itself;
    `field` the name under programme.deadlines that holds the days, "" if the step states them.
    """

    days: float | None = None
    then: str = ""
    since: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What happens, who acts, and where it leads.

    The first of `ways` is the usual one, and what the step `gives` is given on that way only.
    `service_days` in days, `capacity_day` in persons a day, `unit_cost` for one person in
    `currency` (ISO 4217; "" for the profile's own). After a fork all ways are taken together; a
    join waits for every way that leads to it. `rule` is the adaptation rule that brought the
    step in, "" if the model or the country wrote it.
    """

    id: str
    name: str
    kind: StepKind
    lane: Lane
    phase: Phase
    needs: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()
    deadline: Deadline | None = None
    service_days: Range | None = None
    capacity_day: float | None = None
    unit_cost: float | None = None
    currency: str = ""
    pays: Literal["person", "provider", ""] = ""
    rule: str = ""

    @property
    def traits(self) -> Traits:
        """What this kind of step does."""
        return KINDS[self.kind]

    @property
    def usual(self) -> Way | None:
        """The usual way on; None for an end."""
        return self.ways[0] if self.ways else None

    @property
    def targets(self) -> tuple[str, ...]:
        """All steps that may follow, the usual one first, each once."""
        late = self.deadline.then if self.deadline else ""
        used_up = (way.then for way in self.ways)
        ways = (way.to for way in self.ways)
        return tuple(dict.fromkeys(t for t in (*ways, *used_up, late) if t))

    def used_up(self, way: Way) -> str:
        """Return where a person goes who has taken `way` as often as is allowed, "" if nowhere.

        It is `then` of the way; if that is not said, the first other way without a limit, a
        refusal before the usual way, so that a step that was tried too often grants nothing.
        """
        others = (*self.ways[1:], *self.ways[:1])
        free = (other.to for other in others if other is not way and other.at_most is None)
        return way.then or next(free, "")

    @property
    def pays_person(self) -> bool:
        """True if a participant receives money in this step."""
        return self.pays == "person" or (self.kind == "payment" and self.pays == "")

    @property
    def needs_deadline(self) -> bool:
        """True if somebody or something would otherwise be waited for without end."""
        due = self.traits.deadline
        return due == "always" or (due != "never" and HOLDS_A_PLACE in self.needs)
