"""Where a figure of a blueprint comes from: its formula, its inputs down to file and line."""

from __future__ import annotations

from collections.abc import Iterator

from kerja.adaptation import taken_over
from kerja.cli.absence import lacking_page, missing_page
from kerja.cli.lines import at, labelled, listed, wrapped
from kerja.cli.lookup import Subject, beside, look_up
from kerja.comparison import Said, exact, said
from kerja.profile import Assumption, Profile
from kerja.profile.evidence import Source
from kerja.register import Entry
from kerja.targets import Draft


def derivation(key: str, draft: Draft) -> str:
    """Return the derivation of a figure, or what is known of a missing one.

    Args:
        key: of the register (`options[as-announced].ceiling`), or a path of the profile.
        draft: the blueprint with its register.

    Raises:
        KerjaError: nothing has that key; the hint says what is near.
    """
    subject = look_up(key.strip(), draft)
    if subject.entry is not None and subject.entry.is_computed:
        return "\n".join(_computed(subject, subject.entry, draft))
    is_known = subject.fact is not None and subject.fact.is_known
    if subject.entry is not None or is_known or subject.text:
        return "\n".join(_given(subject, draft))
    if subject.fact is not None:
        return missing_page(subject, draft)
    return lacking_page(subject, draft)


def _computed(subject: Subject, entry: Entry, draft: Draft) -> Iterator[str]:
    yield f"{subject.key} = {_value(entry)}"
    yield ""
    rows = (
        ("Computed by Kerja", entry.formula or ""),
        ("Status", entry.status or ""),
        ("Note", entry.note or ""),
    )
    yield from labelled(rows)
    yield from ("", "From:")
    seen: set[str] = {subject.key}
    for name in entry.inputs:
        yield from _branch(name, subject, draft, seen=seen, depth=1)
    yield from _what_rests_on(subject, draft)


def _branch(key: str, above: Subject, draft: Draft, *, seen: set[str], depth: int) -> Iterator[str]:
    """Yield an input and, below it, its own inputs; what was told before is not told again."""
    subject = _input(key, above, draft)
    start, below = "  " * depth, "  " * (depth + 1)
    entry = subject.entry
    told = (_value(entry) if entry is not None else _told(subject)) or "not known"
    again = " (see above)" if subject.key in seen else ""
    yield from wrapped(start, f"{subject.key} = {told}{again}", indent=2 * depth + 4)
    if again:
        return
    seen.add(subject.key)
    if entry is not None and entry.is_computed:
        note = f" ({entry.note})" if entry.note else ""
        yield from wrapped(f"{below}= ", f"{entry.formula}{note}", indent=2 * depth + 6)
        for name in entry.inputs:
            yield from _branch(name, subject, draft, seen=seen, depth=depth + 1)
        return
    yield from wrapped(below, _origin(subject), indent=2 * depth + 4)


def _input(key: str, above: Subject, draft: Draft) -> Subject:
    """Look up an input: of an option's figure, the option's own value is meant."""
    profile = above.profile
    if key not in draft.register and profile is not draft.blueprint.profile:
        return look_up(f"options[{profile.origin.name}].{key}", draft)
    return look_up(key, draft)


def _told(subject: Subject) -> str:
    return said(subject.fact, subject.profile, subject.path).text if subject.fact else subject.text


def _origin(subject: Subject) -> str:
    """Say in one line where a given value comes from: source, date, standing, place."""
    statement = _statement(subject)
    if statement is None:
        place = subject.place or subject.profile.place(subject.path)
        return f"at {at(place)}"
    return _in_short(statement, subject.profile)


def _statement(subject: Subject) -> Said | None:
    if subject.fact is None:
        return None
    return said(subject.fact, subject.profile, subject.path)


def _in_short(statement: Said, profile: Profile) -> str:
    source = profile.sources.get(statement.source)
    publisher = (source.publisher or source.title) if source is not None else None
    named = f"{publisher} ({statement.source})" if publisher else statement.source
    parts = (named, statement.when, statement.status, statement.confidence)
    return f"{', '.join(part for part in parts if part)} at {at(statement.place)}".strip()


def _given(subject: Subject, draft: Draft) -> Iterator[str]:
    entry = subject.entry
    told = _told(subject)
    yield from wrapped(f"{subject.key} = ", _value(entry) if entry is not None else told)
    yield ""
    statement = _statement(subject)
    place = subject.place or subject.profile.place(subject.path)
    if statement is None:
        yield from labelled([("Place", at(place))])
    else:
        source = subject.profile.sources.get(statement.source)
        yield from labelled(_provenance(subject, statement, source))
    yield from listed("Measured otherwise", _others(subject))
    yield from listed(
        "Findings",
        (
            f"{f.code} {f.name}: {f.message} (at {at(f.place)})"
            for f in draft.blueprint.findings
            if f.path == subject.path
        ),
    )
    yield from _what_rests_on(subject, draft)


def _provenance(
    subject: Subject, statement: Said, source: Source | None
) -> Iterator[tuple[str, str]]:
    entry = subject.entry
    if entry is not None and statement.text != _value(entry):
        yield "Written", statement.text
    if entry is not None:
        yield "Unit", entry.currency or entry.unit
    yield "Year", statement.when
    if statement.source:
        yield "Source", _named(statement.source, source)
        yield "Address", (source.url or "") if source is not None else ""
        yield "Read at", (source.via or "") if source is not None else ""
        yield "Note of the source", (source.note or "") if source is not None else ""
    else:
        yield "Source", "none is given"
    yield "Status", statement.status
    yield "Confidence", statement.confidence
    yield "Definition", statement.definition
    yield "Note", statement.note
    yield "Taken over", taken_over(subject.profile, subject.path)
    yield "Place", at(statement.place)


def _named(key: str, source: Source | None) -> str:
    if source is None:
        return f"{key}, which has no entry in sources"
    parts = (source.title, source.publisher, source.date)
    return f"{', '.join(part for part in parts if part)} ({key})"


def _others(subject: Subject) -> Iterator[str]:
    for path, fact in beside(subject):
        statement = said(fact, subject.profile, path)
        note = f"; {statement.note}" if statement.note else ""
        name = path.removeprefix(f"{subject.path}.")
        yield f"{name} = {statement.text}: {_in_short(statement, subject.profile)}{note}"


def _what_rests_on(subject: Subject, draft: Draft) -> Iterator[str]:
    """Yield the computed figures and the rules that use a figure."""
    names = {subject.key, *_other_names(subject)}
    yield from listed(
        "Used for",
        (
            f"{entry.key} = {_value(entry)}"
            for entry in draft.register.values()
            if names & {*entry.inputs}
        ),
    )
    yield from listed(
        "Rules that compare it",
        (
            f"{decision.rule} {decision.name}: {decision.outcome.value.replace('-', ' ')}"
            for decision in draft.blueprint.decisions
            if any(c.path == subject.path for c in decision.comparisons)
        ),
    )


def _other_names(subject: Subject) -> Iterator[str]:
    """Yield under what else a figure may be an input: an assumption whole, or by its ends."""
    if isinstance(subject.fact, Assumption):
        whole, _, end = subject.path.rpartition(".")
        ends = ("low", "mode", "high")
        yield from [whole] if end in ends else (f"{subject.path}.{name}" for name in ends)


def _value(entry: Entry) -> str:
    return exact(entry.number, entry.unit, entry.currency)
