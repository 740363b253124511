"""A screen comes and goes; its seat stays."""

from __future__ import annotations

import asyncio
import gc
import weakref

from empathy_sim.errors import ViewStuck
from empathy_sim.workshop.views.door import Door
from empathy_sim.workshop.views.showing import (
    BEGINNING_S,
    ENDING_S,
    MOST_EARLY,
    RESIZED_EVERY_S,
)
from empathy_sim.workshop.views.view import Outlet
from empathy_sim.workshop.views.viewing import KEPT_S, WITHIN_S, SeatNews, SeatView
from tests.workshop.views.view_fakes import FakeView, Tab, settle


class Seat:
    """A seat whose views and news are noted."""

    def __init__(self, door: Door | None = None, *, first_draws: bool = True) -> None:
        self.first_draws = first_draws
        self.views: list[FakeView] = []
        self.news: list[str] = []
        self.failures: list[BaseException] = []
        said = self.news.append
        self.view = SeatView(
            "Seat 3",
            self.make,
            SeatNews(
                heard=lambda: said("heard"),
                typed=lambda: said("typed"),
                came=lambda: said("came"),
                left=lambda: said("left"),
                failed=self.failures.append,
                troubled=lambda: said("troubled"),
                over=lambda: said("over"),
                opened=lambda: said("opened"),
                gone=lambda: said("gone"),
            ),
            door=door,
        )

    def make(self, outlet: Outlet, width: int, height: int) -> FakeView:
        self.views.append(FakeView(outlet, width, height, draws=self.first_draws))
        return self.views[-1]

    async def open_in(self, tab: Tab) -> Tab:
        self.view.attach(tab.link, 100, 30)
        await settle()
        return tab

    @property
    def last(self) -> FakeView:
        return self.views[-1]


async def test_a_seat_is_drawn_in_the_browser_that_shows_it() -> None:
    seat = Seat()
    tab = await seat.open_in(Tab())

    seat.view.feed(tab.link, "key")
    seat.view.heard(tab.link)
    await settle()

    assert seat.last.told == [("made", 100, 30), "key"]
    assert tab.shows.startswith("drawn.")
    assert tab.shows.endswith("key")
    assert seat.news == ["came", "opened", "typed", "heard"]


async def test_keys_typed_before_the_screen_is_there_are_not_lost() -> None:
    seat, tab = Seat(), Tab()
    seat.view.attach(tab.link, 80, 24)

    seat.view.feed(tab.link, "a")
    seat.view.feed(tab.link, "b" * MOST_EARLY)
    seat.view.feed(tab.link, "c")
    await settle()

    assert seat.last.told[1:] == ["ac"]


async def test_the_newest_tab_wins_and_the_older_is_told() -> None:
    seat = Seat()
    older = await seat.open_in(Tab())
    newer = await seat.open_in(Tab())

    seat.view.feed(older.link, "old")
    seat.view.heard(older.link)
    seat.view.detach(older.link)
    seat.view.feed(newer.link, "new")
    await settle()

    assert older.wire.closed_with == 4001
    assert seat.last.told == [("made", 100, 30), "repaint", "new"]
    assert newer.shows == "drawn again.new"
    assert seat.news == ["came", "opened", "typed"]
    assert seat.view.is_here


async def test_a_browser_that_is_led_over_comes_back_to_the_same_screen() -> None:
    seat = Seat()
    old = await seat.open_in(Tab())
    seat.view.lead_over("another secret")
    seat.view.feed(old.link, "unheard")
    await settle()
    assert (old.wire.closed_with, old.wire.told_why) == (4005, "another secret")
    assert not seat.view.is_here

    new = await seat.open_in(Tab())
    seat.view.feed(new.link, "heard")
    await settle()

    assert len(seat.views) == 1
    assert seat.last.told == [("made", 100, 30), "repaint", "heard"]
    assert new.wire.closed_with is None


async def test_of_many_tabs_the_last_alone_is_listened_to() -> None:
    seat = Seat()
    tabs = [await seat.open_in(Tab()) for _ in range(50)]

    for number, tab in enumerate(tabs):
        seat.view.feed(tab.link, f"key {number}")

    assert len(seat.views) == 1
    assert [each for each in seat.last.told if "key" in str(each)] == ["key 49"]
    assert [tab.wire.closed_with for tab in tabs] == [4001] * 49 + [None]


async def test_a_window_that_is_dragged_is_drawn_a_few_times_a_second() -> None:
    seat = Seat()
    tab = await seat.open_in(Tab())
    for width in range(101, 201):
        seat.view.resize(tab.link, width, 40)
        await asyncio.sleep(0.02)
    await asyncio.sleep(RESIZED_EVERY_S)

    sizes = seat.last.told[1:]
    assert sizes[0] == (101, 40)
    assert sizes[-1] == (200, 40)
    assert len(sizes) <= 2 + 100 * 0.02 / RESIZED_EVERY_S


async def test_a_view_is_kept_while_the_browser_is_gone_for_a_while() -> None:
    seat = Seat()
    tab = await seat.open_in(Tab())
    seat.view.detach(tab.link)
    await asyncio.sleep(KEPT_S - 1)
    again = Tab()
    seat.view.attach(again.link, 120, 40)
    await asyncio.sleep(KEPT_S * 2)

    assert len(seat.views) == 1
    assert seat.last.told == [("made", 100, 30), (120, 40), "repaint"]
    assert again.shows == "drawn again."
    assert seat.news == ["came", "opened", "left", "came"]


