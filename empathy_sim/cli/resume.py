"""The verb that goes on where it stopped."""

from __future__ import annotations

from pathlib import Path

import click

from empathy_sim.cli.options import data_option, keep_data

_EXAMPLE = """\b
Examples:
  empathy-sim resume                         the latest that is not over
  empathy-sim resume the-birthday-kettle-3f  one by the beginning of its name
  empathy-sim resume --plain                 line by line
"""


@click.command("resume", epilog=_EXAMPLE)
@click.argument("session", required=False)
@click.option("--plain", is_flag=True, help="Line by line, without a full screen.")
@data_option
@click.pass_context
def resume(
    ctx: click.Context, session: str | None, plain: bool, data: Path | None
) -> None:
    """Go on with a session, in the very place where it stopped.

    Without a name it is the latest that is not over.
    """
    keep_data(data)
    if plain:
        from empathy_sim.cli.plainly import resume_plainly

        ctx.exit(resume_plainly(session))
    from empathy_sim.cli.straight import go_on

    ctx.exit(go_on(session))
