"""The verb that makes a facilitator's kit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from empathy_sim.cli.authored import authored, write
from empathy_sim.cli.options import data_option, fit_options, keep_data
from empathy_sim.engine.moves import Pace
from empathy_sim.errors import Usage

if TYPE_CHECKING:
    from empathy_sim.workshop.kit.kit import Kit

_EXAMPLE = """\b
Examples:
  empathy-sim kit the-birthday-kettle --minutes 90 --people 24 --html kit.html
  empathy-sim kit the-birthday-kettle --people 12 --starts 9:00 --markdown kit.md
  empathy-sim kit the-birthday-kettle --departments purchasing,marketing
  empathy-sim kit the-birthday-kettle --people 24 --screens 8
"""
_file = click.Path(path_type=Path)


@click.command("kit", epilog=_EXAMPLE)
@click.argument("wanted", metavar="JOURNEY|SCENARIO|FILE")
@click.option(
    "--minutes",
    type=click.IntRange(1, 480),
    default=90,
    show_default=True,
    help="How long the whole workshop lasts.",
)
@click.option(
    "--people",
    type=click.IntRange(1, 200),
    default=24,
    show_default=True,
    help="How many take part, those who watch as well.",
)
@click.option(
    "--screens",
    type=click.IntRange(1, 200),
    metavar="N",
    help="On how many devices it can be played, phones too; one each by default.",
)
@click.option("--starts", metavar="HH:MM", help="When it begins; adds times of day.")
@click.option(
    "--departments",
    default="",
    metavar="NAME,NAME",
    help="Whose leaders come; all of the journey's by default.",
)
@click.option(
    "--pace",
    type=click.Choice(get_args(Pace)),
    default="workshop",
    show_default=True,
    help="How much of the waiting is lived, as for host; the times follow it.",
)
@click.option(
    "--waiting-room",
    "waiting",
    is_flag=False,
    flag_value=7,
    default=0,
    type=click.IntRange(0, 20),
    metavar="[MINUTES]",
    help="With an uncomfortable waiting room; 7 minutes where none are said.",
)
@click.option("--html", type=_file, metavar="FILE", help="One file to print on A4.")
@click.option("--markdown", type=_file, metavar="FILE", help="The same, to edit.")
@click.option("--cues", type=_file, metavar="FILE", help="What is said when, as JSON.")
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
@fit_options
@data_option
@click.pass_context
def kit(
    context: click.Context,
    *,
    wanted: str,
    minutes: int,
    people: int,
    screens: int | None,
    starts: str | None,
    departments: str,
    pace: Pace,
    waiting: int,
    html: Path | None,
    markdown: Path | None,
    cues: Path | None,
    force: bool,
    data: Path | None,
) -> None:
    """Make the facilitator's kit: a run sheet, and cards and forms to print.

    Each part has what to do, what to say and to ask word for word, what the board
    shows then, and what can go wrong. Whatever there is no time for is named. Without
    a file it is printed as Markdown; - is standard output.
    """
    keep_data(data)
    from empathy_sim.workshop.kit.kit import Asked, kit_of

    asked = Asked(
        minutes=minutes,
        people=people,
        screens=screens,
        pace=pace,
        departments=tuple(
            each.strip() for each in departments.split(",") if each.strip()
        ),
        starts=None if starts is None else _minute_of_day(starts),
        waiting=waiting,
    )
    _refuse_taken((html, markdown, cues), force=force)
    read = authored(context, wanted)
    made = kit_of(read.script, read.cast, asked, wanted)
    if not (html or markdown or cues):
        markdown = Path("-")
    _write_all(made, html, markdown, cues)


def _write_all(
    made: Kit, html: Path | None, markdown: Path | None, cues: Path | None
) -> None:
    if html is not None:
        from empathy_sim.workshop.kit.html_page import kit_as_html

        write(html, kit_as_html(made))
    if markdown is not None:
        from empathy_sim.workshop.kit.markdown_page import kit_as_markdown

        write(markdown, kit_as_markdown(made))
    if cues is not None:
        from empathy_sim.workshop.kit.cues import cues_as_json, cues_of

        write(cues, cues_as_json(cues_of(made)))


def _refuse_taken(paths: tuple[Path | None, ...], *, force: bool) -> None:
    from empathy_sim.cli.private_file import refuse_taken

    for each in paths:
        if each is not None and each != Path("-"):
            refuse_taken(each, force=force)


def _minute_of_day(typed: str) -> int:
    """Minutes from midnight.

    Raises:
        Usage: it is no time of day.
    """
    hour, _, minute = typed.strip().replace(".", ":").partition(":")
    digits = all(each.isascii() and each.isdecimal() for each in (hour, minute))
    if not digits or int(hour[:3]) > 23 or len(minute) != 2 or int(minute) > 59:  # noqa: PLR2004
        raise Usage(says=f'"{typed}" is no time of day.', try_="--starts 9:00")
    return int(hour[:3]) * 60 + int(minute)
