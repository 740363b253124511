"""A front door, from inside."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from empathy_sim.tui.plain import plain

_SHUT = """\
╭───────────────╮
│ ╭───────────╮ │
│ │           │ │
│ ╰───────────╯ │
│               │
│   ▂▂▂▂▂▂▂   ● │
│               │
╰───────────────╯"""
_RINGS = """\
╭───────────────╮
│ ╭───────────╮ │
│ │   ▟███▙   │ │
│ ╰───────────╯ │
│               │
│   ▂▂▂▂▂▂▂   ● │
│               │
╰───────────────╯"""
_CARD = """\
╭───────────────╮
│ ╭───────────╮ │
│ │           │ │
│ ╰───────────╯ │
│               │
│   ▂▂▂▂▂▂▂   ● │
│     ▄▄▄▄      │
╰───────────────╯"""
_DOORS = {"rings": _RINGS, "card": _CARD}


class FrontDoor(Vertical):
    """A door with a pane and a letterbox, and the number of the house."""

    DEFAULT_CSS = """
    FrontDoor {
        width: 19;
        height: auto;

        .door { width: 1fr; text-align: center; color: $text-muted; }
        .number { width: 1fr; height: auto; text-align: center; color: $text-muted; }
        &.-rings .door { color: $company; text-style: bold; }
        &.-card .door { color: $foreground; }
    }
    """

    def __init__(self, house: str) -> None:
        super().__init__()
        self._house = house

    def compose(self) -> ComposeResult:
        yield Static(_SHUT, markup=False, classes="door")
        yield Static(plain(self._house), classes="number")

    def show(self, how: str) -> None:
        """Show it shut, with somebody behind the pane, or with a card on the mat.

        Args:
            how: `rings`, `card`, or nothing.
        """
        self.set_class(how == "rings", "-rings")
        self.set_class(how == "card", "-card")
        self.query_one(".door", Static).update(plain(_DOORS.get(how, _SHUT)))
