"""What merely moves on is drawn one after another."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from textual.screen import Screen

from empathy_sim.tui.guarded_app import GuardedApp
from empathy_sim.tui.moving_on import move_on
from empathy_sim.tui.turns import LONGEST_S, MOST_REST_S, Turns


class Dancer:
    """Takes turns of so many seconds each, and notes when."""

    def __init__(self, turns: Turns, takes_s: float) -> None:
        self._turns, self._takes_s = turns, takes_s
        self.times: list[tuple[float, float]] = []

    def ask(self) -> None:
        self._turns.ask(self, self._begin)

    def _begin(self, over: Callable[[], None]) -> None:
        loop = asyncio.get_running_loop()
        begun = loop.time()
        self.times.append((begun, begun + self._takes_s))
        loop.call_later(self._takes_s, over)


async def test_whoever_asks_alone_is_not_kept_waiting() -> None:
    dancer = Dancer(Turns(), 0.01)

    dancer.ask()

    assert len(dancer.times) == 1


async def test_all_who_ask_at_once_take_their_turns_in_the_order_they_came() -> None:
    turns = Turns()
    dancers = [Dancer(turns, 0.01) for _ in range(20)]

    for each in dancers:
        each.ask()
    await asyncio.sleep(1)

    begun = [each.times[0][0] for each in dancers]
    assert begun == sorted(begun)
    assert all(len(each.times) == 1 for each in dancers)


async def test_between_two_turns_as_much_time_is_left_as_the_last_one_took() -> None:
    turns = Turns()
    first, second = Dancer(turns, 0.02), Dancer(turns, 0.02)

    first.ask()
    second.ask()
    await asyncio.sleep(1)

    assert second.times[0][0] - first.times[0][1] >= 0.019


async def test_a_turn_that_never_ends_holds_nobody_up_for_long() -> None:
    turns = Turns()
    last = Dancer(turns, 0.01)

    turns.ask("stuck", lambda _: None)
    last.ask()
    await asyncio.sleep(LONGEST_S + MOST_REST_S + 0.1)

    assert len(last.times) == 1


@given(
    st.lists(
        st.tuples(st.integers(0, 4), st.integers(1, 40), st.integers(0, 60)),
        max_size=30,
    )
)
async def test_no_two_turns_are_ever_taken_at_once(
    asked: list[tuple[int, int, int]],
) -> None:
    turns = Turns()
    dancers: dict[int, Dancer] = {}
    for who, takes_ms, later_ms in asked:
        dancers.setdefault(who, Dancer(turns, takes_ms / 1_000)).ask()
        await asyncio.sleep(later_ms / 1_000)
    await asyncio.sleep(5)

    times = sorted(time for each in dancers.values() for time in each.times)
    ends = [ended for _, ended in times]
    assert all(
        begun >= ended for ended, (begun, _) in zip(ends, times[1:], strict=False)
    )
    assert all(each.times for each in dancers.values())


async def test_a_screen_that_is_gone_gives_its_turn_back_at_once() -> None:
    app: GuardedApp[None] = GuardedApp()
    async with app.run_test() as pilot:
        gone = Screen[None]()
        await app.push_screen(gone)
        await app.pop_screen()
        await pilot.pause()
        looked: list[str] = []

        move_on(gone, lambda: looked.append("gone"))
        move_on(app.screen, lambda: looked.append("there"))
        await pilot.pause(LONGEST_S / 2)

        assert looked == ["there"]
