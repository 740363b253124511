"""The questions of a fit, one after another."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import get_args

import click
from msgspec.structs import replace

from empathy_sim.journey.fit import Whose
from empathy_sim.library.fit_fields import Field, marked
from empathy_sim.text.cleaning import clean_person
from empathy_sim.text.sinks import for_terminal

HOW = (
    "The story stays as it is: you change whose company it is, not what was ordered. "
    "Enter leaves a line as it is. A minus sign puts back what the journey has. "
    "Durations are written with their unit: 90s, 26m, 1h 30m. After a number you are "
    "asked whose it is: yours, published or invented. On any line: back goes one line "
    "back, help says this again, save saves and ends, quit ends without saving."
)
_WHOSE = "Type yours, published or invented; a first letter will do."
_MOST = 300


class _Ended(Exception):
    """No more is typed."""

    def __init__(self, *, saves: bool) -> None:
        super().__init__()
        self.saves = saves


class _Back(Exception):
    """The line before is wanted again."""


class Asking:
    """Asks for fields, part by part, and keeps what is typed."""

    def __init__(self, fields: Sequence[Field]) -> None:
        """Begin with a fit as it is.

        Args:
            fields: everything that can be set, as it is set.
        """
        self.fields = list(fields)
        self.left_out = ""
        """What was typed and could not be kept, in a sentence; empty for nothing."""
        self._section = ""

    def is_saved(self) -> bool:
        """Ask until one ends it, and say whether what was typed is to be saved."""
        try:
            self._ask_parts()
        except _Ended as ended:
            return ended.saves
        return True

    def _ask_parts(self) -> None:
        parts = tuple(dict.fromkeys(map(_part, self.fields)))
        for number, part in enumerate(parts, 1):
            lines = sum(_part(each) == part for each in self.fields)
            say(f"  {number}. {part} ({lines})")
        then = "Enter asks for all of them"
        while True:
            wanted = _number(f"Which part? Type its number; {then}.\n> ", len(parts))
            is_all = wanted == 0
            if is_all and then == _SAVES:
                return
            those = [
                at
                for at, each in enumerate(self.fields)
                if is_all or _part(each) == parts[wanted - 1]
            ]
            if self._has_asked(those):
                if is_all:
                    return
                then = _SAVES

    def _has_asked(self, those: Sequence[int]) -> bool:
        """Ask for some fields; false where one goes back to before the first."""
        step, self._section = 0, ""
        while 0 <= step < len(those):
            try:
                self._ask(those[step])
            except _Back:
                step -= 1
            else:
                step += 1
        return step >= 0

    def _ask(self, at: int) -> None:
        """Ask for one field until it is right, and whose it is."""
        while True:
            field = self.fields[at]
            if field.section != self._section:
                self._section = field.section
                say(f"\n== {field.section} ==")
            of = f"{at + 1} of {len(self.fields)}"
            words = _line(f"{of}. {field.says}: {told(field)}\n> ")
            if words == "":
                return
            if words == "-":
                back = replace(marked(field, field.shipped), source="")
                self.fields[at] = replace(back, whose=field.was) if back.whose else back
                return
            if self._is_kept(at, marked(field, words)):
                return

    def _is_kept(self, at: int, changed: Field) -> bool:
        """Keep what is typed where it is right; a number with its mark."""
        before = self.fields[at]
        unmarked = changed
        if changed.whose is not None:
            unmarked = replace(changed, whose="yours", source="")
        if wrong := unmarked.wrong():
            say(wrong)
            return False
        self.fields[at] = changed
        if changed.whose is None:
            return True
        try:
            self._mark(at, before)
        except _Back:
            self.fields[at] = before
            return False
        return True

    def _mark(self, at: int, before: Field) -> None:
        """Ask whose a number is, and where it is published, until that is right."""
        changed = self.fields[at]
        whose = _whose(changed)
        if whose != "published":
            self.fields[at] = replace(changed, whose=whose, source="")
            return
        self.fields[at] = before
        self.left_out = (
            f"Left out: {changed.says}, {changed.typed}, as it is not said where it "
            "is published."
        )
        while True:
            source = _line("Where is it published?\n> ") or changed.source
            sourced = replace(changed, whose=whose, source=source)
            if wrong := sourced.wrong():
                say(wrong)
                continue
            self.fields[at], self.left_out = sourced, ""
            return


_SAVES = "Enter saves and ends"


def told(field: Field) -> str:
    """What a field is set to, with whose it is."""
    unset = f"not set, {field.example}" if field.example else "not set"
    said = field.in_words or unset
    if field.whose is None or not field.typed:
        return said
    source = f": {field.source}" if field.source else ""
    return f"{said}, {field.whose}{source}"


def say(text: str) -> None:
    """Print a line."""
    click.echo(for_terminal(text))


def _part(field: Field) -> str:
    """The part in which a field stands: the waits of all stages are one."""
    return field.section.partition(":")[0]


def _number(prompt: str, most: int) -> int:
    """A number up to so many; 0 for Enter."""
    while True:
        try:
            words = _line(prompt)
        except _Back:
            continue
        if not words:
            return 0
        if words.isascii() and words.isdecimal() and 1 <= int(words) <= most:
            return int(words)
        say(f"Type a number from 1 to {most}, or Enter.")


def _whose(field: Field) -> Whose:
    """Whose a number is; the first letters of an answer will do."""
    assert field.whose is not None
    while True:
        words = _line(f"Whose is it: yours, published or invented? ({field.whose})\n> ")
        if not words:
            return field.whose
        found = _beginning(words.casefold(), get_args(Whose))
        if found:
            return found[0]
        say(_WHOSE)


def _beginning(words: str, among: Iterable[Whose]) -> list[Whose]:
    return [each for each in among if each.startswith(words)]


def _line(prompt: str) -> str:
    """What is typed next; help is given on the way.

    Raises:
        _Ended: it ends the form, or nothing more comes.
        _Back: the line before is wanted again.
    """
    while True:
        click.echo(for_terminal(prompt), nl=False)
        read = sys.stdin.readline()
        if not read:
            click.echo()
            raise _Ended(saves=False)
        words = clean_person(read.strip(), most=_MOST)
        match words.casefold():
            case "save" | "quit" as ends:
                raise _Ended(saves=ends == "save")
            case "back":
                raise _Back
            case "help" | "?":
                say(HOW)
            case _:
                return words
