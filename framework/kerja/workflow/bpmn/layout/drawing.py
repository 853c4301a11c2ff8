"""The diagram of a process with every place in pixels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kerja.profile.journey import Lane
from kerja.workflow.bpmn.layout.grid import Grid, make_grid
from kerja.workflow.bpmn.layout.labels import extents, place_labels, shape
from kerja.workflow.bpmn.layout.lines import Route, Side
from kerja.workflow.bpmn.layout.ranks import standing
from kerja.workflow.bpmn.layout.routes import find_routes
from kerja.workflow.bpmn.layout.rulers import PITCH, Rulers, measure
from kerja.workflow.bpmn.layout.sizes import Box, Point
from kerja.workflow.bpmn.layout.tracks import Tracks, allot
from kerja.workflow.bpmn.process import Process

_HEADING = 30


@dataclass(frozen=True)
class Drawing:
    """Rectangles by id of node, of flow for its label, by lane; corners of each flow."""

    pool: Box
    lanes: Mapping[Lane, Box]
    nodes: Mapping[str, Box]
    labels: Mapping[str, Box]
    flows: Mapping[str, tuple[Point, ...]]


def draw(process: Process) -> Drawing:
    """Return the diagram; the same process gives the same one.

    No flow passes through a node, no label lies on a flow or a node, and two flows share a line
    only towards an end that they have in common.
    """
    grid = make_grid(process)
    routes = find_routes(process, grid)
    tracks = allot(process, grid, routes)
    labels = place_labels(process, routes)
    rulers = measure(grid, tracks, extents(process, labels))
    origin = {node.id: _centre(grid, rulers, standing(node)) for node in process.nodes}
    origin |= {flow.id: origin[flow.source] for flow in process.flows}
    nodes = {node.id: _moved(shape(node), origin[node.id]) for node in process.nodes}
    return Drawing(
        pool=_pool(rulers),
        lanes=_lanes(grid, rulers),
        nodes=nodes,
        labels={name: _moved(box, origin[name]) for name, box in labels.items()},
        flows={route.flow.id: _corners(route, nodes, tracks, rulers) for route in routes},
    )


def _centre(grid: Grid, rulers: Rulers, node: str) -> Point:
    cell = grid.cells[node]
    return rulers.columns[cell.column], rulers.rows[cell.row]


def _moved(box: Box, by: Point) -> Box:
    return Box(box.x + by[0], box.y + by[1], box.width, box.height)


def _pool(rulers: Rulers) -> Box:
    left = rulers.left - 2 * _HEADING
    bottom = rulers.bands[-1][1]
    return Box(left, rulers.top, rulers.right - left, bottom - rulers.top)


def _lanes(grid: Grid, rulers: Rulers) -> dict[Lane, Box]:
    left = rulers.left - _HEADING
    lanes: dict[Lane, Box] = {}
    for lane, (begin, end) in zip(grid.rows, rulers.bands, strict=True):
        top = lanes[lane].y if lane in lanes else begin
        lanes[lane] = Box(left, top, rulers.right - left, end - top)
    return lanes


def _corners(
    route: Route, nodes: Mapping[str, Box], tracks: Tracks, rulers: Rulers
) -> tuple[Point, ...]:
    start = _port(nodes[route.flow.source], route.leaves)
    end = _port(nodes[route.flow.target], route.enters)
    points = [start]
    for line in route.lines:
        x, y = points[-1]
        place = PITCH * tracks.place(line, route.flow)
        if line.axis == "upright":
            points.append((rulers.uprights[line.number] + place, y))
        else:
            points.append((x, rulers.levels[line.number] + place))
    x, y = points[-1]
    # The last line leads to the height of the end if it is upright, else to its place across.
    upright = route.lines[-1].axis == "upright" if route.lines else route.leaves != "right"
    points.append((x, end[1]) if upright else (end[0], y))
    points.append(end)
    return _straightened(points)


def _port(box: Box, side: Side) -> Point:
    x, y = box.middle
    places: dict[Side, Point] = {
        "left": (box.x, y),
        "right": (box.right, y),
        "top": (x, box.y),
        "bottom": (x, box.bottom),
    }
    return places[side]


def _straightened(points: list[Point]) -> tuple[Point, ...]:
    """Leave out points at which a line does not turn."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and any(
            kept[-2][axis] == kept[-1][axis] == point[axis] for axis in (0, 1)
        ):
            kept.pop()
        kept.append(point)
    return tuple(kept)
