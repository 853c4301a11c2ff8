"""What would lift a limit, and what missing data would make bind, as entries of the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kerja.adaptation import words
from kerja.feasibility import Bound, Deciding, Lever
from kerja.profile import Profile
from kerja.profile.currencies import own_currency
from kerja.register.entry import Entry, Register


def lever_key(lever: Lever) -> str:
    """Return the start of the keys of a lever: `.people`, `.room`, `.each`, `.cost` follow."""
    return f"limits.{lever.limit}.lifts[{lever.path}]"


def bound_key(path: str, bound: Bound) -> str:
    """Return the start of the keys of what a datum would make bind: `.low`, `.high` follow.

    >>> bound_key("training.seats_year", Bound(("places",), (0.0, 5.0), "training.enrolled"))
    'limits.would_bind[training.enrolled+training.seats_year]'
    """
    return f"limits.would_bind[{'+'.join(sorted(filter(None, (path, bound.together))))}]"


def lever_entries(found: Iterable[Lever], profile: Profile) -> Iterator[Entry]:
    """Yield what one unit more of each lever brings, how far it reaches, and what it costs."""
    currency = own_currency(profile)
    for lever in found:
        start, own = lever_key(lever), f"limits.{lever.limit}"
        yield Entry(
            f"{start}.people", lever.people, "number", inputs=(own,),
            formula=f"the limit with {lever.unit}, less the limit as it stands",
        )  # fmt: skip
        if lever.room is not None:
            until = f"until {lever.until} binds" if lever.until else "until all have it"
            ends = (f"limits.{lever.until}",) if lever.until else ()
            yield Entry(
                f"{start}.room", lever.room, "count", inputs=(own, *ends),
                formula=f"persons more of a year, {until}",
            )  # fmt: skip
        if lever.each:
            yield Entry(
                f"{start}.each", lever.each, "money", currency, inputs=(lever.price,),
                formula="cost of one person more",
            )  # fmt: skip
        if lever.cost:
            yield Entry(
                f"{start}.cost", lever.cost, "money", currency,
                inputs=(f"{start}.each", f"{start}.room"),
                formula="cost of one person more × persons more of a year",
            )  # fmt: skip


def deciding_entries(found: Iterable[Deciding], known: Register) -> Iterator[Entry]:
    """Yield the fewest and the most persons that what binds would allow over a range."""
    done: set[str] = set()
    for one in found:
        for bound in one.bounds:
            start = bound_key(one.gap.path, bound)
            if start in done:
                continue
            done.add(start)
            paths = tuple(filter(None, (one.gap.path, bound.together)))
            spoken = " and ".join(map(words, paths))
            limits = tuple(key for name in bound.names if (key := f"limits.{name}") in known)
            for end, which, persons in zip(
                ("low", "high"), ("fewest", "most"), bound.people, strict=True
            ):
                yield Entry(
                    f"{start}.{end}", persons, "count", status="indication", inputs=limits or paths,
                    formula=f"the {which} persons that the known limits allow, {spoken} tried "
                    "over the credible range",
                )  # fmt: skip


def with_decided(
    known: Register, profile: Profile, *, deciding: Iterable[Deciding], levers: Iterable[Lever]
) -> Register:
    """Return the register with what missing data would change and what would lift the limits."""
    return Register(
        [*known.values(), *deciding_entries(deciding, known), *lever_entries(levers, profile)]
    )
