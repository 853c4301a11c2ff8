"""Rule on programmes that exist already: how each of them and this one stand together (EXI)."""

from __future__ import annotations

from kerja.adaptation.anchors import is_denied
from kerja.adaptation.change import Addition, Change
from kerja.adaptation.looking import LacksError, Look
from kerja.adaptation.registry import rule
from kerja.profile.packages import package
from kerja.profile.training import ExistingProgramme

_EXISTING = "existing_programmes"
_GIVEN_AS = {"voucher": "training", "free-place": "training", "cash": "cash"}
"""What a benefit of this programme is called in the list of those that exist."""


@rule("EXI-01", "existing-programme-gives-the-same")
def existing_programme_gives_the_same(look: Look) -> Change | None:
    """Another programme gives the same kind of benefit

    Why: Who gets cash here and cash there may be paid twice for the same thing, and neither budget
        sees it; or the two are meant to add up. Prakerja first shut out recipients of other aid,
        and has let them in since 2023: both can be right, and neither happens by itself. The rule
        compares kinds of benefit, not their purpose: that is what is asked.
    Evidence: Tempo (lists of other aid, 2021); Sriwijayaplus, 2023 (recipients may take part).
    Basis: derived
    Asks: For each of them: excluded, side by side for another purpose, replaced, or reused?
    Owner: cabinet
    """
    alike = _alike(look)
    if not alike:
        return None
    names = ", ".join(one.name or one.id for one in alike)
    unchecked = is_denied(look, "registry.other_programmes_data")
    return Change(
        proposals=(
            "excluded: who receives the other may not take part"
            + ("; no register can check it yet" if unchecked else ", checked before each draw"),
            "side by side: each pays for a purpose of its own, which both regulations name",
            "replaced: this programme takes over from a day that is named",
            "reused: the register, the offices or the way of payment of the other serve both",
        ),
        documents=(
            Addition(
                "regulation-draft",
                f"Drafting instructions: how this programme stands to each of these is said by "
                f"name, so that nobody is paid twice for the same thing: {names}.",
            ),
            Addition(
                "operations-manual",
                f"Programmes that give the same kind of benefit: {names}. For each it is written, "
                "before the first round, whether a person may draw both, and for what.",
            ),
        ),
    )


def _alike(look: Look) -> tuple[ExistingProgramme, ...]:
    """Return the programmes that give what this one gives, and on which nothing is decided.

    Raises:
        LacksError: the benefits, the list, or the kind of all that could be alike is not known.
    """
    profile = look.profile
    listed = profile.existing_programmes
    if not listed.is_known or _EXISTING not in profile.model_fields_set:
        raise LacksError(_EXISTING)
    open_ = [one for one in listed.items if not _is_decided(one, look)]
    if not open_:
        return ()
    given = _given(look)
    found = tuple(one for one in open_ if one.kind in given)
    unsaid = [f"{_EXISTING}[{one.id}].kind" for one in open_ if one.kind is None]
    if unsaid and not found:
        raise LacksError(*unsaid)
    look.read.append(_EXISTING)
    return found


def _given(look: Look) -> set[str]:
    """Return the kinds of what one participant gets.

    Raises:
        LacksError: the benefits, or the kind of one, are not known.
    """
    whole = package(look.profile)
    unsaid = (f"{part.path}.kind" for part in whole.parts if part.kind is None)
    if lacks := (*whole.lacks, *unsaid):
        raise LacksError(*lacks)
    return {_GIVEN_AS[part.kind] for part in whole.parts if part.kind in _GIVEN_AS}


def _is_decided(one: ExistingProgramme, look: Look) -> bool:
    """Tell whether it is written how the two stand together."""
    named = look.profile.programme.excluded_with
    excluded = named.value or () if named is not None else ()
    return one.relation is not None or one.id in excluded or one.name in excluded
