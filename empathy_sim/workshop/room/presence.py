"""Who is there, and since when nobody moved."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct
from msgspec.structs import replace

from empathy_sim.workshop.room.room import Room


class Presence(Struct, frozen=True):
    """What is known of a seat only as long as the program runs."""

    here: bool = False
    """Whether its browser is heard from."""
    since_ms: int = -1
    """Since when that is so, in what the room has lived without its breaths."""
    moved_ms: int = -1
    """When somebody last did something there; -1 for never, as above."""
    trouble: str = ""
    """What was wrong with its screen; empty where nothing is."""


class Attendance:
    """Who is there in a room; kept nowhere."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._known: dict[str, Presence] = {}
        self._pages: Counter[str] = Counter()

    def of(self, seat: str) -> Presence:
        """What is known of a seat; nobody is there who was never heard from."""
        return self._known.get(seat, Presence())

    @property
    def here(self) -> int:
        """How many are there."""
        return sum(each.here for each in self._known.values())

    def heard(self, seat: str) -> None:
        """A seat's browser gave a sign of life."""
        self._room.clock_of(seat).heard()
        if not self.of(seat).here:
            self._put(seat, here=True)

    def gone(self, seat: str) -> None:
        """A seat's browser is closed."""
        self._room.clock_of(seat).gone()
        if self.of(seat).here:
            self._put(seat, here=False)

    def opened(self, seat: str) -> None:
        """A page of a seat is heard from: the lobby, or a form."""
        self._pages[seat] += 1

    def shut(self, seat: str) -> None:
        """A page of a seat is shut, or not heard from any more."""
        self._pages[seat] -= 1

    def has_page(self, seat: str) -> bool:
        """Whether a page of a seat is heard from; of a story's screen it says nothing."""
        return self._pages[seat] > 0

    def moved(self, seat: str) -> None:
        """Somebody did something on a seat."""
        known, now = self.of(seat), self._room.lived_ms()
        self._known[seat] = Presence(known.here, known.since_ms, now)

    def typed(self, seat: str) -> None:
        """Keys came from a seat, or the mouse: somebody is at it."""
        moved_ms = self._room.lived_ms()
        self._known[seat] = replace(self.of(seat), moved_ms=moved_ms)

    def troubled(self, seat: str, what: str) -> None:
        """A seat's screen fails again and again."""
        known = self.of(seat)
        self._known[seat] = Presence(
            known.here, known.since_ms, known.moved_ms, trouble=what
        )

    def forget(self, seat: str) -> None:
        """Know nothing more of a seat."""
        self._known.pop(seat, None)

    def look(self) -> None:
        """Notice who is not heard from any more; meant for once a second."""
        for seat, known in tuple(self._known.items()):
            if known.here and not self._room.clock_of(seat).was_heard:
                self._put(seat, here=False)

    def _put(self, seat: str, *, here: bool) -> None:
        known, now = self.of(seat), self._room.lived_ms()
        moved = max(known.moved_ms, now) if here else known.moved_ms
        self._known[seat] = Presence(here, now, moved)
