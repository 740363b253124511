"""Files that leave the app, and where they go."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from empathy_sim.errors import StoreUnwritable, Usage
from empathy_sim.text.sinks import for_terminal

if TYPE_CHECKING:  # a debrief on the screen needs no page
    from empathy_sim.cli.house import LocalHouse
    from empathy_sim.debrief.pages.subject import Subject
    from empathy_sim.engine.events import Event

_PRIVATE, _PRIVATE_FOLDER = 0o600, 0o700
_BYTE_ORDER = "\ufeff"
"""Without it, spreadsheets take UTF-8 for something else."""
_STANDARD_OUTPUT = Path("-")
_BESIDE = "-to-forward"
_TRYING = "Trying every other way on; this takes a few seconds."


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line; `-` is standard output."""

    html: Path | None = None
    forward: Path | None = None
    markdown: Path | None = None
    json: Path | None = None
    mermaid: Path | None = None
    csv: Path | None = None
    """A folder."""
    force: bool = False

    @property
    def tells_other_ways(self) -> bool:
        """Whether any of it tells what else could have been done."""
        return any((self.html, self.markdown, self.json))

    @property
    def paths(self) -> tuple[Path, ...]:
        """All that was named."""
        named = (self.html, self.forward, self.markdown)
        others = (self.json, self.mermaid, self.csv)
        return tuple(each for each in (*named, *others) if each is not None)


@dataclass(frozen=True, slots=True)
class Leaving:
    """A file that is to be made."""

    path: Path
    what: str
    """`page to keep`."""
    text: str


def export(wanted: Wanted, session: str | None) -> None:
    """Make every file that was asked for, and say where each is.

    Raises:
        Usage: a name is taken, or cannot be meant so; nothing was written.
        StoreError: there is no such session, or the disk refuses.
    """
    _refuse_what_cannot_be_meant(wanted)
    from empathy_sim.cli.house import open_house

    with open_house() as house:
        name = house.looked_back_on(session)
        leaving = tuple(_leaving(wanted, *_told(wanted, house, name)))
        _refuse_twice(leaving)
        if not wanted.force:
            _refuse_taken(leaving)
        for each in leaving:
            _let_go(house, name, each, force=wanted.force)
    prints = _STANDARD_OUTPUT in wanted.paths
    for says in _says(leaving):
        click.echo(for_terminal(says), err=prints)


def _refuse_what_cannot_be_meant(wanted: Wanted) -> None:
    if wanted.paths.count(_STANDARD_OUTPUT) > 1:
        raise Usage(
            says="Only one thing can go to standard output at a time.",
            try_="a file name for the others",
        )
    if _STANDARD_OUTPUT in {wanted.html, wanted.csv}:
        raise Usage(
            says="More than one file is made of this: it needs a name.",
            try_="--html kettle.html, or --csv tables",
        )


def _told(
    wanted: Wanted, house: LocalHouse, name: str
) -> tuple[Subject, tuple[Event, ...]]:
    from empathy_sim.debrief.pages.subject import subject_of
    from empathy_sim.session.session import fixes_of, log_of, script_of

    script, log = script_of(house.store, name), log_of(house.store, name)
    fixes = fixes_of(house.store, name)
    made = house.clock.utc()[: len("2025-07-12")]
    subject = subject_of(script, log, fixes, session=name, made=made)
    if wanted.tells_other_ways:
        from empathy_sim.debrief.pages.looked_further import looked_further

        if sys.stderr.isatty():
            click.echo(_TRYING, err=True)
        subject = replace(subject, further=looked_further(script, log))
    return subject, log


def _leaving(
    wanted: Wanted, subject: Subject, log: tuple[Event, ...]
) -> Iterator[Leaving]:
    if (
        wanted.html is not None
        or wanted.forward is not None
        or wanted.markdown is not None
    ):
        yield from _pages(wanted, subject)
    if wanted.json is not None:
        from empathy_sim.debrief.pages.json_file import as_json

        yield Leaving(wanted.json, "debrief as JSON", as_json(subject))
    if wanted.mermaid is not None:
        from empathy_sim.debrief.pages.mermaid_map import as_mermaid

        yield Leaving(wanted.mermaid, "journey map", as_mermaid(subject))
    if wanted.csv is not None:
        from empathy_sim.debrief.pages.csv_files import as_csv

        for name, text in as_csv(subject, log).items():
            yield Leaving(wanted.csv / name, "table", _BYTE_ORDER + text)


