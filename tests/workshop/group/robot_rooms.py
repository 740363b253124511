"""Rooms of robots that have played."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random

from empathy_sim.debrief.debrief import debrief_of
from empathy_sim.engine import moves as m
from empathy_sim.engine import resolutions as r
from empathy_sim.engine.events import Event, ReactionRecorded, StageEntered
from empathy_sim.engine.moves import Consent, Predict, Proceed, React
from empathy_sim.engine.scene import Scene
from empathy_sim.journey.script import Script
from empathy_sim.library.compose import compose_journey
from empathy_sim.library.shelf import find_shelf
from empathy_sim.rehearsal.playthrough import Playthrough, plain_cast
from empathy_sim.rehearsal.robots import PlayDidNotEnd, play_through
from empathy_sim.rehearsal.temperaments import TemperedRobot, Troupe
from empathy_sim.workshop.group.member import Member, Observation, Ticked
from empathy_sim.workshop.group.reasons import Guess, Poll, Reasons
from empathy_sim.workshop.group.room import Room, Seated
from empathy_sim.workshop.group.steps import Wall, whole
from tests.engine.made_scripts import facts_of

REPOSITORY = Path(__file__).parents[3]
JOURNEY = "the-birthday-kettle"
LOGS, TRIES = 12, 6
NOTES = ("looked at the clock", "sighed", "laughed", "typed the same again")
WORDS = ("tired", "Tired.", "ignored", "small", "patient", "tired")
OFFERED = (
    *("Where is my order?", "The date moved", "I was charged twice"),
    *("I cannot sign in", "The wrong thing came", "How do I send it back?"),
)


@dataclass
class Feeling:
    """A patient robot that marks what it feels now and then, and sometimes leaves."""

    random: Random
    patient: TemperedRobot = field(init=False)

    def __post_init__(self) -> None:
        self.patient = Troupe(["patient"], self.random.randint(0, 99)).robot(0)

    def decide(self, scene: Scene) -> m.Move | None:
        chance = self.random.random()
        if chance < 0.04 and scene.may("react"):
            return React(self.random.randint(-4, 1), self.random.randint(-2, 4))
        if chance > 0.998 and scene.may("leave"):
            return m.Leave()
        return self.patient.decide(scene)


@cache
def shipped() -> Script:
    """A shipped journey."""
    file = REPOSITORY / "journeys" / f"{JOURNEY}.yaml"
    script = compose_journey(file, find_shelf([REPOSITORY])).script
    assert script is not None
    return script


@cache
def played_log(number: int) -> tuple[Event, ...]:
    """A robot's play, with marks, attributions, a word and a commitment.

    It is the one of a few that went through the most stages; there are twelve logs.
    """
    if number >= LOGS:
        return played_log(number % LOGS)
    tries = [_played(number * TRIES + at) for at in range(1 if number == 5 else TRIES)]
    return max(tries, key=lambda log: sum(type(one) is StageEntered for one in log))


def _begun(random: Random) -> Playthrough:
    script = shipped()
    play = Playthrough(script, plain_cast(facts_of(script)), pace="workshop")
    play.do(Consent(script.journey.departments[:1]))
    while play.state.phase != "playing":
        if play.state.phase == "card":
            play.do(React(random.randint(0, 3), random.randint(-2, 2)))
        if play.state.phase == "predicting":
            for asked in script.journey.predictions:
                play.do(Predict(asked.id, asked.least + random.randint(0, 12)))
        play.do(Proceed())
    return play


def _played(seed: int) -> tuple[Event, ...]:
    random = Random(seed)
    play = _begun(random)
    try:
        play_through(play, Feeling(random), most_moves=700)
    except PlayDidNotEnd:
        play.do(m.Close())
    _after(play, random, seed)
    return tuple(play.log)


def _after(play: Playthrough, random: Random, seed: int) -> None:
    if play.state.phase == "ending":
        mark = React(random.randint(-4, 0), random.randint(-1, 4), f"said by {seed}")
        play.do(mark)
        play.do(React(-1, 0, f"seen by {seed}", aha=True))
    while play.state.phase != "debriefing":
        play.do(Proceed())
    _decide(play, random)


def _decide(play: Playthrough, random: Random) -> None:
    blames: tuple[r.Blame, ...] = ("agent", "staffing", "policy", "staffing")
    for each in debrief_of(play.state.script, tuple(play.log)).guesses:
        code = each.friction.code
        play.do(r.Attribute(code, random.choice(blames), "a reason"))
        play.do(r.Attribute(code, "policy", "another", "after"))
    play.do(m.Reflect("one_word", random.choice(WORDS)))
    play.do(r.Commit("the report is green", "ask who rang", "Ada", "Bo", "2025-09-12"))


def member(seat: int, ticked: Ticked | None = None) -> Member:
    """A robot in a seat."""
    return Member(
        seat=f"s{seat:02}",
        label=f"Robot {seat}",
        script=shipped(),
        log=played_log(seat),
        ticked=ticked or Ticked(),
    )


def all_ticked(seat: int, *, named: bool = False) -> Ticked:
    """Everything that a robot can tick."""
    marked = [
        (seq, each.aha)
        for seq, each in enumerate(played_log(seat), 1)
        if isinstance(each, ReactionRecorded) and each.words
    ]
    return Ticked(
        curve=True,
        words=tuple(seq for seq, aha in marked if not aha),
        ahas=tuple(seq for seq, aha in marked if aha),
        word_for_it=True,
        commitment=True,
        named=named,
    )


def observer(seat: int, of: int) -> Member:
    """An observer of a robot, with a few notes."""
    random = Random(seat)
    log = played_log(of)
    at = sorted(random.choice(log).story_ms for _ in range(6))
    notes = tuple(
        Observation(
            story_ms=ms,
            felt_ms=ms // 9,
            what=random.choice(NOTES),
            words=f"noted by {seat}",
            of=f"s{of:02}",
        )
        for ms in at
    )
    return Member(
        seat=f"o{seat:02}",
        label=f"Watcher {seat}",
        chair="observer",
        script=shipped(),
        observed=notes,
        ticked=Ticked(words=(1,)),
    )


@cache
def seated(seat: int, ticks: str = "") -> Seated:
    """A robot whose log is read once; ticks are nothing, `all` or `named`."""
    ticked = all_ticked(seat, named=ticks == "named") if ticks else None
    return Seated.of(member(seat, ticked))


def reasons(leaders: int, frontline: int) -> Reasons:
    """What so many leaders and so many of the frontline said."""
    random = Random(7)
    return Reasons(
        offered=OFFERED,
        guesses=tuple(
            Guess(f"s{at:02}", tuple(random.sample(OFFERED, 5)))
            for at in range(leaders)
        ),
        poll=tuple(Poll(OFFERED[at % 2 : at % 2 + 5]) for at in range(frontline)),
    )


@cache
def robots(count: int, *, ticking: int = 0, watched: int = 0) -> Room:
    """A room of robots, of whom some tick everything and some are watched."""
    kinds = ("named", "all")
    people = [seated(at, kinds[at % 2] if at < ticking else "") for at in range(count)]
    watchers = [Seated.of(observer(at, at)) for at in range(watched)]
    return Room((*people, *watchers), reasons(count, 6))


def wall_of(room: Room) -> Wall:
    """Everything that such a room sees."""
    return whole(Wall(), room)
