"""Draws an app, and hears a browser."""

from __future__ import annotations

import asyncio
from contextvars import ContextVar
from typing import Any, BinaryIO, TextIO

from textual import events
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size
from textual.message import Message

from empathy_sim.tui.hosting.key_parser import Listening
from empathy_sim.workshop.views.view import Outlet

PROLOGUE = (
    "\x1b[?1049h"  # the other screen
    "\x1b[?1000h\x1b[?1003h\x1b[?1015h\x1b[?1006h"  # the mouse
    "\x1b[?25l"  # no cursor
    "\x1b[?2004h"  # pastes in brackets
)
"""What a terminal is told before anything is drawn."""
LONE_S = 0.02
"""Seconds after which an Escape is alone: a browser sends a sequence in one piece."""

OUTLET: ContextVar[Outlet] = ContextVar("outlet")
"""Where the app draws that is started in this context."""


class SocketDriver(Driver):
    """A driver with no terminal, no thread and no signals of its own."""

    def __init__(self, app: App[Any], **settings: Any) -> None:
        """Draw to the outlet of the context."""
        super().__init__(app, **settings)
        self._outlet: Outlet | None = OUTLET.get()
        self._listening = Listening()
        self._giving_up: asyncio.TimerHandle | None = None
        self._opening = PROLOGUE

    @property
    def is_web(self) -> bool:
        return True

    @property
    def can_suspend(self) -> bool:
        """Never: the process is everybody's."""
        return False

    def write(self, data: str) -> None:
        if self._outlet is not None:
            self._outlet.write(self._opening + data)
            self._opening = ""

    def flush(self) -> None:
        if self._outlet is not None:
            self._outlet.flush()

    def open_again(self) -> None:
        """Begin with what a terminal is told first: it may be another one."""
        self._opening = PROLOGUE

    def start_application_mode(self) -> None:
        width, height = self._size or (80, 24)
        self.resize(width, height)

    def disable_input(self) -> None:
        """Hear nothing more."""
        if self._giving_up is not None:
            self._giving_up.cancel()
            self._giving_up = None

    def stop_application_mode(self) -> None:
        self._outlet = None

    def close(self) -> None:
        self.disable_input()
        self._outlet = None

    def resize(self, width: int, height: int) -> None:
        """Tell the app its size, in columns and rows."""
        self._size = width, height
        size = Size(width, height)
        self._app.post_message(events.Resize(size, size))

    def feed(self, text: str) -> None:
        """Hear what a terminal sent; a lone Escape is heard a moment later."""
        self.disable_input()
        self._hear(self._listening.feed(text))
        if self._listening.is_waiting:
            self._giving_up = self._loop.call_later(LONE_S, self._give_up)

    def _give_up(self) -> None:
        self._giving_up = None
        self._hear(self._listening.give_up())

    def _hear(self, messages: list[Message]) -> None:
        for message in messages:
            self.process_message(message)

    def send_message(self, message: Message) -> None:
        self._app.post_message(message)

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Open nothing: neither here nor in the browser."""

    def deliver_binary(
        self,
        binary: BinaryIO | TextIO,
        *,
        delivery_key: str,
        name: str | None = None,
        **_where: object,
    ) -> None:
        """Save nothing: the disk here is not the participant's."""
        binary.close()
        refused = PermissionError("nothing is saved from a hosted screen")
        self._app.post_message(
            events.DeliveryFailed(key=delivery_key, exception=refused, name=name)
        )
