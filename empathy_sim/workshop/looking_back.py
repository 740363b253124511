"""A room's people, as its wall tells of them."""

from __future__ import annotations

import msgspec

from empathy_sim.errors import RoomRefused
from empathy_sim.workshop.group.ledger import Ledger
from empathy_sim.workshop.group.member import Member, Observation, Ticked
from empathy_sim.workshop.group.reasons import Guess, Poll, Reasons
from empathy_sim.workshop.group.room import Room as People
from empathy_sim.workshop.group.room import Seated
from empathy_sim.workshop.group.steps import Wall, brought_up, reveal
from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room import telling
from empathy_sim.workshop.room.reasons import REASONS
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.state import Seat

SEEN = {
    "sigh": "sighed",
    "laugh": "laughed",
    "swearing": "used a strong word",
    "looked_away": "looked away",
    "leaned_back": "leaned back or shifted",
    "said": "said something aloud",
    "gave_up": "gave something up",
    "other": "did something else",
}
"""What an observer can note, as the wall tells it."""
_STORY_OVER = frozenset({"ending", "afterwards", "resting", "debriefing", "closed"})


def wall_of(room: Room) -> Wall:
    """What stands on the wall: what was shown, not what could be worked out now."""
    if not room.state.wall:
        opened = room.state.opened
        least, of_words = opened.smallest, opened.smallest_words
        return Wall(ledger=Ledger(least=least, least_of_words=of_words))
    return msgspec.json.decode(room.state.wall, type=Wall)


class LookingBack:
    """Reads each seat's log once it is over, and makes the wall of all of them."""

    def __init__(self, room: Room) -> None:
        """Read nothing yet."""
        self._room = room
        self._read: dict[str, tuple[int, Seated]] = {}

    def people(self, *, without: str = "") -> People:
        """Everybody whose story is over, and who watched them; one left out by wish."""
        state = self._room.state
        seated = [self._seated(s) for s in state.seats.values() if s.id != without]
        found = tuple(each for each in seated if each is not None)
        return People(found, self._why(without))

    def wall_without(self, seat: str) -> str:
        """What stands on the wall without what one showed; empty where nothing does.

        What was told of many stays as it is told: nobody is found in it.
        """
        before = wall_of(self._room)
        if not before.steps:
            return ""
        return _written(brought_up(before, self.people(without=seat)))

    def reveal_next(self) -> Wall:
        """Put the next step on the wall.

        Raises:
            RoomRefused: people still play, or everything stands there.
        """
        before = wall_of(self._room)
        if before.is_whole:
            raise RoomRefused(says="Everything stands on the wall.")
        after = reveal(before, self.people())
        telling.reveal(self._room, after.steps[-1].id, _written(after))
        return after

    def bring_up(self) -> Wall:
        """Add to what stands on the wall whoever came later, where enough came.

        Raises:
            RoomRefused: nothing stands there yet.
        """
        before = wall_of(self._room)
        if not before.steps:
            raise RoomRefused(says="Nothing stands on the wall yet.")
        after = brought_up(before, self.people())
        telling.reveal(self._room, after.steps[-1].id, _written(after))
        return after

    def _seated(self, seat: Seat) -> Seated | None:
        member = self._member(seat)
        if member is None:
            return None
        length, known = self._read.get(seat.id, (-1, None))
        if known is None or length != len(member.log):
            seated = Seated.of(member)
        else:
            seated = Seated(member, known.reading)
        self._read[seat.id] = (len(member.log), seated)
        return seated

    def _member(self, seat: Seat) -> Member | None:
        room = self._room
        if not seat.session and not seat.notes and seat.chair != "observer":
            return None
        if not seat.session:
            return self._watcher(seat)
        session = room.session_of(seat.id)
        if session.state.phase not in _STORY_OVER or not session.state.stage:
            return self._watcher(seat) if seat.notes else None
        return Member(
            seat=seat.id,
            label=seat.called,
            script=room.script,
            log=tuple(session.log),
            observed=tuple(self._observed(seat)),
            ticked=_ticked(seat.ticked),
        )

    def _watcher(self, seat: Seat) -> Member:
        """Somebody of whom only counts what they noted of another."""
        return Member(
            seat=seat.id,
            label=seat.called,
            chair="observer",
            script=self._room.script,
            observed=tuple(self._observed(seat)),
        )

    def _observed(self, seat: Seat) -> list[Observation]:
        found = []
        for noted in self._room.state.observed:
            watched = self._room.state.seats.get(noted.about)
            if noted.seat == seat.id and watched is not None and watched.session:
                log = self._room.session_of(noted.about).log
                at = min(noted.session_seq, len(log)) - 1
                found.append(
                    Observation(
                        story_ms=noted.story_ms,
                        felt_ms=log[at].felt_ms,
                        what=SEEN[noted.noted],
                        words=noted.words,
                        of=noted.about,
                    )
                )
        return found

    def _why(self, without: str) -> Reasons:
        state = self._room.state
        return Reasons(
            offered=state.opened.reasons or REASONS,
            guesses=tuple(
                Guess(seat.id, tuple(seat.guess.reasons.split("\n")))
                for seat in state.seats.values()
                if seat.guess is not None and seat.guess.reasons and seat.id != without
            ),
            poll=tuple(
                Poll(tuple(each.reasons.split("\n")))
                for each in state.polled
                if each.reasons
                for _ in range(each.people)
            ),
        )


def _written(wall: Wall) -> str:
    return msgspec.json.encode(wall).decode()


def _ticked(ticked: e.Ticked | None) -> Ticked:
    if ticked is None:
        return Ticked()
    return Ticked(
        curve=ticked.curve,
        words=ticked.words,
        ahas=ticked.ahas,
        word_for_it=ticked.word,
        commitment=ticked.commitment,
        named=ticked.named,
    )
