"""Rules on those who train: price, ownership, concentration, reach, quality (TRN)."""

from __future__ import annotations

from kerja.adaptation.anchors import is_denied
from kerja.adaptation.change import Addition, Change, ExtraCost, SettingValue
from kerja.adaptation.looking import Comparison, LacksError, Look, either
from kerja.adaptation.registry import rule
from kerja.profile.currencies import Amount, own_currency
from kerja.profile.packages import package

_ONE_PROVIDER = 0.20
_FEW_DISTRICTS = 0.60


@rule("TRN-03", "no-reference-prices")
def no_reference_prices(look: Look) -> Change | None:
    """Courses have no reference prices, or repeat what is free

    Why: A voucher without a reference price is the price. In June 2020 Indonesia's anti-corruption
        commission asked for courses to be taken out that repeat what is free on the internet. That
        one course takes at most four fifths of a voucher is Kerja's judgement.
    Evidence: Tempo, 18 June 2020.
    Basis: sourced
    Asks: Who studies what an hour of training costs, by field?
    Owner: training authority
    """
    if not either(
        lambda: look.denies("training.price_benchmark"),
        lambda: not look.denies("training.free_content_overlap"),
    ):
        return None
    prices: dict[str, SettingValue] = {
        "voucher.price_cap_per_hour": "reference price by field",
        "voucher.max_share_single_course": 0.8,
    }
    return Change(
        settings={
            **(prices if is_denied(look, "training.price_benchmark") else {}),
            "catalogue.duplicate_of_free_content": "refused",
        },
        documents=(
            Addition(
                "accreditation-guideline",
                "A provider justifies the price of an hour on a form; above the reference price "
                "of its field a course is not listed. Copies of free content are refused.",
            ),
        ),
    )


@rule("TRN-04", "voucher-below-price-of-a-course")
def voucher_below_price_of_a_course(look: Look) -> Change | None:
    """The voucher is worth less than an average course costs

    Why: A voucher that does not buy a course buys a part of one, or nothing. Prakerja raised its
        voucher from IDR 1.0 to 3.5 million in 2023, when longer courses were required.
    Evidence: Okezone, 13 October 2022; Fortune Indonesia, 5 January 2023.
    Basis: derived
    Asks: May providers ask participants to pay the rest, the poor among them?
    Owner: programme office
    """
    worth = _vouchers(look)
    if worth is None:
        return None
    price = look.amount("training.average_price")
    what = "vouchers for training"
    held = Comparison("programme.benefits", worth, price, judged=False, what=what)
    look.comparisons.append(held)
    if worth >= price:
        return None
    return Change(
        proposals=(
            f"a larger voucher: {Amount(price, own_currency(look.profile))} is the average price",
            "a payment of their own by participants, none by the poor",
            "cheaper courses: only those that the voucher pays for are listed",
        ),
        documents=(
            Addition(
                "budget-annex",
                "The voucher stands beside the price of courses by field; what it does not pay "
                "for is named.",
            ),
        ),
    )


def _vouchers(look: Look) -> float | None:
    """Return what all vouchers for training are worth; None where a place is free, or none given.

    Raises:
        LacksError: the benefits, the kind of one, or the amount of a voucher are not known.
    """
    whole = package(look.profile)
    unsaid = tuple(f"{part.path}.kind" for part in whole.parts if part.kind is None)
    if lacks := (*whole.lacks, *unsaid):
        raise LacksError(*lacks)
    found = [p.total for p in whole.parts if p.kind == "voucher" and p.purpose == "training"]
    if lacks := tuple(path for one in found for path in one.lacks):
        raise LacksError(*lacks)
    look.read.extend(f"{part.path}.amount" for part in whole.parts if part.kind == "voucher")
    return sum(one.at_least.number for one in found) if found else None


