"""A key on the board changes the room."""

from __future__ import annotations

import pytest
from textual.screen import Screen

from empathy_sim.tui.screens.board_invite import InviteScreen
from empathy_sim.workshop.desk import NUDGES, WallPlace
from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.pacing import answer_pace
from empathy_sim.workshop.room.running import close_play
from empathy_sim.workshop.room.telling import ask_quietly
from tests.tui.board.facilitating import at_board
from tests.workshop.desk_house import WAY_IN, Facilitated
from tests.workshop.room.rooms import Workshop
from tests.workshop.room.test_pacing import SCRIPT


def with_two(*, playing: bool = True) -> tuple[Facilitated, str, str]:
    room = Facilitated()
    seat = room.workshop.plays if playing else room.workshop.sit
    return room, seat("Ines"), seat("Omar")


async def test_clocks_that_go_on_lay_nothing_out_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    laid_out: list[object] = []
    lay_out = Screen._refresh_layout

    def counted(screen: Screen[object], *args: object, **named: object) -> None:
        laid_out.append(screen)
        lay_out(screen, *args, **named)  # type: ignore[arg-type]

    room, *_ = with_two()
    async with at_board(room) as at:
        await at.look()
        monkeypatch.setattr(Screen, "_refresh_layout", counted)
        for _ in range(5):
            before = at.seen
            room.workshop.clock.advance(60_000)
            await at.look()
            assert at.seen != before

    assert laid_out == []


async def test_beginning_is_agreed_to_first() -> None:
    room, *_ = with_two(playing=False)
    async with at_board(room) as at:
        await at.press("s")
        assert "2 play, 0 watch. 2 of them are not here now." in at.seen
        await at.press("escape")
        assert room.happened(e.PlayBegan) == []
        await at.press("s", "y")
        assert len(room.happened(e.PlayBegan)) == 1


async def test_a_large_letter_is_the_same_key_and_is_written_as_it_is() -> None:
    room, ines, _ = with_two(playing=False)
    async with at_board(room) as at:
        await at.press("S", "Y", "B")
        assert "The room takes a breath." in at.seen
        await at.press("N", "tab", *"Oh NO", "enter", "M", "B")

    assert room.happened(e.Nudged) == [e.Nudged(0, ines, "Oh NO")]
    assert len(room.happened(e.Breathed)) == len(room.happened(e.WentOn)) == 1


async def test_a_breath_is_seen_by_whoever_gives_it() -> None:
    room, *_ = with_two()
    async with at_board(room) as at:
        await at.press("b")
        assert "The room takes a breath. B goes on." in at.seen
        await at.press("b")
        assert "takes a breath" not in at.seen

    assert len(room.happened(e.Breathed)) == len(room.happened(e.WentOn)) == 1


@pytest.mark.parametrize(
    ("theme", "number"), [("ansi-dark", 0), ("ansi-light", 0), ("empathy-dark", None)]
)
async def test_a_breath_is_read_in_the_terminals_own_colours(
    theme: str, number: int | None
) -> None:
    room, *_ = with_two()
    async with at_board(room) as at:
        at.app.theme = theme
        await at.press("b")
        colour = at.board.query_one("#breath").rich_style.color
        assert colour is not None
        assert colour.number == number


async def test_a_word_is_said_to_the_marked_seat() -> None:
    room, _, omar = with_two()
    async with at_board(room) as at:
        await at.press("down", "n", "enter")
        await at.press("n", "tab", *"Well", "enter")

    (first, second) = room.happened(e.Nudged)
    assert first == e.Nudged(0, omar, NUDGES[0])
    assert second == e.Nudged(0, omar, "Well")


async def test_a_word_that_is_not_chosen_is_not_said() -> None:
    room, *_ = with_two()
    async with at_board(room) as at:
        await at.press("n", "escape")

    assert room.happened(e.Nudged) == []


async def test_one_is_led_on_only_where_that_is_agreed_to() -> None:
    room, ines, _ = with_two()
    async with at_board(room) as at:
        await at.press("l", "n")
        assert room.happened(e.SeatLedOn) == []
        await at.press("l", "y")

    assert room.happened(e.SeatLedOn) == [e.SeatLedOn(0, ines)]


