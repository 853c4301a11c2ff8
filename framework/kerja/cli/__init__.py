"""The command line: one command a module, loaded when it is called."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence

import click

from kerja import __version__
from kerja.errors import KerjaError

_COMMANDS = {
    "build": "Build the blueprint of a country: documents, workflow, data.",
    "check": "Check profiles and print every problem with its place and its cure.",
    "compare": "Compare countries and models: indicators, readiness, design, journey.",
    "diff": "Show what changes from one profile to another, and what that does.",
    "explain": "Explain a check, a rule or a field; with --profile, a figure's derivation.",
    "forecast": "Forecast people, queues and cash over the years.",
    "graph": "Draw the programme's workflow.",
    "list": "List profiles, checks, rules, targets, documents or translations.",
    "new": "Write a profile of a country or area to fill in.",
    "power": "Tell what an evaluation by lottery can see, and how many persons it needs.",
}


class _Lazy(click.Group):
    """Import a command only when it runs, so that `kerja --help` costs no more than click."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"kerja.cli.{cmd_name}_command")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            from kerja.source import closest

            near = closest(args[0], list(_COMMANDS))
            ctx.fail(f'no command "{args[0]}"' + (f"; did you mean {near}?" if near else ""))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        # The one-line helps stand here so that no command needs importing to list it.
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kerja")
def application() -> None:
    """From the profile of a country to a skills-card programme that can be decided on and run."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code.

    0 clean, 1 faults or an error the user can mend, 2 a malformed command line, 3 a bug,
    130 interrupted.
    """
    _speak_utf8()
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    try:
        code = application.main(
            args=list(arguments) if arguments is not None else None,
            prog_name="kerja",
            standalone_mode=False,
        )
    except KerjaError as problem:
        click.echo(f"error: {problem.message}", err=True)
        if problem.hint:
            click.echo(f"  = hint: {problem.hint}", err=True)
        return problem.exit_code
    except click.exceptions.Abort:
        click.echo("interrupted", err=True)
        return 130
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception:  # a bug keeps its traceback; only the exit code is ours
        import traceback

        traceback.print_exc()
        click.echo("this is a bug in kerja; please report it with the lines above", err=True)
        return 3
    return code if isinstance(code, int) else 0


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
