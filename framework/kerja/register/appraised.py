"""The figures of costs beside benefits: present values, accounts, ratios, switching values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kerja.costing import Appraisal, Costing, Option
from kerja.register.costed import Keys, partial
from kerja.register.entry import Entry

_COURSE = ("assumptions.effect_years", "assumptions.effect_decay", "assumptions.discount_rate")
_ECONOMY = ("assumptions.displacement", "assumptions.cost_of_public_funds")
_OF_ACCOUNT = {
    "participant": ("assumptions.forgone_income", "costs.transport"),
    "government": ("assumptions.effective_tax",),
    "economy": _ECONOMY,
}
_VERDICTS = (
    ("ratio", "number", "gain of the economy ÷ what it uses up"),
    ("ratio_to_spending", "number", "gain of the economy ÷ all spending, cash included"),
    ("switching_gain", "money", "gain of a month at which the economy neither wins nor loses"),
    ("switching_years", "number", "years after which the economy neither wins nor loses"),
    ("cost_of_a_job", "money", "cost of a year ÷ (persons × rise of the share at work)"),
)


def appraisal_entries(option: Option, given: Mapping[str, Entry]) -> Iterator[Entry]:
    """Yield present value, accounts, ratios and switching values of each estimate."""
    keys = Keys(option.id, given)
    for appraisal in option.appraisals:
        yield from _appraisal(appraisal, option.costing, keys)


def _appraisal(appraisal: Appraisal, costed: Costing, keys: Keys) -> Iterator[Entry]:
    start = f"{keys.start}.appraisals[{appraisal.estimate.id}].{appraisal.estimand}"
    persons = "places" if appraisal.estimand == "offered" else "purchased"
    own = (f"{keys.start}.drivers[{persons}].base", *_known(appraisal.estimate.inputs, keys))
    worth, year = f"{start}.present_value", f"{keys.start}.year.base"
    like = Entry("", 0, "money", costed.currency, note=_note(appraisal, costed))
    if appraisal.present_value is not None:
        yield replace(
            like, key=worth, number=appraisal.present_value,
            formula="persons × present value of the gain of one",
            inputs=(*own, *_known(_COURSE, keys)),
        )  # fmt: skip
    for account in appraisal.accounts:
        if account.net is not None:
            said = "; ".join(filter(None, (like.note, partial(account.lacks))))
            yield replace(
                like, key=f"{start}.{account.name}", number=account.net, note=said,
                formula=account.formula,
                inputs=(worth, year, *_known(_OF_ACCOUNT[account.name], keys)),
            )  # fmt: skip
    for name, unit, formula in _VERDICTS:
        number = getattr(appraisal, name).value
        if number is not None:
            behind = (worth,) if name.startswith("ratio") else (*own, *_known(_COURSE, keys))
            yield replace(
                like, key=f"{start}.{name}", number=number, formula=formula, unit=unit,
                currency=costed.currency if unit == "money" else None,
                inputs=(*behind, year, *_known(_ECONOMY, keys)),
            )  # fmt: skip


def _known(paths: Iterable[str], keys: Keys) -> tuple[str, ...]:
    return tuple(key for key in keys.of(paths, "base") if key in keys.given)


def _note(appraisal: Appraisal, costed: Costing) -> str:
    offered = appraisal.estimand == "offered"
    said = (
        f"effect taken as one of {'all who are offered a place' if offered else 'the takers'}",
        "" if appraisal.is_stated else "the source does not say of whom",
        "measured in the model's country" if appraisal.estimate.is_elsewhere else "",
        "the cost is partial" if costed.is_partial else "",
    )
    return "; ".join(filter(None, said))
