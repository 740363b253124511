"""What of a script's aims a move has reached."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from empathy_sim.engine import events as e
from empathy_sim.engine.conditions import holds
from empathy_sim.engine.state import State
from empathy_sim.rehearsal.aims import Aims, SideAim


class Place(NamedTuple):
    """A touchpoint was come to."""

    place: str


class Taken(NamedTuple):
    """An option was taken."""

    place: str
    turn: str
    option: str


class Left(NamedTuple):
    """A touchpoint was left by an exit."""

    place: str
    exit: str


class Side(NamedTuple):
    """A condition was so, or was not."""

    number: int
    """In the order of the aims."""
    so: bool


Reached = Place | Taken | Left | Side
Found = Callable[[Reached], object]
_TELLING: frozenset[type] = frozenset(
    {e.OptionChosen, e.StageEntered, e.TouchpointEntered, e.TouchpointLeft}
)
_STEPS = frozenset({"replies", "opened", "arrived"})
"""Steps by which something is reached that no other event tells."""


class _Sides(NamedTuple):
    """A condition to look at, and what it is to find it so or not."""

    side: SideAim
    so: Side
    not_so: Side


class Sighting:
    """Looks at moves, and tells what each of them reached."""

    def __init__(self, aims: Aims) -> None:
        self._sides: dict[tuple[str, str], tuple[_Sides, ...]] = {}
        for number, side in enumerate(aims.sides):
            if not side.settled:
                both = _Sides(side, Side(number, so=True), Side(number, so=False))
                where = _where(side.place)
                self._sides[where] = (*self._sides.get(where, ()), both)

    def look(
        self, before: State, events: tuple[e.Event, ...], after: State, found: Found
    ) -> None:
        """Tell everything that a move has reached.

        Args:
            before: the state before the move.
            events: what happened.
            after: the state after it.
            found: is told each thing; one thing may be told several times.
        """
        for event in events:
            if type(event) in _TELLING or (
                type(event) is e.StepTaken and event.step in _STEPS
            ):
                self._told(before, events, found)
                break
        if after.touchpoint:
            self.stand(before, after, found)

    def _told(self, before: State, events: tuple[e.Event, ...], found: Found) -> None:
        stage, place = before.stage, before.path
        for event in events:
            if type(event) is e.StepTaken:
                self._stepped(place, event, found)
            elif type(event) is e.OptionChosen:
                turn = str(getattr(before.progress, "turn", ""))
                found(Taken(place, turn, event.option))
            elif type(event) is e.StageEntered:
                stage = event.stage
            elif type(event) is e.TouchpointEntered:
                place = f"{stage}/{event.touchpoint}"
                found(Place(place))
            elif type(event) is e.TouchpointLeft:
                found(Left(place, event.exit))
                if event.exit == "passed":
                    self._passed(place, before, events, found)

    def _stepped(self, place: str, event: e.StepTaken, found: Found) -> None:
        match event.step, event.facts:
            case "replies", {"intent": str(name)}:
                found(Taken(place, "", f"hears.{name}"))
            case "opened", {"typed": True, "of": str(name)}:
                found(Taken(place, "", f"finds.{name}"))
            case "arrived", facts:
                self._arrived(place, facts, found)
            case _:
                pass

    def stand(self, before: State | None, state: State, found: Found) -> None:
        """Tell which sides of conditions are met where one stands.

        Args:
            before: the state before; None at the beginning.
            state: where one stands, at a touchpoint.
            found: is told each side.
        """
        sides = self._sides.get((state.stage, state.touchpoint))
        if sides is None:
            return
        entered = before is None or before.visits is not state.visits
        for side, so, not_so in sides:
            if _is_asked(side, state, entered=entered):
                found(so if holds(side.condition, state) else not_so)

    def _arrived(self, place: str, facts: Mapping[str, Any], found: Found) -> None:
        for side, so, _ in self._sides.get(_where(place), ()):
            if side.asked == "arriving" and side.arrival == facts.get("arrival"):
                found(so)

    def _passed(
        self, place: str, before: State, events: tuple[e.Event, ...], found: Found
    ) -> None:
        """What had not come when all the days were over was not to come."""
        came = {mail.arrival for mail in before.progress.inbox.mails}
        for event in events:
            match event:
                case e.StepTaken(step="arrived", facts=facts):
                    came.add(facts.get("arrival"))
                case _:
                    pass
        for side, _, not_so in self._sides.get(_where(place), ()):
            if side.asked == "arriving" and side.arrival not in came:
                found(not_so)


def _where(place: str) -> tuple[str, str]:
    """The stage and the touchpoint of a place."""
    stage, _, touchpoint = place.partition("/")
    return stage, touchpoint


def _is_asked(side: SideAim, state: State, *, entered: bool) -> bool:
    match side.asked:
        case "entering":
            return entered
        case "turn":
            return getattr(state.progress, "turn", "") == side.turn
        case "arriving":
            return False
        case "anytime":
            return True
