"""Another pace, while people play."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from empathy_sim.engine import moves as m
from empathy_sim.engine.timing import lives_more
from empathy_sim.errors import RoomRefused
from empathy_sim.journey.units import MINUTE
from empathy_sim.session.session import Session
from empathy_sim.workshop.room.room import Room

Answer: TypeAlias = Literal["", "open", "yes", "no"]
"""Not asked, not answered yet, or how it was answered."""

_MORE: Mapping[m.Pace, str] = {
    "real": "each is lived whole",
    "long": "up to four minutes of each are lived",
    "workshop": "one is lived for three to four minutes, the others for 45 seconds",
    "brisk": "ten seconds of each are lived",
}
_ASKS = "Nothing you have done changes. Is that all right with you?"
_LESS: Mapping[m.Pace, str] = {
    "long": "at most four minutes of each",
    "workshop": "one for three to four minutes, the others for 45 seconds",
    "brisk": "ten seconds of each",
    "instant": "nothing of them",
}


class Pacing(Struct, frozen=True):
    """What one seat's page says of another pace."""

    asking: int
    """Which of the room's changes of pace it is about."""
    says: str
    asks: bool
    """Whether it is a question, to be answered yes or no."""


def settle_paces(room: Room) -> None:
    """Let less be lived wherever the room's pace says so and it is not so yet."""
    wanted, asking = room.state.pace, room.state.pace_asking
    for session in room.in_hand():
        state = session.state
        if not state.is_over and lives_more(state.pace, wanted):
            session.submit(m.SetPace(wanted, asking))


def answer_pace(room: Room, seat: str, asking: int, *, yes: bool) -> None:
    """Let somebody say whether more of their waits may be lived.

    Raises:
        RoomRefused: nothing of the kind is asked of them, or it was about another
            pace.
    """
    pacing = pacing_of(room, seat)
    if pacing is None or not pacing.asks or pacing.asking != asking:
        raise RoomRefused(says="That is not asked any more. Nothing has changed.")
    room.session_of(seat).submit(m.AnswerPace(room.state.pace, asking, yes=yes))


def pacing_of(room: Room, seat: str) -> Pacing | None:
    """What is to be said to a seat of the pace; None where nothing is."""
    asking = room.state.pace_asking
    if not asking or not room.has_session(seat):
        return None
    session = room.session_of(seat)
    if answer_of(room, session) == "open":
        more = _more_ms(room, session)
        says = f"From your next wait on {_MORE[room.state.pace]}: {_in_minutes(more)}. {_ASKS}"
        return Pacing(asking, says, asks=True)
    if _was_lowered(room, session):
        less = _LESS[room.state.pace]
        says = f"From your next wait on less is lived: {less}. You need do nothing."
        return Pacing(asking, says, asks=False)
    return None


def answer_of(room: Room, session: Session) -> Answer:
    """How somebody answered the latest question about the pace."""
    asking, state = room.state.pace_asking, session.state
    if asking and state.pace_agreed == asking:
        return "yes"
    if not lives_more(room.state.pace, state.pace):
        return ""
    if state.pace_asking == asking:
        return "no"
    plays = state.phase == "playing" and room.state.phase == "playing"
    return "open" if plays and _more_ms(room, session) else ""


def _was_lowered(room: Room, session: Session) -> bool:
    """Whether the room's latest change of pace came to somebody who still plays."""
    state = session.state
    came = state.pace_asking == room.state.pace_asking != state.pace_agreed
    return came and state.pace == room.state.pace and state.phase == "playing"


def _more_ms(room: Room, session: Session) -> int:
    return room.ahead.more_ms(session, room.state.pace)


def _in_minutes(milliseconds: int) -> str:
    minutes = round(milliseconds / MINUTE)
    if minutes == 0:
        return "less than a minute more"
    return "about one more minute" if minutes == 1 else f"about {minutes} more minutes"
