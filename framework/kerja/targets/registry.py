"""The list of targets: each turns a blueprint into files for one kind of reader or system."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kerja.adaptation import Gap
from kerja.blueprint import Blueprint
from kerja.costing import Option
from kerja.feasibility import Binding, Checklist, Deciding, Lever, Readiness
from kerja.forecast.outlook import Outlook
from kerja.register import Register


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything that a target may print.

    `languages` are codes in the order asked for, `templates` the roots of templates, nearest
    first, `documents` the names asked for. `deciding` says of each of `gaps`, in the same order,
    what it would change; `levers` what would lift the known limits; `outlook` what the design and
    its options may come to.
    """

    blueprint: Blueprint
    options: tuple[Option, ...]
    limits: Binding
    readiness: tuple[Readiness, ...]
    checklist: Checklist
    gaps: tuple[Gap, ...]
    deciding: tuple[Deciding, ...]
    levers: tuple[Lever, ...]
    outlook: Outlook
    register: Register
    languages: tuple[str, ...]
    date: date
    templates: tuple[Path, ...]
    documents: tuple[str, ...]

    def folders(self, target: str) -> tuple[Path, ...]:
        """Return where the templates of a target are: in every root, the folder of its name."""
        return tuple(root / target for root in self.templates)


Files = Mapping[str, bytes]
"""Files by path below the output folder, with `/` between folders."""


@dataclass(frozen=True, slots=True)
class Target:
    """One target. `owns` are the paths, or folders ending in `/`, that it alone writes."""

    name: str
    summary: str
    owns: tuple[str, ...]
    files: Callable[[Draft], Files]
