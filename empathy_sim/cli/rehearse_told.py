"""What a rehearsal found, written and printed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from empathy_sim.cli.authored import write
from empathy_sim.text.sinks import for_terminal

if TYPE_CHECKING:
    from empathy_sim.rehearsal.rehearsed import Rehearsed
    from empathy_sim.workbench.rehearsal_besides import Besides

_MOST_SHOWN = 40
"""Lines of a walkthrough that are printed; the whole of it is kept in a file."""
STANDARD_OUTPUT = Path("-")


@dataclass(frozen=True, slots=True)
class Goes:
    """Where what is found goes to, besides the terminal."""

    json: Path | None = None
    html: Path | None = None
    keep: Path | None = None
    """The folder of the ways on which nobody gets out."""

    @property
    def is_printed(self) -> bool:
        """Whether standard output is for people."""
        return STANDARD_OUTPUT not in {self.json, self.html}


def tell(found: Rehearsed, ways: tuple[str, ...], besides: Besides, goes: Goes) -> None:
    """Print what was found, and write the files that were asked for.

    Args:
        found: what was counted.
        ways: of each of `found.lost`, the text of the way there.
        besides: what else is told.
        goes: where to.

    Raises:
        Usage: a file cannot be written.
    """
    if goes.is_printed:
        _print(found, ways, besides, is_kept=goes.keep is not None)
    if goes.json is not None:
        from empathy_sim.workbench.rehearsal_file import as_json

        write(goes.json, as_json(found, ways, besides), says_so=goes.is_printed)
    if goes.html is not None:
        from empathy_sim.workbench.rehearsal_page import as_html

        write(goes.html, as_html(found, ways, besides), says_so=goes.is_printed)
    if goes.keep is not None:
        for lost, way in zip(found.lost, ways, strict=True):
            name = f"{lost.place}-{lost.how}".replace("/", "-").replace(" ", "-")
            write(goes.keep / f"{name}.yaml", way, says_so=goes.is_printed)


def _print(
    found: Rehearsed, ways: tuple[str, ...], besides: Besides, *, is_kept: bool
) -> None:
    from empathy_sim.workbench.rehearsal_report import report

    for line in report(found, besides):
        click.echo(for_terminal(line, one_line=True))
    for way in ways:
        click.echo()
        lines = way.splitlines()
        for line in lines[:_MOST_SHOWN]:
            click.echo(for_terminal(line, one_line=True))
        if len(lines) > _MOST_SHOWN and not is_kept:
            click.echo(f"# {len(lines) - _MOST_SHOWN} lines more: add --keep FOLDER")
