"""Households in numbers: how many of those who would be given a place are passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

_HALVINGS = 50


class Households:
    """How far all persons have been given places, and how many of them a cap has stopped.

    If no cap stopped anybody, a person would have been given a place by now with chance x, each
    member of a household apart from the others. Of a household of geometric size with m members on
    average, min(cap, members who would) are given one; over all persons that is the share
    x (1 - r^cap), r = (m - 1) x / (1 + (m - 1) x). So what is lost by counting is this: members who
    apply together, or are all refused, are taken for strangers; and who comes back to the draw
    after a place counts as somebody else.
    """

    def __init__(self, cap: int, applicants: Floats, people: Floats) -> None:
        import numpy as np

        self._cap, self._others = cap, np.maximum(applicants, 1.0) - 1.0
        self._people = np.maximum(people, 1e-300)
        self._chance: Floats = np.zeros_like(people)

    def of_places(self, places: Floats, free: Floats) -> Floats:
        """Return how many would be given a place so that so many are: [worlds].

        Args:
            places: places of a round.
            free: persons in the draw who were never passed over.
        """
        import numpy as np

        low, high = np.zeros_like(free), free + 0.0
        is_enough = self.given(high) <= places
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            is_over = self.given(middle) > places
            low, high = np.where(is_over, low, middle), np.where(is_over, middle, high)
        return np.where(is_enough, free, low)

    def given(self, would: Floats) -> Floats:
        """Return how many are given a place of those who would be: [worlds]."""
        found: Floats = self._people * (
            self._share(self._chance + would / self._people) - self._share(self._chance)
        )
        return found.clip(min=0.0)

    def note(self, would: Floats) -> None:
        """Note how many would have been given a place in a round."""
        self._chance = self._chance + would / self._people

    def _share(self, chance: Floats) -> Floats:
        reached = self._others * chance
        found: Floats = chance * (1.0 - (reached / (1.0 + reached)) ** self._cap)
        return found
