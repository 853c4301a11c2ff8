"""The list of cost lines: driver, formula, nature, and what is known of each in Prakerja."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of line. `anchor` is what is known of it in Prakerja, and where it was read."""

    id: str
    title: str
    driver: str
    formula: str
    nature: str
    anchor: str
    note: str = ""


_SHARES = "kabarbursa and Metro TV, 15 May 2024"
_NONE = "not in Prakerja"

CATALOGUE = (
    Kind(
        "training", "Training", "persons who take a course",
        "persons who take a course × value of the voucher or cost of the place", "variable",
        "IDR 1.0 million in 2020-2022, 3.5 million in 2023 (VOI; Databoks)",
    ),
    Kind(
        "cash", "Stipend, incentive and other benefits", "persons who take or finish a course",
        "persons × amount × highest number of payments", "variable",
        "IDR 2.4 million in 2020-2022, 0.6 million in 2023 (VOI; MPPKP)",
        note="a stipend is counted to its last payment for everyone who took a course",
    ),
    Kind(
        "survey", "Paid surveys", "answers",
        "persons who finish × share who answer × amount × highest number", "variable",
        "IDR 150_000 in 2020-2022, 2 × 50_000 in 2023 (VOI; MPPKP)",
    ),
    Kind(
        "administration", "Administration", "recipients and applicants",
        "fixed + begun units × cost of a unit + applicants × cost + recipients × cost",
        "semi-variable", "0.92% of all spending 2020-2023, 4.4% of the smaller budget of 2023: "
        "no percentage carries over to another size (kabarbursa, 15 May 2024; derived)",
        note="recipients are the persons who take a course",
    ),
    Kind(
        "payment_fees", "Payment fees", "payments",
        "payments × flat fee + cash paid × fee in percent", "variable",
        "the providers' fee was not found",
    ),
    Kind(
        "account_opening", "Opening of accounts", "recipients without an account",
        "places × (1 - account ownership) × cost of opening one account", "variable",
        "cost not found",
    ),
    Kind(
        "messages", "Codes and messages", "applicants",
        "applicants × messages to one × price of a message", "variable",
        f"32.62% of technology, 12.9% of operations ({_SHARES}; derived)",
    ),
    Kind(
        "identity_checks", "Identity and face checks", "applicants who are checked",
        "applicants × fee of one check", "variable",
        "IDR 5_500 a head, IDR 30.8 billion for 5.6 million (KPK, June 2020)",
    ),
    Kind(
        "platform", "Platform and cloud", "busiest day of registration",
        "platform and cloud of a year, for the busiest day", "step",
        f"cloud with face checks 25.19% of technology ({_SHARES})",
    ),
    Kind(
        "contact_centre", "Contact centre", "contacts",
        "(applicants × share who ask + recipients × contacts of one) × cost of a contact",
        "semi-variable",
        f"41.46% of technology, 16.4% of operations ({_SHARES}; derived)",
    ),
    Kind(
        "staff", "Programme office", "staff",
        "staff × cost of one in a year", "step",
        f"182 staff (GovInsider, 2024); pay 8.71% and 18.67% of operations ({_SHARES})",
    ),
    Kind(
        "quality", "Quality assurance", "courses and visits",
        "courses × cost of assessing one + visits × cost of one", "semi-variable",
        f"2.89% and 1.97% of operations ({_SHARES})",
    ),
    Kind(
        "communication", "Communication", "fixed", "communication of a year", "fixed",
        f"6.66%, events 4.3% of operations ({_SHARES})",
    ),
    Kind(
        "premises", "Premises, travel, supplies", "fixed", "premises of a year", "fixed",
        f"7.98%, 6.39% and 1.28%, 0.48% of operations ({_SHARES})",
    ),
    Kind(
        "committees", "Committees and treasury", "fixed", "committees of a year", "fixed",
        f"1.09% of operations ({_SHARES})",
    ),
    Kind(
        "evaluation", "Monitoring and evaluation", "fixed, and interviews",
        "evaluation of a year + interviews × cost of one", "fixed",
        "47_000 answers on line in 2021 (J-PAL Southeast Asia)",
        note="a floor in percent of the budget is not applied: no percentage is taken as a cost",
    ),
    Kind(
        "audit", "Checks after payment", "payments",
        "payments × share checked × cost of a check", "variable", "cost not found",
    ),
    Kind(
        "supply", "New training places", "places that are lacking",
        "places lacking × cost of a new place", "capital", _NONE,
    ),
    Kind(
        "assisted_intake", "Help with applications", "applicants who are not on line",
        "applicants × (1 - internet use) × cost of one assisted application", "variable", _NONE,
    ),
)  # fmt: skip
"""The lines; the reserve follows them, as it is taken of all others."""

ADMINISTRATION = frozenset({
    "payment_fees", "messages", "identity_checks", "platform", "contact_centre", "staff",
    "quality", "communication", "premises", "committees", "evaluation", "audit",
})  # fmt: skip
"""Lines that the cost curve of administration covers."""
