"""The verb for workshops that were held."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from empathy_sim.cli.options import data_option, keep_data
from empathy_sim.text.sinks import for_terminal

if TYPE_CHECKING:
    from empathy_sim.cli.house import LocalHouse

_EXAMPLE = """\b
Examples:
  empathy-sim workshops                        what was held here
  empathy-sim workshops show NAME              who sat where, and what is open
  empathy-sim workshops export NAME --html room.html
  empathy-sim workshops follow-up NAME         links and a calendar, 30 and 90 days on
  empathy-sim workshops forget NAME            remove it with every seat in it
"""


@click.group("workshops", invoke_without_command=True, epilog=_EXAMPLE)
@data_option
@click.pass_context
def workshops(ctx: click.Context, data: Path | None) -> None:
    """List, show, export or forget workshops; follow up what was promised in one."""
    keep_data(data)
    if ctx.invoked_subcommand is None:
        _say_all("listed")


@workshops.command("list", short_help="List every workshop.")
@data_option
def list_(data: Path | None) -> None:
    """List every workshop, the latest first.

    Example: empathy-sim workshops list
    """
    keep_data(data)
    _say_all("listed")


@workshops.command(short_help="Show who sat where, and what is open.")
@click.argument("workshop", required=False)
@data_option
def show(workshop: str | None, data: Path | None) -> None:
    """Show who sat where, what they ticked and what is open; the latest by default.

    Nothing of what anybody felt or wrote is shown that they did not tick.

    Example: empathy-sim workshops show
    """
    keep_data(data)
    _say_all("shown", workshop)


@workshops.command(short_help="Write the room's own pages.")
@click.argument("workshop", required=False)
@click.option("--html", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--markdown", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--json", type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "--whole", is_flag=True, help="Every step, also what was not put on the wall."
)
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
@data_option
def export(
    *,
    workshop: str | None,
    html: Path | None,
    markdown: Path | None,
    json: Path | None,
    whole: bool,
    force: bool,
    data: Path | None,
) -> None:
    """Write what stood on the wall to files: HTML, Markdown, JSON.

    What nobody ticked is in them only as numbers of enough people, as on the wall.

    Example: empathy-sim workshops export --html room.html
    """
    keep_data(data)
    from empathy_sim.cli.workshops_kept import Pages

    pages = Pages(html=html, markdown=markdown, json=json, whole=whole, force=force)
    _say_all("exported", workshop, pages)


@workshops.command("follow-up", short_help="Links and a calendar for 30 and 90 days.")
@click.argument("workshop", required=False)
@click.option(
    "--ics",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A calendar with the days on which to ask.",
)
@click.option(
    "--url", default="", metavar="URL", help="Where the room will be served again."
)
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
@data_option
def follow_up(
    workshop: str | None, ics: Path | None, url: str, force: bool, data: Path | None
) -> None:
    """List the commitments that were ticked with a name, and a private link for each.

    The form behind a link works while the room is served: host --room NAME.

    Example: empathy-sim workshops follow-up --ics ask.ics
    """
    keep_data(data)
    _say_all("followed", workshop, ics, url, force)


@workshops.command(short_help="Remove workshops with every seat in them.")
@click.argument("workshop", nargs=-1, required=True)
@click.option("--names", is_flag=True, help="Only who sat where; the rest stays.")
@click.option("--yes", is_flag=True, help="Do not ask first.")
@data_option
def forget(
    workshop: tuple[str, ...], names: bool, yes: bool, data: Path | None
) -> None:
    """Remove workshops with every seat in them, and name the files made of them.

    Example: empathy-sim workshops forget the-birthday-kettle-3f
    """
    keep_data(data)
    from empathy_sim.cli.workshops_forgotten import forgotten

    _say(lambda house: forgotten(house, workshop, names, yes))


def _say_all(what: str, *asked: object) -> None:
    from empathy_sim.cli import workshops_kept

    _say(lambda house: getattr(workshops_kept, what)(house, *asked))


def _say(telling: Callable[[LocalHouse], Iterator[str]]) -> None:
    from empathy_sim.cli.house import open_house

    with open_house() as house:
        for says in telling(house):
            click.echo(for_terminal(says))
