"""Twelve ways to mean harm to a room."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from aiohttp import (
    ClientError,
    ClientSession,
    ClientTimeout,
    ClientWebSocketResponse,
    TCPConnector,
)

CONNECTIONS = 40
KEPT = 300
LATE_S = 0.5
TYPED = "\x1bOR\t"
"""Opens the insight, and goes to its words."""


@dataclass
class Attack:
    """Somebody who means harm: with a seat of the room, or from outside."""

    url: str
    cookie: str
    until: float
    count: int = 0
    """What was sent, or opened."""
    kept: list[socket.socket] = field(default_factory=list)

    @property
    def goes_on(self) -> bool:
        return time.monotonic() < self.until

    @property
    def address(self) -> tuple[str, int]:
        host, _, port = self.url.removeprefix("http://").partition(":")
        return host, int(port)

    @property
    def head(self) -> str:
        """What a request of a page of ours says."""
        return (
            f"Host: {self.url.removeprefix('http://')}\r\n"
            f"Origin: {self.url}\r\nCookie: {self.cookie}\r\n"
        )

    @asynccontextmanager
    async def browser(self) -> AsyncIterator[ClientSession]:
        """As many connections as one likes."""
        async with ClientSession(
            self.url,
            connector=TCPConnector(limit=0),
            headers={"Origin": self.url, "Cookie": self.cookie},
            timeout=ClientTimeout(total=20),
        ) as made:
            yield made

    async def at_once(self, deed: Callable[[ClientSession], Awaitable[None]]) -> None:
        """Do something on many connections, again and again."""

        async def again(session: ClientSession) -> None:
            while self.goes_on:
                with suppress(ClientError, OSError, TimeoutError):
                    async with asyncio.timeout(
                        max(0.05, self.until - time.monotonic())
                    ):
                        await deed(session)
                self.count += 1
                await asyncio.sleep(0)

        async with self.browser() as session:
            await asyncio.gather(*(again(session) for _ in range(CONNECTIONS)))

    async def on_screen(
        self, deed: Callable[[ClientWebSocketResponse], Awaitable[None]]
    ) -> None:
        """Do something on the own seat's screen, and come back when thrown out."""
        async with self.browser() as session:
            while self.goes_on:
                with suppress(ClientError, OSError, TimeoutError):
                    async with asyncio.timeout(
                        max(0.05, self.until - time.monotonic())
                    ):
                        await self._screen(session, deed)
                await asyncio.sleep(0.01)

    async def _screen(
        self,
        session: ClientSession,
        deed: Callable[[ClientWebSocketResponse], Awaitable[None]],
    ) -> None:
        where = "/seat/screen?width=100&height=30"
        async with session.ws_connect(where, max_msg_size=0) as screen:
            reading = asyncio.create_task(read_all(screen))
            try:
                while self.goes_on and not screen.closed:
                    await deed(screen)
                    self.count += 1
                    await asyncio.sleep(0)
            finally:
                reading.cancel()


async def read_all(screen: ClientWebSocketResponse) -> None:
    async for _ in screen:
        pass


async def keys(attack: Attack) -> None:
    """Keys as fast as they can be sent."""
    await attack.on_screen(lambda screen: screen.send_json(["stdin", "12345"]))


async def huge_messages(attack: Attack) -> None:
    """Messages of a million bytes."""
    await attack.on_screen(lambda screen: screen.send_str("x" * 1_000_000))


async def resizes(attack: Attack) -> None:
    """A window that is huge, then tiny."""

    async def resize(screen: ClientWebSocketResponse) -> None:
        for width, height in ((30_000, 10_000), (1, 1), (300, 100), (-5, 0)):
            await screen.send_json(["resize", {"width": width, "height": height}])

    await attack.on_screen(resize)


async def bad_packets(attack: Attack) -> None:
    """What no page sends."""
    bad = (
        "[" * 8_000,
        '["stdin", 5]',
        "\x00",
        '["run", "rm"]',
        json.dumps([["a"] * 9]),
    )

    async def send(screen: ClientWebSocketResponse) -> None:
        await screen.send_str(bad[attack.count % len(bad)])

    await attack.on_screen(send)


