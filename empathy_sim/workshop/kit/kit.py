"""A facilitator's kit for one workshop."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from empathy_sim.engine.moves import Pace
from empathy_sim.errors import Usage
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.report_lights import light_of
from empathy_sim.journey.script import Script
from empathy_sim.rehearsal.lasting import minutes_of
from empathy_sim.workbench.texts import filled, standing_in
from empathy_sim.workshop.group.ledger import Ledger
from empathy_sim.workshop.kit import words_before, words_closing, words_playing
from empathy_sim.workshop.kit.cards import (
    Guessed,
    ObserverForm,
    RoomCard,
    observer_form,
    predictions,
    room_card,
)
from empathy_sim.workshop.kit.given import Given
from empathy_sim.workshop.kit.hard_moments import with_people, with_things
from empathy_sim.workshop.kit.movers import (
    Mover,
    apart,
    fitting,
    movers_of,
    pairs_of,
)
from empathy_sim.workshop.kit.preparing import (
    Before,
    Copies,
    copies,
    invitation,
    prepared,
)
from empathy_sim.workshop.kit.seating_plan import SeatingPlan, seating_plan
from empathy_sim.workshop.kit.seats import Seats, seats_for
from empathy_sim.workshop.kit.sheet import Part, Trouble, Words, at_clock
from empathy_sim.workshop.kit.stages import StageGuide, stage_guides
from empathy_sim.workshop.kit.timing import (
    STEPS,
    Needed,
    Span,
    dropped,
    least_minutes,
    timing_for,
)
from empathy_sim.workshop.kit.words_wall import headings, step_words

_MOST_PAIRS = 4
_WORDS: Mapping[str, Callable[[Given], Words]] = {
    "arrive": words_before.arrive,
    "prebrief": words_before.prebrief,
    "waiting": words_before.waiting,
    "begin": words_before.begin,
    "play": words_playing.play,
    "rest": words_playing.rest,
    "debrief": words_playing.debrief,
    "share": words_playing.share,
    "watchers": words_playing.watchers,
    "break": words_playing.pause,
    "departments": words_closing.departments,
    "frontline": words_closing.frontline,
    "close": words_closing.close,
    "spare": words_closing.spare,
}


class Asked(Struct, frozen=True, kw_only=True):
    """What a kit is made for."""

    minutes: int
    people: int
    screens: int | None = None
    """On how many devices it can be played; None where each has one."""
    pace: Pace = "workshop"
    departments: tuple[str, ...] = ()
    """Whose leaders come; none for all of them."""
    starts: int | None = None
    """When it begins, in minutes from midnight; None where nobody said."""
    waiting: int = 0
    """Minutes of an uncomfortable waiting room; none for none."""
    least: int = Ledger().least
    """From how many people on a number is told that nobody ticked."""


class Kit(Struct, frozen=True, kw_only=True):
    """Everything that is printed, and everything that the board can say."""

    name: str
    title: str
    about: str
    company: str
    colour: str
    minutes: int
    starts: int | None
    pace: Pace
    play: int
    """Minutes of the journey at that pace."""
    shortest: int
    """Minutes of the shortest workshop with it."""
    seats: Seats
    parts: tuple[Part, ...]
    dropped: tuple[str, ...]
    """What there is no time for."""
    prepared: tuple[Before, ...]
    invitation: tuple[str, ...]
    copies: tuple[Copies, ...]
    movers: tuple[Mover, ...]
    plan: SeatingPlan
    pairs: tuple[tuple[str, str], ...]
    stages: tuple[StageGuide, ...]
    people: tuple[Trouble, ...]
    """What to do when it is hard with somebody."""
    things: tuple[Trouble, ...]
    """What to do when something fails."""
    room_card: RoomCard
    observer_form: ObserverForm
    predictions: tuple[Guessed, ...]
    asks: tuple[str, ...]
    """The designer's own questions."""

    def part(self, name: str) -> Part | None:
        """A part by its id; None where it is not held."""
        return next((each for each in self.parts if each.id == name), None)


