"""How something was counted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.types import CSSPathType
from textual.widgets import Footer, Static

from empathy_sim.debrief.measures import Reading
from empathy_sim.debrief.opened import CountedEvent
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.debrief_measures import rule

FROM = "Counted from"
NOTHING = "Counted from no event: it never happened."
NO_READINGS = "This stands on your own marks, not on a measure."
Counted = tuple[Reading, tuple[CountedEvent, ...]]
"""A reading, and the very events that it was counted from."""


class CountedScreen(ModalScreen[None]):
    """Each measure's rule, its source, and the very events."""

    CSS_PATH: ClassVar[CSSPathType | None] = "counted.tcss"
    AUTO_FOCUS = "#page"
    HELP = """
Each number is counted by a rule from certain events of the log; here they are. Escape
goes back.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,f7", "close", "Close", key_display="esc")
    ]

    def __init__(self, head: str, counted: Mapping[str, Counted]) -> None:
        """Say how something was counted.

        Args:
            head: what it is about.
            counted: each reading with its events, by the measure's id.
        """
        super().__init__()
        self._head = head
        self._counted = counted

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="page") as page:
            page.border_title = plain(self._head)
            if not self._counted:
                yield Static(plain(NO_READINGS))
            for reading, events in self._counted.values():
                yield Static(rule(reading), classes="rule")
                yield Static(plain(FROM if events else NOTHING), classes="from")
                yield Static(_listed(events), classes="events")
        yield Footer(show_command_palette=False)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)


def _listed(events: tuple[CountedEvent, ...]) -> Content:
    return Content("\n").join(_event(each) for each in events)


def _event(event: CountedEvent) -> Content:
    where = f", {event.where}" if event.where else ""
    head = plain(f"{event.when}{where}: ").stylize("$text-muted")
    return Content.assemble(head, plain(event.says))
