"""The list of all that code and templates say, against which translations are counted."""

from __future__ import annotations

from pathlib import Path

from kerja import documents as paper
from kerja.adaptation.wording import words
from kerja.targets.labels import derived, phrases
from kerja.targets.labels.workbook import WORKBOOK
from kerja.targets.views.worth_open import NEEDED
from kerja.workflow import LABELS


def labels() -> tuple[str, ...]:
    """Return every label that code says, each once, in the order of the groups.

    What comes from the profile of one country (its own bodies, options, notes) is not among them.
    """
    groups = (
        phrases.PAPERS,
        phrases.SENTENCES,
        derived.listings(),
        phrases.REMARKS,
        phrases.FIXED,
        phrases.COSTS,
        phrases.WORTH,
        phrases.FORECAST,
        map(words, NEEDED),
        phrases.SLIDE,
        phrases.SIDE_BY_SIDE,
        derived.cost_lines(),
        derived.limits(),
        phrases.FEATURES,
        phrases.STAGES,
        derived.states(),
        derived.figures(),
        derived.benefits(),
        LABELS.values(),
        derived.journey(),
        phrases.BRANCHES,
        derived.sections(),
        phrases.PAGE,
        derived.DECIDED,
        derived.holders(),
        phrases.READINESS,
        phrases.CRISIS,
        phrases.TRACKS,
        derived.levels(),
        WORKBOOK,
    )
    return tuple(dict.fromkeys(text for group in groups for text in group))


def wanted(templates: Path) -> tuple[paper.Message, ...]:
    """Return all texts that the templates of documents and page and the code translate, sorted.

    Raises:
        KerjaError: a template is not written as Jinja2.
    """
    found = {paper.Message(text) for text in labels()}
    for target in ("documents", "page"):
        found |= set(paper.messages(templates / target))
    return tuple(sorted(found))
