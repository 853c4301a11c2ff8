"""The draw in numbers: how many of those who wait are given a place in a round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kerja.forecast.cohort_kernels import convolved
from kerja.forecast.cohort_waiting import Waiting
from kerja.forecast.scheme import Method

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

_HALVINGS = 50


class Pool(Waiting):
    """The draw: people of whom the rounds choose."""

    def hold(self, number: int, day: int) -> None:
        """Hold a round as a day begins, in the worlds in which there is the money for it."""
        import numpy as np

        flows, books = self.flows, self.flows.books
        self.send_late(day, at_start=True)
        days, total = self.counts(day)
        books.waiting[:, number] += total.sum(axis=-1)
        free = total - self._full(days)
        method, would, opens = self._round(number, day, free.sum(axis=-1))
        books.opened[opens, number] = 1
        winners = self._winners(method, days, places=would, opens=opens, total=free)
        part = self._part(would, opens)
        waited = day - np.arange(days.start, days.stop)
        for state in self.there:
            is_start = flows.made.states[state].from_start
            won = self._take_won(state, days, winners[state] * opens[:, None], part)
            counts = won[:, 0]
            books.given[:, number] += counts.sum(axis=-1)
            books.served[:, self.at] += counts.sum(axis=-1)
            books.waited[:, self.at] += (counts * (waited - 0.5 * (not is_start))).sum(axis=-1)
            self._give(state, day, won.sum(axis=-1, keepdims=True))
            if len(self.node.ways) > 1:
                lost = self.take(state, days, np.broadcast_to(1.0 * opens[:, None], total.shape))
                flows.finish(state, 1, day, lost.sum(axis=-1, keepdims=True))

    def _round(self, number: int, day: int, free: Floats) -> tuple[Method, Floats, Flags]:
        """Return how a round is held, who would be given a place if no household was full, and
        where the round opens; `free` may be given one: [worlds]."""
        import numpy as np

        flows, rounds = self.flows, self.flows.scheme.rounds
        books, households = flows.books, flows.households
        method = rounds.methods[number % len(rounds.methods)]
        if rounds.quota is None:
            would = free if method == "all" else free * flows.worlds.shares[:, self.at, 0]
            needed = would if households is None else households.given(would)
            opens = books.affordable(day, needed * rounds.package)
            return "all" if method == "all" else "lottery", would, opens
        needed = flows.worlds.quota * rounds.package
        opens = books.affordable(day, needed)
        places = np.round(flows.worlds.quota)
        if rounds.freed_at:
            again = books.again(day, needed, rounds.package)
            books.offer(again * opens)
            places = places + again
        if method == "all":
            return method, free, opens
        return method, places if households is None else households.of_places(places, free), opens

    def _part(self, would: Floats, opens: Flags) -> Floats:
        """Return which part of those who would be given a place are: [worlds]; note them."""
        import numpy as np

        households = self.flows.households
        if households is None:
            return np.ones_like(would)
        given = households.given(would)
        households.note(would * opens)
        return np.divide(given, would, out=np.zeros_like(would), where=would > 0)

    def _full(self, days: slice) -> Floats:
        """Return how many of each day's arrivals have been passed over: [worlds, days]."""
        import numpy as np

        full = self.flows.carried.full
        found = np.zeros((self.flows.number, days.stop - days.start))
        for there in self.there.values() if full > 0 else ():
            found += there[:, full, days]
        return found

    def _take_won(self, state: int, days: slice, would: Floats, part: Floats) -> Floats:
        """Remove those who are given a place; whoever would be and is not stays, passed over.

        Args:
            would: share of each day's arrivals, of those not passed over before.
            part: which part of these are given one: [worlds].
        """
        import numpy as np

        full, top = self.flows.carried.full, self.flows.carried.top
        if full < 0:
            return self.take(state, days, would)
        there = self.there[state]
        count, chosen = there[:, 0, days], (there[:, 0, days] - there[:, full, days]) * would
        passed = there[:, full, days] + chosen * (1.0 - part[:, None])
        tops = there[:, top, days] * (1.0 - would)
        share = np.divide(chosen, count, out=np.zeros_like(chosen), where=count > 0)
        won = self.take(state, days, share * part[:, None])
        won[:, full] = 0.0
        there[:, full, days] = passed
        if top > 0:
            there[:, top, days] = tops
        return won

    def _give(self, state: int, day: int, won: Floats) -> None:
        flows, package = self.flows, self.flows.scheme.rounds.package
        if flows.carried.owed > 0:
            flows.books.promise(day, won[:, 0] * package)
            won[:, flows.carried.owed] += won[:, 0] * package
        kernel = flows.durations[self.at].kernel(from_start=True)
        flows.finish(state, 0, day, convolved(won, kernel, flows.days - day))

    def _winners(
        self, method: Method, days: slice, *, places: Floats, opens: Flags, total: Floats
    ) -> dict[int, Floats]:
        """Return the share of each day's arrivals who are given a place, by state."""
        import numpy as np

        people = np.maximum(total.sum(axis=-1), 1e-300)
        if method == "all":
            return dict.fromkeys(self.there, np.ones_like(total))
        if method == "first-come":
            before = np.cumsum(total, axis=-1) - total
            chosen = np.clip(places[:, None] - before, 0.0, total)
            share = np.divide(chosen, total, out=np.zeros_like(total), where=total > 0)
            return dict.fromkeys(self.there, share)
        if method == "ranking":
            return self._ranked(days, places, opens)
        share = np.minimum(places / people, 1.0)[:, None] + np.zeros_like(total)
        return dict.fromkeys(self.there, share)

    def _ranked(self, days: slice, places: Floats, opens: Flags) -> dict[int, Floats]:
        """Give places to the highest scores.

        Scores are even between 0 and the top of a day's arrivals; the lowest score that wins is
        found by halving. Those who lose have it as their new top.
        """
        import numpy as np

        top_at = self.flows.carried.top
        full = self.flows.carried.full
        counts = {
            state: there[:, 0, days] - (there[:, full, days] if full > 0 else 0.0)
            for state, there in self.there.items()
        }
        tops = {
            state: there[:, top_at, days] / np.maximum(counts[state], 1e-300)
            for state, there in self.there.items()
        }

        def above(mark: Floats) -> dict[int, Floats]:
            return {
                state: np.clip(1.0 - mark[:, None] / np.maximum(tops[state], 1e-12), 0.0, 1.0)
                for state in counts
            }

        low, high = np.zeros_like(places), np.ones_like(places)
        for _ in range(_HALVINGS):
            mark = (low + high) / 2
            shares = above(mark)
            number = np.sum([(shares[s] * counts[s]).sum(axis=-1) for s in counts], axis=0)
            low, high = np.where(number > places, mark, low), np.where(number > places, high, mark)
        for state, there in self.there.items():
            below = np.minimum(tops[state], np.where(opens & (high > 1e-12), high, 1.0)[:, None])
            there[:, top_at, days] = counts[state] * below
        return above(np.where(high > 1e-12, high, 0.0))
