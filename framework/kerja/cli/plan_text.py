"""A plan as text for people: a summary, then each difference, 80 columns wide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kerja.cli.lines import WIDTH, at, wrapped
from kerja.comparison import (
    DecisionChange,
    Difference,
    Kind,
    Level,
    Notice,
    OptionChange,
    Plan,
    Presence,
    Said,
    StepChange,
    ValueChange,
    Verdict,
)

_SIGNS = {Presence.ONLY_OLD: "-", Presence.ONLY_NEW: "+", Presence.BOTH: "~"}
_HEADLINES = ("all benefits", "share of cash")
_PLAIN_KINDS = (Kind.REPLACED, Kind.ONLY_OLD, Kind.ONLY_NEW)


def plan_text(plan: Plan) -> str:
    """Return the plan as text: `-` is the old version, `+` the new one.

    Groups without a difference are left out; two versions that are the same give one line.
    """
    if plan.is_empty:
        return f"{plan.old} -> {plan.new}: no difference"
    values, sources = _parted(plan.values)
    groups = {
        "Values": [line for change in values for line in _value(change)],
        "Rules": [line for change in plan.decisions for line in _decision(change)],
        "Settings": [line for change in plan.settings for line in _difference(change)],
        "Journey": [line for change in plan.steps for line in _step(change)],
        "Points to decide": [line for notice in plan.points for line in _notice(notice)],
        "Findings": [line for notice in plan.findings for line in _notice(notice)],
        "Package of one person": [line for change in plan.package for line in _difference(change)],
        "People and cost": [line for change in plan.options for line in _option(change)],
        "Computed figures": [line for change in plan.computed for line in _difference(change)],
        "Limits": [*_binds(plan), *(line for c in plan.limits for line in _difference(c))],
        "Readiness": [line for change in plan.readiness for line in _difference(change)],
        "Sources": [line for change in sources for line in _value(change)],
    }
    parts = ["\n".join([title.upper(), *lines]) for title, lines in groups.items() if lines]
    return "\n\n".join(["\n".join(_summary(plan)), *parts])


def _parted(
    changes: tuple[ValueChange, ...],
) -> tuple[tuple[ValueChange, ...], tuple[ValueChange, ...]]:
    """Part the values from the list of publications, which is read last."""
    sources = tuple(change for change in changes if change.path.startswith("sources."))
    return tuple(change for change in changes if change not in sources), sources


def _summary(plan: Plan) -> Iterator[str]:
    yield f"{plan.old} -> {plan.new}"
    values, sources = _parted(plan.values)
    effects: dict[str, list[str]] = {}
    for change in plan.decisions:
        effects.setdefault(change.effect, []).append(change.rule)
    rows = {
        "values": _by_kind(values),
        "rules": [f"{' '.join(codes)} {effect}" for effect, codes in effects.items()],
        "settings": [f"{len(plan.settings)} differ"] if plan.settings else [],
        "journey": _counted(plan.steps, ("removed", "added", "changed")),
        "to decide": _counted(plan.points, ("fewer", "more", "")),
        "findings": _counted(plan.findings, ("fewer", "more", "")),
        "package": [_in_short(one) for one in plan.package if one.name in _HEADLINES],
        "cost": [_headline(change) for change in plan.options if _headline(change)],
        "limits": [_in_short(plan.binds)] if plan.limits else [],
        "readiness": [_in_short(one) for one in plan.readiness],
        "sources": _by_kind(sources),
    }
    for name, texts in rows.items():
        if texts:
            yield from wrapped(f"  {name:10}", "; ".join(texts), indent=12)


def _by_kind(changes: tuple[ValueChange, ...]) -> list[str]:
    kinds = Counter(change.kind for change in changes)
    return [f"{kinds[kind]} {kind.value}" for kind in Kind if kinds[kind]]


def _counted(
    changes: tuple[StepChange, ...] | tuple[Notice, ...], words: tuple[str, str, str]
) -> list[str]:
    found = Counter(change.presence for change in changes)
    named = zip((Presence.ONLY_OLD, Presence.ONLY_NEW, Presence.BOTH), words, strict=True)
    return [f"{found[presence]} {word}" for presence, word in named if found[presence]]


def _headline(option: OptionChange) -> str:
    if option.presence is not Presence.BOTH:
        return f"option {option.id} {option.presence.value}"
    name = f"option {option.id}" if option.id else "the design itself"
    numbers = [one for one in option.differences if _is_number(one.old) and _is_number(one.new)]
    costs = [one for one in numbers if one.name.startswith("cost")]
    shown = (*costs, *numbers)[:1]
    return f"{name}: {_in_short(shown[0])}" if shown else f"{name} differs"


def _is_number(level: Level | None) -> bool:
    return level is not None and level.number is not None


def _value(change: ValueChange) -> Iterator[str]:
    kind = "" if change.kind in _PLAIN_KINDS else f" ({change.kind.value})"
    yield from wrapped("  ", f"{change.path}{kind}", indent=4)
    for sign, said in (("-", change.old), ("+", change.new)):
        if said is not None:
            yield from wrapped(f"    {sign} ", _stated(said), indent=6)
    if change.kind is Kind.RESTATED and change.old and change.new:
        for sign, said in (("-", change.old), ("+", change.new)):
            if change.old.note != change.new.note and said.note:
                yield from wrapped(f"    {sign} note: ", said.note, indent=6)


def _stated(said: Said) -> str:
    named = (said.source, said.when, said.status, said.confidence)
    about = [part for part in named if part and part != said.text]
    shown = " ".join(said.text.split()) or "nothing"
    return f"{shown} [{', '.join((*about, at(said.place)))}]"


def _decision(change: DecisionChange) -> Iterator[str]:
    yield from wrapped(f"  {change.rule} {change.effect}: ", change.title, indent=4)
    for sign, verdict in (("-", change.old), ("+", change.new)):
        yield from wrapped(f"    {sign} ", _judged(verdict), indent=6)


def _judged(verdict: Verdict) -> str:
    outcome = verdict.outcome.value.replace("-", " ")
    return f"{outcome}: {'; '.join(verdict.reasons)}" if verdict.reasons else outcome


def _difference(difference: Difference, *, indent: int = 2) -> Iterator[str]:
    start = " " * indent
    change = _change(difference)
    one = _in_short(difference)
    if len(start + one) <= WIDTH:
        yield start + one
        return
    yield from wrapped(start, f"{difference.name}{change}", indent=indent + 2)
    for sign, level in (("-", difference.old), ("+", difference.new)):
        if level is not None:
            yield from wrapped(f"{start}  {sign} ", level.text, indent=indent + 4)


def _in_short(difference: Difference) -> str:
    levels = f"{_level(difference.old)} -> {_level(difference.new)}"
    return f"{difference.name}: {levels}{_change(difference)}"


def _change(difference: Difference) -> str:
    """Say how much more or less: of a share, in points; to or from nothing, not at all."""
    old, new, ratio = difference.old, difference.new, difference.ratio
    if old is None or new is None or ratio is None or not new.number:
        return ""
    if new.unit == "share":
        return f" ({100 * (new.number - (old.number or 0)):+.1f} points)"
    return f" ({ratio:+.1%})"


def _level(level: Level | None) -> str:
    return level.text if level is not None else "none"


def _step(change: StepChange) -> Iterator[str]:
    rule = f" (rule {change.rule})" if change.rule else ""
    yield from wrapped(
        f"  {_SIGNS[change.presence]} ", f"{change.id}: {change.name}{rule}", indent=4
    )
    for difference in change.differences:
        yield from _difference(difference, indent=6)


def _notice(notice: Notice) -> Iterator[str]:
    text = f"{notice.text} [{at(notice.place)}]"
    yield from wrapped(f"  {_SIGNS[notice.presence]} {notice.key}: ", text, indent=4)


def _option(change: OptionChange) -> Iterator[str]:
    name = f"{change.id}: {change.title}" if change.id else change.title
    yield from wrapped(f"  {_SIGNS[change.presence]} ", name, indent=4)
    for difference in change.differences:
        if change.presence is Presence.BOTH:
            yield from _difference(difference, indent=6)
        else:
            level = difference.new or difference.old
            yield from wrapped(f"      {difference.name}: ", _level(level), indent=8)


def _binds(plan: Plan) -> Iterator[str]:
    if not plan.limits:
        return
    old, new = plan.binds.old, plan.binds.new
    if old == new:
        yield f"  binds in both: {_level(new)}"
    else:
        yield from _difference(plan.binds)
