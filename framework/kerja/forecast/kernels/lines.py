"""Compiled: lines and draws, where people are put in order and some are chosen."""

from __future__ import annotations

import numpy as np

from kerja.forecast.kernels.draws import even, word_of
from kerja.forecast.kernels.jit import inlined, kernel

_CELLS = 4096


@kernel
def by_day(persons, when, last, someone, moments):
    """Write people by whole days, in the order in which they are given; return where days begin."""
    begins = np.zeros(last + 2, dtype=np.int64)
    for i in range(when.size):
        begins[min(np.int64(min(when[i], 1e9)), last) + 1] += 1
    for day in range(last + 1):
        begins[day + 1] += begins[day]
    place = begins.copy()
    for i in range(when.size):
        day = min(np.int64(min(when[i], 1e9)), last)
        at = place[day]
        someone[at] = persons[i]
        moments[at] = when[i]
        place[day] = at + 1
    return begins


@kernel
def in_order(persons, when):
    """Return positions in the order of moments, then of persons; none if all too uneven."""
    size = when.size
    first, last = when.min(), when.max()
    cells = size if last > first else 1
    scale = cells / (last - first) * (1 - 1e-12) if last > first else 0.0
    begins = np.zeros(cells + 1, dtype=np.int32)
    for i in range(size):
        begins[np.int64((when[i] - first) * scale) + 1] += 1
    for before in range(cells):
        begins[before + 1] += begins[before]
    order = np.empty(size, dtype=np.int64)
    sorted_when = np.empty(size)
    for i in range(size):
        cell = np.int64((when[i] - first) * scale)
        order[begins[cell]] = i
        sorted_when[begins[cell]] = when[i]
        begins[cell] += 1
    moves = 0
    for i in range(1, size):
        at, moment, someone = i, sorted_when[i], order[i]
        while at > 0 and (
            sorted_when[at - 1] > moment
            or (sorted_when[at - 1] == moment and persons[order[at - 1]] > persons[someone])
        ):
            sorted_when[at] = sorted_when[at - 1]
            order[at] = order[at - 1]
            at -= 1
        sorted_when[at] = moment
        order[at] = someone
        moves += i - at
        if moves > 64 * size:
            return order[:0]
    return order


@kernel
def take(gone, persons, since, taken, taken_since):
    """Move those who are flagged out of a pool, and the others to its beginning, in order."""
    at, kept = 0, 0
    for i in range(gone.size):
        someone, moment = persons[i], since[i]
        taken[at], taken_since[at] = someone, moment
        persons[kept], since[kept] = someone, moment
        at += gone[i]
        kept += not gone[i]


@inlined
def _rank(person, key, is_score):
    u = even(word_of(person), key)
    return 1.0 - u if is_score else u


@kernel
def lowest(persons, key, is_score, places, wins):
    """Flag those with the lowest ranks, all who share the last place; return how many.

    A rank is drawn again rather than kept: there is no memory for that of many people.
    """
    counts = np.zeros(_CELLS + 1, dtype=np.int64)
    for i in range(persons.size):
        counts[np.int64(_rank(persons[i], key, is_score) * _CELLS)] += 1
    cell, before = 0, np.int64(0)
    while before + counts[cell] < places:
        before += counts[cell]
        cell += 1
    near = np.empty(counts[cell])
    at = 0
    for i in range(persons.size):
        rank = _rank(persons[i], key, is_score)
        if np.int64(rank * _CELLS) == cell:
            near[at] = rank
            at += 1
    near.sort()
    last = near[places - before - 1]
    number = 0
    for i in range(persons.size):
        wins[i] = _rank(persons[i], key, is_score) <= last
        number += wins[i]
    return number
