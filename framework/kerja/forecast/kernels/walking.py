"""Compiled: people walk through the nodes at which nobody waits for anybody.

One kernel does every programme: what a node does is read from tables (`Steps`), who has been where
from arrays (`Memory`). A block of people, small enough for the cache of the processor, goes through
the nodes in order, all who are at a node together, until everybody has left or come to a node at
which people meet.
"""

from __future__ import annotations

import numpy as np

from kerja.forecast.kernels.draws import (
    CONSTANT,
    TABLE,
    UNIFORM,
    at_even,
    even,
    evens,
    first_done,
    word_again,
    word_of,
)
from kerja.forecast.kernels.following import count_days, follow, leave
from kerja.forecast.kernels.jit import kernel
from kerja.forecast.kernels.tables import AN_END


@kernel
def walk(steps, memory, at, outcome, is_back, persons, when, out, moments, counts):
    """Let people walk who begin a node at moments (outcome -1), or have just ended it by a way.

    Those who come to a node at which people meet are written to `out` and `moments`: [cuts,
    persons], and counted in `counts`: [cuts].
    """
    block = memory.someone.shape[1]
    for low in range(0, persons.size, block):
        size = min(block, persons.size - low)
        row = memory.someone.shape[0] - 1
        if outcome < 0:
            row = 2 * at + is_back
            memory.sizes[row] = size
            memory.sizes[-1] = min(memory.sizes[-1], steps.nodes[at].rank)
        for i in range(size):
            memory.someone[row, i] = persons[low + i]
            memory.moment[row, i] = when[low + i]
        if outcome >= 0:
            people, done = memory.someone[row, :size], memory.moment[row, :size]
            follow(steps, memory, at, outcome, is_back, people, done, out, moments, counts)
        _drain(steps, memory, out, moments, counts)


@kernel
def _drain(steps, memory, out, moments, counts):
    place = memory.sizes[-1]
    size = steps.order.size
    while place < size:
        memory.sizes[-1] = size
        at = steps.order[place]
        for is_back in range(2):
            if memory.sizes[2 * at + is_back]:
                _pass(steps, memory, at, is_back, out, moments, counts)
        place = min(place + 1, memory.sizes[-1])
    memory.sizes[-1] = size


@kernel
def _pass(steps, memory, at, is_back, out, moments, counts):
    slot = 2 * at + is_back
    size = memory.sizes[slot]
    memory.sizes[slot] = 0
    persons, when = memory.someone[slot, :size], memory.moment[slot, :size]
    node = steps.nodes[at]
    memory.totals[0, at] += size
    if node.cost >= 0:
        count_days(when, 0.0, memory.accounts[node.cost])
    if node.kind == AN_END:
        memory.left[0] += size
        leave(memory, persons, when)
        return
    visits = memory.visits[:0]
    if is_back and node.visits >= 0:
        visits = memory.visits[:size]
        count_visits(memory.counts[node.visits], persons, visits)
    done = memory.done[:size]
    law = node.table
    tables = steps.middle[law], steps.low[law], steps.high[law]
    beyond = _done(node, tables, persons, when, visits, done, steps.horizon)
    is_plain = not beyond and not node.deadline < np.inf
    if is_plain and node.columns == 1:
        follow(steps, memory, at, 0, is_back, persons, done, out, moments, counts)
        return
    if is_plain and node.columns == 2:
        found = _part_all(node, steps.ways[at, 0].bound, memory, persons, visits, done)
    else:
        found = _part(steps, memory, at, persons, when, visits, done)
    for outcome in range(node.outcomes):
        if found[outcome]:
            row = memory.someone.shape[0] - 2 - outcome
            people = memory.someone[row, : found[outcome]]
            ended = memory.moment[row, : found[outcome]]
            follow(steps, memory, at, outcome, is_back, people, ended, out, moments, counts)


@kernel
def count_visits(counts, persons, visits):
    """Count a visit of each person, and write its number."""
    for i in range(persons.size):
        now = counts[persons[i]]
        now += now != 255
        counts[persons[i]] = now
        visits[i] = now


