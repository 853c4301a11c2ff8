"""Rules on what an account may hold, and from which age a person may hold one (PAY)."""

from __future__ import annotations

import math
from dataclasses import replace

from kerja.adaptation.anchors import stands, usual_next
from kerja.adaptation.cash import LINK
from kerja.adaptation.change import Addition, Change
from kerja.adaptation.looking import Comparison, LacksError, Look, gather
from kerja.adaptation.payment_steps import GUARDIAN_ACCOUNT, RAISE_ACCOUNT_LIMIT
from kerja.adaptation.registry import rule
from kerja.profile.currencies import Amount
from kerja.profile.packages import package
from kerja.workflow.bpmn.inforce import in_force
from kerja.workflow.operations import AddBranch, InsertBefore, Operation

_LIMIT = "wallets.low_tier_max_balance"
_AGES = "programme.eligibility"


@rule("PAY-05", "account-holds-less-than-a-payment")
def account_holds_less_than_a_payment(look: Look) -> Change | None:
    """The simplest account may not hold one payment

    Why: A payment above the limit comes back, and nobody tells the person why. Accounts with
        simple checks have such limits: USD 1,000 in a pilot in Timor-Leste. Prakerja pays only to
        accounts of the fully checked tier. So the limit is raised before the account is linked.
    Evidence: UNCDF, 4 December 2014 (Timor-Leste); Okezone, 13 October 2022 (Prakerja's tier).
    Basis: derived
    Asks: Does the central bank lift the limit for payments of the government, or are payments
        split?
    Owner: central bank
    """
    limit = look.amount(_LIMIT)
    largest = package(look.profile).largest_payment
    payment = largest.at_least
    if payment.number <= limit:
        # What is known fits; only when all is known is it known to fit.
        if largest.lacks:
            raise LacksError(*largest.lacks)
        look.comparisons.append(Comparison(_LIMIT, limit, payment.number, judged=False))
        return None
    look.comparisons.append(Comparison(_LIMIT, limit, payment.number, judged=False))
    return Change(
        workflow=(InsertBefore(rule="PAY-05", before=LINK, steps=(RAISE_ACCOUNT_LIMIT,)),),
        proposals=(
            "an account with full checks of the holder, for every participant",
            "a waiver: the limit does not hold for payments of the government",
            _split(payment, limit),
        ),
        documents=(
            Addition(
                "tor-payment-partner",
                "Annex, agreement with the central bank: the limit of simple accounts, and whether "
                "it holds for payments of the government.",
            ),
            Addition(
                "operations-manual",
                "A simple account may not hold one payment. Before it is linked, the provider "
                "helps the person to raise its limit.",
            ),
        ),
    )


def _split(payment: Amount, limit: float) -> str:
    if limit <= 0:
        return "no payment to simple accounts: they may hold nothing"
    parts = math.ceil(payment.number / limit)
    return (
        f"split payments: {payment} in {parts} parts, of at most {replace(payment, number=limit)}"
    )


@rule("PAY-06", "account-age-above-programme-age")
def account_age_above_programme_age(look: Look) -> Change | None:
    """Some who may take part are too young for an account of their own

    Why: Prakerja takes persons of 18 and over, a programme for youth takes younger ones. A rule of
        banks on age does not decide who may learn. Who is too young is paid to the account of a
        guardian, or in cash with a payment code; the programme's own age stays as it is.
    Evidence: Poskota, 6 March 2024 (Prakerja, 18 to 64 years).
    Basis: derived
    Asks: Who may be a guardian, and how is it made sure that the money reaches the young person?
    Owner: law officers
    """
    holds_from, takes_from = gather(lambda: look.number("wallets.min_age"), lambda: _youngest(look))
    look.comparisons.append(Comparison("wallets.min_age", holds_from, takes_from, judged=False))
    if holds_from <= takes_from:
        return None
    return Change(
        workflow=_guarded(look),
        settings={"payment.minors": "account of a guardian, or cash with a payment code"},
        proposals=(
            f"accounts of their own from {takes_from:g} years for payments of the government; the "
            "central bank decides",
            f"take part from {holds_from:g} years only; the legislator decides",
        ),
        documents=(
            Addition(
                "regulation-draft",
                "Drafting instructions: who is too young for an account is paid to that of a "
                "guardian, or in cash with a payment code. The age of the programme does not "
                "follow that of accounts.",
            ),
        ),
    )


def _youngest(look: Look) -> float:
    """Return the lowest age of the programme.

    Raises:
        LacksError: no rule in force says it.
    """
    held = in_force(look.profile, str(look.profile.as_of) if look.profile.as_of else None)
    first = held.ages.rstrip("+").partition("-")[0] if held is not None and held.ages else ""
    if not first.isdigit():
        raise LacksError(_AGES)
    look.read.append(_AGES)
    return float(first)


def _guarded(look: Look) -> tuple[Operation, ...]:
    onward = usual_next(look, LINK)
    if not stands(look, onward):
        return ()
    return (
        AddBranch(
            rule="PAY-06",
            at=LINK,
            when="too young for an account",
            steps=(GUARDIAN_ACCOUNT,),
            rejoins=onward,
        ),
    )
