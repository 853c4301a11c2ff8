"""A dimension of readiness: one function from facts to rungs, whose docstring is its page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kerja.adaptation.paging import page
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
    told = page(function.__doc__ or "", SECTIONS)
    return Dimension(
        name=function.__name__.replace("_", "-"),
        title=told["title"].rstrip("."),
        function=function,
        why=told["Why"],
        rungs=(told["R0"], told["R1"], told["R2"], told["R3"]),
        basis=told["Basis"],
        source=told["Source"],
        beside=tuple(told["Beside"].replace(",", " ").split()),
    )
