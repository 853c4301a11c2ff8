"""The page target: one HTML file, the answer first, every figure linked to its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from kerja import documents as paper
from kerja.documents.shielding import printable
from kerja.findings import Kind
from kerja.register import Entry
from kerja.targets import views
from kerja.targets.answer import answer
from kerja.targets.documents import calendar_of, untranslated
from kerja.targets.foreseen import forecast_pictures
from kerja.targets.papers import KINDS
from kerja.targets.printing import Printer
from kerja.targets.provenance import anchor, figure_groups, short_source, source_rows
from kerja.targets.registry import Draft, Files
from kerja.targets.workflow import picture

_DOWNLOADS = {
    "budget.xlsx": "the costs as a workbook that recalculates",
    "data/profile.json": "the profile as it was read",
    "data/findings.json": "what was checked, found, and could not be checked",
    "data/decisions.json": "rules, their outcome and the settings they make",
    "data/fidelity.json": "the design beside the model",
    "data/decision_sheet.json": "points to decide and data to obtain",
    "data/feasibility.json": "the limits",
    "data/readiness.json": "readiness by dimension",
    "data/checklist.json": "the checklist of the delivery chain",
    "data/options.json": "the options",
    "data/costing.json": "the cost of the options",
    "data/forecast.json": "the forecast of people, lines and cash",
    "data/register.json": "every figure with its source",
    "data/sources.csv": "the sources, for a spreadsheet",
    "workflow/workflow.svg": "the journey as a picture",
    "workflow/workflow.mmd": "the journey as Mermaid text",
    "workflow/workflow.json": "the journey for programs",
}

_OUTCOMES = {
    "fired": "the design is changed",
    "told": "papers say so: the design itself stays",
    "advised": "close to the threshold: nothing is changed",
    "sensitive": "the measurements disagree: nothing is changed",
}
_GATES = {
    "open": "not so: payment may begin",
    "closed": "so: nothing should be paid",
    "unknown": "unknown",
}
_STATES = {"absent": "absent", "unknown": "unknown", "to-decide": "to be decided"}


def page_files(draft: Draft) -> Files:
    """Return index.html."""
    printer = _printer(draft)
    text = paper.render_html(
        "index.html",
        folders=draft.folders("page"),
        context={**_head(draft, printer), **_first(draft, printer), **_rest(draft, printer)},
        translations=printer.catalogue,
    )
    return {"index.html": text.encode()}


def _printer(draft: Draft) -> Printer:
    """Return the printer of the page: every figure is a link to its row in the register."""
    code = draft.languages[0]
    folders = (*draft.folders("page"), *draft.folders("documents"))

    def mark(text: str, entry: Entry) -> Markup:
        return Markup('<a class="figure" href="#{}" title="{}">{}</a>').format(
            anchor("fig", entry.key), _escaped(short_source(entry, printer)), _escaped(text)
        )

    printer = Printer(
        draft.register,
        draft.blueprint.profile,
        paper.language(code, calendar=calendar_of(draft, code)),
        paper.translations(code, folders=folders),
        mark,
        _escaped,
    )
    return printer


def _escaped(text: str) -> Markup:
    return escape(text if isinstance(text, Markup) else printable(text))


def _head(draft: Draft, printer: Printer) -> Mapping[str, object]:
    profile = draft.blueprint.profile
    programme = profile.programme
    return {
        "language": printer.language,
        "country": printer.country,
        "title": profile.title or "",
        "programme": views.fact_word(programme.name, printer),
        "owner": views.fact_word(programme.owner, printer),
        "status": printer.say(programme.status or "not stated"),
        "date": printer.language.date(draft.date),
    }


def _first(draft: Draft, printer: Printer) -> Mapping[str, object]:
    """Return what the first screen shows."""
    limits = draft.limits
    return {
        "answer": [printer.sentence(sentence) for sentence in answer(draft)],
        "options": views.option_rows(draft.options, printer),
        "reached": views.reach_rows(draft.options, printer),
        "partial": views.partial_note(draft.options, printer),
        "criteria": views.criteria(
            draft.options, limits, points=draft.blueprint.points, printer=printer
        ),
        "bars": views.limit_rows((*limits.known, *limits.indications), printer),
        "unknown_limits": [
            row for row in views.limit_rows(limits.limits, printer) if row.standing == "unknown"
        ],
        "binds": limits.binds.name if limits.binds else "",
        "points": views.point_rows(draft.blueprint.points, printer),
        "gaps": views.gap_rows(draft.deciding, draft.limits, printer),
        "levers": views.lever_rows(draft.levers, printer),
        "states": _STATES,
        "outcomes": _OUTCOMES,
        "has": printer.has,
        "count": printer.language.count,
    }


def _rest(draft: Draft, printer: Printer) -> Mapping[str, object]:
    blueprint = draft.blueprint
    profile = blueprint.profile
    misfits = [f for f in blueprint.findings if f.kind is Kind.FEASIBILITY]
    others = [f for f in blueprint.findings if f.kind is not Kind.FEASIBILITY]
    return {
        "forecast": views.forecast_view(draft, printer),
        "charts": {name: Markup(svg) for name, svg in forecast_pictures(draft, printer).items()},
        "worth": views.worth_rows(draft.options, printer),
        "worth_lacks": views.worth_lack_rows(draft.options, printer),
        "limits": views.limit_rows(draft.limits.limits, printer),
        "readiness": views.readiness_rows(draft.readiness, printer),
        "phases": views.phase_rows(draft.checklist, printer),
        "grade": views.grade_row(draft.checklist.grade, printer),
        "achieved": views.stage_rows(printer),
        "misfits": views.finding_rows(misfits, printer),
        "faults": views.finding_rows(others, printer),
        "not_evaluated": blueprint.not_evaluated,
        "decisions": views.decision_rows(blueprint.decisions, printer),
        "unjudged": views.unjudged_rows(blueprint.decisions),
        "picture": Markup(picture(draft, printer)),
        "steps": views.step_rows(blueprint.workflow, printer),
        "further_documents": list(views.further_documents(draft)),
        "settings": views.setting_rows(blueprint.settings, printer),
        "features": views.feature_rows(blueprint.features, printer),
        "tracks": views.track_rows(profile, printer),
        "gate_states": _GATES,
        "gates": views.gate_rows(blueprint.decisions),
        "papers": _papers(draft),
        "untranslated": ", ".join(map(printer.language.tongue, untranslated(draft))),
        "downloads": _DOWNLOADS,
        "groups": figure_groups(printer),
        "sources": source_rows(profile, printer),
    }


@dataclass(frozen=True, slots=True)
class _Paper:
    """One document in one language, with its files by format."""

    title: str
    language: str
    code: str
    files: Mapping[str, str]


def _papers(draft: Draft) -> tuple[_Paper, ...]:
    return tuple(
        _Paper(
            title=kind.title,
            language=paper.language(code).name,
            code=code,
            files={form.upper(): f"documents/{code}/{kind.name}.{form}" for form in kind.formats},
        )
        for code in draft.languages
        for kind in KINDS
        if kind.name in draft.documents
    )
