"""Rule on tracks beside the programme: who pays, for how many, and what happens then (TRK)."""

from __future__ import annotations

from kerja.adaptation.change import Addition, Change
from kerja.adaptation.looking import LacksError, Look
from kerja.adaptation.registry import rule
from kerja.profile import Fact
from kerja.profile.programme import Track

_TRACKS = "programme.tracks"


@rule("TRK-01", "track-without-payer-or-ceiling")
def track_without_payer_or_ceiling(look: Look) -> Change | None:
    """A track beside the programme names no payer or no ceiling

    Why: Who uses a track beside the programme, such as open access to a library of courses, is no
        participant: no place, no benefit and no cost of the programme counts them. Licences that a
        partner gives run out all the same, and if nothing is written the programme is asked to
        pay.
    Evidence: Judgement of the field, recalled; no source was read.
    Basis: judgement
    Asks: Who pays for the track, for how many people, and who pays when the licences run out?
    Owner: programme office
    """
    open_tracks = {
        track.id: missing
        for track in look.profile.programme.tracks
        if (missing := _not_written(track))
    }
    if not open_tracks:
        _ask_for_unknown(look)
        return None
    listed = "; ".join(f"{name} ({' and '.join(missing)})" for name, missing in open_tracks.items())
    return Change(
        proposals=(
            "nobody more is admitted when the licences run out",
            "the partner renews them: written into the agreement, with number and end",
            "the programme pays from then on: a line of the budget of its own, with a ceiling",
        ),
        documents=(
            Addition(
                "operations-manual",
                f"Tracks beside the programme, not yet written: {listed}. Nobody is admitted to "
                "such a track before that stands in the agreement.",
            ),
        ),
    )


def _not_written(track: Track) -> tuple[str, ...]:
    """Return what a track does not say. What was asked for and is not published is another gap."""
    return (
        *(("who pays",) if track.paid_by is None else ()),
        *(("for how many",) if track.people is None else ()),
    )


def _ask_for_unknown(look: Look) -> None:
    """Raise for what was asked for in vain.

    Raises:
        LacksError: nothing is said of tracks, not even `[]`; or the payer or the ceiling of one is
            unknown or to be decided.
    """
    if "tracks" not in look.profile.programme.model_fields_set:
        raise LacksError(_TRACKS)
    facts: dict[str, Fact | None] = {}
    for track in look.profile.programme.tracks:
        facts[f"{_TRACKS}[{track.id}].paid_by"] = track.paid_by
        facts[f"{_TRACKS}[{track.id}].people"] = track.people
    lacks = [path for path, fact in facts.items() if fact is not None and not fact.is_known]
    if lacks:
        raise LacksError(*lacks)
