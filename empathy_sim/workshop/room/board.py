"""What the facilitator's board shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from empathy_sim.engine import events as story
from empathy_sim.engine.frame_events import Phase
from empathy_sim.engine.moves import Pace
from empathy_sim.engine.wording import worded
from empathy_sim.journey.units import MINUTE
from empathy_sim.session.session import Session
from empathy_sim.session.summary import summary_of
from empathy_sim.workshop.room.closing import Closing
from empathy_sim.workshop.room.events import Chair
from empathy_sim.workshop.room.pacing import answer_of
from empathy_sim.workshop.room.presence import Attendance, Presence
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.running import closing
from empathy_sim.workshop.room.state import RoomPhase, Seat
from empathy_sim.workshop.room.waiting_room import waits

if TYPE_CHECKING:
    from empathy_sim.engine.state import State

Mark: TypeAlias = Literal["", "asks", "trouble", "gone", "stuck", "idle"]
"""What the facilitator should look at first, the most pressing first."""

IDLE_MS = 90_000
"""How long nobody does anything, where the story waits for it, before that is idle."""
LATE_MS = 5 * MINUTE
"""How long contract, report, customer and guesses take at the most."""
STUCK_MS = 6 * MINUTE
"""How long one stage is lived before that is being stuck, where most are further on."""
_OVER: frozenset[Phase] = frozenset(
    {"ending", "afterwards", "resting", "debriefing", "closed"}
)
_BEFORE: frozenset[Phase] = frozenset({"contract", "report", "card", "predicting"})
_OUTSIDE: Mapping[str, str] = {
    "contract": "reads the contract",
    "report": "reads the company's month",
    "card": "reads who they are",
    "predicting": "guesses how it will go",
    "ending": "at the ending",
    "afterwards": "marks how it was",
    "resting": "rests",
    "debriefing": "in their own debrief",
    "closed": "through the debrief",
}
"""What a seat does outside the story, in its words on the board."""


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
    """`on hold, Tuesday 10:41`; empty outside the story."""
    stage_number: int
    """From 1; 0 before the story."""
    in_stage_ms: int
    """Felt milliseconds since the stage was entered; before the story, since all began."""
    felt_ms: int
    waits: bool
    """Whether the story makes them wait."""
    over: bool
    idle_ms: int
    """Milliseconds for which nobody did anything; a breath is none of it, nor a wait
    once that is over."""
    mark: Mark
    asked: str | None
    """What was told quietly; None for nothing."""
    asked_ms: int = -1
    """When it was told."""
    about: str = ""
    """The seat that an observer watches."""
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
    closing: Closing | None = None
    """When the room closes by itself; None where it closes when told to."""
    sittings: int = 0
    """How many have begun."""
    pace: Pace
    unsaved: str = ""
    """Why nothing can be kept now; empty where all is."""
    pace_asked: int = 0
    """How many who play were asked for longer waits, when the pace was set last."""
    pace_agreed: int = 0
    """How many of them said yes; who, nobody learns."""
    revealed: tuple[str, ...]


class _Read(Struct, frozen=True):
    """What is known of a session's log up to a length."""

    length: int = 0
    stages: frozenset[str] = frozenset()
    entered_felt_ms: int = 0
    """When the stage was entered that was entered last."""
    waited_felt_ms: int = 0
    """When the wait was over that was over last."""


