"""What is folded until it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from empathy_sim.tui.plain import plain

SHUT, OPEN = "▸ ", "▾ "


class FoldHead(Static, can_focus=True):
    """The line that stands for what is folded."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "press", "Open or fold")
    ]

    class Pressed(Message):
        """It was pressed."""

    def __init__(self, says: Content) -> None:
        super().__init__(Content.assemble(plain(SHUT), says))
        self._says = says

    def show(self, *, is_open: bool) -> None:
        """Show whether it is open."""
        self.update(Content.assemble(plain(OPEN if is_open else SHUT), self._says))

    def action_press(self) -> None:
        """Press it."""
        self.post_message(self.Pressed())

    def on_click(self, click: events.Click) -> None:
        click.stop()
        self.action_press()


class Fold(Vertical):
    """A line, and under it what is made when it is first opened."""

    DEFAULT_CSS = """
    Fold { height: auto; margin-bottom: 1; }
    FoldHead { width: 1fr; height: auto; padding: 0 1; }
    FoldHead:hover { background: $block-hover-background; }
    FoldHead:focus {
        color: $block-cursor-foreground;
        background: $block-cursor-background;
        text-style: bold;
    }
    Fold .folded { height: auto; padding: 0 2; margin-top: 1; display: none; }
    Fold.-open > .folded { display: block; }
    """

    @dataclass
    class Opened(Message):
        """It was opened."""

        fold: Fold

    def __init__(
        self,
        says: Content,
        holds: Callable[[], Iterable[Widget]],
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Fold something.

        Args:
            says: what it is, in a line.
            holds: makes what is folded.
            id: its name on the screen.
            classes: its looks.
        """
        super().__init__(id=id, classes=classes)
        self._says = says
        self._holds = holds
        self._is_made = False

    def compose(self) -> ComposeResult:
        yield FoldHead(self._says)
        yield Vertical(classes="folded")

    @on(FoldHead.Pressed)
    async def _pressed(self, pressed: FoldHead.Pressed) -> None:
        pressed.stop()
        await (self.shut() if self.has_class("-open") else self.open())

    async def open(self) -> None:
        """Show what is folded."""
        if not self._is_made:
            self._is_made = True
            await self.query_one(".folded", Vertical).mount(*self._holds())
        self.add_class("-open")
        self.query_one(FoldHead).show(is_open=True)
        self.post_message(self.Opened(self))

    async def shut(self) -> None:
        """Fold it again."""
        self.remove_class("-open")
        self.query_one(FoldHead).show(is_open=False)
