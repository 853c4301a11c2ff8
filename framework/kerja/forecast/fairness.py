"""What a draw owes to groups and to households: places apart for each stratum, few to one home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kerja.forecast.draws import GROUP, HOUSEHOLD, Luck, salt_of
from kerja.forecast.scheme import Method, Scheme
from kerja.forecast.selection import Pool
from kerja.forecast.world import World

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.signedinteger]
    Flags = NDArray[np.bool_]


class Fairness:
    """Says who of a pool is given a place, where strata or households matter; see `Rounds`."""

    def __init__(self, scheme: Scheme, world: World, luck: Luck, *, people: int) -> None:
        self._luck = luck
        self._strata = [
            (luck.key(GROUP, salt_of(scheme.groups[at].name)), float(world.groups[at]))
            for at in scheme.rounds.strata
        ]
        cap = scheme.rounds.household
        self._homes = None
        if cap is not None:
            self._homes = Homes(luck, people, cap=cap.cap, applicants=float(world.applicants))

    def winners(self, pool: Pool, number: int, *, places: int, method: Method) -> Flags:
        """Return who of a pool is given a place in a round."""
        import numpy as np

        apart = bool(self._strata) and method == "lottery"
        if self._homes is None and (not apart or places >= pool.persons.size):
            return pool.winners(number, places=places, method=method)
        ranks = pool.ranks(number, method)
        inside = self._inside(pool, ranks)
        cells = self._cells(pool.persons) if apart else np.zeros(ranks.size, dtype=np.int64)
        if method == "all":
            return inside
        return _first(ranks, pool.persons, inside=inside, cells=cells, places=places)

    def lucky(self, pool: Pool, number: int, share: float) -> Flags:
        """Return the same if each wins with the same probability."""
        found = pool.lucky(number, share)
        return found if self._homes is None else found & self._inside(pool, pool.lots(number))

    def give(self, persons: Ints) -> None:
        """Note who was given a place."""
        if self._homes is not None:
            self._homes.give(persons)

    def _inside(self, pool: Pool, ranks: Floats) -> Flags:
        import numpy as np

        if self._homes is None:
            return np.ones(ranks.size, dtype=np.bool_)
        return self._homes.inside(pool.persons, ranks)

    def _cells(self, persons: Ints) -> Ints:
        """Return the stratum of each: every combination of the groups is one."""
        import numpy as np

        found = np.zeros(persons.size, dtype=np.int64)
        for key, share in self._strata:
            found = 2 * found + (self._luck.uniform(key, persons) < share)
        return found


class Homes:
    """Households: persons who follow one another in number, geometric in size.

    Nobody says how applicants spread over households but how many they are on average. Which
    number a person has says nothing of when they come or what they do.
    """

    def __init__(self, luck: Luck, people: int, *, cap: int, applicants: float) -> None:
        import numpy as np

        begins = luck.uniform(luck.key(HOUSEHOLD), np.arange(people)) < 1 / applicants
        begins[:1] = True
        self._home: Ints = np.cumsum(begins, dtype=np.int32) - np.int32(1)
        sizes = np.bincount(self._home)
        self._cap = cap
        self._is_large: Flags = (sizes > cap)[self._home]
        self._has_place: Flags = np.zeros(people, dtype=np.bool_)
        self._held: Ints = np.zeros(sizes.size, dtype=np.int64)

    def inside(self, persons: Ints, ranks: Floats) -> Flags:
        """Return who may be given a place: of a household the first by rank, up to its cap.

        Whoever was given a place before is a member that has been counted.
        """
        import numpy as np

        found = np.ones(persons.size, dtype=np.bool_)
        asked = np.flatnonzero(self._is_large[persons] & ~self._has_place[persons])
        home = self._home[persons[asked]]
        order = np.lexsort((persons[asked], ranks[asked], home))
        home = home[order]
        at = np.arange(home.size)
        is_first = np.ones(home.size, dtype=np.bool_)
        is_first[1:] = home[1:] != home[:-1]
        before = at - np.maximum.accumulate(np.where(is_first, at, 0))
        found[asked[order]] = before < self._cap - self._held[home]
        return found

    def give(self, persons: Ints) -> None:
        """Count those who were given a place and had none before."""
        import numpy as np

        fresh = persons[~self._has_place[persons]]
        self._has_place[fresh] = True
        self._held += np.bincount(self._home[fresh], minlength=self._held.size)


def apportion(places: int, waiting: Ints) -> Ints:
    """Divide places in proportion to those who wait, by the largest remainders, the first first.

    Nobody is given more than wait: [strata].
    """
    import numpy as np

    total = int(waiting.sum())
    if places >= total:
        return waiting
    found = places * waiting // total
    remainders = places * waiting - found * total
    order = np.argsort(-remainders, kind="stable")
    found[order[: places - int(found.sum())]] += 1
    return found


def _first(ranks: Floats, persons: Ints, *, inside: Flags, cells: Ints, places: int) -> Flags:
    """Flag those with the lowest ranks in each stratum, as many as it is given places."""
    import numpy as np

    found = np.zeros(ranks.size, dtype=np.bool_)
    asked = np.flatnonzero(inside)
    order = asked[np.lexsort((persons[asked], ranks[asked]))]
    cells = cells[order]
    for cell, given in enumerate(apportion(max(0, places), np.bincount(cells))):
        found[order[cells == cell][:given]] = True
    return found
