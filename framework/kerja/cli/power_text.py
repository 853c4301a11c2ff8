"""The power of an evaluation as text for people, 80 columns wide."""

from __future__ import annotations

import math
from collections.abc import Iterator

from kerja.cli.lines import wrapped
from kerja.cli.power_numbers import (
    cases,
    count,
    deviations,
    effect,
    effects,
    number,
    persons,
    points,
    share,
    shares,
)
from kerja.cli.power_words import FORMULAS, LEANS, NAMES, SCALES, VERDICTS
from kerja.forecast.power import (
    EITHER,
    INCOME,
    LEAST_CLUSTERS,
    WORK,
    Input,
    Power,
    Reach,
    Sight,
)


def power_text(found: Power, title: str, currency: str) -> str:
    """Return the power of an evaluation as text; groups without a line are left out.

    Args:
        found: what was computed.
        title: name of the profile, for the first line.
        currency: ISO 4217 code of its amounts.
    """
    groups = {
        "What is known": _known(found, currency),
        "What is missing, and what is computed with instead": _missing(found),
        "Smallest effect that the design sees": _reaches(found, currency),
        "Published effects, and whether the design could have seen them": _effects(found, currency),
        "Smallest effect by number of persons": _rows(found),
        "If those not drawn may try again": _again(found),
        "What moves the smallest effect of an offer": _levers(found),
        "Formulas": [line for one in FORMULAS for line in wrapped("  ", one, indent=4)],
    }
    parts = ["\n".join([name.upper(), *lines]) for name, lines in groups.items() if lines]
    return "\n\n".join(["\n".join(_head(found, title)), *parts])


def _head(found: Power, title: str) -> Iterator[str]:
    yield from wrapped("", f"Power of the evaluation: {title}")
    plan = found.plan or "not given"
    origin = " (from the model, not decided here)" if found.plan_inherited else ""
    yield from wrapped("", f"Design: {plan}{origin}. {_drawn(found)}")
    if found.plan not in (None, "lottery"):
        yield from wrapped("", "What follows holds for a lottery, and not for this design.")
    custom = any(one.defaulted for one in found.inputs.all)
    level, chance = (share(_base(found, name)) for name in ("significance", "power"))
    usual = "; the profile sets no other" if custom else ""
    yield from wrapped("", f"Test: two-sided at {level}, power {chance}{usual}.")


def _drawn(found: Power) -> str:
    if "clusters" not in found.inputs:
        return "Persons are drawn one by one."
    if found.inputs["clusters"].cases is None:
        return "Groups are drawn; how many is not known, so that persons are taken as drawn."
    return f"{_base(found, 'clusters'):,.0f} groups are drawn.".replace(",", "_")


def _base(found: Power, name: str) -> float:
    used = found.inputs[name].used
    return used.base if used is not None else math.nan


def _known(found: Power, currency: str) -> list[str]:
    known = [one for one in found.inputs.all if one.cases is not None and not one.defaulted]
    return [line for one in known for line in _known_line(one, currency)]


def _known_line(one: Input, currency: str) -> list[str]:
    assert one.cases is not None
    origin = ", from the model" if one.inherited else ""
    number = cases(one.name, one.cases, currency)
    text = f"{NAMES[one.name]}: {number} ({', '.join(one.paths)}{origin})"
    return wrapped("  ", text, indent=4)


def _missing(found: Power) -> list[str]:
    lines = [line for one in found.missing for line in _missing_line(one)]
    manners = sorted({one.manner for one in found.missing} & LEANS.keys())
    return lines + [line for manner in manners for line in wrapped("  ", LEANS[manner])]


def _missing_line(one: Input) -> list[str]:
    fields = "; ".join(f"{path}: {state}" for path, state in one.missing)
    taken = "not computed"
    if one.name == "clusters":
        taken = "taken as persons drawn one by one (favourable)"
    if one.taken is not None:
        taken = f"taken as {number(one.name, one.taken, '')} ({one.manner})"
    return wrapped("  ", f"{NAMES[one.name]}: {taken}; {fields}", indent=4)


def _reaches(found: Power, currency: str) -> list[str]:
    if not found.reaches:
        return [*wrapped("  ", "Not known: the sample. See the table of persons below.", indent=4)]
    return [line for reach in found.reaches for line in _reach(reach, found, currency)]


