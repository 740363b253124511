"""Random people who play, tick, come late and go."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from msgspec.structs import replace

from empathy_sim.debrief.backstage import BLAMES
from empathy_sim.workshop.group.member import Member, Observation, Ticked
from empathy_sim.workshop.group.reasons import Guess, Poll, Reasons
from empathy_sim.workshop.group.room import Room, Seated
from empathy_sim.workshop.group.seat_reading import (
    AFTER,
    BEFORE,
    CLOSED,
    TO_THE_END,
    CauseRead,
    ForetoldRead,
    GuessRead,
    MarkRead,
    SeatReading,
)
from empathy_sim.workshop.group.steps import Wall, brought_up, reveal
from tests.workshop.group.robot_rooms import NOTES, OFFERED, shipped

STAGES = ("one", "two", "three", "four")
LIVED = ("sat_through", "minutes_waited", "contacts", "cut_off", "promises_moved")
DEPARTMENTS = ("sales", "care", "law", "digital")
THOUGHTS = tuple(str(each) for each in BLAMES)[:4]
WORDS = ("tired", "small", "")


@dataclass
class Leanings:
    """How the people of one room are alike."""

    random: Random

    def __post_init__(self) -> None:
        pick = self.random.choice
        self.goes_on = pick((0.6, 0.9, 1.0))
        self.marks = pick((0.4, 0.9, 1.0))
        self.meets = [pick((0.5, 0.9, 1.0)) for _ in STAGES]
        self.answers = pick((0.5, 0.9))
        self.silent = pick((0.0, 0.1, 0.2))
        self.worst = (pick(STAGES), pick((AFTER, pick(STAGES))))
        self.thinks = pick(THOUGHTS)
        self.ticks = pick((0.0, 0.1, 0.4))


def reading(random: Random, like: Leanings) -> SeatReading:
    """What the log of one of them would say."""
    came = [STAGES[0]]
    while len(came) < len(STAGES) and random.random() < like.goes_on:
        came.append(STAGES[len(came)])
    marks = _marks(random, like, came)
    worst = min(marks, key=lambda mark: mark.pleasant, default=None)
    met = [
        stage
        for at, stage in enumerate(STAGES)
        if stage in came and random.random() < like.meets[at]
    ]
    worst_met = random.choice(met) if met else ""
    ended = random.choice((came[-1], CLOSED, TO_THE_END, TO_THE_END))
    return SeatReading(
        titles={stage: stage.capitalize() for stage in STAGES},
        marks=marks,
        words=(),
        word_for_it=random.choice(WORDS),
        worst_stage=worst.stage if worst else "",
        worst_friction=f"f_{worst_met}" if met else "",
        worst_happened=worst_met,
        causes=_causes(random, met),
        left=ended,
        lived={name: random.choice((0, 0, 2, 60_000)) for name in LIVED},
        recorded={"waiting_recorded": (random.choice((0, 30_000)), 1)},
        green={line.metric: random.random() < 0.7 for line in shipped().journey.report},
        guesses=tuple(_guess(random, like, stage) for stage in met),
        foretold=(_foretold(random, like),),
        commitment=None,
        entered=tuple(enumerate(came)),
    )


def _marks(random: Random, like: Leanings, came: list[str]) -> tuple[MarkRead, ...]:
    if random.random() < like.silent:
        return ()
    worst = random.choice(like.worst)
    where = [BEFORE, *came, AFTER]
    return tuple(
        MarkRead(at, stage, 0.5, -4 if stage == worst else random.randint(-3, 2))
        for at, stage in enumerate(where, 1)
        if random.random() < like.marks
    )


def _causes(random: Random, met: list[str]) -> tuple[CauseRead, ...]:
    return tuple(
        CauseRead(
            id=f"c_{stage}",
            why=f"Why {stage}.",
            stages=(stage,),
            cost_ms=random.choice((0, 60_000, 300_000)),
            department=DEPARTMENTS[at],
            kept_by="a target",
            fix="Mend it.",
            fix_department=DEPARTMENTS[(at + 1) % len(STAGES)],
        )
        for at, stage in enumerate(STAGES)
        if stage in met
    )


def _guess(random: Random, like: Leanings, stage: str) -> GuessRead:
    def thought() -> Any:
        if random.random() > like.answers:
            return None
        return random.choice((like.thinks, like.thinks, *THOUGHTS))

    return GuessRead(
        f"f_{stage}", f"it went wrong in {stage}", "system", "it", thought(), thought()
    )


def _foretold(random: Random, like: Leanings) -> ForetoldRead:
    guessed = random.randint(0, 9) if random.random() < like.answers else None
    measured = random.choice((None, 4, 9))
    return ForetoldRead(
        "help", "How long?", "minutes_to_help", "minutes", guessed, measured
    )


@dataclass
class Cohort:
    """One room, whose wall is shown and brought up again and again."""

    random: Random
    walls: list[Wall] = field(default_factory=list)
    """What stood there after each release."""
    truth: dict[str, SeatReading] = field(default_factory=dict)
    """Of everybody who was ever there."""
    groups: list[frozenset[str]] = field(default_factory=list)
    """Those of whom something is told, by when they came to be."""
    gone: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.like = Leanings(self.random)
        self._members: dict[str, Member] = {}
        self._wall = Wall()
        self._come(self.random.choice((4, 5, 6, 9, 13, 14, 17, 24)))
        self._watched = self.random.random() < 0.3

    def _come(self, people: int) -> None:
        for _ in range(people):
            seat = f"s{len(self.truth):02}"
            self.truth[seat] = reading(self.random, self.like)
            self._members[seat] = Member(
                seat=seat, label=seat, script=shipped(), ticked=self._ticks()
            )

    def _ticks(self) -> Ticked:
        curve, word = (self.random.random() < self.like.ticks for _ in "ab")
        return Ticked(curve=curve, word_for_it=word)

    def one_more(self) -> None:
        """Somebody comes, goes or ticks, and the wall shows more, or is brought up."""
        happens = self.random.random()
        if happens < 0.25:
            self._come(self.random.choice((1, 1, 2, 5, 6)))
        elif happens < 0.3 and len(self._members) > 1:
            seat = self.random.choice(sorted(self._members))
            self._members.pop(seat)
            self.gone.add(seat)
        elif happens < 0.5:
            some = self.random.sample(sorted(self._members), 1)
            for seat in some:
                member = self._members[seat]
                self._members[seat] = replace(member, ticked=self._tick_more(member))
        self._show()

    def _tick_more(self, member: Member) -> Ticked:
        return replace(member.ticked, curve=not member.ticked.curve)

    def _show(self) -> None:
        before = set(self._wall.ledger.admitted)
        shows = brought_up if self.random.random() < 0.5 else reveal
        self._wall = shows(self._wall, self._room())
        fresh = frozenset(self._wall.ledger.admitted) - before
        if fresh:
            self.groups.append(fresh)
        self.walls.append(self._wall)

    def _room(self) -> Room:
        seats = sorted(self._members)
        people = [Seated(self._members[seat], self.truth[seat]) for seat in seats]
        guesses = tuple(Guess(seat, OFFERED[:5]) for seat in seats)
        reasons = Reasons(offered=OFFERED, guesses=guesses, poll=(Poll(OFFERED[1:]),))
        return Room((*people, *self._watchers(seats)), reasons)

    def _watchers(self, seats: list[str]) -> list[Seated]:
        if not self._watched:
            return []
        return [
            Seated(
                Member(
                    seat=f"o{seat}",
                    label="",
                    chair="observer",
                    script=shipped(),
                    observed=(
                        Observation(
                            story_ms=at % 3, felt_ms=0, what=NOTES[at % 2], of=seat
                        ),
                    ),
                )
            )
            for at, seat in enumerate(seats)
            if int(seat[1:]) % 3
        ]
