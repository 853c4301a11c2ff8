"""Option files that a profile names and that are not there."""

from __future__ import annotations

from pathlib import Path

from kerja.errors import KerjaError
from kerja.findings import Finding
from kerja.profile import Profile
from kerja.source import LOADER_FINDINGS, closest, locate

_MISSING = LOADER_FINDINGS["KX713"]


def missing_options(profile: Profile, path: Path) -> tuple[Finding, ...]:
    """Return a finding for each entry under `options` without a file, at the entry's place.

    Args:
        profile: entries that it has from its parent are not its own, and not meant.
        path: the file of the profile; its options stand in the folder options/ beside it.
    """
    folder = path.parent / "options"
    return tuple(
        _finding(index, folder, profile)
        for index, name in profile.own_options
        if not _is_there(folder / Path(name).name)
    )


def _is_there(file: Path) -> bool:
    try:
        locate(str(file), folders=())
    except KerjaError:
        return False
    return True


def _finding(index: int, folder: Path, profile: Profile) -> Finding:
    entry = f"options[{index}]"
    name = Path(profile.options[index]).name
    near = closest(name, sorted(file.name for file in folder.glob("*.y*ml")))
    hint = f"did you mean {near}?" if near else _MISSING.right
    return Finding(
        code=_MISSING.code,
        name=_MISSING.name,
        severity=_MISSING.severity,
        message=f'there is no option file "{name}" in the folder options/ beside the profile',
        hint=hint,
        place=profile.place(entry),
        path=entry,
    )
