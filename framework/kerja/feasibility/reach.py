"""Dimensions of readiness that decide whom the programme reaches: identity, payment, training."""

from __future__ import annotations

from kerja.feasibility.evidence import Evidence
from kerja.feasibility.ladder import Condition, Rungs


def identity_proof(facts: Evidence) -> Rungs:
    """Proof of identity.

    Why: Who cannot prove who they are can neither apply nor be paid, and who can do it twice is
        paid twice.
    R0: Less than 50 % of adults hold the document.
    R1: At least 50 %.
    R2: At least 85 %; numbers may be matched in files overnight.
    R3: At least 95 %, and a number can be checked on line.
    Basis: judgement
    Source: World Bank, ID4D: about 850 million people have no proof of identity.
    Beside: identity.unique_number
    """
    held = "identity.coverage_adults"
    return (
        (facts.at_least(held, 0.5),),
        (facts.at_least(held, 0.85),),
        (facts.at_least(held, 0.95), facts.yes("identity.online_verification")),
    )


def eligibility_registers(facts: Evidence) -> Rungs:
    """Registers to check eligibility.

    Why: A rule that no data can check excludes nobody but the honest.
    R0: Less than 30 % of the stated rules of eligibility can be checked.
    R1: At least 30 %.
    R2: At least 60 %.
    R3: At least 90 %, with lists that are renewed every 30 days or sooner.
    Basis: judgement
    Source: The auditors of 2023 found 54,856 recipients still in education and asked for a direct
        connection to the lists (Kontan, on BPK).
    """
    return (
        (facts.rules_checkable(0.3),),
        (facts.rules_checkable(0.6),),
        (facts.rules_checkable(0.9), facts.at_most("registry.refresh_days", 30)),
    )


def payment_rails(facts: Evidence) -> Rungs:
    """Payment rails.

    Why: People are paid to what they own, or must be helped to own it. The figure of the target
        group counts where it is known.
    R0: Less than 20 % own an account, or no provider can be connected.
    R1: At least 20 %, and one provider.
    R2: At least 40 %, and two providers.
    R3: At least 70 %, three providers, and a national switch: no special measures are needed.
    Basis: judgement
    Source: In 2020 about 56 % of adults in Indonesia owned an account (DNKI, 2019) and Prakerja
        paid all the same, because accounts were opened on the way: less than 70 % means special
        measures, not a programme that cannot work. World Bank, Global Findex 2025: 75 % in low-
        and middle-income countries.
    Beside: wallets.interoperable
    """
    providers = "wallets.integratable"
    return (
        (_owned(facts, 0.2), facts.at_least(providers, 1)),
        (_owned(facts, 0.4), facts.at_least(providers, 2)),
        (
            _owned(facts, 0.7),
            facts.at_least(providers, 3),
            facts.yes("wallets.national_switch"),
        ),
    )


def _owned(facts: Evidence, wanted: float) -> Condition:
    target = facts.at_least("wallets.target_account_ownership", wanted)
    return facts.at_least("wallets.account_ownership", wanted) if target.found is None else target


def cash_out(facts: Evidence) -> Rungs:
    """Cash within reach.

    Why: A payment that costs a day and a bus fare to collect is a smaller payment.
    R0: Less than 30 % of rural adults have an agent within 5 km.
    R1: At least 30 %.
    R2: At least 60 %.
    R3: At least 85 %, and cash costs the recipient nothing.
    Basis: judgement
    Source: 20 % of adults in Indonesia lived more than 5 km from a bank (DNKI survey of 2019, as
        quoted in the brief of the Global Solutions Initiative on Prakerja).
    Beside: wallets.agents_per_100k_adults
    """
    reached = "wallets.rural_agent_access"
    return (
        (facts.at_least(reached, 0.3),),
        (facts.at_least(reached, 0.6),),
        (facts.at_least(reached, 0.85), facts.at_most("wallets.cashout_fee_percent", 0)),
    )


def training_supply(facts: Evidence) -> Rungs:
    """Training places against the places offered.

    Why: A voucher buys nothing where no place is free.
    R0: Free training places for less than 30 % of the places offered.
    R1: For at least 30 %.
    R2: For at least 70 %.
    R3: For at least 110 %, and attendance is recorded by a system that the programme can read.
    Basis: judgement
    Source: In Cambodia 140,981 applied and 31,485 studied by August 2025, of 1.5 million announced
        (The Star and Phnom Penh Post, 26 September 2025). Whether places or demand bind is open.
    Beside: training.seats training.graduates_year training.districts_with_provider_share
    """
    return (
        (facts.places_cover(0.3),),
        (facts.places_cover(0.7),),
        (facts.places_cover(1.1), facts.yes("training.attendance_tracking")),
    )


def connectivity(facts: Evidence) -> Rungs:
    """Connectivity.

    Why: Who is not on line must be served elsewhere, at a cost and with time.
    R0: Less than 20 % use the internet.
    R1: At least 20 %.
    R2: At least 35 %.
    R3: At least 60 %, and 1 GB costs at most 2 % of monthly income.
    Basis: judgement; the price is the target of the Broadband Commission, recalled
    Source: UN Broadband Commission for Sustainable Development, target on affordability.
    Beside: digital.smartphone
    """
    used = "digital.internet_use"
    return (
        (facts.at_least(used, 0.2),),
        (facts.at_least(used, 0.35),),
        (facts.at_least(used, 0.6), facts.at_most("digital.data_price_share", 0.02)),
    )


def people_and_language(facts: Evidence) -> Rungs:
    """People and language.

    Why: Forms, tests and notices are text, in some language.
    R0: Less than 50 % of adults read and write.
    R1: At least 50 %.
    R2: At least 80 %.
    R3: At least 90 %, and one language reaches at least 90 %; else there are several versions.
    Basis: judgement
    Source: Kerja's own; the thresholds of literacy are those of the rules on tests and notices.
    Beside: country.languages
    """
    read = "population.adult_literacy"
    return (
        (facts.at_least(read, 0.5),),
        (facts.at_least(read, 0.8),),
        (facts.at_least(read, 0.9), facts.at_least("population.largest_language_share", 0.9)),
    )


def complaints(facts: Evidence) -> Rungs:
    """Complaints and appeals.

    Why: A mistake that nobody can report is repeated.
    R0: No way to complain.
    R1: One way.
    R2: Three ways, and an answer is promised within stated days.
    R3: An appeal is decided before the places are gone as well.
    Basis: judgement
    Source: UN Principles for Responsible Digital Payments (2021), on recourse.
    Beside: grievance.independent_tier
    """
    return (
        (facts.count("grievance.channels", 1),),
        (facts.count("grievance.channels", 3), facts.stated("grievance.answer_days")),
        (facts.yes("grievance.appeal_before_batch_close"),),
    )
