"""The kit names the keys that the board has."""

from __future__ import annotations

import re

from empathy_sim.tui.screens.board_room_deeds import ROOM
from empathy_sim.tui.screens.board_seat_deeds import SEAT
from tests.workshop.kit.made_kits import every_kit, everything

KEYS = {each.key.upper() for each in (*ROOM.values(), *SEAT.values())} | {"V"}


def test_every_key_that_is_named_is_one_of_the_board() -> None:
    found = {
        key
        for made in every_kit()
        for text in (*everything(made),)
        for key in re.findall(r"(?:\b[Pp]ress |\b[Ww]ith |^|\. )([A-HJ-Z])\b", text)
    }
    begun = {each.words.key for made in every_kit() for each in made.parts} - {""}

    assert {"S", "T", "A", "B", "C", "R", "E", "F", "K", "U"} <= found | begun
    assert found | begun <= KEYS
