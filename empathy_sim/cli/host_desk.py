"""The facilitator's desk, wired to its room."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from empathy_sim.cli.host_keys import pages_folder, unlist
from empathy_sim.cli.host_told import link_to, picture, spaced
from empathy_sim.cli.house import LocalHouse
from empathy_sim.cli.private_file import write_private
from empathy_sim.store.rows import Export
from empathy_sim.tui.board_app import BoardApp
from empathy_sim.workshop.desk import Desk, Invitation, Outside
from empathy_sim.workshop.server.boards import let_go, place_on, turn_over
from empathy_sim.workshop.server.hosting import Hosting
from empathy_sim.workshop.server.walls import turn

if TYPE_CHECKING:
    from empathy_sim.workshop.kit.cues import Cue


def board_of(
    hosting: Hosting,
    house: LocalHouse,
    cues: tuple[Cue, ...] = (),
    *,
    again: str = "",
) -> BoardApp:
    """A board of a room.

    Args:
        hosting: the room, served.
        house: keeps what is saved.
        cues: the run sheet's.
        again: the command that goes on with the room, where it is served no more once
            the board is left; empty where it is.
    """
    outside = Outside(
        invitation=partial(invitation_of, hosting),
        link=partial(link_to, hosting),
        turn_over=partial(turn_over, hosting, from_tab=not again),
        link_of=partial(seat_link, hosting),
        turn_wall=partial(turn, hosting),
        wall_place=partial(place_on, hosting),
        save=partial(_save, hosting, house),
        let_go=partial(let_go, hosting),
        unlist=partial(unlist, house.folder, hosting.room.name),
    )
    room = hosting.room
    leaving = (
        "The room stops, and every screen with it. What was done is kept: "
        f"{again} goes on with the same links."
    )
    return BoardApp(
        Desk(room, hosting.attendance, outside, cues),
        picture,
        colour=room.script.journey.company.colour,
        leaving=leaving if again else "",
    )


def invitation_of(hosting: Hosting) -> Invitation:
    """How somebody comes in now."""
    code = spaced(hosting.keys.code)
    return Invitation(hosting.address.shown, code, link_to(hosting, "join"))


def seat_link(hosting: Hosting, secret: str) -> str:
    """The private link of one seat."""
    return f"{hosting.address.shown}/s/{secret}"


def _save(hosting: Hosting, house: LocalHouse, name: str, text: str) -> str:
    """Save a page of the room, and remember where."""
    file = pages_folder(house.folder) / name
    made = Export(path=str(file), what="page of the room", made_utc=house.clock.utc())
    house.store.note_export(hosting.room.name, made)
    write_private(file, text)
    return str(file)
