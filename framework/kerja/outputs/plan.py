"""The build plan: which files a build writes, and writing them so that nothing is half done."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kerja import __version__
from kerja.errors import KerjaError

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Build:
    """What one build wrote: its files by path, and from what.

    `inputs` maps the name of each input file to its SHA-256; `settings` holds what else decides
    the bytes (date, seed, languages).
    """

    profile: str
    files: Mapping[str, bytes]
    inputs: Mapping[str, str]
    settings: Mapping[str, str]


def write(build: Build, folder: Path, *, replacing: Sequence[str] | None = None) -> None:
    """Write a build beside its place and move it there; an earlier build stays until then.

    Args:
        build: what to write.
        folder: the output folder. It must be new, empty, or an earlier build.
        replacing: None for a whole build; else the paths (folders end in `/`) that this build
            replaces, the others staying as they are.

    Raises:
        KerjaError: the folder holds something else, or `replacing` meets another profile's build.
    """
    earlier = _earlier(folder)
    kept: dict[str, Path] = {}
    if replacing is not None:
        _same_profile(earlier, build.profile, folder)
        kept = _kept(folder, earlier.get("outputs", {}), replacing)
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for name, content in build.files.items():
            _put(beside / name, content)
        for name, path in kept.items():
            _put(beside / name, path.read_bytes())
        _put(beside / MANIFEST, manifest(build, _sums(beside)))
        beside.chmod(0o755)
        _swap(beside, folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _kept(folder: Path, outputs: Mapping[str, str], replacing: Sequence[str]) -> dict[str, Path]:
    """Return the files of the earlier build that stay; strange files in the folder do not."""
    found = {
        path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()
    }
    return {
        name: path
        for name, path in found.items()
        if name in outputs and not _is_replaced(name, replacing)
    }


def manifest(build: Build, outputs: Mapping[str, str]) -> bytes:
    """Return manifest.json: version, settings, and the SHA-256 of every input and output."""
    content = {
        "kerja": __version__,
        "profile": build.profile,
        **build.settings,
        "inputs": dict(sorted(build.inputs.items())),
        "outputs": dict(sorted(outputs.items())),
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def digest(content: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal."""
    return sha256(content).hexdigest()


def _earlier(folder: Path) -> dict[str, dict[str, str]]:
    """Return the manifest of an earlier build, empty if there is none."""
    if not folder.exists():
        return {}
    if not folder.is_dir():
        raise KerjaError(f'"{folder}" is a file', "name a folder with -o")
    if not any(folder.iterdir()):
        return {}
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        found = None
    if not isinstance(found, dict) or "kerja" not in found:
        raise KerjaError(
            f'"{folder}" holds files that no build wrote',
            "name a new folder with -o; nothing was touched",
        )
    return found


def _same_profile(earlier: Mapping[str, object], profile: str, folder: Path) -> None:
    if not earlier:
        raise KerjaError(
            f'"{folder}" holds no build that --only could add to', "build once without --only"
        )
    if earlier.get("profile") != profile:
        raise KerjaError(
            f'"{folder}" holds a build of "{earlier.get("profile")}", not of "{profile}"',
            "build into another folder",
        )


def _is_replaced(name: str, replacing: Sequence[str]) -> bool:
    return any(
        name == owned or (owned.endswith("/") and name.startswith(owned)) for owned in replacing
    )


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _sums(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): digest(path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _swap(beside: Path, folder: Path) -> None:
    """Put `beside` in the place of `folder`; put the old one back if that fails."""
    if not folder.exists():
        beside.rename(folder)
        return
    old = beside.with_name(beside.name + ".old")
    folder.rename(old)
    try:
        beside.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
