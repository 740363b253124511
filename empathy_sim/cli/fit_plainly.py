"""Fitting, line by line."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import get_args

import click
from msgspec.structs import replace

from empathy_sim.cli.fit_desk import FitDesk
from empathy_sim.cli.options import data_given
from empathy_sim.cli.written import typed as as_typed
from empathy_sim.journey.fit import Whose
from empathy_sim.library.fit_doubts import Doubt
from empathy_sim.library.fit_fields import Field, marked
from empathy_sim.text.cleaning import clean_person
from empathy_sim.text.sinks import for_terminal

_HOW = (
    "Enter leaves a line as it is. A minus sign puts back what the journey has. "
    "Durations are written with their unit: 90s, 26m, 1h 30m. After a number you are "
    "asked whose it is: yours, published or invented. save, on any line, saves and ends; "
    "quit ends without saving."
)
_SAVES, _QUITS = "save", "quit"
_MOST = 300


class _Ended(Exception):
    """No more is typed."""

    def __init__(self, *, saves: bool) -> None:
        super().__init__()
        self.saves = saves


def shown(desk: FitDesk) -> Iterator[str]:
    """What is fitted in a journey, a line each."""
    fields = [field for field in desk.fields() if field.is_set]
    if not fields:
        yield f"{desk.title}: nothing is fitted. It is played as its author wrote it."
        return
    yield f"{desk.title}, as fitted in {desk.reads}"
    for section, those in groupby(fields, lambda field: field.section):
        yield section
        for field in those:
            yield f"  {field.says}: {_told(field)}"


def ask(desk: FitDesk) -> int:
    """Ask for everything that can be set, and save it.

    Returns:
        The exit code.
    """
    _say(f"{desk.title}: make it yours")
    _say(_HOW)
    fields = list(desk.fields())
    section = ""
    saves = True
    try:
        for at, field in enumerate(fields):
            if field.section != section:
                section = field.section
                _say(f"\n== {section} ==")
            _asked(fields, at)
    except _Ended as ended:
        saves = ended.saves
    if not saves:
        _say("Nothing was saved.")
        return 0
    if wrong := desk.save(fields):
        _say(f"Not saved. {wrong}")
        return 1
    _say(f"Saved: {desk.file}")
    for doubt in desk.doubts():
        _say(_doubted(doubt, fields))
    for line in how_played(desk):
        _say(line)
    return 0


def _doubted(doubt: Doubt, fields: Sequence[Field]) -> str:
    """What is doubtful, with the line of the form that it is about."""
    about = (each.says for each in fields if each.path == doubt.path)
    return f"Doubtful: {next(about, 'the waits together')}. {doubt.says}"


def how_played(desk: FitDesk) -> Iterator[str]:
    """How what was saved is played, a line each."""
    yield f"To play it: {_command(desk)}"
    if desk.is_named_to_play and desk.in_force is not None:
        there = as_typed(desk.in_force)
        yield f"Without --fit, {desk.in_force} stays in force; it was not changed."
        yield f"To change that one: empathy-sim fit {desk.shipped.id} --to {there}"


def _asked(fields: list[Field], at: int) -> None:
    """Ask for one field until it is right, and whose it is."""
    while True:
        field = fields[at]
        words = _line(f"{field.says}: {_told(field)}\n> ")
        if words == "":
            return
        changed = marked(field, field.shipped if words == "-" else words)
        changed = _whose(changed) if words != "-" else replace(changed, source="")
        if wrong := changed.wrong():
            _say(wrong)
            continue
        fields[at] = changed
        return


def _whose(field: Field) -> Field:
    """Ask whose a number is; the first letters of an answer will do."""
    if field.whose is None or not field.typed or replace(field, whose="yours").wrong():
        return field
    words = _line(f"Whose is it: yours, published or invented? ({field.whose})\n> ")
    found = [each for each in get_args(Whose) if words and each.startswith(words)]
    whose: Whose = found[0] if found else field.whose
    source = _line("Where is it published?\n> ") if whose == "published" else ""
    return replace(field, whose=whose, source=source)


def _told(field: Field) -> str:
    unset = f"not set, {field.example}" if field.example else "not set"
    said = field.in_words or unset
    if field.whose is None or not field.typed:
        return said
    source = f": {field.source}" if field.source else ""
    return f"{said}, {field.whose}{source}"


def _line(prompt: str) -> str:
    """What is typed next.

    Raises:
        _Ended: it ends the form, or nothing more comes.
    """
    click.echo(for_terminal(prompt), nl=False)
    read = sys.stdin.readline()
    if not read:
        click.echo()
        raise _Ended(saves=False)
    words = clean_person(read.strip(), most=_MOST)
    if words in {_SAVES, _QUITS}:
        raise _Ended(saves=words == _SAVES)
    return words


def _command(desk: FitDesk) -> str:
    given = data_given()
    data = f" --data {as_typed(given)}" if given else ""
    named = f" --fit {as_typed(desk.file)}" if desk.is_named_to_play else ""
    return f"empathy-sim play {desk.shipped.id}{named}{data}"


def _say(text: str) -> None:
    click.echo(for_terminal(text))
