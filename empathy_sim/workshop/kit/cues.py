"""The run sheet, minute by minute, for a board."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from empathy_sim.errors import Usage
from empathy_sim.workshop.kit.kit import Kit
from empathy_sim.workshop.kit.sheet import Part, at_clock
from empathy_sim.workshop.kit.timing import STEPS
from empathy_sim.workshop.kit.words_playing import warns

_BEFORE = frozenset({"arrive", "prebrief"})
_PLAYING = frozenset({"waiting", "begin", "play"})


class Cue(Struct, frozen=True, kw_only=True):
    """What is to be done, said and asked from a minute on."""

    minute: int
    """From the beginning of the workshop."""
    played: int
    """From the minute in which everybody began; below nought before it."""
    lasts: int
    """Minutes."""
    clock: str = ""
    """By the clock on the wall; empty where nobody said when it begins."""
    part: str
    """Its name in the run sheet; a wall step's is the step's own id."""
    phase: str
    """In which phase of a room it belongs: `lobby`, `playing` or `closed`."""
    on_wall: bool = False
    """Whether it is a step of the wall."""
    heading: str
    do: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    key: str = ""
    """The board's key with which it begins; empty for none."""


class Cues(Struct, frozen=True, kw_only=True):
    """All cues of a workshop."""

    journey: str
    minutes: int
    closes_after: int
    """Minutes from the beginning of play to the closing of the room."""
    cues: tuple[Cue, ...]


def cues_of(kit: Kit) -> Cues:
    """The cues of a kit, in the order of its run sheet."""
    began = next(each.begins for each in kit.parts if each.id in _PLAYING)
    lasts = sum(each.lasts for each in kit.parts if each.id in _PLAYING)
    return Cues(
        journey=kit.name,
        minutes=kit.minutes,
        closes_after=lasts,
        cues=tuple(cue for each in kit.parts for cue in _cues(each, began, kit.starts)),
    )


def _cues(part: Part, began: int, starts: int | None) -> Iterator[Cue]:
    """A part's cue; of playing two, as it begins and shortly before it ends."""
    cue = _cue(part, began, starts)
    if part.id != "play":
        yield cue
        return
    later = part.lasts - warns(part.lasts)
    if not later:
        yield cue
        return
    minute = part.begins + later
    yield replace(cue, say=(), lasts=later)
    yield replace(
        cue,
        minute=minute,
        played=minute - began,
        lasts=part.lasts - later,
        clock=at_clock(minute, starts),
        do=(),
    )


def _cue(part: Part, began: int, starts: int | None) -> Cue:
    return Cue(
        minute=part.begins,
        played=part.begins - began,
        lasts=part.lasts,
        clock=at_clock(part.begins, starts),
        part=part.id,
        phase=_phase(part.id),
        on_wall=part.id in STEPS,
        heading=part.words.heading,
        do=part.words.do,
        say=part.words.say,
        ask=part.words.ask,
        key=part.words.key,
    )


def _phase(part: str) -> str:
    if part in _BEFORE:
        return "lobby"
    return "playing" if part in _PLAYING else "closed"


def cue_at(cues: Sequence[Cue], phase: str, played: int, revealed: str = "") -> Cue:
    """What is to be said now.

    A room runs late or early; what it has come to counts more than the clock.

    Args:
        cues: all of them, in order, at least one of each phase.
        phase: the room's: `lobby`, `playing`, `closed` or `ended`.
        played: minutes since everybody began; below nought before.
        revealed: the id of the step that was revealed last; empty for none.
    """
    held = "closed" if phase == "ended" else phase
    those = [each for each in cues if each.phase == held] or list(cues)
    if phase == "ended":
        return those[-1]
    parts = [each.part for each in those]
    if revealed in parts:
        those = _until_next_step(those[parts.index(revealed) :])
    elif held == "closed":
        those = _until_next_step(those)
    due = [each for each in those if each.played <= played]
    return due[-1] if due else those[0]


def _until_next_step(cues: Sequence[Cue]) -> list[Cue]:
    """The first, and what follows it until another step is to be revealed."""
    after = next((at for at, each in enumerate(cues) if at and each.on_wall), len(cues))
    return list(cues[:after])


def cues_as_json(cues: Cues) -> str:
    """The cues as a file."""
    return msgspec.json.format(msgspec.json.encode(cues), indent=2).decode() + "\n"


def cues_in(text: str) -> Cues:
    """The cues that a file holds.

    Raises:
        Usage: it holds none.
    """
    try:
        return msgspec.json.decode(text, type=Cues)
    except (msgspec.DecodeError, UnicodeError) as wrong:
        raise Usage(
            says=f"That file holds no cues: {wrong}.",
            try_="empathy-sim kit JOURNEY --cues FILE, which writes one",
        ) from wrong
