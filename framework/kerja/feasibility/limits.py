"""How many persons a year each part of the country can carry, and which part binds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from kerja.adaptation import INHERITED, is_inherited
from kerja.feasibility.affordable import budget_limit
from kerja.feasibility.limit import Binding, Limit, Standing
from kerja.profile import Count, Figure, Number, Profile, Share


def binding(profile: Profile) -> Binding:
    """Return all limits of a profile, the unknown ones included.

    More money, places, accounts, documents, staff or rounds never lower the number that the known
    limits allow. (More applicants can: each costs a check.) A limit that
    rests on the model's values is an indication: the country has not said so itself.
    """
    return Binding(tuple(_own(limit(profile), profile) for limit in _LIMITS))


def _own(limit: Limit, profile: Profile) -> Limit:
    if not any(is_inherited(profile, path) for path in limit.inputs):
        return limit
    known = limit.standing is Standing.KNOWN
    standing = Standing.INDICATION if known else limit.standing
    note = "; ".join(filter(None, (limit.note, INHERITED)))
    return replace(limit, standing=standing, note=note)


def _number(figure: Figure[Any] | None) -> float | None:
    return figure.number if isinstance(figure, Count | Share | Number) else None


def _unknown(name: str, formula: str, lacks: tuple[str, ...], lifts: str) -> Limit:
    return Limit(name, Standing.UNKNOWN, None, formula, (), lacks, lifts)


def _demand(profile: Profile) -> Limit:
    lifts = "outreach, assisted application, a benefit that covers the time spent"
    assumed = profile.assumptions.demand_year
    if assumed is not None and assumed.mode is not None:
        return Limit(
            "demand", Standing.KNOWN, float(assumed.mode.number),
            "assumed applicants of a year", ("assumptions.demand_year",), (), lifts,
        )  # fmt: skip
    expected = _number(profile.programme.expected_applicants)
    if expected is not None:
        return Limit(
            "demand", Standing.KNOWN, expected,
            "applicants expected in a year", ("programme.expected_applicants",), (), lifts,
        )  # fmt: skip
    pace = applications_a_year(profile)
    if pace is not None:
        return Limit(
            "demand", Standing.KNOWN, pace,
            "applicants so far ÷ days since the start × 365.25",
            ("programme.actual.applied", "programme.starts"), (), lifts,
            note="the pace so far, at the outreach so far; not the wish of those not reached",
        )  # fmt: skip
    return _unknown("demand", "applicants of a year", ("programme.expected_applicants",), lifts)


def applications_a_year(profile: Profile) -> float | None:
    """Return applicants per year at the pace since the start; None if a part is not known."""
    applied = profile.programme.actual.applied
    starts = profile.programme.starts
    if applied is None or applied.number is None or not starts or len(starts) != len("2023-11-14"):
        return None
    end = _last_day(applied)
    if end is None:
        return None
    days = (end - date.fromisoformat(starts)).days
    return applied.number / days * 365.25 if days > 0 else None


def _last_day(figure: Count) -> date | None:
    """Return the last day that a figure can speak of: of its date, month or year."""
    written = figure.date or (
        f"{figure.year}-{figure.month:02d}" if figure.year and figure.month else None
    )
    if written and len(written) == len("2025-08-31"):
        return date.fromisoformat(written)
    if written and len(written) == len("2025-08"):
        year, month = (int(part) for part in written.split("-"))
        return date.fromordinal(date(year + month // 12, month % 12 + 1, 1).toordinal() - 1)
    return date(figure.year, 12, 31) if figure.year else None


def _budget(profile: Profile) -> Limit:
    return budget_limit(profile, _demand(profile).persons)


def _places(profile: Profile) -> Limit:
    formula = "places of a year - persons already enrolled"
    lifts = "more places by district and field, shorter courses, courses on line"
    flow, inputs = _places_of_a_year(profile)
    enrolled = _number(profile.training.enrolled)
    lacks = (
        *(() if flow is not None else inputs),
        *(() if enrolled is not None else ("training.enrolled",)),
    )
    if flow is not None and enrolled is not None:
        return Limit(
            "places", Standing.KNOWN, max(0.0, flow - enrolled), formula,
            (*inputs, "training.enrolled"), (), lifts,
        )  # fmt: skip
    graduates = _number(profile.training.graduates_year)
    if graduates is not None:
        return Limit(
            "places", Standing.INDICATION, graduates, "persons who finished in a year",
            ("training.graduates_year",), lacks, lifts,
            note="persons who finished in a year at all institutions; not free places",
        )  # fmt: skip
    return _unknown("places", formula, lacks, lifts)


def _places_of_a_year(profile: Profile) -> tuple[float | None, tuple[str, ...]]:
    """Return the places of a year and the fields they come from, or the fields that are lacking."""
    training = profile.training
    flow = _number(training.seats_year)
    seats, cycles = _number(training.seats), _number(training.cycles_year)
    if flow is not None:
        return flow, ("training.seats_year",)
    if seats is not None and cycles is not None:
        return seats * cycles, ("training.seats", "training.cycles_year")
    if seats is None and cycles is None:
        return None, ("training.seats_year",)
    return None, ("training.seats",) if seats is None else ("training.cycles_year",)


def _accounts(profile: Profile) -> Limit:
    formula = "applicants of a year × (with an account + without × opened when helped)"
    lifts = "help to open accounts, a cash-out with proof of identity"
    demand = _demand(profile)
    path = "wallets.target_account_ownership"
    share = _number(profile.wallets.target_account_ownership)
    if share is None:
        path = "wallets.account_ownership"
        share = _number(profile.wallets.account_ownership)
    helped = profile.assumptions.onboarding
    if demand.persons is None or share is None:
        lacks = () if share is not None else (path,)
        return _unknown("accounts", formula, (*lacks, *demand.lacks), lifts)
    inputs = (path, *demand.inputs)
    if helped is not None and helped.mode is not None:
        linked = share + (1 - share) * float(helped.mode.number)
        return Limit(
            "accounts", Standing.KNOWN, demand.persons * linked, formula,
            (*inputs, "assumptions.onboarding"), (), lifts,
        )  # fmt: skip
    return Limit(
        "accounts", Standing.INDICATION, demand.persons * share,
        "applicants of a year × share with an account", inputs,
        ("assumptions.onboarding",), lifts,
        note="who could be paid to an account of their own today, without help",
    )  # fmt: skip


def _identity(profile: Profile) -> Limit:
    formula = "applicants of a year × share who hold the document"
    lifts = "other proofs, registration days before each round"
    demand = _demand(profile)
    coverage = _number(profile.identity.coverage_adults)
    if demand.persons is None or coverage is None:
        lacks = () if coverage is not None else ("identity.coverage_adults",)
        return _unknown("identity", formula, (*lacks, *demand.lacks), lifts)
    return Limit(
        "identity", Standing.KNOWN, demand.persons * coverage, formula,
        ("identity.coverage_adults", *demand.inputs), (), lifts,
    )  # fmt: skip


_SERVED = (7_800, 24_000)
"""Recipients of a year per member of Prakerja's office: 2024, and its busiest year (derived)."""


