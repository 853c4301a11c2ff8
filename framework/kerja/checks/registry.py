"""The list of checks, and running them: a check is one function whose docstring is its page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from kerja.findings import Finding, Kind, Related, Severity
from kerja.profile import Figure, Profile, Section

if TYPE_CHECKING:
    # What checks a profile needs no graph library.
    from kerja.workflow import Workflow


class Hit(NamedTuple):
    """What a check found.

    `where` is the dotted path below the check's subject; `also` names other values it speaks of;
    `severity` replaces the check's own where one check has two weights.
    """

    where: str
    message: str
    hint: str = ""
    also: tuple[str, ...] = ()
    severity: Severity | None = None


class NotKnownError(Exception):
    """A figure that the check needs is absent or unknown: the check is not evaluated."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(", ".join(names))
        self.names = tuple(names)


@dataclass(frozen=True, slots=True)
class Page:
    """What a check's docstring says: one sentence, why, a bad and a good example, the source."""

    summary: str
    why: str
    bad: str
    good: str
    source: str


@dataclass(frozen=True, slots=True)
class Check:
    """One check.

    `subjects` yields the parts of a profile or workflow it looks at, with their path; `beside` are
    the codes of findings that it explains: it never stands without one of them.
    """

    code: str
    name: str
    family: str
    severity: Severity
    kind: Kind
    subjects: Callable[[Any], Iterable[tuple[str, Any]]]
    function: Callable[[Any], Iterable[Hit]]
    page: Page
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotEvaluated:
    """A check that lacks a figure: its code, the subject's path and the figures it lacks."""

    code: str
    name: str
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """Everything that the checks say of a profile."""

    findings: tuple[Finding, ...]
    not_evaluated: tuple[NotEvaluated, ...]


Function = TypeVar("Function", bound=Callable[[Any], Iterable[Hit]])
_CHECKS: dict[str, Check] = {}
_FAMILIES = {
    "KI": "identity",
    "KL": "labour",
    "KW": "rails",
    "KB": "budget",
    "KP": "programme",
    "KF": "workflow",
    "KE": "equity",
    "KG": "legal",
    "KD": "sources",
}


def whole(profile: Profile) -> Iterator[tuple[str, Profile]]:
    """Yield the profile itself: for checks that look across sections."""
    yield "", profile


def check(
    code: str,
    name: str,
    severity: Severity,
    *,
    kind: Kind = Kind.FAULT,
    over: Callable[[Any], Iterable[tuple[str, Any]]] = whole,
    beside: tuple[str, ...] = (),
) -> Callable[[Function], Function]:
    """Register a function as a check.

    Args:
        code: stable, never used again: KL101.
        name: reads as the fault: labour-identity.
        severity: weight of a hit.
        kind: fault or feasibility.
        over: yields (path, part) of a profile for each part the check looks at.
        beside: codes of the findings that this one explains.
    """

    def register(function: Function) -> Function:
        if code in _CHECKS:
            raise ValueError(f"the code {code} is taken")
        page = _page(function.__doc__ or "")
        _CHECKS[code] = Check(
            code, name, _FAMILIES[code[:2]], severity, kind, over, function, page, beside
        )
        return function

    return register


def known(section: Section, *names: str) -> tuple[float, ...]:
    """Return the numbers of the named figures.

    Raises:
        NotKnownError: one of them is absent or unknown; names all that are.
    """
    numbers = {name: _number(section, name) for name in names}
    lacking = [name for name, number in numbers.items() if number is None]
    if lacking:
        raise NotKnownError(lacking)
    return tuple(number for number in numbers.values() if number is not None)


def _number(section: Section, path: str) -> float | None:
    value: object = section
    for name in path.split("."):
        value = getattr(value, name, None)
    return value.number if isinstance(value, Figure) else None


def run(profile: Profile, checks: Iterable[Check]) -> Checked:
    """Run checks on a profile."""
    return _run(profile, profile, [c for c in checks if c.family != "workflow"])


def run_on_workflow(workflow: Workflow, profile: Profile, checks: Iterable[Check]) -> Checked:
    """Run the workflow checks on the workflow of a profile."""
    return _run(workflow, profile, [c for c in checks if c.family == "workflow"])


def _run(noun: Profile | Workflow, profile: Profile, checks: Iterable[Check]) -> Checked:
    findings: list[Finding] = []
    lacking: list[NotEvaluated] = []
    for one in checks:
        for path, subject in one.subjects(noun):
            try:
                # One by one: what a check found before it met an unknown figure stands.
                for hit in one.function(subject):
                    findings.append(_finding(one, path, hit, profile))
            except NotKnownError as problem:
                lacks = tuple(_joined(path, name) for name in problem.names)
                lacking.append(NotEvaluated(one.code, one.name, lacks))
    return Checked(tuple(findings), tuple(lacking))


def _finding(check: Check, path: str, hit: Hit, profile: Profile) -> Finding:
    where = _joined(path, hit.where)
    also = [_joined(path, other) for other in hit.also]
    return Finding(
        code=check.code,
        name=check.name,
        severity=hit.severity or check.severity,
        kind=check.kind,
        message=hit.message,
        hint=hit.hint,
        path=where,
        place=profile.place(where),
        related=tuple(Related(profile.place(other), other) for other in also),
    )


def _joined(path: str, name: str) -> str:
    if not path or not name or name.startswith("["):
        return path + name
    return f"{path}.{name}"


def _page(docstring: str) -> Page:
    """Split a docstring into its parts; see CONTRIBUTING for the form."""
    parts: dict[str, list[str]] = {"summary": []}
    current = "summary"
    for line in _dedented(docstring):
        title, colon, rest = line.partition(":")
        if colon and title in ("Why", "Bad", "Good", "Source"):
            current = title.lower()
            parts[current] = [rest.strip()] if rest.strip() else []
        else:
            parts[current].append(line)
    examples = {
        name: "\n".join(_dedented("\n" + "\n".join(parts.get(name, []))))
        for name in ("bad", "good")
    }
    prose = {
        name: " ".join(" ".join(parts.get(name, [])).split())
        for name in ("summary", "why", "source")
    }
    return Page(prose["summary"], prose["why"], examples["bad"], examples["good"], prose["source"])


def _dedented(text: str) -> list[str]:
    import inspect

    return inspect.cleandoc(text).splitlines()


def all_checks() -> tuple[Check, ...]:
    """Return every registered check, in order of code."""
    return tuple(_CHECKS[code] for code in sorted(_CHECKS))
