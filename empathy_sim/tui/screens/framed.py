"""A page of the frame around the story."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, Static

from empathy_sim.engine.events import Event
from empathy_sim.engine.frame_events import PhaseBegan
from empathy_sim.engine.moves import Leave, Move
from empathy_sim.errors import MoveRefused, StoreError
from empathy_sim.session.port import SessionPort
from empathy_sim.tui.plain import plain


class Column(VerticalScroll):
    """A readable column in the middle of the screen."""


class FramedScreen(Screen[None]):
    """Shows one phase of a session; over when the session has gone on."""

    CSS_PATH = "framed.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (104, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f10", "leave", "Leave", id="journey.leave"),
    ]

    def __init__(self, port: SessionPort, kept_in: str) -> None:
        """Show a session's phase.

        Args:
            port: the session.
            kept_in: where it is kept, as a person would find it.
        """
        super().__init__()
        self.port = port
        self.kept_in = kept_in
        self.phase = port.scene().phase

    def on_mount(self) -> None:
        self._stop_listening = self.port.changes(self._heard)

    def on_unmount(self) -> None:
        self._stop_listening()

    def _heard(self, events: tuple[Event, ...]) -> None:
        if any(isinstance(event, PhaseBegan) for event in events):
            self.call_later(self._end_with_phase)

    def _end_with_phase(self) -> None:
        if self.port.scene().phase != self.phase and self.is_current:
            self.dismiss(None)

    async def submit(self, move: Move) -> bool:
        """Make a move; whether it was possible. The screen ends with its phase."""
        try:
            await self.port.submit(move)
        except MoveRefused as refused:
            self.notify(refused.says)
            return False
        except StoreError as error:
            self.notify(f"{error} Nothing was saved.", severity="error")
            return False
        return True

    async def action_leave(self) -> None:
        """Leave the journey before it has begun."""
        await self.submit(Leave())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leaving is offered only where it can be done."""
        if action == "leave":
            return self.port.scene().may("leave")
        return super().check_action(action, parameters)


def title(text: str) -> Static:
    """The heading of a page."""
    return Static(plain(text), classes="title")


def paragraph(text: str, classes: str = "") -> Static:
    """A paragraph of a page."""
    return Static(plain(text), classes=f"paragraph {classes}")


def keys() -> Footer:
    """The keys at the foot of a page."""
    return Footer(show_command_palette=False)
