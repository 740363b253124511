"""The command line, and the one funnel for errors."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import click

from empathy_sim.cli.lazy import LazyGroup
from empathy_sim.errors import EmpathySimError, Usage
from empathy_sim.text.sinks import for_terminal
from empathy_sim.version import VERSION

OK, PROBLEMS, USAGE, CRASH, INTERRUPTED = 0, 1, 2, 70, 130

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


def main() -> int:
    """Run the command line.

    Returns:
        0 done, 1 problems found, 2 wrong usage, 70 a fault of ours with a report,
        130 interrupted.
    """
    _print_anything()
    try:
        return _run()
    except Exception as error:  # noqa: BLE001
        from empathy_sim.cli.crash import say
        from empathy_sim.store.folder import data_folder

        say(error, data_folder(None, os.environ))
        return CRASH


def _print_anything() -> None:
    """What a terminal cannot write becomes a question mark, and stops nothing."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        match stream:
            case io.TextIOWrapper():
                stream.reconfigure(errors="replace")
            case _:
                pass


def _run() -> int:
    code: object = OK
    try:
        code = empathy_sim.main(prog_name="empathy-sim", standalone_mode=False)
    except click.exceptions.Exit as left:
        code = left.exit_code
    except click.ClickException as wrong:
        wrong.show()
        code = wrong.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except EmpathySimError as error:
        print(for_terminal(str(error)), file=sys.stderr)
        code = USAGE if isinstance(error, Usage) else PROBLEMS
    return code if isinstance(code, int) else OK
