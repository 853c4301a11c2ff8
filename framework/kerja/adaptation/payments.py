"""Rules on accounts and cash: who has an account, what cash costs, whose money is safe (PAY)."""

from __future__ import annotations

from kerja.adaptation.cash import cash_if_account_fails, cash_or_account
from kerja.adaptation.change import Addition, Change, ExtraCost
from kerja.adaptation.looking import Comparison, Look, either
from kerja.adaptation.registry import rule

_FEW_ACCOUNTS = 0.70
_VERY_FEW_ACCOUNTS = 0.40
_DEAR_CASH = 0.02
_THIN_AGENTS = 150
_WIDE_GAP = 0.06


def ownership(look: Look) -> str:
    """Return the path of the figure: what is known of the target group, else of all adults."""
    target = look.profile.wallets.target_account_ownership
    if target is not None and target.number is not None:
        return "wallets.target_account_ownership"
    return "wallets.account_ownership"


def _onboarding(path: str) -> ExtraCost:
    return ExtraCost(
        line="opening of accounts",
        formula="places × (1 - account ownership) × cost of opening one account",
        needs=("programme.quota.people", path, "costs.account_opening"),
    )


@rule("PAY-01", "low-account-ownership", threshold="share")
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
    path = ownership(look)
    if not look.below(path, _FEW_ACCOUNTS):
        return None
    return Change(
        workflow=cash_if_account_fails("PAY-01", look),
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


@rule("PAY-02", "very-low-account-ownership", supersedes=("PAY-01",), threshold="share")
def very_low_account_ownership(look: Look) -> Change | None:
    """Fewer than 40 % of people hold an account

    Why: A programme that starts with cash and a payment code, and says by when it moves to
        accounts, reaches people now; one that claims choice of account from the first day does
        not. The proof of identity stays in every case: who has an account is paid to it once it
        is confirmed, who has none is paid in cash against a code.
    Evidence: CGAP, G2P 3.0 (2018): 1.0 cash, 2.0 one digital channel, 3.0 choice of channel.
    Basis: judgement
    Asks: How is cash moved and guarded, and by when do payments move to accounts?
    Owner: central bank
    """
    path = ownership(look)
    if not look.below(path, _VERY_FEW_ACCOUNTS):
        return None
    return Change(
        workflow=cash_or_account("PAY-02", look),
        settings={
            "payment.primary": "agent or post, with a payment code and proof of identity",
            "payment.target_share_accounts_year3": 0.6,
            "payment.link_deadline_days": 90,
            "accounts.bulk_onboarding": True,
            "g2p.stage_start": "1.5",
        },
        costs=(_onboarding(path),),
        documents=(
            Addition(
                "operations-manual",
                "Payments start at agents or post offices against a payment code and proof of "
                "identity. The plan names the share paid to accounts at the end of each year.",
            ),
            Addition(
                "roadmap",
                "From cash to accounts, and from accounts to a choice of account: each of the two "
                "has a date.",
            ),
        ),
    )


@rule("PAY-07", "cash-costs-the-recipient", threshold="share")
def cash_costs_the_recipient(look: Look) -> Change | None:
    """Who takes out cash pays more than 2 % of it

    Why: Most recipients of three programmes in Indonesia took out everything at once. A fee on
        that is a cut of the benefit. So the programme bears the fee of one cash-out for each
        payment. Two in a hundred is Kerja's judgement.
    Evidence: World Bank and TNP2K study of PKH, Sembako and Prakerja, as reported by JPNN, 27 July
        2022.
    Basis: judgement
    Asks: Which tariff for many payments do the providers offer, and who pays it?
    Owner: payment providers
    """
    path = "wallets.cashout_fee_percent"
    if not look.exceeds(Comparison(path, look.number(path), _DEAR_CASH, judged=True)):
        return None
    return Change(
        settings={"payment.fee_bearer": "programme", "payment.free_cashouts_per_payment": 1},
        costs=(
            ExtraCost(
                line="fees of cash-outs",
                formula="places × cash of one person × fee of a cash-out",
                needs=("programme.quota.people", "programme.benefits", path),
            ),
        ),
        documents=(
            Addition(
                "tor-payment-partner",
                "The first cash-out of each payment costs the recipient nothing. Fees are "
                "published where people are paid.",
            ),
        ),
    )


@rule("PAY-08", "thin-agent-network", threshold="number")
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


@rule("PAY-10", "fewer-women-own-an-account", threshold="share")
def fewer_women_own_an_account(look: Look) -> Change | None:
    """Women own an account less often than men

    Why: Money for a woman that is paid to another member of the household is not hers to decide
        on. Women are paid in their own name, and are helped by women to open the account. The gap
        of six percentage points and the two fifths of the helpers are Kerja's judgement.
    Evidence: World Bank, G2Px overview (women's economic empowerment is a stated goal); Palpres, 5
        June 2024 (51 % of Prakerja's recipients are women).
    Basis: judgement
    Asks: How are women protected who are put under pressure at home over the money?
    Owner: programme office
    """
    path = "wallets.account_ownership"
    gap = Comparison(
        path, look.gap(path), _WIDE_GAP, judged=True, what="account ownership: men less women"
    )
    if not look.exceeds(gap):
        return None
    return Change(
        settings={
            "payment.account_in_recipient_name_only": True,
            "onboarding.women_agents_share": 0.4,
            "me.disaggregate": ("sex",),
        },
        documents=(
            Addition(
                "communication-plan",
                "Women are told that they are paid to an account in their own name, and where "
                "women help them to open it.",
            ),
            Addition(
                "me-framework",
                "The survey asks women and men who decides on the money. The question is asked in "
                "private.",
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