async def test_what_is_told_quietly_stays_until_it_is_seen() -> None:
    room, ines, omar = with_two()
    async with at_board(room) as at:
        ask_quietly(room.room, omar, "May I stop here?")
        room.workshop.clock.advance(1_000)
        ask_quietly(room.room, ines, "")
        await at.reads("Ines, no 1, quietly: please come; nothing in words (1 more)")
        await at.press("down")
        assert 'Omar, no 2, quietly: "May I stop here?" (1 more)' in at.seen

        await at.press("a")
        assert room.happened(e.Answered) == [e.Answered(1_000, omar)]
        assert "Ines, no 1, quietly" in at.seen
        await at.press("a")
        assert "quietly" not in at.seen

    assert room.happened(e.Answered)[1:] == [e.Answered(1_000, ines)]


async def test_what_is_told_at_length_is_read_whole_before_it_is_seen() -> None:
    room, ines, _ = with_two()
    said = " ".join(f"word-{number}" for number in range(200))
    async with at_board(room) as at:
        ask_quietly(room.room, ines, said)
        await at.reads("…")
        assert "A: read all of it" in " ".join(at.seen.split())
        await at.press("a")
        assert "word-199" not in at.seen
        await at.press(*["pagedown"] * 40)
        assert "word-199" in at.seen
        await at.press("escape")
        assert room.happened(e.Answered) == []
        await at.press("a", "y")
        assert room.happened(e.Answered) == [e.Answered(0, ines)]


async def test_the_longest_waiting_is_seen_first_where_the_marked_seat_told_nothing() -> (
    None
):
    room, _, omar = with_two()
    ask_quietly(room.room, omar, "Here")
    async with at_board(room) as at:
        await at.press("a")
        assert at.board.table.chosen is not None
        assert at.board.table.chosen.seat == omar


async def test_the_room_closes_at_a_time_that_was_written() -> None:
    room, *_ = with_two()
    async with at_board(room) as at:
        await at.press("t", *"+15", "enter")
        assert "(15:00)" in at.seen
        await at.press("t", *"noon", "enter")
        assert '"noon" is no time' in at.seen
        await at.press("t", "enter")
        assert "   closes " not in at.seen

    assert len(room.happened(e.ClosingSet)) == 2


async def test_closing_says_how_many_it_stops() -> None:
    room, *_ = with_two()
    async with at_board(room) as at:
        await at.press("c")
        assert "2 are still in the story." in at.seen
        await at.press("y")

    assert len(room.happened(e.RoomClosed)) == 1


async def test_less_waiting_is_chosen_and_nobody_is_asked() -> None:
    room, *_ = with_two()
    async with at_board(room) as at:
        await at.press("p")
        assert "asked before it is more, and may say no" in at.seen
        await at.press("down", "enter")
        assert "pace brisk" in at.seen
        assert "said yes" not in at.seen

    assert room.happened(e.PaceSet) == [e.PaceSet(0, "brisk")]


async def test_of_more_waiting_the_board_learns_how_many_said_yes() -> None:
    room = Facilitated(workshop=Workshop(script=SCRIPT))
    ines, _ = (room.workshop.plays(each) for each in ("Ines", "Omar"))
    async with at_board(room) as at:
        await at.press("p", "down", "down", "enter")
        assert "pace long, 0 of 2 said yes" in at.seen
        answer_pace(room.room, ines, 1, yes=True)
        await at.reads("pace long, 1 of 2 said yes")


async def test_a_yes_to_the_usual_pace_is_counted_like_any_other() -> None:
    room = Facilitated(workshop=Workshop(script=SCRIPT, pace="brisk"))
    for each in ("Ines", "Omar"):
        room.workshop.plays(each)
    async with at_board(room) as at:
        room.desk.set_pace("workshop")
        await at.reads("pace workshop, 0 of 2 said yes")


async def test_the_pairs_swap_where_that_is_agreed_to() -> None:
    room, ines, _ = with_two()
    room.workshop.sit("Ruth", "observer", ines)
    close_play(room.room)
    async with at_board(room) as at:
        await at.press("y")
        assert "A second sitting: swap one pair?" in at.seen
        assert "is still in a debrief, and may end it first" in at.seen
        assert "played with nobody to swap with" in at.seen
        await at.press("n")
        assert room.happened(e.Swapped) == []
        await at.press("y", "y")
        assert "Playing again, minute 0" in at.seen
        await at.press("c", "y", "y")
        assert "No pair is left to swap" in at.seen

    assert len(room.happened(e.Swapped)) == 1


async def test_the_wall_is_told_in_words_and_turned() -> None:
    room, *_ = with_two()
    close_play(room.room)
    async with at_board(room) as at:
        assert "The wall is empty." in at.seen
        await at.press("r")
        room.world.place = WallPlace("Our own curve", 2, 4)
        await at.reads("On the wall: Our own curve, piece 2 of 4.")
        assert "R puts on the wall: What it took, together." in at.seen
        await at.press("right", "left")

    assert room.world.turned == [0, 1, -1]
    assert [each.step for each in room.room.log if isinstance(each, e.Revealed)] == [
        "feelings"
    ]


