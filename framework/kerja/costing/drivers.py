"""What drives the cost of a year: places, applicants, persons at each stage, payments."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kerja.costing.cases import Cases, of_assumption, of_figure, of_range, point, total
from kerja.costing.funnel import Funnel, funnel
from kerja.profile import Profile
from kerja.profile.packages import Part

HERE = "drivers"
"""Drivers are called `drivers[applicants]` within the costing of an option."""


@dataclass(frozen=True, slots=True)
class Driver:
    """A number of one year that lines of cost are multiplied from.

    `cases` is None while one of `lacks` is not known. `inputs` are fields of the profile or other
    drivers. `unit` is "count" or "money".
    """

    id: str
    said: str
    formula: str
    inputs: tuple[str, ...]
    cases: Cases | None
    lacks: tuple[str, ...] = ()
    unit: str = "count"

    @property
    def key(self) -> str:
        """Name of the driver in terms and in the register, below its option."""
        return f"{HERE}[{self.id}]"


Drivers = dict[str, Driver]


def drivers(profile: Profile, people: float | None, parts: Iterable[Part]) -> Drivers:
    """Return the drivers of a year, by name.

    Args:
        profile: the scenario.
        people: places offered in a year; None if not known.
        parts: the benefits of one person.
    """
    followed = funnel(profile, people) if people is not None else None
    found = [
        _places(people),
        _applicants(profile),
        *(_stage(name, share, profile, followed) for name, share in _STAGES),
    ]
    named = {driver.id: driver for driver in found}
    cash = [part for part in parts if part.kind == "cash"]
    for driver in (
        _payments(cash, named),
        _cash(cash, named),
        _share_of("without-account", "places", _ownership(profile), profile, named),
        _share_of("off-line", "applicants", "digital.internet_use", profile, named),
        _places_lacking(profile, named),
    ):
        named[driver.id] = driver
    return named


_STAGES = (("purchased", "purchase"), ("completed", "completion"), ("paid", "paid"))
_SAID = {
    "purchased": "persons who take a course in a year",
    "completed": "persons who finish in a year",
    "paid": "persons who finish and are paid in a year",
    "without-account": "persons with a place and without an account",
    "off-line": "applicants who are not on line",
}


def reached_by(part: Part) -> str:
    """Name the driver that counts who gets a benefit.

    Paid surveys follow the certificate, and so does cash that is not paid during the course;
    vouchers, free places and stipends go to everyone who took a course.
    """
    if part.kind in ("voucher", "free-place") or part.purpose in ("stipend", "transport"):
        return "purchased"
    return "completed" if part.purpose == "survey" else "paid"


def _places(people: float | None) -> Driver:
    lacks = () if people is not None else ("programme.quota.people",)
    cases = None if people is None else point(people)
    return Driver(
        "places", "places of a year", "places of the option", ("people",), cases, lacks
    )  # fmt: skip


def _applicants(profile: Profile) -> Driver:
    expected = of_figure(profile.programme.expected_applicants, profile)
    path = "programme.expected_applicants"
    if expected is None:
        assumed = of_assumption(profile.assumptions.demand_year, profile)
        if assumed is not None:
            expected, path = assumed, "assumptions.demand_year"
    lacks = () if expected is not None else ("programme.expected_applicants",)
    said = "applicants of a year"
    return Driver("applicants", said, said, (path,), expected, lacks)


def _stage(name: str, share: str, profile: Profile, followed: Funnel | None) -> Driver:
    names = [stage for stage, _ in _STAGES]
    before = names[names.index(name) - 1] if name != names[0] else "places"
    needed = [f"assumptions.{a}" for _, a in _STAGES[: names.index(name) + 1]]
    known = {p for p in needed if _assumed(profile, p) is not None}
    lacks = tuple(path for path in needed if path not in known)
    if followed is None:
        lacks = ("programme.quota.people", *lacks)
    cases = of_range(followed.people(name)) if followed is not None else None
    inputs = (f"{HERE}[{before}]", f"assumptions.{share}")
    return Driver(name, _SAID[name], "persons of the stage before × share", inputs, cases, lacks)


def _assumed(profile: Profile, path: str) -> Cases | None:
    return of_assumption(getattr(profile.assumptions, path.partition(".")[2]), profile)


def _payments(cash: list[Part], named: Drivers) -> Driver:
    """Count the payments of cash; the number to one person is the highest."""
    return _summed(
        "payments", "payments of cash in a year", "persons paid × highest number of payments",
        [(part, named[reached_by(part)], point(float(part.payments or 0))) for part in cash],
    )  # fmt: skip


def _cash(cash: list[Part], named: Drivers) -> Driver:
    return _summed(
        "cash", "cash paid in a year", "persons paid × cash of one person",
        [
            (part, named[reached_by(part)], point(part.total.at_least.number))
            for part in cash
        ],
        unit="money",
    )  # fmt: skip


def _summed(
    name: str,
    said: str,
    formula: str,
    counted: list[tuple[Part, Driver, Cases]],
    *,
    unit: str = "count",
) -> Driver:
    lacks: list[str] = []
    amounts: list[Cases] = []
    for part, persons, each in counted:
        missing = part.total.lacks if unit == "money" else _uncounted(part)
        lacks += (*persons.lacks, *missing)
        if persons.cases is not None:
            amounts.append(persons.cases.times(each))
    keys = dict.fromkeys(persons.key for _, persons, _ in counted)
    fields = (f"{part.path}.{'amount' if unit == 'money' else 'every'}" for part, _, _ in counted)
    if not counted:
        lacks.append("programme.benefits")
    cases = None if lacks else total(amounts)
    return Driver(name, said, formula, (*keys, *fields), cases, tuple(dict.fromkeys(lacks)), unit)


def _uncounted(part: Part) -> tuple[str, ...]:
    return () if part.payments is not None else (f"{part.path}.at_most",)


def _ownership(profile: Profile) -> str:
    known = of_figure(profile.wallets.target_account_ownership, profile)
    return f"wallets.{'target_' if known is not None else ''}account_ownership"


def _share_of(name: str, whole: str, path: str, profile: Profile, named: Drivers) -> Driver:
    """Return those of a number who are not in a share of the profile."""
    section, _, field = path.partition(".")
    share = of_figure(getattr(getattr(profile, section), field), profile)
    persons = named[whole]
    lacks = (*persons.lacks, *(() if share is not None else (path,)))
    cases = None
    if persons.cases is not None and share is not None:
        cases = persons.cases.times(share.rest)
    return Driver(
        name, _SAID[name], f"{persons.said} × (1 - share)", (persons.key, path), cases, lacks
    )  # fmt: skip


def _places_lacking(profile: Profile, named: Drivers) -> Driver:
    """Return how many training places the design needs beyond those that are free."""
    training = profile.training
    inputs = ("training.seats_year", "training.enrolled")
    flow, enrolled = of_figure(training.seats_year, profile), of_figure(training.enrolled, profile)
    places = named["places"]
    lacks = (
        *places.lacks,
        *(path for path, known in zip(inputs, (flow, enrolled), strict=True) if known is None),
    )
    cases = None
    if places.cases is not None and flow is not None and enrolled is not None:
        free = (flow.high - enrolled.low, flow.base - enrolled.base, flow.low - enrolled.high)
        needed = (max(0.0, p - max(0.0, f)) for p, f in zip(places.cases, free, strict=True))
        cases = Cases(*needed)
    formula = "places of a year - (places in training - persons already enrolled), or nothing"
    said = "training places that are lacking"
    return Driver("places-lacking", said, formula, (places.key, *inputs), cases, lacks)
