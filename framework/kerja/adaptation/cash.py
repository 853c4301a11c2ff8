"""Ways to be paid without an account: cash against a payment code, after identity was shown.

A payment to a person needs identity, and a verified account or cash against a code. So who has no
account never comes to a payment to one: the journey parts before it, or pays everybody in cash.
"""

from __future__ import annotations

from dataclasses import replace

from kerja.adaptation.anchors import stands, usual_next
from kerja.adaptation.looking import Look, at
from kerja.adaptation.payment_steps import CHOOSE_CASH_POINT, CONFIRM_ACCOUNT
from kerja.adaptation.steps import (
    AGENT_IDENTITY_CHECK,
    AGENT_SETTLEMENT,
    ASSISTED_ACCOUNT_OPENING,
    CASH_PAID,
    ISSUE_PAYMENT_CODE,
)
from kerja.profile import Figure
from kerja.workflow import Step, Way, build_workflow
from kerja.workflow.operations import AddBranch, InsertBefore, Operation, Replace
from kerja.workflow.soundness.holding import ACCOUNT, PAYMENT_CODE

LINK = "link_account"
"""The step in which an account is linked in the reference journey."""

_INCENTIVE = "pay_incentive"


def is_cash_only(look: Look) -> bool:
    """Tell whether no payment provider is known to be there that the programme can connect to."""
    figure = at(look.profile, "wallets.integratable")
    if not isinstance(figure, Figure):
        return False
    # Where measurements disagree PAY-13 does not act, so accounts are linked.
    known = (figure.number, *(one.number for one in figure.measurements))
    return figure.number == 0 and not any(known)


def cash_if_account_fails(rule: str, look: Look) -> tuple[Operation, ...]:
    """Help to open an account; where the linked account cannot be paid, pay cash."""
    return (
        _help(rule),
        AddBranch(
            rule=rule,
            at=_INCENTIVE,
            when="the account cannot be paid",
            steps=_at_agent(_INCENTIVE, look),
            rejoins=usual_next(look, _INCENTIVE),
        ),
    )


def cash_or_account(rule: str, look: Look) -> tuple[Operation, ...]:
    """Help to open an account, require none: it is confirmed before each payment, or cash is paid.

    What is paid for an answer is paid in cash to everybody: the answer itself gives the code.
    """
    found: list[Operation] = [_help(rule)]
    if stands(look, onward := usual_next(look, LINK)):
        found.append(AddBranch(rule=rule, at=LINK, when="no account yet", rejoins=onward))
    for payment in _payments(look):
        if payment.kind != "payment":
            found.append(_rewarded(rule, payment))
            continue
        confirm = _named(CONFIRM_ACCOUNT, payment.id)
        found += (
            InsertBefore(rule=rule, before=payment.id, steps=(confirm,)),
            AddBranch(
                rule=rule,
                at=confirm.id,
                when="no account yet: cash",
                steps=_at_agent(payment.id, look),
                rejoins=usual_next(look, payment.id),
            ),
        )
    return tuple(found)


def cash_only(rule: str, look: Look) -> tuple[Operation, ...]:
    """Pay everybody in cash, and link no account: the treasury or the post pays."""
    found: list[Operation] = []
    if stands(look, LINK):
        found.append(Replace(rule=rule, step=LINK, steps=(CHOOSE_CASH_POINT,)))
    for payment in _payments(look):
        if payment.kind == "payment":
            found.append(Replace(rule=rule, step=payment.id, steps=_in_place_of(payment, look)))
        else:
            found.append(_rewarded(rule, payment))
    return tuple(found)


def _help(rule: str) -> Operation:
    return InsertBefore(rule=rule, before=LINK, steps=(ASSISTED_ACCOUNT_OPENING,))


def _payments(look: Look) -> tuple[Step, ...]:
    """Return the steps of the country's journey in which a person is paid."""
    return tuple(step for step in build_workflow(look.profile) if step.pays_person)


def _at_agent(payment: str, look: Look) -> tuple[Step, ...]:
    """Return the four steps of a cash-out at an agent, beside a payment to accounts."""
    check = _checked(payment, look)
    paid, settled = (_named(step, payment) for step in (CASH_PAID, AGENT_SETTLEMENT))
    return (_code(payment, look), check, paid, settled)


def _in_place_of(payment: Step, look: Look) -> tuple[Step, ...]:
    """Return the steps that pay in cash what the step paid to accounts."""
    paid = replace(_named(CASH_PAID, payment.id), lane="finance", phase=payment.phase)
    return (_code(payment.id, look), _checked(payment.id, look), paid)


def _code(payment: str, look: Look) -> Step:
    """Return the issue of a code: it needs what the payment needed, but for the account."""
    step = build_workflow(look.profile).get(payment)
    asked = step.needs if step is not None else ()
    needs = dict.fromkeys((*ISSUE_PAYMENT_CODE.needs, *asked))
    kept = tuple(need for need in needs if need != ACCOUNT)
    return replace(_named(ISSUE_PAYMENT_CODE, payment), needs=kept)


def _rewarded(rule: str, answered: Step) -> Operation:
    """Let an answer that is paid for give a code, which is cashed like any other."""
    answer = replace(
        answered,
        needs=tuple(need for need in answered.needs if need != ACCOUNT),
        gives=(*answered.gives, PAYMENT_CODE),
        ways=(),
        pays="",
    )
    check, paid = (
        replace(_named(step, answered.id), phase=answered.phase)
        for step in (AGENT_IDENTITY_CHECK, CASH_PAID)
    )
    return Replace(rule=rule, step=answered.id, steps=(answer, check, paid))


def _checked(payment: str, look: Look) -> Step:
    """Return the check of identity: who is not confirmed goes where a failed payment goes."""
    step = build_workflow(look.profile).get(payment)
    failed = step.ways[1:2] if step is not None else ()
    # A payment that is only tried again would pay to an account that was never confirmed.
    ways = tuple(Way(way.to, "not confirmed") for way in failed if way.to != payment)
    return replace(_named(AGENT_IDENTITY_CHECK, payment), ways=ways)


def _named(step: Step, payment: str) -> Step:
    """Return the step under a name of its own for each payment."""
    return step if payment == _INCENTIVE else replace(step, id=f"{step.id}_{payment}")
