"""How long a script will take somebody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random

from empathy_sim.engine import events as e
from empathy_sim.engine.moves import START, Instant, Pace
from empathy_sim.engine.timing import DAY_TURN, DAYS_AT_MOST, LONG_WAIT, PACES
from empathy_sim.engine.transcript import CUSTOMER
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.script import Script
from empathy_sim.journey.units import MINUTE, SECOND
from empathy_sim.rehearsal.playthrough import Playthrough
from empathy_sim.rehearsal.robots import CuriousRobot, PlayDidNotEnd, play_through

_PLAYS = 3
_MOST_MOVES = 300
THINKING = 10 * SECOND
"""Felt time to read what is there and to do one thing about it."""
OWN: frozenset[type] = frozenset({e.OptionChosen, e.FieldFilled, e.Rated, e.FactGiven})
"""Things that are done, and take that time."""

_SLOWEST, _QUICKEST = 3.0, 0.3
"""How far an author's minutes may stretch what was reckoned."""


@dataclass(frozen=True, slots=True)
class Lasting:
    """What a stretch of a script takes, before any of it is cut."""

    doing: int = 0
    """Felt milliseconds of listening, reading and answering."""
    waits: tuple[tuple[e.WaitSort, int], ...] = ()
    """The waits in order: what sort, and how long where nothing is cut."""
    waited: int = 0
    """Story milliseconds of the waits together, days too."""

    def then(self, other: Lasting) -> Lasting:
        """This, and another after it."""
        return Lasting(
            self.doing + other.doing,
            self.waits + other.waits,
            self.waited + other.waited,
        )

    @property
    def whole(self) -> int:
        """All of it, where days take no time."""
        waited = sum(length for sort, length in self.waits if sort != "days")
        return self.doing + waited

    @property
    def story(self) -> int:
        """Story milliseconds of all of it."""
        return self.doing + self.waited

    def felt(self, pace: Pace) -> int:
        """Felt milliseconds of all of it at a pace."""
        return self.doing + self.waiting(pace)

    def waiting(self, pace: Pace) -> int:
        """Felt milliseconds of waiting at a pace."""
        if pace == "instant":
            return 0
        spare, long_one, lived, days = PACES[pace], True, 0, 0
        for sort, length in self.waits:
            if sort == "days":
                days = min(DAYS_AT_MOST, days + DAY_TURN)
                continue
            is_long = long_one and length >= LONG_WAIT
            long_one = long_one and not is_long
            lived += min(length, spare.long if is_long else spare.other)
        return min(lived, spare.all) + days


def minutes_of(
    script: Script, cast: Cast, *, pace: Pace, at_stage: str | None = None
) -> int:
    """About how many minutes somebody plays who goes the long way; at least one.

    An author's own minutes hold for the whole journey at the pace of a workshop;
    elsewhere they say how fast people are, and robots what there is to do.

    Args:
        script: what is played.
        cast: whom it is played as.
        pace: how much of the waiting is lived.
        at_stage: where it begins, where that is not the first stage.
    """
    said, first = script.journey.minutes, next(iter(script.stages))
    begins = at_stage or first
    if said and pace == "workshop" and begins == first:
        return said
    stages = lasting_by_stage(script, cast)
    found, speed = longest_way(script, stages, begins), 1.0
    if said:
        usual = longest_way(script, stages, first)
        there = (said * MINUTE - usual.waiting("workshop")) / max(1, usual.doing)
        speed = min(_SLOWEST, max(_QUICKEST, there))
    return max(1, round((found.waiting(pace) + found.doing * speed) / MINUTE))


def longest_way(script: Script, stages: Mapping[str, Lasting], begins: str) -> Lasting:
    """The longest way on from a stage, no stage of it twice."""
    known: dict[str, Lasting] = {}

    def onward(stage: str, before: frozenset[str]) -> Lasting:
        if stage not in known:
            leads = set(script.stages[stage].leads.values()) & set(stages)
            after = (onward(each, before | {stage}) for each in sorted(leads - before))
            longest = max(after, key=lambda each: each.whole, default=Lasting())
            known[stage] = stages[stage].then(longest)
        return known[stage]

    return onward(begins, frozenset({begins}))


def lasting_by_stage(script: Script, cast: Cast) -> Mapping[str, Lasting]:
    """What each stage takes those who want to see everything, whatever came before."""
    return {stage: _longest(script, cast, stage) for stage in script.stages}


def _longest(script: Script, cast: Cast, stage: str) -> Lasting:
    """The longest of some plays of a stage, by robots who want to see everything."""
    tried: Counter[str] = Counter()
    plays: list[Lasting] = []
    for seed in range(_PLAYS):
        play = Playthrough(script, cast, pace="real", at_stage=stage, named="")
        play.begin()
        robot = CuriousRobot(Random(seed), tried, patience=1, silence=0, care=1)
        try:
            play_through(play, robot, most_moves=_MOST_MOVES, within=stage)
        except PlayDidNotEnd:
            continue
        plays.append(lasting_of(play.log, play.state.felt_ms))
    return max(plays, key=lambda each: each.whole, default=Lasting())


def lasting_of(log: Iterable[e.Event], felt_ms: int) -> Lasting:
    """What a log that was played without cuts takes, from its beginning.

    Args:
        log: its events.
        felt_ms: the felt instant at which it ended.
    """
    waits: list[tuple[e.WaitSort, int]] = []
    waited, in_story, own = 0, 0, 0
    began: Instant | e.Event = START
    for event in log:
        sort = type(event)
        if sort in OWN or (type(event) is e.Said and event.speaker == CUSTOMER):
            own += 1
        elif sort is e.WaitBegan:
            began = event
        elif type(event) is e.WaitEnded:
            felt = event.felt_ms - began.felt_ms
            waits.append((event.wait, felt))
            waited += felt
            in_story += event.story_ms - began.story_ms
    return Lasting(felt_ms - waited + own * THINKING, tuple(waits), in_story)
