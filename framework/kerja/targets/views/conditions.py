"""What a level asks, in words: the fact, what was found, what is needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from markupsafe import Markup

from kerja.adaptation import is_inherited, is_national, words
from kerja.adaptation.looking import at
from kerja.feasibility import Asks, Condition
from kerja.profile import Fact, Figure, Listed, Profile, Rate, Share, WordList, Words, YesNo
from kerja.profile.institutions import Commitment
from kerja.profile.shapes import shapes
from kerja.targets.printing import UNKNOWN, Printer, Sentence
from kerja.targets.views.design import answer_word


def known_facts(paths: Iterable[str], printer: Printer) -> tuple[Markup, ...]:
    """Return the facts that are known, each with its name; a figure leads to the register."""
    return tuple(
        printer.sentence(Sentence("{what}: {found}", {"what": words(path), "found": found}))
        for path in paths
        if (found := _with_source(path, printer)) is not None
    )


def one_more(condition: Condition, printer: Printer) -> Markup:
    """Say what a condition asks beside what was found."""
    if condition.asks is Asks.SHOWN:
        return printer.escape(printer.say(words(condition.path)))
    if condition.instead:
        between = f"; {printer.say('or')} "
        parts = [one_more(p, printer) for p in _apart(condition.instead)]
        return printer.escape(between).join(parts)
    found = _fact(condition.path, printer)
    text = "{what}: {found}; needed: {wanted}"
    parts_ = {
        "what": words(condition.path),
        "found": printer.escape(printer.say(UNKNOWN)) if found is None else found,
        "wanted": _wanted(condition, printer),
    }
    return printer.sentence(Sentence(text, parts_))


def lacked(paths: Iterable[str], printer: Printer) -> str:
    """Return what is missing, in words."""
    return "; ".join(dict.fromkeys(printer.say(words(path)) for path in paths))


def _apart(conditions: Iterable[Condition]) -> Iterator[Condition]:
    for condition in conditions:
        yield from condition.simple


def _with_source(path: str, printer: Printer) -> Markup | None:
    """Print what is known at a path; a figure leads to its source, a fact in words names it."""
    found = _fact(path, printer)
    value = at(printer.profile, path)
    key = value.source if isinstance(value, Fact) and not isinstance(value, Figure) else None
    if found is None or key is None:
        return found
    source = printer.profile.sources.get(key)
    named = (source.publisher or source.title) if source is not None else None
    return found + printer.escape(f" ({named or key})")


def _fact(path: str, printer: Printer) -> Markup | None:
    """Print what is known at a path, and whether an area has it from its country."""
    found = _found(path, printer)
    if found is None or not is_national(printer.profile, path):
        return found
    return found + printer.escape(f" ({printer.say('national figure')})")


def _found(path: str, printer: Printer) -> Markup | None:
    """Print what is known at a path; None if nothing is, or if only the model says it."""
    if is_inherited(printer.profile, path):
        return None
    if printer.has(path):
        return printer.figure(path)
    low, high = f"{path}.low", f"{path}.high"
    if printer.has(low) and printer.has(high):
        if not printer.register[low].number:
            return printer.escape(printer.say("at most") + " ") + printer.figure(high)
        return printer.figure(low) + Markup("–") + printer.figure(high)
    value = at(printer.profile, path)
    text = _said(value, printer)
    return None if text is None else printer.escape(text)


def _said(value: object, printer: Printer) -> str | None:
    if isinstance(value, YesNo):
        return None if value.value is None else answer_word(value, printer)
    if isinstance(value, WordList):
        return ", ".join(value.value) if value.value else None
    if isinstance(value, Commitment):
        return printer.say(value.value) if value.value else None
    if isinstance(value, Words):
        return value.value
    if isinstance(value, Listed):
        return ", ".join(str(getattr(item, "id", item)) for item in value.items) or None
    return printer.say(value) if isinstance(value, str) else None


def _wanted(condition: Condition, printer: Printer) -> Markup:
    if condition.asks is Asks.WORD and isinstance(condition.wanted, tuple):
        between = f" {printer.say('or')} "
        return printer.escape(between.join(printer.say(word) for word in condition.wanted))
    if not isinstance(condition.wanted, float):
        return printer.escape(printer.say(condition.asks.value))
    number = _number(condition.path, condition.wanted, printer)
    text = f"{printer.say(condition.asks.value)} {number}"
    judged = f" ({printer.say('Kerja’s judgement')})" if condition.judged else ""
    return printer.escape(text + judged)


def _number(path: str, number: float, printer: Printer) -> str:
    if _is_share(path):
        return printer.language.percent(number, places=0)
    return printer.language.decimal(number, places=0)


@cache
def _is_share(path: str) -> bool:
    """Tell whether the field at a path, or the figure computed under a key, is a share."""
    if path.startswith("readiness."):
        return True
    model: type | None = Profile
    for name in path.split("."):
        shape = shapes(model).get(name) if model is not None else None
        if shape is None:
            return False
        model = shape.model
    return model is not None and issubclass(model, Share | Rate)
