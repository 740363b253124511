"""What an observer noted, beside where the player was."""

from __future__ import annotations

from msgspec import Struct

from empathy_sim.debrief.feelings import feeling_in_words
from empathy_sim.engine import events as story
from empathy_sim.journey.calendar import Calendar
from empathy_sim.journey.units import MINUTE
from empathy_sim.workshop.room.events import Noted, Observed
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.state import Seat

NEAR = 3 * MINUTE
"""Story time within which a note and a mark are taken to be of one moment."""


class Note(Struct, frozen=True, kw_only=True):
    """Something that was noted, and where the player was then."""

    about: str
    """The seat of whoever was watched."""
    when: str
    """The story's day and time: `Tuesday 10:41`."""
    stage: str
    """The stage's title; empty before the story."""
    noted: Noted
    words: str
    marked: str
    """What the player marked near it, in words; only if they show their curve."""


def notes_of(room: Room, seat: Seat) -> tuple[Note, ...]:
    """What the observer on a seat has noted so far, in order."""
    return tuple(
        _note(room, each) for each in room.state.observed if each.seat == seat.id
    )


def _note(room: Room, noted: Observed) -> Note:
    watched = room.state.seats.get(noted.about)
    log = room.session_of(noted.about).log if watched and watched.session else []
    shows = watched is not None and watched.ticked is not None and watched.ticked.curve
    calendar = Calendar.of(room.script.journey.begins)
    return Note(
        about=noted.about,
        when=calendar.moment(
            noted.story_ms, dated=calendar.passes_a_week(noted.story_ms)
        ),
        stage=_stage(room, log[: noted.session_seq]),
        noted=noted.noted,
        words=noted.words,
        marked=_marked(log, noted.story_ms) if shows else "",
    )


def _stage(room: Room, log: list[story.Event]) -> str:
    """The title of the stage that was entered last."""
    for event in reversed(log):
        match event:
            case story.StageEntered(stage=stage):
                return room.script.stages[stage].title
            case _:
                pass
    return ""


def _marked(log: list[story.Event], story_ms: int) -> str:
    """The mark that lies nearest, if one lies near."""
    found = [
        (abs(_about(event) - story_ms), event)
        for event in log
        if type(event) is story.ReactionRecorded and event.felt
    ]
    near = [pair for pair in found if pair[0] <= NEAR]
    if not near:
        return ""
    _far, event = min(near, key=lambda pair: pair[0])
    return feeling_in_words(event.pleasant, event.aroused)


def _about(event: story.ReactionRecorded) -> int:
    return event.story_ms if event.about_ms is None else event.about_ms
