"""What errors of a profile touch: a value that rests on one is not compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kerja.comparison.tables.party import Fault
from kerja.findings import Finding, Place
from kerja.indicators import Input

_BY_POSITION = re.compile(r"\[\d+\].*")
_BY_NAME = re.compile(r"(?<!measurements)(\[[^\]]*\]).*")


@dataclass(frozen=True, slots=True)
class _Error:
    """An error, the part of the profile that it makes doubtful, and the places that it names."""

    fault: Fault
    part: str
    places: frozenset[Place]


@dataclass(frozen=True, slots=True)
class Soundness:
    """The errors of one profile."""

    errors: tuple[_Error, ...]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The errors as they are told."""
        return tuple(error.fault for error in self.errors)

    def behind(self, paths: Iterable[str], inputs: Iterable[Input] = ()) -> str:
        """Say which errors make doubtful what rests on these fields; "" if none does.

        Args:
            paths: dotted paths of what was read or was missing.
            inputs: figures that were read; an error may name one by its place alone.
        """
        read = tuple(inputs)
        named = (*paths, *(one.path for one in read))
        places = {one.place for one in read if one.place is not None}
        return ", ".join(
            dict.fromkeys(
                f"{error.fault.code} {error.fault.path}".rstrip()
                for error in self.errors
                if any(_touches(error.part, path) for path in named)
                or not places.isdisjoint(error.places)
            )
        )


def soundness(findings: Iterable[Finding]) -> Soundness:
    """Return what of a profile is not sound: the errors that would stop a build."""
    stopping = dict.fromkeys(one for one in findings if one.stops_build)
    return Soundness(tuple(map(_error, stopping)))


def _error(finding: Finding) -> _Error:
    places = frozenset((finding.place, *(one.place for one in finding.related)))
    fault = Fault(finding.code, finding.path, finding.message, finding.place.in_short)
    return _Error(fault, _doubtful(finding.path), places)


def _doubtful(path: str) -> str:
    """Return the part of a profile that an error at a path makes doubtful.

    An entry of a list is doubtful as a whole, and the list where the entry has no name: what is
    wrong with its kind may be wrong with its amount. The figures of a measurement stand alone.

    >>> _doubtful("programme.benefits[0].kind"), _doubtful("programme.benefits[stipend].kind")
    ('programme.benefits', 'programme.benefits[stipend]')
    >>> _doubtful("labour_force.measurements[a].employed")
    'labour_force.measurements[a].employed'
    """
    return _BY_NAME.sub(r"\1", _BY_POSITION.sub("", path))


def _touches(part: str, path: str) -> bool:
    """True if one of the two is the other or a part of it."""
    if not part or not path:
        return False
    inner, outer = (part, path) if len(part) > len(path) else (path, part)
    return inner == outer or inner.startswith((f"{outer}.", f"{outer}["))
