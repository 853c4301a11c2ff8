"""What one run of an engine counts: people, cash, waits, lines, rounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Run:
    """One run in one world.

    Persons and money are of the whole programme, also where one simulated person stands for
    several. Positions are those of the scheme.

    `applied`: persons who came. `reached`: [nodes] visits begun; `usual`: [nodes] visits that ended
    on the usual way; `late`: [nodes] visits that ended late. `stages`: [milestones] persons;
    `by_group`: [groups, milestones + 1] persons, the first column those who came. `cash`:
    [kinds, days] money that left. `served`: [nodes] persons who waited and were served, `waited`:
    [nodes] the sum of their days in line or before the draw. `lines`: [nodes, days] persons in line
    at the end of each day. `opened`: [rounds] 1 if the round gave places, 0 if money stopped it;
    `waiting` and `given`: [rounds] persons in the draw, and places given. `left`: persons who came
    to an end of the programme in time.
    """

    applied: float
    reached: Floats
    usual: Floats
    late: Floats
    stages: Floats
    by_group: Floats
    cash: Floats
    served: Floats
    waited: Floats
    lines: Floats
    opened: Ints
    waiting: Floats
    given: Floats
    left: float

    def mean_wait(self, node: int) -> float | None:
        """Return the mean days that persons waited at a node; None if nobody was served there."""
        return float(self.waited[node] / self.served[node]) if self.served[node] else None
