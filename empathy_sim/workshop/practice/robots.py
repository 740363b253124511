"""Robots that fill a room for practice."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from random import Random
from typing import Self

from empathy_sim.engine import moves as m
from empathy_sim.engine.resolutions import Commit
from empathy_sim.engine.scene import Scene
from empathy_sim.errors import MoveRefused
from empathy_sim.rehearsal.robots import own_offers
from empathy_sim.rehearsal.settled import giving_up
from empathy_sim.rehearsal.temperaments import RobotName, TemperedRobot, Troupe
from empathy_sim.session.session import Session
from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.pacing import answer_pace, pacing_of
from empathy_sim.workshop.room.presence import Attendance
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.seating import take_seat
from empathy_sim.workshop.room.telling import ask_quietly, guess, observe, tick

_WORDS = ("long", "tired", "small", "ignored", "absurd", "calm", "stuck", "polite")
_FELT = (
    "The same number again.",
    "Nobody is there.",
    "They were kind, and could do nothing.",
    "It says the same as last week.",
)
_AHA = ("We count this as solved.", "Our own letter says so.", "Two of us did this.")
_ASKS = ("May I stop here?", "My screen is too small to read.")
_COMMITS = (
    ("the Monday report comes", "I ring three customers of the week before"),
    ("a date is to be moved", "I read what the customer was told first"),
    ("somebody proposes a new menu", "I dial it before I sign it"),
)
_READS_MS = {"contract": 9_000, "report": 8_000, "card": 7_000, "predicting": 9_000}
_REST_MS = 5_000
_NOTED: tuple[e.Noted, ...] = ("sigh", "laugh", "looked_away", "leaned_back")


class PracticeSeat:
    """One robot on its seat: it reads, waits, plays, and is gone for a while."""

    def __init__(
        self,
        room: Room,
        attendance: Attendance,
        robot: TemperedRobot,
        random: Random,
        seat: str,
    ) -> None:
        """Sit on a seat, as far as that has come."""
        self._room, self._attendance = room, attendance
        self._robot, self._random = robot, random
        self.seat = seat
        self._again_at = 0
        self._gone_until = 0
        self._shared = room.seat(seat).ticked is not None

    @property
    def is_there(self) -> bool:
        """Whether its seat is; one that was forgotten is not."""
        return self.seat in self._room.state.seats

    def look(self) -> None:
        """Do what is due; meant for twice a second."""
        if self._only_watches():
            self._watch()
            return
        now = self._room.at_ms()
        if now < self._gone_until:
            return
        self._attendance.heard(self.seat)
        if now < self._again_at or self._room.state.breathing:
            return
        self._again_at = now + self._act(now)

    def _only_watches(self) -> bool:
        seat = self._room.seat(self.seat)
        if seat.chair != "observer" or not seat.session:
            return seat.chair == "observer"
        return self._shared and self._room.session_of(self.seat).state.phase == "closed"

    def _watch(self) -> None:
        self._attendance.heard(self.seat)
        state = self._room.state
        about = state.seats.get(self._room.seat(self.seat).about)
        plays = about is not None and bool(about.session)
        sees = plays and state.phase == "playing" and not state.breathing
        if sees and self._random.random() < _NOTES:
            observe(self._room, self.seat, self._random.choice(_NOTED))

    def _act(self, now: int) -> int:
        """Something that is to be done; milliseconds until the next."""
        phase = self._room.state.phase
        if phase == "lobby" or not self._has_journey(phase):
            return 1_000
        session = self._room.session_of(self.seat)
        session.catch_up()
        if self._random.random() < _GOES:
            self._gone_until = now + self._random.randint(15_000, 40_000)
            self._attendance.gone(self.seat)
            return 0
        if self._random.random() < _ASKS_AT_ALL:
            ask_quietly(self._room, self.seat, self._random.choice(_ASKS))
        with suppress(MoveRefused):
            return self._in(session)
        return 1_500

    def _has_journey(self, phase: str) -> bool:
        return phase == "playing" or self._room.has_session(self.seat)

    def _in(self, session: Session) -> int:
        state = session.state
        match state.phase:
            case "playing":
                return self._play(session)
            case "closed":
                return self._share(session)
            case "resting":
                session.submit(m.Reflect("one_word", self._random.choice(_WORDS)))
                session.submit(m.Proceed())
            case "debriefing":
                session.submit(Commit(*self._random.choice(_COMMITS)))
                session.submit(m.Proceed())
            case "contract":
                session.submit(m.Consent(self._departments(session)))
            case "predicting":
                self._predict(session.scene(), session)
                session.submit(m.Proceed())
            case _:
                session.submit(m.Proceed())
        self._attendance.moved(self.seat)
        return _READS_MS.get(state.phase, _REST_MS) + self._random.randint(0, 5_000)

    def _departments(self, session: Session) -> tuple[str, ...]:
        known = list(session.script.journey.departments)
        return tuple(self._random.sample(known, min(1, len(known))))

    def _predict(self, scene: Scene, session: Session) -> None:
        for offer in scene.offers:
            if offer.sort == "predict":
                most = min(offer.most, offer.least + 20)
                value = self._random.randint(offer.least, most)
                session.submit(m.Predict(offer.id, value))

    def _play(self, session: Session) -> int:
        self._agree_or_not()
        scene = session.scene()
        chance = self._random.random()
        if chance < _MARKS and scene.may("react"):
            session.submit(self._feeling())
            return 2_000
        move = self._robot.decide(scene)
        if move is None and session.due_in() is None:
            offered = own_offers(scene)
            move = offered[0].examples[0] if offered else m.Leave()
        if move is None:
            return 1_000
        session.submit(move)
        self._attendance.moved(self.seat)
        return self._random.randint(1_500, 9_000)

    def _agree_or_not(self) -> None:
        """Say whether more waiting may be lived, where that is asked."""
        asked = pacing_of(self._room, self.seat)
        if asked is not None and asked.asks:
            yes = self._random.random() < _SOME
            answer_pace(self._room, self.seat, asked.asking, yes=yes)

    def _feeling(self) -> m.React:
        pleasant, aroused = self._random.randint(-4, 1), self._random.randint(-2, 4)
        if self._random.random() < _AHAS:
            words = self._random.choice(_AHA)
            return m.React(pleasant, aroused, words, aha=True)
        words = self._random.choice(("", *_FELT))
        return m.React(pleasant, aroused, words)

    def _share(self, session: Session) -> int:
        if not self._shared and session.state.stage:
            self._shared = True
            every = tuple(range(1, len(session.log) + 1))
            tick(
                self._room,
                e.Ticked(
                    0,
                    self.seat,
                    curve=self._random.random() < _MOST,
                    word=self._random.random() < _MOST,
                    ahas=every if self._random.random() < _SOME else (),
                    words=every if self._random.random() < _FEW else (),
                    commitment=self._random.random() < _SOME,
                    named=self._random.random() < _FEW,
                ),
            )
            self._guess()
        return 60_000

    def _guess(self) -> None:
        from empathy_sim.workshop.room.reasons import REASONS  # noqa: PLC0415

        offered = list(self._room.state.opened.reasons or REASONS)
        if "expected" not in self._room.state.revealed:
            guess(self._room, self.seat, self._random.sample(offered, 5))


class Practice:
    """A room full of robots."""

    def __init__(
        self, room: Room, attendance: Attendance, count: int, *, seed: int = 1
    ) -> None:
        """Let robots sit down.

        Args:
            room: they sit down in it.
            attendance: hears from them.
            count: how many robots; every fourth watches another.
            seed: the same room again.
        """
        playing = [_sits_down(room) for _ in range(count - count // _WATCHES)]
        watching = [_sits_down(room, each) for each in playing[: count // _WATCHES]]
        self._seats = _seated(room, attendance, (*playing, *watching), seed)

    @classmethod
    def again(
        cls, room: Room, attendance: Attendance, seats: Sequence[str], *, seed: int = 1
    ) -> Self:
        """Let robots go on in seats that they had before a stop."""
        made = cls(room, attendance, 0)
        made._seats = _seated(room, attendance, seats, seed)
        return made

    @property
    def seats(self) -> tuple[str, ...]:
        """Where they sit."""
        return tuple(each.seat for each in self._seats)

    def look(self) -> None:
        """Let each do what is due; meant for twice a second."""
        for each in self._seats:
            if each.is_there:
                each.look()


def _sits_down(room: Room, watches: str = "") -> str:
    """A seat for a robot, to play or to watch somebody."""
    label = f"Practice {len(room.state.seats) + 1}"
    chair: e.Chair = "observer" if watches else "customer"
    return take_seat(room, label, chair, watches)[0].id


def _seated(
    room: Room, attendance: Attendance, seats: Sequence[str], seed: int
) -> list[PracticeSeat]:
    """A robot on each seat, of its own temperament and its own chance."""
    troupe = Troupe(_MOSTLY, seed, giving_up(room.script))
    return [
        PracticeSeat(
            room, attendance, troupe.robot(at), Random(seed * 1_000 + at), seat
        )
        for at, seat in enumerate(seats)
    ]


_MOSTLY: tuple[RobotName, ...] = (
    "methodical",
    "patient",
    "prefers-the-untried",
    "methodical",
    "patient",
    "impatient",
)
"""Most live most of it, as people who were asked to do; some leave early."""
_MARKS, _AHAS = 0.06, 0.2
"""How likely a feeling is marked at a look, and that it is an insight."""
_GOES, _ASKS_AT_ALL, _NOTES = 0.002, 0.0008, 0.01
"""How likely somebody is gone for a while, asks quietly, or an observer notes."""
_MOST, _SOME, _FEW = 0.8, 0.5, 0.3
"""How likely something is ticked."""
_WATCHES = 4
