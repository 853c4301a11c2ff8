"""The kinds of documents there are, in the order of the approval path, and which are asked for."""

from __future__ import annotations

from dataclasses import dataclass

from kerja.errors import KerjaError
from kerja.source import closest


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of document. `template` is "" for one that is composed without a template."""

    name: str
    title: str
    template: str
    has_contents: bool
    by_default: bool = True
    formats: tuple[str, ...] = ("docx", "pdf", "html")


DOCUMENTS = (
    Kind("policy-brief", "Policy brief", "policy_brief.md", has_contents=False),
    Kind("budget-annex", "Budget annex", "budget_annex.md", has_contents=False, by_default=False),
    Kind("cabinet-memo", "Cabinet memo", "cabinet_memo.md", has_contents=False),
    Kind("operations-manual", "Operations manual", "operations_manual.md", has_contents=True),
)
"""Documents that are written from a template."""

SLIDE = Kind(
    "cabinet-slide", "Cabinet slide", "", has_contents=False, by_default=False, formats=("pptx",)
)
"""One page for a cabinet to look at, beside the memo."""

FURTHER = {
    "regulation-draft": "Drafting instructions for the regulation",
    "procurement-plan": "Procurement plan",
    "tor-payment-partner": "Terms of reference for payment partners",
    "accreditation-guideline": "Accreditation guideline",
    "dpia": "Data protection impact assessment",
    "grm-manual": "Grievance manual",
    "communication-plan": "Communication plan",
    "me-framework": "Monitoring and evaluation framework",
    "risk-register": "Risk register",
    "safeguards": "Safeguards",
    "roadmap": "Roadmap",
    "exit-plan": "Exit plan",
}
"""Titles of documents that people write: rules say what must stand in them."""

KINDS = (*DOCUMENTS[:3], SLIDE, *DOCUMENTS[3:])
"""Everything that can be asked for by name."""


def chosen(names: str | None) -> tuple[str, ...]:
    """Return the documents that a comma-separated list names.

    Those that a decision needs for None; every one for "all".

    Raises:
        KerjaError: a name is not known.
    """
    if names is None:
        return tuple(kind.name for kind in KINDS if kind.by_default)
    known = [kind.name for kind in KINDS]
    wanted = [name.strip() for name in (names or "all").split(",") if name.strip()]
    for name in wanted:
        if name != "all" and name not in known:
            near = closest(name, known)
            hint = f"did you mean {near}?" if near else f"known: {', '.join(known)}"
            raise KerjaError(f'no document is called "{name}"', hint)
    return tuple(name for name in known if "all" in wanted or name in wanted)