async def test_the_rooms_page_is_saved_by_a_key() -> None:
    room, *_ = with_two()
    close_play(room.room)
    async with at_board(room, size=(120, 40)) as at:
        await at.press("g")
        (name,) = room.world.saved
        assert f"/there/{name}" in at.seen


async def test_a_new_link_is_shown_for_one_seat_alone() -> None:
    room, ines, _ = with_two()
    async with at_board(room) as at:
        await at.press("k", "y")
        assert "For Ines alone" in at.seen
        said = at.seen.replace("\n", "").replace(" ", "").replace("█", "")
        await at.press("escape")
        assert "For Ines alone" not in at.seen

    (event,) = room.happened(e.SecretChanged)
    secret = said.partition(f"{WAY_IN.address}/s/")[2][:43]
    seat = room.room.seat_by_secret(secret)
    assert seat is not None
    assert seat.id == ines
    assert event == e.SecretChanged(0, ines, seat.secret)


async def test_an_observer_is_given_somebody_else_to_watch() -> None:
    room, ines, omar = with_two(playing=False)
    watcher = room.workshop.sit("Watcher", "observer", ines)
    async with at_board(room) as at:
        await at.press("end", "w")
        assert "Whom does Watcher watch?" in at.seen
        await at.press("down", "enter")
        assert room.room.seat(watcher).about == omar
        await at.press("w", "end", "enter")

    assert room.room.seat(watcher).chair == "customer"


async def test_a_seat_is_forgotten_only_where_that_is_agreed_to() -> None:
    room, ines, omar = with_two()
    async with at_board(room) as at:
        await at.press("f", "escape")
        assert set(room.room.state.seats) == {ines, omar}
        await at.press("f")
        assert "removed" in at.seen
        await at.press("y")
        assert "Ines" not in at.seen.replace("The seat is forgotten.", "")

    assert set(room.room.state.seats) == {omar}
    assert room.world.let_go == [ines]


async def test_a_seats_menu_offers_what_can_be_done_and_its_keys() -> None:
    room, ines, _ = with_two()
    async with at_board(room) as at:
        await at.press("enter")
        assert "For Ines:" in at.seen
        assert "K  A new link, for another computer" in at.seen
        await at.press("x", "y")

    assert room.world.let_go == [ines]


async def test_the_rooms_menu_does_what_is_chosen() -> None:
    room, *_ = with_two()
    async with at_board(room) as at:
        await at.press("m")
        assert "Put the next step on the wall" not in at.seen
        await at.press("b")

    assert room.room.state.breathing


async def test_in_the_lobby_the_way_in_is_large_and_the_numbers_are_told() -> None:
    async with at_board() as at:
        assert "Come in:  http://here:8040" in at.seen
        assert "Played as it was written." in at.seen
        assert "Nobody has sat down yet." in at.seen
        await at.press("i")
        assert isinstance(at.app.screen, InviteScreen)
        assert "Point a camera here" in at.seen


async def test_a_picture_is_whole_or_not_there() -> None:
    async with at_board(size=(70, 20)) as at:
        await at.press("i")
        assert "█" * 41 not in at.seen
        assert "bcd fgh" in at.seen
    async with at_board(size=(120, 40)) as at:
        assert at.seen.count("█" * 41) == 21


@pytest.mark.parametrize(("answer", "stops"), [("escape", False), ("y", True)])
async def test_leaving_a_board_that_stops_its_room_is_asked_about(
    answer: str, stops: bool
) -> None:
    async with at_board(leaving="host --room kettle-1 goes on.") as at:
        await at.press("ctrl+q")
        assert "host --room kettle-1 goes on." in at.seen
        await at.press("ctrl+q", answer)
        assert at.app._exit is stops


async def test_a_look_at_a_room_from_elsewhere_is_left_without_a_question() -> None:
    async with at_board() as at:
        await at.pilot.press("ctrl+q")
        assert at.app._exit


async def test_what_is_refused_is_said_in_words() -> None:
    room, *_ = with_two(playing=False)
    room.desk.begin()
    async with at_board(room) as at:
        await at.press("l", "y")
        assert "That journey has not begun." in at.seen


async def test_a_room_that_is_opened_again_while_it_looks_back_says_so() -> None:
    room, *_ = with_two()
    close_play(room.room)
    async with at_board(room) as at:
        assert "Looking back" in at.seen
        assert "Come in:" not in at.seen
