"""kerja list: what there is of profiles, checks, rules, targets, documents, indicators."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import click

from kerja.cli.arguments import folders, profiles_option

Rows = Iterable[tuple[str, str]]
_KINDS = (
    "profiles", "checks", "rules", "targets", "documents", "indicators", "translations",
)  # fmt: skip


@click.command("list")
@click.argument(
    "what",
    type=click.Choice(_KINDS),
)
@click.option("--names", is_flag=True, help="Print the names alone, one a line.")
@profiles_option
def command(*, what: str, names: bool, profiles: Path | None) -> None:
    """List what there is."""
    rows = list(_LISTS[what](folders(profiles)))
    width = max((len(name) for name, _ in rows), default=0)
    for name, text in rows:
        click.echo(name if names else f"{name:{width}}  {text}".rstrip())


def _profiles(looked_in: tuple[Path, ...]) -> Rows:
    from kerja.profile.reading import read_profile
    from kerja.source import locate, shipped_names

    for name in shipped_names(looked_in):
        profile, _, _ = read_profile(locate(name, folders=looked_in), folders=looked_in)
        yield name, f"{profile.kind}: {profile.title or profile.country.name or ''}"


def _checks(_: tuple[Path, ...]) -> Rows:
    from kerja.checks import all_checks

    for check in all_checks():
        yield check.code, f"{check.name}: {check.page.summary}"


def _rules(_: tuple[Path, ...]) -> Rows:
    from kerja.adaptation import all_rules

    for rule in all_rules():
        yield rule.code, f"{rule.name}: {rule.title}"


def _targets(_: tuple[Path, ...]) -> Rows:
    from kerja.targets import TARGETS

    for target in TARGETS:
        yield target.name, target.summary


def _documents(_: tuple[Path, ...]) -> Rows:
    from kerja.targets.papers import KINDS

    for document in KINDS:
        yield document.name, document.title


def _indicators(_: tuple[Path, ...]) -> Rows:
    from kerja.indicators import indicators

    for one in indicators():
        yield one.id, f"{one.group}: {one.name}, {one.unit} ({one.direction}, tier {one.tier})"


def _translations(_: tuple[Path, ...]) -> Rows:
    from kerja.targets.documents import translation_states

    yield from translation_states()


_LISTS: dict[str, Callable[[tuple[Path, ...]], Rows]] = {
    "profiles": _profiles,
    "checks": _checks,
    "rules": _rules,
    "targets": _targets,
    "documents": _documents,
    "indicators": _indicators,
    "translations": _translations,
}
