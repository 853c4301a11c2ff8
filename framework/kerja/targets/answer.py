"""The answer that a minister reads first, in sentences whose figures come from the register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kerja.adaptation import words
from kerja.feasibility import Bound, Deciding, Limit, Weight
from kerja.register import bound_key
from kerja.targets.printing import Say, Sentence
from kerja.targets.registry import Draft

DECIDES = (
    "The datum that would decide most: {datum}. Over the range tried {limit} may bind, at "
    "{low} to {high} persons a year. To ask: {ask}."
)
TOGETHER = (
    "Two data decide only together: {datum}; {other}. With both known, {limit} may bind, at "
    "{low} to {high} persons a year. To ask: {ask}."
)
PAYS = (
    "The datum that would decide most: {datum}. It opens or closes a condition of payment. "
    "To ask: {ask}."
)


def answer(draft: Draft) -> tuple[Sentence, ...]:
    """Return the answer: what binds, how far the target is, what is unknown and could change it."""
    return tuple(_sentences(draft))


def _sentences(draft: Draft) -> Iterator[Sentence]:
    limits = draft.limits
    if limits.binds is None:
        yield Sentence(
            "No limit is known yet: nothing can be said of how many people the country can serve."
        )
    else:
        yield _binds(limits.binds)
        yield from _asked(draft)
    yield from _target(draft)
    for limit in limits.indications:
        yield _indication(limit)
    unknown = [limit.name for limit in limits.limits if limit.standing == "unknown"]
    if unknown:
        places = {f"limit{n}": name for n, name in enumerate(unknown)}
        listed = ", ".join("{" + name + "}" for name in places)
        yield Sentence(f"Unknown, and able to change the answer: {listed}.", places)
    yield from _decided(draft)
    if "derived.unexplained_applicants" in draft.register:
        yield Sentence(
            "Unknown too is what became of {people} applicants who are neither studying nor "
            "graduated.",
            {"people": Say("derived.unexplained_applicants")},
        )


def _binds(limit: Limit) -> Sentence:
    people = Say(f"limits.{limit.name}", about=True)
    if limit.note:
        return Sentence(
            "Of the limits that are known, {limit} binds: about {people} persons a year ({note}).",
            {"limit": limit.name, "people": people, "note": limit.note},
        )
    return Sentence(
        "Of the limits that are known, {limit} binds: about {people} persons a year.",
        {"limit": limit.name, "people": people},
    )


def _asked(draft: Draft) -> Iterator[Sentence]:
    """Set what a year of each option asks for beside what binds."""
    asked = {option.title: f"options[{option.id}].people_year" for option in draft.options}
    if not asked or not all(key in draft.register for key in asked.values()):
        return
    listed = ", ".join(f"{{places{n}}} ({{title{n}}})" for n in range(len(asked)))
    parts: dict[str, str | Say] = {}
    for number, (title, key) in enumerate(asked.items()):
        parts[f"places{number}"] = Say(key)
        parts[f"title{number}"] = title
    yield Sentence(f"The options ask for these places a year: {listed}.", parts)


def _target(draft: Draft) -> Iterator[Sentence]:
    known = draft.register
    actual = "programme.actual"
    if "derived.graduated_of_target" in known and "derived.applied_of_target" in known:
        yield Sentence(
            "Of the announced {target} people, {applied} ({applied_share}) have applied and "
            "{graduated} ({graduated_share}) have graduated.",
            {
                "target": Say("programme.target.people"),
                "applied": Say(f"{actual}.applied"),
                "applied_share": Say("derived.applied_of_target"),
                "graduated": Say(f"{actual}.graduated"),
                "graduated_share": Say("derived.graduated_of_target"),
            },
        )
    elif "programme.target.people" in known:
        yield Sentence(
            "The announced target is {target} people.", {"target": Say("programme.target.people")}
        )
    elif draft.blueprint.profile.programme.status == "proposal":
        yield Sentence(
            "This is a proposal: no target is set, and no figure of the model stands for one."
        )


def _decided(draft: Draft) -> Iterator[Sentence]:
    """Name the first datum that decides alone, and the first two that decide together."""
    alone = [one for one in draft.deciding if one.weight is Weight.BINDING]
    pairs = [one for one in draft.deciding if one.weight is Weight.BINDING_TOGETHER]
    gates = [one for one in draft.deciding if one.weight is Weight.GATE]
    for text, one in [*((DECIDES, one) for one in alone[:1]), *((TOGETHER, o) for o in pairs[:1])]:
        yield Sentence(text, _parts(one, one.bounds[0], draft))
    if not alone and not pairs and gates:
        yield Sentence(PAYS, {"datum": words(gates[0].gap.path), "ask": gates[0].ask})


def _parts(one: Deciding, bound: Bound, draft: Draft) -> Mapping[str, str | Say]:
    key = bound_key(one.gap.path, bound)
    other = {"other": words(bound.together)} if bound.together else {}
    return {
        "datum": words(one.gap.path),
        **other,
        "limit": _limit(one, bound, draft),
        "low": Say(f"{key}.low", about=True),
        "high": Say(f"{key}.high", about=True),
        "ask": one.ask,
    }


def _limit(one: Deciding, bound: Bound, draft: Draft) -> str:
    """Name the limit that waits for just these data, else the first that they can make bind."""
    wanted = {one.gap.path, bound.together} - {""}
    waiting = [limit.name for limit in draft.limits.limits if set(limit.lacks) == wanted]
    now = draft.limits.binds.name if draft.limits.binds is not None else ""
    names = [name for name in bound.names if name != now] or [now]
    return next((name for name in names if name in waiting), names[0])


def _indication(limit: Limit) -> Sentence:
    return Sentence(
        "An indication for {limit}, and not a limit: {people} ({note}).",
        {"limit": limit.name, "people": Say(f"limits.{limit.name}"), "note": limit.note},
    )
