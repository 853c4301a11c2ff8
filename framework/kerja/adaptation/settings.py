"""Bringing the settings of several rules together: a policy for each key, or a conflict."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kerja.adaptation.change import Conflict, Decision, Setting, SettingValue


def _least(values: list[SettingValue]) -> SettingValue:
    return min(values, key=_ranked)


def _greatest(values: list[SettingValue]) -> SettingValue:
    return max(values, key=_ranked)


def _ranked(value: SettingValue) -> float:
    if isinstance(value, int | float):
        return float(value)
    return float(str(value))


_SCALES = ("pilot", "phased", "national")


def _strictest(values: list[SettingValue]) -> SettingValue:
    return min(values, key=lambda value: _SCALES.index(str(value)))


def _union(values: list[SettingValue]) -> SettingValue:
    words = {w for v in values for w in (v if isinstance(v, tuple) else (str(v),))}
    return tuple(sorted(words))


_POLICIES: dict[str, Callable[[list[SettingValue]], SettingValue]] = {
    "rollout.quota_cap": _least,
    "rollout.max_scale": _strictest,
    "payment.link_deadline_days": _greatest,
    "programme.purchase_deadline_days": _greatest,
    "g2p.stage_start": _least,
    "me.disaggregate": _union,
    "batch.registration_days": _greatest,
    "batch.registration_days_min": _greatest,
}


def settle(decisions: Iterable[Decision]) -> tuple[tuple[Setting, ...], tuple[Conflict, ...]]:
    """Return the settings of all rules that act, sorted by key, and what they do not agree on.

    A key that two rules set differently takes the value that its policy names; without a policy
    it is a conflict and is not set: the last rule never wins.
    """
    wishes: dict[str, list[tuple[str, SettingValue]]] = {}
    for decision in decisions:
        if decision.acts and decision.change is not None:
            for key, value in decision.change.settings.items():
                wishes.setdefault(key, []).append((decision.rule, value))
    settings, conflicts = [], []
    for key in sorted(wishes):
        rules = tuple(sorted(rule for rule, _ in wishes[key]))
        ordered = [value for _, value in sorted(wishes[key], key=lambda wish: wish[0])]
        # By type as well: "yes" and 1 are equal in Python and two things in a setting.
        values = list({(type(value), value): value for value in ordered}.values())
        if len(values) > 1 and key not in _POLICIES:
            told = ", ".join(
                f"{rule}: {value}" for rule, value in sorted(wishes[key], key=lambda w: w[0])
            )
            conflicts.append(Conflict(key, rules, f"{key} is wanted differently: {told}"))
            continue
        value = values[0] if len(values) == 1 else _POLICIES[key](values)
        settings.append(Setting(key, value, rules))
    return tuple(settings), tuple(conflicts)
