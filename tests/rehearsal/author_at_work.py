"""An author who walks through a story at random."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from hypothesis import strategies as st
from msgspec import Struct

from empathy_sim.engine.events import Event
from empathy_sim.engine.moves import Instant, Leave, Pace
from empathy_sim.engine.scene import Scene
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.script import Script
from empathy_sim.rehearsal.course import Lapse
from empathy_sim.rehearsal.previewed import Previewed
from empathy_sim.rehearsal.retracing import Start
from empathy_sim.rehearsal.robots import own_offers
from empathy_sim.session.authors_clock import AuthorsClock
from empathy_sim.session.clock import ManualClock

PACES: tuple[Pace, ...] = ("real", "workshop", "brisk", "instant")


class Waits(Struct, frozen=True):
    """Sits and does nothing for so many felt milliseconds."""

    felt_ms: int


class Takes(Struct, frozen=True):
    """Does one of the things that are offered."""

    which: int


Deed = Waits | Takes | Lapse

deeds = st.one_of(
    st.builds(Waits, st.integers(1, 200_000)),
    st.builds(Takes, st.integers(0, 1_000)),
    st.builds(Takes, st.integers(0, 1_000)),
    st.sampled_from([Lapse("next"), Lapse("asked")]),
)
walks = st.lists(deeds, max_size=14)


class Seen(Struct, frozen=True):
    """Everything that tells where an author stands."""

    log: tuple[Event, ...]
    scene: Scene
    now: Instant
    done: int
    acts: int


@dataclass
class Author:
    """A previewed story, and a clock that somebody else turns."""

    previewed: Previewed
    clock: ManualClock

    @classmethod
    def of(cls, script: Script, cast: Cast, start: Start | None = None) -> Author:
        clock = ManualClock()
        begun = Previewed(script, cast, start or Start(), AuthorsClock(clock))
        return cls(begun, clock)

    @property
    def seen(self) -> Seen:
        session, course = self.previewed._session, self.previewed.course
        session.catch_up()
        log = tuple(session.log[1:])
        now, acts = session.instant(), len(course.acts)
        return Seen(log, session.scene(), now, course.done, acts)

    @property
    def stands_at(self) -> str:
        return ".".join(self.previewed.place)

    def walk(self, walk: Iterable[Deed]) -> None:
        """Do one thing after the other; what is not possible is let be."""
        for deed in walk:
            if self.previewed.is_over:
                return
            with suppress(MoveRefused):
                self._do(deed)

    def _do(self, deed: Deed) -> None:
        match deed:
            case Waits(felt_ms=length):
                self.clock.advance(length)
                self.previewed._session.catch_up()
            case Takes(which=which):
                offers = own_offers(self.previewed._session.scene())
                moves = [move for each in offers for move in each.examples]
                move = moves[which % len(moves)] if moves else Leave()
                self.previewed.submit(move)
            case Lapse():
                self.previewed.run_on(deed)
