"""Contacts that should never have been needed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from empathy_sim.debrief.legs import Contact
from empathy_sim.debrief.placed import Log, Placed
from empathy_sim.engine import events as e
from empathy_sim.journey.friction import Driver
from empathy_sim.journey.frictions import FRICTIONS

_SENDS_BACK = frozenset({Driver.REPEAT_CONTACT, Driver.CHANNEL_SWITCHING})
_NOT_THEIRS = frozenset({"call_cut_short"})
"""Frictions by which a contact is lost that the company did not end."""
FAILURES = (e.ContactEnded, e.PromiseMoved, e.PromiseBroken, e.FrictionMet)
"""The kinds of events among which the company's failures are."""


class Needless(NamedTuple):
    """A contact, and the failure that made it necessary."""

    contact: int
    """The number of the event that began it."""
    failure: int
    """The number of the event because of which it was needed."""


def needless_of(
    log: Log, contacts: tuple[Contact, ...], sought: tuple[Contact, ...]
) -> tuple[Needless, ...]:
    """The contacts for help that a failure of the company's came before.

    A contact is needless where, since the one before it began, the company ended
    that one, put off or broke a promise, or did what makes people come back or turn
    to another channel.

    Args:
        log: everything that happened.
        contacts: all contacts, in order.
        sought: those of them in which help was sought.
    """
    failures = tuple(each.seq for each in log.of(*FAILURES) if _is_failure(each))
    return tuple(_needless(failures, contacts, sought))


def _needless(
    failures: tuple[int, ...],
    contacts: tuple[Contact, ...],
    sought: tuple[Contact, ...],
) -> Iterator[Needless]:
    since = 0
    wanted = {each.began_seq for each in sought}
    for contact in contacts:
        began = contact.began_seq
        why = next((seq for seq in failures if since < seq < began), None)
        if began in wanted and why is not None:
            yield Needless(began, why)
        since = began


def _is_failure(each: Placed) -> bool:
    match each.event:
        case e.ContactEnded(by=by):
            return by == "company"
        case e.PromiseMoved(from_ms=was, to_ms=to):
            return to > was
        case e.FrictionMet(code=code):
            known = FRICTIONS.get(code)
            back = known is not None and known.driver in _SENDS_BACK
            return back and code not in _NOT_THEIRS
        case _:
            return True
