"""What a desk does is kept."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from empathy_sim.errors import RoomRefused, StoreUnwritable
from empathy_sim.workshop.desk import Prompt, WallPlace, time_of_day
from empathy_sim.workshop.kit.cues import Cue
from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.running import close_play
from tests.workshop.desk_house import Facilitated
from tests.workshop.room.rooms import Workshop

NOW = dt.datetime(2026, 3, 3, 10, 15, 20, tzinfo=dt.timezone(dt.timedelta(hours=1)))


@pytest.mark.parametrize(
    ("typed", "then"),
    [
        ("10:40", "2026-03-03 10:40:00"),
        ("10.40", "2026-03-03 10:40:00"),
        (" 9:05 ", "2026-03-04 09:05:00"),
        ("+15", "2026-03-03 10:30:20"),
    ],
)
def test_a_time_is_understood_as_the_clock_on_the_wall_shows_it(
    typed: str, then: str
) -> None:
    assert f"{time_of_day(typed, NOW):%Y-%m-%d %H:%M:%S}" == then


@pytest.mark.parametrize("typed", ["soon", "25:00", "10", "+", "+9999", "1:2:3"])
def test_what_is_no_time_is_refused_in_words(typed: str) -> None:
    with pytest.raises(RoomRefused, match="is no time"):
        time_of_day(typed, NOW)


def test_a_new_link_opens_the_seat_and_the_old_one_does_not() -> None:
    at = Facilitated()
    seat = at.workshop.sit("Ines")
    first = at.desk.new_link(seat).rpartition("/")[2]
    second = at.desk.new_link(seat).rpartition("/")[2]

    found = at.room.seat_by_secret(second)
    assert found is not None
    assert found.id == seat
    assert at.room.seat_by_secret(first) is None


def test_an_observer_watches_somebody_else_or_plays() -> None:
    at = Facilitated()
    ines, omar = at.workshop.sit("Ines"), at.workshop.sit("Omar")
    watcher = at.workshop.sit("Watcher", "observer", ines)
    at.desk.watch(watcher, omar)
    assert [row.observers for row in at.desk.board().rows][:2] == [(), ("Watcher",)]

    at.desk.play(watcher)
    assert at.room.seat(watcher).chair == "customer"
    with pytest.raises(RoomRefused, match="nobody to observe"):
        at.desk.watch(watcher, "no-seat")


async def test_whoever_is_shut_out_sees_nothing_more_and_stays_kept() -> None:
    at = Facilitated()
    seat = at.workshop.plays("Ines")
    await at.desk.shut_out(seat)

    assert at.world.let_go == [seat]
    assert at.room.seat(seat).secret == ""
    assert at.room.has_session(seat)


async def test_a_forgotten_seat_loses_its_screens_first() -> None:
    at = Facilitated()
    seat = at.workshop.plays("Ines")
    at.workshop.attendance.heard(seat)

    assert await at.desk.forget(seat) == ()
    assert at.world.let_go == [seat]
    assert at.desk.board().rows == ()
    assert at.desk.board().here == 0


def test_the_rooms_page_is_saved_under_the_rooms_name() -> None:
    at = Facilitated()
    at.workshop.plays("Ines")
    close_play(at.room)
    at.desk.reveal()
    where = at.desk.export()

    name = f"{at.room.name.rpartition('/')[2]}.html"
    assert where == f"/there/{name}"
    assert "Our own curve" in at.world.saved[name]


def test_a_disk_that_refuses_the_page_is_told() -> None:
    at = Facilitated()
    at.workshop.plays("Ines")
    close_play(at.room)
    at.world.refuses = StoreUnwritable(path=Path("/there"), why="it is full")

    with pytest.raises(StoreUnwritable, match="full"):
        at.desk.export()


def test_there_is_no_page_of_nobody() -> None:
    at = Facilitated()
    at.desk.begin()
    at.desk.close_play()

    with pytest.raises(RoomRefused, match="Nobody has come through"):
        at.desk.export()


def test_another_pace_is_for_those_who_have_not_begun() -> None:
    at = Facilitated()
    ines = at.workshop.plays("Ines")
    at.desk.set_pace("real")
    omar = at.workshop.plays("Omar")

    paces = [at.room.session_of(seat).state.pace for seat in (ines, omar)]
    assert paces == ["workshop", "real"]


def cue(
    played: int, phase: str, says: str, part: str = "play", *, on_wall: bool = False
) -> Cue:
    return Cue(
        minute=10 + played,
        played=played,
        lasts=5,
        part=part,
        phase=phase,
        heading=part,
        say=(says,),
        on_wall=on_wall,
    )


CUES = (
    cue(-10, "lobby", "Welcome."),
    cue(-5, "lobby", "You may leave."),
    cue(0, "playing", "Begin."),
    cue(8, "playing", "Half of it."),
    cue(18, "closed", "Rest."),
    cue(20, "closed", "Look at it.", "feelings", on_wall=True),
)


def said(at: Facilitated) -> str:
    prompt = at.desk.prompt(at.desk.board())
    return prompt.say[0] if prompt else ""


def test_the_run_sheet_goes_by_what_the_room_has_come_to() -> None:
    at = Facilitated(*CUES)
    assert said(at) == "Welcome."
    at.workshop.clock.advance(6 * 60_000)
    assert said(at) == "You may leave."
    at.workshop.clock.advance(30 * 60_000)
    assert said(at) == "You may leave."

    at.workshop.plays("Ines")
    assert said(at) == "Begin."
    at.workshop.clock.advance(9 * 60_000)
    assert said(at) == "Half of it."
    close_play(at.room)
    assert said(at) == "Rest."
    at.desk.reveal()
    assert said(at) == "Look at it."


def test_the_run_sheet_waits_for_a_breath_to_be_over() -> None:
    at = Facilitated(*CUES)
    at.workshop.plays("Ines")
    at.desk.breathe()
    at.workshop.clock.advance(30 * 60_000)
    in_the_breath = said(at)
    at.desk.breathe()
    at.workshop.clock.advance(9 * 60_000)

    assert (in_the_breath, said(at)) == ("Begin.", "Half of it.")


def test_the_whole_run_sheet_can_be_looked_through() -> None:
    at = Facilitated(*CUES)
    at.workshop.clock.advance(6 * 60_000)
    prompts, now = at.desk.sheet(at.desk.board())

    assert [each.say[0] for each in prompts] == [each.say[0] for each in CUES]
    assert prompts[now] == at.desk.prompt(at.desk.board())
    assert prompts[now].when == f"minute {CUES[1].minute}"


def test_the_run_sheet_goes_back_with_the_wall() -> None:
    at = Facilitated(*CUES, cue(25, "closed", "Add it.", "together", on_wall=True))
    at.workshop.plays("Ines")
    close_play(at.room)
    at.desk.reveal()
    at.desk.reveal()
    newest = said(at)
    at.world.place = WallPlace(at.desk.wall().steps[0].heading, 4, 4)

    assert (newest, said(at)) == ("Add it.", "Look at it.")


def test_without_a_run_sheet_the_wall_says_what_to_say() -> None:
    at = Facilitated()
    at.workshop.plays("Ines")
    assert at.desk.prompt(at.desk.board()) is None
    close_play(at.room)
    at.desk.reveal()

    prompt = at.desk.prompt(at.desk.board())
    assert prompt == Prompt("Our own curve", say=(at.desk.wall().steps[-1].cue,))


def test_each_step_put_on_the_wall_shows_its_beginning() -> None:
    at = Facilitated()
    at.workshop.plays("Ines")
    close_play(at.room)
    before = at.desk.next_heading()
    at.desk.reveal()

    assert before == at.desk.wall().steps[-1].heading
    assert at.desk.next_heading() != before
    assert at.world.turned == [0]


def test_a_room_of_one_journey_says_what_was_fitted_to_it() -> None:
    assert Facilitated().desk.fitted == ""


def test_the_board_is_the_same_however_often_it_is_read() -> None:
    workshop = Workshop()
    at = Facilitated(workshop=workshop)
    workshop.plays("Ines")
    for _ in range(3):
        workshop.clock.advance(1_000)
        at.desk.board()
    again = Facilitated(workshop=workshop)

    assert at.desk.board() == again.desk.board()


def test_every_deed_is_an_event_of_the_room() -> None:
    at = Facilitated()
    seat = at.workshop.sit("Ines")
    at.desk.begin()
    at.desk.breathe()
    at.desk.breathe()
    at.desk.nudge(seat, "Well?")
    at.workshop.room.keep(e.Asked(at.room.at_ms(), seat, "Hm."))
    at.desk.answer(seat)
    at.desk.close_at("+5")
    at.desk.close_at("")
    at.desk.close_play()
    at.desk.end()

    assert [type(each) for each in at.room.log[2:]] == [
        *(e.PlayBegan, e.Breathed, e.WentOn, e.Nudged, e.Asked, e.Answered),
        *(e.ClosingSet, e.ClosingSet, e.RoomClosed, e.RoomEnded),
    ]
