"""The text of a blank profile: what the standards say filled in, every other field a gap."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from kerja.blank.fields import GAP, field_lines, prose
from kerja.blank.slots import SLOTS
from kerja.blank.standards import Standards, carriers, release, standards
from kerja.blank.territory import Territory, short_name
from kerja.feasibility.asking import ASKED
from kerja.profile import Profile
from kerja.profile.section import documentation
from kerja.profile.shapes import shapes
from kerja.source import LANGUAGE

_PLAIN = re.compile(r"[^\W\d_][\w ,.()/’'-]*")
_IN = "  "
_HEAD = """\
# {name}: a profile to fill in.
#
# A line that begins with "#" and a letter or "-" is a slot. Put a value in place of each "{gap}",
# then take the "#" off: of that line, and of the line of its section above. What begins with "# "
# and a space explains. A slot that is left as it is says nothing, and nothing is made of it.
#
# Three kinds of not knowing, none of which is ever taken as zero:
#   a slot left alone   nobody has looked for it yet
#   unknown             it was looked for and is not published
#   TODO(human)         somebody must decide it
#
# A figure is written 12.3 million, 8.5%, {currency} 280_000: a point for decimals, digits in
# groups by "_" or not at all. `year` is the year that it speaks of, `source` a key of `sources` at
# the end. More keys (confidence, status, definition, ages, note), and several sources beside one
# another (measurements): docs/profile.md, or kerja explain labour_force.
"""
_COUNTRY_START = """\
# A design to start from: with this line the profile takes over the journey, the benefits, the
# deadlines, the rules of eligibility and the assumptions of Kartu Prakerja 2023. Figures, rails and
# law are never taken over. What is taken over in money, eligibility, law or deadlines goes to the
# decision sheet as "inherited from the model, not decided". Its name is taken over too: give
# programme.name, if only TODO(human). Without this line the profile has no journey.
#extends: prakerja-2023
"""
_AREA_START = """\
# An area takes over rates and yes/no facts of its country, marked as national figures; counts and
# money never. Where it would, kerja check warns: give its own, or write null.
"""


def blank_profile(place: Territory, *, parent: str = "") -> str:
    """Return the text of a profile to fill in; it has no error as it is.

    Args:
        place: the country or area.
        parent: name of a profile that there is of the country; "" if there is none.
    """
    said = standards(place.country.alpha_2)
    lines = [
        _HEAD.format(name=place.name, gap=GAP, currency=said.currency or "USD"),
        f"kerja: {LANGUAGE}",
        f"kind: {'area' if place.is_area else 'country'}",
        *_start(place, parent),
        *field_lines(Profile, ("as_of", "title"), path="", currency=said.currency),
        *_options(place),
        "",
        *_country(place, said, parent),
    ]
    for name, slots in SLOTS.items():
        lines += ["", *_section(name, slots, said)]
    lines += ["", *_sources()]
    return "\n".join(lines) + "\n"


def _start(place: Territory, parent: str) -> Iterator[str]:
    country, code = short_name(place.country), place.country.alpha_3
    if not place.is_area:
        yield from _COUNTRY_START.splitlines()
        if parent:
            yield from prose(f"There is a profile of {country}: extends: {parent} adds to it.", "")
        return
    yield from _AREA_START.splitlines()
    if parent:
        yield f"extends: {parent}"
        return
    yield from prose(
        f"No profile of {country} was found. Make one beside this file (kerja new {code} -o "
        f"{code.lower()}.yaml), then take the # off the next line.",
        "",
    )
    yield f"#extends: {code.lower()}"


def _options(place: Territory) -> Iterator[str]:
    if place.is_area:
        # Taken over from the country, they would be looked for beside the area's own file.
        yield from prose("Scenario files of the folder options/: the area's own.", "")
        yield "options: []"
        return
    yield from field_lines(Profile, ("options",), path="", currency="")


def _country(place: Territory, said: Standards, parent: str) -> Iterator[str]:
    yield "country:"
    names = "; ".join(f"{tag}: {name}" for tag, name in said.own_names.items())
    part = "3166-2" if place.is_area else "3166-1"
    own = f" {short_name(place.country)} in its own languages: {names}." if names else ""
    yield from prose(f"Code and name: ISO {part} (iso-3166).{own}", _IN)
    yield f"{_IN}code: {place.code}"
    yield f"{_IN}name: {_text(place.name)}"
    if place.is_area and parent:
        yield from prose(f"Currency, languages, digits and calendar are those of {parent}.", _IN)
        return
    yield from _currency(said)
    yield from _languages(said)
    yield from _digits(said)
    yield from _calendar(said)


def _currency(said: Standards) -> Iterator[str]:
    if said.currency:
        others = [code for code in said.tenders if code != said.currency]
        beside = f"; {' and '.join(others)} beside it" if others else ""
        yield from prose(f"Legal tender by CLDR {release()}, listed in ISO 4217{beside}.", _IN)
        yield f"{_IN}currency: {said.currency}"
        return
    which = ", ".join(said.tenders)
    found = f"several legal tenders: {which}" if which else "no currency of the list of ISO 4217"
    yield from prose(f"ISO 4217 code that bare amounts are in. CLDR {release()} has {found}.", _IN)
    yield f"{_IN}#currency: {GAP}"


def _languages(said: Standards) -> Iterator[str]:
    cldr = _cldr()
    partly = f" In a part of the country: {', '.join(said.of_a_part)}." if said.of_a_part else ""
    if said.languages:
        text = (
            f"Languages of the documents: the official ones by CLDR, the most spoken first.{partly}"
        )
        yield from prose(text, _IN)
        yield f"{_IN}languages: {{value: [{', '.join(said.languages)}], source: {cldr}}}"
        return
    yield from prose(
        f"Languages of the documents, BCP 47. CLDR names no official one.{partly}", _IN
    )
    yield f"{_IN}#languages: {{value: [{GAP}], source: {GAP}}}"


def _digits(said: Standards) -> Iterator[str]:
    known = shapes(_model("country"))["number_system"].words
    native = said.native_digits
    other = f" Its native digits: {native}." if native not in ("", said.digits) else ""
    listed = f"One of: {', '.join(known)}."
    if said.digits in known:
        usual = f"Usual digits of {said.languages[0]} by CLDR.{other} {listed}"
        yield from prose(usual, _IN)
        yield f"{_IN}number_system: {said.digits}"
        return
    by_cldr = f"CLDR: {said.digits}, for which there is no word here. " if said.digits else ""
    yield from prose(f"Digits of the national language. {by_cldr}{listed}", _IN)
    yield f"{_IN}#number_system: {GAP}"


def _calendar(said: Standards) -> Iterator[str]:
    model = _model("country")
    words = ", ".join(shapes(model)["calendar"].words)
    yield from prose(f"{documentation(model)['calendar']} One of: {words}.", _IN)
    yield f"{_IN}calendar: {said.calendar}" if said.calendar else f"{_IN}#calendar: {GAP}"
    if said.week_starts:
        yield from prose(f"The week starts on {said.week_starts} (CLDR); no field holds it.", _IN)


def _section(name: str, slots: tuple[str, ...], said: Standards) -> Iterator[str]:
    shape = shapes(Profile)[name]
    assert shape.model is not None
    if shape.holder != "one":
        names = [f"{name}.{slot}" for slot in slots]
        yield from _titled(name)
        yield from field_lines(Profile, names, path="", currency=said.currency)
        return
    yield from _titled(name, documentation(Profile)[name])
    yield f"#{name}:"
    yield from field_lines(shape.model, slots, path=name, currency=said.currency)


def _titled(name: str, meaning: str = "") -> Iterator[str]:
    asked = f"Ask: {ASKED[name]}." if name in ASKED else ""
    title = name.replace("_", " ").upper()
    yield from prose(" ".join(part for part in (f"{title}.", meaning, asked) if part), "")


def _sources() -> Iterator[str]:
    lists, locales = carriers()
    entries = {
        "iso-3166": f"publisher: ISO, title: ISO 3166 country and area codes, via: {lists}",
        "iso-4217": f"publisher: ISO, title: ISO 4217 currency codes, via: {lists}",
        _cldr(): "publisher: Unicode Consortium, title: "
        f'"Common Locale Data Repository, release {release()}", via: {locales}',
    }
    yield from prose("SOURCES. Publications, by key. `seen` is the day on which you read it.", "")
    yield "sources:"
    for key, said in entries.items():
        yield f"{_IN}{key}: {{{said}}}"
    names = ("publisher", "title", "date", "url", "seen")
    yield f"{_IN}#name-of-source: {{{', '.join(f'{name}: {GAP}' for name in names)}}}"


def _cldr() -> str:
    return f"cldr-{release()}".replace(".", "-")


def _model(name: str) -> type:
    model = shapes(Profile)[name].model
    assert model is not None
    return model


def _text(written: str) -> str:
    """Quote a text that YAML could take for something else."""
    return written if _PLAIN.fullmatch(written) else json.dumps(written, ensure_ascii=False)
