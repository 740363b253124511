"""Who plays, and who watches."""

from __future__ import annotations

from msgspec import Struct

from empathy_sim.errors import Usage

LEAST = 2
"""Fewer are no room: one plays alone."""
_WATCH = 4
"""One in so many watches, where there is a screen for everybody."""
_TO_A_SCREEN = 3
"""One plays and at most two watch: a third would see nothing."""


class Seats(Struct, frozen=True, kw_only=True):
    """How a room is divided over its screens."""

    people: int
    playing: int
    watching: int

    @property
    def alone(self) -> int:
        """How many play with nobody beside them."""
        return max(0, self.playing - self.watching)

    @property
    def threes(self) -> int:
        """At how many screens two watch."""
        return max(0, self.watching - self.playing)

    @property
    def pairs(self) -> int:
        """At how many screens one watches."""
        return self.playing - self.alone - self.threes


def seats_for(people: int, screens: int | None, least: int) -> Seats:
    """Divide a room: a quarter watch, and more where screens are short.

    Watching with a form and joining the debrief teaches as much as playing (Roussos
    and Dovidio 2016; O'Regan and others 2016). Below the threshold of the wall nobody
    is taken from those who play.

    Args:
        people: how many there are.
        screens: on how many devices it can be played; None where each has one.
        least: how many must have played before anything is told that nobody ticked.

    Raises:
        Usage: too few people, or too few screens.
    """
    if people < LEAST:
        raise Usage(
            says="A room has at least two people.",
            try_="empathy-sim host --solo, for a link to play alone",
        )
    watching = people // _WATCH
    if people >= least:
        watching = min(watching, people - least)
    playing = people - watching
    if screens is not None:
        playing = min(playing, screens)
    if people > playing * _TO_A_SCREEN:
        needed = -(-people // _TO_A_SCREEN)
        raise Usage(
            says=f"At one screen there is room for three, so {people} people need "
            f"{needed} screens.",
            try_="phones too: a phone plays as a page with large buttons",
        )
    return Seats(people=people, playing=playing, watching=people - playing)
