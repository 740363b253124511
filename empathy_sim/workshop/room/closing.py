"""When a room closes by itself."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from empathy_sim.line.wording import many
from empathy_sim.workshop.room.state import RoomState

_MINUTE_S = 60


class Closing(Struct, frozen=True, kw_only=True):
    """When a room closes by itself, as that stands now."""

    at: str
    """`10:43`, as a clock in the room shows it; in a breath, if it ended now."""
    left_s: int
    """Seconds of playing that are left; they stand in a breath."""
    stands: bool
    """Whether it waits for a breath to be over."""
    later: int
    """Minutes, as a clock shows them, by which breaths have made it later."""

    @property
    def says(self) -> str:
        """It as a sentence without its full stop, for everybody in the room."""
        if self.stands:
            verb = "is" if self.left_s < _MINUTE_S * 3 // 2 else "are"
            return f"The closing waits too: {_minutes(self.left_s)} {verb} left"
        says = f"The room closes at {self.at}, in {_minutes(self.left_s)}"
        return f"{says}: {self.for_breath}" if self.later else says

    @property
    def for_breath(self) -> str:
        """`three minutes later, for the breath`; empty where none made it later."""
        later = many(self.later, "minute")
        return f"{later} later, for the breath" if self.later else ""


def closing_of(state: RoomState, utc: str) -> Closing | None:
    """When a room closes by itself; None where it closes when told to.

    Args:
        state: the room.
        utc: what the wall's clock says now.
    """
    if not state.closes_utc:
        return None
    now, closes = _read(utc), _read(state.closes_utc)
    if state.stands_utc:
        closes += max(dt.timedelta(0), now - _read(state.stands_utc))
    set_to = _read(state.closes_as_set)
    return Closing(
        at=f"{closes.astimezone():%H:%M}",
        left_s=max(0, round((closes - now).total_seconds())),
        stands=state.breathing,
        later=max(0, (_to_minute(closes) - _to_minute(set_to)) // _A_MINUTE),
    )


def is_due(state: RoomState, utc: str) -> bool:
    """Whether a room is to close now by itself: never in a breath."""
    plays = state.phase == "playing" and not state.breathing
    return plays and is_past(state, utc)


def is_past(state: RoomState, utc: str) -> bool:
    """Whether the time at which a room closes by itself was before now."""
    return bool(state.closes_utc) and _read(utc) >= _read(state.closes_utc)


def later_by(closes_utc: str, since_utc: str, until_utc: str) -> str:
    """A time, later by as long as something lasted.

    Args:
        closes_utc: the time; empty for none.
        since_utc: when it began; empty where that is not known.
        until_utc: when it was over; empty as above.
    """
    if not (closes_utc and since_utc and until_utc):
        return closes_utc
    lasted = max(dt.timedelta(0), _read(until_utc) - _read(since_utc))
    return (_read(closes_utc) + lasted).isoformat(timespec="milliseconds")


def _minutes(seconds: int) -> str:
    if seconds < _MINUTE_S:
        return "less than a minute"
    return many(round(seconds / _MINUTE_S), "minute")


def _read(utc: str) -> dt.datetime:
    return dt.datetime.fromisoformat(utc)


def _to_minute(at: dt.datetime) -> dt.datetime:
    return at.replace(second=0, microsecond=0)


_A_MINUTE = dt.timedelta(minutes=1)