async def slow_reader(attack: Attack) -> None:
    """A screen that is drawn and never read."""
    loop = asyncio.get_running_loop()
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2_048)
    line.setblocking(False)
    attack.kept.append(line)
    with suppress(OSError):
        await loop.sock_connect(line, attack.address)
        asked = (
            f"GET /seat/screen?width=300&height=100 HTTP/1.1\r\n{attack.head}"
            "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        )
        await loop.sock_sendall(line, asked.encode())
        while attack.goes_on:
            for text in (TYPED, "\x1b"):
                await loop.sock_sendall(line, masked(json.dumps(["stdin", text])))
                attack.count += 1
                await asyncio.sleep(0.2)


def masked(text: str) -> bytes:
    """A short message of a browser (RFC 6455, 5.2), its mask nought."""
    return bytes((0x81, 0x80 | len(text), 0, 0, 0, 0)) + text.encode()


async def half_open(attack: Attack) -> None:
    """Connections that begin to ask and never end."""
    while attack.goes_on:
        with suppress(OSError):
            line = socket.create_connection(attack.address, timeout=0.2)
            line.sendall(b"GET / HTTP/1.1\r\nHost: ")
            attack.kept.append(line)
            attack.count += 1
        if len(attack.kept) > KEPT:
            attack.kept.pop(0).close()
        await asyncio.sleep(0)


async def joins(attack: Attack) -> None:
    """One seat after another."""

    async def join(session: ClientSession) -> None:
        label = f"x{attack.count}-{time.monotonic()}"
        form = {"label": label, "chair": "customer"}
        cookies = {"Cookie": attack.cookie.rpartition("; ")[0]}
        async with session.post(
            "/join", data=form, headers=cookies, allow_redirects=False
        ):
            pass

    await attack.at_once(join)


async def codes(attack: Attack) -> None:
    """One code after another."""

    async def code(session: ClientSession) -> None:
        async with session.post("/", data={"code": f"b{attack.count:05}"}):
            pass

    await attack.at_once(code)


async def event_streams(attack: Attack) -> None:
    """Streams that stay open."""

    async def follow(session: ClientSession) -> None:
        async with session.get("/seat/events") as events:
            await events.content.read()

    await attack.at_once(follow)


async def paste_bombs(attack: Attack) -> None:
    """Pastes as long as a message may be."""

    async def paste(screen: ClientWebSocketResponse) -> None:
        pasted = f"{TYPED}\x1b[200~{'p[]' * 5_000}\x1b[201~\x1b"
        await screen.send_json(["stdin", pasted])

    await attack.on_screen(paste)


async def header_floods(attack: Attack) -> None:
    """Requests that are nothing but headers."""
    many = {f"X-{number}": "h" * 4_000 for number in range(60)}

    async def ask(session: ClientSession) -> None:
        async with session.get("/", headers=many):
            pass

    await attack.at_once(ask)


async def reconnects(attack: Attack) -> None:
    """A screen that is opened and left, many times at once."""

    async def look(session: ClientSession) -> None:
        async with session.ws_connect("/seat/screen?width=120&height=40"):
            pass

    await attack.at_once(look)


ABUSES: Mapping[str, Callable[[Attack], Awaitable[None]]] = {
    each.__name__: each
    for each in (
        keys,
        huge_messages,
        resizes,
        bad_packets,
        slow_reader,
        half_open,
        joins,
        codes,
        event_streams,
        paste_bombs,
        header_floods,
        reconnects,
    )
}


async def abuse(kind: str, url: str, cookie: str, seconds: float) -> int:
    """Mean harm for some seconds; how much was sent."""
    attack = Attack(url, cookie, time.monotonic() + seconds)
    harm = asyncio.ensure_future(ABUSES[kind](attack))
    try:
        await asyncio.wait((harm,), timeout=seconds + LATE_S)
    finally:
        harm.cancel()
        for line in attack.kept:
            line.close()
    return attack.count


async def abuse_and_go(kind: str, url: str, cookie: str, seconds: float) -> None:
    """Mean harm, and be gone without closing anything."""
    print(await abuse(kind, url, cookie, seconds), flush=True)
    os._exit(0)


if __name__ == "__main__":
    named, where, held, lasts = sys.argv[1:]
    asyncio.run(abuse_and_go(named, where, held, float(lasts)))
