"""A scheme for fewer persons, each of whom stands for several."""

from __future__ import annotations

from dataclasses import replace

from kerja.forecast.scheme import Node, Scheme


def smaller(scheme: Scheme, each: float) -> Scheme:
    """Return a scheme with servers, paces and money divided by `each`; a server is left at least.

    Persons, and places of a round, are numbers of a world: who runs the scheme divides them.
    """
    years = tuple(
        replace(
            year,
            ceiling=None if year.ceiling is None else year.ceiling / each,
            kept=year.kept / each,
        )
        for year in scheme.calendar.years
    )
    nodes = tuple(_smaller(node, each) if node.queues else node for node in scheme.nodes)
    return replace(scheme, nodes=nodes, calendar=replace(scheme.calendar, years=years))


def _smaller(node: Node, each: float) -> Node:
    servers = max(1, round(node.servers / each)) if node.servers else 0
    return replace(node, servers=servers, pace=node.pace / each)
