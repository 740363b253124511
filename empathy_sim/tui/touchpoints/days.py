"""Days: a calendar that turns, and an inbox."""

from __future__ import annotations

from collections.abc import Hashable

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical

from empathy_sim.engine.touchpoints.days import DaysFace
from empathy_sim.tui.drawn_device import DrawnDevice
from empathy_sim.tui.widgets.calendar_leaf import CalendarLeaf
from empathy_sim.tui.widgets.choices import Choices
from empathy_sim.tui.widgets.inbox_list import InboxList
from empathy_sim.tui.widgets.pieces import Piece, Prose, view_of
from empathy_sim.tui.widgets.pressable import Pressable
from empathy_sim.tui.widgets.reading import Reading


class DaysDevice(DrawnDevice[DaysFace]):
    """A calendar and an inbox on the left, and what is being read."""

    HELP = """
Days pass. The calendar stops when something comes, for as long as you read. A number key,
or the arrows and Enter, goes on. What came before can be opened again, with the mouse or
with Tab and Enter.
"""
    DEFAULT_CSS = """
    DaysDevice {
        .desk { width: 1fr; max-width: 110; height: 1fr; max-height: 42; }
        .wall { width: 24; height: 1fr; padding: 0 1 0 0; }
        .wall CalendarLeaf { margin: 0 0 1 1; }
        .post { width: 1fr; height: 1fr; background: $surface; }
        .message {
            width: 1fr;
            height: auto;
            padding: 1 3;
            align-horizontal: center;
        }
        .feet {
            width: 1fr;
            height: auto;
            padding: 0 1;
            border-top: solid $border-blurred;
        }
        .meanwhile { width: 1fr; height: 1fr; align: center middle; }
        .meanwhile Prose { text-style: italic; color: $text-muted; text-align: center; }
        &.-roomy .desk { margin: 1 2; }
        &.-roomy .wall { width: 28; padding: 0 2 0 0; }
        &.-roomy .message { padding: 2 4; }
        &.-roomy .feet { padding: 1 2; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._looked_at: int | None = None
        """Which message is looked at again; None for the one that came."""
        self._reading: Hashable = None

    def shape(self) -> Hashable:
        return (self.face.turning, self.face.open, self.offers())

    def draw(self) -> ComposeResult:
        self._looked_at = None
        self._reading = None
        with Horizontal(classes="desk"):
            with Vertical(classes="wall"):
                yield CalendarLeaf(self.face.days)
                yield InboxList()
            if self.face.open is None:
                with Container(classes="meanwhile"):
                    yield Prose(self.face.says)
            else:
                with Vertical(classes="post"):
                    with Reading():
                        yield Container(classes="message")
                    yield Container(Choices(self.offers()), classes="feet")

    def rewrite(self) -> None:
        face = self.face
        opened = face.open if self._looked_at is None else self._looked_at
        self._turn()
        self.query_one(InboxList).show(face.inbox, opened)
        if opened is None or face.open is None or self._reading == opened:
            return
        self._reading = opened
        mail = face.inbox[opened]
        piece = Piece(
            mail.looks_like, mail.sender, mail.subject, mail.says, mail.date, mail.time
        )
        message = self.query_one(".message", Container)
        message.remove_children()
        message.mount(view_of(piece))
        self.query_one(Reading).scroll_home(animate=False)

    def _turn(self) -> None:
        clock = self.shown.clock
        day = clock.day_number - self.face.first_day + 1
        self.query_one(CalendarLeaf).show(clock.date, day)

    def go_on(self) -> None:
        self._turn()

    @on(Pressable.Pressed, ".-mail")
    def _look_at(self, pressed: Pressable.Pressed) -> None:
        """Open a message again; it is only looked at."""
        pressed.stop()
        pressed.prevent_default()
        if self.face.open is not None:
            self._looked_at = int(pressed.option)
            self.rewrite()


DEVICE = DaysDevice
