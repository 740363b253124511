"""The board, as the server knows it."""

from __future__ import annotations

from empathy_sim.workshop.desk import WallPlace
from empathy_sim.workshop.forgetting import forget_seat
from empathy_sim.workshop.looking_back import LookingBack
from empathy_sim.workshop.room.running import close_play
from empathy_sim.workshop.server.boards import let_go, place_on
from empathy_sim.workshop.server.lines import Lines
from empathy_sim.workshop.server.seats import view_of
from empathy_sim.workshop.server.walls import turn
from tests.workshop.server.served import Served, served, words_of


def looked_back_on(here: Served, count: int = 6) -> LookingBack:
    """A room that has played."""
    for number in range(count):
        here.workshop.plays(f"Player {number}")
    close_play(here.room)
    return LookingBack(here.room)


async def test_the_board_is_for_whoever_runs_the_room() -> None:
    async with served() as here:
        stranger = await here.browser().get("/board")
        seat = await (await here.joined("Ines")).get("/board")
        own = await (await here.facilitator()).get("/board")

        assert (stranger.status, seat.status, own.status) == (401, 403, 200)
        page = await words_of(own)
    assert 'data-session-websocket-url="/board/screen"' in page
    assert "your board" in page


async def test_what_stands_on_the_wall_is_told_piece_by_piece() -> None:
    async with served() as here:
        assert place_on(here.hosting) is None
        looking = looked_back_on(here)
        looking.reveal_next()
        turn(here.hosting, 0)
        place = place_on(here.hosting)
        assert place is not None
        assert (place.heading, place.piece) == ("Our own curve", 1)

        for _ in range(place.pieces + 3):
            turn(here.hosting, 1)
        last = WallPlace("Our own curve", place.pieces, place.pieces)
        assert place_on(here.hosting) == last
        looking.reveal_next()
        turn(here.hosting, 0)
        after = place_on(here.hosting)
        assert after is not None
        assert (after.heading, after.piece) == ("What it took, together", 1)


async def test_a_wall_of_before_is_turned_from_its_newest_step() -> None:
    async with served() as here:
        looking = looked_back_on(here)
        looking.reveal_next()
        looking.reveal_next()
        place = place_on(here.hosting)
        turn(here.hosting, -1)

        assert place is not None
        assert (place.heading, place.piece) == ("What it took, together", 1)
        before = place_on(here.hosting)
        assert before is not None
        assert before.heading == "Our own curve"
        assert before.piece == before.pieces


async def test_a_seat_that_is_let_go_has_no_screen() -> None:
    left: list[str] = []
    async with served() as here:
        await here.joined("Ines")
        seat = here.seat("Ines")
        view_of(here.hosting, seat, Lines(here.hosting))
        here.hosting.leavers.append(left.append)
        await let_go(here.hosting, seat)
        assert seat not in here.hosting.views
        await let_go(here.hosting, seat)

    assert left == [seat, seat]


async def test_a_forgotten_seat_opens_nothing_any_more() -> None:
    async with served() as here:
        browser = await here.joined("Ines")
        here.workshop.begin()
        seat = here.seat("Ines")
        async with browser.ws_connect("/seat/line", headers=here.origin) as line:
            await line.receive()
            await let_go(here.hosting, seat)
            forget_seat(here.room, seat)
            while not line.closed:
                await line.receive()
        answer = await browser.get("/seat", allow_redirects=False)

    assert answer.status == 403
    assert here.room.state.seats == {}


async def test_the_page_of_a_room_in_which_nobody_played_is_refused_in_words() -> None:
    async with served() as here:
        facilitator = await here.facilitator()
        answer = await facilitator.get("/board/group.html")

        assert answer.status == 409
        assert "Nobody has come through the story yet." in await words_of(answer)
