"""Keys are heard one after another."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from textual.app import App
from textual.dom import DOMNode
from textual.events import Key, Paste

Typed: TypeAlias = Key | Paste

LONGEST_S = 2.0
"""Seconds after which what was typed next is heard, whatever became of the last."""


class KeysInTurn:
    """Hands on what is typed, each key once the one before it has had its effect.

    A key that a widget does not take goes up from parent to parent, each in its turn,
    and what it does is done at the top. Where everything is slow, the next key would
    long have gone to the widget that had the focus before.
    """

    def __init__(
        self, app: App[Any], hand_on: Callable[[Typed], Awaitable[None]]
    ) -> None:
        """Begin with nothing typed.

        Args:
            app: whose keys they are.
            hand_on: gives something typed to whatever has the focus.
        """
        self._app, self._hand_on = app, hand_on
        self._typed: deque[Typed] = deque()
        self._last: Typed | None = None

    async def take(self, typed: Typed) -> None:
        """Hand it on now, or in its turn."""
        self._typed.append(typed)
        if self._last is None:
            await self._go_on()
        elif len(self._typed) == 1:
            self._wait_for(self._last)

    async def came_back(self, typed: Typed) -> None:
        """Learn that something typed has had its effect at the top."""
        await self._over(typed)

    async def _go_on(self) -> None:
        self._last = None
        while self._typed and self._last is None and self._app.screen_stack:
            typed = self._typed.popleft()
            target = self._app.focused or self._app.screen
            await self._hand_on(typed)
            if typed.is_forwarded:
                self._last = typed
                self._follow(typed, target)
        if self._typed and self._last is not None:
            self._wait_for(self._last)

    def _wait_for(self, last: Typed) -> None:
        self._app.set_timer(LONGEST_S, lambda: self._over(last))

    def _follow(self, typed: Typed, node: DOMNode | None) -> None:
        """Look after each widget that it comes to whether that has taken it."""
        while node is not None and node is not self._app:
            if node.call_later(self._passed, typed, node):
                return
            node = node.parent

    def _passed(self, typed: Typed, node: DOMNode) -> None:
        if typed._stop_propagation:  # noqa: SLF001
            self._app.call_later(self._over, typed)
        else:
            self._follow(typed, node.parent)

    async def _over(self, typed: Typed) -> None:
        if typed is self._last:
            await self._go_on()
