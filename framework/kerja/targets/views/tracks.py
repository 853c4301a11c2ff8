"""Rows of the tracks beside the programme: what they offer, who pays, to whom they are open."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from kerja.profile import Knowledge, Profile
from kerja.profile.currencies import own_currency
from kerja.profile.programme import Track
from kerja.targets.printing import Printer, Sentence
from kerja.targets.views.design import fact_word

Text = str | Markup


@dataclass(frozen=True, slots=True)
class TrackRow:
    """One track. `people` are no participants; `note` names a risk of currency, if any."""

    what: str
    people: Text
    paid_by: str
    open_to: str
    note: Text


def track_rows(profile: Profile, printer: Printer) -> tuple[TrackRow, ...]:
    """Return the tracks beside the main way; what is not written is said so."""
    return tuple(_row(track, profile, printer) for track in profile.programme.tracks)


def _row(track: Track, profile: Profile, printer: Printer) -> TrackRow:
    notes = [printer.escape(track.note)] if track.note else []
    own = own_currency(profile)
    if track.paid_in and own and track.paid_in != own:
        said = "the partner is paid in {foreign}: the price in {own} moves with the exchange rate"
        notes.append(printer.sentence(Sentence(said, {"foreign": track.paid_in, "own": own})))
    return TrackRow(
        what=track.what,
        people=_people(track, printer),
        paid_by=fact_word(track.paid_by, printer),
        open_to=", ".join(track.open_to) or printer.say("not stated"),
        note=printer.escape("; ").join(notes),
    )


def _people(track: Track, printer: Printer) -> Text:
    if track.people is None:
        return printer.escape(printer.say("not stated"))
    if track.people.knowledge is Knowledge.TO_DECIDE:
        return printer.escape(printer.say("to be decided"))
    return printer.figure(f"programme.tracks[{track.id}].people")
