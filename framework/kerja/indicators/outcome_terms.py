"""Terms of what comes of a programme: from its funnel so far, a forecast, or the costing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kerja.indicators.costed import costed
from kerja.indicators.derived import combined, first
from kerja.indicators.fields import field_term
from kerja.indicators.foreseen import foreseen
from kerja.indicators.indicator import Basis
from kerja.indicators.outcome import ACTUAL, OUTCOMES_BY_NAME, Outcome
from kerja.indicators.subject import Subject
from kerja.indicators.term import Term, missing
from kerja.profile import Profile


def outcome_term(name: str, subject: Subject, basis: Basis) -> Term:
    """Return a result of the programme on one basis: actual, forecast or expected.

    Raises:
        KeyError: there is no such result.
    """
    return _FINDERS[basis](OUTCOMES_BY_NAME[name], subject)


def _actual(outcome: Outcome, subject: Subject) -> Term:
    profile = subject.profile
    terms = [_counted(profile, name) for name in outcome.fields]
    return first(*terms) if terms else Term(why_not="the funnel does not say it")


def _counted(profile: Profile, name: str) -> Term:
    term = field_term(profile, f"{ACTUAL}.{name}")
    if name != "women" or term.cases is None:
        return term
    figure = profile.programme.actual.women
    whole = (figure.chosen.of or "").replace("_", "") if figure is not None else ""
    if not whole.isdigit() or not int(whole):
        return missing(f"{ACTUAL}.women_share")
    share = combined(lambda women: women / int(whole), [term])
    return replace(share, note=f"of the {int(whole):,} whom the source counts")


_FINDERS: dict[str, Callable[[Outcome, Subject], Term]] = {
    "actual": _actual,
    "forecast": foreseen,
    "expected": costed,
}
