"""What of a script's aims a move has reached."""

from __future__ import annotations

from collections import defaultdict
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
_NONE: tuple[tuple[int, SideAim], ...] = ()
_TELLING: frozenset[type] = frozenset(
    {
        e.OptionChosen,
        e.StageEntered,
        e.StepTaken,
        e.TouchpointEntered,
        e.TouchpointLeft,
    }
)


class Sighting:
    """Looks at moves, and tells what each of them reached."""

    def __init__(self, aims: Aims) -> None:
        self._sides: dict[str, tuple[tuple[int, SideAim], ...]] = defaultdict(tuple)
        for number, side in enumerate(aims.sides):
            if not side.settled:
                self._sides[side.place] += ((number, side),)

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
        stage, place = before.stage, before.path
        for event in events:
            if type(event) not in _TELLING:
                continue
            match event:
                case e.StageEntered(stage=name):
                    stage = name
                case e.TouchpointEntered(touchpoint=name):
                    place = f"{stage}/{name}"
                    found(Place(place))
                case e.TouchpointLeft(exit=exit_):
                    found(Left(place, exit_))
                    if exit_ == "passed":
                        self._passed(place, before, events, found)
                case _:
                    self._chosen(place, before, event, found)
        if after.touchpoint and not after.is_over:
            self.stand(before, after, found)

    def _chosen(self, place: str, before: State, event: e.Event, found: Found) -> None:
        match event:
            case e.OptionChosen(option=option):
                turn = str(getattr(before.progress, "turn", ""))
                found(Taken(place, turn, option))
            case e.StepTaken(step="replies", facts={"intent": str(name)}):
                found(Taken(place, "", f"hears.{name}"))
            case e.StepTaken(step="opened", facts={"typed": True, "of": str(name)}):
                found(Taken(place, "", f"finds.{name}"))
            case e.StepTaken(step="arrived", facts=facts):
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
        sides = self._sides.get(state.path, _NONE)
        entered = before is None or before.visits is not state.visits
        for number, side in sides:
            if _is_asked(side, state, entered=entered):
                found(Side(number, holds(side.condition, state)))

    def _arrived(self, place: str, facts: Mapping[str, Any], found: Found) -> None:
        for number, side in self._sides.get(place, _NONE):
            if side.asked == "arriving" and side.arrival == facts.get("arrival"):
                found(Side(number, so=True))

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
        for number, side in self._sides.get(place, _NONE):
            if side.asked == "arriving" and side.arrival not in came:
                found(Side(number, so=False))


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
