"""Compiled: even numbers, and durations drawn by them, to the same bit as in arrays."""

from __future__ import annotations

import numpy as np

from kerja.forecast.kernels.jit import inlined, kernel

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_AGAIN = np.uint64((0x9E3779B97F4A7C15 << 40) & ((1 << 64) - 1))
_FIRST = np.uint64(0xBF58476D1CE4E5B9)
_SECOND = np.uint64(0x94D049BB133111EB)
_S30, _S27, _S31, _S12 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(12)
_ONE = np.uint64(1)
_STEP, _HALF_STEP = 2.0**-52, 2.0**-53
_CELLS, _TAIL, _SHIFT, _OFFSET = 4096, 1 / 512, 48, (1023 - 53) << 4
_PART, _PART_MASK = 2.0**-48, (1 << 48) - 1

CONSTANT, UNIFORM, TABLE = 0, 1, 2


@inlined
def even(word, key):
    """Return the number of a word and a key."""
    word ^= key
    word = (word ^ (word >> _S30)) * _FIRST
    word = (word ^ (word >> _S27)) * _SECOND
    word ^= word >> _S31
    return np.float64(np.int64(word >> _S12)) * _STEP + _HALF_STEP


@inlined
def word_of(person):
    """Return the word of a first visit."""
    return np.uint64(person) * _GOLDEN


@inlined
def word_again(person, visit):
    """Return the word of a visit, counted from one."""
    return np.uint64(person) * _GOLDEN + (np.uint64(visit) - _ONE) * _AGAIN


@kernel
def evens(persons, visits, key, found):
    """Write an even number for each person; no visits: all are the first."""
    if visits.size:
        for i in range(persons.size):
            found[i] = even(word_again(persons[i], visits[i]), key)
    else:
        for i in range(persons.size):
            found[i] = even(word_of(persons[i]), key)


@kernel
def at_even(middle, low, high, values):
    """Turn even numbers into durations, in place. `middle`, `low`, `high`: [2, cells]."""
    for i in range(values.size):
        u = values[i]
        x = u * _CELLS
        cell = np.int64(x)
        values[i] = middle[1, cell] * (x - cell) + middle[0, cell]
        if abs(u - 0.5) > 0.5 - _TAIL:
            values[i] = _in_tail(u, low, high)


@kernel
def first_done(persons, when, key, middle, low, high, done, horizon):
    """Write when each is done who begins at a moment for the first time.

    Returns how many are not done in time.
    """
    beyond = 0
    for i in range(persons.size):
        u = even(word_of(persons[i]), key)
        x = u * _CELLS
        cell = np.int64(x)
        done[i] = middle[1, cell] * (x - cell) + middle[0, cell] + when[i]
        if abs(u - 0.5) > 0.5 - _TAIL:
            done[i] = _in_tail(u, low, high) + when[i]
        beyond += done[i] >= horizon
    return beyond


@kernel
def _in_tail(u, low, high):
    pair = np.empty(1)
    is_low = u < 0.5
    pair[0] = u if is_low else 1.0 - u
    bits = pair.view(np.int64)[0]
    at = (bits >> _SHIFT) - _OFFSET
    part = (bits & _PART_MASK) * _PART
    ends = low if is_low else high
    return ends[0, at] + ends[1, at] * part


@kernel
def come(low, high, begin, end, key, ends, guide, persons, when):
    """Write those who come between two moments, and when; return how many. See `Coming`."""
    count = 0
    for person in range(low, high):
        u = even(word_of(person), key)
        week = guide[np.int64(u * guide.size)]
        while u >= ends[week + 1]:
            week += 1
        moment = 7.0 * (week + (u - ends[week]) / (ends[week + 1] - ends[week]))
        persons[count], when[count] = person, moment
        count += begin <= moment < end
    return count
