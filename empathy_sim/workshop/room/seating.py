"""Who sits where in a room."""

from __future__ import annotations

from empathy_sim.errors import RoomRefused
from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.events import Chair
from empathy_sim.workshop.room.room import Room
from empathy_sim.workshop.room.secret import hashed, new_id, new_secret
from empathy_sim.workshop.room.state import Seat

LABEL_AT_MOST = 40


def take_seat(
    room: Room, label: str, chair: Chair = "customer", about: str = ""
) -> tuple[Seat, str]:
    """Let somebody sit down.

    Returns:
        The seat, and the secret that opens it again.

    Raises:
        RoomRefused: the workshop is over, the label is taken or not on the list,
            or there is nobody to observe.
    """
    label = _label(room, label)
    _refuse_observing(room, chair, about)
    secret, name = new_secret(), new_id()
    at = room.at_ms()
    room.keep(e.SeatTaken(at, name, chair, hashed(secret), about, label))
    return room.seat(name), secret


def _label(room: Room, label: str) -> str:
    label, state = " ".join(label.split())[:LABEL_AT_MOST], room.state
    if state.phase == "ended":
        raise RoomRefused(says="This workshop is over.")
    listed = state.opened.labels
    if listed and label not in listed:
        raise RoomRefused(says="That name is not on this workshop's list.")
    if not label:
        raise RoomRefused(says="Write a name, or anything you like to be called.")
    taken = {each.label.casefold() for each in state.seats.values()}
    if label.casefold() in taken:
        raise RoomRefused(says=f"Somebody sits here as {label} already.")
    return label


def _refuse_observing(room: Room, chair: Chair, about: str) -> None:
    if chair == "observer" and about and about not in room.state.seats:
        raise RoomRefused(says="There is nobody to observe on that seat.")


def change_chair(room: Room, seat: str, chair: Chair, about: str = "") -> None:
    """Let somebody sit on another chair; who has begun to play goes on.

    Raises:
        RoomRefused: their journey has begun, or there is nobody to observe.
    """
    found = room.seat(seat)
    if found.session and (found.chair, chair) != ("observer", "observer"):
        raise RoomRefused(says="Your journey has begun; it goes on in this chair.")
    _refuse_observing(room, chair, about)
    room.keep(e.ChairChanged(room.at_ms(), seat, chair, about))


def change_secret(room: Room, seat: str, *, to_nobody: bool = False) -> str:
    """Make what opened a seat open it no more; the new secret, if there is one."""
    room.seat(seat)
    secret = "" if to_nobody else new_secret()
    kept = hashed(secret) if secret else ""
    room.keep(e.SecretChanged(room.at_ms(), seat, kept))
    return secret
