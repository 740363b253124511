"""Lines dropped, servers killed, tabs taken over."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from aiohttp import ClientError

from tests.workshop.server.host_process import HostProcess, host_process
from tests.workshop.server.kept_words import kept_words
from tests.workshop.server.players import MOVED, Player
from tests.workshop.server.served import until
from tests.workshop.server.silent_lines import Line, lines_to

BACK_S = 10.0
UNNOTICED_S = 1.5
"""How long it takes a page at most to notice that its line is silent."""
EACH = 2
"""Words that everybody marks at least, whatever is cut."""
LOST = (OSError, ClientError)


async def sit_down(
    host: HostProcess, count: int, lines: Sequence[Line] = ()
) -> list[Player]:
    """So many people who are in the story, the first of them each by a line."""
    by = [*lines, *[None] * (count - len(lines))]
    players = [Player(host.url, f"seat {at}", line) for at, line in enumerate(by)]
    for each in players:
        await each.join(host.code)
        await each.begin()
    return players


class Marking:
    """Somebody who marks one insight after another, whatever happens."""

    def __init__(self, player: Player) -> None:
        self.player = player
        self.is_marking = False
        self.returns_s: list[float] = []

    async def go_on(self, done: asyncio.Event) -> None:
        """Mark until the others are done; come back whenever the line is lost."""
        draw, number = random.Random(self.player.label), 0
        while not done.is_set():
            number += 1
            await asyncio.sleep(draw.uniform(1.0, 4.0))
            try:
                self.is_marking = True
                await self.player.mark(f"word-{number}")
            except LOST:
                self.returns_s.append(await self.player.back())
            finally:
                self.is_marking = False


def whom_to_cut(marking: Sequence[Marking], draw: random.Random) -> Player:
    """Somebody in the midst of marking, where there is anybody and as often as not."""
    amid = [each for each in marking if each.is_marking]
    return draw.choice(amid if amid and draw.random() < 0.5 else marking).player


async def verify(host: HostProcess, players: Sequence[Player]) -> tuple[int, int, int]:
    """Stop the room; how many words were shown, lost and doubled."""
    for each in players:
        await each.leave()
    assert await host.stop() == 0
    assert host.left() == set()
    kept = kept_words(host.folder)
    shown = lost = doubled = 0
    for each in players:
        words = kept[each.label]
        shown += len(each.shown)
        lost += len(set(each.shown) - set(words))
        doubled += len(words) - len(set(words))
        assert set(words) <= set(each.tried)
    return shown, lost, doubled


async def lose_silently(player: Player, unnoticed_s: float) -> None:
    """Let nothing more arrive on either side; only the browser notices."""
    if player.line is None:
        raise LookupError(player.label)
    player.line.fall_silent()
    await asyncio.sleep(unnoticed_s)
    await player.leave()
    assert player.line.hanging


async def cut_off(
    marking: Sequence[Marking], count: int, draw: random.Random
) -> tuple[int, int]:
    """Cut connections at any moment; how many were closed, how many fell silent."""
    reached = [each for each in marking if each.player.line]
    closed = silent = 0
    while closed + silent < count:
        await asyncio.sleep(draw.uniform(0.1, 0.6))
        is_silent = silent < closed
        player = whom_to_cut(reached if is_silent else marking, draw)
        if not player.is_here:
            continue
        if is_silent:
            await lose_silently(player, draw.uniform(0.0, UNNOTICED_S))
        else:
            await player.leave()
        closed, silent = closed + (not is_silent), silent + is_silent
    return closed, silent


async def drops(folder: Path, seats: int, count: int) -> None:
    """Cut connections, half of them so that the server does not learn of it."""
    done = asyncio.Event()
    async with host_process(folder) as host, lines_to(host.port, seats // 2) as lines:
        players = await sit_down(host, seats, lines)
        marking = [Marking(each) for each in players]
        going = [asyncio.create_task(each.go_on(done)) for each in marking]
        closed, silent = await cut_off(marking, count, random.Random(1))
        await until(lambda: all(len(each.shown) >= EACH for each in players))
        done.set()
        await asyncio.gather(*going)
        await until(lambda: not any(each.hanging for each in lines))
        shown, lost, doubled = await verify(host, players)
    slowest = max(each for one in marking for each in one.returns_s)
    print(
        f"drops {closed} closed, {silent} silent over {seats}, shown {shown}, ", end=""
    )
    print(f"lost {lost}, doubled {doubled}, back within {slowest:.1f} s")
    assert (closed, silent) == (count - count // 2, count // 2)
    assert (lost, doubled) == (0, 0)
    assert shown >= EACH * seats
    assert slowest < BACK_S


async def kills(folder: Path, seats: int, count: int) -> None:
    """Kill the server, and start it again where it was."""
    draw, done = random.Random(2), asyncio.Event()
    async with host_process(folder) as host:
        players = await sit_down(host, seats)
        marking = [Marking(each) for each in players]
        going = [asyncio.create_task(each.go_on(done)) for each in marking]
        for number in range(1, count + 1):
            await asyncio.sleep(draw.uniform(1.0, 3.0))
            await host.kill()
            await host.start()
            await until(lambda: all(len(each.returns_s) >= number for each in marking))  # noqa: B023
        done.set()
        await asyncio.gather(*going)
        shown, lost, doubled = await verify(host, players)
    slowest = max(each for one in marking for each in one.returns_s)
    print(f"kills {count} with {seats}, shown {shown}, lost {lost}, ", end="")
    print(f"doubled {doubled}, all back within {slowest:.1f} s")
    assert (lost, doubled) == (0, 0)
    assert slowest < BACK_S


async def takeovers(folder: Path, count: int) -> None:
    """Open one seat in another tab while it is played in the first."""
    draw = random.Random(3)
    moved = 0
    async with host_process(folder) as host:
        (first,) = await sit_down(host, 1)
        now, tabs = first, [first]
        for number in range(count):
            word = f"take-{number}"
            typing = asyncio.create_task(now.mark(word))
            await asyncio.sleep(draw.uniform(0.0, 2.5))
            tab = Player(host.url, first.label)
            tab.cookie, tab.shown, tab.tried = first.cookie, first.shown, first.tried
            tabs.append(tab)
            await tab.back()
            with suppress(*LOST):
                await typing
            moved += now.closed_with == MOVED
            await now.leave()
            now = tab
        await now.leave()
        shown, lost, doubled = await verify(host, [first])
    print(f"takeovers {count}, told so {moved}, shown {shown}, ", end="")
    print(f"lost {lost}, doubled {doubled}")
    assert (moved, lost, doubled) == (count, 0, 0)
    assert shown


async def test_a_dropped_line_a_silent_one_and_a_killed_server_lose_nothing(
    tmp_path: Path,
) -> None:
    async with host_process(tmp_path) as host, lines_to(host.port, 1) as lines:
        (player,) = await sit_down(host, 1, lines)
        await player.mark("first-word")
        await player.leave()
        await player.back()
        await player.mark("second-word")
        await lose_silently(player, 0)
        await player.back()
        await player.mark("third-word")
        await until(lambda: not lines[0].hanging)
        await host.kill()
        await host.start()
        await player.back()
        await player.mark("fourth-word")
        found = await verify(host, [player])

    assert found == (4, 0, 0)


@pytest.mark.storm
async def test_sixty_drops_lose_nothing(tmp_path: Path) -> None:
    await drops(tmp_path, 20, 60)


@pytest.mark.storm
async def test_five_kills_of_the_server_lose_nothing(tmp_path: Path) -> None:
    await kills(tmp_path, 20, 5)


@pytest.mark.storm
async def test_fifty_tabs_that_take_over_lose_nothing(tmp_path: Path) -> None:
    await takeovers(tmp_path, 50)
