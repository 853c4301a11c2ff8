"""The parts of the individual engine: in arrays, or compiled where that is worth it.

The results are the same to the bit: a draw is a function of its key, sums are of whole numbers,
and people are kept in the same order. Compiling takes some seconds once on a machine; the result
is kept on disk. Nobody is made to wait for it: while nothing is kept, only a run that is longer
than compiling is compiled.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec

from kerja.forecast.draws import Luck
from kerja.forecast.journeys import Journeys
from kerja.forecast.kernels.jit import is_kept
from kerja.forecast.lines import Line
from kerja.forecast.queues import Bucket
from kerja.forecast.scheme import Scheme
from kerja.forecast.selection import Pool

_WORTH_LOADING = 300_000
_WORTH_COMPILING = 20_000_000
_MOST_STAGES = 8
_MOST_VISITS = 250


@dataclass(frozen=True, slots=True)
class Parts:
    """What an engine is made of."""

    luck: type[Luck] = Luck
    journeys: type[Journeys] = Journeys
    bucket: type[Bucket] = Bucket
    line: type[Line] = Line
    pool: type[Pool] = Pool


def compiled() -> Parts:
    """Return the compiled parts.

    Raises:
        ModuleNotFoundError: numba (the extra `fast`) is not installed.
    """
    if find_spec("numba") is None:
        raise ModuleNotFoundError("numba is not installed", name="numba")
    is_kept()
    from kerja.forecast.kernels import compiled_parts as made

    return Parts(
        made.CompiledLuck,
        made.CompiledJourneys,
        made.CompiledBucket,
        made.CompiledLine,
        made.CompiledPool,
    )


def can_compile(scheme: Scheme) -> bool:
    """Tell whether the compiled parts do a scheme: nothing in it is done side by side."""
    ways = [way for node in scheme.nodes for way in node.ways]
    return (
        all(node.kind not in ("fork", "join") for node in scheme.nodes)
        and len(scheme.milestones) <= _MOST_STAGES
        and all(way.at_most <= _MOST_VISITS for way in ways)
    )


def fastest(scheme: Scheme, people: int) -> Parts:
    """Return the parts with which so many people are followed in the least time."""
    if people < _WORTH_LOADING or not can_compile(scheme) or not find_spec("numba"):
        return Parts()
    return compiled() if is_kept() or people >= _WORTH_COMPILING else Parts()
