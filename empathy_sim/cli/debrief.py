"""The verb that shows a debrief again."""

from __future__ import annotations

from pathlib import Path

import click

from empathy_sim.cli.options import data_option, keep_data

_EXAMPLE = """\b
Examples:
  empathy-sim debrief                         of the latest session
  empathy-sim debrief the-birthday-kettle-3f  of one by the beginning of its name
  empathy-sim debrief --plain                 line by line
"""


@click.command("debrief", epilog=_EXAMPLE)
@click.argument("session", required=False)
@click.option("--plain", is_flag=True, help="Line by line, without a full screen.")
@data_option
@click.pass_context
def debrief(
    ctx: click.Context, session: str | None, plain: bool, data: Path | None
) -> None:
    """See again what happened in a session, and what was behind it."""
    keep_data(data)
    if plain:
        _plainly(session)
        return
    from empathy_sim.cli.terminal import require_terminal, run_in_child

    require_terminal("add --plain")
    ctx.exit(run_in_child(lambda: _on_screen(session)))


def _plainly(session: str | None) -> None:
    from empathy_sim.cli.house import open_house
    from empathy_sim.cli.plainly import resuming, write
    from empathy_sim.line.debriefing import debriefing
    from empathy_sim.session.session import log_of, script_of

    with open_house() as house:
        name = house.named(session)
        script, log = script_of(house.store, name), log_of(house.store, name)
        for line in debriefing(script, log, resumed_by=resuming(name)):
            write(line)


def _on_screen(session: str | None) -> int:
    from empathy_sim.cli.house import open_house
    from empathy_sim.cli.screen import run_app
    from empathy_sim.tui.order import LookBack

    with open_house() as house:
        named = house.named(session)
    return run_app(LookBack(named))
