"""The shipped journey at its debrief, and answers there."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from empathy_sim.journey.script import Script
from empathy_sim.library.casting import cast_for
from empathy_sim.library.compose import Composer
from empathy_sim.library.shelf import find_shelf
from empathy_sim.library.walkthroughs import read_walkthrough
from empathy_sim.line.hands import EndOfLines
from empathy_sim.line.lines import Line
from empathy_sim.line.looking_back.table import Table, Talk
from empathy_sim.line.playing import LinePlay
from empathy_sim.line.walkthrough import walk
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import Session
from empathy_sim.store.memory_store import MemoryStore
from tests.line.typed_play import Typed

REPOSITORY = Path(__file__).parents[2]
WALKED = REPOSITORY / "journeys" / "walkthroughs" / "the-birthday-kettle.yaml"
MOST_LINES = 400
Answer = tuple[str, str]
"""Words that have been written since the last answer, and what is typed then."""


@cache
def composed() -> tuple[Script, str]:
    """The shipped script, and what its fixes make of it."""
    shelf = find_shelf([REPOSITORY])
    composer = Composer(shelf)
    kettle = composer.journey(shelf.file_of("the-birthday-kettle"))
    assert kettle.script is not None
    return kettle.script, composer.fixes(kettle)


def _stops(_: Table) -> Talk[None]:
    yield from ()
    raise EndOfLines


@cache
def _walked() -> tuple[MemoryStore, str]:
    """A store with a session that was walked to its debrief, and its name."""
    walkthrough = read_walkthrough(WALKED)
    script, fixes = composed()
    clock, store = ManualClock(), MemoryStore()
    cast = cast_for(script, walkthrough.seed)
    session = Session.begin(script, cast, store=store, clock=clock, fixes=fixes)
    walk(walkthrough, session, clock, lambda _: None, _stops)
    return store, session.name


def at_its_debrief(clock: ManualClock) -> Session:
    """A session that was walked to its end, and stands at its debrief."""
    store, name = _walked()
    return Session.resume(name, store=deepcopy(store), clock=clock)


def at_once_on_hold(clock: ManualClock) -> Session:
    """A session that begins on hold, at a pace at which no waiting is lived."""
    script, fixes = composed()
    return Session.begin(
        script,
        cast_for(script, 5),
        store=MemoryStore(),
        clock=clock,
        fixes=fixes,
        pace="instant",
        at_stage="holding",
    )


@dataclass
class Answering:
    """Types an answer once what it answers was asked, and else Enter."""

    answers: list[Answer]
    clock: ManualClock
    seen: list[str] = field(default_factory=list)
    typed: int = 0

    def write(self, line: Line) -> None:
        self.seen.append(line.written())

    def line(self, *, asked: bool, waits: bool, within_ms: int | None) -> str | None:
        assert not waits
        if self.answers and self.answers[0][0] in "\n".join(self.seen):
            return self._type(self.answers.pop(0)[1])
        if asked:
            return self._type("")
        if within_ms is None:
            raise EndOfLines
        self.clock.wait(within_ms)
        return None

    def _type(self, text: str) -> str:
        self.typed += 1
        if self.typed > MOST_LINES:
            raise AssertionError(f"never asked: {self.answers}")
        self.seen.clear()
        return text


def answered(*answers: Answer, session: Session | None = None) -> Typed:
    """Look back on the walked journey, or on a session, with these answers."""
    clock = ManualClock()
    hands = Answering(list(answers), clock)
    done = Typed(session or at_its_debrief(clock), [])

    def write(line: Line) -> None:
        hands.write(line)
        done.lines.append(line)

    done.ended = LinePlay(done.session, write, kept_in="memory").play(hands)
    assert hands.answers == [], f"never asked: {hands.answers}"
    return done


def said_after(done: Typed, words: str) -> str:
    """All that was written after some words."""
    return done.text.partition(words)[2]


def in_order(done: Typed, those: Sequence[str]) -> bool:
    """Whether some words were written one after the other."""
    at = -1
    for words in those:
        at = done.text.find(words, at + 1)
        if at < 0:
            return False
    return True
