"""Checks of whom the payment rails reach (KW): by coverage, and by proof of identity."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kerja.checks.rails import active_rails
from kerja.checks.registry import Hit, NotKnownError, check, known
from kerja.findings import Kind, Severity
from kerja.profile import Profile, Rail, Share

_ENOUGH_ID = 0.90
_ENOUGH_COVERAGE = 0.95
_ENOUGH_OWNERSHIP = 0.70
_CASH = ("agent", "post", "cash")


@check("KW205", "kyc-id-coverage", Severity.WARNING, kind=Kind.FEASIBILITY)
def kyc_id_coverage(profile: Profile) -> Iterator[Hit]:
    """Where every rail asks for full customer due diligence, 90 % of adults hold the document.

    The limit is Kerja's judgement.

    Why: Whoever lacks the document cannot open the account, and is selected but never paid.

    Bad:
        identity: {document: national identity card, coverage_adults: 70%}
        wallets:
          rails:
            - {id: acleda, kind: bank, kyc: full}

    Good:
        identity: {document: national identity card, coverage_adults: 70%}
        wallets:
          rails:
            - {id: acleda, kind: bank, kyc: full}
            - {id: wing, kind: mobile-money, kyc: simplified}

    Source: FATF Recommendation 10; World Bank, ID4D Global Dataset.
    """
    rails = active_rails(profile)
    full = [path for path, rail in rails if rail.kyc == "full"]
    if not full or any(_admits_without_document(rail) for _, rail in rails):
        return
    unsaid = [f"{path}.kyc" for path, rail in rails if rail.kyc is None]
    if unsaid:
        raise NotKnownError(unsaid)
    (coverage,) = known(profile, "identity.coverage_adults")
    if coverage >= _ENOUGH_ID:
        return
    yield Hit(
        "identity.coverage_adults",
        f"every rail asks for full due diligence, and {coverage:.0%} of adults hold the document: "
        f"{1 - coverage:.0%} cannot be paid",
        "add a simplified tier, or cash with a payment code; Kerja's judgement: "
        f"{_ENOUGH_ID:.0%}, {100 * (_ENOUGH_ID - coverage):.0f} points above this country",
        also=tuple(f"{path}.kyc" for path in full),
    )


def _admits_without_document(rail: Rail) -> bool:
    return rail.kyc in ("none", "simplified") or rail.kind in _CASH


@check("KW206", "coverage-union", Severity.ERROR)
def coverage_union(profile: Profile) -> Iterator[Hit]:
    """Together the rails reach at least as many as the widest of them, and at most their sum.

    Why: A figure outside these bounds cannot be a share of the same people.

    Bad:
        wallets:
          combined_coverage: 40%
          rails:
            - {id: acleda, kind: bank, coverage: 52%}
            - {id: post-office, kind: post, coverage: 10%}

    Good:
        wallets:
          combined_coverage: 60%
          rails:
            - {id: acleda, kind: bank, coverage: 52%}
            - {id: post-office, kind: post, coverage: 10%}

    Source: Fréchet bounds on the probability of a union (1935).
    """
    reaches, unsaid = _reaches(active_rails(profile))
    for reach in reaches:
        if reach.share > 1:
            yield Hit(
                f"{reach.path}.coverage",
                f"a coverage of {_percent(reach.share)} is more than everybody",
                "at most 100%: count persons of the target group, not accounts",
            )
            return
    (combined,) = known(profile, "wallets.combined_coverage")
    if not reaches:
        raise NotKnownError(unsaid)
    together = profile.wallets.combined_coverage
    rounding = sum(reach.rounding for reach in reaches) + (together.step / 2 if together else 0)
    widest = max(reaches, key=lambda reach: reach.share)
    most = min(1.0, sum(reach.share for reach in reaches))
    if combined < widest.share - rounding:
        yield Hit(
            "wallets.combined_coverage",
            f"the rails together reach {_percent(combined)}, and one of them alone reaches "
            f"{_percent(widest.share)}",
            f"{_percent(widest.share)} or more",
            also=(f"{widest.path}.coverage",),
        )
    elif not unsaid and combined > most + rounding:
        yield Hit(
            "wallets.combined_coverage",
            f"the rails together reach {_percent(combined)}, more than all of them added up",
            f"{_percent(most)} or less",
            also=tuple(f"{reach.path}.coverage" for reach in reaches),
        )


class _Reach(NamedTuple):
    """Share of the target group that one rail reaches, and half a unit of its last digit."""

    path: str
    share: float
    rounding: float


def _reaches(rails: list[tuple[str, Rail]]) -> tuple[list[_Reach], list[str]]:
    """Return what the rails reach, and the paths of the coverages that are not known."""
    reaches, unsaid = [], []
    for path, rail in rails:
        if rail.coverage is None or rail.coverage.number is None:
            unsaid.append(f"{path}.coverage")
        else:
            reaches.append(_Reach(path, rail.coverage.number, rail.coverage.step / 2))
    return reaches, unsaid


def _percent(share: float) -> str:
    return f"{100 * share:.4g}%"


@check("KW207", "coverage-gap", Severity.WARNING, kind=Kind.FEASIBILITY)
def coverage_gap(profile: Profile) -> Iterator[Hit]:
    """Where accounts do not reach everybody, there is an agent, a post office or cash as well.

    Accounts reach everybody if the rails together cover 95 % of the target group or, where that
    is not known, if 70 % of adults own an account. Both limits are Kerja's judgement; where
    measurements of one figure disagree about it, the finding is information only.

    Why: The people without an account are those that the programme is for.

    Bad:
        wallets:
          rails:
            - {id: ovo, kind: e-wallet, coverage: 45%}

    Good:
        wallets:
          rails:
            - {id: ovo, kind: e-wallet, coverage: 45%}
            - {id: post-office, kind: post}

    Source: UN Principles for Responsible Digital Payments (2021).
    """
    rails = active_rails(profile)
    if not rails or any(rail.kind in _CASH for _, rail in rails):
        return
    where, shares, enough = _best_reach(profile, rails)
    short = [share for share in shares if share < enough]
    if not short:
        return
    agreed = len(short) == len(shares)
    values = " or ".join(_percent(share) for share in shares)
    what = "of adults own an account" if "ownership" in where else "of the target group at best"
    yield Hit(
        where,
        f"{values} {what}, and there is no agent, post office or cash among the rails",
        "add a cash-out with proof of identity and a payment code; Kerja's judgement: "
        f"{enough:.0%}" + ("" if agreed else "; the measurements disagree, a person must decide"),
        severity=None if agreed else Severity.INFO,
    )


def _best_reach(profile: Profile, rails: list[tuple[str, Rail]]) -> tuple[str, list[float], float]:
    """Return where the best-case reach stands, its value in every measurement, and the limit."""
    wallets = profile.wallets
    reaches, unsaid = _reaches(rails)
    combined = _measured(wallets.combined_coverage)
    if combined:
        return "wallets.combined_coverage", combined, _ENOUGH_COVERAGE
    if not unsaid:
        most = min(1.0, sum(reach.share for reach in reaches))
        return f"{reaches[0].path}.coverage", [most], _ENOUGH_COVERAGE
    for name in ("target_account_ownership", "account_ownership"):
        measured = _measured(getattr(wallets, name))
        if measured:
            return f"wallets.{name}", measured, _ENOUGH_OWNERSHIP
    raise NotKnownError(["wallets.combined_coverage", "wallets.account_ownership"])


def _measured(share: Share | None) -> list[float]:
    """Return the share in every measurement, the one that computes first."""
    if share is None or share.number is None:
        return []
    others = [other.value.number for other in share.others if other.value is not None]
    return [share.number, *others]
