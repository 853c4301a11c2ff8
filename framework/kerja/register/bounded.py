"""The figures of an option for a crisis: the cost of one person and of all, the persons at most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kerja.costing import Option
from kerja.register.entry import Entry

CEILING = "shock.ceiling"
FACTOR = "shock.multiplier"


def own_key(option: str, path: str, given: Mapping[str, Entry]) -> str:
    """Return the key of a figure that the option states itself, else that of the country."""
    own = f"options[{option}].{path}"
    return own if own in given else path


def crisis_entries(option: Option, given: Mapping[str, Entry]) -> Iterator[Entry]:
    """Yield what one person costs in a crisis, what all cost, and whom the ceiling pays for."""
    bounds = option.crisis
    if bounds is None or bounds.each is None:
        return
    start = f"options[{option.id}]"
    each = f"{start}.crisis.each"
    note = "a part of the cost is not known" if option.package.total.lacks else None
    has_factor = bounds.factor is not None
    yield Entry(
        each, bounds.each.number, "money", bounds.each.currency,
        formula=f"known part of the package of one person{', its cash × factor' * has_factor}",
        inputs=(own_key(option.id, FACTOR, given),) if has_factor else (), note=note,
    )  # fmt: skip
    if bounds.cost is not None:
        yield Entry(
            f"{start}.crisis.cost", bounds.cost.number, "money", bounds.cost.currency,
            formula="places of all years × cost of one person",
            inputs=(f"{start}.people", each), note=note,
        )  # fmt: skip
    if bounds.people_at_most is not None:
        yield Entry(
            f"{start}.crisis.people", bounds.people_at_most, "count",
            formula="ceiling ÷ cost of one person, rounded down",
            inputs=(own_key(option.id, CEILING, given), each), note=note,
        )  # fmt: skip
