"""People who play in a browser, scripted."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable
from contextlib import suppress

from aiohttp import (
    ClientError,
    ClientSession,
    ClientWebSocketResponse,
    CookieJar,
    TCPConnector,
    WSMsgType,
)

from tests.workshop.server.silent_lines import Line

PIECE = re.compile(r"\x1b\[(\d*);?(\d*)H|\x1b\[[0-?]*[ -/]*[@-~]|\x1b.|([^\x1b]+)")
WIDTH, HEIGHT = 100, 30
SEES_S = 120.0
BETWEEN_S = 0.1
WRITTEN_S = 3.0
MOVED = 4001
INSIGHT, TO_WORDS, ENTER, NOT_NOW = "\x1bOR", "\t", "\r", "\x1b"
ASKED = "Take it"
"""On the screen as long as an insight is asked for."""
PLAYED = "Hang up"


class Glass:
    """What a terminal shows of what it is sent: letters and where they stand."""

    def __init__(self) -> None:
        self._rows = [[" "] * WIDTH for _ in range(HEIGHT)]
        self._at = (0, 0)

    def show(self, frame: bytes) -> None:
        """Draw a frame."""
        for found in PIECE.finditer(frame.decode("utf-8", "replace")):
            if found[3] is not None:
                self._write(found[3])
            elif found[0].endswith("H"):
                self._at = int(found[1] or 1) - 1, int(found[2] or 1) - 1

    def _write(self, text: str) -> None:
        row, column = self._at
        for letter in text:
            if letter == "\n":
                row, column = row + 1, 0
            elif letter == "\r":
                column = 0
            elif row < HEIGHT and column < WIDTH:
                self._rows[row][column] = letter
                column += 1
        self._at = row, column

    @property
    def text(self) -> str:
        return "\n".join(map("".join, self._rows))


class Player:
    """One seat, and the browser it is played in."""

    def __init__(self, url: str, label: str, line: Line | None = None) -> None:
        """Sit nowhere yet; with a line, the screen is reached through it alone."""
        self.url, self.label, self.line = url, label, line
        self.cookie = ""
        self.glass = Glass()
        self.shown: list[str] = []
        """The words that were taken, as far as the screen told."""
        self.tried: list[str] = []
        self.closed_with = 0
        self.heard: Callable[[bytes, float], None] = lambda frame, now: None  # noqa: ARG005
        self._session: ClientSession | None = None
        self._socket: ClientWebSocketResponse | None = None
        self._reading: asyncio.Task[None] | None = None

    @property
    def is_here(self) -> bool:
        return self._socket is not None and not self._socket.closed

    async def join(self, code: str) -> None:
        """Come in with the code, and sit down."""
        jar = CookieJar(unsafe=True)
        origin = {"Origin": self.url}
        async with ClientSession(self.url, cookie_jar=jar, headers=origin) as session:
            await session.post("/", data={"code": code})
            await session.post("/join", data={"label": self.label})
            held = [f"{each.key}={each.value}" for each in jar]
        self.cookie = "; ".join(sorted(held, key=lambda each: "-seat-" in each))
        if "-seat-" not in self.cookie:
            raise ConnectionRefusedError

    async def open(self) -> None:
        """Show the seat's screen here.

        Raises:
            OSError, ClientError: the server is not there.
        """
        await self.leave()
        self.glass, self.closed_with = Glass(), 0
        self._session = ClientSession(
            self.line.url if self.line else self.url,
            connector=TCPConnector(limit=0),
            headers={
                "Host": self.url.removeprefix("http://"),
                "Origin": self.url,
                "Cookie": self.cookie,
            },
        )
        self._socket = await self._session.ws_connect(
            f"/seat/screen?width={WIDTH}&height={HEIGHT}", max_msg_size=0
        )
        self._reading = asyncio.create_task(self._read(self._socket))

    async def back(self) -> float:
        """Come back as a page does, trying again; the seconds it took."""
        began = time.monotonic()
        while time.monotonic() - began < SEES_S:
            with suppress(OSError, ClientError):
                await self.open()
                await self.see(lambda text: PLAYED in text or ASKED in text)
                return time.monotonic() - began
            await asyncio.sleep(BETWEEN_S)
        raise TimeoutError

    async def leave(self) -> None:
        """Be gone without a word, as a laptop that is shut."""
        reading, session = self._reading, self._session
        self._reading = self._session = self._socket = None
        if reading is not None:
            reading.cancel()
            await asyncio.gather(reading, return_exceptions=True)
        if session is not None and session.connector is not None:
            await session.connector.close()
            await session.close()

    async def _read(self, socket: ClientWebSocketResponse) -> None:
        async for message in socket:
            if message.type is WSMsgType.BINARY:
                self.heard(message.data, time.perf_counter())
                self.glass.show(message.data)
        self.closed_with = socket.close_code or 0

    async def press(self, *keys: str) -> None:
        """Type.

        Raises:
            ConnectionError: nobody listens any longer.
        """
        if self._socket is None:
            raise ConnectionResetError
        for each in keys:
            await self._socket.send_json(["stdin", each])

    async def see(self, fits: Callable[[str], bool], within_s: float = SEES_S) -> None:
        """Wait until the screen shows something.

        Raises:
            ConnectionError: the connection was lost before.
            TimeoutError: it never does.
        """
        began = time.monotonic()
        while not fits(self.glass.text):
            if not self.is_here:
                raise ConnectionResetError
            if time.monotonic() - began > within_s:
                raise TimeoutError(self.glass.text)
            await asyncio.sleep(0.01)

    async def begin(self) -> None:
        """Agree to the contract, and go on to where something is played."""
        await self.open()
        await self.see(lambda text: "Begin" in text)
        await self.press(ENTER)
        await self.see(lambda text: "Go on" in text)
        await self.press(ENTER)
        await self.see(lambda text: PLAYED in text)

    async def mark(self, word: str) -> None:
        """Mark an insight with a word of its own; `shown` once it is taken.

        Raises:
            ConnectionError: the connection was lost on the way.
        """
        while word not in self.glass.text:
            await self._ask(word)
        self.tried.append(word)
        await self.press(ENTER)
        await self.see(lambda text: ASKED not in text)
        self.shown.append(word)

    async def _ask(self, word: str) -> None:
        """Open the insight afresh, and write; a key too early is not taken."""
        if ASKED in self.glass.text:
            await self.press(NOT_NOW)
            await self.see(lambda text: ASKED not in text)
        await self.press(INSIGHT)
        await self.see(lambda text: ASKED in text)
        await self.press(TO_WORDS)
        await asyncio.sleep(BETWEEN_S)
        await self.press(word)
        with suppress(TimeoutError):
            await self.see(lambda text: word in text, within_s=WRITTEN_S)
