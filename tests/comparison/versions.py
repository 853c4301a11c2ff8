"""Versions to compare: the shipped ones, and small ones written in place."""

from __future__ import annotations

from collections.abc import Sequence

from tests.countries import country, options_of

from kerja.blueprint import adapt
from kerja.comparison import Plan, ValueChange, Version, diff
from kerja.costing import options
from kerja.feasibility import binding
from kerja.profile import Profile
from kerja.register import register


def version(profile: Profile, name: str = "", scenarios: Sequence[Profile] = ()) -> Version:
    """Return everything that is computed from a profile and its options."""
    compared, limits = options(scenarios), binding(profile)
    return Version(
        name=name or profile.origin.name,
        blueprint=adapt(profile, scenarios=scenarios),
        options=compared,
        limits=limits,
        register=register(profile, compared, limits, scenarios=scenarios),
    )


def shipped(name: str) -> Version:
    """Return a shipped profile, or an example with its options."""
    return version(country(name), name, options_of(name) if "/" in name else ())


def plan(old: Profile, new: Profile) -> Plan:
    """Compare two profiles without options."""
    return diff(version(old, "old"), version(new, "new"))


def change(found: Plan, path: str) -> ValueChange:
    """Return the one change at a path."""
    (one,) = [value for value in found.values if value.path == path]
    return one
