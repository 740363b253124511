"""What comes while one waits for one's turn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from empathy_sim.engine.queueing import Hours, Queueing
from empathy_sim.engine.timing import Beat
from empathy_sim.engine.view import View
from empathy_sim.journey.touchpoints.counter import Counter, Meanwhile, Ticket, Window
from empathy_sim.journey.units import SECOND

VIEW = View[Counter, Queueing]
_HIGHER = 7
"""By how much a number is higher that is drawn once more."""
_READING = 8 * SECOND


class Coming(NamedTuple):
    """Something that falls due; the earlier, the smaller."""

    at: int
    """Story milliseconds."""
    order: int
    """Which comes first of those at one instant."""
    name: str
    number: int = 0
    """Which of the calls or updates."""

    @property
    def called(self) -> str:
        """By what it is remembered that it has happened."""
        return f"{self.name}{self.number}"


def coming(view: VIEW) -> list[Coming]:
    """What is still to come by itself, in order; nothing while one decides."""
    progress = view.progress
    found: list[Coming] = []
    if is_deciding(view):
        return found
    if progress.doing == "called":
        found.append(Coming(progress.deadline, 9, "lost"))
    elif progress.doing == "waiting":
        turn_at = turn_of(progress)
        found += (
            each
            for each in _stretch(view)
            if each.at <= turn_at and each.called not in progress.over
        )
        found.append(Coming(turn_at, 5, "turn"))
    if progress.away is not None:
        found.append(Coming(progress.away.until, 0, "back"))
    return sorted(found)


def is_deciding(view: VIEW) -> bool:
    """Whether something can be done instead of waiting, and it is not decided what.

    Time stands still for that: what is to come cannot come while one reads of it.
    """
    progress = view.progress
    waits = progress.doing == "waiting" and progress.away is None
    return waits and not progress.stayed and bool(to_do(view) or others(view))


def to_do(view: VIEW) -> tuple[Meanwhile, ...]:
    """What can still be done meanwhile."""
    done = view.progress.done
    return tuple(
        each for each in view.open(view.noun.meanwhile) if each.name not in done
    )


def others(view: VIEW, *, told: bool = False) -> tuple[Ticket, ...]:
    """The tickets that can be drawn instead, once somebody has said so."""
    progress = view.progress
    if not (told or progress.told):
        return ()
    drawn = progress.drawn
    return tuple(
        each for each in view.open(view.noun.tickets) if each.name not in drawn
    )


def next_stop(view: VIEW) -> int:
    """The story instant up to which one stretch of waiting goes."""
    return next(each.at for each in coming(view) if _stops(view, each))


def _stops(view: VIEW, due: Coming) -> bool:
    match due.name:
        case "turn" | "back":
            return True
        case "update" | "tells" if view.progress.away is None:
            told = due.name == "tells"
            return bool(to_do(view) or others(view, told=told))
        case _:
            return False


def turn_of(progress: Queueing) -> int:
    """The story instant at which the turn comes."""
    if progress.turn_at is not None:
        return progress.turn_at
    return progress.since + progress.length


def ticket_of(view: VIEW) -> Ticket:
    """The ticket that is held."""
    return ticket_called(view, view.progress.ticket)


def ticket_called(view: VIEW, name: str) -> Ticket:
    """A ticket, by its id."""
    return next(each for each in view.noun.tickets if each.name == name)


def number_of(view: VIEW, ticket: Ticket) -> str:
    """The number that the machine would give now."""
    drawn = view.progress.drawn.count(ticket.name)
    again = view.state.visits[view.state.path] - 1
    number = ticket.number + _HIGHER * drawn + 3 * _HIGHER * again
    return f"{view.words(ticket.letter)} {number}"


def number_before(number: str, ahead: int) -> str:
    """The number of the same letter that is so many before another."""
    letter, _, own = number.rpartition(" ")
    return f"{letter} {max(0, int(own) - ahead)}"


def hours_of(view: VIEW, window: Window) -> Hours:
    """A window of the day on which the wait began."""
    midnight = view.state.calendar.midnight(view.progress.since or view.story_ms)
    return Hours(midnight + window.opens, midnight + window.closes)


def beats_of(view: VIEW, length: int) -> tuple[Beat, ...]:
    """The moments of a stretch of waiting, from now on, that should be lived."""
    now = view.story_ms
    those = (each for each in coming(view) if each.name != "own")
    return tuple(
        Beat(each.at - now, _READING) for each in those if 0 < each.at - now < length
    )


def _stretch(view: VIEW) -> Iterator[Coming]:
    """Everything that was to happen in the stretch under way."""
    progress = view.progress
    if view.noun.visit is not None:
        yield from _at_home(view)
    elif not progress.shut:
        yield from _in_the_hall(view)


def _in_the_hall(view: VIEW) -> Iterator[Coming]:
    progress, ticket = view.progress, ticket_of(view)
    for number in range(progress.before):
        share = progress.length * (number + 1) // (progress.before + 1)
        yield Coming(progress.since + share, 2, "own", number)
    if progress.filled:
        return
    for number, called in enumerate(ticket.calls):
        yield Coming(progress.since + called.at.of(ticket.lasts), 1, "call", number)
    if ticket.tells is not None:
        yield Coming(progress.since + ticket.tells.at.of(ticket.lasts), 3, "tells")


def _at_home(view: VIEW) -> Iterator[Coming]:
    progress, visit = view.progress, view.noun.visit
    assert visit is not None
    for number, update in enumerate(visit.updates):
        yield Coming(progress.since + update.at.of(visit.lasts), 2, "update", number)
    yield Coming(max(progress.since, progress.hours.closes), 4, "closes")
