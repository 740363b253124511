"""A few answers, of which one is chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, ItemGrid
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from empathy_sim.tui.plain import plain

OPEN, TAKEN = "( )", "(•)"


class Chip(Horizontal):
    """One answer."""

    def __init__(self, option: str, says: str) -> None:
        self._sign = Static(OPEN, classes="sign", markup=False)
        super().__init__(self._sign, Static(plain(says), classes="says"))
        self.option = option

    def show(self, *, here: bool, taken: bool) -> None:
        """Show whether it is pointed at, and whether it is chosen."""
        self.set_class(here, "-here")
        self.set_class(taken, "-taken")
        self._sign.update(TAKEN if taken else OPEN)


class Chips(ItemGrid, can_focus=True):
    """Answers side by side: arrows point, Enter or the mouse chooses."""

    DEFAULT_CSS = """
    Chips {
        width: 1fr;
        height: auto;
        grid-gutter: 0 2;
    }
    Chip { width: 1fr; height: auto; padding: 0 1; }
    Chip .sign { width: 4; }
    Chip .says { width: 1fr; }
    Chip.-taken { text-style: bold; color: $accent; }
    Chip:hover { background: $block-hover-background; }
    Chips:focus Chip.-here {
        color: $block-cursor-foreground;
        background: $block-cursor-background;
        text-style: bold;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,right", "point(1)", "Next", show=False),
        Binding("up,left", "point(-1)", "Previous", show=False),
        Binding("enter,space", "take", "Choose"),
    ]

    @dataclass
    class Chosen(Message):
        """An answer was chosen."""

        chips: Chips
        option: str

        @property
        def control(self) -> Chips:
            """What it was chosen from."""
            return self.chips

    def __init__(
        self,
        options: Mapping[Any, str],
        chosen: str = "",
        *,
        width: int = 30,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Offer answers.

        Args:
            options: each answer by its name.
            chosen: the name of the one that is chosen; empty if none.
            width: columns that an answer takes at least.
            id: its name on the screen.
            classes: its looks.
        """
        super().__init__(min_column_width=width, id=id, classes=classes)
        self._options: dict[str, str] = dict(options)
        self.chosen = chosen
        names = [*self._options]
        self._here = names.index(chosen) if chosen in names else 0

    def compose(self) -> ComposeResult:
        for option, says in self._options.items():
            yield Chip(option, says)

    def on_mount(self) -> None:
        self._show()

    def _chips(self) -> Iterator[Chip]:
        yield from self.query(Chip)

    def _show(self) -> None:
        for at, chip in enumerate(self._chips()):
            chip.show(here=at == self._here, taken=chip.option == self.chosen)

    def choose(self, option: str) -> None:
        """Show an answer as chosen, without saying so."""
        self.chosen = option
        self._show()

    def action_point(self, by: int) -> None:
        """Point at another; beyond the ends is what stands before and after."""
        here = self._here + by
        if 0 <= here < len(self._options):
            self._here = here
            self._show()
            [*self._chips()][here].scroll_visible(animate=False)
        elif by > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def action_take(self) -> None:
        """Choose what is pointed at."""
        if self._options:
            self.choose([*self._options][self._here])
            self.post_message(self.Chosen(self, self.chosen))

    def on_click(self, click: events.Click) -> None:
        """Choose what was clicked on."""
        self._take_at(click.widget)

    def _take_at(self, clicked: Widget | None) -> None:
        for at, chip in enumerate(self._chips()):
            if clicked is not None and chip in clicked.ancestors_with_self:
                self._here = at
                self.action_take()
