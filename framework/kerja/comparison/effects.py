"""What differs in the results: options, computed figures, limits and which of them binds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from kerja.comparison.plan import Difference, Level, OptionChange, Presence
from kerja.comparison.statements import exact
from kerja.comparison.version import Version
from kerja.costing import Option, options
from kerja.feasibility import Binding, Limit, Standing
from kerja.profile.currencies import Amount
from kerja.register import Entry, Register

_SHOWN_ELSEWHERE = ("options[", "costs[", "limits.", "package.")
_PACKAGE = "package of one person, as far as known"


def option_changes(old: Version, new: Version) -> Iterator[OptionChange]:
    """Yield the options that differ; first the design of the profile itself, as an option."""
    differing = _differences(*(options((side.profile,))[0] for side in (old, new)))
    # The package of the profile itself has a part of its own in the plan.
    own = tuple(one for one in differing if one.name != _PACKAGE)
    if own:
        yield OptionChange("", "the design of the profile itself", Presence.BOTH, own)
    before, after = ({option.id: option for option in side.options} for side in (old, new))
    for name in dict.fromkeys([*before, *after]):
        one, other = before.get(name), after.get(name)
        found = (*_differences(one, other), *_costs(name, old.register, new.register))
        shown = other or one
        if shown is not None and found:
            yield OptionChange(name, shown.title, _presence(one, other), found)


def _presence(old: object | None, new: object | None) -> Presence:
    if old is None:
        return Presence.ONLY_NEW
    return Presence.BOTH if new is not None else Presence.ONLY_OLD


def _differences(old: Option | None, new: Option | None) -> Iterator[Difference]:
    for name, read in _OF_AN_OPTION.items():
        before, after = (read(option) if option is not None else None for option in (old, new))
        if before != after:
            yield Difference(name, before, after)
    before_lacks, after_lacks = (
        option.lacks if option is not None else () for option in (old, new)
    )
    if {*before_lacks} != {*after_lacks}:
        yield Difference(
            "not known",
            _words(path for path in before_lacks if path not in after_lacks),
            _words(path for path in after_lacks if path not in before_lacks),
        )


_COSTS = {
    "expected cost of a year, as far as known": "year",
    "expected cost of all years, as far as known": "total",
    "expected cost of one who completes, as far as known": "per_completer",
}


def _costs(option: str, old: Register, new: Register) -> Iterator[Difference]:
    """Yield the expected costs of an option that differ, in the base case with low and high."""
    for name, key in _COSTS.items():
        before, after = (_cases(f"costs[{option}].{key}", register) for register in (old, new))
        if before != after:
            yield Difference(name, before, after)


def _cases(key: str, register: Register) -> Level | None:
    low, base, high = (register.get(f"{key}.{case}") for case in ("low", "base", "high"))
    if base is None or low is None or high is None:
        return None
    ends = " to ".join(str(Amount(case.number, "")) for case in (low, high))
    text = f"{Amount(base.number, base.currency or '')} (low to high: {ends})"
    return Level(text, base.number, base.currency or base.unit)


def _people(option: Option) -> Level | None:
    if option.people is None:
        return None
    every = "once" if option.period == "once" else f"a {option.period}"
    return Level(f"{exact(option.people, 'count')} {every}", option.people, f"count {every}")


def _money(amount: Amount | None) -> Level | None:
    if amount is None:
        return None
    return Level(str(amount), amount.number, amount.currency)


def _package(option: Option) -> Level | None:
    known = option.package.total.at_least
    return _money(known) if known.number else None


def _years(option: Option) -> Level | None:
    return Level(str(option.years), option.years, "number") if option.years is not None else None


def _year(option: Option) -> Level | None:
    return _money(option.by_year[0].ceiling) if option.by_year else None


def _paid(option: Option) -> Level | None:
    stage = option.funnel.people("paid") if option.funnel is not None else None
    if stage is None:
        return None
    text = f"{exact(stage.low, 'count')} to {exact(stage.high, 'count')}"
    return Level(text, stage.mode, "count")


def _words(texts: Iterable[str]) -> Level | None:
    joined = ", ".join(texts)
    return Level(joined) if joined else None


_OF_AN_OPTION: Mapping[str, Callable[[Option], Level | None]] = {
    "people": _people,
    "years": _years,
    _PACKAGE: _package,
    "cost of the packages, as far as known": lambda option: _money(option.ceiling),
    "cost of the packages in dollars": lambda option: _money(option.in_dollars),
    "cost of the packages of a year": _year,
    "people expected to be paid": _paid,
    "who must agree": lambda option: _words(option.who_must_agree),
}


def computed_changes(old: Register, new: Register) -> Iterator[Difference]:
    """Yield the computed figures that differ, without those of package, options and limits."""
    for key in dict.fromkeys([*old, *new]):
        before, after = (_computed(register.get(key)) for register in (old, new))
        if not key.startswith(_SHOWN_ELSEWHERE) and before != after:
            yield Difference(key, before, after)


def _computed(entry: Entry | None) -> Level | None:
    if entry is None or not entry.is_computed:
        return None
    unit = entry.currency or entry.unit
    return Level(exact(entry.number, entry.unit, entry.currency), entry.number, unit)


def limit_changes(old: Binding, new: Binding) -> Iterator[Difference]:
    """Yield the limits whose persons or standing differ."""
    before, after = ({limit.name: limit for limit in limits.limits} for limits in (old, new))
    for name in dict.fromkeys([*before, *after]):
        one, other = _limit(before.get(name)), _limit(after.get(name))
        if one != other:
            yield Difference(name, one, other)


def _limit(limit: Limit | None) -> Level | None:
    if limit is None:
        return None
    if limit.persons is None:
        return Level(limit.standing.value)
    text = f"{exact(limit.persons, 'count')} persons a year"
    if limit.standing is not Standing.KNOWN:
        text += f", an {limit.standing.value}"
    return Level(text, limit.persons, "count")


def what_binds(old: Binding, new: Binding) -> Difference:
    """Return the tightest known limit before and after."""
    return Difference("binds", _binding(old), _binding(new))


def _binding(limits: Binding) -> Level | None:
    tightest = limits.binds
    if tightest is None or tightest.persons is None:
        return None
    text = f"{tightest.name}, {exact(tightest.persons, 'count')} persons a year"
    return Level(text, tightest.persons, "count")
