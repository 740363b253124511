"""Every page says when the room closes."""

from __future__ import annotations

from empathy_sim.workshop.room.running import breathe, go_on, let_pass, set_closing
from empathy_sim.workshop.server.seat_face import face_of
from empathy_sim.workshop.server.walls import shown
from tests.workshop.room.test_closing import at_clock, in_ms
from tests.workshop.server.served import Served, served

MINUTE = 60_000


def wall(here: Served) -> str:
    return str(shown(here.hosting)["html"])


async def test_the_wall_and_a_seat_say_the_new_time_after_a_breath() -> None:
    async with served() as here:
        seat = here.workshop.plays("Ines")
        said = [face_of(here.room, here.room.seat(seat)).closing]
        set_closing(here.room, in_ms(here.workshop, 8 * MINUTE))
        said.append(face_of(here.room, here.room.seat(seat)).closing)
        breathe(here.room)
        here.workshop.clock.advance(3 * MINUTE)
        let_pass(here.room)
        said.append(face_of(here.room, here.room.seat(seat)).closing)
        assert f"{said[-1]}." in wall(here)
        go_on(here.room)
        said.append(face_of(here.room, here.room.seat(seat)).closing)
        then = at_clock(in_ms(here.workshop, 8 * MINUTE))

        assert f"{said[-1]}." in wall(here)
        assert said[0] == ""
        assert said[1].startswith("The room closes at ")
        assert said[2] == "The closing waits too: eight minutes are left"
        assert said[3] == (
            f"The room closes at {then}, in eight minutes: "
            "three minutes later, for the breath"
        )


async def test_a_page_is_told_no_more_often_than_a_minute_goes_by() -> None:
    async with served() as here:
        seat = here.workshop.plays("Ines")
        set_closing(here.room, in_ms(here.workshop, 3 * MINUTE))
        said = set()
        for _ in range(179):
            here.workshop.clock.advance(1_000)
            said.add(face_of(here.room, here.room.seat(seat)).closing)

    assert len(said) == 4
