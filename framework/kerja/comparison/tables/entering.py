"""Reading the profiles that are compared; what cannot be read is reported all at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from kerja.checks import Examination, examine
from kerja.comparison.tables.entrant import Entrant
from kerja.errors import KerjaError
from kerja.profile import Profile
from kerja.profile.reading import read_profile


def enter(names: Sequence[str], *, folders: Sequence[Path]) -> tuple[Entrant, ...]:
    """Read and check profiles to compare them, in the order given.

    Args:
        names: files, folders with profile.yaml, or names of profiles in `folders`.
        folders: where names and parents are looked for, nearest first.

    Raises:
        KerjaError: profiles that do not exist or cannot be read at all, every one named.
    """
    looked_in = tuple(folders)
    model = cache(lambda path: read_profile(path, folders=looked_in)[0])
    found: list[Examination] = []
    problems: list[KerjaError] = []
    for name in names:
        try:
            found.append(_readable(name, looked_in))
        except KerjaError as problem:
            problems.append(problem)
    if problems:
        raise _joined(problems)
    return tuple(
        Entrant(called, one.profile, one.findings, _model(one, model))
        for called, one in zip(_called(names, found), found, strict=True)
    )


def _readable(name: str, folders: Sequence[Path]) -> Examination:
    examination = examine(name, folders=folders)
    if not examination.document.root.entries:
        broken = next((one for one in examination.findings if one.stops_build), None)
        why = f": {broken.message}" if broken is not None else ""
        raise KerjaError(f'"{name}" cannot be read{why}', f"kerja check {name}")
    return examination


def _joined(problems: Sequence[KerjaError]) -> KerjaError:
    """Return one error for all profiles that cannot be read."""
    if len(problems) == 1:
        return problems[0]
    head = f"{len(problems)} profiles cannot be read; nothing was compared"
    messages = "\n".join(f"  {problem.message}" for problem in problems)
    hints = dict.fromkeys(problem.hint for problem in problems if problem.hint)
    return KerjaError(f"{head}\n{messages}", "; ".join(hints))


def _called(names: Sequence[str], found: Sequence[Examination]) -> list[str]:
    """Return a name for each that no other has: its own, else as it was given, else numbered."""
    own = [one.profile.origin.name for one in found]
    given = [
        name if own.count(short) > 1 else short for name, short in zip(names, own, strict=True)
    ]
    return [
        f"{name} ({given[: index + 1].count(name)})" if given.count(name) > 1 else name
        for index, name in enumerate(given)
    ]


def _model(examination: Examination, read: Callable[[Path], Profile]) -> Profile | None:
    """Return the model that a profile starts from; None for a model, or without one."""
    document = examination.document
    if examination.profile.kind == "model":
        return None
    paths = zip(document.files, document.paths, strict=True)
    return next((read(path) for file, path in paths if document.kinds.get(file) == "model"), None)
