"""The join after a fork, in numbers: who has done everything may go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kerja.forecast.cohort_flows import Flows
from kerja.forecast.cohort_states import Unit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_FEW = 1e-12


class Join:
    """People at a join, by the way on which they came.

    Who is quick on one way is taken to be quick on the others: as many have done everything as on
    the way on which fewest have come. If times on the ways have nothing to do with one another,
    this is early.
    """

    def __init__(self, flows: Flows, unit: Unit) -> None:
        self.flows, self.at, self.state = flows, unit.at, unit.states[0]
        self._needed = flows.scheme.nodes[unit.at].leads_in
        self._held: dict[int, Floats] = {}

    def meet(self, first: int, end: int) -> None:
        """Let those go on for whom all is done in a slice of days."""
        leads = self.flows.held.get(self.state, {})
        if len(leads) < self._needed:
            return
        for day in range(first, end):
            self._meet(leads, day)

    def _meet(self, leads: dict[int, Floats], day: int) -> None:
        import numpy as np

        for lead, coming in leads.items():
            if lead not in self._held:
                self._held[lead] = coming[:, :, : day + 1].sum(axis=-1)
            else:
                self._held[lead] += coming[:, :, day]
            coming[:, :, : day + 1] = 0.0
        through = np.min([held[:, 0] for held in self._held.values()], axis=0)
        if not (through > _FEW).any():
            return
        merged = np.zeros_like(next(iter(self._held.values())))
        for held in self._held.values():
            share = through / np.maximum(held[:, 0], _FEW)
            merged += held * np.minimum(share, 1.0)[:, None]
            held *= 1.0 - np.minimum(share, 1.0)[:, None]
        flow = self._as_persons(merged, through)[:, :, None]
        self.flows.begin(self.at, day, flow)
        self.flows.finish(self.state, 0, day, flow)

    def _as_persons(self, merged: Floats, through: Floats) -> Floats:
        """Return sums over threads as sums over persons: weight and money add up, the rest not."""
        import numpy as np

        carried, threads = self.flows.carried, len(self._held)
        merged[:, 0] = through
        if carried.top > 0:
            merged[:, carried.top] /= threads
        for where in carried.ends.values():
            ended = merged[:, where].copy()
            scale = np.minimum(ended, through) / np.maximum(ended, _FEW)
            merged[:, where : where + 3] *= scale[:, None]
        return merged
