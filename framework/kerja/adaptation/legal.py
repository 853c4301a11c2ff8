"""Rules on the law behind the programme (LEG)."""

from __future__ import annotations

from kerja.adaptation.change import Addition, Change, ExtraCost
from kerja.adaptation.looking import Look, either
from kerja.adaptation.registry import rule
from kerja.adaptation.steps import PRIVACY_NOTICE
from kerja.profile.packages import yearly_quota
from kerja.workflow.operations import InsertBefore

_PILOT_SHARE = 0.02
_BY_LOT = ("lottery", "stratified-lottery")


@rule("LEG-01", "no-legal-mandate", is_gate=True)
def no_legal_mandate(look: Look) -> Change | None:
    """No instrument orders the programme

    Why: Money paid to persons without a legal base becomes an audit finding. Prakerja rests on a
        presidential regulation and a ministerial one. Until there is a mandate the design can be
        made, costed and discussed; nothing is paid.
    Evidence: Perpres 76/2020 (Gatra, 2020); Perpres 113/2022 and Permenko 17/2022 (Fortune
        Indonesia, 5 January 2023).
    Basis: judgement
    Asks: Which instrument is it to be, and which of its articles gives the power to pay persons?
    Owner: law officers
    """
    if look.word("legal.mandate") != "none":
        return None
    return Change(
        settings={"deployment.phase": "design only, until there is a mandate"},
        documents=(
            Addition(
                "cabinet-memo",
                "Decision sought: the instrument, the institution that leads, and the legal base "
                "for paying cash and vouchers, for the way of selection and for the use of data.",
            ),
            Addition(
                "regulation-draft",
                "Drafting instructions are given in full: purpose, who may take part, benefits, "
                "selection, bodies, data, complaints, money. The articles are left to the drafter.",
            ),
        ),
    )


@rule("LEG-02", "mandate-by-policy-only")
def mandate_by_policy_only(look: Look) -> Change | None:
    """A policy orders the programme, not a decree or a law

    Why: Pilots under a policy letter are common. Payments at scale without a decree or a law
        become audit findings. How far a policy carries is a question of law: nothing is limited
        until law officers have answered. The pilot's two in a hundred places are Kerja's judgement.
    Evidence: Practice of the field, recalled; no source was read.
    Basis: judgement
    Asks: What may be paid under the policy, who may sign the orders, and when does a decree follow?
    Owner: law officers
    """
    if look.word("legal.mandate") != "policy":
        return None
    places = yearly_quota(look.profile)
    said = f", {int(places * _PILOT_SHARE):,} of {places:,}" if places else ""
    return Change(
        proposals=(
            "no payment before a decree or a law",
            f"a pilot under the policy, of at most {_PILOT_SHARE:.0%} of the places{said}, once "
            "law officers agree",
            "the whole programme under the policy, if law officers hold that it carries payments",
        ),
        documents=(
            Addition(
                "regulation-draft",
                "Drafting instructions for the decree that follows the policy are given in full. "
                "The articles are left to the drafter.",
            ),
            Addition(
                "risk-register",
                "Payments under a policy alone may be challenged, or found by auditors to lack a "
                "legal base.",
            ),
        ),
    )


@rule("LEG-03", "lot-not-cleared")
def lot_not_cleared(look: Look) -> Change | None:
    """Law officers have not cleared selection by lot

    Why: Prakerja draws places by lot among more applicants than places: 3.5 million for 800,000
        places in batch 9, 5.5 million for 400,000 in batch 11. Where the law asks that a public
        benefit follows need or merit, a draw can be set aside afterwards.
    Evidence: Bisnis.com, 18 September 2020 (batch 9); fin.co.id, 4 November 2020 (batch 11).
    Basis: judgement
    Asks: May a public benefit be given by lot, and within which groups?
    Owner: law officers
    """
    if not look.denies("legal.lottery_opinion") or _selects_otherwise(look):
        return None
    return Change(
        settings={
            "selection.fallback_method": "by score, between equal scores as law officers decide"
        },
        proposals=(
            "a lot, once law officers have cleared it",
            "a score, and a lot between equal scores only",
            "a score, and between equal scores the earlier application: no lot at all",
        ),
        documents=(
            Addition(
                "regulation-draft",
                "Drafting instructions: a draw by computer within named groups, a seed that is "
                "published, a record that anyone can check; and what holds if no draw is allowed.",
            ),
            Addition(
                "communication-plan",
                "It is explained before each round how places are given when more people apply "
                "than there are places, and why the way is fair.",
            ),
        ),
    )


