"""Rows of what the facts decide: rules that act, advise or ask, and the conditions of payment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from kerja.adaptation import Decision, Outcome
from kerja.adaptation.looking import Comparison
from kerja.adaptation.sheet import words
from kerja.targets.printing import Printer, Sentence

Text = str | Markup


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One rule that acts, advises or is sensitive.

    `effect` is the outcome, or "told" where a rule that fired changes papers and no design.
    """

    rule: str
    title: str
    outcome: str
    effect: str
    why: str
    reason: Text
    evidence: str
    proposals: tuple[str, ...]
    question: str
    owner: str


@dataclass(frozen=True, slots=True)
class UnjudgedRow:
    """One rule that could not be judged."""

    rule: str
    title: str
    lacks: str


@dataclass(frozen=True, slots=True)
class GateRow:
    """One condition before money is paid."""

    title: str
    state: str
    question: str


def decision_rows(decisions: Iterable[Decision], printer: Printer) -> tuple[DecisionRow, ...]:
    """Return the rules that act, advise or are sensitive, with the figures that say so."""
    told = (Outcome.FIRED, Outcome.SENSITIVE, Outcome.ADVISED)
    return tuple(
        DecisionRow(
            rule=d.rule,
            title=d.title,
            outcome=d.outcome.value,
            effect=_effect(d),
            why=d.why,
            reason=reason(d, printer),
            evidence=d.evidence,
            proposals=d.change.proposals if d.change else (),
            question=d.question,
            owner=d.owner,
        )
        for d in sorted(decisions, key=lambda d: d.rule)
        if d.outcome in told and (d.change is not None or d.outcome is Outcome.ADVISED)
    )


def _effect(decision: Decision) -> str:
    change = decision.change
    if decision.acts and change is not None and not change.alters_design:
        return "told"
    return decision.outcome.value


def unjudged_rows(decisions: Iterable[Decision]) -> tuple[UnjudgedRow, ...]:
    """Return the rules that nobody could judge, with the figures that are missing for it."""
    return tuple(
        UnjudgedRow(d.rule, d.title, "; ".join(words(path) for path in d.lacks))
        for d in sorted(decisions, key=lambda d: d.rule)
        if d.outcome is Outcome.UNKNOWN
    )


def reason(decision: Decision, printer: Printer) -> Markup:
    """Say which figures stand against which thresholds, and what disagrees."""
    parts = [_compared(comparison, printer) for comparison in decision.comparisons]
    yes = [_measured(name, printer) for name, holds in decision.alternatives.items() if holds]
    no = [_measured(name, printer) for name, holds in decision.alternatives.items() if not holds]
    if yes and no:
        parts.append(
            printer.sentence(
                Sentence(
                    "holds under {these}, not under {those}",
                    {"these": _joined(", ", yes), "those": _joined(", ", no)},
                )
            )
        )
    return _joined("; ", parts)


def _compared(comparison: Comparison, printer: Printer) -> Markup:
    key = _key(comparison, printer)
    entry = printer.register.get(key)
    is_share = entry is not None and entry.unit in ("share", "rate")
    computes = not comparison.what and entry is not None and entry.number == comparison.number
    number, threshold = (
        printer.language.percent(n, places=1) if is_share else printer.language.decimal(n, places=0)
        for n in (comparison.number, comparison.threshold)
    )
    text = "{what} {figure}, threshold {threshold}"
    if comparison.judged:
        text = "{what} {figure}, threshold {threshold} (Kerja’s judgement)"
    parts = {
        "what": comparison.what or words(comparison.path),
        "figure": printer.figure(key) if computes else number,
        "threshold": threshold,
    }
    return printer.sentence(Sentence(text, parts))


def _key(comparison: Comparison, printer: Printer) -> str:
    """Return the key of what is compared: a labour figure may stand in the set of one source."""
    path = comparison.path
    section, _, name = path.partition(".")
    if printer.has(path) or section != "labour_force":
        return path
    sets = printer.profile.labour_force.measurements
    keys = (f"{section}.measurements[{figures.id}].{name}" for figures in sets)
    entries = (printer.register.get(key) for key in keys)
    held = (entry.key for entry in entries if entry and entry.number == comparison.number)
    return next(held, path)


def _measured(name: str, printer: Printer) -> Markup:
    """Print the name of a measurement, and its figure where the register has it."""
    path, _, rest = name.partition("[")
    measurement = rest.rstrip("]") or name
    key = f"{path}.measurements[{measurement}]"
    if not printer.has(key):
        return printer.escape(measurement)
    return _joined(" ", (printer.escape(measurement), printer.figure(key)))


def _joined(between: str, parts: Iterable[Markup]) -> Markup:
    """Join what is safe already; `between` is plain punctuation, safe in every medium."""
    return Markup(between).join(parts)


def gate_rows(decisions: Iterable[Decision]) -> tuple[GateRow, ...]:
    """Return the conditions before money is paid, with their state."""
    return tuple(
        GateRow(d.title, d.gate.value, d.question) for d in decisions if d.gate is not None
    )
