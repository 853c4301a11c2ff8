"""A term that is no field of the profile: its meaning, the fields behind it, its reckoning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import product

from kerja.costing.cases import Cases
from kerja.indicators.subject import Subject
from kerja.indicators.term import Term


@dataclass(frozen=True, slots=True)
class Derived:
    """A named term. `paths` are the fields of the profile that it may come from."""

    name: str
    said: str
    paths: tuple[str, ...]
    find: Callable[[Subject], Term]


def combined(formula: Callable[..., float], terms: Sequence[Term], *, source: str = "") -> Term:
    """Return a term reckoned from others; missing while one of them is.

    Its ends are the least and the greatest that the formula gives over the ends of the terms, those
    of one source low or high together.
    """
    stopped = stopping(terms)
    if stopped is not None:
        return stopped
    base, low, high = spread(formula, terms)
    return Term(
        Cases(low, base, high),
        tuple(dict.fromkeys(one for term in terms for one in term.inputs)),
        source=source or "; ".join(dict.fromkeys(term.source for term in terms)),
        is_likely=all(term.is_likely for term in terms),
        nature=next((term.nature for term in terms if term.nature), ""),
        note="; ".join(dict.fromkeys(term.note for term in terms if term.note)),
    )


def stopping(terms: Sequence[Term]) -> Term | None:
    """Return what keeps a formula of these terms from a number, None if nothing does."""
    lacks = tuple(dict.fromkeys(path for term in terms for path in term.lacks))
    why_not = "; ".join(dict.fromkeys(term.why_not for term in terms if term.why_not))
    inputs = tuple(dict.fromkeys(one for term in terms for one in term.inputs))
    note = "; ".join(dict.fromkeys(term.note for term in terms if term.note))
    if why_not:
        return Term(inputs=inputs, why_not=why_not, note=note)
    return Term(inputs=inputs, lacks=lacks, note=note) if lacks else None


def spread(formula: Callable[..., float], terms: Sequence[Term]) -> tuple[float, float, float]:
    """Return a formula at the base of its terms, and its least and greatest value at their ends.

    An end may be infinite where the formula would divide by zero there.
    """
    known = [term.cases for term in terms if term.cases is not None]
    base = _at(formula, [cases.base for cases in known])
    moving = list(dict.fromkeys(t.source for t in terms if t.cases and not t.cases.is_point))
    found = [base]
    for ends in product((0, 2), repeat=len(moving)):
        chosen = dict(zip(moving, ends, strict=True))
        at_ends = [
            cases[chosen.get(term.source, 1)] for term, cases in zip(terms, known, strict=True)
        ]
        found.append(_at(formula, at_ends))
    return base, min(found), max(found)


def first(*terms: Term) -> Term:
    """Return the first term with a number; else the first, which says what is missing."""
    return next((term for term in terms if term.cases is not None), terms[0])


def noted(term: Term, note: str) -> Term:
    """Return a term with a note."""
    return replace(term, note="; ".join(filter(None, (term.note, note))))


def _at(formula: Callable[..., float], numbers: Sequence[float]) -> float:
    try:
        return float(formula(*numbers))
    except ZeroDivisionError:
        return float("inf")