def _selects_otherwise(look: Look) -> bool:
    """Tell whether the design is known to give places without a lot."""
    method = look.profile.programme.selection.method
    return method is not None and method not in _BY_LOT


@rule("LEG-04", "partnership-not-cleared", is_gate=True)
def partnership_not_cleared(look: Look) -> Change | None:
    """Partnership with platforms and providers is not cleared under procurement law

    Why: In June 2020 Indonesia's anti-corruption commission asked for a legal opinion whether the
        eight platforms fell under public procurement, and for an end to conflicts of interest
        between platforms and providers, which touched 250 courses.
    Evidence: KPK, as reported by Tempo, 18 June 2020.
    Basis: sourced
    Asks: Are platforms and providers procured, or accredited?
    Owner: law officers
    """
    if not either(
        lambda: look.denies("legal.partnership_opinion"),
        lambda: look.word("legal.procurement_route") == "none",
    ):
        return None
    return Change(
        settings={"partners.contract_type": "open to every qualified partner, not exclusive"},
        proposals=(
            "open accreditation: whoever meets the published criteria takes part",
            "a framework contract with several partners",
            "a tender for each service",
        ),
        documents=(
            Addition(
                "procurement-plan",
                "The route is chosen first: open accreditation, a framework contract or a tender. "
                "No agreement is signed before law officers have answered.",
            ),
            Addition(
                "tor-payment-partner",
                "Agreements are not exclusive, and the criteria of choice are published.",
            ),
            Addition(
                "accreditation-guideline",
                "Partners name their owners. Nobody sells own courses on an own platform unless "
                "the conflict of interest is settled.",
            ),
        ),
    )


@rule("LEG-05", "no-data-protection-law")
def no_data_protection_law(look: Look) -> Change | None:
    """No general law protects personal data

    Why: The programme must then carry its own privacy rules: purpose, retention, and who answers.
    Evidence: SPIAC-B and GIZ, guide on data protection in social protection (2022, updated 2024).
    Basis: judgement
    Asks: Who is the data controller, and where can people complain?
    Owner: law officers
    """
    if not look.denies("legal.data_protection_law"):
        return None
    return Change(
        workflow=(InsertBefore(rule="LEG-05", before="register_account", steps=(PRIVACY_NOTICE,)),),
        settings={
            "privacy.basis": "rules of the programme",
            "privacy.retention_months_max": 60,
            "privacy.biometric_storage": "prohibited",
            "privacy.sharing": "agreements bound to a purpose",
        },
        documents=(
            Addition(
                "operations-manual",
                "Before registering, every person is told which data are kept, why, for how long "
                "and where to complain. Biometric data are not stored.",
            ),
            Addition(
                "dpia",
                "The principles of the SPIAC-B guide are the least that every contract asks for.",
            ),
            Addition(
                "regulation-draft",
                "Drafting instructions: a chapter on personal data, with purpose, retention, "
                "controller and place of complaint.",
            ),
        ),
    )


@rule("LEG-06", "data-stay-in-the-country")
def data_stay_in_the_country(look: Look) -> Change | None:
    """Personal data must stay in the country

    Why: A cloud that grows by itself took in 3.5 million applications within a day of batch 9.
        Where data must stay, capacity is built before a round opens, and people wait their turn
        on line. What this costs is the price of the hosting chosen; no factor is assumed.
    Evidence: Bisnis.com, 18 September 2020 (batch 9).
    Basis: judgement
    Asks: Who hosts the platform, how much data may be lost, and how long may it stand still?
    Owner: programme office
    """
    if look.denies("legal.data_localisation"):
        return None
    return Change(
        settings={
            "platform.hosting": "in the country, or the government's cloud",
            "platform.scaling": "capacity built beforehand, with a queue on line",
        },
        costs=(
            ExtraCost(
                line="hosting in the country",
                formula="platform in the country, for the busiest day",
                needs=("costs.platform_year",),
            ),
        ),
        documents=(
            Addition(
                "procurement-plan",
                "Hosting in the country with a second site for recovery, sized for the busiest "
                "day of registration.",
            ),
        ),
    )
