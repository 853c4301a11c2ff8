"""How long people stay at a node, by which way they leave it, and who is held to a deadline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kerja.forecast.draws import Luck
from kerja.forecast.plans import LATE, Plan
from kerja.forecast.scheme import NOWHERE
from kerja.forecast.tokens import Tokens

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.signedinteger]
    Small = NDArray[np.unsignedinteger]


@dataclass(frozen=True, slots=True)
class Departed:
    """Those who leave a node with one outcome (a column, or `LATE`), and when."""

    column: int
    persons: Ints
    done: Floats


class Departures:
    """Draws what happens to people at nodes. Who is not done within the time is left out."""

    def __init__(self, luck: Luck, tokens: Tokens, *, horizon: float) -> None:
        self.luck = luck
        self.tokens = tokens
        self.horizon = horizon

    def of(
        self, plan: Plan, persons: Ints, when: Floats, *, visits: Small | None
    ) -> list[Departed]:
        """Return how people leave a node, who come to it at moments and wait for nobody."""
        import numpy as np

        runs = plan.node.run_days
        starts = np.ceil(when / runs) * runs if runs else when
        lasts = self.durations(plan, persons, visits)
        done = starts if isinstance(lasts, float) and lasts == 0 else starts + lasts
        due = self.due(plan, persons, when) if plan.has_deadline else None
        outcome = self.outcomes(plan, persons, visits)
        return self.parted(plan, persons, done, outcome=outcome, due=due, since=when)

    def durations(self, plan: Plan, persons: Ints, visits: Small | None) -> Floats | float:
        """Return how long the node lasts for each person, one number if it is the same for all."""
        fixed = plan.law.constant
        if fixed is not None:
            return fixed
        return plan.law.of(self.luck.uniform(plan.duration_key, persons, visits))

    def due(self, plan: Plan, persons: Ints, since: Floats) -> Floats:
        """Return the moment of each person's deadline; `since` is when the node began."""
        if plan.node.since == NOWHERE:
            return since + plan.deadline
        return self.tokens.ended(plan.node.since, persons, since) + plan.deadline

    def outcomes(self, plan: Plan, persons: Ints, visits: Small | None) -> Ints | int:
        """Return the outcome of each person, one number if it is the same for all."""
        import numpy as np

        if len(plan.columns) == 1:
            return plan.columns[0]
        even = self.luck.uniform(plan.outcome_key, persons, visits)
        place = (even >= plan.bounds[0]).view(np.int8)
        for bound in plan.bounds[1:]:
            place += even >= bound
        if plan.columns == (0, 1):
            return np.asarray(place)
        return np.asarray(np.array(plan.columns, dtype=np.int8).take(place))

    def parted(
        self,
        plan: Plan,
        persons: Ints,
        done: Floats,
        *,
        outcome: Ints | int,
        due: Floats | None = None,
        since: Floats | None = None,
    ) -> list[Departed]:
        """Return people by the way that they leave, held to their deadlines if those are given."""
        import numpy as np

        if due is not None and since is not None:
            outcome, done = _held_to(plan, done, outcome, np.maximum(due, since))
        if done.size and not done.max() < self.horizon:
            kept = np.flatnonzero(done < self.horizon)
            persons, done = persons.take(kept), done.take(kept)
            outcome = outcome if isinstance(outcome, int) else outcome[kept]
        if isinstance(outcome, int):
            return [Departed(outcome, persons, done)]
        found = []
        for column in plan.outcomes:
            chosen = np.flatnonzero(outcome == column)
            if chosen.size:
                found.append(Departed(column, persons.take(chosen), done.take(chosen)))
        return found


def _held_to(
    plan: Plan, done: Floats, outcome: Ints | int, due: Floats
) -> tuple[Ints | int, Floats]:
    """Apply a deadline: who is not done is late, or all but the late are done by then."""
    import numpy as np

    if plan.is_late_by_time:
        late = done > due
        if not late.any():
            return outcome, done
        return np.where(late, LATE, outcome), np.minimum(done, due)
    if isinstance(outcome, int):
        return outcome, due if outcome == LATE else np.minimum(done, due)
    return outcome, np.where(outcome == LATE, due, np.minimum(done, due))
