"""A line typed or pressed on a page."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from empathy_sim.line.asked_now import AskedNow
from empathy_sim.line.wording import many
from empathy_sim.workshop.room.port import BREATH
from empathy_sim.workshop.server.lines_page import Asking

_LATE = (
    "That was pressed before what stands here now, and does nothing. Press again, if "
    "it is meant."
)
_QUIT = "Close this page when you like. It goes on where it was when you are back."
_QUITS = frozenset({"quit", "exit"})
_TIMELESS = frozenset(
    {"feel", "aha", "help", "?", "notebook", "notes", "again", "time"}
)
"""Words that cost no time, so that a breath does not mind them."""
_SAID: Mapping[str, str] = {
    "feel": "Mark a feeling",
    "aha": "Mark an insight",
    "again": "Tell it again",
    "notebook": "Notebook",
    "time": "The time, and what is left",
    "leave": "Leave",
    "pause": "Pause",
    "help": "Help",
}
_KEYS = "0123456789*#"


class TypedLine(Struct, frozen=True):
    """A line from a browser."""

    line: str
    mark: str
    """The browser's own name for it: sent again, it is the same line."""
    turn: int | None = None
    """With which buttons it was pressed; None for what was typed."""


def refused(typed: TypedLine, asked: AskedNow, *, is_late: bool, breathes: bool) -> str:
    """Why a line is not taken; empty where it is.

    Args:
        typed: the line.
        asked: what is asked now.
        is_late: whether other buttons stand there by now.
        breathes: whether the room takes a breath.
    """
    if is_late:
        return _LATE
    words = typed.line.casefold().split()
    if len(words) == 1 and words[0] in _QUITS:
        return _QUIT
    timeless = asked.feels or asked.may_feel or bool(words and words[0] in _TIMELESS)
    return BREATH if breathes and not timeless else ""


def shown(typed: TypedLine, asking: Asking, asked: AskedNow) -> str:
    """What is told of a line; empty for keys of a number, which stand elsewhere."""
    line = typed.line.strip()
    if typed.turn is not None:
        for each in asking.offers:
            if each.line == line and each.sort != "begin":
                return each.label
        return "" if _is_of_a_number(line, asked) else line
    if asking.field.secret and line:
        return many(len(line), "character")
    return _SAID.get(line, line)


def _is_of_a_number(line: str, asked: AskedNow) -> bool:
    press = asked.scene.offer("press")
    is_number = press is not None and press.id == "number"
    return is_number and len(line) == 1 and line in _KEYS
