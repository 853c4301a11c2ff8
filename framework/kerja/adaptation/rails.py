"""Rules on providers, the switch between them, the treasury, and the currency (PAY).

PAY-13 takes the place of the rules on accounts: with nobody to connect to, no account is linked.
"""

from __future__ import annotations

from kerja.adaptation.cash import cash_only
from kerja.adaptation.change import Addition, Change, ExtraCost, SettingValue
from kerja.adaptation.looking import Comparison, Look
from kerja.adaptation.registry import rule

_PROVIDERS = "wallets.integratable"
_CHOICE = 2
_DAYS_AHEAD = 3


@rule("PAY-03", "no-choice-of-provider")
def no_choice_of_provider(look: Look) -> Change | None:
    """Fewer than two payment providers can be connected

    Why: Choice of provider is what marks the third generation of payments from government to
        people; one provider alone is the second, however digital it is. Prakerja pays through one
        bank and four e-wallets. A provider that is alone is bound for a time only, here eighteen
        months, which is Kerja's judgement.
    Evidence: CGAP, The Future of G2P Payments (2019); Okezone, 13 October 2022 (Prakerja).
    Basis: sourced
    Asks: When does the regulator admit others, and which date for a choice can be promised?
    Owner: central bank
    """
    number = look.number(_PROVIDERS)
    look.comparisons.append(Comparison(_PROVIDERS, number, _CHOICE, judged=False))
    if number >= _CHOICE:
        return None
    return Change(
        settings={
            "payment.choice": "in phases",
            "g2p.stage_start": "2.0",
            "payment.exclusivity_max_months": 18,
        },
        documents=(
            Addition(
                "tor-payment-partner",
                "The agreement is not exclusive beyond eighteen months. Accounts can be moved to "
                "another provider, the interface is open, and there is a clause on leaving.",
            ),
            Addition("roadmap", "The date from which recipients choose their provider is named."),
        ),
    )


@rule("PAY-04", "providers-do-not-pay-one-another")
def providers_do_not_pay_one_another(look: Look) -> Change | None:
    """Wallets of different providers do not pay one another

    Why: Without a switch each provider is connected by itself and its payments are reconciled by
        themselves. Recipients may still choose, and change their choice once a year.
    Evidence: UN Principles for Responsible Digital Payments (2021), interoperability; World Bank,
        Next Generation G2P Payments (2022), building blocks.
    Basis: judgement
    Asks: Does somebody connect all providers for the programme, or does it connect each?
    Owner: programme office
    """
    if not look.denies("wallets.interoperable"):
        return None
    return Change(
        settings={"payment.choice_change_allowed_per_year": 1},
        costs=(
            ExtraCost(
                line="connection of payment providers",
                formula="providers × cost of connecting one",
                needs=(_PROVIDERS, "costs.service_interface"),
            ),
        ),
        proposals=(
            "an aggregator connects all providers: one agreement, one file, one more fee",
            "each provider is connected by itself: no intermediary, and as many interfaces",
            "one provider first, and others once a switch connects them",
        ),
        documents=(
            Addition(
                "tor-payment-partner",
                "All providers report payments, returns and balances in one format, every day.",
            ),
        ),
    )


@rule("PAY-09", "foreign-currency-is-legal-tender")
def foreign_currency_is_legal_tender(look: Look) -> Change | None:
    """A foreign currency has replaced the national one

    Why: Where a foreign currency is legal tender, notes and coins come from abroad and may run
        short, and small change may be missing. Where both are used, as in Cambodia, which pays in
        riel, nothing follows: in which currency benefits are paid is the central bank's decision.
    Evidence: General knowledge of Timor-Leste, Ecuador and El Salvador, recalled; no source was
        read. SDLT on Bakong (about 80 % of Cambodia's transactions are in dollars).
    Basis: judgement
    Asks: Does the central bank supply notes and coins to the points where cash is paid?
    Owner: central bank
    """
    if look.word("economy.dollarised.extent") != "full":
        return None
    stated = look.profile.economy.benefit_currency
    settings: dict[str, SettingValue] = {
        "payment.coin_change_rule": "whole units",
        "wallets.currency_check": "accounts in the currency of the benefit only",
    }
    return Change(
        settings=settings | ({"money.currency": stated} if stated else {}),
        documents=(
            Addition(
                "budget-annex",
                "A budget in the currency of the benefits has no line for exchange rates. Supply "
                "of notes and coins is a risk of its own. Amounts stand in international dollars "
                "as well, to compare.",
            ),
        ),
    )


@rule("PAY-12", "treasury-cannot-pay-persons")
def treasury_cannot_pay_persons(look: Look) -> Change | None:
    """The treasury cannot pay many persons at once

    Why: Money then goes to an account of the programme first, and what lies there idle becomes an
        audit finding: of Prakerja's money of 2020, IDR 6.83 trillion had not reached people on 31
        December. The account is held in trust and filled three days ahead, which is Kerja's
        judgement.
    Evidence: BPK, as reported by Radar Aktual, 22 June 2021.
    Basis: judgement
    Asks: May the programme hold money outside the single account of the treasury?
    Owner: ministry of finance
    """
    if not look.denies("wallets.treasury_bulk_direct"):
        return None
    return Change(
        settings={
            "payment.flow": "treasury, then the programme's account in trust, then providers",
            "payment.prefunding_days": _DAYS_AHEAD,
        },
        costs=(
            ExtraCost(
                line="money held ahead of payment",
                formula="cash paid in a year ÷ 365 × 3 days × policy rate",
                needs=("programme.quota.people", "programme.benefits", "economy.policy_rate"),
            ),
        ),
        documents=(
            Addition(
                "operations-manual",
                "The account in trust is filled at most three days ahead, its balance is reported "
                "every day, and what is left goes back to the treasury.",
            ),
        ),
    )


@rule(
    "PAY-13",
    "no-provider-to-connect",
    supersedes=("PAY-01", "PAY-02", "PAY-03", "PAY-04", "PAY-05", "PAY-06"),
    is_gate=True,
)
def no_provider_to_connect(look: Look) -> Change | None:
    """No payment provider can be connected

    Why: A voucher needs only the accounts of training providers; cash for a person needs a rail to
        that person. So training can start before payments do, and until a provider is there the
        draft pays in cash: at a post office or by the treasury, against a code and a proof of
        identity. What other rules ask about accounts waits until there are any.
    Evidence: Derived from the flow of Prakerja's money, recalled; no source was read.
    Basis: derived
    Asks: Does the programme begin with cash, or wait for the first provider with a licence?
    Owner: central bank
    """
    number = look.number(_PROVIDERS)
    look.comparisons.append(Comparison(_PROVIDERS, number, 1, judged=False))
    if number >= 1:
        return None
    return Change(
        workflow=cash_only("PAY-13", look),
        settings={
            "payment.primary": "post or treasury, in cash, with a payment code",
            "g2p.stage_start": "1.0",
            "training.voucher_settlement": "to the account of the training provider",
        },
        proposals=(
            "begin with cash, few people and few places, with a plan for its safety",
            "begin with training, and pay what is due when the first provider is connected",
            "wait with both until a provider has a licence",
        ),
        documents=(
            Addition(
                "policy-brief",
                "Persons cannot be paid digitally yet. Training can be paid for all the same.",
            ),
            Addition(
                "operations-manual",
                "Persons are paid in cash at a post office or by the treasury, against a payment "
                "code and a proof of identity. No account is linked before there is a provider.",
            ),
            Addition("roadmap", "The first provider is connected before the programme grows."),
        ),
    )
