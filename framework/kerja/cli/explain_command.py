"""kerja explain: the page of a check, rule, field, indicator; or where a figure comes from."""

from __future__ import annotations

from pathlib import Path

import click

from kerja.cli.arguments import profiles_option
from kerja.cli.pages import page


@click.command("explain")
@click.argument("subject", metavar="CODE|NAME|FIELD")
@click.option(
    "--profile",
    "name",
    metavar="PROFILE",
    help="Explain the figure that this profile has, down to file and line.",
)
@profiles_option
def command(*, subject: str, name: str | None, profiles: Path | None) -> None:
    """Explain a check (KL101, labour-identity), a rule (PAY-01), an indicator (LAB02) or a field
    (wallets.rails.kyc).

    With --profile, explain a figure of that profile's blueprint: where it was given, or how it was
    computed (limits.demand, package.total, LAB02).
    """
    if name is None:
        click.echo(page(subject))
        return
    from kerja.cli.derivation import derivation
    from kerja.cli.drafting import drafted
    from kerja.cli.indicator_pages import reading_page

    drawn = drafted(name, profiles)
    click.echo(reading_page(subject, drawn.blueprint) or derivation(subject, drawn))
