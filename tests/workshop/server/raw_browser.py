"""Requests written by hand, as whoever means harm would."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)
TITLE = re.compile(rb"<h1>([^<]*)</h1>")
HANDSHAKE = (
    ("Connection", "Upgrade"),
    ("Upgrade", "websocket"),
    ("Sec-WebSocket-Version", "13"),
    ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
)
WITHIN_S = 20.0

Headers = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    head: bytes
    body: bytes

    @property
    def title(self) -> str:
        """What a page says largest; empty where it is no page."""
        found = TITLE.search(self.body)
        return found[1].decode() if found else ""


class RawBrowser:
    """One connection at a time, kept as long as the server keeps it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def ask(
        self, method: str, path: str, headers: Headers, body: bytes = b""
    ) -> Answer:
        """Send a request and read the answer; of one that goes on, only its head."""
        for attempt in (1, 2):
            try:
                return await self._once(method, path, headers, body)
            except (ConnectionError, asyncio.IncompleteReadError):
                await self.close()
                if attempt == 2:
                    raise
        raise AssertionError

    async def _once(
        self, method: str, path: str, headers: Headers, body: bytes
    ) -> Answer:
        reader, writer = await self.line()
        lines = [f"{method} {path} HTTP/1.1"]
        lines += [f"{name}: {value}" for name, value in headers]
        if method == "POST":
            lines += ["Content-Type: application/x-www-form-urlencoded"]
            lines += [f"Content-Length: {len(body)}"]
        text = "\r\n".join((*lines, "", "")).encode("utf-8", "surrogateescape")
        writer.write(text + body)
        async with asyncio.timeout(WITHIN_S):
            head = await reader.readuntil(b"\r\n\r\n")
            status = int(head.split(b" ", 2)[1])
            length = LENGTH.search(head)
            if length is None and status not in {204, 303}:
                await self.close()
                return Answer(status, head, b"")
            found = await reader.readexactly(int(length[1])) if length else b""
        return Answer(status, head, found)

    async def line(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """The connection, opened anew where it is gone."""
        if self._reader is None or self._writer is None or self._reader.at_eof():
            await self.close()
            self._reader, self._writer = await asyncio.open_connection(
                "127.0.0.1", self._port
            )
        return self._reader, self._writer

    async def close(self) -> None:
        """Cut the connection."""
        if self._writer is not None:
            self._writer.close()
            with suppress(ConnectionError):
                await self._writer.wait_closed()
        self._reader = self._writer = None


@asynccontextmanager
async def raw_browser(port: int) -> AsyncIterator[RawBrowser]:
    """A browser that is closed again."""
    browser = RawBrowser(port)
    try:
        yield browser
    finally:
        await browser.close()
