"""Lead the usual ways between rows: down, across between two rows, down again; never over a box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kerja.workflow.pictures.picture import Frame, Point

# Room beside a box: its number stands out to the left.
_LEFT, _RIGHT = 9.0, 4.0
_TRACK = 4.0
_STEP = 2.0


@dataclass(frozen=True, slots=True)
class Route:
    """A way from one row to a later one; `x` is where it passes the rows between."""

    start: int
    end: int
    x: float


def find_routes(
    pairs: Sequence[tuple[int, int]], boxes: Sequence[Frame], edges: tuple[float, float]
) -> tuple[Route, ...]:
    """Return a route for each pair of rows (from, to) that can be led past the boxes between.

    `boxes` gives the box of each row, of which only the horizontal place is used; `edges` the left
    and right limit. Two routes that pass the same row keep apart.
    """
    routes: list[Route] = []
    for start, end in sorted(pairs, key=lambda pair: (pair[1] - pair[0], pair)):
        between = [boxes[row] for row in range(start + 1, end)]
        taken = [
            r.x
            for r in routes
            if r.end != end and r.end - r.start > 1 and r.start < end and start < r.end
        ]
        wish = (boxes[start].middle, boxes[end].middle)
        x = _channel(wish, between, taken, edges) if between else wish[1]
        if x is not None:
            routes.append(Route(start, end, x))
    return tuple(sorted(routes, key=lambda route: (route.start, route.end)))


def passing(routes: Sequence[Route], row: int) -> tuple[float, ...]:
    """Return where routes pass a row without stopping."""
    return tuple(sorted(route.x for route in routes if route.start < row < route.end))


def draw_route(route: Route, boxes: Sequence[Frame], gap: float) -> tuple[Point, ...]:
    """Return the corners of a route, boxes now at their heights and `gap` between two rows."""
    start, end = boxes[route.start], boxes[route.end]
    leave, arrive = start.bottom + gap * 0.2, end.y - gap * 0.5
    if route.end == route.start + 1:
        leave = arrive
    corners = [
        (start.middle, start.bottom),
        (start.middle, leave),
        (route.x, leave),
        (route.x, arrive),
        (end.middle, arrive),
        (end.middle, end.y),
    ]
    return _straightened(corners)


def _channel(
    wish: Point, between: Sequence[Frame], taken: Sequence[float], edges: tuple[float, float]
) -> float | None:
    """Return the free place with the shortest way from start to end, or None."""
    places = int((edges[1] - edges[0]) / _STEP) + 1
    candidates = [*wish, *(edges[0] + i * _STEP for i in range(places))]
    free = [
        x
        for x in candidates
        if all(not box.x - _LEFT < x < box.right + _RIGHT for box in between)
        and all(abs(x - other) >= _TRACK for other in taken)
    ]
    return min(
        free,
        key=lambda x: (round(abs(x - wish[0]) + abs(x - wish[1]), 1), abs(x - wish[1]), x),
        default=None,
    )


def _straightened(corners: Sequence[Point]) -> tuple[Point, ...]:
    """Leave out corners at which the line does not turn."""
    kept: list[Point] = []
    for point in corners:
        if kept and _near(kept[-1], point):
            continue
        if len(kept) > 1 and _in_line(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple((round(x, 2), round(y, 2)) for x, y in kept)


def _near(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < 0.05 and abs(one[1] - other[1]) < 0.05


def _in_line(a: Point, b: Point, c: Point) -> bool:
    across = abs(a[0] - b[0]) < 0.05 and abs(b[0] - c[0]) < 0.05
    down = abs(a[1] - b[1]) < 0.05 and abs(b[1] - c[1]) < 0.05
    return across or down
