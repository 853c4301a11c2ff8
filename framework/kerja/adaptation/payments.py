"""Rules on how people are paid: accounts, agents, the safety of their money (PAY)."""

from __future__ import annotations

from kerja.adaptation.change import Addition, Change, ExtraCost
from kerja.adaptation.looking import Look, either
from kerja.adaptation.registry import rule
from kerja.adaptation.steps import (
    AGENT_IDENTITY_CHECK,
    AGENT_SETTLEMENT,
    ASSISTED_ACCOUNT_OPENING,
    CASH_PAID,
    ISSUE_PAYMENT_CODE,
)
from kerja.workflow.operations import AddBranch, InsertBefore, Operation

_FEW_ACCOUNTS = 0.70
_VERY_FEW_ACCOUNTS = 0.40
_THIN_AGENTS = 150


def _ownership(look: Look) -> str:
    """Prefer what is known of the target group to what is known of all adults."""
    target = look.profile.wallets.target_account_ownership
    if target is not None and target.number is not None:
        return "wallets.target_account_ownership"
    return "wallets.account_ownership"


def _cash_out(code: str, look: Look) -> tuple[Operation, ...]:
    """Help to open an account, and for who cannot be paid to one, cash against a payment code."""
    return (
        InsertBefore(rule=code, before="link_account", steps=(ASSISTED_ACCOUNT_OPENING,)),
        AddBranch(
            rule=code,
            at="pay_incentive",
            when="the account cannot be paid",
            steps=(ISSUE_PAYMENT_CODE, AGENT_IDENTITY_CHECK, CASH_PAID, AGENT_SETTLEMENT),
            rejoins=_usual_next(look, "pay_incentive"),
        ),
    )


def _usual_next(look: Look, step: str) -> str:
    """Return the step that usually follows in the country's journey."""
    for written in look.profile.workflow.steps:
        if written.id == step and written.next:
            return written.next[0].to
    return ""


def _onboarding(ownership: str) -> ExtraCost:
    return ExtraCost(
        line="opening of accounts",
        formula="places × (1 - account ownership) × cost of opening one account",
        needs=("programme.quota.people", ownership, "costs.account_opening"),
    )


@rule("PAY-01", "low-account-ownership")
def low_account_ownership(look: Look) -> Change | None:
    """Fewer than 70 % of people hold an account

    Why: Linking an account is then a step in which accounts are opened, as it was in Indonesia:
        52 % of recipients got their first e-wallet through Prakerja. It needs help, time, and a
        way to cash for those who cannot be verified in time.
    Evidence: World Bank and TNP2K survey of recipients, 2021 (52 % first e-wallet).
    Basis: judgement
    Asks: Who bears the cost of opening accounts, and which tier of customer due diligence does the
        regulator allow?
    Owner: central bank
    """
    path = _ownership(look)
    if not look.below(path, _FEW_ACCOUNTS):
        return None
    return Change(
        workflow=_cash_out("PAY-01", look),
        settings={
            "accounts.bulk_onboarding": True,
            "payment.link_deadline_days": 45,
            "payment.fallback": "cash-out with a payment code and proof of identity",
        },
        costs=(_onboarding(path),),
        documents=(
            Addition(
                "operations-manual",
                "Days for opening accounts are held before each round. No minimum balance may be "
                "asked, and the first cash-out is free for the recipient.",
            ),
        ),
    )


@rule("PAY-02", "very-low-account-ownership", supersedes=("PAY-01",))
def very_low_account_ownership(look: Look) -> Change | None:
    """Fewer than 40 % of people hold an account

    Why: A programme that starts with cash and a payment code, and says by when it moves to
        accounts, reaches people now; one that claims choice of account from the first day does
        not. The proof of identity stays in every case.
    Evidence: CGAP, G2P 3.0 (2018): 1.0 cash, 2.0 one digital channel, 3.0 choice of channel.
    Basis: judgement
    Asks: How is cash moved and guarded, and by when do payments move to accounts?
    Owner: central bank
    """
    path = _ownership(look)
    if not look.below(path, _VERY_FEW_ACCOUNTS):
        return None
    return Change(
        workflow=_cash_out("PAY-02", look),
        settings={
            "payment.primary": "agent or post, with a payment code and proof of identity",
            "payment.target_share_accounts_year3": 0.6,
            "payment.link_deadline_days": 90,
            "accounts.bulk_onboarding": True,
        },
        costs=(_onboarding(path),),
        documents=(
            Addition(
                "operations-manual",
                "Payments start at agents or post offices against a payment code and proof of "
                "identity. The plan names the share paid to accounts at the end of each year.",
            ),
        ),
    )


@rule("PAY-08", "thin-agent-network")
def thin_agent_network(look: Look) -> Change | None:
    """Agents are few, or lack cash on payment days

    Why: A payment that cannot be cashed within reach is late for the poorest. In Indonesia a fifth
        of adults lived more than 5 km from a bank.
    Evidence: Global Solutions Initiative, policy brief on multi-channel payments of Prakerja.
    Basis: judgement
    Asks: Which districts have no agent within 5 km, and who pays for cash to reach them?
    Owner: payment providers
    """
    if not either(
        lambda: look.below("wallets.agents_per_100k_adults", _THIN_AGENTS),
        lambda: look.word("wallets.agent_liquidity_risk") == "high",
    ):
        return None
    return Change(
        settings={
            "payment.staggering_days": 10,
            "payment.max_recipients_per_agent_day": 40,
            "payment.agent_float_support": True,
        },
        documents=(
            Addition(
                "operations-manual",
                "The payment calendar is staggered by district over ten days; each district has "
                "a plan for the cash that its agents need.",
            ),
        ),
    )


@rule("PAY-11", "user-funds-not-safeguarded", is_gate=True)
def user_funds_not_safeguarded(look: Look) -> Change | None:
    """Customers' money is not protected if a provider fails

    Why: Public money sent to an account that a failed provider can lose is not paid.
    Evidence: UN Principles for Responsible Digital Payments (2021): funds are protected.
    Basis: judgement
    Asks: Does the supervisor confirm that customers' funds are held in trust or insured?
    Owner: central bank
    """
    if not look.denies("wallets.user_funds_safeguarded"):
        return None
    return Change(
        settings={"payment.eligible_providers": "banks, and issuers that hold funds in trust"},
        documents=(
            Addition(
                "operations-manual",
                "Only banks, and issuers that hold customers' funds in trust and reconcile them "
                "every day, may pay benefits.",
            ),
        ),
    )
