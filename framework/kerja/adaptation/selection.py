"""Rules on applicants for each place: a draw, or a place for everybody (PRG)."""

from __future__ import annotations

from kerja.adaptation.anchors import is_denied, stands, usual_next
from kerja.adaptation.change import Addition, Change, SettingValue
from kerja.adaptation.looking import Comparison, LacksError, Look, gather
from kerja.adaptation.registry import rule
from kerja.workflow import Step
from kerja.workflow.operations import AddBranch, Operation

_MANY_FOR_A_PLACE = 1.5
_FEW_FOR_A_PLACE = 1.1
_APPLICANTS = "programme.expected_applicants"
_DRAW = "select_lottery"
_SAID = {"ranking": "score", "first-come": "order of application", "all": "application alone"}
_KEPT = Addition(
    "dpia",
    "Applicants who did not get a place: which of their data are kept for the evaluation, on what "
    "legal basis, and until when.",
)
_PLACE_WITHOUT_DRAW = Step(
    id="place_without_draw",
    name="Give every eligible applicant a place",
    kind="decision",
    lane="programme-office",
    phase="enrol",
    needs=("eligible",),
    gives=("selected",),
)


@rule("PRG-01", "more-applicants-than-places", threshold="number")
def more_applicants_than_places(look: Look) -> Change | None:
    """More than three people are expected to apply for every two places

    Why: Places drawn by lot among many make two groups that differ by chance only: an experiment
        for little more than the cost of asking both. Prakerja's draw was evaluated so. It needs
        the list of those who were not drawn; and where they may apply again, many of them get a
        place later, which blurs the comparison. Three for two is Kerja's judgement.
    Evidence: AEA RCT Registry, trial 8051 (Prakerja's draw).
    Basis: judgement
    Asks: Who approves the experiment on ethical grounds, and where is it registered beforehand?
    Owner: independent evaluator
    """
    if not look.exceeds(_for_a_place(look, _MANY_FOR_A_PLACE)):
        return None
    chosen = look.profile.programme.selection.method
    if not _by_lot(look) or is_denied(look, "legal.lottery_opinion"):
        return _undecided(chosen)
    named: dict[str, SettingValue] = (
        {} if chosen else {"selection.method": "lottery within named groups"}
    )
    return Change(
        settings={
            **named,
            "selection.seed": "sealed before the draw, published after it",
            "evaluation.lottery_rct": True,
            "evaluation.keep_losers_frame": True,
        },
        proposals=(
            "who is not drawn may apply again at once, and the comparison is corrected for it",
            "two in a hundred of those not drawn wait a year; needs an ethics approval",
        ),
        documents=(
            Addition(
                "me-framework",
                "Those who got a place are compared with those who did not: the effect of being "
                "offered one, and of taking part. The rule on applying again is part of the "
                "design, and so is the number of persons that a small effect needs.",
            ),
            _KEPT,
        ),
    )


@rule("PRG-02", "no-more-applicants-than-places", supersedes=("PRG-01",), threshold="number")
def no_more_applicants_than_places(look: Look) -> Change | None:
    """At most eleven people are expected to apply for every ten places

    Why: Where everybody can be taken there is nothing to draw, and nobody to compare with. Who is
        eligible gets a place without a draw, which stays for a round with too many. Effects are
        then measured by starting in some districts first, or by inviting some people personally.
        Eleven for ten is Kerja's judgement.
    Evidence: Derived: without persons who are not drawn there is no natural experiment; recalled.
    Basis: judgement
    Asks: Is demand really this low, or has the programme not been made known?
    Owner: programme office
    """
    if look.exceeds(_for_a_place(look, _FEW_FOR_A_PLACE)):
        return None
    design: dict[str, SettingValue] = {
        "evaluation.design": "districts one after the other, or personal invitations"
    }
    drawn: dict[str, SettingValue] = {
        "selection.method": "all, and a draw only in a round with too many"
    }
    return Change(
        workflow=_undrawn(look),
        settings=design | (drawn if _by_lot(look) else {}),
        documents=(
            Addition(
                "me-framework",
                "No draw divides applicants. Districts start one after the other, in an order that "
                "is drawn, or a part of those who could apply is invited personally.",
            ),
        ),
    )


def _by_lot(look: Look) -> bool:
    """Tell whether the country draws places by lot, or has not said otherwise."""
    method = look.profile.programme.selection.method
    return method is None or method.endswith("lottery")


def _undecided(method: str | None) -> Change:
    """Leave the way of selection as it is where the country, or its law, does not draw."""
    said = f"places by {_SAID[method]}" if method in _SAID else "no draw before it is cleared"
    return Change(
        proposals=(
            f"{said}; effects are then hard to tell from who was chosen",
            "a draw, once law officers have cleared it: among all who are eligible, or among "
            "those with equal scores only",
        ),
        documents=(
            Addition(
                "me-framework",
                "Places are not drawn. What is compared instead is named before the first round: "
                "for a score, the persons just above and just below the mark.",
            ),
            _KEPT,
        ),
    )


def _for_a_place(look: Look, judged: float) -> Comparison:
    """Hold the applicants of a year against so many for each of its places."""
    applicants, places = gather(lambda: look.number(_APPLICANTS), look.quota)
    if not places:
        raise LacksError("programme.quota.people")
    own = look.threshold
    limit = places * (judged if own is None else own)
    return Comparison(_APPLICANTS, applicants, limit, own is None, own is not None)


def _undrawn(look: Look) -> tuple[Operation, ...]:
    """Part the journey at the draw itself, so that every check before it is made."""
    onward = usual_next(look, _DRAW)
    if not stands(look, onward):
        return ()
    return (
        AddBranch(
            rule="PRG-02",
            at=_DRAW,
            when="a place for everybody",
            steps=(_PLACE_WITHOUT_DRAW,),
            rejoins=onward,
        ),
    )