def kit_of(script: Script, cast: Cast, asked: Asked, name: str = "") -> Kit:
    """The kit of a journey, for so many people and minutes.

    Args:
        script: what is played.
        cast: whose names stand in where texts want them.
        asked: for whom, how long, at which pace.
        name: what it is started by; by default the journey's own name.

    Raises:
        Usage: the minutes, the people or the screens are too few, or there is no such
            department.
    """
    _refuse_unknown(script, asked.departments)
    play = minutes_of(script, cast, pace=asked.pace)
    seats = seats_for(asked.people, asked.screens, asked.least)
    needed = _needed(asked, play, seats)
    given = _given(script, cast, asked, (seats, needed), name)
    return Kit(
        name=given.name,
        title=given.title,
        about=filled(script.journey.about, standing_in(script, cast, script.first)),
        company=given.company,
        colour=script.journey.company.colour,
        minutes=asked.minutes,
        starts=asked.starts,
        pace=asked.pace,
        play=play,
        shortest=least_minutes(needed),
        seats=seats,
        parts=tuple(_part(each, given) for each in given.timing.spans),
        dropped=tuple(dropped(given.timing, headings(), seats.watching)),
        prepared=prepared(given),
        invitation=invitation(given),
        copies=copies(given),
        movers=given.movers,
        plan=_plan(script, asked, given),
        pairs=given.pairs,
        stages=given.stages,
        people=with_people(given.seats.people),
        things=with_things(given.name),
        room_card=room_card(given),
        observer_form=observer_form(given, asked.starts),
        predictions=predictions(script.journey.predictions),
        asks=given.asks,
    )


def _needed(asked: Asked, play: int, seats: Seats) -> Needed:
    return Needed(
        play=play,
        people=asked.people,
        watching=seats.watching,
        waiting=asked.waiting,
    )


def _given(
    script: Script, cast: Cast, asked: Asked, sized: tuple[Seats, Needed], name: str
) -> Given:
    seats, needed = sized
    journey = script.journey
    stages = stage_guides(script, cast, asked.pace)
    pairs = pairs_of(stages, asked.departments)
    return Given(
        name=name or journey.journey,
        also=_also(asked),
        title=journey.title,
        company=journey.company.name,
        seats=seats,
        timing=timing_for(asked.minutes, needed, _quicker(script, cast, needed)),
        pace=asked.pace,
        play=needed.play,
        least=asked.least,
        least_of_words=Ledger().least_of_words,
        stages=stages,
        movers=movers_of(journey.departments, stages, asked.departments),
        pairs=fitting(pairs, asked.people, _MOST_PAIRS),
        tables=apart(pairs)[: asked.people // 2],
        report=tuple(_report(script)),
        is_all_green=all(light_of(each) == "green" for each in script.journey.report),
        predicts=bool(journey.predictions),
        is_ours=script.fitted is not None and bool(script.fitted.company.name),
        asks=journey.debrief.asks,
    )


def _also(asked: Asked) -> str:
    """What makes the same kit again, beside its minutes, people, pace and wait."""
    screens = f" --screens {asked.screens}" if asked.screens is not None else ""
    starts = (
        f" --starts {at_clock(0, asked.starts)}" if asked.starts is not None else ""
    )
    names = shlex.quote(",".join(asked.departments))
    here = f" --departments {names}" if asked.departments else ""
    return f"{screens}{starts}{here}"


def _plan(script: Script, asked: Asked, given: Given) -> SeatingPlan:
    """Where there are too few chairs, for those that are invited first."""
    departments = set(asked.departments or script.journey.departments)
    come = [each for each in given.movers if each.is_here]
    if asked.people < len(come):
        first = {each for pair in given.pairs for each in pair}
        come.sort(key=lambda each: each.department not in first)
    return seating_plan(come, given.seats, len(departments))


def _quicker(script: Script, cast: Cast, needed: Needed) -> int | None:
    """Minutes of the shortest workshop at a brisk pace; None where that is no less."""
    brisk = minutes_of(script, cast, pace="brisk")
    if brisk >= needed.play:
        return None
    return least_minutes(replace(needed, play=brisk))


def _report(script: Script) -> Iterator[str]:
    for line in script.journey.report:
        says = line.says or line.metric.replace("_", " ").capitalize()
        yield f"{says}: {line.reads}, where the target is {line.target}"


def _part(span: Span, given: Given) -> Part:
    on_wall = span.part in STEPS
    return Part(
        id=span.part,
        begins=span.begins,
        lasts=span.lasts,
        in_passing=span.in_passing,
        words=step_words(span.part, given) if on_wall else _WORDS[span.part](given),
    )


def _refuse_unknown(script: Script, departments: Sequence[str]) -> None:
    known = script.journey.departments
    for each in departments:
        if each not in known:
            raise Usage(
                says=f'No department is called "{each}" here.',
                try_=f"one of {', '.join(known)}",
            )
