"""A browser with a page of lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from tests.workshop.server.served import Served

PATIENCE_S = 30


class LineTab:
    """One tab: what it was told, each line once, and what it can press."""

    def __init__(self, here: Served, browser: ClientSession) -> None:
        self._here, self.browser = here, browser
        self._socket: ClientWebSocketResponse
        self.run, self.read, self.closed_with = "", 0, 0
        self.number: int | None = None
        """Which tab it is, as its page was told."""
        self.lines: list[dict[str, Any]] = []
        self.now: dict[str, Any] = {}
        self._typed = 0

    @property
    def text(self) -> str:
        return "\n".join(each["says"] for each in self.lines)

    @property
    def offers(self) -> dict[str, str]:
        """What each button is called, and the line it stands for."""
        return {each["label"]: each["line"] for each in self.now["asking"]["offers"]}

    async def open(self) -> LineTab:
        """Connect, or connect again, and hear what was missed."""
        query = f"?run={self.run}&read={self.read}"
        if self.number is not None:
            query += f"&tab={self.number or ''}"
        self.closed_with = 0
        self._socket = await self.browser.ws_connect(
            f"/seat/line{query}", headers=self._here.origin
        )
        self._here.at_last.push_async_callback(self._socket.close)
        await self.hear()
        return self

    async def to_the_terminal(self) -> ClientWebSocketResponse:
        """Open the terminal instead, in the same browser."""
        screen = await self.browser.ws_connect(
            "/seat/screen", headers=self._here.origin
        )
        self._here.at_last.push_async_callback(screen.close)
        return screen

    async def another(self) -> LineTab:
        """Another tab of the same browser."""
        return await LineTab(self._here, self.browser).open()

    async def leave(self) -> None:
        """Close the tab."""
        await self._socket.close()

    async def hear(self) -> bool:
        """Take the next message; whether there was one before the end."""
        message = await self._socket.receive(timeout=PATIENCE_S)
        if message.type is not WSMsgType.TEXT:
            self.closed_with = self._socket.close_code or 0
            return False
        told = message.json()
        match told:
            case ["tab", int(number)]:
                self.number = number
                return await self.hear()
            case _:
                self.take(told)
                return True

    def take(self, told: dict[str, Any]) -> None:
        """Take what is told of the story."""
        if told["run"] != self.run:
            self.run, self.read = told["run"], 0
            self.lines.clear()
        numbers = [each["n"] for each in told["lines"]]
        if numbers and self.read:
            first = self.read + 1
            assert numbers == [*range(first, first + len(numbers))], "lost or doubled"
        self.lines.extend(told["lines"])
        self.read = numbers[-1] if numbers else self.read
        self.now = told

    async def until(self, comes: Callable[[], object]) -> None:
        """Hear until something is so, or the connection ends."""
        while not comes() and await self.hear():
            pass

    async def type(self, line: str, *, mark: str = "", turn: int | None = None) -> None:
        """Type a line, and hear until it was taken."""
        self._typed += 1
        mark = mark or f"t{self._typed}"
        sent = {"line": line, "mark": mark}
        await self.send(sent if turn is None else {**sent, "turn": turn})
        await self.until(lambda: mark in self.now["taken"])

    async def press(self, label: str) -> None:
        """Press the button that is called so."""
        await self.type(self.offers[label], turn=self.now["turn"])

    async def go_on(self) -> None:
        """Press whatever leads on, once there is something."""
        await self.until(lambda: self._onward() is not None)
        onward = self._onward()
        if onward is not None and not self.closed_with:
            await self.press(onward)

    def _onward(self) -> str | None:
        if "Go on" in self.offers:
            return "Go on"
        offers = self.now["asking"]["offers"]
        if offers and self.now["standing"]["leaves"] == "End the debrief":
            return next(str(each["label"]) for each in offers if not each["line"])
        leads = (each for each in offers if each["sort"] in {"go", "pass", "choice"})
        return next((each["label"] for each in leads), None)

    async def send(self, what: object) -> None:
        await self._socket.send_json(what)

    async def send_raw(self, what: str | bytes) -> None:
        match what:
            case str():
                await self._socket.send_str(what)
            case _:
                await self._socket.send_bytes(what)


async def sits_down(here: Served, label: str = "Ines") -> LineTab:
    """Somebody whose tab with lines is open, before the contract is accepted."""
    browser = await here.joined(label)
    if here.room.state.phase == "lobby":
        here.workshop.begin()
    return await LineTab(here, browser).open()


async def on_hold(here: Served, label: str = "Ines") -> LineTab:
    """Somebody in the story, on hold."""
    tab = await sits_down(here, label)
    while not tab.now["standing"]["stage"]:
        await tab.go_on()
    return tab