class BoardReader:
    """Reads the board again and again; of each log only what is new."""

    def __init__(self, room: Room, attendance: Attendance) -> None:
        """Read nothing yet."""
        self._room, self._attendance = room, attendance
        self._known: dict[str, _Read] = {}

    def board(self) -> Board:
        """The board as it stands now."""
        room, attendance = self._room, self._attendance
        state = room.state
        rows = tuple(self._row(each) for each in state.seats.values())
        furthest = sorted(row.stage_number for row in rows if row.chair == "customer")
        middle = furthest[len(furthest) // 2] if furthest else 0
        marked = tuple(_marked(row, middle, attendance.of(row.seat)) for row in rows)
        answers = [answer_of(room, each) for each in room.in_hand()]
        return Board(
            title=state.opened.title,
            phase=state.phase,
            breathing=state.breathing,
            at_ms=room.at_ms(),
            began_ms=state.began_ms,
            rows=marked,
            here=sum(row.here for row in rows),
            playing=sum(row.stage_number > 0 and not row.over for row in rows),
            over=sum(row.over and row.stage_number > 0 for row in rows),
            closing=closing(room),
            unsaved=room.saving.unsaved,
            sittings=state.sittings,
            pace=state.pace,
            pace_asked=len(answers) - answers.count(""),
            pace_agreed=answers.count("yes"),
            revealed=state.revealed,
        )

    def _row(self, seat: Seat) -> BoardRow:
        room, known = self._room, self._attendance.of(seat.id)
        session = _session_shown(room, seat)
        where, doing, number, in_stage = self._standing(seat, session)
        return BoardRow(
            seat=seat.id,
            number=seat.number,
            label=seat.label,
            chair=seat.chair,
            here=known.here or self._is_at_a_page(seat, session),
            where=where,
            doing=doing,
            stage_number=number,
            in_stage_ms=in_stage,
            felt_ms=session.state.felt_ms if session else 0,
            waits=session is not None and session.state.wait is not None,
            over=session is not None and session.state.phase in _OVER,
            idle_ms=self._idle_ms(session, known),
            mark="",
            asked=seat.asked,
            asked_ms=seat.asked_ms,
            about=seat.about,
            observers=tuple(each.label for each in room.state.observers_of(seat.id)),
        )

    def _idle_ms(self, session: Session | None, known: Presence) -> int:
        if known.moved_ms < 0:
            return 0
        idle = self._room.lived_ms() - known.moved_ms
        if session is not None and session.state.wait is None:
            over = self._read(session).waited_felt_ms
            idle = min(idle, session.instant().felt_ms - over) if over else idle
        return max(0, idle)

    def _is_at_a_page(self, seat: Seat, session: Session | None) -> bool:
        """Whether they need no story's screen now, and have the page that they need."""
        plays = session is not None and session.state.phase != "closed"
        return not plays and self._attendance.has_page(seat.id)

    def _standing(
        self, seat: Seat, session: Session | None
    ) -> tuple[str, str, int, int]:
        """The stage, what is done there, its number, felt milliseconds in it."""
        where = where_of(self._room, seat)
        if session is None:
            return where, "", 0, 0
        state, read = session.state, self._read(session)
        number = len(read.stages)
        if state.phase in _BEFORE:
            seen = self._attendance.of(seat.id).since_ms
            began = self._room.state.began_lived_ms
            since = self._room.lived_ms() - max(seen, began)
            return where, "", number, max(0, since)
        if state.phase != "playing":
            return where, "", number, 0
        since = session.instant().felt_ms - read.entered_felt_ms
        return where, _doing(state), number, since

    def _read(self, session: Session) -> _Read:
        """What a log says of stages; only what came since the last look is read."""
        known = self._known.get(session.name, _Read())
        tail = session.log[known.length :]
        new = [each for each in tail if type(each) is story.StageEntered]
        waited = [each.felt_ms for each in tail if type(each) is story.WaitEnded]
        read = _Read(
            len(session.log),
            known.stages | {each.stage for each in new} if new else known.stages,
            new[-1].felt_ms if new else known.entered_felt_ms,
            waited[-1] if waited else known.waited_felt_ms,
        )
        self._known[session.name] = read
        return read


def board_of(room: Room, attendance: Attendance) -> Board:
    """The board as it stands now, read from the beginning."""
    return BoardReader(room, attendance).board()


def where_of(room: Room, seat: Seat) -> str:
    """The stage that a seat is in, or what it does outside the story."""
    session = _session_shown(room, seat)
    if session is None:
        return _without_session(room, seat)
    state = session.state
    if state.phase == "closed" and not state.stage:
        return "did not begin"
    if state.phase != "playing":
        return _OUTSIDE.get(state.phase, "before the story")
    return worded(state.script_stage.title, state)


def _session_shown(room: Room, seat: Seat) -> Session | None:
    """The journey of a seat; of one who watches now, only until its debrief is over."""
    if not seat.session:
        return None
    session = room.session_of(seat.id)
    is_through = session.state.phase == "closed"
    return None if seat.chair == "observer" and is_through else session


def _doing(state: State) -> str:
    """What they are at, and when in the story; everybody is with the same company."""
    summary = summary_of(state)
    doing, company = str(summary["doing"]), state.script.journey.company.name
    if doing.endswith(company):
        doing = doing.removesuffix(company).rstrip().rpartition(" ")[0]
    return ", ".join(each for each in (doing, str(summary["when"])) if each)


def _without_session(room: Room, seat: Seat) -> str:
    if seat.chair == "observer":
        watched = room.state.seats.get(seat.about)
        return f"observes {watched.label}" if watched else "chooses whom to observe"
    if waits(room, seat):
        return "in the waiting room"
    return "in the lobby" if room.state.phase == "lobby" else "has not begun"


def _marked(row: BoardRow, middle: int, known: Presence) -> BoardRow:
    return replace(row, mark=_mark(row, middle, known))


def _mark(row: BoardRow, middle: int, known: Presence) -> Mark:
    plays = row.chair == "customer" and not row.over
    lags = row.in_stage_ms > STUCK_MS and 0 < row.stage_number < middle
    stands = row.idle_ms > IDLE_MS and not row.waits and row.stage_number > 0
    dawdles = row.stage_number == 0 and row.in_stage_ms > LATE_MS
    found: tuple[tuple[Mark, bool], ...] = (
        ("asks", row.asked is not None),
        ("trouble", bool(known.trouble)),
        ("gone", plays and not row.here and known.since_ms >= 0),
        ("stuck", plays and lags),
        ("idle", plays and (stands or dawdles)),
    )
    return next((mark for mark, is_so in found if is_so), "")
