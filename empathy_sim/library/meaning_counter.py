"""Whether a counter's tickets and hours fit together."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.journey.touchpoints.counter import Counter, Ticket, Visit
from empathy_sim.journey.units import Moment
from empathy_sim.library.meaning_wrong import Wrong, nearest
from empathy_sim.library.places import Path


def wrong_counter(counter: Counter, at: Path) -> Iterator[Wrong]:
    """Tickets sent to what there is not or in a circle, and what comes too late."""
    known = {each.name: each for each in counter.tickets}
    # With two tickets of one name, nobody can tell to which of them one is sent.
    if len(known) == len(counter.tickets):
        yield from _sent_on(known, at)
    for index, ticket in enumerate(counter.tickets):
        yield from _too_late(ticket, (*at, "tickets", index))
    yield from _same_things(counter, at)
    if counter.visit is not None:
        yield from _late_updates(counter.visit, at)


def _sent_on(known: dict[str, Ticket], at: Path) -> Iterator[Wrong]:
    for index, ticket in enumerate(known.values()):
        where = (*at, "tickets", index, "sends", "to")
        if ticket.sends and ticket.sends.to not in known:
            says = f'"{ticket.sends.to}" is not a ticket of this machine'
            hint = nearest(ticket.sends.to, known, "its tickets:")
            yield Wrong("E315", where, says, hint, name=ticket.sends.to)
        elif ticket.sends and _comes_back(ticket, known):
            says = "one is sent from counter to counter in a circle"
            hint = "let the last ticket have no sends"
            yield Wrong("E326", where, says, hint)


def _comes_back(ticket: Ticket, known: dict[str, Ticket]) -> bool:
    seen = {ticket.name}
    held: Ticket | None = ticket
    while held is not None and held.sends is not None:
        if held.sends.to in seen:
            return True
        seen.add(held.sends.to)
        held = known.get(held.sends.to)
    return False


def _too_late(ticket: Ticket, at: Path) -> Iterator[Wrong]:
    """What is to happen once one's own number has been called."""
    instants: list[tuple[Path, Moment]] = [
        (("calls", index, "at"), each.at) for index, each in enumerate(ticket.calls)
    ]
    if ticket.tells is not None:
        instants.append((("tells", "at"), ticket.tells.at))
    for path, moment in instants:
        if moment.of(ticket.lasts) >= ticket.lasts:
            says = "this comes when the number has been called already"
            hint = "let it come earlier, or let the wait last longer"
            yield Wrong("E333", (*at, *path), says, hint)


def _late_updates(visit: Visit, at: Path) -> Iterator[Wrong]:
    for index, update in enumerate(visit.updates):
        if update.at.of(visit.lasts) >= visit.lasts:
            yield Wrong(
                "E333",
                (*at, "visit", "updates", index, "at"),
                "this is sent when somebody is at the door already",
                "let it be sent earlier, or let the wait last longer",
            )


def _same_things(counter: Counter, at: Path) -> Iterator[Wrong]:
    """Things to do that a ticket's name stands for already."""
    taken = {each.name for each in counter.tickets}
    for index, each in enumerate(counter.meanwhile):
        if each.name in taken:
            says = f'something else here is called "{each.name}" already'
            where = (*at, "meanwhile", index, "says")
            yield Wrong("E330", where, says, "give it an id of its own")
