"""Gathering the figures of a blueprint: those given, and those computed from them."""

from __future__ import annotations

from collections.abc import Iterable

from kerja.costing import Option
from kerja.feasibility import Binding
from kerja.profile import Profile
from kerja.register.appraised import appraisal_entries
from kerja.register.bounded import crisis_entries
from kerja.register.computed import (
    derived_entries,
    funnel_entries,
    limit_entries,
    option_entries,
    package_entries,
)
from kerja.register.costed import cost_entries
from kerja.register.entry import Register
from kerja.register.given import entries_of_option, given_entries
from kerja.register.readied import readiness_entries


def register(
    profile: Profile,
    options: Iterable[Option],
    limits: Binding,
    *,
    scenarios: Iterable[Profile] = (),
) -> Register:
    """Gather the figures of a profile, of its options and of its limits.

    Args:
        profile: the country's profile.
        options: its options.
        limits: its limits.
        scenarios: the profiles behind the options; the figures they state themselves stand under
            `options[name]` beside those of the profile.
    """
    given = {entry.key: entry for entry in given_entries(profile)}
    for scenario in scenarios:
        given |= {entry.key: entry for entry in entries_of_option(scenario)}
    listed = tuple(options)
    computed = [
        *package_entries(profile, given),
        *derived_entries(profile, given),
        *(entry for option in listed for entry in option_entries(option, given)),
        *(entry for option in listed for entry in crisis_entries(option, given)),
        *(entry for option in listed for entry in funnel_entries(option, given)),
        *(entry for option in listed for entry in cost_entries(option, given)),
        *(entry for option in listed for entry in appraisal_entries(option, given)),
        *limit_entries(limits),
        *readiness_entries(profile),
    ]
    return Register([*given.values(), *computed])
