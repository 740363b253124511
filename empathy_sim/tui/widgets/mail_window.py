"""A mail program's window."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.widget import Widget
from textual.widgets import Static

from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.reading import Reading


class MailWindow(Vertical):
    """A window with one message open, and what can be done under it."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    MailWindow {
        width: 1fr;
        max-width: 92;
        height: 1fr;
        max-height: 40;
        background: $surface;

        .title {
            width: 1fr;
            height: 1;
            padding: 0 2;
            background: $panel;
            color: $text-muted;
        }
        .message { width: 1fr; height: auto; padding: 1 3; }
        .feet {
            width: 1fr;
            height: auto;
            padding: 0 1;
            border-top: solid $border-blurred;
        }
    }
    DrawnDevice.-roomy MailWindow {
        margin: 1 2;
        .title { height: 3; padding: 1 3; }
        .message { padding: 2 4; }
        .feet { padding: 1 2; }
    }
    """

    def __init__(self, title: str, message: Widget, feet: Widget) -> None:
        """Open a message.

        Args:
            title: what the window is called.
            message: the message, as it looks.
            feet: what stays under it while it scrolls.
        """
        super().__init__()
        self._title, self._message, self._feet = title, message, feet

    def compose(self) -> ComposeResult:
        yield Static(plain(self._title), classes="title")
        with Reading():
            yield Container(self._message, classes="message")
        yield Container(self._feet, classes="feet")
