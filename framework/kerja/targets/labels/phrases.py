"""Words and sentences that code says in documents and on the page, by where they stand."""

from __future__ import annotations

from kerja.adaptation import words
from kerja.targets.papers import FURTHER
from kerja.targets.views.foreseen import SPAN
from kerja.targets.views.worth_open import WAITING

PAPERS = (
    "Policy brief",
    "Budget annex",
    "Cabinet memo",
    "Operations manual",
    "Cabinet slide",
    *FURTHER.values(),
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

FORECAST = (
    SPAN,
    *map(words, ("assumptions.accepted", "assumptions.eligible", "assumptions.lags.payment")),
    "5 of 100 below",
    "All cash",
    "All cash, if one thing alone is at its low or high end",
    "Bars to the middle of the worlds; lines from the 5th to the 95th of 100.",
    "Cash of each month",
    "Chance that the budget holds, as forecast",
    "People in line at the end of each month",
    "People, stage by stage",
    "Persons paid",
    "Persons paid, as forecast",
    "The band holds 90 of 100 worlds; the line is their middle.",
    "The low end in orange, the high end in blue.",
    "certified",
    "disabled",
    "no budget is known",
    "of those who come at the pace that is known; not all places need be taken",
    "rural",
    "started",
    "the forecast of people, lines and cash",
    "women",
)
"""What the forecast says of people, lines, cash and risk."""

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

BRANCHES = (
    "the account cannot be paid",
    "applies in person",
    "asks an organisation for help",
)
"""Outcomes under which a rule leads around a step."""

PAGE = (
    "papers say so: the design itself stays",
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

CRISIS = (
    "not for a crisis",
    "Crisis: who declares it, on what sign",
    "Crisis: most that may be spent",
    "Crisis: factor on cash benefits",
    "beneath it what was paid in earlier crises",
    "Crisis: when it ends",
    "not known before ceiling and benefits are",
    "stays below the ceiling: {cost} for all",
    "stops at the ceiling: at most {people} people",
    "stops at the ceiling: at most {people} people; all would cost {cost}",
    "none stated: benefits as they are written",
    "{count} months",
)
"""What bounds an option for a crisis."""

TRACKS = ("the partner is paid in {foreign}: the price in {own} moves with the exchange rate",)
"""What is said of tracks beside the programme."""

READINESS = (
    "national figure",
    "Kerja’s judgement",
    "or",
    "unknown, at least {low}",
    "unknown, at most {high}",
    "unknown, from {low} to {high}",
    "by the measurement {measurement}: {level}",
    "close to a threshold: {condition}",
    "{item} ({level})",
    "{what}: {found}",
    "{what}: {found}; needed: {wanted}",
    "Computed: readiness",
    "Computed: the forecast",
    "readiness by dimension",
    "the checklist of the delivery chain",
)
"""Words of readiness and of the checklist."""
