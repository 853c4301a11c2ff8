"""What documents and pages show of a blueprint: rows whose figures are already printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from kerja.adaptation import Decision, Feature, Gap, Outcome, Point, Setting, SettingValue
from kerja.adaptation.looking import Comparison
from kerja.adaptation.sheet import HUMAN, words
from kerja.costing import Option
from kerja.feasibility import Limit
from kerja.findings import Finding, Kind
from kerja.profile import Figure, Knowledge, Profile, Words, YesNo
from kerja.targets.printing import Printer, Sentence
from kerja.targets.registry import Draft
from kerja.workflow import LABELS, Step, Workflow, numbers, reading_order

Text = str | Markup


@dataclass(frozen=True, slots=True)
class YearRow:
    """One year of an option."""

    number: str
    people: Text
    cost: Text


@dataclass(frozen=True, slots=True)
class OptionRow:
    """One option."""

    id: str
    title: str
    summary: str
    people: Text
    cost: Text
    dollars: Text
    who: str
    risks: str
    years: tuple[YearRow, ...]


@dataclass(frozen=True, slots=True)
class LimitRow:
    """One limit; `width` is its length in a bar chart, in percent of the longest."""

    name: str
    persons: Text
    standing: str
    note: str
    formula: str
    lifts: str
    lacks: str
    width: float


@dataclass(frozen=True, slots=True)
class FeatureRow:
    """One feature of the model beside the country's."""

    name: str
    model: str
    country: str
    likeness: str


@dataclass(frozen=True, slots=True)
class StageRow:
    """One stage of what was achieved."""

    name: str
    people: Text


@dataclass(frozen=True, slots=True)
class GapRow:
    """One missing figure."""

    name: str
    path: str
    state: str
    unlocks: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One rule that acts, advises or is sensitive."""

    rule: str
    title: str
    outcome: str
    why: str
    reason: Text
    evidence: str
    proposals: tuple[str, ...]
    question: str
    owner: str


@dataclass(frozen=True, slots=True)
class PointRow:
    """One point that only a person can decide."""

    id: str
    question: str
    owner: str
    due: str
    waits: str
    rule: str
    place: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding; `accepted` holds the reason where somebody accepted it."""

    code: str
    name: str
    message: str
    hint: str
    place: str
    severity: str
    accepted: str


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


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of the journey."""

    number: str
    id: str
    name: str
    lane: str
    needs: str
    gives: str
    deadline: str
    rule: str
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BenefitRow:
    """One benefit."""

    name: str
    amount: Text
    every: str
    condition: str
    paid_to: str


def option_rows(options: Iterable[Option], printer: Printer) -> tuple[OptionRow, ...]:
    """Return the options as a table shows them."""
    return tuple(_option(option, printer) for option in options)


def _option(option: Option, printer: Printer) -> OptionRow:
    start = f"options[{option.id}]"
    people: Text = printer.figure(f"{start}.people")
    if option.people is None:
        people = printer.escape(printer.say("to be decided"))
    elif option.period == "year":
        people = people + type(people)(" ") + printer.escape(printer.say("a year"))
    return OptionRow(
        id=option.id,
        title=option.title,
        summary=option.summary,
        people=people,
        cost=printer.figure(f"{start}.ceiling"),
        dollars=printer.figure(f"{start}.ceiling_usd"),
        who=", ".join(option.who_must_agree) or printer.say("to be decided"),
        risks="; ".join(option.risks),
        years=tuple(
            YearRow(
                printer.language.count(year.number),
                printer.figure(f"{start}.people_year"),
                printer.figure(f"{start}.ceiling_year"),
            )
            for year in option.by_year
        ),
    )


def partial_note(options: Iterable[Option], printer: Printer) -> str:
    """Say what keeps the cost of the options from being whole; empty if nothing does."""
    lacks = dict.fromkeys(path for option in options for path in option.lacks)
    if not lacks:
        return ""
    return (
        printer.say("These costs are partial. Still to be obtained")
        + ": "
        + "; ".join(words(path) for path in lacks)
        + "."
    )


def limit_rows(limits: Iterable[Limit], printer: Printer) -> tuple[LimitRow, ...]:
    """Return the limits as a table shows them."""
    listed = tuple(limits)
    longest = max((limit.persons or 0 for limit in listed), default=0) or 1
    return tuple(
        LimitRow(
            name=limit.name,
            persons=printer.figure(f"limits.{limit.name}"),
            standing=limit.standing.value,
            note=limit.note,
            formula=limit.formula,
            lifts=limit.lifts,
            lacks="; ".join(words(path) for path in limit.lacks),
            width=round(100 * (limit.persons or 0) / longest, 1),
        )
        for limit in listed
    )


def feature_rows(features: Iterable[Feature], printer: Printer) -> tuple[FeatureRow, ...]:
    """Return the comparison with the model; empty cells say "not stated"."""
    silent = printer.say("not stated")
    return tuple(
        FeatureRow(
            name=f.name,
            model=_grouped(f.model, printer) or silent,
            country=_grouped(_country(f, printer), printer) or silent,
            likeness=f.likeness.value,
        )
        for f in features
    )


def _grouped(text: str, printer: Printer) -> str:
    """Write the numbers of a profile's text as people do: 600_000 as 600,000."""
    return re.sub(
        r"\b[0-9]+(?:_[0-9]{3})+\b",
        lambda found: printer.language.count(int(found[0].replace("_", ""))),
        text,
    )


