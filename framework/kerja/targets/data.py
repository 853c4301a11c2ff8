"""The data target: the blueprint as JSON for programs, and the sources as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from pathlib import PurePath

from kerja.costing import Option
from kerja.findings import Finding, Place, to_data
from kerja.forecast import to_json
from kerja.forecast.outlook import Outlook, Prospect
from kerja.profile import Profile, Section
from kerja.profile.quantities import Quantity
from kerja.register import Entry, Register
from kerja.targets.obtaining import data_to_obtain, limit_data
from kerja.targets.ready import checklist_data, readiness_data
from kerja.targets.registry import Draft, Files


def data_files(draft: Draft) -> Files:
    """Return data/*.json and data/sources.csv."""
    blueprint = draft.blueprint
    documents: dict[str, object] = {
        "profile": _profile(blueprint.profile),
        "findings": {
            "findings": to_data(_shortened(blueprint.findings)),
            "not_evaluated": plain(blueprint.not_evaluated),
        },
        "decisions": {
            "decisions": plain(blueprint.decisions),
            "settings": plain(blueprint.settings),
            "conflicts": plain(blueprint.conflicts),
        },
        "fidelity": plain(blueprint.features),
        "decision_sheet": {
            "points": plain(blueprint.points),
            "data_to_obtain": data_to_obtain(draft.deciding),
        },
        "feasibility": limit_data(draft.limits.limits, draft.levers, draft.register),
        "readiness": readiness_data(draft.readiness, draft.register),
        "checklist": checklist_data(draft.checklist, draft.register),
        "options": [_option(option) for option in draft.options],
        "costing": _costing(draft),
        "forecast": _forecast(draft.outlook),
        "register": {key: _entry(entry) for key, entry in draft.register.items()},
    }
    files = {f"data/{name}.json": _json(content) for name, content in documents.items()}
    files["data/sources.csv"] = sources_csv(blueprint.profile, draft.register)
    return files


def short(file: str) -> str:
    """Return a file's own name: outputs do not tell in which folder somebody built them."""
    return PurePath(file).name


def _shortened(findings: Iterable[Finding]) -> Iterator[Finding]:
    for finding in findings:
        related = tuple(replace(r, place=_here(r.place)) for r in finding.related)
        yield replace(finding, place=_here(finding.place), related=related)


def _here(place: Place) -> Place:
    return replace(place, file=short(place.file))


def _json(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def plain(value: object) -> object:
    """Turn frozen nouns into plain data: dataclasses to maps, enumerations to their words."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Place):
        return value.in_short
    if isinstance(value, Quantity):
        return {"number": value.number, "unit": value.unit or None, "written": value.written}
    if isinstance(value, Section):
        return _section(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if hasattr(value, "_asdict"):
        return {key: plain(item) for key, item in value._asdict().items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value


def _profile(profile: Profile) -> object:
    return {
        "name": profile.origin.name,
        "chain": [short(file) for file in profile.origin.chain],
        **_section(profile),
    }


def _section(section: Section) -> dict[str, object]:
    """Return what was written in a section, by the names of the profile language."""
    return {
        field.alias or name: plain(getattr(section, name))
        for name, field in type(section).model_fields.items()
        if name in section.model_fields_set and not field.exclude
    }


def _entry(entry: Entry) -> object:
    content = plain(entry)
    assert isinstance(content, dict)
    return {
        key: value for key, value in content.items() if value not in (None, []) and key != "key"
    }


def _option(option: Option) -> object:
    """Return an option without its costing and appraisals, which have a file of their own."""
    content = plain(option)
    assert isinstance(content, dict)
    left = {"costing", "appraisals"} | ({"crisis"} if option.crisis is None else set())
    return {k: value for k, value in content.items() if k not in left}


def _costing(draft: Draft) -> object:
    return [
        {
            "option": option.id,
            "package": plain(option.package),
            "ceiling": plain(option.ceiling),
            "by_year": plain(option.by_year),
            "partial": option.is_partial,
            "to_be_obtained": list(option.lacks),
            "cost": plain(option.costing),
            "appraisals": plain(option.appraisals),
            "cost_is_partial": option.costing.is_partial,
        }
        for option in draft.options
    ]


def _forecast(outlook: Outlook) -> object:
    """Return the forecast of the design, or why there is none, and the reach of every option."""
    found = outlook.found
    design: dict[str, object] = {"why_not": outlook.why_not}
    if found is not None:
        design = {**to_json(found.forecast)}
    return {"design": design, "options": [_prospect(option) for option in outlook.options]}


def _prospect(option: Prospect) -> object:
    if option.bands is None:
        return {"option": option.option, "why_not": option.why_not}
    return {"option": option.option, "bands": plain(option.bands)}


_COLUMNS = ("source", "title", "publisher", "date", "url", "via", "figures")


def sources_csv(profile: Profile, register: Register) -> bytes:
    """Return every cited source with the number of figures that rest on it."""
    cited: dict[str, int] = {}
    for entry in register.values():
        if entry.source:
            cited[entry.source] = cited.get(entry.source, 0) + 1
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for key in sorted({*profile.sources, *cited}):
        source = profile.sources.get(key)
        row: Iterable[object] = (
            (source.title, source.publisher, source.date, source.url, source.via)
            if source
            else ("", "", "", "", "")
        )
        writer.writerow([_cell(c) for c in (key, *row, cited.get(key, 0))])
    return out.getvalue().encode()


def _cell(content: object) -> str:
    """Keep a spreadsheet from running a cell as a formula."""
    text = "" if content is None else str(content)
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t") else text
