"""An app on an outlet, as browsers see it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from empathy_sim.tui.guarded_app import GuardedApp
from empathy_sim.tui.hosting.hosted import HostedView, hosted
from empathy_sim.tui.hosting.socket_driver import SocketDriver

ESCAPES = re.compile(r"\x1b\[[?>\d;]*[a-zA-Z]|\x1b\][^\x07]*\x07")
SIZE = (80, 24)


class Noting(GuardedApp[str]):
    """An app that shows and keeps what it hears."""

    CSS = "Noting Static { width: 1fr; height: 3; color: $company; }"

    def __init__(self, name: str = "Ann") -> None:
        super().__init__()
        self.heard: list[str] = []
        self.printed: list[str] = []
        self.pasted: list[str] = []
        self.delivered: list[events.DeliveryFailed] = []
        self.called = name

    def compose(self) -> ComposeResult:
        yield Static(f"This is {self.called}", id="said")

    def on_mount(self) -> None:
        self.begin_capture_print(self)

    def on_print(self, event: events.Print) -> None:
        self.printed.append(event.text)

    def on_paste(self, event: events.Paste) -> None:
        self.pasted.append(event.text)

    def on_delivery_failed(self, event: events.DeliveryFailed) -> None:
        self.delivered.append(event)

    def on_key(self, event: events.Key) -> None:
        self.heard.append(event.key)
        match event.character:
            case "!":
                secret = "what she typed"
                raise ZeroDivisionError(len(secret))
            case "p":
                print(f"printed by {self.called}")
            case _:
                said = f"{self.called} heard {' '.join(self.heard[-5:])}"
                self.query_one("#said", Static).update(said, layout=False)


class Page:
    """What a browser was sent."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.shown: list[str] = []
        """What had been written when something was to be shown at once."""

    def write(self, text: str) -> None:
        self.pieces.append(text)

    def flush(self) -> None:
        self.shown = list(self.pieces)

    @property
    def sent(self) -> str:
        return "".join(self.pieces)

    @property
    def shows(self) -> str:
        """Every word that was sent, the newest last."""
        return ESCAPES.sub("", self.sent)


async def until(comes: Callable[[], object]) -> None:
    """Wait for something to be so."""
    for _ in range(2_000):
        if comes():
            return
        await asyncio.sleep(0.01)
    raise TimeoutError


class Stage:
    """A hosted app."""

    def __init__(self, app: GuardedApp[Any], size: tuple[int, int] = SIZE) -> None:
        self.app = app
        self.page = Page()
        made = hosted(lambda: app)(self.page, *size)
        assert isinstance(made, HostedView)
        self.view = made
        self.life = asyncio.create_task(made.run())

    @property
    def driver(self) -> SocketDriver:
        driver = self.app._driver
        assert isinstance(driver, SocketDriver)
        return driver

    async def shown(self, words: str) -> None:
        """Wait until some words were sent."""
        await until(lambda: words in self.page.shows)

    async def close(self) -> None:
        """End the app, however it ends."""
        self.view.close()
        await asyncio.wait((self.life,))


@asynccontextmanager
async def noting(name: str = "Ann") -> AsyncIterator[tuple[Noting, Stage]]:
    """An app that is there and takes keys."""
    app = Noting(name)
    stage = Stage(app)
    try:
        await stage.shown(f"This is {name}")
        yield app, stage
    finally:
        await stage.close()
