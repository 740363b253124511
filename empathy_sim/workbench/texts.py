"""Every text of a noun, and whose it is."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal, NamedTuple

from empathy_sim.engine.state import State, before
from empathy_sim.engine.wording import NAME, worded
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.condition import Condition
from empathy_sim.journey.marks import ReadBy, SaidBy
from empathy_sim.journey.noun import Noun, written
from empathy_sim.journey.script import Script
from empathy_sim.journey.walking import Mention, Trail, types_of, walked
from empathy_sim.workbench.around import whens_at

Reader = Literal["player", "debrief", "designer"]
"""Who reads a text: whoever plays, only the debrief, only whoever writes journeys."""

_KNOWN_LATER = frozenset({"promise", "resource", "day", "date", "time"})
"""Names that stand for something only once it is played."""


class Leaf(NamedTuple):
    """A text as it was written."""

    text: str
    at: Trail
    key: str
    """The field that holds it, as an author writes it: `says`."""
    by: str
    """Who says it; may hold names to be filled in."""
    reader: Reader
    whens: tuple[Condition, ...]
    """The conditions of all that it is a part of."""


def leaves_of(noun: Noun, at: Trail = ()) -> Iterator[Leaf]:
    """Every text in a noun and in all nouns in it, whatever they are.

    Args:
        noun: what to look through.
        at: the way to it in its file.
    """
    seen = walked(noun, at)
    nouns = dict(seen.nouns)
    for mention in seen.of("text"):
        yield _leaf(mention, nouns)


def _leaf(mention: Mention, nouns: Mapping[Trail, Noun]) -> Leaf:
    around = [
        mention.at[:end]
        for end in range(len(mention.at) - 1, -1, -1)
        if mention.at[:end] in nouns
    ]
    key = str(mention.at[len(around[0])])
    by = ""
    reader: Reader = "player"
    for mark in _marks(type(mention.within)).get(key, ()):
        match mark:
            case SaidBy(who=who):
                by = who
            case ReadBy(who=who):
                reader = who
            case _:
                pass
    if not by and reader == "player":
        by = next((said for trail in around if (said := nouns[trail].said_by)), "")
    whens = whens_at(mention.at, nouns)
    return Leaf(mention.name, mention.at, key, by, reader, whens)


@cache
def _marks(noun: Any) -> Mapping[str, tuple[object, ...]]:
    """The marks of each field, by its name as it is written."""
    hints = types_of(noun).items()
    return {written(name): tuple(_marks_in(hint)) for name, hint in hints}


def _marks_in(hint: Any) -> Iterator[object]:
    yield from getattr(hint, "__metadata__", ())
    for part in typing.get_args(hint):
        yield from _marks_in(part)


def standing_in(script: Script, cast: Cast, stage: str) -> State:
    """A state in which a stage's settings and a cast's names can be filled in."""
    state = before(script)
    state.cast, state.stage = cast, stage
    return state


def filled(text: str, state: State) -> str:
    """A text with its names filled in; those known only in a play stay as written."""
    later = {
        name: f"<{name}>"
        for name in NAME.findall(text)
        if name.partition(".")[0] in _KNOWN_LATER
    }
    return " ".join(worded(text, state, later).split())
