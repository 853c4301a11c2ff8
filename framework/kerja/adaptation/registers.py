"""Rules on the registers that eligibility is checked against (REG)."""

from __future__ import annotations

from dataclasses import replace

from kerja.adaptation.anchors import is_affirmed, refusal
from kerja.adaptation.change import Addition, Change, ExtraCost
from kerja.adaptation.looking import Look, both, either
from kerja.adaptation.registry import rule
from kerja.adaptation.steps import BATCH_BLACKLIST_MATCH, SAMPLE_VERIFICATION, SELF_DECLARATION
from kerja.workflow import Way
from kerja.workflow.operations import InsertBefore, Operation, Replace

_STALE_MONTHS = 36
_COMPARE = "crosscheck_registries"
_LISTS = (
    "registry.civil_servant_list",
    "registry.education_data",
    "registry.other_programmes_data",
)


@rule("REG-01", "no-social-registry")
def no_social_registry(look: Look) -> Change | None:
    """There is no social registry

    Why: Prakerja takes people who register themselves and checks them against lists of who may
        not take part; it needs no register of the poor. Without one people declare that they are
        eligible, and a sample is checked. Lists that can be checked still are: the declaration
        then comes before them, else in their place. The three in a hundred are Kerja's judgement.
    Evidence: Poskota, 6 March 2024 (who may not take part); GovInsider, 2024.
    Basis: judgement
    Asks: How many persons who are not eligible are acceptable, and what follows a false
        declaration?
    Owner: programme office
    """
    if not look.denies("registry.social_registry"):
        return None
    return Change(
        workflow=(_declared(look),),
        settings={
            "eligibility.method": "declared by group, with a sample that is checked",
            "eligibility.post_verification_sample": 0.03,
            "eligibility.poverty_test": "none",
        },
        costs=(
            ExtraCost(
                line="checks of declarations",
                formula="places × share that is checked × cost of one check",
                needs=("programme.quota.people", "costs.audited_share", "costs.audit_check"),
            ),
        ),
        documents=(
            Addition(
                "operations-manual",
                "Applicants declare to which group they belong. Three declarations in a hundred "
                "are drawn and checked. What follows a false one is written on the form.",
            ),
        ),
    )


def _declared(look: Look) -> Operation:
    """Declare before the comparison where one list at least can be compared, else in its place."""
    if any(is_affirmed(look, path) for path in (*_LISTS, "registry.social_security_data")):
        refused = Way(refusal(look, _COMPARE), "declaration not confirmed")
        steps = (SELF_DECLARATION, replace(SAMPLE_VERIFICATION, ways=(refused,)))
        return InsertBefore(rule="REG-01", before=_COMPARE, steps=steps)
    steps = (SELF_DECLARATION, replace(SAMPLE_VERIFICATION, gives=("eligible",)))
    return Replace(rule="REG-01", step=_COMPARE, steps=steps)


@rule("REG-02", "stale-social-registry", threshold="number")
def stale_social_registry(look: Look) -> Change | None:
    """The social registry is older than three years

    Why: A register that is not renewed leaves out the newly poor, and keeps those who are poor no
        more. Until it is renewed it weighs an application and shuts nobody out, unless the
        country decides otherwise: a poverty card may be its policy. Three years is Kerja's
        judgement.
    Evidence: World Bank, Sourcebook on the Foundations of Social Protection Delivery Systems
        (2020), dynamic inclusion.
    Basis: judgement
    Asks: Does the register weigh an application, or decide it; and with which weight?
    Owner: owner of the social registry
    """
    if not both(
        lambda: not look.denies("registry.social_registry"),
        # "Older than" is the contrary of "below or at": at the threshold itself the rule advises.
        lambda: not look.below("registry.social_registry_age_months", _STALE_MONTHS),
    ):
        return None
    return Change(
        settings={
            "eligibility.registry_use": "weighs an application, until its owner decides",
            "eligibility.on_demand_update": True,
        },
        proposals=(
            "the register weighs an application: who is in it has a better chance",
            "the register decides: only who is in it may take part, and may ask to be entered",
            "the register is not used until it has been renewed",
        ),
        documents=(
            Addition(
                "operations-manual",
                "The social registry weighs an application until its owner has decided on its use. "
                "Who is missing from it may ask to be entered at any time.",
            ),
        ),
    )


@rule("REG-03", "exclusion-lists-not-connected")
def exclusion_lists_not_connected(look: Look) -> Change | None:
    """A list of who may not take part cannot be checked on line

    Why: Civil servants, pupils and students, and recipients of other programmes are found late
        where the programme cannot ask their registers. Auditors found 165,544 persons of 2021 who
        were on a list only after they had been accepted, and 54,856 recipients of 2023 in a
        register of schools; they asked for a connection that keeps the lists fresh. Before each
        draw applicants are compared with lists of that month.
    Evidence: BPK reports on 2021 and 2023, as reported by Kompas (24 May 2022) and Kontan.
    Basis: sourced
    Asks: Which owners share their lists, and is money recovered from who is found later?
    Owner: owners of the lists
    """
    if not either(*(lambda path=path: look.denies(path) for path in _LISTS)):
        return None
    refused = Way(refusal(look, _COMPARE), "on an exclusion list")
    return Change(
        workflow=(
            InsertBefore(
                rule="REG-03",
                before="select_lottery",
                steps=(replace(BATCH_BLACKLIST_MATCH, ways=(refused,)),),
            ),
        ),
        settings={"blacklist.refresh_days": 30},
        proposals=(
            "recover what was paid to persons who were on a list; needs a legal basis",
            "recover nothing, and end the payments to them",
        ),
        documents=(
            Addition(
                "dpia",
                "Annex, agreements on data with the owners of the exclusion lists: which fields "
                "are shared, how often, for what purpose, and for how long they are kept.",
            ),
            Addition(
                "operations-manual",
                "Before each draw applicants are compared with the exclusion lists, none of which "
                "is older than thirty days. Who is found on one is told which, and may appeal.",
            ),
        ),
    )


@rule("REG-05", "household-cap-without-household-link")
def household_cap_without_household_link(look: Look) -> Change | None:
    """Members of one household cannot be told from the registers

    Why: Prakerja takes at most two persons of one family card. Without such a link a limit for
        each household cannot be enforced, and one that is written down becomes an audit finding.
    Evidence: Poskota, 6 March 2024 (two persons of one family card).
    Basis: sourced
    Asks: Is the limit for each household dropped, or approximated, and how?
    Owner: programme office
    """
    cap = look.profile.programme.household_cap
    if not look.denies("registry.household_link"):
        return None
    if not cap.applies or cap.household == "address":
        return None
    return Change(
        proposals=(
            "no limit for each household",
            "a limit by address, which errs where families share one",
            "a limit on the person's own declaration, with a check of a sample afterwards",
        ),
        documents=(
            Addition(
                "operations-manual",
                "A limit for each household cannot be enforced from the registers. Before the "
                "first round it is decided whether it is dropped, or how it is approximated.",
            ),
        ),
    )
