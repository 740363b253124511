"""A browser: an address bar and a page."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from empathy_sim.engine.scene import Offer
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.reading import Reading
from empathy_sim.tui.widgets.way_out import WayOut


class AddressBar(Horizontal):
    """Where one is, and the way to close it."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    AddressBar {
        height: 1;
        background: $surface;

        .arrows { width: auto; padding: 0 2; color: $text-disabled; }
        .address {
            width: 1fr;
            height: 1;
            padding: 0 2;
            background: $background;
            color: $foreground;
            text-wrap: nowrap;
            text-overflow: ellipsis;
        }
        Pressable { margin: 0 1; }
    }
    DrawnDevice.-roomy AddressBar {
        height: 3;
        padding: 1 1 1 0;
        background: $panel;
    }
    """

    def __init__(self, address: str, close: Offer | None) -> None:
        super().__init__()
        self._address = address
        self._close = close

    def compose(self) -> ComposeResult:
        yield Static("←  →  ↻", markup=False, classes="arrows")
        yield Static(_address(self._address), classes="address")
        if self._close is not None:
            yield WayOut(self._close.label, self._close.id)


def _address(address: str) -> Content:
    host, slash, path = address.partition("/")
    return plain(host) + Content.styled(plain(slash + path).plain, "dim")


class Browser(Vertical):
    """A window of a browser with one page in it, under the company's banner."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    Browser {
        width: 1fr;
        max-width: 100;
        height: 1fr;
        max-height: 44;
        background: $surface;

        .banner {
            width: 1fr;
            height: 1;
            padding: 0 3;
            background: $company-fill;
            color: $company-on-fill;
            text-style: bold;
        }
        .paper {
            width: 1fr;
            max-width: 76;
            height: auto;
            padding: 1 3 0 3;
        }
        .headline {
            text-style: bold;
            margin-bottom: 1;
        }
        .paper Choices { margin-top: 1; }
        .paper Choices.-one { align-horizontal: left; }
        .feet {
            width: 1fr;
            height: auto;
            padding: 1 2 0 2;
        }
    }
    DrawnDevice.-roomy Browser {
        margin: 1 2;

        .banner { height: 3; padding: 1 4; }
        .paper { padding: 2 5 1 5; }
        .feet { padding: 1 4; }
    }
    """

    def __init__(
        self,
        address: str,
        brand: str,
        *parts: Widget,
        close: Offer | None = None,
        above: Widget | None = None,
        feet: Widget | None = None,
    ) -> None:
        """Open a page.

        Args:
            address: what the address bar shows.
            brand: the company's name, on its banner.
            parts: the page, from its top to its bottom.
            close: the way to close the page.
            above: what stays over the page while it scrolls.
            feet: what stays under the page while it scrolls.
        """
        super().__init__()
        self._bar = AddressBar(address, close)
        self._brand = brand
        self._parts = parts
        self._above = above
        self._feet = feet

    def compose(self) -> ComposeResult:
        yield self._bar
        yield Static(plain(self._brand), classes="banner")
        if self._above is not None:
            yield self._above
        with Reading():
            yield Vertical(*self._parts, classes="paper")
        if self._feet is not None:
            yield Container(self._feet, classes="feet")
