"""The facilitator's board, as an app."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.content import Content
from textual.notifications import SeverityLevel
from textual.widgets import Input

from empathy_sim.tui.guarded_app import GuardedApp
from empathy_sim.tui.screens.board import BoardScreen
from empathy_sim.tui.screens.confirm import ConfirmScreen
from empathy_sim.workshop.desk import Desk


class BoardApp(GuardedApp[int]):
    """One board, in a terminal or in a browser's."""

    SUSPENDED_SCREEN_CLASS = "-under-a-dialog"

    def __init__(
        self,
        desk: Desk,
        draw: Callable[[str], str],
        *,
        colour: str = "",
        leaving: str = "",
    ) -> None:
        """Open a board.

        Args:
            desk: what is seen and done.
            draw: makes a picture of half blocks that holds a link.
            colour: the company's.
            leaving: what happens to the room where this board is left, which is
                asked about; empty where only this look at it is over.
        """
        super().__init__()
        self._desk, self._draw, self._colour = desk, draw, colour
        self._leaving = leaving

    def on_mount(self) -> None:
        if self._colour:
            self.company = self._colour
        self.push_screen(BoardScreen(self._desk, self._draw))

    def notify(
        self,
        message: str | Content,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,  # noqa: ARG002
    ) -> None:
        """Say something on the board itself; where a dialog lies on it, over that.

        What could not be done is said over a dialog that opens then, too.
        """
        warns = severity != "information"
        words = message.plain if isinstance(message, Content) else message
        if isinstance(self.screen, BoardScreen):
            self.screen.said.say(words, warns=warns)
            if not warns:
                return
        super().notify(
            words, title=title, severity=severity, timeout=timeout, markup=False
        )

    async def on_event(self, event: events.Event) -> None:
        """Take a large letter as the small one, wherever nothing is written."""
        match event:
            case events.Key(character=str() as letter) if self._is_large(letter):
                event = events.Key(letter.lower(), letter.lower())
        await super().on_event(event)

    def _is_large(self, letter: str) -> bool:
        return letter.isupper() and not isinstance(self.focused, Input)

    async def action_quit(self) -> None:
        """Close the board; where the room stops with it, ask first."""
        if not self._leaving:
            self.exit()
        elif not isinstance(self.screen, ConfirmScreen):
            asked = ConfirmScreen(
                "Stop the room?", yes="Stop", no="Go on", consequence=self._leaving
            )
            self.push_screen(asked, self._left)

    def _left(self, sure: bool | None) -> None:
        if sure:
            self.exit()
