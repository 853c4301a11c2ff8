"""How far a long computation has come: one line on a terminal, and nothing anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_WIDTH = 20


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """Yield who is told how much is done, and of how much; the line is cleared at the end.

    The line goes to standard error, in ASCII and without colour. Work that begins anew is counted.
    """
    if not sys.stderr.isatty():
        yield _silent
        return
    longest = times = 0

    def tell(done: int, of: int) -> None:
        nonlocal longest, times
        times += done == 1
        bar = ("#" * (_WIDTH * done // max(of, 1))).ljust(_WIDTH, ".")
        line = f"{what} [{bar}] {done} of {of}" + (f", {times} times" if times > 1 else "")
        longest = max(longest, len(line))
        _write("\r" + line.ljust(longest))

    try:
        tell(0, 1)
        yield tell
    finally:
        _write("\r" + " " * longest + "\r")


def _silent(done: int, of: int) -> None:
    """Tell nobody."""


def _write(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
