"""The verb that writes schemas for editors."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from empathy_sim.cli.written import differing, refuse_replacing, write_all
from empathy_sim.errors import Usage
from empathy_sim.library.schema_names import SCHEMA_NAMES, SchemaName, schema_file
from empathy_sim.text.sinks import for_terminal

_EXAMPLE = """\b
Examples:
  empathy-sim schema scenario           print it
  empathy-sim schema --into schemas     write all, where an editor finds them
"""
_TELLS: Mapping[SchemaName, str] = {
    "journey": "a customer, a goal and stages",
    "scenario": "an episode, with every kind of touchpoint",
    "walkthrough": "what is seen and what is done",
    "fit": "what is set in a journey, and whose its numbers are",
}


@click.command("schema", epilog=_EXAMPLE)
@click.argument("name", required=False, metavar="[journey|scenario|walkthrough|fit]")
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Write it as a file; without a name, all.",
)
@click.option("--force", is_flag=True, help="Replace what is there.")
def schema(name: str | None, into: Path | None, force: bool) -> None:
    """Say what may stand in a file, for editors (JSON Schema).

    An editor that knows YAML then explains each key, offers the next and marks a slip.
    It finds the schema by the first line of a file, as new writes it. A schema
    sees the shape of a file; what it means is seen by check.
    """
    chosen = _meant(name) if name else None
    if into is not None:
        _write(into, (chosen,) if chosen else SCHEMA_NAMES, force=force)
    elif chosen is not None:
        from empathy_sim.library.editor_schema import schema_text

        click.echo(schema_text(chosen), nl=False)
    else:
        for each in SCHEMA_NAMES:
            click.echo(f"{each:<12}  {_TELLS[each]}")
        click.echo("For one of them: empathy-sim schema scenario")
        click.echo("For all, as files: empathy-sim schema --into schemas")


def _meant(name: str) -> SchemaName:
    for each in SCHEMA_NAMES:
        if name == each:
            return each
    from empathy_sim.library.meaning_wrong import nearest

    says = f'There is no schema "{for_terminal(name, one_line=True)[:40]}".'
    raise Usage(says=says, try_=nearest(name, SCHEMA_NAMES))


def _write(folder: Path, names: tuple[SchemaName, ...], *, force: bool) -> None:
    from empathy_sim.library.editor_schema import schema_text

    texts = {folder / schema_file(each): schema_text(each) for each in names}
    newer = {path: texts[path] for path in differing(texts, texts)}
    if not force:
        refuse_replacing([*newer])
    write_all(newer)
    for path in texts:
        same = "" if path in newer else " (as it was)"
        click.echo(for_terminal(f"{path}{same}", one_line=True))
