"""The lines of cost of a year: the nineteen, the curve of administration, and what rules add."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from kerja.adaptation import INHERITED, is_inherited
from kerja.adaptation.change import Decision, ExtraCost
from kerja.costing.cases import total
from kerja.costing.catalogue import ADMINISTRATION, CATALOGUE, Kind
from kerja.costing.drivers import Drivers
from kerja.costing.line import Factor, Line, Term, known_part, lacking
from kerja.costing.prices import RESERVE
from kerja.costing.terms import Look, terms_of
from kerja.profile import Profile
from kerja.profile.budget import Payer
from kerja.profile.packages import Part

YEAR = "year_without_reserve"
"""Path of the sum of all lines but the reserve."""


class _Asked(NamedTuple):
    """A cost that an adaptation rule adds, and the rule."""

    rule: str
    cost: ExtraCost


def lines(
    profile: Profile,
    named: Drivers,
    parts: Iterable[Part],
    *,
    decisions: Iterable[Decision] = (),
) -> tuple[Line, ...]:
    """Return all lines of a year, those that are not counted included.

    Administration is either the curve F + step(Q) + u_a · A + u_q · Q of `costs.administration`,
    or, while nothing of that curve is given and something of the single lines is, those lines:
    never both. The costs that rules add join the line with the same unit cost; the others stand
    by themselves. The reserve is taken of the lines that count.
    """
    look = Look(profile, named, tuple(parts))
    listed = tuple(_asked(decisions))
    made = [_line(kind, terms_of(kind.id, look), look) for kind in CATALOGUE]
    joined, others = _joined(made, listed)
    counted = [*_one_administration(joined, profile), *(_extra(one, look) for one in others)]
    return (*counted, _reserve(counted, look))


def _asked(decisions: Iterable[Decision]) -> Iterator[_Asked]:
    for decision in decisions:
        if decision.acts and decision.change is not None:
            for extra in decision.change.costs:
                yield _Asked(decision.rule, extra)


def _line(kind: Kind, terms: tuple[Term, ...], look: Look) -> Line:
    payer, payer_from = _payer(kind.id, look.profile)
    why_not = look.why_not(kind.id)
    return Line(
        id=kind.id, title=kind.title, driver=kind.driver, formula=kind.formula,
        nature=kind.nature, anchor=kind.anchor, payer=payer, payer_from=payer_from,
        terms=terms, known=known_part(terms), lacks=lacking(terms),
        counts=not why_not, why_not=why_not, note=_note(kind.note, terms, look),
    )  # fmt: skip


def _note(note: str, terms: tuple[Term, ...], look: Look) -> str:
    """Add that a line rests on the model, where one of its figures is the model's."""
    behind = look.fields_of(factor.path for term in terms for factor in term.factors)
    is_models = any(is_inherited(look.profile, path) for path in behind)
    return "; ".join(filter(None, (note, INHERITED if is_models else "")))


def _payer(line: str, profile: Profile) -> tuple[Payer, str]:
    named = profile.costs.payers.get(line)
    return (named, f"costs.payers.{line}") if named is not None else ("state", "")


def _one_administration(made: Iterable[Line], profile: Profile) -> list[Line]:
    """Count either the curve or the lines that it covers."""
    listed = list(made)
    single = any(line.id in ADMINISTRATION and line.known is not None for line in listed)
    by_lines = single and not profile.costs.administration.model_fields_set
    covered = "the cost curve of administration covers it"
    instead = "the single lines of administration are given"
    found = []
    for line in listed:
        if line.id == "administration" and by_lines:
            found.append(replace(line, counts=False, why_not=instead))
        elif line.id in ADMINISTRATION and not by_lines:
            found.append(replace(line, counts=False, why_not=covered))
        else:
            found.append(line)
    return found


def _joined(made: Iterable[Line], asked: Iterable[_Asked]) -> tuple[list[Line], list[_Asked]]:
    """Give each asked cost to the line with the same unit cost; return the others apart."""
    found = {line.id: line for line in made}
    by_unit = {
        factor.path: line.id
        for line in found.values()
        for term in line.terms
        for factor in term.factors
        if factor.path.startswith("costs.")
    }
    others = []
    for one in asked:
        homes = [by_unit[path] for path in one.cost.needs if path in by_unit]
        if not homes:
            others.append(one)
            continue
        line = found[homes[0]]
        found[line.id] = replace(
            line, counts=True, why_not="", asked_by=(*line.asked_by, one.rule)
        )  # fmt: skip
    return list(found.values()), others


_PRODUCT = " × "
_REST = "(1 - "


def _extra(asked: _Asked, look: Look) -> Line:
    """Return a line of a cost that a rule adds.

    It is computed if its formula is a product of its fields, in their order; else it says that
    nobody has said how.
    """
    cost = asked.cost
    spoken = cost.formula.split(_PRODUCT)
    name = cost.line.replace(" ", "-")
    terms: tuple[Term, ...] = ()
    lacks: tuple[str, ...] = (f"cost of {cost.line}",)
    if len(spoken) == len(cost.needs):
        pairs = zip(cost.needs, spoken, strict=True)
        factors = (
            replace(look.field(path), is_rest=said.startswith(_REST)) for path, said in pairs
        )
        by_round = cost.needs[0] in ("programme.quota.people", "programme.expected_applicants")
        terms = (Term(tuple(factors), when="round" if by_round else "year"),)
        lacks = lacking(terms)
    payer, payer_from = _payer(name, look.profile)
    return Line(
        id=name, title=cost.line, driver=spoken[0], formula=cost.formula, nature="variable",
        anchor="", payer=payer, payer_from=payer_from, terms=terms, known=known_part(terms),
        lacks=lacks, note=_note("", terms, look), asked_by=(asked.rule,),
    )  # fmt: skip


_RESERVE = Kind(
    RESERVE, "Reserve", "all other lines", "reserve share × known part of the other lines",
    "semi-variable", "5 to 10% in the first year, 2 to 3% later: judgement",
    note="of the lines that are known",
)  # fmt: skip


def _reserve(counted: Iterable[Line], look: Look) -> Line:
    listed = [line for line in counted if line.counts]
    known = [line.known for line in listed if line.known is not None]
    lacks = tuple(dict.fromkeys(path for line in listed for path in line.lacks))
    whole = Factor(YEAR, total(known) if known else None, lacks)
    terms = (Term((whole, look.field("budget.contingency_share"))),)
    return _line(_RESERVE, terms, look)
