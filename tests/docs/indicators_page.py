"""The page docs/indicators.md, written from the indicators themselves."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from kerja.cli.indicator_pages import fields_of
from kerja.indicators import Flaw, Indicator, in_words, indicators
from kerja.indicators.mark import Mark

_HEAD = """# Indicators

Generated from `framework/kerja/indicators/`: change them there, then `make docs`.
`kerja explain LAB02` prints one, `kerja explain LAB02 --profile idn` its value with every figure
behind it, `kerja list indicators` all of them.

- **Missing is missing.** Without a figure an indicator is "n/a" with the fields that it lacks and
  whom to ask; it is never 0.
- **Ranges stay ranges.** Where an input is a range the value has one too. Where an effect enters,
  the published null stands at one end and the favourable estimate at the other, or nothing stands.
- **Results of the programme** come from what has happened (`programme.actual`), else from a
  forecast that was made, else from the costing in closed form. The value says which of the three.
- **Money** is in the country's currency, in US dollars and in international dollars.
- **More is better, less is better, or context.** Context is never coloured good or bad.
- **A rank** is given only in tier 1, not to context, and not where a mark forbids it. There is no
  composite index.
"""

_MARKS = {
    Flaw.YEARS_APART: "figures more than 3 years apart",
    Flaw.DATES_DIFFER: "stages of a funnel counted at different dates",
    Flaw.DEFINITIONS: "statistical definitions differ, or one side does not say",
    Flaw.NATURE: "persons of a year against persons at one time",
    Flaw.OUTCOME: "a target, forecast or expectation against what has happened",
    Flaw.STAGE: "an announced budget against an approved one",
    Flaw.AGES: "age bands differ",
    Flaw.COVERAGE: "another part of the country, of the workers, or another thing was counted",
    Flaw.DESIGNS: "two designs under one name",
    Flaw.PROGRAMME: "a programme that runs against one that is proposed",
    Flaw.NATIONAL: "a national figure used for an area",
    Flaw.UNVERIFIED: "recalled, claimed, or a placeholder",
    Flaw.INHERITED: "taken over from the model",
    Flaw.OVERLAP: "the ranges overlap",
}


_ALONE = {
    Flaw.YEARS_APART, Flaw.DATES_DIFFER, Flaw.DEFINITIONS, Flaw.NATIONAL, Flaw.UNVERIFIED,
    Flaw.INHERITED,
}  # fmt: skip
_NEVER_BETWEEN = {Flaw.DATES_DIFFER, Flaw.NATIONAL, Flaw.UNVERIFIED, Flaw.INHERITED}


def indicators_page() -> str:
    """Return docs/indicators.md."""
    parts = [_HEAD, *_marks()]
    for group, listed in groupby(indicators(), key=lambda one: one.group):
        parts += [f"## {group.capitalize()}", ""]
        for one in listed:
            parts += _entry(one)
    return "\n".join(parts)


def _marks() -> Iterator[str]:
    yield "## Marks\n"
    yield "| mark | meaning | of one value | between two |\n|---|---|---|---|"
    for flaw in Flaw:
        alone = ("no rank" if Mark(flaw, "").forbids_rank else "shown") if flaw in _ALONE else ""
        between = "" if flaw in _NEVER_BETWEEN else "no rank"
        yield f"| {flaw.value} | {_MARKS[flaw]} | {alone} | {between} |"
    yield ""


def _entry(one: Indicator) -> Iterator[str]:
    yield f"### {one.id} {one.name}"
    yield ""
    yield f"{one.unit}; {one.direction}; tier {one.tier}; normalised by {one.normalisation}."
    yield ""
    for at, way in enumerate(one.ways):
        yield f"- {'Or else' if at else 'Formula'}: {in_words(way)}"
    yield f"- Fields: {', '.join(f'`{path}`' for path in fields_of(one)) or 'the cost lines'}"
    yield f"- Reference: {one.reference}"
    if one.caveat:
        yield f"- Caveat: {one.caveat}"
    yield ""