def _pages(wanted: Wanted, subject: Subject) -> Iterator[Leaving]:
    from empathy_sim.debrief.pages import html_page, markdown_page
    from empathy_sim.debrief.pages.to_forward import page_to_forward
    from empathy_sim.debrief.pages.to_keep import page_to_keep

    keep, forward = page_to_keep(subject), page_to_forward(subject)
    if wanted.html is not None:
        yield Leaving(wanted.html, "page to keep", html_page.keep_as_html(keep))
        beside = wanted.html.with_name(f"{wanted.html.stem}{_BESIDE}.html")
        yield Leaving(beside, "page to forward", html_page.forward_as_html(forward))
    if wanted.forward is not None:
        is_markdown = wanted.forward.suffix.casefold() == ".md"
        write = (
            markdown_page.forward_as_markdown
            if is_markdown
            else html_page.forward_as_html
        )
        yield Leaving(wanted.forward, "page to forward", write(forward))
    if wanted.markdown is not None:
        text = markdown_page.keep_as_markdown(keep)
        yield Leaving(wanted.markdown, "page to keep", text)


def _refuse_twice(leaving: Sequence[Leaving]) -> None:
    paths = [each.path.absolute() for each in leaving]
    twice = sorted({str(each) for each in paths if paths.count(each) > 1})
    if twice:
        raise Usage(
            says=f"Two files would be {' and '.join(twice)}. Nothing was written.",
            try_="another name for one of them",
        )


def _refuse_taken(leaving: Sequence[Leaving]) -> None:
    taken = [str(each.path) for each in leaving if os.path.lexists(each.path)]
    if taken:
        there = "is" if len(taken) == 1 else "are"
        raise Usage(
            says=f"{' and '.join(taken)} {there} there already. Nothing was written.",
            try_="another name, or --force to replace what is there",
        )


def _let_go(house: LocalHouse, session: str, each: Leaving, *, force: bool) -> None:
    """Write one file, noted before it is there: forgetting must be able to name it."""
    if each.path == _STANDARD_OUTPUT:
        click.echo(each.text, nl=False)
        return
    from empathy_sim.store.rows import Export

    path = each.path.expanduser().absolute()
    try:
        if each.what == "table":
            path.parent.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)
        if not path.parent.is_dir():
            raise StoreUnwritable(path=path, why="there is no such folder")
        noted = Export(path=str(path), what=each.what, made_utc=house.clock.utc())
        house.store.note_export(session, noted)
        _write(path, each.text, force=force)
    except OSError as refused:
        why = (refused.strerror or "it cannot be written").lower()
        raise StoreUnwritable(path=path, why=why) from refused


def _write(path: Path, text: str, *, force: bool) -> None:
    """Write a file for its owner alone, whole or not at all."""
    written = path.with_name(f".{path.name}.{os.getpid()}.part") if force else path
    handle = os.open(written, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        if force:
            written.replace(path)
    except OSError:
        with suppress(OSError):
            written.unlink()
        raise


def _says(leaving: Sequence[Leaving]) -> Iterator[str]:
    written = [each for each in leaving if each.path != _STANDARD_OUTPUT]
    for each in written:
        yield f"{each.what[:1].upper()}{each.what[1:]}: {each.path}"
    if any(each.what == "page to forward" for each in written):
        yield (
            "On the page to forward is nothing of what you felt, guessed or wrote, but "
            "your commitment, and the sentence that you gave it if you gave one."
        )
    own = [each for each in written if each.what != "page to forward"]
    if own:
        it = "It has" if len(own) == len(written) else "The rest has"
        yield f"{it} what you felt and what you wrote, for you alone."
