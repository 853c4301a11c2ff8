"""The figures that Kerja computes, each with its formula and what it was computed from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kerja.adaptation import words
from kerja.costing import Option
from kerja.feasibility import Binding
from kerja.profile import Profile
from kerja.profile.currencies import DOLLAR, own_currency
from kerja.profile.packages import Part, package
from kerja.register.entry import Entry

Given = Mapping[str, Entry]

_SUMMED = "amount × highest number of payments, summed"


def package_entries(profile: Profile, given: Given) -> Iterator[Entry]:
    """Yield what one person can get: all, cash and its share, vouchers, cash of a month."""
    whole = package(profile)
    vouchers = tuple(part for part in whole.parts if part.kind in ("voucher", "free-place"))
    monthly = tuple(part for part in whole.cash if part.every in ("month", "day"))
    for name, parts, note in (
        ("total", whole.parts, "everything that one person can get, at most"),
        ("cash_total", whole.cash, "all cash that one person can get, at most"),
        ("voucher_total", vouchers, "vouchers and free places of one person"),
        ("monthly_cash", monthly, "cash of a month"),
    ):
        reckoned = getattr(whole, name)
        if not reckoned.at_least.number:
            continue
        partial = f"; not known: {', '.join(map(words, reckoned.lacks))}" if reckoned.lacks else ""
        formula = "amount of a month, summed" if name == "monthly_cash" else _SUMMED
        yield Entry(
            f"package.{name}", reckoned.at_least.number, "money", reckoned.at_least.currency,
            formula=formula, note=note + partial, inputs=_inputs(parts, profile, given),
        )  # fmt: skip
    if whole.cash_share is not None and whole.cash:
        yield Entry(
            "package.cash_share", whole.cash_share, "share", formula="cash ÷ everything",
            inputs=("package.cash_total", "package.total"),
            note="the part of the package that is cash",
        )  # fmt: skip


def _inputs(parts: tuple[Part, ...], profile: Profile, given: Given) -> tuple[str, ...]:
    """Name the amounts that are known, how often they are paid, and the rate if one was used."""
    found: dict[str, None] = {}
    currencies = set()
    for part in parts:
        amount = given.get(f"{part.path}.amount")
        if amount is None and part.kind == "free-place":
            amount = given.get("costs.training_place")
        if amount is None:
            continue
        found[amount.key] = None
        currencies.add(amount.currency)
        if (part.payments or 1) > 1:
            found[f"{part.path}.at_most"] = None
    if DOLLAR in currencies and own_currency(profile) != DOLLAR:
        found["economy.exchange_rate"] = None
    return tuple(found)


_FUNNEL = "programme.actual."
_RATIOS = {
    "applied_of_target": (f"{_FUNNEL}applied", "programme.target.people"),
    "graduated_of_target": (f"{_FUNNEL}graduated", "programme.target.people"),
    "graduated_of_applied": (f"{_FUNNEL}graduated", f"{_FUNNEL}applied"),
    "employed_of_graduated": (f"{_FUNNEL}employed", f"{_FUNNEL}graduated"),
    "equity_card_of_applied": (f"{_FUNNEL}equity_card", f"{_FUNNEL}applied"),
    "target_of_labour_force": ("programme.target.people", "labour_force.labour_force"),
}


def derived_entries(profile: Profile, given: Given) -> Iterator[Entry]:
    """Yield ratios of what was achieved or funded, and the applicants of whom nothing is known.

    What was counted in a year before that of the target is no part of it.
    """
    yield from _funded(profile, given)
    for name, (above, below) in _RATIOS.items():
        upper, lower = _chosen(profile, given, above), _chosen(profile, given, below)
        if upper is None or lower is None or not lower.number:
            continue
        if "programme.target" not in below or (upper.year or 0) >= (lower.year or 0):
            yield Entry(
                f"derived.{name}", upper.number / lower.number, "share",
                formula=f"{words(upper.key)} ÷ {words(lower.key)}", inputs=(upper.key, lower.key),
            )  # fmt: skip
    applied, studying, graduated = (
        given.get(f"{_FUNNEL}{name}") for name in ("applied", "studying", "graduated")
    )
    if applied is None or studying is None or graduated is None:
        return
    rest = applied.number - studying.number - graduated.number
    if rest >= 0:
        yield Entry(
            "derived.unexplained_applicants", rest, "count",
            formula="applied - studying - graduated",
            inputs=(applied.key, studying.key, graduated.key),
            note="neither studying nor graduated: dropped out, waiting, or never admitted",
        )  # fmt: skip


_FIRM = ("approved", "revised")


def _funded(profile: Profile, given: Given) -> Iterator[Entry]:
    """Yield the share of the places that the budget of the fiscal year is said to pay for.

    Only if one firm line of that year names its persons: a revised line may replace an approved
    one, or add to it.
    """
    budget = profile.budget
    named = [
        f"budget.lines[{line.id}].people"
        for line in budget.lines.items
        if line.year == budget.fiscal_year and line.stage in _FIRM and line.people is not None
    ]
    places = given.get("programme.quota.people")
    people = given.get(named[0]) if len(named) == 1 else None
    if people is None or places is None or not places.number:
        return
    if profile.programme.quota.every == "year":
        yield Entry(
            "derived.funded_of_places", people.number / places.number, "share",
            formula="persons that the budget line is said to pay for ÷ places of the year",
            inputs=(people.key, places.key),
        )  # fmt: skip


def _chosen(profile: Profile, given: Given, key: str) -> Entry | None:
    """Return the figure of a key, or that of the set of labour measurements which computes."""
    if key in given or not key.startswith("labour_force."):
        return given.get(key)
    name = key.partition(".")[2]
    return given.get(f"labour_force.measurements[{profile.labour_force.use}].{name}")


def option_entries(option: Option, given: Given) -> Iterator[Entry]:
    """Yield places, ceiling, years and funnel of an option.

    A figure that the option states itself is meant before that of the profile.
    """
    start = f"options[{option.id}]"

    def own(path: str) -> str:
        return f"{start}.{path}" if f"{start}.{path}" in given else path

    if option.people is not None:
        yield Entry(
            f"{start}.people", option.people, "count",
            formula="places of the option", inputs=(own("programme.quota.people"),),
        )  # fmt: skip
    if option.ceiling is None or option.people is None:
        return
    each = option.package.total.at_least
    yield Entry(
        f"{start}.package", each.number, "money", each.currency, formula=_SUMMED,
        inputs=_option_inputs(option, given), note="known part of the package of one person",
    )  # fmt: skip
    yield Entry(
        f"{start}.ceiling", option.ceiling.number, "money", option.ceiling.currency,
        formula="places × known part of the package",
        inputs=(f"{start}.people", f"{start}.package"),
    )  # fmt: skip
    if option.in_dollars is not None:
        yield Entry(
            f"{start}.ceiling_usd", option.in_dollars.number, "money", option.in_dollars.currency,
            formula="ceiling ÷ exchange rate",
            inputs=(f"{start}.ceiling", own("economy.exchange_rate")),
        )  # fmt: skip
    yield from _years(option, start)


def _option_inputs(option: Option, given: Given) -> tuple[str, ...]:
    start = f"options[{option.id}]"
    found = []
    for part in option.package.parts:
        names = [f"{part.path}.amount"]
        if part.kind == "free-place":
            names.append("costs.training_place")
        keys = [key for name in names for key in (f"{start}.{name}", name) if key in given]
        found += keys[:1]
        if keys and (part.payments or 1) > 1:
            found.append(f"{part.path}.at_most")
    return tuple(dict.fromkeys(found))


def _years(option: Option, start: str) -> Iterator[Entry]:
    if not option.by_year:
        return
    first = option.by_year[0]
    formula = "places of a year" if option.period == "year" else "places ÷ years of the option"
    yield Entry(
        f"{start}.people_year", first.people, "count",
        formula=formula, inputs=(f"{start}.people",),
    )  # fmt: skip
    yield Entry(
        f"{start}.ceiling_year", first.ceiling.number, "money", first.ceiling.currency,
        formula="places of a year × known part of the package",
        inputs=(f"{start}.people_year", f"{start}.package"),
    )  # fmt: skip


def funnel_entries(option: Option, given: Given) -> Iterator[Entry]:
    """Yield the persons expected at each stage of an option, lowest, likeliest and highest."""
    if option.funnel is None:
        return
    start = f"options[{option.id}]"
    before = None
    for stage in option.funnel.stages[1:]:
        for end in ("low", "mode", "high"):
            number = getattr(stage.people, end)
            share = f"{stage.rests_on}.{end}"
            if number is not None:
                yield Entry(
                    f"{start}.{stage.name}.{end}", number, "count",
                    formula="persons of the stage before × share",
                    inputs=(
                        f"{start}.{before}.{end}" if before else f"{start}.people",
                        f"{start}.{share}" if f"{start}.{share}" in given else share,
                    ),
                    note=stage.note or None,
                )  # fmt: skip
        before = stage.name


def limit_entries(limits: Binding) -> Iterator[Entry]:
    """Yield the limits that have a number; their status says how far it may be relied on."""
    for limit in limits.limits:
        if limit.persons is not None:
            yield Entry(
                f"limits.{limit.name}", limit.persons, "count", status=limit.standing.value,
                formula=limit.formula, inputs=limit.inputs, note=limit.note or None,
            )  # fmt: skip
