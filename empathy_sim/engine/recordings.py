"""A recorded voice: what it has said and will."""

from __future__ import annotations

from typing import Literal, NamedTuple, cast

from empathy_sim.engine import events as e
from empathy_sim.engine.voices import sentences, speaking_ms

Listening = Literal["number", "speech", "confirmation", "keys", "nothing"]
"""What a menu wants to hear: a number keyed in, words, yes or no, one key."""


class Line(NamedTuple):
    """A caption of a recording, and what it stands for."""

    stands_for: str
    """`changed`, `asks`, the key that it offers, or nothing in particular."""
    says: str


class Recording(NamedTuple):
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


def captions(stands_for: str, text: str) -> tuple[Line, ...]:
    """A text in lines that all stand for the same."""
    return tuple(Line(stands_for, each) for each in sentences(text))


def folded(recording: Recording, event: e.Event) -> Recording:
    """The recording after any event at its menu."""
    match event:
        case e.Announced():
            after = _began_line(recording, event)
        case e.StepTaken():
            after = _stepped(recording, event)
        case e.KeyPressed(heard=True):
            after = _keyed(recording, event)
        case e.AskedFor():
            after = recording._replace(asked=True)
        case e.FrictionMet(code=code):
            after = recording._replace(met=recording.met | {code})
        case _:
            after = recording
    return after


def _began_line(recording: Recording, event: e.Announced) -> Recording:
    line, *rest = recording.queue
    offered = recording.offered
    if _is_key(line) and line not in offered:
        offered = (*offered, line)
    return recording._replace(
        queue=tuple(rest),
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
            after = recording._replace(listening=True, quiet_since=event.story_ms)
        case "wrong_number":
            wrong = recording.wrong_numbers + 1
            after = recording._replace(wrong_numbers=wrong, asked=False)
        case "silence":
            after = recording._replace(silences=recording.silences + 1)
        case "not_understood":
            after = recording._replace(not_understood=recording.not_understood + 1)
        case "misheard":
            after = recording._replace(misheard=recording.misheard + 1)
        case "zero_refused":
            after = recording._replace(zeros=recording.zeros + 1)
        case _:
            after = recording
    return after


def _turned_to(recording: Recording, facts: e.Facts) -> Recording:
    """The recording with other lines to read."""
    lines = cast("tuple[tuple[str, str], ...]", facts["lines"])
    return recording._replace(
        wants=cast("Listening", facts["wants"]),
        queue=tuple(Line(*line) for line in lines),
        said=(),
        listening=False,
        keyed="",
    )


def _keyed(recording: Recording, event: e.KeyPressed) -> Recording:
    """A key stops the recording; where a number is wanted it is kept."""
    keyed = recording.keyed
    if recording.wants == "number":
        keyed = "" if event.key == "*" else keyed + event.key.strip("#")
    return recording._replace(
        keyed=keyed,
        queue=(),
        ends=min(recording.ends, event.story_ms),
        listening=True,
        quiet_since=event.story_ms,
    )
