"""What would lift a limit, in numbers: persons for one unit more, how far, and at what cost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kerja.feasibility.filling import Value, filled, number
from kerja.feasibility.limit import Binding, Limit
from kerja.feasibility.limits import binding
from kerja.profile import Figure, Profile
from kerja.profile.currencies import own_number
from kerja.profile.packages import package


@dataclass(frozen=True, slots=True)
class Lever:
    """One way to lift a limit that is known.

    `unit` says what one unit more is, `path` which figure it raises; it brings `people` persons a
    year. `room` are the persons until the limit called `until` binds in its place; None, and "",
    if no other known limit stands above it. `each` is the cost of one person more, in the
    profile's currency, reckoned from `price`: None while that is not known.
    """

    limit: str
    path: str
    unit: str
    people: float
    room: float | None
    until: str
    each: float | None
    price: str

    @property
    def cost(self) -> float | None:
        """Cost of a year of lifting the limit until the next one binds; None if not known."""
        return None if self.each is None or self.room is None else self.each * self.room


APPLICANT = "one more applicant a year"
PLACE = "one more training place a year"
PLACE_AT_A_TIME = "one more training place, filled all year"
CYCLE = "every place filled once more a year"
HELPED = "one in a hundred more of those without an account are helped to open one"
OWNED = "one in a hundred adults more with an account of their own"
DOCUMENT = "one in a hundred adults more with the document"
ROUND = "one more round a year"
ROUND_PLACE = "one more place in each round"
MONEY = "one per cent more money"
PACKAGE = "one per cent less for each person"

UNITS = (APPLICANT, PLACE, PLACE_AT_A_TIME, CYCLE, HELPED, OWNED, DOCUMENT, ROUND, ROUND_PLACE,
         MONEY, PACKAGE)  # fmt: skip
"""What one unit more of each lever is."""


@dataclass(frozen=True, slots=True)
class _Kind:
    path: str
    step: float
    unit: str
    price: str


_KINDS = (
    _Kind("training.seats_year", 1, PLACE, "costs.training_place"),
    _Kind("training.seats", 1, PLACE_AT_A_TIME, ""),
    _Kind("training.cycles_year", 1, CYCLE, ""),
    _Kind("assumptions.onboarding", 0.01, HELPED, "costs.account_opening"),
    _Kind("wallets.account_ownership", 0.01, OWNED, ""),
    _Kind("wallets.target_account_ownership", 0.01, OWNED, ""),
    _Kind("identity.coverage_adults", 0.01, DOCUMENT, "costs.id_enrolment"),
    _Kind("programme.batches.per_year", 1, ROUND, ""),
    _Kind("programme.batches.quota", 1, ROUND_PLACE, ""),
)
_APPLICANTS = _Kind("assumptions.demand_year", 1, APPLICANT, "costs.assisted_intake")
_ONE_PER_CENT = 0.01


def levers(profile: Profile, limits: Binding) -> tuple[Lever, ...]:
    """Return what would lift each known limit: the one that binds first, the cheapest first.

    What a person costs is not known for every lever: those come last. A limit is followed until
    the next known one binds; limits that are not known may bind before.
    """
    found: list[Lever] = []
    for limit in limits.known:
        ways = _levers(profile, limit, limits)
        found += sorted(ways, key=lambda way: (way.each is None, way.each or 0.0))
    return tuple(found)


def _levers(profile: Profile, limit: Limit, limits: Binding) -> Iterator[Lever]:
    if limit.name == "demand":
        kinds: tuple[_Kind, ...] = (_APPLICANTS,)
    else:
        kinds = tuple(kind for kind in _KINDS if kind.path in limit.inputs)
    for kind in kinds:
        now = limit.persons if kind is _APPLICANTS else _figure(profile, kind.path)
        if now is not None:
            changed = {kind.path: number(now + kind.step)}
            price = _price(profile, kind.price)
            most = (1 - now) / kind.step if kind.step < 1 else None
            way = _Way(kind.path, kind.unit, changed, price, kind.price, most)
            yield from _lever(profile, limit, limits, way)
    if limit.name == "budget":
        yield from _of_budget(profile, limit, limits)


@dataclass(frozen=True, slots=True)
class _Way:
    path: str
    unit: str
    changed: Mapping[str, Value]
    each: float | None
    price: str
    most: float | None = None
    """Units that there are at most: a share ends at all."""


def _of_budget(profile: Profile, limit: Limit, limits: Binding) -> Iterator[Lever]:
    """More money costs what it is; a smaller package costs the state nothing, and persons more."""
    total = own_number(profile.budget.total, profile)
    assert total is not None
    more = {"budget.total": number(total * (1 + _ONE_PER_CENT))}
    raised = binding(filled(profile, more))
    gained = (_persons(raised).get("budget") or 0.0) - (limit.persons or 0.0)
    each = total * _ONE_PER_CENT / gained if gained > 0 else None
    yield from _lever(
        profile, limit, limits, _Way("budget.total", MONEY, more, each, "budget.total")
    )
    smaller = {
        f"{part.path}.amount": number(part.payment.at_least.number * (1 - _ONE_PER_CENT))
        for part in package(profile).parts
    }
    yield from _lever(profile, limit, limits, _Way("programme.benefits", PACKAGE, smaller, 0.0, ""))


def _lever(profile: Profile, limit: Limit, limits: Binding, way: _Way) -> Iterator[Lever]:
    """Yield the lever, or nothing if the limit does not move."""
    before, after = _persons(limits), _persons(binding(filled(profile, way.changed)))
    own = before[limit.name]
    gain = round(after.get(limit.name, own) - own, 6)
    if gain <= 0 or (way.most is not None and way.most < 1):
        return
    ends: list[tuple[float, str]] = [] if way.most is None else [(way.most * gain, "")]
    for name, persons in before.items():
        rise = after.get(name, persons) - persons
        # What lies below binds already; what rises as fast is never reached.
        if name != limit.name and persons >= own and rise < gain:
            ends.append(((persons - own) / (gain - rise) * gain, name))
    room, until = min(ends) if ends else (None, "")
    yield Lever(limit.name, way.path, way.unit, gain, room, until, way.each, way.price)


def _persons(limits: Binding) -> dict[str, float]:
    return {limit.name: float(limit.persons or 0.0) for limit in limits.known}


def _figure(profile: Profile, path: str) -> float | None:
    section, _, name = path.partition(".")
    if path == "assumptions.onboarding":
        assumed = profile.assumptions.onboarding
        return float(assumed.mode.number) if assumed is not None and assumed.mode else None
    value: object = getattr(profile, section)
    for part in name.split("."):
        value = getattr(value, part, None)
    return value.number if isinstance(value, Figure) else None


def _price(profile: Profile, path: str) -> float | None:
    """Return a unit cost of `costs`, in the profile's currency."""
    if not path:
        return None
    return own_number(getattr(profile.costs, path.partition(".")[2]), profile)
