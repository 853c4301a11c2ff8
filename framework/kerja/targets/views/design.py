"""Rows of the design: beside the model, the journey, benefits, settings, complaints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from kerja.adaptation import Feature, Setting, SettingValue
from kerja.profile import Figure, Knowledge, Profile, Words, YesNo
from kerja.targets.papers import FURTHER
from kerja.targets.printing import Printer
from kerja.targets.registry import Draft
from kerja.workflow import LABELS, Step, Workflow, numbers, reading_order

Text = str | Markup


@dataclass(frozen=True, slots=True)
class FeatureRow:
    """One feature of the model beside the country's."""

    name: str
    model: str
    country: str
    likeness: str


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting of the delivery system."""

    key: str
    value: str
    rules: str


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


@dataclass(frozen=True, slots=True)
class GrievanceRow:
    """How people complain and appeal."""

    channels: str
    answer_days: Text
    appeal_before: str


def feature_rows(features: Iterable[Feature], printer: Printer) -> tuple[FeatureRow, ...]:
    """Return the comparison with the model; empty cells say "not stated"."""
    silent = printer.say("not stated")
    return tuple(
        FeatureRow(
            name=f.name,
            model=grouped(f.model, printer) or silent,
            country=grouped(_country(f, printer), printer) or silent,
            likeness=f.likeness.value,
        )
        for f in features
    )


def grouped(text: str, printer: Printer) -> str:
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
            f"{printer.say(way.when or 'usual way')} → {numbered.get(way.to, '?')} "
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


@dataclass(frozen=True, slots=True)
class FurtherDocument:
    """A document that people write, and what rules that act say of it: (code of the rule, text)."""

    title: str
    texts: tuple[tuple[str, str], ...]


def further_documents(draft: Draft) -> Iterator[FurtherDocument]:
    """Yield the documents that are not built and must say something, in the order of approval."""
    for name, title in FURTHER.items():
        texts = tuple(
            (decision.rule, addition.text)
            for decision in draft.blueprint.decisions
            if decision.acts and decision.change is not None
            for addition in decision.change.documents
            if addition.document == name
        )
        if texts:
            yield FurtherDocument(title, texts)


def additions(draft: Draft, document: str) -> Iterator[str]:
    """Yield what rules that act add to a document."""
    for decision in draft.blueprint.decisions:
        if decision.acts and decision.change is not None:
            for addition in decision.change.documents:
                if addition.document == document:
                    yield addition.text
