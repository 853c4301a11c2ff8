"""Compiled: a node has ended for people: they are paid and counted, and put at what follows."""

from __future__ import annotations

import numpy as np

from kerja.forecast.kernels.jit import kernel
from kerja.forecast.kernels.tables import A_CUT

_FAR = 1e9


@kernel
def count_days(when, delay, counts):
    """Count moments by day; the last entry of `counts` is for all that is later."""
    last = counts.size - 1
    for i in range(when.size):
        counts[min(np.int64(min(when[i] + delay, _FAR)), last)] += 1


@kernel
def leave(memory, persons, when):
    """Free what is still promised to persons who leave."""
    if not memory.owed.size:
        return
    last = memory.promised.size - 1
    for i in range(persons.size):
        held = memory.owed[persons[i]]
        if held:
            memory.promised[min(np.int64(when[i]), last)] -= held
            memory.owed[persons[i]] = 0


@kernel
def follow(steps, memory, at, outcome, is_back, persons, done, out, moments, counts):
    """End a node for people with one outcome."""
    node, way = steps.nodes[at], steps.ways[at, outcome]
    if node.remembered >= 0:
        ended = memory.ended[node.remembered]
        for i in range(persons.size):
            ended[persons[i]] = done[i]
    if outcome == node.late:
        memory.totals[2, at] += persons.size
    if way.is_usual:
        _usual(steps, memory, at, persons, done)
    to, row = way.to, way.row
    if row < 0 or not is_back:
        _put(steps, memory, at, to, is_back, row, persons, done, out, moments, counts)
        return
    some = 2 * steps.nodes.size
    within, beyond = _bounded(
        memory.counts[row], way.at_most, persons, done,
        memory.someone[some], memory.moment[some],
    )  # fmt: skip
    if within:
        _put(
            steps, memory, at, to, is_back, row, persons[:within], done[:within],
            out, moments, counts,
        )  # fmt: skip
    if beyond:
        _put(
            steps, memory, at, way.used_up, is_back, row,
            memory.someone[some, :beyond], memory.moment[some, :beyond], out, moments, counts,
        )  # fmt: skip


@kernel
def _bounded(taken, at_most, persons, done, others, others_done):
    """Count a way for each person; move those to the others for whom it was once too often."""
    within, beyond = 0, 0
    for i in range(persons.size):
        now = taken[persons[i]]
        now += now != 255
        taken[persons[i]] = now
        someone, moment = persons[i], done[i]
        if now <= at_most:
            persons[within], done[within] = someone, moment
            within += 1
        else:
            others[beyond], others_done[beyond] = someone, moment
            beyond += 1
    return within, beyond


@kernel
def _usual(steps, memory, at, persons, done):
    memory.totals[1, at] += persons.size
    node = steps.nodes[at]
    bits = np.uint8(node.stages)
    if bits:
        for i in range(persons.size):
            memory.flags[persons[i]] |= bits
    for number in range(node.first_payment, node.last_payment):
        payment = steps.payments[number]
        account, delay = memory.accounts[payment.account], payment.delay
        if not memory.owed.size:
            count_days(done, delay, account)
            continue
        units, last = payment.units, account.size - 1
        for i in range(persons.size):
            day = min(np.int64(min(done[i] + delay, _FAR)), last)
            account[day] += 1
            held = min(memory.owed[persons[i]], units)
            memory.owed[persons[i]] -= held
            memory.promised[day] -= held


@kernel
def begin_loop(memory, rows, persons, first, second):
    """Begin to count anew in the first rows: once in two of them, else nothing."""
    for row in range(rows):
        seen = np.uint8(row in (first, second))
        for i in range(persons.size):
            memory.counts[row, persons[i]] = seen


@kernel
def _put(steps, memory, at, target, is_back, row, persons, done, out, moments, counts):
    if target < 0:
        return
    node, following = steps.nodes[at], steps.nodes[target]
    stays = node.loop >= 0 and node.loop == following.loop
    if stays and not is_back:
        begin_loop(memory, node.rows, persons, node.visits, row)
    if following.kind == A_CUT:
        if not stays:
            begin_loop(memory, following.rows, persons, -1, -1)
        cut = following.cut
        begin = counts[cut]
        counts[cut] += persons.size
        out[cut, begin : begin + persons.size] = persons
        moments[cut, begin : begin + persons.size] = done
        return
    slot = 2 * target + stays
    begin = memory.sizes[slot]
    memory.sizes[slot] = begin + persons.size
    memory.someone[slot, begin : begin + persons.size] = persons
    memory.moment[slot, begin : begin + persons.size] = done
    memory.sizes[-1] = min(memory.sizes[-1], following.rank)
