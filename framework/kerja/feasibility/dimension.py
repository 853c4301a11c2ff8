"""A dimension of readiness: one function from facts to rungs, whose docstring is its page."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass

from kerja.feasibility.evidence import Evidence
from kerja.feasibility.ladder import Rungs

SECTIONS = ("Why", "R0", "R1", "R2", "R3", "Basis", "Source", "Beside")


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension.

    `rungs` are the four levels in words, R0 first; `beside` names facts that are shown with it and
    do not set the level.
    """

    name: str
    title: str
    function: Callable[[Evidence], Rungs]
    why: str
    rungs: tuple[str, str, str, str]
    basis: str
    source: str
    beside: tuple[str, ...] = ()


def described(function: Callable[[Evidence], Rungs]) -> Dimension:
    """Read a dimension from its function: the name is the function's, the rest its docstring.

    Sections are Why, R0 to R3, Basis, Source and Beside (paths of facts to show as well).
    """
    page = _page(function.__doc__ or "")
    return Dimension(
        name=function.__name__.replace("_", "-"),
        title=page["title"].rstrip("."),
        function=function,
        why=page["Why"],
        rungs=(page["R0"], page["R1"], page["R2"], page["R3"]),
        basis=page["Basis"],
        source=page["Source"],
        beside=tuple(page["Beside"].replace(",", " ").split()),
    )


def _page(docstring: str) -> dict[str, str]:
    parts: dict[str, list[str]] = {name: [] for name in ("title", *SECTIONS)}
    current = "title"
    for line in inspect.cleandoc(docstring).splitlines():
        title, colon, rest = line.partition(":")
        if colon and title in SECTIONS:
            current, line = title, rest
        parts[current].append(line.strip())
    return {name: " ".join(" ".join(lines).split()) for name, lines in parts.items()}
