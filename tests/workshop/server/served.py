"""A room that is served on this computer."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager

from aiohttp import (
    ClientResponse,
    ClientSession,
    CookieJar,
    TCPConnector,
    ThreadedResolver,
)
from aiohttp.abc import ResolveResult

from empathy_sim.workshop.room.events import Chair
from empathy_sim.workshop.server.addresses import address_of
from empathy_sim.workshop.server.hosting import Hosting
from empathy_sim.workshop.server.keys import RoomKeys
from empathy_sim.workshop.server.listening import listening
from empathy_sim.workshop.views.collecting import Collecting
from empathy_sim.workshop.views.view import Maker, Outlet, View
from tests.workshop.room.rooms import Workshop

_A_LOOK_S = 0.005
KEYS = RoomKeys("a-master-that-only-a-test-has")


class StillView:
    """A view that shows one word, and remembers what is typed."""

    def __init__(self, outlet: Outlet) -> None:
        self.outlet, self.typed = outlet, ""
        self._over = asyncio.Event()

    async def run(self) -> None:
        self.outlet.write("shown")
        await self._over.wait()

    def feed(self, text: str) -> None:
        self.typed += text

    def resize(self, width: int, height: int) -> None:
        """Stay as it is."""

    def focus(self, here: bool) -> None:
        """Stay as it is."""

    def repaint(self) -> None:
        self.outlet.write("shown")

    def ask(self, answered: Callable[[], None]) -> None:
        answered()

    def is_running(self, frame: object) -> bool:
        return False

    def close(self) -> None:
        self._over.set()


class StillCollector:
    """Sweeps nothing: the tests' own memory is left as it is."""

    def freeze(self) -> None: ...

    def unfreeze(self) -> None: ...

    def collect(self) -> int:
        return 0

    def get_threshold(self) -> tuple[int, int, int]:
        return (700, 10, 10)

    def set_threshold(self, young: int, older: int, oldest: int, /) -> None: ...


class Here(ThreadedResolver):
    """Finds every name on this computer."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        (found,) = await super().resolve("127.0.0.1", port, family)
        return [{**found, "hostname": host}]


class Served:
    """A served room, and people who come to it with browsers of their own."""

    def __init__(self, workshop: Workshop, hosting: Hosting) -> None:
        self.workshop, self.hosting = workshop, hosting
        self.room = workshop.room
        self._browsers: list[ClientSession] = []
        self.port = 0
        self.trusts: ssl.SSLContext | None = None
        """How a browser speaks TLS here."""
        self.at_last = AsyncExitStack()
        """What is closed before the browsers are."""

    @property
    def url(self) -> str:
        return self.hosting.address.shown

    @property
    def origin(self) -> Mapping[str, str]:
        return {"Origin": self.url}

    def browser(self) -> ClientSession:
        """A browser that has never been here; it follows no redirect by itself."""
        line = TCPConnector(ssl=self.trusts or True, resolver=Here())
        jar = CookieJar(unsafe=True)
        made = ClientSession(self.url, cookie_jar=jar, connector=line)
        self._browsers.append(made)
        return made

    async def joined(
        self, label: str, chair: Chair = "customer", about: str = ""
    ) -> ClientSession:
        """Somebody who came in by the link on the wall and sat down."""
        browser = self.browser()
        await browser.get(f"/j/{KEYS.of('join')}")
        answer = await browser.post(
            "/join",
            data={"label": label, "chair": chair, "about": about},
            headers=self.origin,
            allow_redirects=False,
        )
        assert answer.status == 303, await answer.text()
        return browser

    async def facilitator(self) -> ClientSession:
        """Whoever runs the room."""
        browser = self.browser()
        await browser.get(f"/f/{KEYS.of('facilitator')}")
        return browser

    def seat(self, label: str) -> str:
        """The id of somebody's seat."""
        return next(
            each.id for each in self.room.state.seats.values() if each.label == label
        )

    async def close(self) -> None:
        await self.at_last.aclose()
        for each in self._browsers:
            await each.close()


async def until(comes: Callable[[], object], within_s: float = 60.0) -> None:
    """Wait for something to be so."""
    for _ in range(round(within_s / _A_LOOK_S)):
        if comes():
            return
        await asyncio.sleep(_A_LOOK_S)
    raise TimeoutError


async def words_of(answer: ClientResponse) -> str:
    """A page's text, on one line."""
    return " ".join((await answer.text()).split())


@asynccontextmanager
async def served(
    *, tls: ssl.SSLContext | None = None, public_url: str = "", **how: object
) -> AsyncIterator[Served]:
    """Serve a room on a free port of this computer."""
    workshop = Workshop(**how)  # type: ignore[arg-type]

    def maker(seat: str) -> Maker:
        del seat

        def make(outlet: Outlet, width: int, height: int) -> View:
            del width, height
            return StillView(outlet)

        return make

    hosting = Hosting(
        room=workshop.room,
        attendance=workshop.attendance,
        keys=KEYS,
        address=address_of("127.0.0.1", 1),
        makers=maker,
        collecting=Collecting(StillCollector()),
    )
    runner = await listening(hosting, "127.0.0.1", 0, tls)
    port = runner.addresses[0][1]
    hosting.address = address_of(
        "127.0.0.1", port, tls=tls is not None, public_url=public_url
    )
    here = Served(workshop, hosting)
    here.port = port
    try:
        yield here
    finally:
        await here.close()
        await runner.cleanup()
        workshop.room.suspend()
