"""The command and its verbs."""

from __future__ import annotations

from pathlib import Path

import click

from empathy_sim.cli.lazy import LazyGroup
from empathy_sim.version import VERSION

INTERRUPTED = 130
EPILOG = """\b
Examples:
  empathy-sim                            the home screen
  empathy-sim play the-birthday-kettle   straight into a journey
  empathy-sim demo                       watch first
"""


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
)
@click.version_option(VERSION, message="empathy-sim %(version)s")
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    help="Where sessions are kept, instead of your own data folder.",
)
@click.pass_context
def empathy_sim(ctx: click.Context, data: Path | None) -> None:
    """Live through a customer journey that goes wrong, and see what was behind it.

    Without a command it opens the home screen.
    """
    if data is not None:
        from empathy_sim.cli.options import keep_data

        keep_data(data)
    if ctx.invoked_subcommand is None:
        from empathy_sim.cli.home import open_home

        ctx.exit(open_home())


def answer() -> object:
    """Do what the words after the command ask for; the exit code, where there is one.

    Raises:
        EmpathySimError: it could not be done.
    """
    try:
        return empathy_sim.main(prog_name="empathy-sim", standalone_mode=False)
    except click.exceptions.Exit as left:
        return left.exit_code
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except click.Abort:
        return INTERRUPTED
