"""kerja explain: the page of a check, a rule, a finding of text or shape, or a field."""

from __future__ import annotations

import click

from kerja.cli.pages import page


@click.command("explain")
@click.argument("subject", metavar="CODE|NAME|FIELD")
def command(*, subject: str) -> None:
    """Explain a check (KL101, labour-identity), a rule (PAY-01) or a field (wallets.rails.kyc)."""
    click.echo(page(subject))