def _country(feature: Feature, printer: Printer) -> str:
    if feature.inherited:
        return printer.say("inherited from the model, not decided")
    return feature.country


_STAGES = (
    "registered", "applied", "eligible", "accepted", "purchased", "studying", "completed",
    "graduated", "paid", "employed",
)  # fmt: skip


def stage_rows(printer: Printer) -> tuple[StageRow, ...]:
    """Return what was achieved so far, stage by stage."""
    start = "programme.actual."
    return tuple(
        StageRow(name, printer.figure(start + name))
        for name in _STAGES
        if printer.has(start + name)
    )


def gap_rows(gaps: Iterable[Gap], printer: Printer) -> tuple[GapRow, ...]:
    """Return the missing figures, those that most depends on first."""
    return tuple(
        GapRow(
            name=words(gap.path),
            path=gap.path,
            state=gap.state,
            unlocks=", ".join(printer.say(name) for name in gap.unlocks),
        )
        for gap in gaps
    )


def decision_rows(decisions: Iterable[Decision], printer: Printer) -> tuple[DecisionRow, ...]:
    """Return the rules that act, advise or are sensitive, with the figures that say so."""
    told = (Outcome.FIRED, Outcome.SENSITIVE, Outcome.ADVISED)
    return tuple(
        DecisionRow(
            rule=d.rule,
            title=d.title,
            outcome=d.outcome.value,
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
    entry = printer.register.get(comparison.path)
    is_share = entry is not None and entry.unit in ("share", "rate")
    computes = entry is not None and entry.number == comparison.number
    number, threshold = (
        printer.language.percent(n, places=1) if is_share else printer.language.decimal(n, places=0)
        for n in (comparison.number, comparison.threshold)
    )
    text = "{what} {figure}, threshold {threshold}"
    if comparison.judged:
        text = "{what} {figure}, threshold {threshold} (Kerja’s judgement)"
    parts = {
        "what": words(comparison.path),
        "figure": printer.figure(comparison.path) if computes else number,
        "threshold": threshold,
    }
    return printer.sentence(Sentence(text, parts))


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


def point_rows(points: Iterable[Point], printer: Printer) -> tuple[PointRow, ...]:
    """Return the points to decide; nobody and no date yet is said in words."""
    return tuple(
        PointRow(
            id=point.id,
            question=point.question,
            owner=_named(point.owner, "to be named", printer),
            due=_named(point.due, "to be set", printer),
            waits=point.waits,
            rule=point.rule,
            place=point.place.in_short,
        )
        for point in points
    )


def _named(text: str, otherwise: str, printer: Printer) -> str:
    return printer.say(otherwise) if text == HUMAN else text


def finding_rows(findings: Iterable[Finding], printer: Printer) -> tuple[FindingRow, ...]:
    """Return findings as a table shows them."""
    return tuple(
        FindingRow(
            code=finding.code,
            name=finding.name,
            message=_told(finding, finding.message, printer),
            hint=_told(finding, finding.hint, printer),
            place=finding.place.in_short,
            severity=finding.severity.value,
            accepted=finding.accepted,
        )
        for finding in findings
    )


def _told(finding: Finding, text: str, printer: Printer) -> str:
    """A fault speaks of the text of the profile, which is quoted as it is written."""
    return _grouped(text, printer) if finding.kind is Kind.FEASIBILITY else text


def gate_rows(decisions: Iterable[Decision]) -> tuple[GateRow, ...]:
    """Return the conditions before money is paid, with their state."""
    return tuple(
        GateRow(d.title, d.gate.value, d.question) for d in decisions if d.gate is not None
    )


def step_rows(workflow: Workflow, printer: Printer) -> tuple[StepRow, ...]:
    """Return the steps of the journey, numbered as in the picture."""
    numbered = {step: printer.language.count(n) for step, n in numbers(workflow).items()}
    return tuple(_step(step, workflow, printer, numbered) for step in reading_order(workflow))


def _step(step: Step, workflow: Workflow, printer: Printer, numbered: dict[str, str]) -> StepRow:
    deadline = step.deadline
    time = ""
    if deadline is not None:
        days = printer.language.count(deadline.days) if deadline.days else printer.say("unknown")
        then = f" → {numbered.get(deadline.then, '?')}" if deadline.then else ""
        time = f"{days} {printer.say('days')}{then}"
    return StepRow(
        number=numbered[step.id],
        id=step.id,
        name=step.name,
        lane=LABELS[f"lane.{step.lane}"],
        needs=", ".join(printer.say(proof) for proof in step.needs),
        gives=", ".join(printer.say(proof) for proof in step.gives),
        deadline=time,
        rule=step.rule,
        ways=tuple(
            f"{way.when or printer.say('usual way')} → {numbered.get(way.to, '?')} "
            f"{printer.say(workflow[way.to].name) if way.to in workflow else way.to}"
            for way in step.ways
        ),
    )


def benefit_rows(profile: Profile, printer: Printer) -> tuple[BenefitRow, ...]:
    """Return what a participant gets."""
    return tuple(
        BenefitRow(
            name=benefit.id,
            amount=_amount(benefit.amount, f"programme.benefits[{benefit.id}].amount", printer),
            every=_how_often(benefit.every, benefit.payments, printer),
            condition=_condition(benefit.after, benefit.during, printer),
            paid_to=printer.say(benefit.paid_to or "unknown"),
        )
        for benefit in profile.programme.benefits.items
    )


def _amount(figure: Figure[Any] | None, key: str, printer: Printer) -> Text:
    if figure is not None and figure.knowledge is Knowledge.TO_DECIDE:
        return printer.escape(printer.say("to be decided"))
    return printer.figure(key)


def _how_often(every: str, payments: int | None, printer: Printer) -> str:
    times = printer.language.count(payments) if payments else printer.say("unknown")
    if every == "once" and payments == 1:
        return printer.say("once")
    return f"{printer.say('every ' + every)}, {printer.say('at most')} {times}"


def _condition(after: str | None, during: str | None, printer: Printer) -> str:
    if during:
        return printer.say("during training")
    return (
        f"{printer.say('after')} {after.replace('_', ' ')}" if after else printer.say("not stated")
    )


@dataclass(frozen=True, slots=True)
class AmountRow:
    """Money near the programme."""

    what: str
    amount: Text
    years: str
    stage: str


def context_rows(profile: Profile, printer: Printer) -> tuple[AmountRow, ...]:
    """Return the amounts near the programme that do not belong to it."""
    return tuple(
        AmountRow(
            what=item.what,
            amount=printer.figure(f"budget.context[{index}].amount"),
            years=printer.language.in_digits(item.years or ""),
            stage=printer.say(item.stage or "not stated"),
        )
        for index, item in enumerate(profile.budget.context)
    )


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting of the delivery system."""

    key: str
    value: str
    rules: str


def setting_rows(settings: Iterable[Setting], printer: Printer) -> tuple[SettingRow, ...]:
    """Return the settings that rules made."""
    return tuple(
        SettingRow(setting.key, _setting(setting.value, printer), ", ".join(setting.rules))
        for setting in settings
    )


def _setting(value: SettingValue, printer: Printer) -> str:
    if isinstance(value, bool):
        return printer.say("yes" if value else "no")
    if isinstance(value, float) and 0 < value < 1:
        return printer.language.percent(value, places=1)
    if isinstance(value, int | float):
        return printer.language.decimal(value, places=0)
    return ", ".join(value) if isinstance(value, tuple) else value


@dataclass(frozen=True, slots=True)
class GrievanceRow:
    """How people complain and appeal."""

    channels: str
    answer_days: Text
    appeal_before: str


def grievance_row(profile: Profile, printer: Printer) -> GrievanceRow:
    """Return how people complain and appeal, or what is not known of it."""
    grievance = profile.grievance
    channels = grievance.channels.value if grievance.channels else None
    return GrievanceRow(
        channels=", ".join(channels) if channels else printer.say("unknown"),
        answer_days=printer.figure("grievance.answer_days"),
        appeal_before=answer_word(grievance.appeal_before_batch_close, printer),
    )


def answer_word(fact: YesNo | None, printer: Printer) -> str:
    """Say yes, no, or what kind of not knowing it is."""
    if fact is None:
        return printer.say("not stated")
    if fact.value is None:
        return printer.say("to be decided" if fact.knowledge is Knowledge.TO_DECIDE else "unknown")
    return printer.say("yes" if fact.value else "no")


def fact_word(fact: Words | None, printer: Printer) -> str:
    """Say a fact in words, or what kind of not knowing it is."""
    if fact is None:
        return printer.say("not stated")
    if fact.knowledge is Knowledge.TO_DECIDE:
        return printer.say("to be decided")
    return fact.value or printer.say("unknown")


def additions(draft: Draft, document: str) -> Iterator[str]:
    """Yield what rules that act add to a document."""
    for decision in draft.blueprint.decisions:
        if decision.acts and decision.change is not None:
            for addition in decision.change.documents:
                if addition.document == document:
                    yield addition.text
