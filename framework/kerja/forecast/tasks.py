"""Work on a forecast as it travels: plain JSON text to whoever does it, plain arrays back.

Nothing but data travels. Whoever carries out a task has Kerja installed in the same version.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from kerja.errors import KerjaError
from kerja.forecast.outcomes import Outcomes, outcomes
from kerja.forecast.results import Run
from kerja.forecast.scheme import Scheme
from kerja.forecast.world import base_values, settle

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from pydantic import TypeAdapter

    Floats = NDArray[np.float64]

BLOCK = 64
"""Worlds in a task. It does not depend on who does the work, so the results do not either."""


@dataclass(frozen=True, slots=True)
class Block:
    """Some worlds of a scheme for the cohort engine: the values of the inputs in each."""

    kerja: str
    scheme: Scheme
    values: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Repetition:
    """The base world of a scheme for the individual engine, with the luck of one repetition.

    `each` is how many persons one simulated person stands for.
    """

    kerja: str
    scheme: Scheme
    seed: int
    number: int
    each: float


def blocks(scheme: Scheme, values: Floats) -> tuple[str, ...]:
    """Return the tasks that run a scheme in worlds [worlds, inputs], in their order."""
    return tuple(
        _written(
            Block(_version(), scheme, tuple(map(tuple, values[first : first + BLOCK].tolist())))
        )
        for first in range(0, len(values), BLOCK)
    )


def repetitions(scheme: Scheme, *, runs: int, seed: int, each: float) -> tuple[str, ...]:
    """Return the tasks that run the base world of a scheme several times with other luck."""
    return tuple(
        _written(Repetition(_version(), scheme, seed, number, each)) for number in range(runs)
    )


def carry_out(task: str) -> bytes:
    """Do one task and return its result, to be read by `outcomes_from` or `run_from`.

    Raises:
        KerjaError: the task was written by another version, or an engine refuses.
    """
    asked = _reader().validate_json(task)
    if asked.kerja != _version():
        raise KerjaError(
            f"work for Kerja {asked.kerja} came to a worker with Kerja {_version()}",
            "install the same version wherever work is done",
        )
    if isinstance(asked, Block):
        import numpy as np

        return _packed(outcomes(asked.scheme, np.asarray(asked.values, dtype=np.float64)))
    from kerja.forecast.draws import Luck
    from kerja.forecast.individual import run

    world = settle(asked.scheme, base_values(asked.scheme))
    return _packed(run(asked.scheme, world, Luck(asked.seed, asked.number), each=asked.each))


def outcomes_from(result: bytes) -> Outcomes:
    """Return the outcomes of a block of worlds from the result of its task."""
    held = _arrays(result)
    return Outcomes(
        stages=held["stages"],
        usual=held["usual"],
        in_line=held["in_line"],
        months=held["months"],
        years=held["years"],
        kinds=held["kinds"],
        holds=held.get("holds"),
    )


def run_from(result: bytes) -> Run:
    """Return the run of a repetition from the result of its task."""
    held = _arrays(result)
    return Run(
        applied=float(held["applied"]),
        reached=held["reached"],
        usual=held["usual"],
        late=held["late"],
        stages=held["stages"],
        by_group=held["by_group"],
        cash=held["cash"],
        served=held["served"],
        waited=held["waited"],
        lines=held["lines"],
        opened=held["opened"],
        waiting=held["waiting"],
        given=held["given"],
        left=float(held["left"]),
    )


@cache
def _version() -> str:
    from importlib.metadata import version

    return version("kerja")


@cache
def _reader() -> TypeAdapter[Block | Repetition]:
    from pydantic import TypeAdapter

    return TypeAdapter(Block | Repetition)


def _written(task: Block | Repetition) -> str:
    # Infinite patience is the default of a node, and JSON has no word for it.
    text = _reader().dump_json(task, exclude_defaults=True, exclude={"scheme": {"positions"}})
    return text.decode()


def _packed(found: Outcomes | Run) -> bytes:
    import numpy as np

    named = {one.name: getattr(found, one.name) for one in fields(found)}
    buffer = BytesIO()
    arrays = {name: np.asarray(one) for name, one in named.items() if one is not None}
    np.savez(buffer, allow_pickle=False, **arrays)
    return buffer.getvalue()


def _arrays(result: bytes) -> dict[str, NDArray[Any]]:
    import numpy as np

    # Without pickles, for what comes back from another machine is data and nothing else.
    with np.load(BytesIO(result), allow_pickle=False) as held:
        return dict(held)