@kernel
def draw_lasting(node, tables, persons, visits, lasting):
    """Write how long a node lasts for each."""
    if node.law == CONSTANT:
        lasting[:] = node.a
    else:
        evens(persons, visits, node.duration_key, lasting)
        if node.law == UNIFORM:
            span = node.b - node.a
            for i in range(lasting.size):
                lasting[i] = node.a + span * lasting[i]
        else:
            at_even(tables[0], tables[1], tables[2], lasting)


@kernel
def draw_column(node, ways, persons, visits, chance, column):
    """Add to each column, which is 0, the outcome that is drawn."""
    if node.columns > 1:
        evens(persons, visits, node.outcome_key, chance)
        for number in range(node.columns - 1):
            bound = ways[number].bound
            for i in range(column.size):
                column[i] += chance[i] >= bound


@kernel
def _done(node, tables, persons, when, visits, done, horizon):
    """Write when each would be done; return how many are not in time."""
    if node.law == TABLE and not visits.size and not node.run_days > 0:
        # What most people do most often, in one pass.
        key = node.duration_key
        return first_done(persons, when, key, tables[0], tables[1], tables[2], done, horizon)
    draw_lasting(node, tables, persons, visits, done)
    run_days, beyond = node.run_days, 0
    if run_days > 0:
        for i in range(done.size):
            done[i] += np.ceil(when[i] / run_days) * run_days
            beyond += done[i] >= horizon
    else:
        for i in range(done.size):
            done[i] += when[i]
            beyond += done[i] >= horizon
    return beyond


@kernel
def _part_all(node, bound, memory, persons, visits, done):
    """Write people by two outcomes, where all are done in time and nobody is late."""
    found, row = memory.found, memory.someone.shape[0] - 2
    found[:] = 0
    found[1] = _part_in_two(
        persons, visits, done, node.outcome_key, bound,
        memory.someone[row], memory.moment[row],
        memory.someone[row - 1], memory.moment[row - 1],
    )  # fmt: skip
    found[0] = done.size - found[1]
    return found


@kernel
def _part(steps, memory, at, persons, when, visits, done):
    """Write people by outcome to the rows from the last but one on; return how many of each."""
    node, found, row = steps.nodes[at], memory.found, memory.someone.shape[0] - 2
    found[:] = 0
    chance, column = memory.chance[: done.size], memory.column[: done.size]
    column[:] = 0
    draw_column(node, steps.ways[at], persons, visits, chance, column)
    if node.deadline < np.inf:
        _hold(node, memory, persons, when, done, column)
    someone, moment, horizon = memory.someone, memory.moment, steps.horizon
    for i in range(done.size):
        if done[i] < horizon:
            of = np.int64(column[i])
            at = found[of]
            someone[row - of, at] = persons[i]
            moment[row - of, at] = done[i]
            found[of] = at + 1
    return found


@kernel
def _part_in_two(persons, visits, done, key, bound, some, some_done, others, others_done):
    """Part people in two, without a branch that the processor could only guess."""
    count, other = 0, 0
    for i in range(persons.size):
        word = word_again(persons[i], visits[i]) if visits.size else word_of(persons[i])
        some[count] = persons[i]
        some_done[count] = done[i]
        others[other] = persons[i]
        others_done[other] = done[i]
        is_other = even(word, key) >= bound
        other += is_other
        count += not is_other
    return other


@kernel
def _hold(node, memory, persons, when, done, column):
    """Hold people to a deadline; see `Departures`."""
    deadline, since, late, by_time = node.deadline, node.since, np.uint8(node.late), node.by_time
    for i in range(persons.size):
        began = when[i]
        if since >= 0 and not np.isnan(memory.ended[since, persons[i]]):
            began = memory.ended[since, persons[i]]
        due = max(began + deadline, when[i])
        if by_time:
            column[i] = late if done[i] > due else column[i]
            done[i] = min(done[i], due)
        else:
            done[i] = due if column[i] == late else min(done[i], due)
