"""What the cohort engine counts, in all worlds at once: people by step, money by day, promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kerja.forecast.results import Run
from kerja.forecast.scheme import KINDS, Kind, Scheme
from kerja.forecast.world import World

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]


class Books:
    """Sums of a run; the first axis of every array is the worlds."""

    def __init__(self, scheme: Scheme, worlds: int) -> None:
        import numpy as np

        nodes, days, rounds = len(scheme.nodes), scheme.calendar.days, len(scheme.rounds.days)
        self.days = days
        self.years = scheme.calendar.years
        self.reached: Floats = np.zeros((worlds, nodes))
        self.usual: Floats = np.zeros((worlds, nodes))
        self.late: Floats = np.zeros((worlds, nodes))
        self.served: Floats = np.zeros((worlds, nodes))
        self.waited: Floats = np.zeros((worlds, nodes))
        self.stages: Floats = np.zeros((worlds, len(scheme.milestones)))
        self.cash: Floats = np.zeros((worlds, len(KINDS), days))
        self.promised: Floats = np.zeros((worlds, days))
        self.freed: Floats = np.zeros((worlds, days))
        self._offered: Floats = np.zeros(worlds)
        self.lines: dict[int, Floats] = {
            at: np.zeros((worlds, days)) for at, node in enumerate(scheme.nodes) if node.queues
        }
        self.opened: Ints = np.zeros((worlds, rounds), dtype=np.int64)
        self.waiting: Floats = np.zeros((worlds, rounds))
        self.given: Floats = np.zeros((worlds, rounds))
        self.left: Floats = np.zeros(worlds)
        self.applied: Floats = np.zeros(worlds)

    def pay(self, kind: Kind, first: int, amounts: Floats, delay: float = 0.0) -> None:
        """Book amounts [worlds, days] from a day on, each `delay` days later."""
        _add_later(self.cash[:, KINDS.index(kind)], first, amounts, delay)

    def promise(self, first: int, amounts: Floats, delay: float = 0.0) -> None:
        """Add to what is promised from a day on; less than zero is spent or freed."""
        _add_later(self.promised, first, amounts, delay)

    def free(self, first: int, places: Floats) -> None:
        """Add places [worlds, days] that are free again from a day on."""
        _add_later(self.freed, first, places, 0.0)

    def again(self, day: int, needed: Floats, package: float) -> Floats:
        """Return the places that are free again before a day and were not offered yet: [worlds].

        They are as many as there is money for, `package` each, once what is needed is promised.
        """
        import numpy as np

        found: Floats = self.freed[:, :day].sum(axis=1) - self._offered
        room = self._room(day)
        if room is None or not package:
            return found
        return np.clip((room - needed) / package, 0.0, found)

    def offer(self, places: Floats) -> None:
        """Note that places [worlds] which were free again are offered."""
        self._offered += places

    def affordable(self, day: int, needed: Floats) -> Flags:
        """Tell in which worlds a round that needs an amount stays within the money."""
        import numpy as np

        room = self._room(day)
        if room is None:
            return np.ones(len(needed), dtype=np.bool_)
        return np.asarray(needed <= room)

    def _room(self, day: int) -> Floats | None:
        """Return what may still be promised on a day, [worlds]; None if there is no limit."""
        began = [year for year in self.years if year.first <= day]
        if not began or began[-1].free is None:
            return None
        ceiling, first = began[-1].free, max(0, *(year.first for year in began))
        paid = self.cash[:, :, first:day].sum(axis=(1, 2))
        slack = 1e-9 * max(ceiling, 1.0)
        found: Floats = ceiling + slack - paid - self.promised[:, :day].sum(axis=1)
        return found

    def runs(self, scheme: Scheme, worlds: World) -> tuple[Run, ...]:
        """Return the result of every world."""
        return tuple(self._run(scheme, worlds, number) for number in range(len(self.applied)))

    def _run(self, scheme: Scheme, worlds: World, number: int) -> Run:
        import numpy as np

        stages = self.stages[number]
        applied = float(self.applied[number])
        lines = np.zeros((len(scheme.nodes), self.days))
        for at, line in self.lines.items():
            lines[at] = line[number]
        return Run(
            applied=applied,
            reached=self.reached[number],
            usual=self.usual[number],
            late=self.late[number],
            stages=stages,
            by_group=np.outer(worlds.groups[number], np.concatenate(([applied], stages))),
            cash=self.cash[number],
            served=self.served[number],
            waited=self.waited[number],
            lines=lines,
            opened=self.opened[number],
            waiting=self.waiting[number],
            given=self.given[number],
            left=float(self.left[number]),
        )


def _add_later(book: Floats, first: int, amounts: Floats, delay: float) -> None:
    """Add amounts some days later; a part of a day goes to the next with its share."""
    whole, part = int(delay), delay % 1.0
    for shift, share in ((whole, 1.0 - part), (whole + 1, part)):
        room = book.shape[-1] - first - shift
        if share and room > 0:
            added = amounts[:, :room]
            book[:, first + shift : first + shift + added.shape[1]] += added * share
