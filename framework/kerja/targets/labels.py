"""What code says in documents and on the page, so that translations can be counted honestly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from kerja import documents as paper
from kerja.adaptation import Gate, Likeness, Outcome, all_rules, data_to_obtain, decide, steps
from kerja.adaptation.wording import words
from kerja.costing import cost
from kerja.feasibility import Standing, binding
from kerja.findings import Severity
from kerja.profile import Count, Knowledge, Money, Number, Profile, Rate, Share
from kerja.profile.budget import Payer, Stage
from kerja.profile.facts import Confidence, Definition, Status
from kerja.profile.programme import Benefit, Programme
from kerja.profile.reading import read_profile
from kerja.profile.shapes import shapes
from kerja.resources import shipped
from kerja.source import locate, shipped_names
from kerja.targets.views.worth_open import NEEDED, WAITING
from kerja.workflow import LABELS, Step, build_workflow

PAPERS = (
    "Policy brief",
    "Budget annex",
    "Cabinet memo",
    "Operations manual",
    "Cabinet slide",
    "What the cabinet is asked to decide",
    "Draft for decision",
    "headings and tables in translation, running text in English",
    "translation not reviewed",
    "the journey of a participant",
)
"""Titles of documents and what stands above them."""

FIXED = (
    "all who are offered a place",
    "those who take it up",
    "no detectable effect",
    "a year",
    "absent",
    "after",
    "at most",
    "computed",
    "Computed by Kerja",
    "days",
    "due",
    "during training",
    "figure of",
    "inherited from the model, not decided",
    "known: binds",
    "no",
    "no source given",
    "not stated",
    "once",
    "read at",
    "cost of the options",
    "These costs are partial. Still to be obtained",
    "to be decided",
    "to be named",
    "to be set",
    "unknown",
    "usual way",
    "yes",
)
"""Words in tables and notes."""

COSTS = (
    "Persons who finish in a year",
    "Cost of a year",
    "Cost of all years",
    "Cost per person who finishes",
    "to be obtained",
    "partial",
    "no round opens",
    "all",
    "all years",
)
"""Words of the budget annex."""

WORTH = (
    "undefined: no effect",
    "undefined: others lose all that is gained",
    "undefined: the gain fades too soon",
    "undefined: nothing is used up",
    "Taken as the effect on {who}: the programme pays for itself only if the income of each "
    "of them rises by at least {gain} a month in the first year.",
    "Taken as the effect on {who}: the programme pays for itself only if the effect "
    "“{effect}” lasts at least {years} years.",
    *WAITING,
)
"""Words of costs beside benefits."""

SLIDE = (
    "What binds",
    "What would lift it",
    "Who must agree",
    "Option",
    "Places of a year",
    "Sources",
    "persons a year",
    "no limit is known",
    "Decisions sought",
    "no decision is open",
    "all in the register of figures",
    "Costs are expected, base case, and partial.",
)
"""Words of the slide."""

SIDE_BY_SIDE = (
    "People",
    "Years",
    "Base case",
    "Cost, at most",
    "announced target",
    "What is to be obtained",
    "Years to the announced target",
    "counted in places offered; not all who are offered a place finish",
    "not reached",
    "the places are offered once and are fewer than the target",
    "Cost of a year, by payer",
    "the state is taken to pay where the profile names nobody else",
    "undefined: nobody finishes",
    "no known limit is below the places of a year",
    "Limits that are not known",
    "and {count} more",
)
"""What the page says of the options, beside words of the annex and the slide."""

SENTENCES = (
    "No limit is known yet: nothing can be said of how many people the country can serve.",
    "Of the limits that are known, {limit} binds: about {people} persons a year.",
    "Of the limits that are known, {limit} binds: about {people} persons a year ({note}).",
    "Of the announced {target} people, {applied} ({applied_share}) have applied and "
    "{graduated} ({graduated_share}) have graduated.",
    "The announced target is {target} people.",
    "This is a proposal: no target is set, and no figure of the model stands for one.",
    "An indication for {limit}, and not a limit: {people} ({note}).",
    "Unknown too is what became of {people} applicants who are neither studying nor graduated.",
    "holds under {these}, not under {those}",
    "{what} {figure}, threshold {threshold}",
    "{what} {figure}, threshold {threshold} (Kerja’s judgement)",
)
"""Sentences of the answer and of the reasons, figures at the `{names}`."""

REMARKS = (
    "the pace so far, at the outreach so far; not the wish of those not reached",
    "persons who finished in a year at all institutions; not free places",
    "who could be paid to an account of their own today, without help",
)
"""What is said of a limit within a sentence."""

FEATURES = (
    "Application",
    "Who may take part",
    "Members of one household",
    "Selection",
    "Rounds",
    "Training",
    "Stipend during training",
    "Incentive after training",
    "Paid surveys",
    "Deadlines",
    "Way of training",
    "Unused money",
    "Choice of account",
    "Journey",
)
"""Features in which a design is compared with its model."""

STAGES = (
    "registered", "applied", "eligible", "accepted", "purchased", "studying", "completed",
    "graduated", "paid", "employed",
)  # fmt: skip
"""Stages of what was achieved."""

BRANCHES = ("the account cannot be paid", "applies in person")
"""Outcomes under which a rule leads around a step."""

PAGE = (
    "the design is changed",
    "close to the threshold: nothing is changed",
    "the measurements disagree: nothing is changed",
    "definition",
    "Computed: what one person gets",
    "Computed: shares and remainders",
    "Computed: the options",
    "Computed: the limits",
    "the profile as it was read",
    "what was checked, found, and could not be checked",
    "rules, their outcome and the settings they make",
    "the design beside the model",
    "points to decide and data to obtain",
    "the limits",
    "the options",
    "the cost of the options",
    "every figure with its source",
    "the sources, for a spreadsheet",
    "the journey as a picture",
    "the journey as Mermaid text",
    "the journey for programs",
)
"""What rules did, groups of figures and files for programs on the page."""

WORKBOOK = (
    "Assumptions",
    "Budget",
    "Cost lines",
    "Years and cash",
    "Only the yellow cells can be changed. All sheets follow.",
    "Case",
    "Case: choose low, base or high",
    "low",
    "base",
    "high",
    "Number of the case",
    "Words for what is not known",
    "Prices: nominal ones rise by inflation, real ones do not",
    "nominal",
    "real",
    "Unit",
    "In this case",
    "In the opposite case",
    "Field",
    "all options",
    "Other costs",
    "Not a possible figure",
    "nobody says which value is likeliest: base is the middle",
    "What drives the cost",
    "How it is reckoned",
    "Nature",
    "fixed",
    "variable",
    "step",
    "semi-variable",
    "capital",
    "Counts: 1, or 0",
    "Amount of a year",
    "To be obtained",
    "Paid",
    "In the cash",
    "Yearly rise of prices",
    "part",
    "in part",
    "Total of what is known",
    "Total without the reserve",
    "Lines that are not wholly known",
    "when a round opens",
    "when a course is chosen",
    "monthly during the course",
    "with the certificate",
    "after the certificate",
    "over the year",
    "places of a year",
    "applicants of a year",
    "persons who take a course in a year",
    "persons who finish in a year",
    "persons who finish and are paid in a year",
    "payments of cash in a year",
    "cash paid in a year",
    "persons with a place and without an account",
    "applicants who are not on line",
    "training places that are lacking",
    "Cost of year",
    "Cost by year, as far as known",
    "Cost of all years, as far as known",
    "Cost of a year for one place",
    "Cost of a year for one who finishes",
    "All years",
    "Cash needed",
    "Carried over: owed at the end of the year",
    "Last day on which a round can open and be paid in the year",
    "Rounds in a year",
    "assumed",
    "Change a stretch on the sheet of assumptions, or a first day here: money moves with it.",
    "The numbers of rounds and of payments stay as Kerja computed them.",
    "First day of the programme",
    "Fiscal years start on this day and month",
    "First day",
    "Last day",
    "Days",
    "Days from the opening of a round",
    "Earliest",
    "Latest",
    "Spread over",
    "All stretches at their longest",
    "Years of the design",
    "Round",
    "Share paid by the end of the fiscal year",
    "rounds that have opened",
    "Later",
    "million",
    "Days of registration",
    "Days of selection",
    "Days to choose a course",
    "Days of training",
    "Days to the certificate",
    "Days to the payment",
    "Days in reserve",
    "Share paid in the fiscal year",
    "Share still owed at its end",
    "Title",
    "Publisher",
    "Address",
    "Figures",
    "Figure",
    "Option",
    "Options",
    "Year",
    "Source",
    "Sources",
    "Status",
    "Note",
    "Cash by fiscal year",
    "Line of cost",
    "Payer",
    "Standing",
    "Risks",
    "Date",
    "Who must agree",
    "the costs as a workbook that recalculates",
)
"""Heads, labels and natures of cost in the workbook."""

_MOST_OPTIONS = 6
_LACKED_LATER = (
    "programme.ends",
    "assumptions.demand_year",
    "assumptions.purchase",
    "assumptions.completion",
    "assumptions.paid",
    "assumptions.onboarding",
)
"""Fields that are lacking only where others are known."""


def labels() -> tuple[str, ...]:
    """Return every label that code says, each once, in the order of the groups.

    What comes from the profile of one country (its own bodies, options, notes) is not among them.
    """
    groups = (
        PAPERS,
        SENTENCES,
        _listings(),
        REMARKS,
        FIXED,
        COSTS,
        WORTH,
        map(words, NEEDED),
        SLIDE,
        SIDE_BY_SIDE,
        _cost_lines(),
        _limits(),
        FEATURES,
        STAGES,
        _states(),
        _figures(),
        _benefits(),
        LABELS.values(),
        _journey(),
        BRANCHES,
        _sections(),
        PAGE,
        WORKBOOK,
    )
    return tuple(dict.fromkeys(text for group in groups for text in group))


def wanted(templates: Path) -> tuple[paper.Message, ...]:
    """Return all texts that the templates of documents and page and the code translate, sorted.

    Raises:
        KerjaError: a template is not written as Jinja2.
    """
    found = {paper.Message(text) for text in labels()}
    for target in ("documents", "page"):
        found |= set(paper.messages(templates / target))
    return tuple(sorted(found))


def _limits() -> Iterator[str]:
    yield from (limit.name for limit in binding(Profile()).limits)


def _cost_lines() -> Iterator[str]:
    """Yield lines of cost, who may pay them, the stretches of a round, and what all of it lacks."""
    costed = cost(Profile())
    yield from (line.title for line in costed.lines)
    yield from get_args(Payer)
    yield from (lag.name for lag in costed.phasing.lags.listed)
    yield from (words(path) for line in costed.lines for path in line.lacks)
    yield words("budget.price_basis")


def _listings() -> Iterator[str]:
    """Yield the sentences that name limits or options, for one of them and for every number more.

    More options than these are listed in English.
    """
    for most in range(1, len(tuple(_limits())) + 1):
        listed = ", ".join(f"{{limit{n}}}" for n in range(most))
        yield f"Unknown, and able to change the answer: {listed}."
    for most in range(1, _MOST_OPTIONS + 1):
        listed = ", ".join(f"{{places{n}}} ({{title{n}}})" for n in range(most))
        yield f"The options ask for these places a year: {listed}."


def _states() -> Iterator[str]:
    for enumeration in (Standing, Likeness, Outcome, Gate, Knowledge, Severity):
        yield from (state.value for state in enumeration)
    yield from shapes(Programme)["status"].words
    for states in (Status, Confidence, Definition, Stage):
        yield from get_args(states)
    yield from (figure.kind for figure in (Count, Share, Rate, Number, Money))


def _figures() -> Iterator[str]:
    """Yield in words what a profile that says nothing has to obtain, and what others lack."""
    nothing = Profile()
    lacking = [(limit.name, limit.lacks) for limit in binding(nothing).limits]
    for gap in data_to_obtain(nothing, decide(nothing, all_rules()), lacking):
        yield words(gap.path)
    yield from (words(path) for path in _LACKED_LATER)
    for purpose in shapes(Benefit)["purpose"].words:
        yield from (
            words(f"programme.benefits[{purpose}].{part}") for part in ("amount", "at_most")
        )


def _benefits() -> Iterator[str]:
    yield from shapes(Benefit)["purpose"].words
    yield from (f"every {period}" for period in shapes(Benefit)["every"].words if period != "once")
    yield from shapes(Benefit)["paid_to"].words


def _journey() -> Iterator[str]:
    """Yield steps, proofs and outcomes of the shipped journeys and of what rules bring in."""
    folders = (shipped("country_profiles"),)
    known: list[Step] = [step for step in vars(steps).values() if isinstance(step, Step)]
    for name in shipped_names(folders):
        profile, _, _ = read_profile(locate(name, folders=folders), folders=folders)
        known += build_workflow(profile)
    yield from (step.name for step in known)
    yield from (proof for step in known for proof in (*step.needs, *step.gives))
    yield from (way.when for step in known for way in step.ways if way.when)


def _sections() -> Iterator[str]:
    yield from (words(name) for name, shape in shapes(Profile).items() if shape.model is not None)
