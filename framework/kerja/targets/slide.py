"""The slide for a cabinet: the answer, the options, what binds, decisions sought, the sources."""

from __future__ import annotations

from kerja import documents as paper
from kerja.adaptation import Point
from kerja.costing import Option
from kerja.targets import views
from kerja.targets.answer import answer
from kerja.targets.printing import Printer
from kerja.targets.registry import Draft

_SENTENCES, _DECISIONS, _SOURCES = 3, 3, 4


def compose_slide(draft: Draft, printer: Printer) -> paper.Slide:
    """Return the slide of a blueprint.

    Args:
        draft: what is printed.
        printer: prints plain text in the language of the slide.
    """
    say = printer.say
    status = [say("Draft for decision"), printer.language.date(draft.date)]
    if printer.language.code != "en" and not paper.status(printer.catalogue, ()).is_reviewed:
        status.append(say("translation not reviewed"))
    decisions = draft.blueprint.points[:_DECISIONS]
    return paper.Slide(
        title=f"{say('What the cabinet is asked to decide')}: {printer.country}",
        status=" · ".join(status),
        language=printer.language.code,
        answer=tuple(str(printer.sentence(one)) for one in answer(draft)[:_SENTENCES]),
        header=(
            say("Option"), say("Places of a year"), say("Cost of all years"),
            say("Cost per person who finishes"), say("Who must agree"),
        ),
        rows=tuple(_row(option, printer) for option in draft.options),
        numbers=frozenset({1, 2, 3}),
        panels=(_binding(draft, printer), _decisions(decisions, printer)),
        foot=_foot(draft, printer),
    )  # fmt: skip


def _row(option: Option, printer: Printer) -> tuple[str, ...]:
    cost = views.cost_rows((option,), printer)[0]
    who = ", ".join(option.who_must_agree) or printer.say("to be decided")
    cells = (option.title, cost.people, cost.total, cost.per_completer.base, who)
    return tuple(str(cell) for cell in cells)


def _binding(draft: Draft, printer: Printer) -> paper.Panel:
    """Say what binds, and what is unknown and could bind."""
    limits = draft.limits
    lines = [printer.say("no limit is known")]
    short = lines
    if limits.binds is not None:
        row = views.limit_rows((limits.binds,), printer)[0]
        name = printer.say(row.name)
        people = f"{row.persons} {printer.say('persons a year')}"
        short = [f"{name}: {people}"]
        lines = [*short, f"{printer.say('What would lift it')}: {row.lifts}"]
    unknown = [printer.say(one.name) for one in limits.limits if one.standing == "unknown"]
    if unknown:
        line = f"{printer.say('unknown')}: {', '.join(unknown)}"
        lines, short = [*lines, line], [*short, line]
    return paper.Panel(printer.say("What binds"), tuple(lines), tuple(short))


def _decisions(points: tuple[Point, ...], printer: Printer) -> paper.Panel:
    """Print the first points of the decision sheet; the short form leaves out the explanation."""
    lines = tuple(f"{point.id}  {point.question}" for point in points)
    short = tuple(f"{point.id}  {point.question.partition(': ')[0]}" for point in points)
    if not points:
        lines = short = (printer.say("no decision is open"),)
    return paper.Panel(printer.say("Decisions sought"), lines, short)


def _foot(draft: Draft, printer: Printer) -> str:
    """Name the sources that most figures rest on, and say that costs are partial where they are."""
    cited: dict[str, int] = {}
    for entry in draft.register.values():
        if entry.source and not entry.is_computed:
            cited[entry.source] = cited.get(entry.source, 0) + 1
    known = draft.blueprint.profile.sources
    most = sorted(cited, key=lambda key: (-cited[key], key))
    publishers = [known[key].publisher or known[key].title for key in most if key in known]
    named = ", ".join(list(dict.fromkeys(filter(None, publishers)))[:_SOURCES])
    parts = [f"{printer.say('Sources')}: {named}; {printer.say('all in the register of figures')}"]
    if any(option.costing.is_partial for option in draft.options):
        parts.insert(0, printer.say("Costs are expected, base case, and partial."))
    return " ".join(parts)
