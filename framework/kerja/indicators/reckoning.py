"""Reading an indicator: the first way whose inputs are all known, or what is missing."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kerja.adaptation import Gap
from kerja.adaptation.gaps import ABSENT
from kerja.feasibility.asking import where_published, whom_to_ask
from kerja.indicators.derived import combined
from kerja.indicators.indicator import Basis, Indicator, Way
from kerja.indicators.marking import marks_within
from kerja.indicators.reading import About, Amounts, Lack, Reading
from kerja.indicators.subject import Subject, design
from kerja.indicators.term import Term
from kerja.indicators.terms import speaks_of_outcomes, term
from kerja.profile import Fact, Listed, OpenSection, Profile
from kerja.profile.currencies import dollar_rate, own_currency

_PROFILE: tuple[Basis, ...] = ("profile",)
_BEGUN = ("piloting", "running", "stopped")


@dataclass(frozen=True, slots=True)
class _Tried:
    """What one way came to on one basis."""

    way: Way
    basis: Basis
    term: Term


def read(indicator: Indicator, subject: Subject) -> Reading:
    """Return the value of an indicator for a subject, or what is missing for it.

    The ways of the indicator are tried in turn; results of the programme are taken from what has
    happened, else from the forecast that was handed in, else from the costing. All results in one
    reading come from one of them.
    """
    tried: list[_Tried] = []
    for way, basis in _attempts(indicator, subject):
        tried.append(_Tried(way, basis, _reckoned(way, subject, basis)))
        if tried[-1].term.cases is not None:
            return _known(indicator, subject, tried[-1])
    return _unknown(indicator, subject, tried)


def _attempts(indicator: Indicator, subject: Subject) -> Iterator[tuple[Way, Basis]]:
    for way in indicator.ways:
        for basis in way.bases if speaks_of_outcomes(way) else _PROFILE:
            if basis != "actual" or way.bases == (basis,) or _has_begun(subject.profile):
                yield way, basis


def _has_begun(profile: Profile) -> bool:
    """True if something may have been counted: nobody is asked what came of a proposal."""
    funnel = profile.programme.actual
    return bool(funnel.model_fields_set) or profile.programme.status in _BEGUN


def _reckoned(way: Way, subject: Subject, basis: Basis) -> Term:
    return combined(way.formula, [term(name, subject, basis) for name in way.inputs])


def _known(indicator: Indicator, subject: Subject, found: _Tried) -> Reading:
    cases = found.term.cases
    assert cases is not None
    low, base, high = (_finite(number) for number in cases)
    if low is None and base is None and high is None:
        said = "not defined: the formula would divide by zero"
        return _nothing(indicator, subject, found, note=said)
    reading = Reading(
        indicator.id, _about(subject), base if found.term.is_likely else None, low, high,
        found.basis,
        inputs=found.term.inputs,
        note=_joined(found.way.note, found.term.note, _open(low, high, found)),
        nature=found.way.nature or found.term.nature,
        marks=marks_within(found.term.inputs),
    )  # fmt: skip
    return _with_amounts(reading, subject) if indicator.is_money else reading


def _open(low: float | None, high: float | None, found: _Tried) -> str:
    """Say why a range has no end, where neither the way nor a term does."""
    if found.way.note or found.term.note or (low is not None and high is not None):
        return ""
    return "not defined at one end: the formula would divide by zero there"


def _joined(*notes: str) -> str:
    return "; ".join(dict.fromkeys(note for note in notes if note))


_DIGITS = 12


def _finite(number: float) -> float | None:
    """Return a number without the noise of its last digits; None if it is infinite."""
    return float(f"{number:.{_DIGITS}g}") if math.isfinite(number) else None


def _with_amounts(reading: Reading, subject: Subject) -> Reading:
    dollar = dollar_rate(subject.profile)
    parity = term("ppp", subject, "profile").cases
    rate = parity.base if parity is not None else None

    def amounts(number: float | None) -> Amounts | None:
        if number is None:
            return None
        return Amounts(
            number,
            own_currency(subject.profile),
            number / dollar if dollar else None,
            number / rate if rate else None,
        )

    return replace(
        reading,
        amounts=amounts(reading.value),
        amounts_low=amounts(reading.low),
        amounts_high=amounts(reading.high),
    )


def _unknown(indicator: Indicator, subject: Subject, tried: list[_Tried]) -> Reading:
    """Report the way that lacks least; one that does not apply here comes before all."""
    off = [one for one in tried if one.term.why_not and one.basis == "profile"]
    lacking = sorted((one for one in tried if one.term.lacks), key=lambda one: len(one.term.lacks))
    best = (off or lacking or tried)[0]
    is_early = best.basis == "forecast" and not _has_begun(subject.profile)
    early = "nothing has been counted yet" if is_early else ""
    note = _joined(early, best.term.why_not, best.way.note, best.term.note)
    return _nothing(indicator, subject, best, note=note)


def _nothing(indicator: Indicator, subject: Subject, best: _Tried, *, note: str) -> Reading:
    lacks = tuple(_lack(path, subject.profile) for path in best.term.lacks)
    return Reading(
        indicator.id, _about(subject), None, None, None, best.basis,
        inputs=best.term.inputs, lacks=lacks, note=note,
    )  # fmt: skip


def _about(subject: Subject) -> About:
    """Return what must be known of a subject to compare its readings."""
    programme = subject.profile.programme
    name = programme.name.value if programme.name is not None else None
    status = programme.status or subject.profile.reference.programme_status or ""
    return About(subject.name, name or "", status, design(subject.profile))


def _lack(path: str, profile: Profile) -> Lack:
    state = _state(path, profile)
    ask = whom_to_ask(Gap(path, state, ()), profile, {})
    return Lack(path, state, ask, where_published(path))


def _state(path: str, profile: Profile) -> str:
    """Return whether a missing field was looked for: as it says, or the section above it."""
    value: object = profile
    for name in path.replace("]", "").replace("[", ".").split("."):
        value = _part(value, name)
        if isinstance(value, Fact | OpenSection) and not value.is_known:
            return value.knowledge.value
    return ABSENT


def _part(value: object, name: str) -> object:
    """Return a field of a section, or the entry of a list with that id."""
    items = value.items if isinstance(value, Listed) else value
    if isinstance(items, tuple):
        return next((item for item in items if getattr(item, "id", None) == name), None)
    return getattr(value, name, None)


def read_all(indicators: Iterable[Indicator], subject: Subject) -> tuple[Reading, ...]:
    """Read several indicators of one subject, in their order."""
    return tuple(read(indicator, subject) for indicator in indicators)
