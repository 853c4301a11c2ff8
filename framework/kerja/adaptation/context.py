"""Rules on the setting: access, who lives in the country, statistics, prices (CTX)."""

from __future__ import annotations

from kerja.adaptation.change import Addition, Change, ExtraCost, SettingValue
from kerja.adaptation.looking import Comparison, LacksError, Look
from kerja.adaptation.registry import rule
from kerja.profile import Figure
from kerja.profile.currencies import Amount, own_currency, own_number

_MANY_NON_CITIZENS = 0.02
_HIGH_INFLATION = 0.15
_OLDER_STANDARD = "icls-13"


@rule("CTX-01", "limited-access")
def limited_access(look: Look) -> Change | None:
    """Access to some areas is limited

    Why: Where staff cannot go, others confirm that people were served; who is selected, and how
        cash travels, can do harm. The programme starts small, and a restricted annex says where.
    Evidence: Practice of development partners where access is limited, recalled; no source read.
    Basis: judgement
    Asks: Which areas can be reached, by whom, and who may read the answer?
    Owner: programme office
    """
    if look.denies("shock.fragile"):
        return None
    return Change(
        settings={
            "verification.third_party_monitor": True,
            "selection.do_no_harm_review": True,
            "payment.security_plan": True,
            "rollout.max_scale": "pilot",
        },
        costs=(
            ExtraCost(
                line="independent monitoring",
                formula="monitoring visits of a year × cost of one visit",
                needs=("costs.visits_year", "costs.monitoring_visit"),
            ),
        ),
        documents=(
            Addition(
                "operations-manual",
                "A body outside the programme confirms that people were served. The lists of "
                "selected persons are reviewed for harm before they are published.",
            ),
            Addition(
                "restricted-annex",
                "A map of access by district, a plan for the safety of cash and staff, and what "
                "the programme could do to tensions that exist. The annex does not circulate.",
            ),
        ),
    )


@rule("CTX-02", "non-citizens-in-the-labour-force", threshold="share")
def non_citizens_in_the_labour_force(look: Look) -> Change | None:
    """Refugees and migrants are more than 2 % of the people

    Why: Prakerja is for citizens of 18 to 64 years. Copied, that clause shuts out people who work
        in the country, and nobody has decided it.
    Evidence: Poskota, 6 March 2024 (citizens of 18 to 64 years).
    Basis: judgement
    Asks: May persons who are not citizens take part? The legislator decides.
    Owner: legislator
    """
    number = look.number("population.refugee_migrant_share")
    if not look.exceeds(
        Comparison("population.refugee_migrant_share", number, _MANY_NON_CITIZENS, judged=True)
    ):
        return None
    decided = look.profile.migration.non_citizens
    stated = decided.value if decided is not None else None
    settings: dict[str, SettingValue] = {
        "eligibility.non_citizens": stated or "to be decided by name, never by default"
    }
    return Change(
        settings=settings,
        proposals=() if stated else (
            "citizens only, said in so many words",
            "citizens, and residents with the right to work: passport accepted as proof of "
            "identity",
            "everybody who may work, refugees included: refugee card and passport accepted",
        ),
        documents=(
            Addition(
                "regulation-draft",
                "Drafting instructions: the clause on citizenship is decided, not taken over. It "
                "names the documents that prove the identity of a person who is not a citizen.",
            ),
        ),
    )  # fmt: skip


@rule("CTX-03", "older-labour-standard")
def older_labour_standard(look: Look) -> Change | None:
    """Labour figures follow the 13th ICLS

    Why: The 13th International Conference of Labour Statisticians counts people who produce for
        their own use as employed; the 19th does not. Under the 19th employment is lower and
        underutilisation higher, most where farming feeds the household. Two countries, or two
        years, under different standards are not compared without saying so.
    Evidence: ILOSTAT, "New ILO database updates work-related indicators to meet latest standards".
    Basis: sourced
    Asks: Can the statistical office tabulate the survey by the 19th ICLS?
    Owner: statistical office
    """
    if _standard(look) != _OLDER_STANDARD:
        return None
    return Change(
        settings={"comparison.flag_series_break": True},
        documents=(
            Addition(
                "policy-brief",
                "Labour figures follow the 13th ICLS, which counts people who produce for their "
                "own use as employed; they are not compared with figures by the 19th.",
            ),
        ),
    )


def _standard(look: Look) -> str:
    """Return the ICLS behind the labour figures: of the section, else of the set that computes.

    Raises:
        LacksError: nothing says it; a national or modelled definition does not.
    """
    labour = look.profile.labour_force
    figures = (value for _, value in labour.sets[0] if isinstance(value, Figure))
    stated = labour.standard or next(
        (f.chosen.definition for f in figures if f.chosen.definition), None
    )
    if stated not in (_OLDER_STANDARD, "icls-19"):
        raise LacksError("labour_force.standard")
    return stated


@rule("CTX-04", "high-inflation", threshold="share")
def high_inflation(look: Look) -> Change | None:
    """Consumer prices rise by more than 15 % a year

    Why: A voucher of a fixed amount soon buys no course, and providers leave. Amounts are then
        reviewed each quarter, and money for that is held from the start.
    Evidence: Judgement of the field, recalled; no source was read.
    Basis: judgement
    Asks: Which index is followed, and who pays what it adds?
    Owner: ministry of finance
    """
    number = look.number("economy.inflation")
    if not look.exceeds(Comparison("economy.inflation", number, _HIGH_INFLATION, judged=True)):
        return None
    return Change(
        settings={
            "programme.indexation": "each quarter, by consumer prices",
            "provider.price_revision": "each quarter",
        },
        proposals=(
            _reserve(look),
            "the same budget, and fewer people from quarter to quarter",
            "fixed amounts, and a smaller part of the price of a course that they pay",
        ),
        documents=(
            Addition(
                "budget-annex",
                "Prices rise by more than 15 % a year: the value of each benefit is shown month by "
                "month in prices of the start.",
            ),
        ),
    )


def _reserve(look: Look) -> str:
    """Say what half a year's rise of prices is on the budget: prices rise evenly over the year."""
    budget = own_number(look.profile.budget.total, look.profile)
    if budget is None:
        return "a reserve for indexation: half a year's rise of prices, on the budget once known"
    amount = Amount(budget * look.number("economy.inflation") / 2, own_currency(look.profile))
    return f"a reserve for indexation: {amount}, half a year's rise of prices on the budget"
