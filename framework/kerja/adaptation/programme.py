"""Rules on the size of the programme, its first deadline, and its evaluation (PRG)."""

from __future__ import annotations

import math

from kerja.adaptation.change import Addition, Change, ExtraCost
from kerja.adaptation.looking import Comparison, LacksError, Look, both, gather
from kerja.adaptation.payments import ownership
from kerja.adaptation.registry import rule
from kerja.profile import Count

_LARGE_PART = 0.10
_SHORT_DAYS = 30
_FEW_ACCOUNTS = 0.70
_PLACES = "programme.quota.people"


@rule("PRG-05", "places-for-a-large-part-of-the-labour-force", threshold="share")
def places_for_a_large_part_of_the_labour_force(look: Look) -> Change | None:
    """Places of a year are more than 10 % of the labour force

    Why: Prakerja reached about 3 % of Indonesia's labour force in a year. A plan for more than
        three times that part needs trainers, places and money that grow as fast. A tenth is
        Kerja's judgement.
    Evidence: Derived from 17.5 million recipients in four years (antvklik) and a labour force of
        152.1 million (BPS, August 2024).
    Basis: judgement
    Asks: Is the ambition meant for one year, or over how many?
    Owner: cabinet
    """
    force, places = gather(lambda: _labour_force(look), look.quota)
    own = look.threshold
    share = _LARGE_PART if own is None else own
    limit = force * share
    if not look.exceeds(Comparison(_PLACES, places, limit, own is None, own is not None)):
        return None
    years = max(2, math.ceil(places / max(limit, 1.0)))
    return Change(
        settings={"rollout.multi_year": True},
        proposals=(
            f"the same number of people over {years} years",
            f"fewer people: {int(limit):,} a year are {share:.0%} of the labour force",
        ),
        documents=(
            Addition(
                "policy-brief",
                "Places of one year are more than a tenth of the labour force. Indonesia reached "
                "about 3 % of its own in a year.",
            ),
        ),
    )


def _labour_force(look: Look) -> float:
    figure = look.profile.labour_force.best("labour_force")
    if not isinstance(figure, Count) or not figure.number:
        raise LacksError("labour_force.labour_force")
    look.read.append("labour_force.labour_force")
    return figure.number


@rule("PRG-07", "deadline-too-short-for-opening-accounts", threshold="share")
def deadline_too_short_for_opening_accounts(look: Look) -> Change | None:
    """Less than 30 days are left to choose a course, and few people hold an account

    Why: Who must open an account first has less time to choose. In 2020 Prakerja gave 30 days and
        then took the place back; such places made up a later round of about 400,000. A longer
        deadline, reminders and one extension lose fewer people. Accounts of seven people
        in ten, and 45 days, are Kerja's judgement.
    Evidence: Bisnis.com, 18 September 2020 (30 days); fin.co.id, 4 November 2020 (round 11).
    Basis: judgement
    Asks: How many days does a person have, and who may extend them?
    Owner: programme office
    """
    days = "programme.deadlines.purchase_days"
    if not both(
        lambda: look.below(days, _SHORT_DAYS, is_settable=False),
        lambda: look.below(ownership(look), _FEW_ACCOUNTS),
    ):
        return None
    return Change(
        settings={"programme.purchase_deadline_days": 45},
        documents=(
            Addition(
                "operations-manual",
                "A person has 45 days to choose a course. Reminders are sent three times before "
                "they end, and the deadline is extended once to whom a provider has not yet given "
                "an account.",
            ),
        ),
    )


@rule("PRG-08", "no-evaluation-planned")
def no_evaluation_planned(look: Look) -> Change | None:
    """No evaluation is planned

    Why: What is not asked before the first round cannot be asked afterwards. The form asks a few
        questions more of everybody, the record of the draw and the addresses of those not drawn
        are kept, and later surveys go by message.
    Evidence: AEA RCT Registry, trial 8051 (Prakerja's draw and its survey).
    Basis: judgement
    Asks: Who evaluates, from outside the programme, and who publishes the result whatever it is?
    Owner: independent evaluator
    """
    if not look.denies("evaluation.planned"):
        return None
    return Change(
        settings={
            "evaluation.minimum": (
                "first questions in the application form",
                "record of the draw",
                "last questions by message",
            )
        },
        costs=(
            ExtraCost(
                line="evaluation",
                formula="cost of evaluation in a year + interviews × cost of one interview",
                needs=("costs.evaluation_year", "evaluation.sample", "costs.interview"),
            ),
        ),
        documents=(
            Addition(
                "me-framework",
                "The least that is collected: first questions in the application form, the record "
                "of the draw, last questions by message; and how many persons an effect of a "
                "given size needs.",
            ),
        ),
    )
