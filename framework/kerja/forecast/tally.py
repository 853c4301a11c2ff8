"""The counts of a run: visits, outcomes, persons who came to a stage, by group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kerja.forecast.draws import GROUP, Luck, salt_of
from kerja.forecast.scheme import Scheme
from kerja.forecast.world import World

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


class Tally:
    """Counts of simulated persons, by node; and which stages each of them came to."""

    def __init__(self, scheme: Scheme, people: int) -> None:
        import numpy as np

        size = len(scheme.nodes)
        self.reached: Floats = np.zeros(size)
        self.usual: Floats = np.zeros(size)
        self.late: Floats = np.zeros(size)
        self.served: Floats = np.zeros(size)
        self.waited: Floats = np.zeros(size)
        self.left = 0
        self._stages = len(scheme.milestones)
        self._flags = np.zeros(people, dtype=np.uint16)

    def pass_stage(self, stage: int, persons: Ints) -> None:
        """Note that persons came to a stage; a second time does not count."""
        import numpy as np

        self._flags[persons] |= np.uint16(1 << stage)

    def wait(self, at: int, days: Floats) -> None:
        """Note how long persons waited at a node before they were served."""
        self.served[at] += days.size
        self.waited[at] += days.sum()

    def stages(self) -> Floats:
        """Return the persons of each stage: [milestones]."""
        import numpy as np

        return np.array([self._with(stage).sum() for stage in range(self._stages)], dtype=float)

    def by_group(self, scheme: Scheme, world: World, luck: Luck, *, came: Ints) -> Floats:
        """Return [groups, milestones + 1] persons; the first column those who came."""
        import numpy as np

        found = np.zeros((len(scheme.groups), self._stages + 1))
        for row, group in enumerate(scheme.groups):
            key = luck.key(GROUP, salt_of(group.name))
            inside = came[luck.uniform(key, came) < world.groups[row]]
            flags = self._flags[inside]
            counts = [(flags >> np.uint16(stage) & 1).sum() for stage in range(self._stages)]
            found[row] = [inside.size, *counts]
        return found

    def _with(self, stage: int) -> Ints:
        import numpy as np

        return ((self._flags >> np.uint16(stage)) & np.uint16(1)).astype(np.int64)
