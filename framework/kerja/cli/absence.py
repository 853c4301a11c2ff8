"""What is said of a figure that is not there: why, who must decide, and what waits for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kerja.adaptation import Gap, words
from kerja.cli.lines import at, labelled, listed, wrapped
from kerja.cli.lookup import Subject, all_facts, look_up
from kerja.cli.pages import field_paths
from kerja.costing import Option
from kerja.errors import KerjaError
from kerja.feasibility import Limit
from kerja.profile import Knowledge, Money
from kerja.profile.packages import package
from kerja.source import closest
from kerja.targets import Draft
from kerja.targets.printing import two_digits

_STATES = {
    Knowledge.UNKNOWN.value: "unknown: it was asked for and is not published",
    Knowledge.TO_DECIDE.value: "TODO(human): somebody must decide it",
    "absent": "absent: nobody has looked for it",
}
_OF_AN_OPTION = ("people", "package", "ceiling", "ceiling_usd", "people_year", "ceiling_year")
_SUMS = ("total", "cash_total", "voucher_total", "monthly_cash")
_SHARE = "package.cash_share"


def missing_page(subject: Subject, draft: Draft) -> str:
    """Return the page of a field that is written as unknown or to be decided."""
    fact = subject.fact
    assert fact is not None
    place = subject.place or fact.place or subject.profile.place(subject.path)
    rows = [("Note", fact.note or ""), ("Place", at(place))]
    return "\n".join(_missing(subject, fact.knowledge.value, rows, draft))


def lacking_page(subject: Subject, draft: Draft) -> str:
    """Return the page of a result that cannot be computed yet, or of a field nobody wrote.

    Raises:
        KerjaError: there is no such result and no such field.
    """
    key = subject.key
    for limit in draft.limits.limits:
        if key == f"limits.{limit.name}":
            return "\n".join(_limit(key, limit, draft))
    for option in draft.options:
        if key.startswith(f"options[{option.id}].") and subject.path in _OF_AN_OPTION:
            return "\n".join(_not_computed(key, _lacks(option), draft))
    if key.removeprefix("package.") in _SUMS and key.startswith("package."):
        reckoned = getattr(package(subject.profile), key.removeprefix("package."))
        return "\n".join(_not_computed(key, reckoned.lacks, draft))
    if key == _SHARE and (lacks := package(subject.profile).total.lacks):
        return "\n".join(_not_computed(key, lacks, draft))
    items = _of_items(subject, draft)
    if items:
        raise KerjaError(f'"{key}" is said of each item of a list', f"one of {', '.join(items)}")
    if _without_ids(subject.path) in field_paths():
        return "\n".join(_missing(subject, "absent", [], draft))
    raise _unknown_key(subject, draft)


def _missing(
    subject: Subject, state: str, rows: list[tuple[str, str]], draft: Draft
) -> Iterator[str]:
    path = subject.path
    yield from wrapped(f"{subject.key} is ", _STATES[state])
    yield ""
    yield from labelled([("What", words(path)), *rows])
    points = [p for p in draft.blueprint.points if p.path and _touches(p.path, path)]
    yield from listed(
        "To decide",
        (
            f"{point.id} {point.question} (by: {point.owner}, until: {point.due}, "
            f"waits for it: {point.waits})"
            for point in points
        ),
    )
    yield from listed("What waits for it", _waiting(path, draft))
    yield from listed("What it could change", _changing(path, draft))
    asked = dict.fromkeys(one.ask for one in draft.deciding if one.gap.path == path)
    yield from listed("To ask", asked)


def _waiting(path: str, draft: Draft) -> Iterator[str]:
    names = (name for gap in _gaps(path, draft.gaps) for name in gap.unlocks)
    rules = {decision.rule: decision.title for decision in draft.blueprint.decisions}
    limits = {limit.name for limit in draft.limits.limits}
    for name in dict.fromkeys(names):
        if name in rules:
            yield f"rule {name}: {rules[name]}"
        else:
            yield f"limit: {name}" if name in limits else name


def _changing(path: str, draft: Draft) -> Iterator[str]:
    """Say what the datum itself would change; nothing of what stands above or below it."""
    for one in draft.deciding:
        if one.gap.path != path:
            continue
        for bound in one.bounds:
            low, high = (f"{two_digits(end):,.0f}" for end in bound.people)
            together = f", only together with {bound.together}" if bound.together else ""
            yield f"what binds ({', '.join(bound.names)}: {low} to {high} persons){together}"
        for turned in one.turned:
            outcomes = " or ".join(outcome.value for outcome in turned.outcomes)
            yield f"{turned.weight.name.lower()}: rule {turned.rule} comes to {outcomes}"


def _gaps(path: str, gaps: Iterable[Gap]) -> Iterator[Gap]:
    return (gap for gap in gaps if _touches(gap.path, path))


def _touches(one: str, other: str) -> bool:
    """True if a path is the other, stands above it, or below it."""
    return one == other or _is_below(one, other) or _is_below(other, one)


def _is_below(path: str, above: str) -> bool:
    return path.startswith((f"{above}.", f"{above}["))


def _limit(key: str, limit: Limit, draft: Draft) -> Iterator[str]:
    yield from _not_computed(key, limit.lacks, draft)
    yield ""
    yield from labelled(
        [("Formula", limit.formula), ("What would raise it", limit.lifts), ("Note", limit.note)]
    )


def _lacks(option: Option) -> tuple[str, ...]:
    """Return the paths without which an option has neither people nor cost."""
    places = ("programme.quota", "programme.batches")
    return tuple(path for path in option.lacks if path.startswith(places)) or option.lacks


def _not_computed(key: str, lacks: tuple[str, ...], draft: Draft) -> Iterator[str]:
    yield f"{key} cannot be computed"
    yield from listed(
        "It lacks", (f"{path} ({words(path)}): {_state(path, draft)}" for path in lacks)
    )


def _state(path: str, draft: Draft) -> str:
    fact = look_up(path, draft).fact
    if isinstance(fact, Money) and fact.number is not None:
        return f"given in {fact.currency or 'no currency'}, and no rate to convert it is known"
    return _STATES[fact.knowledge.value if fact is not None and not fact.is_known else "absent"]


def _unknown_key(subject: Subject, draft: Draft) -> KerjaError:
    name = draft.blueprint.profile.origin.name
    known = [*draft.register, *all_facts(subject.profile), *field_paths()]
    known += [f"limits.{limit.name}" for limit in draft.limits.limits]
    near = closest(subject.key, known)
    hint = f"did you mean {near}?" if near else "data/register.json of a build lists every key"
    if subject.key.startswith("derived."):
        hint += "; what is derived exists only where both figures are known"
    return KerjaError(f'"{name}" has no figure or field "{subject.key}"', hint)


def _of_items(subject: Subject, draft: Draft) -> list[str]:
    """Return the keys that differ from a path only in the names of list items."""
    known = dict.fromkeys([*draft.register, *all_facts(subject.profile)])
    return [key for key in known if _without_ids(key) == subject.path]


def _without_ids(path: str) -> str:
    parts = (part.partition("[")[0] for part in path.split("."))
    return ".".join(part for part in parts if part)
