"""Rules on civil society: organisations that tell of the programme and accompany people (INS)."""

from __future__ import annotations

from kerja.adaptation.anchors import usual_next
from kerja.adaptation.change import Addition, Change
from kerja.adaptation.looking import LacksError, Look
from kerja.adaptation.registry import rule
from kerja.adaptation.steps import ACCOMPANY_APPLICANTS
from kerja.profile.institutions import Stakeholder
from kerja.workflow.operations import AddBranch, Operation

_STAKEHOLDERS = "stakeholders"
_OUTREACH = "outreach"
_HELPED = "asks an organisation for help"


@rule("INS-06", "civil-society-takes-part")
def civil_society_takes_part(look: Look) -> Change | None:
    """Organisations of civil society take part

    Why: An organisation that people know reaches those whom an advertisement does not, and stays
        with them while they apply. It acts under a duty that is written, by a channel that people
        know; it decides on nobody, and help is free and never a condition.
    Evidence: Judgement of the field, recalled; no source was read.
    Basis: judgement
    Asks: What does each organisation do, where, by which channel, and who pays it?
    Owner: programme office
    """
    named = _named(look)
    if not named:
        return None
    duties = "; ".join(_duty(one) for one in named)
    return Change(
        workflow=_way_with_help(look),
        documents=(
            Addition(
                "operations-manual",
                f"Organisations that tell people of the programme and accompany them: {duties}. "
                "Their help is free, nobody must use it, and they decide on nobody.",
            ),
        ),
    )


@rule("INS-07", "no-organisation-of-civil-society")
def no_organisation_of_civil_society(look: Look) -> Change | None:
    """No organisation of civil society is named

    Why: Government and firms were asked; who speaks for the people that neither reaches was not.
        Nothing is changed: no organisation is given a duty before it has agreed.
    Evidence: Judgement of the field, recalled; no source was read.
    Basis: judgement
    Asks: Which organisations reach the people meant, and would they take part?
    Owner: programme office
    """
    if _named(look):
        return None
    return Change(
        proposals=(
            "name organisations that reach the people meant, with a duty and a channel each",
            "none takes part: the office and the provinces reach people by themselves",
        )
    )


def _way_with_help(look: Look) -> tuple[Operation, ...]:
    """Add a way beside the usual one: who does without help passes by."""
    onward = usual_next(look, _OUTREACH)
    if not onward:
        return ()
    return (
        AddBranch(
            rule="INS-06",
            at=_OUTREACH,
            when=_HELPED,
            steps=(ACCOMPANY_APPLICANTS,),
            rejoins=onward,
        ),
    )


def _named(look: Look) -> tuple[Stakeholder, ...]:
    """Return the organisations of civil society among the stakeholders.

    Raises:
        LacksError: no stakeholder is named at all, so nothing is known of them.
    """
    listed = look.profile.stakeholders
    if not listed:
        raise LacksError(_STAKEHOLDERS)
    look.read.append(_STAKEHOLDERS)
    return tuple(one for one in listed if one.kind == "civil-society")


def _duty(one: Stakeholder) -> str:
    return f"{one.who}: {one.role}, channel {one.channel or 'to be named'}"
