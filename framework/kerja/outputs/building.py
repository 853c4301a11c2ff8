"""Building a blueprint's outputs: from the name of a profile to files in a folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kerja.adaptation import data_to_obtain
from kerja.blueprint import Blueprint, adapt
from kerja.checks import Examination, accept, all_checks, examine
from kerja.costing import Option, options
from kerja.errors import KerjaError
from kerja.feasibility import binding, checklist, deciding, levers, readiness
from kerja.findings import Finding, in_reading_order
from kerja.forecast import SEED
from kerja.forecast.outlook import outlook
from kerja.outputs.plan import Build, digest
from kerja.profile import Profile
from kerja.register import register, with_decided, with_foreseen
from kerja.resources import shipped
from kerja.source import closest
from kerja.targets import TARGETS, Draft, Target
from kerja.targets.data import short


@dataclass(frozen=True, slots=True)
class Order:
    """What the user asks for.

    `only` names targets, empty for all; `date` replaces the profile's `as_of`; `templates` is a
    folder of the user's own, laid out as the shipped one (documents/, page/); `documents` are
    names of documents; `seed` is that of the forecast.
    """

    languages: tuple[str, ...] = ("en",)
    only: tuple[str, ...] = ()
    date: date | None = None
    templates: Path | None = None
    documents: tuple[str, ...] = ()
    seed: int = SEED


def examine_options(
    examination: Examination, *, path: Path, folders: Sequence[Path]
) -> tuple[Examination, ...]:
    """Read and check the scenario files that a profile names under `options`.

    They stand in the folder options/ beside the profile; a shipped country names none, and those
    that a scenario or an area has from its parent are not its own.
    """
    beside = (path if path.is_dir() else path.parent) / "options"
    return tuple(
        examine(str(beside / Path(name).name), folders=folders)
        for _, name in examination.profile.own_options
    )


def draft(
    examination: Examination,
    scenarios: Sequence[Examination],
    order: Order,
    *,
    folders: Sequence[Path],
) -> Draft:
    """Compute everything that the targets print.

    Raises:
        KerjaError: the profile has no date and none was given.
    """
    profile = examination.profile
    blueprint = adapt(
        profile,
        model=_model(examination, folders),
        scenarios=tuple(scenario.profile for scenario in scenarios),
    )
    blueprint = replace(blueprint, findings=_all_findings(examination, blueprint))
    compared = options(blueprint.scenarios, decisions=blueprint.decisions)
    limits = binding(profile)
    lacking = [(limit.name, limit.lacks) for limit in limits.limits]
    lacking += [("cost of the options", paths) for paths in _lacked_by_any(compared)]
    gaps = data_to_obtain(profile, blueprint.decisions, lacking)
    decided = deciding(profile, gaps, decisions=blueprint.decisions, limits=limits)
    lifting = levers(profile, limits)
    known = register(profile, compared, limits, scenarios=blueprint.scenarios)
    known = with_decided(known, profile, deciding=decided, levers=lifting)
    ahead = outlook(blueprint, seed=order.seed)
    return Draft(
        blueprint=blueprint,
        options=compared,
        limits=limits,
        readiness=readiness(profile),
        checklist=checklist(profile),
        gaps=tuple(one.gap for one in decided),
        deciding=decided,
        levers=lifting,
        outlook=ahead,
        register=with_foreseen(known, ahead),
        languages=order.languages,
        date=_date(profile, order),
        templates=(*((order.templates,) if order.templates else ()), shipped("templates")),
        documents=order.documents,
    )


def _all_findings(examination: Examination, blueprint: Blueprint) -> tuple[Finding, ...]:
    """Return what was found in the text and in the adapted design, accepted ones marked."""
    checked = {check.code for check in all_checks()}
    of_the_text = [f for f in examination.findings if f.code not in checked]
    found = accept((*of_the_text, *blueprint.findings), examination.document.ignores)
    return in_reading_order(found)


def _lacked_by_any(compared: Sequence[Option]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what keeps a ceiling from being whole, and what keeps single lines from it.

    They are apart, so that the many figures of the lines do not push back those of the package.
    """
    package = dict.fromkeys(path for option in compared for path in option.lacks)
    lines = dict.fromkeys(path for option in compared for path in option.costing.lacks)
    return tuple(package), tuple(path for path in lines if path not in package)


def _model(examination: Examination, folders: Sequence[Path]) -> Profile | None:
    """Return the model that the profile starts from, read by itself."""
    document = examination.document
    for file, path in zip(document.files, document.paths, strict=True):
        if document.kinds.get(file) == "model":
            return examine(str(path), folders=folders).profile
    return None


def _date(profile: Profile, order: Order) -> date:
    if order.date is not None:
        return order.date
    if profile.as_of is None:
        raise KerjaError(
            "the profile does not say on which date it speaks",
            "add as_of: 2025-09-30 to the profile, or give --date",
        )
    return date.fromisoformat(profile.as_of)


def chosen_targets(names: Sequence[str]) -> tuple[Target, ...]:
    """Return the targets named; all for none.

    Raises:
        KerjaError: a name is not known.
    """
    known = {target.name: target for target in TARGETS}
    for name in names:
        if name not in known:
            near = closest(name, list(known))
            hint = f"did you mean {near}?" if near else f"known: {', '.join(known)}"
            raise KerjaError(f'no target is called "{name}"', hint)
    return tuple(target for target in TARGETS if not names or target.name in names)


def build(drafted: Draft, examinations: Sequence[Examination], order: Order) -> Build:
    """Run the targets and gather what they write."""
    files: dict[str, bytes] = {}
    for target in chosen_targets(order.only):
        files |= target.files(drafted)
    return Build(
        profile=drafted.blueprint.profile.origin.name,
        files=files,
        inputs=dict(_inputs(examinations)),
        settings={
            "date": drafted.date.isoformat(),
            "languages": ",".join(drafted.languages),
            "seed": str(order.seed),
        },
    )


def _inputs(examinations: Sequence[Examination]) -> Iterator[tuple[str, str]]:
    for examination in examinations:
        for name, path in zip(examination.document.files, examination.document.paths, strict=True):
            yield short(name), digest(path.read_bytes())


def replaced(order: Order) -> tuple[str, ...] | None:
    """Return the paths that a build with `only` replaces; None for a whole build."""
    if not order.only:
        return None
    return tuple(path for target in chosen_targets(order.only) for path in target.owns)
