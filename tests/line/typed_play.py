"""A session played by typed lines, in virtual time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from empathy_sim.engine import moves as m
from empathy_sim.engine.events import Event
from empathy_sim.journey.script import Script
from empathy_sim.line.after_story import Conversation
from empathy_sim.line.hands import PipedHands
from empathy_sim.line.lines import Line
from empathy_sim.line.looking_back.table import Table, Talk, turn
from empathy_sim.line.manners import Manners
from empathy_sim.line.playing import Ended, LinePlay
from empathy_sim.rehearsal.playthrough import plain_cast
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import Session
from empathy_sim.store.memory_store import MemoryStore
from tests.engine.made_scripts import facts_of, script_of

E = TypeVar("E", bound=Event)


@dataclass
class Typed:
    """What came of some lines."""

    session: Session
    lines: list[Line]
    ended: Ended = "closed"

    @property
    def text(self) -> str:
        """All that was written."""
        return "\n".join(line.written() for line in self.lines)

    @property
    def last(self) -> str:
        """The last lines, without how to go on."""
        return "\n".join(line.written() for line in self.lines[-8:-2])

    def events(self, kind: type[E]) -> list[E]:
        return [event for event in self.session.log if isinstance(event, kind)]

    def times(self, says: str) -> int:
        """How often something was written."""
        return self.text.count(says)


def in_short(table: Table) -> Talk[None]:
    """A debrief of one sentence."""
    table.say(Line("", "What it came to."))
    yield from turn(table, "short")


def session_of(
    script: Script,
    clock: ManualClock,
    *,
    pace: m.Pace = "workshop",
    facts: dict[str, str] | None = None,
) -> Session:
    held = facts_of(script) if facts is None else facts
    return Session.begin(
        script, plain_cast(held), store=MemoryStore(), clock=clock, pace=pace
    )


def typed(
    script: Script | str,
    *lines: str,
    pace: m.Pace = "workshop",
    manners: Manners | None = None,
) -> Typed:
    """Play a script, or a sample of that name, from its first touchpoint on."""
    clock = ManualClock()
    found = script_of(script) if isinstance(script, str) else script
    session = session_of(found, clock, pace=pace)
    session.submit(m.Consent())
    while session.state.phase != "playing":
        session.submit(m.Proceed())
    return types(session, lines, clock, manners)


def types(
    session: Session,
    lines: Iterable[str],
    clock: ManualClock,
    manners: Manners | None = None,
    debrief: Conversation = in_short,
) -> Typed:
    """Type some lines in a session, whatever phase it is in."""
    done = Typed(session, [])
    play = LinePlay(
        session,
        done.lines.append,
        kept_in="a drawer",
        debrief=debrief,
        manners=manners,
    )
    done.ended = play.play(PipedHands(lines, clock))
    return done
