"""The verb that writes something to begin with."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from empathy_sim.cli.written import differing, refuse_replacing, typed, write_all
from empathy_sim.errors import Usage
from empathy_sim.text.sinks import for_markdown, for_terminal

if TYPE_CHECKING:
    from empathy_sim.library.beginning import Beginning

_EXAMPLE = """\b
Examples:
  empathy-sim new journey our-refunds            with the scenarios that it plays
  empathy-sim new journey our-claims --kinds form,chat,call    through these kinds
  empathy-sim new scenario our-hold --kind hold  one episode, about a wait
  empathy-sim new library ../our-library         a folder for several people
"""
_WHAT = ("journey", "scenario", "library")
_LONGEST = 60
_NO_FILES = re.compile(r"con|prn|aux|nul|(com|lpt)\d")
"""Names that are no files on Windows, whatever follows the dot."""


@click.command("new", epilog=_EXAMPLE)
@click.argument("what", metavar="journey|scenario|library")
@click.argument("name")
@click.option(
    "--kind",
    metavar="KIND",
    help="For a scenario, the touchpoint that it is about: hold, form, call, ... "
    "By default a small mix.",
)
@click.option(
    "--kinds",
    metavar="KIND,KIND,...",
    help="For a journey, the touchpoints that it goes through, in their order: "
    "form,chat,call; eight at most.",
)
@click.option(
    "--in",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="The library to write into, instead of this folder.",
)
@click.option("--force", is_flag=True, help="Replace what is there.")
def new(
    what: str,
    name: str,
    kind: str | None,
    kinds: str | None,
    folder: Path | None,
    force: bool,
) -> None:
    """Write a filled example that plays as it is, for you to change.

    NAME is that of the journey or the scenario, and of its file; of a library it is
    the folder. The comments in the files say what to change first. Nothing that is
    there already is replaced without --force.
    """
    if what not in _WHAT:
        raise _unknown("new", what, _WHAT)
    if kind is not None and what != "scenario":
        try_ = f"--kinds {kind}" if what == "journey" else "leave out --kind"
        raise Usage(says="Only a scenario is about one kind.", try_=try_)
    if kinds is not None and what != "journey":
        says = "Only a journey goes through several kinds."
        raise Usage(says=says, try_="--kind" if what == "scenario" else "")
    match what:
        case "journey":
            _journey(_named(what, name), kinds, _home(folder), force=force)
        case "scenario":
            _scenario(_named(what, name), kind, _home(folder), force=force)
        case _:
            _library((folder or Path()) / name, force=force)


def _journey(name: str, through: str | None, home: Path, *, force: bool) -> None:
    from empathy_sim.library.beginning import journey_files, kinds_files

    begun = journey_files(name)
    if through is not None:
        begun = kinds_files(name, _kinds_in(through))
    _refuse_twice("journey", name, home)
    _begin([*begun], home, force=force)
    _told_next(home / "journeys" / f"{name}.yaml")
    _told_if_shipped(name)


def _kinds_in(through: str) -> tuple[str, ...]:
    """The kinds that a list names, in their order.

    Raises:
        Usage: it names none, too many, or something that is none.
    """
    from empathy_sim.library.beginning import MOST_KINDS, kinds
    from empathy_sim.library.meaning_wrong import near

    known, named = kinds(), [each.strip().lower() for each in through.split(",")]
    there_are = f"The kinds are {', '.join(known[:-1])} and {known[-1]}"
    wanted = [each for each in named if each]
    if not wanted:
        raise Usage(
            says=f"No kind is named. {there_are}.", try_="--kinds form,chat,call"
        )
    for at, each in enumerate(wanted):
        if each not in known:
            shown = for_terminal(each, one_line=True)[:_LONGEST]
            meant = near(each, known)
            mended = ",".join([*wanted[:at], meant or "", *wanted[at + 1 :]])
            try_ = (
                f"--kinds {mended}"
                if meant and {*mended.split(",")} <= {*known}
                else ""
            )
            raise Usage(
                says=f'"{shown}" is no kind of touchpoint. {there_are}.',
                try_=try_ or (f"{meant} in its place" if meant else "one of these"),
            )
    if len(wanted) > MOST_KINDS:
        raise Usage(
            says=f"{len(wanted)} touchpoints are more than a workshop has time for.",
            try_=f"{MOST_KINDS} at most",
        )
    return tuple(wanted)


def _scenario(name: str, kind: str | None, home: Path, *, force: bool) -> None:
    from empathy_sim.library.beginning import kinds, scenario_files

    if kind is not None and kind not in kinds():
        raise _unknown("--kind", kind, kinds())
    _refuse_twice("scenario", name, home)
    _begin([*scenario_files(name, kind)], home, force=force)
    _told_next(home / "scenarios" / f"{name}.yaml")
    _told_if_shipped(name)


def _library(folder: Path, *, force: bool) -> None:
    from empathy_sim.library.beginning import EXAMPLE, library_files

    whole = folder.resolve()
    if not whole.parent.is_dir():
        raise Usage(says=f"There is no folder {whole.parent}.", try_="")
    if whole.exists() and not whole.is_dir():
        raise Usage(says=f"{folder} is a file.", try_="another name")
    _begin([*library_files(for_markdown(whole.name))], folder, force=force)
    _say("Next:")
    if whole != Path.cwd():
        _say(f"  cd {typed(folder)}")
    _say("  empathy-sim check --strict")
    _say(f"  empathy-sim play {EXAMPLE} --pace brisk")
    _say("  and read README.md")


def _begin(begun: list[Beginning], home: Path, *, force: bool) -> None:
    """Write what is not there; what was asked for must not be there."""
    if not force:
        refuse_replacing([home / each.path for each in begun if each.is_asked_for])
    texts = {
        home / each.path: each.text
        for each in begun
        if force or not os.path.lexists(home / each.path)
    }
    write_all(texts)
    _list("Written:", texts)
    others = {home / each.path: each.text for each in begun}
    left = [each for each in others if each not in texts]
    _list("There already, and left as it is:", differing(others, left))


def _list(title: str, paths: Iterable[Path]) -> None:
    for number, path in enumerate(paths):
        if number == 0:
            _say(title)
        _say(f"  {path}")


def _told_next(path: Path) -> None:
    _say("Next:")
    _say(f"  empathy-sim check --strict {typed(path)}")
    _say(f"  empathy-sim play {typed(path)} --pace brisk")
    _say(f"  empathy-sim rehearse {typed(path)}")


def _told_if_shipped(name: str) -> None:
    from empathy_sim.library.shelf import find_shelf, shipped

    shelf = find_shelf([shipped()])
    if name in {*shelf.journeys, *shelf.scenarios}:
        _say(f'Something called "{name}" came with the program; here, yours is played.')


def _home(folder: Path | None) -> Path:
    """The library to write into: the one around this folder, if there is one."""
    from empathy_sim.library.schema_names import FOLDERS

    if folder is not None:
        return folder
    here = Path.cwd()
    return Path("..") if here.name in FOLDERS.values() else Path()


def _named(what: str, name: str) -> str:
    """The name, if it can be one.

    Raises:
        Usage: it cannot, with one that could.
    """
    from empathy_sim.journey.marks import ID
    from empathy_sim.journey.slugs import slug

    stem = name.removesuffix(".yaml").removesuffix(".yml")
    if ID.fullmatch(stem) and len(stem) <= _LONGEST:
        if not _NO_FILES.fullmatch(stem):
            return stem
        says = f'"{stem}" cannot be the name of a file on Windows.'
        raise Usage(says=says, try_=f"empathy-sim new {what} our-{stem}")
    shown = for_terminal(name, one_line=True)[:_LONGEST]
    raise Usage(
        says=f'"{shown}" cannot be a name: use lower-case letters, digits and -, '
        f"beginning with a letter, {_LONGEST} at most.",
        try_=f"empathy-sim new {what} {'-'.join(_letters_first(slug(Path(stem).name)))}",
    )


def _letters_first(slugged: str) -> Iterator[str]:
    """A slug as a name: one that begins with a digit gets a word before it."""
    if slugged[:1].isdecimal():
        yield "our"
    yield slugged


def _refuse_twice(what: str, name: str, home: Path) -> None:
    """A name is that of one file of a library.

    Raises:
        Usage: a file of another name has it.
    """
    from empathy_sim.library.shelf import find_shelf

    shelf = find_shelf([home])
    held = (shelf.journeys if what == "journey" else shelf.scenarios).get(name)
    if held is not None and held.stem != name:
        raise Usage(
            says=f'{held} is called "{name}" already. Nothing was written.',
            try_="another name",
        )


def _unknown(before: str, word: str, known: tuple[str, ...]) -> Usage:
    """A word that is not among those that can stand after another."""
    from empathy_sim.library.meaning_wrong import near

    shown = for_terminal(word, one_line=True)[:_LONGEST]
    meant = near(word, known)
    try_ = f"{before} {meant}" if meant else f"one of {', '.join(known)}"
    return Usage(says=f'"{shown}" cannot stand after {before}.', try_=try_)


def _say(text: str) -> None:
    click.echo(for_terminal(text, one_line=True))
