"""Ways on, to choose one of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.dom import NoScreen
from textual.errors import NoWidget
from textual.widgets import Static

from empathy_sim.engine.scene import Offer
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.pressable import Pressable


class Said(Static):
    """What is said under an option that was tried in vain."""

    def __init__(self, option: str) -> None:
        super().__init__("", markup=False, classes="said")
        self.option = option

    def show(self, says: str) -> None:
        """Say it; nothing said takes no room."""
        self.set_class(bool(says), "-there")
        self.update(plain(f"✕ {says}" if says else ""))


class Choices(Vertical):
    """Options in rows: a number key, arrows and `enter`, or the mouse takes one.

    A single option is a button.
    """

    DEFAULT_CSS = """
    Choices {
        width: 1fr;
        height: auto;
        align-horizontal: left;
    }
    Choices.-one { align-horizontal: right; }
    Choices .said {
        width: 1fr;
        height: auto;
        padding: 0 1 0 5;
        color: $error;
        display: none;
    }
    Choices .said.-there { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "The one above", show=False),
        Binding("down", "step(1)", "The one below", show=False),
    ]

    def __init__(self, offers: Iterable[Offer], classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._offers = tuple(offers)
        self.set_class(len(self._offers) == 1, "-one")

    def compose(self) -> ComposeResult:
        if len(self._offers) == 1:
            only = self._offers[0]
            yield Pressable(plain(only.label), only.id, classes="-main")
            yield Said(only.id)
            return
        for number, offer in enumerate(self._offers, 1):
            label = Content.styled(f"{number}  ", "$text-muted") + plain(offer.label)
            yield Pressable(label, offer.id, classes="-choice")
            yield Said(offer.id)

    def say(self, option: str, says: str) -> None:
        """Say something under an option, and nothing under the others."""
        for each in self.query(Said):
            each.show(says if each.option == option else "")

    @property
    def first(self) -> Pressable | None:
        """The first way on, if there is one."""
        return next(iter(self.query(Pressable)), None)

    @property
    def is_out_of_sight(self) -> bool:
        """Whether the first way on has its place, and it cannot be seen there."""
        try:
            first = self.screen.find_widget(self.first) if self.first else None
        except (NoWidget, NoScreen):
            return False
        return first is not None and not first.visible_region.height

    def press(self, number: int) -> None:
        """Take the option with this number, if there is one."""
        rows = list(self.query(Pressable))
        if number <= len(rows):
            rows[number - 1].focus()
            rows[number - 1].action_press()

    def action_step(self, by: int) -> None:
        """Move the focus up or down, and not out of the rows."""
        rows = list(self.query(Pressable))
        at = next((at for at, row in enumerate(rows) if row.has_focus), None)
        if at is not None and 0 <= at + by < len(rows):
            rows[at + by].focus()
