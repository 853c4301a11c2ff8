"""Compiling with numba. Without numba the kernels stay functions of Python, slow but the same."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

_Kernel = TypeVar("_Kernel", bound=Callable[..., Any])
_KEPT = "*.nb[ci]"


def kernel(function: _Kernel) -> _Kernel:
    """Compile a function when it is first called, and keep the result on disk."""
    return _compiled(function, cache=True, nogil=True, error_model="numpy")


def inlined(function: _Kernel) -> _Kernel:
    """Compile a small function as a part of each kernel that calls it."""
    return _compiled(function, inline="always", error_model="numpy")


def is_kept() -> bool:
    """Tell whether the kernels were compiled on this machine before, from the same sources.

    numba looks at the file of a kernel, not at those of the kernels that it calls: when any of them
    has changed, all that was kept is thrown away.
    """
    folder = Path(__file__).parent
    kept = list((folder / "__pycache__").glob(_KEPT))
    changed = max(path.stat().st_mtime for path in folder.glob("*.py"))
    if kept and min(path.stat().st_mtime for path in kept) < changed:
        for path in kept:
            path.unlink(missing_ok=True)
        return False
    return any(path.name.startswith("walking.walk-") for path in kept)


def _compiled(function: _Kernel, **how: Any) -> _Kernel:
    if find_spec("numba") is None:
        return function
    from numba import njit

    return njit(**how)(function)  # type: ignore[no-any-return]
