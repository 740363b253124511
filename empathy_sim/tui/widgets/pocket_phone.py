"""A pocket phone: a screen and a thread."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static

from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.reading import Reading


class PocketPhone(Vertical):
    """A handset held upright: the time, a name at the top, what is on it."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    PocketPhone {
        width: 1fr;
        max-width: 52;
        height: 1fr;
        max-height: 36;
        background: $surface;
        border: outer $border-blurred;

        .status { height: 1; padding: 0 2; background: $panel; }
        .status Static { width: 1fr; color: $text-muted; }
        .status .right { text-align: right; }
        .contact {
            width: 1fr;
            height: 1;
            background: $panel;
            text-align: center;
            text-style: bold;
            text-wrap: nowrap;
            text-overflow: ellipsis;
        }
        .thread { width: 1fr; height: auto; padding: 1 2; }
        .feet {
            width: 1fr;
            height: auto;
            padding: 0 1;
            border-top: solid $border-blurred;
        }
    }
    DrawnDevice.-roomy PocketPhone {
        margin: 1 2 0 2;
        .contact { height: 3; padding: 1 2; }
        .thread { padding: 1 3 0 3; }
        .feet { padding: 1 2; }
    }
    """

    def __init__(
        self,
        time: str,
        left: str,
        contact: str,
        *parts: Widget,
        feet: Widget,
    ) -> None:
        """Show a phone.

        Args:
            time: the time of day.
            left: what is left of its battery, in words; empty where nobody counts it.
            contact: the name at the top.
            parts: what is on the screen.
            feet: what stays under it while it scrolls.
        """
        super().__init__()
        self._time, self._left, self._contact = time, left, contact
        self._parts, self._feet = parts, feet

    def compose(self) -> ComposeResult:
        with Horizontal(classes="status"):
            yield Static(plain(self._time), id="phone-time")
            yield Static(plain(self._left), id="phone-left", classes="right")
        if self._contact:
            yield Static(plain(self._contact), classes="contact")
        with Reading():
            yield Vertical(*self._parts, classes="thread")
        yield Container(self._feet, classes="feet")

    def tick(self, time: str, left: str) -> None:
        """Go on with the clock and the battery."""
        self.query_one("#phone-time", Static).update(plain(time), layout=False)
        self.query_one("#phone-left", Static).update(plain(left), layout=False)
