"""Rules on the budget (BUD)."""

from __future__ import annotations

from kerja.adaptation.change import Addition, Change
from kerja.adaptation.looking import Comparison, LacksError, Look, gather
from kerja.adaptation.registry import rule
from kerja.profile.currencies import Amount, own_number
from kerja.profile.packages import package

_BUDGET = "budget.total"
_FIXED = "costs.administration.fixed_year"
_HALF = 0.50
_HEAVY = 0.15


@rule("BUD-01", "benefits-exceed-budget", is_gate=True)
def benefits_exceed_budget(look: Look) -> Change | None:
    """The benefits promised exceed the year's budget

    Why: Promises beyond the appropriation become debts to people. Counted are the places of a year
        times what is known of the package, and the fixed cost of the office where it is known. In
        January 2023 Indonesia had funds for 595,000 of 1.0 million places.
    Evidence: IDX Channel and Okezone, 2023: IDR 2.67 trillion, then 1.7 trillion more.
    Basis: derived
    Asks: Fewer people, a smaller package, or more money?
    Owner: ministry of finance
    """
    quota, budget = gather(look.quota, lambda: look.amount(_BUDGET))
    each = package(look.profile).total
    fixed = own_number(look.profile.costs.administration.fixed_year, look.profile)
    promised = quota * each.at_least.number + (fixed or 0.0)
    if promised <= budget:
        # What is known fits; only when all is known is it known to fit.
        unknown = () if fixed is not None else ("costs.administration.fixed_year",)
        if each.lacks or unknown:
            raise LacksError(*each.lacks, *unknown)
        look.comparisons.append(Comparison("budget.total", budget, promised, judged=False))
        return None
    look.comparisons.append(Comparison("budget.total", budget, promised, judged=False))
    return Change(
        proposals=_ways_out(
            people=quota,
            each=each.at_least,
            budget=budget - (fixed or 0.0),
            missing=promised - budget,
        ),
        documents=(
            Addition(
                "cabinet-memo",
                "The benefits promised exceed the budget of the year. Three ways out are put to "
                "the cabinet: fewer people, a smaller package, or more money.",
            ),
            Addition(
                "budget-annex",
                "The benefits promised exceed the budget of the year: fewer people, a smaller "
                "package or more money. The figures of each way stand with the decisions.",
            ),
        ),
    )


@rule("BUD-02", "payments-end-with-the-fiscal-year")
def payments_end_with_the_fiscal_year(look: Look) -> Change | None:
    """Payments promised in one fiscal year cannot be made in the next

    Why: Who is selected too late finishes after the money has gone back. Of Indonesia's budget of
        2020, IDR 6.83 trillion had not reached people on 31 December; places taken back were
        offered again in November.
    Evidence: BPK, as reported by Radar Aktual, 22 June 2021; fin.co.id, 4 November 2020.
    Basis: derived
    Asks: May payments that were promised be made in the next year, and by which rule?
    Owner: ministry of finance
    """
    if not look.denies("budget.payable_across_fiscal_year"):
        return None
    return Change(
        settings={
            "batches.last_opening": "no later than the last safe opening in the budget annex",
            "voucher.expiry": "before the fiscal year ends",
        },
        documents=(
            Addition(
                "budget-annex",
                "No payment crosses the end of the fiscal year: no round opens after the last "
                "safe opening, and what is not spent is returned by a procedure that is agreed "
                "beforehand.",
            ),
            Addition("roadmap", "The last round of each fiscal year has a date, set in advance."),
        ),
    )


@rule("BUD-03", "donors-pay-most", threshold="share")
def donors_pay_most(look: Look) -> Change | None:
    """Donors pay more than half of the budget

    Why: A financing agreement brings rules on procurement, safeguards, complaints and proof of
        results that a scheme paid by the treasury has not got.
    Evidence: Project rules of the World Bank and the Asian Development Bank, recalled.
    Basis: judgement
    Asks: Which conditions does the financing agreement set, and who proves that they are met?
    Owner: ministry of finance
    """
    number = look.number("budget.donor_share")
    if not look.exceeds(Comparison("budget.donor_share", number, _HALF, judged=True)):
        return None
    return Change(
        settings={
            "finance.disbursement": "against results that are verified",
            "safeguards": "those of the financing agreement",
        },
        documents=(
            Addition(
                "me-framework",
                "Each result on which money is paid out has a definition, a source and a protocol "
                "of verification.",
            ),
            Addition(
                "procurement-plan", "Procurement follows the rules of the financing agreement."
            ),
            Addition(
                "grm-manual", "People are told of the financing partner's own place of complaint."
            ),
            Addition("safeguards", "The plans that the financing agreement asks for are drawn up."),
        ),
    )


@rule("BUD-04", "fixed-costs-weigh", threshold="share")
def fixed_costs_weigh(look: Look) -> Change | None:
    """Fixed costs are more than 15 % of the budget

    Why: A small programme pays for the same platform and office as a large one. Prakerja's
        operations were 0.92 % of spending from 2020 to 2023 and 4.4 % of the smaller budget of
        2023: the share says how large a programme is, not how well it is run.
    Evidence: Metro TV and Kabarbursa, 15 May 2024 (0.92 %); the 4.4 % is derived from them.
    Basis: judgement
    Asks: Is a higher share of administration accepted in the first two years?
    Owner: ministry of finance
    """
    fixed, budget = gather(lambda: _fixed(look), lambda: look.amount(_BUDGET))
    if not _outweighs(fixed, budget, look):
        return None
    return Change(
        settings={
            "platform.strategy": "shared with other programmes, or open source",
            "call_centre.strategy": "shared with another programme",
        },
        documents=(
            Addition(
                "budget-annex",
                "Fixed and variable cost stand apart. Prakerja's 0.92 % for administration is no "
                "target: it was spread over about 4.4 million people a year.",
            ),
        ),
    )


def _fixed(look: Look) -> float:
    if not look.profile.costs.administration.model_fields_set:
        raise LacksError("costs.administration")
    return look.amount(_FIXED)


def _outweighs(fixed: float, budget: float, look: Look) -> bool:
    """Hold the fixed cost against its share of the budget, both as amounts."""
    own = look.threshold
    limit = budget * (_HEAVY if own is None else own)
    look.comparisons.append(Comparison(_FIXED, fixed, limit, own is None, own is not None))
    return (fixed > limit) != (_FIXED in look.against)


def _ways_out(*, people: float, each: Amount, budget: float, missing: float) -> tuple[str, ...]:
    """Return the three ways out, in figures; a person chooses, so no setting follows from them."""
    more = f"more money: at least {Amount(missing, each.currency)} more"
    if budget <= 0 or not each.number:
        return (more,)
    return (
        f"fewer people: at most {int(budget // each.number):,} places at the same package",
        f"a smaller package: at most {Amount(budget / people, each.currency)} a person "
        f"for {people:,.0f} people",
        more,
    )
