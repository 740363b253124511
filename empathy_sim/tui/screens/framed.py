"""A page of the frame, outside the story."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import Screen
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import Button, Footer, Static

from empathy_sim.engine.events import Event
from empathy_sim.engine.frame_events import PhaseBegan
from empathy_sim.engine.moves import Leave, Move, React
from empathy_sim.errors import MoveRefused, StoreError
from empathy_sim.session.port import SessionPort
from empathy_sim.tui.plain import plain
from empathy_sim.tui.screens.confirm import ConfirmScreen
from empathy_sim.tui.screens.feeling import FeelingScreen, Felt

TALL = 32
"""Rows from which a page has air."""


LEAVING = "Nothing has happened yet, and nothing is asked."


class Column(VerticalScroll, can_focus=False):
    """What stands between the heading and the buttons; scrolls where it must."""


class Answer(Button):
    """A button that the footer knows."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "press", "Choose")]


class Page(Screen[None]):
    """A heading, a column, and answers that are always in view."""

    CSS_PATH: ClassVar[CSSPathType | None] = "framed.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-usual"), (104, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (TALL, "-tall")]  # noqa: RUF012
    TAKEN: ClassVar[tuple[int, int]] = (6, 12)
    """Rows around the column, in a low and in a tall window."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_page('up')", "Up", show=False),
        Binding("down", "scroll_page('down')", "Down", show=False),
        Binding("pageup", "scroll_page('page_up')", "Page up", show=False),
        Binding("pagedown", "scroll_page('page_down')", "Page down", show=False),
        Binding("left", "app.focus_previous", "Other answer", show=False),
        Binding("right", "app.focus_next", "Other answer", show=False),
    ]

    def compose(self) -> ComposeResult:
        with Vertical(id="page"):
            with Horizontal(id="heading"):
                yield Static(plain(self.heading()), id="title")
                yield Static(plain(self.beside()), id="beside")
            with Column():
                yield from self.body()
            with Horizontal(id="answers"):
                yield from self.answers()
                yield Static("", id="notice", markup=False)
        yield Footer(show_command_palette=False)

    def heading(self) -> str:
        """What the page is called."""
        return ""

    def beside(self) -> str:
        """A word or two at the other end of the heading."""
        return ""

    def body(self) -> Iterator[Widget]:
        """What stands in the column."""
        yield from ()

    def answers(self) -> Iterator[Widget]:
        """The buttons, the main one first."""
        yield from ()

    @property
    def column(self) -> Column:
        """What scrolls."""
        return self.query_one(Column)

    def on_resize(self, resized: events.Resize) -> None:
        """Let the column be as long as it likes, and the answers stay in view."""
        self._fit(resized.size.height)

    def _fit(self, height: int) -> None:
        taken = self.TAKEN[height >= TALL]
        self.column.styles.max_height = max(1, height - taken)

    def say(self, words: str, *, warns: bool = False) -> None:
        """Say something beside the answers, until something else is said."""
        notice = self.query_one("#notice", Static)
        notice.set_class(warns, "-warning")
        notice.update(plain(words))

    def action_scroll_page(self, way: str) -> None:
        """Move the column by a line or a page."""
        column = self.column
        match way:
            case "up":
                column.scroll_up(animate=False)
            case "down":
                column.scroll_down(animate=False)
            case "page_up":
                column.scroll_page_up(animate=False)
            case _:
                column.scroll_page_down(animate=False)


class FramedScreen(Page):
    """Shows one phase of a session; over when the session has gone on."""

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

    def beside(self) -> str:
        return self.port.script.journey.title

    def on_mount(self) -> None:
        self._stop_listening = self.port.changes(self._heard)

    def on_unmount(self) -> None:
        self._stop_listening()

    def _heard(self, events: tuple[Event, ...]) -> None:
        if any(isinstance(event, PhaseBegan) for event in events):
            self.call_later(self._end_with_phase)

    def on_screen_resume(self) -> None:
        self.call_later(self._end_with_phase)

    def _end_with_phase(self) -> None:
        if self.port.scene().phase != self.phase and self.is_active:
            self.dismiss(None)

    async def submit(self, move: Move) -> bool:
        """Make a move; whether it was possible. The screen ends with its phase."""
        if self.port.scene().phase != self.phase:
            return False
        try:
            await self.port.submit(move)
        except MoveRefused as refused:
            self.say(refused.says)
            return False
        except StoreError as error:
            self.say(f"{error} Nothing was saved.", warns=True)
            return False
        return True

    @work(exclusive=True, group="leaving")
    async def action_leave(self) -> None:
        """Leave the journey before it has begun, after asking once."""
        if not self.is_active:
            return
        question = ConfirmScreen(
            "Leave before it begins?", yes="Leave", no="Stay", consequence=LEAVING
        )
        if await self.app.push_screen_wait(question):
            await self.submit(Leave())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leaving is offered only where it can be done."""
        if action == "leave":
            return self.port.scene().may("leave")
        return super().check_action(action, parameters)

    async def ask_feeling(self, about_ms: int | None = None) -> bool:
        """Ask how it feels and mark it; whether it was marked.

        Args:
            about_ms: the story instant it is about, where that is not now.
        """
        felt: Felt | None = await self.app.push_screen_wait(FeelingScreen())
        if felt is None:
            return False
        return await self.submit(
            React(felt.pleasant, felt.aroused, felt.words, felt.aha, about_ms=about_ms)
        )


def paragraph(text: str, classes: str = "") -> Static:
    """A paragraph of a page."""
    return Static(plain(text), classes=f"paragraph {classes}")
