"""What the facilitator's board shows."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from empathy_sim.engine import events as story
from empathy_sim.engine.frame_events import Phase
from empathy_sim.engine.wording import worded
from empathy_sim.journey.units import MINUTE
from empathy_sim.session.session import Session
from empathy_sim.session.standing import standing
from empathy_sim.session.summary import summary_of
from empathy_sim.workshop.room.events import Chair
from empathy_sim.workshop.room.presence import Attendance, Presence
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.running import seconds_left
from empathy_sim.workshop.room.state import RoomPhase, Seat

Mark: TypeAlias = Literal["", "asks", "trouble", "gone", "stuck", "idle"]
"""What the facilitator should look at first, the most pressing first."""

IDLE_MS = 90_000
"""How long nobody does anything, where the story waits for it, before that is idle."""
STUCK_MS = 6 * MINUTE
"""How long one stage is lived before that is being stuck, where most are further on."""
_OVER: frozenset[Phase] = frozenset(
    {"ending", "afterwards", "resting", "debriefing", "closed"}
)


class BoardRow(Struct, frozen=True, kw_only=True):
    """One seat, as the board shows it; nothing of what anybody feels or wrote."""

    seat: str
    number: int
    label: str
    chair: Chair
    here: bool
    where: str
    """The stage, or what the seat does outside the story."""
    doing: str
    """`on hold with Hearth & Vale, Tuesday 10:41`; empty outside the story."""
    stage_number: int
    """From 1; 0 before the story."""
    in_stage_ms: int
    """Felt milliseconds since the stage was entered."""
    felt_ms: int
    waits: bool
    """Whether the story makes them wait."""
    over: bool
    idle_ms: int
    """Milliseconds since somebody did something there."""
    mark: Mark
    asked: str | None
    """What was told quietly; None for nothing."""
    observers: tuple[str, ...] = ()
    """Who watches them."""


class Board(Struct, frozen=True, kw_only=True):
    """The whole board at one instant."""

    title: str
    phase: RoomPhase
    breathing: bool
    at_ms: int
    began_ms: int
    rows: tuple[BoardRow, ...]
    here: int
    playing: int
    """How many are in the story."""
    over: int
    """How many have come through it."""
    closes_in_s: int | None
    """Seconds until the room closes by itself."""
    pace: str
    revealed: tuple[str, ...]


def board_of(room: Room, attendance: Attendance) -> Board:
    """The board as it stands now."""
    state = room.state
    rows = tuple(_row(room, attendance, each) for each in state.seats.values())
    furthest = sorted(row.stage_number for row in rows if row.chair == "customer")
    middle = furthest[len(furthest) // 2] if furthest else 0
    marked = tuple(_marked(row, middle, attendance.of(row.seat)) for row in rows)
    return Board(
        title=state.opened.title,
        phase=state.phase,
        breathing=state.breathing,
        at_ms=room.at_ms(),
        began_ms=state.began_ms,
        rows=marked,
        here=attendance.here,
        playing=sum(row.stage_number > 0 and not row.over for row in rows),
        over=sum(row.over for row in rows),
        closes_in_s=seconds_left(room),
        pace=state.pace,
        revealed=state.revealed,
    )


def _row(room: Room, attendance: Attendance, seat: Seat) -> BoardRow:
    known = attendance.of(seat.id)
    session = room.session_of(seat.id) if seat.session else None
    where, doing, number, in_stage = _standing(room, seat, session)
    scene_waits = session is not None and session.state.wait is not None
    return BoardRow(
        seat=seat.id,
        number=seat.number,
        label=seat.label,
        chair=seat.chair,
        here=known.here,
        where=where,
        doing=doing,
        stage_number=number,
        in_stage_ms=in_stage,
        felt_ms=session.state.felt_ms if session else 0,
        waits=scene_waits,
        over=session is not None and session.state.phase in _OVER,
        idle_ms=max(0, room.at_ms() - known.moved_ms) if known.moved_ms >= 0 else 0,
        mark="",
        asked=seat.asked,
        observers=tuple(each.label for each in room.state.observers_of(seat.id)),
    )


def _standing(
    room: Room, seat: Seat, session: Session | None
) -> tuple[str, str, int, int]:
    """The stage, what is done there, its number, and felt milliseconds in it."""
    if session is None:
        return _without_session(room, seat), "", 0, 0
    state = session.state
    summary = summary_of(state)
    if state.phase != "playing":
        return standing(state.phase, summary), "", _stages(session), 0
    title = worded(state.script_stage.title, state)
    entered = next(
        (each for each in reversed(session.log) if type(each) is story.StageEntered),
        None,
    )
    since = session.instant().felt_ms - entered.felt_ms if entered else 0
    return title, standing(state.phase, summary), _stages(session), since


def _without_session(room: Room, seat: Seat) -> str:
    if seat.chair == "observer":
        watched = room.state.seats.get(seat.about)
        return f"observes {watched.label}" if watched else "chooses whom to observe"
    return "in the lobby" if room.state.phase == "lobby" else "has not begun"


def _stages(session: Session) -> int:
    """How many different stages were entered."""
    stages = {each.stage for each in session.log if type(each) is story.StageEntered}
    return len(stages)


def _marked(row: BoardRow, middle: int, known: Presence) -> BoardRow:
    return replace(row, mark=_mark(row, middle, known))


def _mark(row: BoardRow, middle: int, known: Presence) -> Mark:
    plays = row.chair == "customer" and not row.over
    lags = row.in_stage_ms > STUCK_MS and row.stage_number < middle
    stands = row.idle_ms > IDLE_MS and not row.waits and row.stage_number > 0
    found: tuple[tuple[Mark, bool], ...] = (
        ("asks", row.asked is not None),
        ("trouble", bool(known.trouble)),
        ("gone", plays and not row.here and known.since_ms >= 0),
        ("stuck", plays and lags),
        ("idle", plays and stands),
    )
    return next((mark for mark, is_so in found if is_so), "")
