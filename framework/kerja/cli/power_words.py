"""The words of the power of an evaluation: inputs, verdicts, formulas with their authors."""

from __future__ import annotations

NAMES = {
    "sample": "persons interviewed first",
    "arms": "groups of the draw, those not offered among them",
    "treated_share": "offered a place",
    "take_up_treated": "take-up of the offered",
    "take_up_control": "take-up of those not offered",
    "attrition": "lost at the last interview",
    "wins_later": "not drawn, and win a later round",
    "clusters": "groups drawn",
    "correlation": "correlation within a group",
    "significance": "risk of seeing what is not there",
    "power": "chance wanted of seeing what is there",
    "base": "at work without the programme",
    "deviation": "standard deviation of income",
    "mean": "income without the programme",
}

LEANS = {
    "favourable": "Favourable: as good for the design as it can be. The smallest effect is at "
    "least what is shown, and a chance to see one at most.",
    "hardest": "Hardest: near 50% chance plays the largest part; another share needs fewer "
    "persons, or hardly more. Where both kinds are missing, results are no bounds, but as taken.",
}

SCALES = {
    "draw": "difference that the draw leaves",
    "offered": "effect of an offer (ITT)",
    "took-up": "effect of taking part (LATE)",
}

VERDICTS = {
    "yes": "could have been seen",
    "no": "could not have been seen",
    "depends": "seen or not, depending on the assumptions",
    "at best": "seen only if what is missing is as good as taken",
    "at worst no": "not seen in the hardest case",
    "as taken yes": "seen, with what is missing as taken",
    "as taken no": "not seen, with what is missing as taken",
    "null": "nothing to see; an effect smaller than the design can see would go unseen too",
    "not known": "the sample is not known",
}

FORMULAS = (
    "MDE = (t(1 - α/2) + t(power)) √(DEFF/n · (v_T/p_T + v_C/p_C)) / contrast: multiplier of Bloom "
    "(1995, Evaluation Review 19(5)); with one variance, equation 7 of Duflo, Glennerster and "
    "Kremer (2007, CEPR DP 6059). n = N (1 - attrition). A share has its own variance in each arm, "
    "at the effect.",
    "Contrast of an offer: 1 - w; of taking part: (1 - w)(c - s), c and s the take-up of both arms "
    "(Bloom 1984; Imbens and Angrist 1994). Those who win later count as treated in full.",
    "w = a (1 - (1 - q)^k): a the share that applies again, q the chance in a round, k rounds "
    "(derived).",
    "DEFF = 1 + (m - 1) ρ, m answers in a group (Kish 1965; Donner and Klar 2000); t with groups "
    "less two degrees of freedom (Abramowitz and Stegun 1964, 26.7.5). Groups of one size: unequal "
    "ones need more (Eldridge, Ashby and Kerry 2006).",
    "With more than two arms the risk is split over the comparisons (Bonferroni). Interviews are "
    "lost by chance alone; else only bounds are known (Lee 2009).",
)
