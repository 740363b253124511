"""What is asked before somebody sits down."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web
from multidict import MultiMapping

from empathy_sim.workshop.room.events import Chair
from empathy_sim.workshop.room.state import RoomState, Seat
from empathy_sim.workshop.server.hosting import Hosting
from empathy_sim.workshop.server.pages import page

_REFUSED = 409
_MORE_THAN_LEAST = 2
"""How many more than the fewest an example counts, so that it is no edge."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The form as it was sent, or empty."""

    label: str = ""
    chair: Chair = "customer"
    about: str = ""
    """The seat that is watched; empty for nobody yet."""

    @classmethod
    def of(cls, sent: MultiMapping[object]) -> Filled:
        """What stood in the fields; of whoever plays, nobody is watched."""
        label = str(sent.get("label", ""))
        if sent.get("chair") != "observer":
            return cls(label)
        return cls(label, "observer", str(sent.get("about", "")))

    def lacks(self, state: RoomState) -> str:
        """What is not chosen and has to be, in a sentence; empty for nothing."""
        if state.opened.labels and not self.label:
            return "Choose your name from the list."
        if self.chair == "observer" and not self.about and any(_watchable(state)):
            return "Choose whom you watch."
        return ""


def seat_form(hosting: Hosting, filled: Filled, says: str = "") -> web.Response:
    """The page with the form, as it is filled in, and with what is the matter."""
    state = hosting.room.state
    opened = state.opened
    taken = {each.label for each in state.seats.values()}
    alone, beside = _watchable(state)
    counted = opened.smallest + _MORE_THAN_LEAST
    return page(
        "join.html.jinja",
        status=_REFUSED if says else 200,
        title=opened.title,
        filled=filled,
        labels=[each for each in opened.labels if each not in taken],
        listed=bool(opened.labels),
        watchable={
            "Nobody watches them yet": alone,
            "Somebody watches them already": beside,
        },
        smallest=opened.smallest,
        smallest_words=opened.smallest_words,
        counted=counted,
        of=counted + opened.smallest,
        waiting_min=opened.waiting_ms // 60_000,
        says=says,
    )


def _watchable(state: RoomState) -> tuple[tuple[Seat, ...], tuple[Seat, ...]]:
    """Who plays and has nobody beside them, and, in the lobby, who has."""
    alone = tuple(each for each in state.customers if not state.observers_of(each.id))
    if state.phase != "lobby":
        return alone, ()
    return alone, tuple(each for each in state.customers if each not in alone)