async def test_a_view_that_nobody_looks_at_is_put_away_and_made_anew() -> None:
    seat = Seat()
    tab = await seat.open_in(Tab())
    seat.view.detach(tab.link)
    await asyncio.sleep(KEPT_S + 1)

    assert seat.last.told[-1] == "close"
    assert seat.view.view is None
    assert seat.news == ["came", "opened", "left", "gone"]

    again = await seat.open_in(Tab())

    assert len(seat.views) == 2
    assert again.shows.startswith("drawn.")


async def test_a_view_that_does_not_end_is_cancelled() -> None:
    seat = Seat()
    await seat.open_in(Tab())
    seat.last.stubborn = True

    loop = asyncio.get_running_loop()
    began = loop.time()
    await seat.view.close()

    assert ENDING_S <= loop.time() - began < ENDING_S + 1
    assert seat.news[-1] == "gone"


async def test_a_view_that_fails_sends_the_browser_to_a_new_one() -> None:
    seat = Seat()
    tab = await seat.open_in(Tab())
    seat.last.fail()
    await settle()

    assert tab.wire.closed_with == 4003
    assert [type(each) for each in seat.failures] == [ZeroDivisionError]

    again = await seat.open_in(Tab())

    assert len(seat.views) == 2
    assert again.shows.startswith("drawn.")
    assert seat.news == ["came", "opened", "left", "gone", "came", "opened"]


async def test_a_view_that_cannot_be_made_has_failed() -> None:
    def refuse(*_: object) -> FakeView:
        raise LookupError

    failures: list[BaseException] = []
    view = SeatView("Seat 3", refuse, SeatNews(failed=failures.append))
    tab = Tab()

    view.attach(tab.link, 80, 24)
    await settle()

    assert tab.wire.closed_with == 4003
    assert [type(each) for each in failures] == [LookupError]


async def test_the_third_failure_in_a_minute_is_told_and_the_seat_rests() -> None:
    seat, tabs = Seat(), [Tab() for _ in range(3)]
    for tab in tabs:
        await seat.open_in(tab)
        seat.last.fail()
        await settle()

    assert tabs[-1].wire.closed_with == 4004
    assert seat.news.count("troubled") == 1

    too_soon = await seat.open_in(Tab())

    assert too_soon.wire.closed_with == 4004
    assert len(seat.views) == 3

    await asyncio.sleep(WITHIN_S + 1)
    later = await seat.open_in(Tab())

    assert later.shows.startswith("drawn.")


async def test_failures_far_apart_trouble_nobody() -> None:
    seat = Seat()
    for _ in range(5):
        await seat.open_in(Tab())
        seat.last.fail()
        await asyncio.sleep(WITHIN_S)

    assert "troubled" not in seat.news
    assert len(seat.failures) == 5


async def test_a_view_that_ends_by_itself_is_over() -> None:
    seat = Seat()
    tab = await seat.open_in(Tab())
    seat.last.end_by_itself()
    await settle()

    assert tab.wire.closed_with == 4002
    assert seat.news[2:] == ["left", "over", "gone"]


async def test_a_stuck_view_is_thrown_away_whatever_it_does() -> None:
    seat = Seat()
    tab = await seat.open_in(Tab())
    seat.last.stubborn = True

    seat.view.restart()
    await settle()

    assert tab.wire.closed_with == 4003
    assert [str(each) for each in seat.failures] == [str(ViewStuck(seat="Seat 3"))]
    assert seat.news == ["came", "opened", "left", "gone"]


async def test_a_failure_of_one_seat_is_nothing_to_another() -> None:
    one, other = Seat(), Seat()
    await one.open_in(Tab())
    tab = await other.open_in(Tab())
    one.last.fail()
    await settle()

    other.view.feed(tab.link, "still here")
    await settle()

    assert tab.shows.endswith("still here")
    assert other.news == ["came", "opened", "typed"]


async def test_few_views_begin_at_a_time_and_all_begin() -> None:
    door = Door(2)
    seats = [Seat(door, first_draws=False) for _ in range(5)]
    for seat in seats:
        seat.view.attach(Tab().link, 80, 24)
    await settle()

    assert [len(seat.views) for seat in seats] == [1, 1, 0, 0, 0]
    assert door.waiting == 3
    assert [seat.view.before for seat in seats] == [None, None, 0, 1, 2]

    seats[0].last.outlet.write("x" * 1_000)
    await settle()

    assert [len(seat.views) for seat in seats] == [1, 1, 1, 0, 0]

    await asyncio.sleep(2 * BEGINNING_S + 1)

    assert [len(seat.views) for seat in seats] == [1] * 5


async def test_whoever_leaves_while_waiting_keeps_nobody_out() -> None:
    door = Door(1)
    first, second, third = (Seat(door, first_draws=False) for _ in range(3))
    for seat in (first, second, third):
        await seat.open_in(Tab())
    await second.view.close()
    await first.view.close()
    await settle()

    assert not second.views
    assert len(third.views) == 1
    assert door.waiting == 0


async def test_a_view_that_was_put_away_is_nowhere_kept() -> None:
    seat = Seat()
    tab = await seat.open_in(Tab())
    kept = weakref.ref(seat.last)
    seat.view.detach(tab.link)
    seat.views.clear()
    await asyncio.sleep(KEPT_S + ENDING_S + 1)
    await settle()

    assert gc.collect() >= 0
    assert kept() is None
