"""A recorded voice: what it has said and will."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, NamedTuple, cast

from msgspec import Struct
from msgspec.structs import replace

from empathy_sim.engine import events as e
from empathy_sim.engine.kinds import Fold
from empathy_sim.engine.voices import sentences, speaking_ms

Listening = Literal["number", "speech", "confirmation", "keys", "nothing"]
"""What a menu wants to hear: a number keyed in, words, yes or no, one key."""


class Line(NamedTuple):
    """A caption of a recording, and what it stands for."""

    stands_for: str
    """`changed`, `asks`, the key that it offers, or nothing in particular."""
    says: str


class Recording(Struct, frozen=True):
    """How far a menu's recording has come, and what it has heard."""

    wants: Listening = "keys"
    queue: tuple[Line, ...] = ()
    """What is still to be said."""
    line: str = ""
    """What is being said, or was said last."""
    began: int = 0
    ends: int = 0
    listening: bool = False
    """Whether it has finished speaking."""
    quiet_since: int = 0
    """The story instant from which silence is counted."""
    said: tuple[str, ...] = ()
    """Of this reading, the line included."""
    offered: tuple[Line, ...] = ()
    """The options that have been read out."""
    met: frozenset[str] = frozenset()
    """Frictions met at this visit."""
    asked: bool = False
    """Whether the number has been asked for."""
    keyed: str = ""
    silences: int = 0
    wrong_numbers: int = 0
    not_understood: int = 0
    misheard: int = 0
    zeros: int = 0
    """How often 0 was refused."""


@lru_cache(maxsize=1_024)
def captions(stands_for: str, text: str) -> tuple[Line, ...]:
    """A text in lines that all stand for the same."""
    return tuple([Line(stands_for, each) for each in sentences(text)])


def _began_line(recording: Recording, event: e.Announced) -> Recording:
    line, offered = recording.queue[0], recording.offered
    if _is_key(line) and line not in offered:
        offered = (*offered, line)
    return replace(
        recording,
        queue=recording.queue[1:],
        line=event.says,
        began=event.story_ms,
        ends=event.story_ms + speaking_ms(event.says),
        said=(*recording.said, event.says),
        offered=offered,
    )


def _is_key(line: Line) -> bool:
    return len(line.stands_for) == 1


def _stepped(recording: Recording, event: e.StepTaken) -> Recording:
    match event.step:
        case "speaks":
            after = _turned_to(recording, event.facts)
        case "listens":
            after = replace(recording, listening=True, quiet_since=event.story_ms)
        case "wrong_number":
            wrong = recording.wrong_numbers + 1
            after = replace(recording, wrong_numbers=wrong, asked=False)
        case "silence":
            after = replace(recording, silences=recording.silences + 1)
        case "not_understood":
            after = replace(recording, not_understood=recording.not_understood + 1)
        case "misheard":
            after = replace(recording, misheard=recording.misheard + 1)
        case "zero_refused":
            after = replace(recording, zeros=recording.zeros + 1)
        case _:
            after = recording
    return after


def _turned_to(recording: Recording, facts: e.Facts) -> Recording:
    """The recording with other lines to read."""
    lines = cast("tuple[tuple[str, str], ...]", facts["lines"])
    return replace(
        recording,
        wants=cast("Listening", facts["wants"]),
        queue=tuple(Line(*line) for line in lines),
        said=(),
        listening=False,
        keyed="",
    )


def _keyed(recording: Recording, event: e.KeyPressed) -> Recording:
    """A key that is heard stops the recording; where a number is wanted it is kept."""
    if not event.heard:
        return recording
    keyed = recording.keyed
    if recording.wants == "number":
        keyed = "" if event.key == "*" else keyed + event.key.strip("#")
    return replace(
        recording,
        keyed=keyed,
        queue=(),
        ends=min(recording.ends, event.story_ms),
        listening=True,
        quiet_since=event.story_ms,
    )


def _asked(recording: Recording, event: e.AskedFor) -> Recording:
    return replace(recording, asked=True)


def _met(recording: Recording, event: e.FrictionMet) -> Recording:
    return replace(recording, met=recording.met | {event.code})


FOLDS: Mapping[type[e.Event], Fold] = {
    e.Announced: _began_line,
    e.StepTaken: _stepped,
    e.KeyPressed: _keyed,
    e.AskedFor: _asked,
    e.FrictionMet: _met,
}
"""What each event makes of a recording."""
