"""Compiled: people stand in line and are served, each by one server."""

from __future__ import annotations

import numpy as np

from kerja.forecast.kernels.jit import inlined, kernel
from kerja.forecast.kernels.walking import count_visits, draw_column, draw_lasting

_PARTS = 2.0**20
_FAR = 1e9


@kernel
def serve(steps, memory, at, is_back, patience, heap, persons, come, change, out, moments, counts):
    """Serve people in the order in which they come; see `Line.serve`.

    `heap`: when each server is free. People are written by outcome to `out` and `moments`, and
    counted in `counts`. Returns how many were served in time, and the parts of days they waited.
    """
    node, size = steps.nodes[at], persons.size
    memory.totals[0, at] += size
    visits = np.empty(size if is_back and node.visits >= 0 else 0, dtype=np.uint8)
    if visits.size:
        count_visits(memory.counts[node.visits], persons, visits)
    lasts, column = np.empty(size), np.zeros(size, dtype=np.uint8)
    law = node.table
    draw_lasting(node, (steps.middle[law], steps.low[law], steps.high[law]), persons, visits, lasts)
    draw_column(node, steps.ways[at], persons, visits, np.empty(size), column)
    served, waited, days = 0, np.int64(0), change.size - 1
    for i in range(size):
        began = come[i]
        if node.since >= 0 and not np.isnan(memory.ended[node.since, persons[i]]):
            began = memory.ended[node.since, persons[i]]
        due = began + node.deadline
        limit = max(due, come[i])
        last = min(limit, come[i] + patience)
        start = max(come[i], heap[0])
        change[min(np.int64(come[i]), days)] += 1
        if start > last:
            change[min(np.int64(last), days)] -= 1
            of, done = node.late, last
        else:
            change[min(np.int64(min(start, _FAR)), days)] -= 1
            _sift(heap, min(start + lasts[i], limit))
            if start < steps.horizon:
                served += 1
                waited += np.int64(np.rint((start - come[i]) * _PARTS))
                if node.cost >= 0:
                    memory.accounts[node.cost, np.int64(start)] += 1
            of, done = _held(node, column[i], start + lasts[i], max(due, start))
        if done < steps.horizon:
            out[of, counts[of]] = persons[i]
            moments[of, counts[of]] = done
            counts[of] += 1
    return served, waited


@kernel
def _held(node, column, done, due):
    """Hold a person to a deadline; see `Departures`."""
    if node.by_time and done > due:
        return np.int64(node.late), due
    if not node.by_time and column == node.late:
        return np.int64(column), due if due < np.inf else done
    return np.int64(column), min(done, due)


@inlined
def _sift(heap, end):
    size, at = heap.size, 0
    while True:
        child = 2 * at + 1
        if child >= size:
            break
        if child + 1 < size and heap[child + 1] < heap[child]:
            child += 1
        if heap[child] >= end:
            break
        heap[at] = heap[child]
        at = child
    heap[at] = end
