"""What people tell: quietly, by ticks, on forms."""

from __future__ import annotations

from empathy_sim.engine import events as story
from empathy_sim.errors import RoomRefused
from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.room import WORDS_AT_MOST, Room

REASONS = 5
_REASON_AT_MOST = 80


def ask_quietly(room: Room, seat: str, words: str) -> None:
    """Tell the facilitator something that nobody else sees."""
    room.seat(seat)
    room.keep(e.Asked(room.at_ms(), seat, words.strip()[:WORDS_AT_MOST]))


def answer(room: Room, seat: str) -> None:
    """The facilitator has seen what a seat told."""
    room.seat(seat)
    room.keep(e.Answered(room.at_ms(), seat))


def tick(room: Room, ticked: e.Ticked) -> None:
    """Let the room see what one ticked; only what the log really holds.

    Raises:
        RoomRefused: the seat has no journey to show anything of.
    """
    if not room.has_session(ticked.seat):
        raise RoomRefused(says="There is nothing to show yet.")
    log = room.session_of(ticked.seat).log
    ahas = tuple(each for each in ticked.ahas if _is_marked(log, each, aha=True))
    words = tuple(each for each in ticked.words if _is_marked(log, each, aha=False))
    room.keep(
        e.Ticked(
            room.at_ms(),
            ticked.seat,
            curve=ticked.curve,
            word=ticked.word,
            ahas=ahas,
            words=words,
            commitment=ticked.commitment,
            named=ticked.named,
            label=room.seat(ticked.seat).label if ticked.named else "",
        )
    )


def _is_marked(log: list[story.Event], seq: int, *, aha: bool) -> bool:
    if not 1 <= seq <= len(log):
        return False
    match log[seq - 1]:
        case story.ReactionRecorded(aha=marked, words=words):
            return marked == aha and bool(words)
        case _:
            return False


def observe(room: Room, seat: str, noted: e.Noted, words: str = "") -> None:
    """Note something about the seat that an observer watches, at this instant.

    Raises:
        RoomRefused: it is no observer's seat, or nothing is being played there.
    """
    found = room.seat(seat)
    if found.chair != "observer" or not found.about:
        raise RoomRefused(says="Choose first whom you observe.")
    if not room.has_session(found.about):
        raise RoomRefused(says="Their journey has not begun yet.")
    session = room.session_of(found.about)
    room.keep(
        e.Observed(
            room.at_ms(),
            seat,
            found.about,
            noted,
            len(session.log),
            session.instant().story_ms,
            words.strip()[:WORDS_AT_MOST],
        )
    )


def guess(room: Room, seat: str, reasons: list[str]) -> None:
    """Keep somebody's guess of why customers call, the most frequent first.

    Raises:
        RoomRefused: nothing was written, or the frontline's answers stand on the wall.
    """
    room.seat(seat)
    if "expected" in room.state.revealed:
        raise RoomRefused(says="What the frontline says stands on the wall already.")
    room.keep(e.Guessed(room.at_ms(), seat, listed(reasons)))


def poll(room: Room, reasons: list[str], source: str, browser: str = "") -> None:
    """Keep what somebody of the frontline says; nobody knows who it was.

    Args:
        room: the room.
        reasons: the most frequent first.
        source: `link` or `file`.
        browser: a hash of what the browser holds that sent it. What it sent before
            counts no more.

    Raises:
        RoomRefused: nothing was written.
    """
    from_file = source == "file"
    room.keep(
        e.Polled(
            room.at_ms(),
            "file" if from_file else "link",
            listed(reasons),
            browser=browser,
        )
    )


def listed(reasons: list[str]) -> str:
    """Reasons as they are kept, one a line.

    Raises:
        RoomRefused: nothing was written.
    """
    tidy = [" ".join(each.split())[:_REASON_AT_MOST] for each in reasons]
    listed = "\n".join([each for each in tidy if each][:REASONS])
    if not listed:
        raise RoomRefused(says="Write at least one reason.")
    return listed


def reveal(room: Room, step: str, wall: str = "") -> None:
    """Put a step of the group's debrief on the wall.

    Args:
        room: the room.
        step: which step.
        wall: all that stands on the wall with it, as JSON.

    Raises:
        RoomRefused: people still play.
    """
    if room.state.phase not in {"closed", "ended"}:
        raise RoomRefused(
            says="The wall stays empty while people play. Close the room first."
        )
    room.keep(e.Revealed(room.at_ms(), step, wall))


def follow_up(room: Room, told: e.FollowedUp) -> None:
    """Keep what became of a commitment."""
    room.seat(told.seat)
    room.keep(
        e.FollowedUp(
            room.at_ms(), told.seat, told.days, told.done, told.words[:WORDS_AT_MOST]
        )
    )
