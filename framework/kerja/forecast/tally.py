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
    Ints = NDArray[np.signedinteger]
    Flags = NDArray[np.unsignedinteger]

_BLOCK = 1 << 16
_PARTS = 2.0**20
"""Parts of a day in which waits are added up."""


class Tally:
    """Counts of simulated persons, by node; and which stages each of them came to."""

    def __init__(self, scheme: Scheme, world: World, luck: Luck, *, people: int) -> None:
        import numpy as np

        size = len(scheme.nodes)
        self.totals: Floats = np.zeros((3, size))
        self.reached, self.usual, self.late = self.totals
        self.served: Floats = np.zeros(size)
        self.left: Ints = np.zeros(1, dtype=np.int64)
        self._waited: Ints = np.zeros(size, dtype=np.int64)
        self.came = 0
        self._stages = len(scheme.milestones)
        self._luck = luck
        self._groups = [
            (luck.key(GROUP, salt_of(group.name)), float(share))
            for group, share in zip(scheme.groups, world.groups, strict=True)
        ]
        self._came_of_group: Floats = np.zeros(len(scheme.groups))
        self.flags: Flags = np.zeros(people, dtype=np.uint8 if self._stages <= 8 else np.uint16)

    def come(self, persons: Ints) -> None:
        """Count persons who come."""
        import numpy as np

        self.came += persons.size
        for row, (key, share) in enumerate(self._groups):
            inside = self._luck.uniform(key, persons) < share
            self._came_of_group[row] += np.count_nonzero(inside)

    def pass_stage(self, stage: int, persons: Ints) -> None:
        """Note that persons came to a stage; a second time does not count."""
        self.flags[persons] |= self.flags.dtype.type(1 << stage)

    def wait(self, at: int, days: Floats) -> None:
        """Note how long persons waited at a node before they were served.

        Whole parts of a day are added up, so that the order of persons does not matter.
        """
        import numpy as np

        self.add_wait(at, days.size, int(np.rint(days * _PARTS).astype(np.int64).sum()))

    def add_wait(self, at: int, served: int, parts: int) -> None:
        """Note persons who were served at a node, and the parts of days that all waited."""
        self.served[at] += served
        self._waited[at] += parts

    @property
    def waited(self) -> Floats:
        """The sum of the days that persons waited, by node."""
        return self._waited / _PARTS

    def stages(self) -> Floats:
        """Return the persons of each stage: [milestones]."""
        import numpy as np

        return np.array(self._counts(self.flags), dtype=np.float64)

    def by_group(self) -> Floats:
        """Return [groups, milestones + 1] persons; the first column those who came."""
        import numpy as np

        found = np.zeros((len(self._groups), self._stages + 1))
        found[:, 0] = self._came_of_group
        for low in range(0, self.flags.size, _BLOCK):
            flags = self.flags[low : low + _BLOCK]
            persons = np.arange(low, low + flags.size)
            for row, (key, share) in enumerate(self._groups):
                inside = self._luck.uniform(key, persons) < share
                found[row, 1:] += self._counts(flags[inside])
        return found

    def _counts(self, flags: Flags) -> list[int]:
        import numpy as np

        bits = [flags.dtype.type(1 << stage) for stage in range(self._stages)]
        return [int(np.count_nonzero(flags & bit)) for bit in bits]
