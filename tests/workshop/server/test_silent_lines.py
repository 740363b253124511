"""Nothing is left of a silent line."""

from __future__ import annotations

import asyncio

from aiohttp import ClientSession, ClientWebSocketResponse, ClientWSTimeout

from tests.workshop.server.served import Served, StillView, served, until
from tests.workshop.server.silent_lines import Line, lines_to

OF_A_SCREEN = ("Browser.ping", "Link.run", "screen_socket")
SOON = ClientWSTimeout(ws_close=0.05)
WELL_BEFORE_SILENCE_IS_NOTICED_S = 20.0


def at_work() -> list[str]:
    """What the server does for the screens that it takes to be there."""
    tasks = [each.get_coro() for each in asyncio.all_tasks()]
    names = [getattr(each, "__qualname__", "") for each in tasks]
    return sorted(each for each in names if each in OF_A_SCREEN)


async def screen_by(
    line: Line, browser: ClientSession, here: Served
) -> ClientWebSocketResponse:
    """A seat's screen, as it comes over a line."""
    headers = {**here.origin, "Host": here.url.removeprefix("http://")}
    where = f"{line.url}/seat/screen"
    screen = await browser.ws_connect(where, headers=headers, timeout=SOON)
    assert (await screen.receive(timeout=60)).data == b"shown"
    return screen


async def test_who_comes_back_from_silence_goes_on_and_the_old_line_is_cut_off() -> (
    None
):
    views: list[StillView] = []

    def view(outlet: object, width: int, height: int) -> StillView:
        del width, height
        views.append(StillView(outlet))  # type: ignore[arg-type]
        return views[-1]

    async with served(solo=True) as here, lines_to(here.port, 1) as (line,):
        here.hosting.makers = lambda _seat: view
        browser = await here.joined("Ines")
        before = await screen_by(line, browser, here)
        await before.send_json(["stdin", "a"])
        await until(lambda: views[0].typed == "a")
        with_one = at_work()

        line.fall_silent()
        await before.send_json(["stdin", "lost"])
        await before.close()
        assert line.hanging == 1
        after = await screen_by(line, browser, here)
        await after.send_json(["stdin", "b"])
        await until(lambda: views[0].typed == "ab")

        await until(lambda: not line.hanging, WELL_BEFORE_SILENCE_IS_NOTICED_S)
        await until(lambda: at_work() == with_one)
        assert len(views) == 1
        assert with_one == ["Browser.ping", "Link.run"]
        assert not after.closed
        await after.close()
        await until(lambda: not at_work())
