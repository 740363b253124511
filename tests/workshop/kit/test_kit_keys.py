"""The kit names the keys that the board has."""

from __future__ import annotations

import re

from msgspec.structs import replace

from empathy_sim.journey.script import Script
from empathy_sim.rehearsal.playthrough import plain_cast
from empathy_sim.tui.screens.board_link_deeds import LINKING
from empathy_sim.tui.screens.board_room_deeds import ROOM
from empathy_sim.tui.screens.board_seat_deeds import SEAT
from empathy_sim.workshop.kit.kit import Asked, kit_of
from tests.engine.made_scripts import facts_of
from tests.workshop.kit.made_kits import every_kit, everything, shipped

_DEEDS = (*ROOM.values(), *SEAT.values(), *LINKING.values())
KEYS = {each.key.upper() for each in _DEEDS} | {"V"}


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


def _said_backstage(script: Script) -> str:
    made = kit_of(script, plain_cast(facts_of(script)), Asked(minutes=90, people=24))
    part = next(each for each in made.parts if each.id == "backstage")
    return " ".join(part.words.say)


def test_that_every_target_was_met_is_said_only_where_it_was() -> None:
    script = shipped()
    first, *others = script.journey.report
    journey = replace(script.journey, report=(replace(first, reads="12%"), *others))

    assert "every one was met" in _said_backstage(script)
    assert "met" not in _said_backstage(replace(script, journey=journey))
