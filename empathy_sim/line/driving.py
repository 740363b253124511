"""A play driven by whoever types."""

from __future__ import annotations

from typing import TypeVar

from empathy_sim.line.hands import Hands
from empathy_sim.line.listening import Listening, Listens, Work

T = TypeVar("T")


def drive(play: Listens[T], hands: Hands) -> T:
    """Drive a play to its end, in this very thread.

    Raises:
        EndOfLines: nothing more will be typed, and the play minds.
    """
    try:
        waits_for = next(play)
        while True:
            try:
                typed = _one_of(waits_for, hands)
            except BaseException as ended:  # noqa: BLE001 - the play knows what to do
                waits_for = play.throw(ended)
            else:
                waits_for = play.send(typed)
    except StopIteration as over:
        found: T = over.value
        return found


def _one_of(waits_for: Listening | Work[object], hands: Hands) -> str | None:
    match waits_for:
        case Work():
            waits_for.do()
            return None
        case Listening(asked=asked, waits=waits, within_ms=within):
            return hands.line(asked=asked, waits=waits, within_ms=within)
