"""Where profiles are: on the command line, and the parents that they extend."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PureWindowsPath

from kerja.errors import KerjaError
from kerja.source.spelling import closest

PROFILE = "profile.yaml"
"""The name of the profile in a folder of its own."""

_SUFFIXES = (".yaml", ".yml")
_LONGEST_NAME = 200


class Absence(StrEnum):
    """Why a parent cannot be read."""

    MISSING = "missing"
    OUTSIDE = "outside"
    CIRCULAR = "circular"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a chain of profiles may read: the tree of the first one, and the given folders.

    The tree is the folder of the profile; for a scenario in a folder named `options`, it is the
    folder above, so that the scenario can extend `../profile.yaml`.
    """

    tree: Path
    folders: tuple[Path, ...]

    @classmethod
    def of(cls, profile: Path, folders: Sequence[Path]) -> Surroundings:
        """Return what a chain that starts at `profile` may read."""
        beside = profile.absolute().parent.resolve()
        tree = beside.parent if beside.name == "options" else beside
        return cls(tree, tuple(folder.resolve() for folder in folders))

    def hold(self, file: Path) -> bool:
        """True if a file, its links followed, lies within."""
        return any(file.is_relative_to(folder) for folder in (self.tree, *self.folders))

    def parent(self, name: str, *, beside: Path, chain: Sequence[Path]) -> Path | Absence:
        """Return the file that `extends: name` means: beside the file first, then in the folders.

        Files that are in the chain already are passed over, so that one's own khm.yaml can extend
        the shipped khm.
        """
        name = name.replace("\\", "/")
        windows = PureWindowsPath(name)
        if name.startswith(("/", "~")) or windows.drive:
            return Absence.OUTSIDE
        absence = Absence.MISSING
        for folder in (beside, *self.folders):
            for candidate in _candidates(folder, name):
                if not self.hold(candidate):
                    absence = Absence.OUTSIDE if folder == beside else absence
                elif candidate in chain:
                    absence = Absence.CIRCULAR
                elif _is_file(candidate):
                    return candidate
        return absence


def locate(name: str, *, folders: Sequence[Path]) -> Path:
    """Return the file that PROFILE on the command line means.

    What contains a separator or a suffix is a path, of a file or of a folder with profile.yaml;
    anything else is the name of a profile in `folders`.

    Raises:
        KerjaError: there is none.
    """
    if "/" in name or "\\" in name or name in (".", "..") or Path(name).suffix:
        return existing(Path(name), folders=folders)
    for spelling in dict.fromkeys((name, name.casefold())):
        for folder in folders:
            for candidate in _candidates(folder.resolve(), spelling):
                if name and _is_file(candidate):
                    return candidate
    if name and _is_folder(Path(name)):
        raise KerjaError(f'no shipped profile is called "{name}"', f"the folder: ./{name}")
    raise KerjaError(f'no profile is called "{name[:80]}"', _suggestion(name, folders))


def existing(path: Path, *, folders: Sequence[Path] = ()) -> Path:
    """Return the profile at `path`, a file or a folder with profile.yaml.

    Raises:
        KerjaError: there is none.
    """
    if _is_file(path):
        return path
    if _is_folder(path):
        if _is_file(path / PROFILE):
            return path / PROFILE
        raise KerjaError(f'the folder "{path}" has no {PROFILE}', "name the file itself")
    if _is_folder(path.parent):
        beside = [file.name for file in path.parent.iterdir() if file.suffix in _SUFFIXES]
        near = closest(path.name, sorted(beside))
        if near:
            raise KerjaError(f'there is no file "{path}"', f"did you mean {path.parent / near}?")
    raise KerjaError(f'there is no file "{path}"', _suggestion(path.stem, folders))


def shipped_names(folders: Sequence[Path]) -> tuple[str, ...]:
    """Return the names of all profiles in `folders`, sorted."""
    names = set()
    for folder in folders:
        for entry in folder.iterdir() if _is_folder(folder) else ():
            if entry.suffix in _SUFFIXES and _is_file(entry):
                names.add(entry.stem)
            elif _is_file(entry / PROFILE):
                names.add(entry.name)
    return tuple(sorted(names))


def shown(file: Path, *, given: Path, around: Surroundings) -> str:
    """Return a short name for a file of the chain that starts with `given`, for people to read.

    Files of the profile's own tree are named as from where `given` was typed; files of a folder of
    profiles are named within it, never by their place on this machine.
    """
    if file == given.absolute().resolve() and not given.is_absolute():
        return str(given)
    for folder in around.folders:
        if file.is_relative_to(folder):
            return file.relative_to(folder).as_posix()
    if file == given.absolute().resolve():
        return str(given)
    beside = given.absolute().parent.resolve()
    return os.path.normpath(given.parent / os.path.relpath(file, beside))


def _candidates(folder: Path, name: str) -> Iterator[Path]:
    """Yield the real paths that a name can mean within a folder."""
    if not name or len(name) > _LONGEST_NAME or "\0" in name:
        return
    plain = folder / name
    spellings = [plain] if plain.suffix in _SUFFIXES else []
    spellings += [plain.with_name(plain.name + suffix) for suffix in _SUFFIXES if plain.name]
    for path in (*spellings, plain / PROFILE):
        try:
            yield path.resolve()
        except (OSError, RuntimeError):
            continue  # links that lead in a circle


def _suggestion(name: str, folders: Sequence[Path]) -> str:
    known = shipped_names(folders)
    near = closest(name, known)
    if near:
        return f"did you mean {near}?"
    return "known: " + ", ".join(known) if known else ""


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