@rule("TRN-06", "platform-owns-provider", is_gate=True)
def platform_owns_provider(look: Look) -> Change | None:
    """A platform and a provider that sells on it have the same owner

    Why: Who sells the courses and runs the shop shows their own first. In June 2020 Indonesia's
        anti-corruption commission asked to stop 250 courses for that conflict of interest.
    Evidence: Tempo, 18 June 2020 (KPK, 250 courses).
    Basis: sourced
    Asks: What does the competition authority say?
    Owner: competition authority
    """
    if look.denies("training.platform_provider_ownership_link"):
        return None
    return Change(
        settings={"partners.own_courses_on_own_platform": "forbidden"},
        documents=(
            Addition(
                "accreditation-guideline",
                "Owners behind a platform and behind a provider are declared. A platform does not "
                "list courses of its own owner.",
            ),
            Addition("risk-register", "A platform shows the courses of its own owner first."),
        ),
    )


@rule("TRN-07", "provider-concentration", threshold="share")
def provider_concentration(look: Look) -> Change | None:
    """The largest provider trains more than 20 % of trainees

    Why: A provider that nobody can do without sets the price. In Kenya's voucher scheme providers
        captured a large part of the subsidy. A cap also keeps good providers small, so it is
        proposed and not applied.
    Evidence: Hallberg, Small Enterprise Development 17(2), 2006.
    Basis: judgement
    Asks: Is the share of one provider capped, or only watched?
    Owner: competition authority
    """
    path = "training.top_provider_share"
    if not look.exceeds(Comparison(path, look.number(path), _ONE_PROVIDER, judged=True)):
        return None
    return Change(
        settings={"monitoring.hhi_alert": 0.15},
        proposals=(
            "a cap: no provider trains more than 15 % of the participants of a year",
            "no cap: concentration is published by field and district",
        ),
        documents=(
            Addition(
                "me-framework",
                "Concentration of providers (Herfindahl-Hirschman) is published by field and "
                "district.",
            ),
        ),
    )


@rule("TRN-08", "districts-without-provider", threshold="share")
def districts_without_provider(look: Look) -> Change | None:
    """Fewer than 60 % of districts have a training provider

    Why: A choice of courses is empty where there is none. The programme begins where courses and
        agents are, and an allowance pays for the way.
    Evidence: Kerja's judgement; no source was found for the threshold.
    Basis: judgement
    Asks: Do training units travel, and to which districts first?
    Owner: ministry of labour
    """
    if not look.below("training.districts_with_provider_share", _FEW_DISTRICTS):
        return None
    return Change(
        settings={
            "training.modality_by_district": "on line and in class",
            "incentive.transport_allowance": True,
            "rollout.phase1_districts": "those with a provider and an agent",
        },
        costs=(
            ExtraCost(
                line="transport allowance",
                formula="places × (1 - share of districts with a provider) × cost of the way",
                needs=(
                    "programme.quota.people",
                    "training.districts_with_provider_share",
                    "costs.transport",
                ),
            ),
        ),
        documents=(
            Addition(
                "roadmap",
                "The programme opens first in districts with a provider and an agent; the date "
                "for each of the others is named.",
            ),
        ),
    )


@rule("TRN-09", "no-quality-body")
def no_quality_body(look: Look) -> Change | None:
    """No body outside the programme assures the quality of training

    Why: Prakerja had 1,216 courses of 245 providers assessed in 2023; assessors were 2.89 % of its
        operating cost and monitors 1.97 %. Who checks a course must not sell it.
    Evidence: Kabarbursa, 15 May 2024 (shares of cost); Palpres, 5 June 2024 (245 and 1,216).
    Basis: judgement
    Asks: Who appoints the assessors, and who may remove them?
    Owner: training authority
    """
    if not look.denies("training.quality_body"):
        return None
    return Change(
        settings={
            "qa.assessor_pool": "academics under contract with the programme office",
            "qa.sample_visits_share": 0.05,
            "qa.mystery_trainees_per_quarter": 30,
        },
        costs=(
            ExtraCost(
                line="assessment of courses",
                formula="courses × cost of assessing one course",
                needs=("training.courses", "costs.course_assessment"),
            ),
        ),
        documents=(
            Addition(
                "accreditation-guideline",
                "Two assessors who do not know each other read each course. One in twenty is "
                "visited, and thirty trainees a quarter report unannounced.",
            ),
        ),
    )
