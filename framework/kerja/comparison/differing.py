"""Comparing two versions: the plan that leads from one to the other."""

from __future__ import annotations

from kerja.comparison.design import (
    decision_changes,
    finding_changes,
    point_changes,
    setting_changes,
    step_changes,
)
from kerja.comparison.effects import computed_changes, limit_changes, option_changes, what_binds
from kerja.comparison.plan import Plan
from kerja.comparison.ready import readiness_changes
from kerja.comparison.values import value_changes
from kerja.comparison.version import Version
from kerja.comparison.worth import package_changes


def diff(old: Version, new: Version) -> Plan:
    """Return what differs between two versions: values, then what they do to design and results.

    Any two can be compared: a profile and its variation, two models, two countries.
    """
    return Plan(
        old=old.name,
        new=new.name,
        values=tuple(value_changes(old.profile, new.profile)),
        decisions=tuple(decision_changes(old, new)),
        settings=tuple(setting_changes(old.blueprint, new.blueprint)),
        steps=tuple(step_changes(old.blueprint, new.blueprint)),
        points=tuple(point_changes(old.blueprint, new.blueprint)),
        findings=tuple(finding_changes(old.blueprint, new.blueprint)),
        package=tuple(package_changes(old.profile, new.profile)),
        options=tuple(option_changes(old, new)),
        computed=tuple(computed_changes(old.register, new.register)),
        limits=tuple(limit_changes(old.limits, new.limits)),
        readiness=tuple(readiness_changes(old.profile, new.profile)),
        binds=what_binds(old.limits, new.limits),
    )
