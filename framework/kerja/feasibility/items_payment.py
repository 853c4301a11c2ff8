"""Items of the checklist on payment: choice, account, infrastructure, access, price, trust."""

from __future__ import annotations

from kerja.feasibility.evidence import Evidence
from kerja.feasibility.item import (
    ARCHITECTURE,
    CHOICE,
    PAYMENTS,
    PRIVACY,
    RESPONSIBLE,
    Item,
)
from kerja.feasibility.ladder import Rungs, either

_PROVIDERS = "wallets.integratable"
_SHARED = (
    "identity.online_verification", "wallets.national_switch", "registry.other_programmes_data",
)  # fmt: skip


def _choice(facts: Evidence) -> Rungs:
    return (
        (facts.at_least(_PROVIDERS, 1, judged=False),),
        (facts.at_least(_PROVIDERS, 2, judged=False),),
        (facts.at_least(_PROVIDERS, 3, judged=False), facts.shown("P1", 3)),
    )


def _full_account(facts: Evidence) -> Rungs:
    holds = facts.balance_covers_payment()
    return (
        (either(facts.at_least(_PROVIDERS, 1, judged=False), holds, facts.shown("P2", 1)),),
        (either(holds, facts.shown("P2", 2)),),
        (facts.shown("P2", 3),),
    )


def _interoperable(facts: Evidence) -> Rungs:
    switch = facts.yes("wallets.national_switch")
    return (
        (either(switch, facts.yes("wallets.interoperable"), facts.shown("P3", 1)),),
        (switch,),
        (facts.yes("wallets.interoperable"),),
    )


def _direct(facts: Evidence) -> Rungs:
    direct = facts.yes("wallets.treasury_bulk_direct")
    return (
        (either(direct, facts.shown("P4", 1)),),
        (either(direct, facts.shown("P4", 2)),),
        (direct, facts.shown("P4", 3)),
    )


def _shared(facts: Evidence) -> Rungs:
    return (
        (facts.how_many(1, *_SHARED),),
        (facts.how_many(2, *_SHARED),),
        (facts.how_many(3, *_SHARED),),
    )


def _access(facts: Evidence) -> Rungs:
    reached = "wallets.rural_agent_access"
    return (
        (facts.at_least(reached, 0.3),),
        (facts.at_least(reached, 0.6),),
        (facts.at_least(reached, 0.85), facts.at_most("wallets.cashout_fee_percent", 0)),
    )


def _on_time(facts: Evidence) -> Rungs:
    return (facts.document("payment-terms"),), (facts.shown("P7", 2),), (facts.shown("P7", 3),)


def _safeguarded(facts: Evidence) -> Rungs:
    safe = facts.yes("wallets.user_funds_safeguarded")
    return (safe,), (facts.shown("P8", 2),), (facts.shown("P8", 3),)


def _price(facts: Evidence) -> Rungs:
    cash = "wallets.cashout_fee_percent"
    fees = ("wallets.fee_fixed", "wallets.fee_percent", cash)
    return (
        (either(*map(facts.stated, fees)),),
        (either(facts.at_most(cash, 0.02), facts.shown("P9", 2)),),
        (facts.at_most(cash, 0), facts.shown("P9", 3)),
    )


def _women(facts: Evidence) -> Rungs:
    return (facts.shown("P10", 1),), (facts.shown("P10", 2),), (facts.shown("P10", 3),)


def _data(facts: Evidence) -> Rungs:
    assessed = facts.document("dpia")
    return (
        (either(facts.yes("legal.data_protection_law"), assessed, facts.shown("P11", 1)),),
        (assessed,),
        (
            facts.yes("legal.data_protection_authority"),
            facts.stated("legal.retention_months"),
            facts.shown("P11", 3),
        ),
    )


def _chain(facts: Evidence) -> Rungs:
    return (
        (either(facts.document("payment-terms"), facts.shown("P12", 1)),),
        (facts.document("payment-terms"), facts.shown("P12", 2)),
        (facts.no("training.platform_provider_ownership_link"), facts.shown("P12", 3)),
    )


ITEMS = (
    Item(
        "P1", "pay", "May the recipient choose among two or more providers, and switch?",
        ("cash only", "one provider", "two or more, chosen once",
         "three or more, banks and e-money, changed at any time"),
        CHOICE, _choice,
    ),
    Item(
        "P2", "pay", "Does the account store, send and pay out, with no duty to take all at once?",
        ("voucher or cash", "a restricted account", "a basic account with caps",
         "a full account that is kept open when idle"),
        ARCHITECTURE, _full_account,
    ),
    Item(
        "P3", "pay", "Can people take out and pay across providers?",
        ("closed loop", "by agreement of two", "a switch for banks",
         "a switch for banks and wallets, at machines and agents"),
        RESPONSIBLE, _interoperable,
    ),
    Item(
        "P4", "pay", "Does money go from the treasury to the person without anybody between?",
        ("through local officials", "through the ministry's account and the provider's float",
         "a trust account, filled at most three days ahead", "treasury to person on the same day"),
        ARCHITECTURE, _direct,
    ),
    Item(
        "P5", "pay", "Does the programme reuse the national identity, switch and registers?",
        ("none of them", "one", "two", "all three"),
        ARCHITECTURE, _shared,
    ),
    Item(
        "P6", "pay", "Is there a cash-out point within reach, free once for each payment?",
        ("for less than 30 % of rural adults", "30 to 60 %", "60 to 85 %",
         "85 % or more, and free"),
        PAYMENTS, _access,
    ),
    Item(
        "P7", "pay", "Is the right amount paid on time, with a promise and a reconciliation?",
        ("no", "monthly reconciliation", "daily reconciliation, and rules for a second try",
         "penalties and published performance as well"),
        PAYMENTS, _on_time,
    ),
    Item(
        "P8", "pay", "Is recipients' money safe, and is unclaimed money returned by rule?",
        ("no", "by contract only", "in a trust account",
         "in a trust account, insured as deposits, with a rule of return"),
        RESPONSIBLE, _safeguarded,
    ),
    Item(
        "P9", "pay", "Are prices open, without hidden fees, and paid by the programme?",
        ("prices are hidden", "published", "capped",
         "nothing for the recipient, published, tested by mystery shoppers"),
        RESPONSIBLE, _price,
    ),
    Item(
        "P10", "pay", "Do women have accounts of their own, and is the gap watched?",
        ("the head of household is paid", "not watched", "accounts in their own name",
         "own name, a survey on control of the money, women agents"),
        RESPONSIBLE, _women,
    ),
    Item(
        "P11", "pay", "Are data few, their use lawful and assessed, processors bound?",
        ("no", "a text of consent, or a general law", "an impact assessment and agreements",
         "assessment published, authority heard, deletion enforced"),
        PRIVACY, _data,
    ),
    Item(
        "P12", "pay", "Do agents, platforms and subcontractors answer for what they do?",
        ("no", "a code of conduct", "contracts and audits",
         "public sanctions and disclosed ownership as well"),
        RESPONSIBLE, _chain,
    ),
)  # fmt: skip
