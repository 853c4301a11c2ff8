"""The documents target: what goes to a decision and then to the office, in each language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from markupsafe import Markup

from kerja import documents as paper
from kerja.adaptation import is_inherited
from kerja.errors import KerjaError
from kerja.register import Entry
from kerja.resources import shipped
from kerja.targets import views
from kerja.targets.answer import answer
from kerja.targets.foreseen import forecast_pictures
from kerja.targets.labels import wanted
from kerja.targets.papers import DOCUMENTS as DOCUMENTS
from kerja.targets.papers import SLIDE, Kind
from kerja.targets.papers import chosen as chosen
from kerja.targets.printing import Printer, note_key, source_note
from kerja.targets.registry import Draft, Files
from kerja.targets.slide import compose_slide
from kerja.targets.workflow import picture
from kerja.workflow import LABELS, reading_order


def offered_languages(codes: tuple[str, ...], templates: Path | None) -> tuple[str, ...]:
    """Return the languages asked for.

    Raises:
        KerjaError: none is asked for, or one has no catalogue of translations.
    """
    folders = (*((templates,) if templates else ()), shipped("templates"))
    offered = paper.translated_languages([folder / "documents" for folder in folders])
    for code in codes:
        if code not in offered:
            raise KerjaError(
                f'there are no translations into "{code}"',
                f"choose from {', '.join(offered)}, "
                f"or add documents/locale/{code}.po to your templates",
            )
    if not codes:
        raise KerjaError("no language is named", f"choose from {', '.join(offered)}")
    return codes


def untranslated(draft: Draft) -> tuple[str, ...]:
    """Return the languages of the country into which nothing is translated yet."""
    country = draft.blueprint.profile.country
    own = country.languages.value if country.languages and country.languages.value else ()
    offered = paper.translated_languages(draft.folders("documents"))
    return tuple(code for code in own if code not in offered)


def document_files(draft: Draft) -> Files:
    """Return documents/<lang>/<name>.{docx,pdf,html}, and the slide as pptx."""
    files: dict[str, bytes] = {}
    for code in draft.languages:
        for kind in DOCUMENTS:
            if kind.name in draft.documents:
                files |= _written(draft, kind, code)
        if SLIDE.name in draft.documents:
            slide = compose_slide(draft, printer_of(draft, code, None))
            files[f"documents/{code}/{SLIDE.name}.pptx"] = paper.to_pptx(slide, date=draft.date)
    return files


def _written(draft: Draft, kind: Kind, code: str) -> Files:
    document = compose(draft, kind, code)
    printer = printer_of(draft, code, {})
    images = {"workflow.svg": picture(draft, printer), **forecast_pictures(draft, printer)}
    start = f"documents/{code}/{kind.name}"
    return {
        f"{start}.docx": paper.to_docx(document, images=images, date=draft.date),
        f"{start}.pdf": paper.to_pdf(document, images=images, date=draft.date),
        f"{start}.html": paper.to_html(document, images=images, date=draft.date),
    }


def compose(draft: Draft, kind: Kind, code: str) -> paper.Document:
    """Build the tree of one document in one language."""
    notes: dict[str, str] = {}
    printer = printer_of(draft, code, notes)
    text = paper.render(
        kind.template,
        folders=draft.folders("documents"),
        context=_context(draft, printer),
        translations=printer.catalogue,
    )
    body = paper.parse(text, notes=notes)
    profile = draft.blueprint.profile
    return paper.Document(
        title=f"{printer.say(kind.title)}: {printer.country}",
        subtitle=profile.title or "",
        language=code,
        blocks=body.blocks,
        date=printer.language.date(draft.date),
        status=_status(printer),
        notes=body.notes,
        contents=kind.has_contents,
        labels=paper.translated(printer.say),
    )


def _status(printer: Printer) -> str:
    """Say what the paper is for, and in a translation what of it is translated and who read it."""
    words = [printer.say("Draft for decision")]
    if printer.language.code != "en":
        words.append(printer.say("headings and tables in translation, running text in English"))
        if not paper.status(printer.catalogue, ()).is_reviewed:
            words.append(printer.say("translation not reviewed"))
    return " · ".join(words)


def printer_of(draft: Draft, code: str, notes: dict[str, str] | None) -> Printer:
    """Return the printer of a document; the notes it refers to gather in `notes`.

    Without `notes` it prints plain text, which leads nowhere and is safe nowhere else.
    """
    catalogue = paper.translations(code, folders=draft.folders("documents"))
    language = paper.language(code, calendar=calendar_of(draft, code))
    profile = draft.blueprint.profile

    if notes is None:
        return Printer(
            draft.register, profile, language, catalogue, lambda text, _: Markup(text), Markup
        )

    def mark(text: str, entry: Entry) -> Markup:
        note = source_note(entry, profile, language, catalogue.gettext)
        key = note_key(note)
        notes[key] = note
        return paper.Markdown(f"{paper.Markdown.escape(text)}[^{key}]")

    return Printer(draft.register, profile, language, catalogue, mark, paper.Markdown.escape)


def calendar_of(draft: Draft, code: str) -> Literal["gregorian", "buddhist"] | None:
    """The country's own calendar holds in its own languages; elsewhere the language's usual one."""
    country = draft.blueprint.profile.country
    own = country.languages.value if country.languages and country.languages.value else ()
    return country.calendar if code in own else None


def _context(draft: Draft, printer: Printer) -> Mapping[str, object]:
    """Return what the templates of all documents may speak of."""
    blueprint = draft.blueprint
    profile = blueprint.profile
    decisions = views.decision_rows(blueprint.decisions, printer)
    owner = profile.programme.owner
    return {
        "country": printer.country,
        "owner": owner.value if owner is not None and owner.value else "TODO(human)",
        "has": printer.has,
        "figure": printer.figure,
        "about": printer.about,
        "answer": [printer.sentence(sentence) for sentence in answer(draft)],
        "options": views.option_rows(draft.options, printer),
        **_money(draft, printer),
        "forecast": views.forecast_view(draft, printer),
        "charts": forecast_pictures(draft, printer),
        "reached": views.reach_rows(draft.options, printer),
        "partial": views.partial_note(draft.options, printer),
        "limits": views.limit_rows(draft.limits.limits, printer),
        "readiness": views.readiness_rows(draft.readiness, printer),
        "chain": views.phase_rows(draft.checklist, printer),
        "grade": views.grade_row(draft.checklist.grade, printer),
        "features": views.feature_rows(blueprint.features, printer),
        "tracks": views.track_rows(profile, printer),
        "crises": views.crisis_rows(draft.options, printer),
        "evaluation_planned": _own_answer("planned", printer),
        "literacy_item": _own_answer("literacy_item", printer),
        "achieved": views.stage_rows(printer),
        "decisions": decisions,
        "acting": [d for d in decisions if d.outcome == "fired"],
        "weighing": [d for d in decisions if d.outcome != "fired"],
        "gates": views.gate_rows(blueprint.decisions),
        "points": blueprint.points,
        "gaps": views.gap_rows(draft.deciding, draft.limits, printer),
        "levers": views.lever_rows(draft.levers, printer),
        "context_amounts": views.context_rows(profile, printer),
        "stakeholders": profile.stakeholders,
        "lanes": _lanes(draft, printer),
        "phases": _phases(draft, printer),
        "benefits": views.benefit_rows(profile, printer),
        "settings": views.setting_rows(blueprint.settings, printer),
        "additions": {kind.name: list(views.additions(draft, kind.name)) for kind in DOCUMENTS},
        "grievance": views.grievance_row(profile, printer),
    }


def _own_answer(name: str, printer: Printer) -> str:
    """Say yes or no of the evaluation, or that only the model says it."""
    given = getattr(printer.profile.evaluation, name)
    if given is not None and is_inherited(printer.profile, f"evaluation.{name}"):
        return printer.say("inherited from the model, not decided")
    return views.answer_word(given, printer)


def _money(draft: Draft, printer: Printer) -> Mapping[str, object]:
    """Return what the budget annex speaks of."""
    lacks = views.lack_rows(draft.options, printer)
    return {
        "costs": views.cost_rows(draft.options, printer),
        "methods": views.method_rows(draft.options, printer),
        "lacks": lacks,
        "lack_count": printer.language.count(len(lacks)),
        "prices": views.price_rows(draft.options, printer),
        "worth": views.worth_rows(draft.options, printer),
        "worth_lacks": views.worth_lack_rows(draft.options, printer),
        "money_points": views.money_points(draft.blueprint.points),
    }


@dataclass(frozen=True, slots=True)
class _Phase:
    name: str
    steps: tuple[views.StepRow, ...]


@dataclass(frozen=True, slots=True)
class _Lane:
    name: str
    steps: str


def _phases(draft: Draft, printer: Printer) -> tuple[_Phase, ...]:
    workflow = draft.blueprint.workflow
    rows = {row.id: row for row in views.step_rows(workflow, printer)}
    return tuple(
        _Phase(
            LABELS[f"phase.{phase}"],
            tuple(rows[step.id] for step in reading_order(workflow) if step.phase == phase),
        )
        for phase in workflow.phases
    )


def _lanes(draft: Draft, printer: Printer) -> tuple[_Lane, ...]:
    workflow = draft.blueprint.workflow
    rows = views.step_rows(workflow, printer)
    names = (LABELS[f"lane.{lane}"] for lane in workflow.lanes)
    return tuple(
        _Lane(name, ", ".join(row.number for row in rows if row.lane == name)) for name in names
    )


def translation_states() -> Iterator[tuple[str, str]]:
    """Yield each language with how far its translation has come and who has read it."""
    templates = shipped("templates")
    texts = wanted(templates)
    folder = templates / "documents"
    for code in paper.translated_languages((folder,)):
        state = paper.status(paper.translations(code, folders=(folder,)), texts)
        reader = f"; reviewed by {state.reviewed_by}" if state.reviewed_by else ""
        yield code, f"{state.translated} of {state.total} labels{reader}"
