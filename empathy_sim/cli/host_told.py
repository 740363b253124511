"""What is printed where a workshop is started."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Mapping, Sequence

import segno

from empathy_sim.debrief.phrases import many
from empathy_sim.text.sinks import for_terminal
from empathy_sim.workshop.desk import Linked
from empathy_sim.workshop.fitted import fitted_in_words
from empathy_sim.workshop.server.hosting import Hosting

_PATHS: Mapping[Linked, str] = {
    "join": "/j/",
    "facilitator": "/f/",
    "wall": "/w/",
    "poll": "/poll/",
}


def told(hosting: Hosting) -> Iterator[str]:
    """The picture for the wall, and how somebody comes in without it."""
    address, keys = hosting.address.shown, hosting.keys
    yield ""
    yield f"  {hosting.room.state.opened.title}: the room is open."
    yield ""
    yield picture(link_to(hosting, "join"))
    yield f"  Come in:       {address}   code {spaced(keys.code)}"
    yield for_terminal(f"  {_fitted(hosting)}")
    room = hosting.room
    if closes := closing_in_words(room.state.closes_utc, room.utc()):
        yield f"  Closes:        {closes}."
    if hosting.practice is not None:
        robots = many(len(hosting.practice.seats), "robot")
        verb = "sits" if len(hosting.practice.seats) == 1 else "sit"
        yield f"  For practice:  {robots} {verb} here, also when it is opened again."
    yield ""


def closing_in_words(closes_utc: str, utc: str) -> str:
    """When a room closes by itself: `at 10:40`; empty where it does not.

    Args:
        closes_utc: when; a time that is past today is tomorrow's.
        utc: what the wall's clock says now.
    """
    if not closes_utc:
        return ""
    then = dt.datetime.fromisoformat(closes_utc).astimezone()
    now = dt.datetime.fromisoformat(utc).astimezone()
    if then <= now or then.date() == now.date():
        return f"at {then:%H:%M}"
    return f"tomorrow at {then:%H:%M}: today that time is past"


def _fitted(hosting: Hosting) -> str:
    script = hosting.room.script
    if fitted := fitted_in_words(script):
        return f"Fitted to you: {fitted}."
    journey = script.journey.journey
    return f"Played as it was written; empathy-sim fit {journey} makes it yours."


def links(hosting: Hosting, again: str, *, by_board: bool) -> Iterator[str]:
    """The facilitator's own links; nobody else may have them.

    Args:
        hosting: the room, served.
        again: the command that goes on with it.
        by_board: whether the board is in this terminal.
    """
    key = "Ctrl+Q" if by_board else "Ctrl+C"
    yield f"  Your board:    {link_to(hosting, 'facilitator')}"
    yield f"  The wall:      {link_to(hosting, 'wall')}"
    yield f"  The frontline: {link_to(hosting, 'poll')}"
    yield ""
    yield "  The board's link is yours alone: whoever has it runs the room."
    yield f"  {key} stops. This goes on with the same links:"
    yield for_terminal(f"    {again}")
    yield ""


def private_links(each: Sequence[tuple[str, str]], saved: str) -> Iterator[str]:
    """Who plays by which link; a link is shown this once."""
    yield "  A private link for each. Whoever opens it sits there:"
    for label, link in each:
        yield for_terminal(f"    {label}  {link}")
    yield for_terminal(f"  They are saved for you alone: {saved}")
    yield ""


def link_to(hosting: Hosting, purpose: Linked) -> str:
    """The link for a purpose, as it is now."""
    return f"{hosting.address.shown}{_PATHS[purpose]}{hosting.keys.of(purpose)}"


def spaced(code: str) -> str:
    """A code as it is read out: two groups."""
    half = len(code) // 2
    return f"{code[:half]} {code[half:]}"


def picture(link: str) -> str:
    """A link as a QR code of half blocks, for a terminal."""
    drawn = io.StringIO()
    segno.make(link, error="m").terminal(drawn, border=2, compact=True)
    *rows, last = drawn.getvalue().rstrip("\n").split("\n")
    # Half a row of the white edge would have a black one below it.
    return "\n".join((*rows, last.replace("▀", "█")))
