"""Rule on financial literacy: whether the survey asks what an account has taught (LIT)."""

from __future__ import annotations

from kerja.adaptation.change import Addition, Change
from kerja.adaptation.looking import LacksError, Look, both
from kerja.adaptation.registry import rule
from kerja.profile.packages import package


@rule("LIT-01", "no-question-on-financial-literacy")
def no_question_on_financial_literacy(look: Look) -> Change | None:
    """Cash is paid to accounts, and no survey is said to ask about financial literacy

    Why: Payment to an account is said to teach people to use one. Whether it does is known only
        if the same question is asked before and after, of those who were not drawn as well.
    Evidence: Press text on Prakerja and other countries (2024, promotional: a claim).
    Basis: judgement
    Asks: Do the first and the last survey ask the same question on financial literacy?
    Owner: independent evaluator
    """
    asked = look.profile.evaluation.literacy_item
    if asked is not None or not both(lambda: _pays_cash(look), lambda: _pays_to_accounts(look)):
        return None
    return Change(
        documents=(
            Addition(
                "me-framework",
                "Financial literacy: one question, the same in the first and the last survey and "
                "for those not drawn. No effect is claimed before both were asked.",
            ),
        )
    )


def _pays_cash(look: Look) -> bool:
    """Tell whether a benefit is cash.

    Raises:
        LacksError: the benefits, or what kind one of them is, are not known.
    """
    whole = package(look.profile)
    kinds = [f"{part.path}.kind" for part in whole.parts if part.kind is None]
    if not whole.cash and (whole.lacks or kinds):
        raise LacksError(*whole.lacks, *kinds)
    return bool(whole.cash)


def _pays_to_accounts(look: Look) -> bool:
    """Tell whether a step of the journey pays to an account.

    Raises:
        LacksError: there is no journey.
    """
    steps = look.profile.workflow.steps
    if not steps:
        raise LacksError("workflow")
    return any(step.kind == "payment" and "account" in step.needs for step in steps)