def _office(profile: Profile) -> Limit:
    formula = "staff × recipients that one member of staff served"
    lifts = "more staff, or work given to provinces and partners"
    staff = _number(profile.institutions.staff)
    if staff is None:
        return _unknown("office", formula, ("institutions.staff",), lifts)
    low, high = _SERVED
    return Limit(
        "office", Standing.INDICATION, staff * low, formula, ("institutions.staff",), (), lifts,
        note=f"Prakerja served {low:,} to {high:,} a year per member of staff; a warning, no cap",
    )  # fmt: skip


def _calendar(profile: Profile) -> Limit:
    formula = "rounds of a year × places in a round"
    lifts = "more or larger rounds, a later last payment"
    batches = profile.programme.batches
    rounds, quota = _number(batches.per_year), _number(batches.quota)
    if rounds is None or quota is None:
        named = {"programme.batches.per_year": rounds, "programme.batches.quota": quota}
        lacks = tuple(path for path, number in named.items() if number is None)
        return _unknown("calendar", formula, lacks, lifts)
    return Limit(
        "calendar", Standing.KNOWN, rounds * quota, formula,
        ("programme.batches.per_year", "programme.batches.quota"), (), lifts,
    )  # fmt: skip


def _platform(profile: Profile) -> Limit:
    formula = "registrations that the platform can take in a day × days open × rounds"
    lifts = "a waiting room, a load test before each round"
    return _unknown("platform", formula, ("registrations a day, by a load test",), lifts)


_LIMITS: tuple[Callable[[Profile], Limit], ...] = (
    _demand, _budget, _places, _accounts, _identity, _office, _calendar, _platform,
)  # fmt: skip