def _reach(reach: Reach, found: Power, currency: str) -> list[str]:
    smallest, head = reach.smallest, f"{reach.measure}, {SCALES[reach.scale]}: "
    if math.isinf(smallest.base):
        text = (
            "none: the arms do not differ enough in who takes part, fewer than "
            f"{LEAST_CLUSTERS} groups are compared, or a share would pass 100%"
        )
        return wrapped("  ", head + text, indent=4)
    lean = f"{reach.lean.word} " if reach.lean.word else ""
    text = effects(reach.measure, smallest, None if reach.in_deviations else currency)
    mean = found.inputs["mean"].cases
    if reach.measure == INCOME and not reach.in_deviations and mean and mean.base:
        text += f", {share(smallest.base / mean.base)} of what is earned without the programme"
    return wrapped("  ", head + lean + text, indent=4)


def _effects(found: Power, currency: str) -> list[str]:
    lines = [line for sight in found.effects for line in _sight(sight, currency)]
    if found.without_number:
        text = f"without a number that can be compared: {', '.join(found.without_number)}"
        lines += wrapped("  ", text, indent=4)
    return lines


def _sight(sight: Sight, currency: str) -> list[str]:
    size = "size not known here" if sight.size is None else "no effect"
    if sight.size:
        size = effect(sight.measure, sight.size, currency)
    whose = SCALES.get(sight.estimand, "") + ("" if sight.is_stated else ", if that is meant")
    where = ", in the model's country" if sight.is_elsewhere else ""
    design = f", {sight.design}" if sight.design else ""
    head = f"{sight.id} ({sight.measure}{design}{where}): {size}, {whose}"
    if sight.estimand == EITHER:
        head = f"{sight.id} ({sight.measure}{design}{where}): {size}"
    return [
        *wrapped("  ", head, indent=4),
        *wrapped("    ", _said(sight), indent=6),
    ]


def _said(sight: Sight) -> str:
    if sight.lacks:
        return f"cannot be compared; missing: {', '.join(sight.lacks)}"
    parts = [VERDICTS[sight.verdict]]
    if sight.chance is not None:
        parts.append(
            f"chance to see it {_leaning(sight.lean.word, of_chance=True)}{shares(sight.chance)}"
        )
    if sight.needed is not None and math.isinf(sight.needed.base):
        parts.append("no number of persons is enough")
    elif sight.needed is not None:
        parts.append(f"persons needed: {_leaning(sight.lean.word)}{persons(sight.needed)}")
    return "; ".join(parts)


def _leaning(word: str, *, of_chance: bool = False) -> str:
    turned = {"at least": "at most ", "at most": "at least ", "as if": "as taken "}
    plain = {"at least": "at least ", "at most": "at most ", "as if": "as taken "}
    return (turned if of_chance else plain).get(word, "")


def _rows(found: Power) -> list[str]:
    head = f"  {'':>8}  {'work, in points':^20}  {'income, in st. dev.':^20}"
    under = f"  {'persons':>8}  {'offer':>8} {'taking part':>10}  {'offer':>8} {'taking part':>10}"
    lines = [head.rstrip(), under]
    for row in found.rows:
        work = [points(one) for one in (row.work_offered, row.work_took_up)]
        income = [deviations(one) for one in (row.income_offered, row.income_took_up)]
        lines.append(
            f"  {count(row.sample):>8}  {work[0]:>8} {work[1]:>11}  {income[0]:>8} {income[1]:>11}"
        )
    note = "Base case, with what is missing taken as above. An effect that nobody can see in a"
    note += " pilot may still be there: a small sample tests operations, not impact."
    return [*lines, *wrapped("  ", note)]


def _again(found: Power) -> list[str]:
    if not found.again:
        return wrapped("  ", "Not known: the chance of a place in a round (assumptions.accepted).")
    lines = [f"  {'rounds':>6}  {'win later':>20}  {'effect times':>14}  {'persons times':>14}"]
    for row in found.again:
        won = f"{share(row.won.base)} ({share(row.won.low)}-{share(row.won.high)})"
        lines.append(
            f"  {row.rounds:>6}  {won:>20}  {row.factor.base:>14.1f}  {row.persons.base:>14.1f}"
        )
    note = "All who are not drawn enter every later round until the last interview, at the chance"
    note += " of assumptions.accepted. Keeping a part of them out until then avoids it."
    return [*lines, *wrapped("  ", note)]


def _levers(found: Power) -> list[str]:
    lines = [f"  {one.change}: times {one.factor:.2f}" for one in found.levers]
    for one in found.swings:
        ends = f"{effect(WORK, one.at_low, '')} to {effect(WORK, one.at_high, '')}"
        lines += wrapped("  ", f"{NAMES[one.name]} from low to high, on work: {ends}", indent=4)
    return lines
