"""A question with a row of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from empathy_sim.engine.touchpoints.survey import QuestionShown
from empathy_sim.tui.plain import plain

_WIDE, _CLOSE = 8, 5
"""Columns of a number with the gap after it, on a short and on a long scale."""
_SHORT = 7
"""Numbers of a scale that is still short."""
_TEN = 10


class Scale(Widget, can_focus=True):
    """Numbers in a row: their keys, arrows and `enter`, or the mouse give one."""

    COMPONENT_CLASSES = {"scale--key", "scale--given", "scale--at"}  # noqa: RUF012
    DEFAULT_CSS = """
    Scale {
        width: 1fr;
        height: 1;

        .scale--key { background: $panel; color: $foreground; }
        .scale--given {
            background: $company-fill;
            color: $company-on-fill;
            text-style: bold;
        }
        .scale--at {
            background: $company-quiet;
            color: $company;
            text-style: bold underline;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", "Lower", show=False),
        Binding("right", "step(1)", "Higher", show=False),
        Binding("up", "app.focus_previous", "The question above", show=False),
        Binding("down", "app.focus_next", "The question below", show=False),
        Binding("enter,space", "give", "Give it", show=False),
        *(Binding(str(n), f"digit({n})", "Give it", show=False) for n in range(10)),
    ]

    SECOND_DIGIT: ClassVar[float] = 0.7
    """Seconds in which a nought after a one makes a ten."""

    @dataclass
    class Given(Message):
        """A number was given."""

        question: str
        value: int

    def __init__(self, question: QuestionShown) -> None:
        super().__init__()
        self._question = question
        self._at = question.least if question.value is None else question.value
        self._one: Timer | None = None

    @property
    def wide(self) -> int:
        """Columns of the whole scale."""
        asked = self._question
        return (asked.most - asked.least + 1) * self._cell - 1

    @property
    def _cell(self) -> int:
        asked = self._question
        return _WIDE if asked.most - asked.least < _SHORT else _CLOSE

    def show(self, question: QuestionShown) -> None:
        """Show what has been answered."""
        if question.value is not None and question.value != self._question.value:
            self._at = question.value
        self._question = question
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The numbers."""
        del y
        asked = self._question
        segments: list[Segment] = []
        for value in range(asked.least, asked.most + 1):
            style = self._look(value)
            given = value == asked.value
            key = f"[{value}]" if given else f" {value} "
            segments += [
                Segment(key.center(self._cell - 1), style),
                Segment(" ", self.rich_style),
            ]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _look(self, value: int) -> Style:
        if value == self._question.value:
            style = self.get_component_rich_style("scale--given")
        elif self.has_focus and value == self._at:
            return self.get_component_rich_style("scale--at")
        else:
            style = self.get_component_rich_style("scale--key")
        is_here = self.has_focus and value == self._at
        return style + Style(underline=True) if is_here else style

    def on_click(self, event: events.Click) -> None:
        """A click on a number gives it."""
        value = self._question.least + event.x // self._cell
        if value <= self._question.most:
            self._give(value)

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self._settle_one()
        self.refresh()

    def action_step(self, by: int) -> None:
        """Go to a lower or a higher number."""
        self._settle_one()
        asked = self._question
        self._at = max(asked.least, min(asked.most, self._at + by))
        self.refresh()

    def action_give(self) -> None:
        """Give the number that the mark is on."""
        self._drop_one()
        self._give(self._at)

    def action_digit(self, digit: int) -> None:
        """Give a number by its key; a one may yet become a ten."""
        if self._one is not None and digit == 0:
            self._drop_one()
            self._give(_TEN)
            return
        self._settle_one()
        if not self._question.least <= digit <= self._question.most:
            return
        self._at = digit
        self.refresh()
        if digit == 1 and self._question.most >= _TEN:
            self._one = self.set_timer(self.SECOND_DIGIT, self._settle_one)
        else:
            self._give(digit)

    def _settle_one(self) -> None:
        if self._one is not None:
            self._drop_one()
            self._give(1)

    def _drop_one(self) -> None:
        if self._one is not None:
            self._one.stop()
            self._one = None

    def _give(self, value: int) -> None:
        self._at = value
        self.refresh()
        self.post_message(self.Given(self._question.id, value))


class ScaleRow(Vertical):
    """What is asked, the scale, and what its ends mean."""

    DEFAULT_CSS = """
    ScaleRow {
        width: 1fr;
        height: auto;
        margin-bottom: 1;

        .asks { width: 1fr; height: auto; }
        .ends { height: 1; color: $text-muted; }
        .ends Static { width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
        .ends .most { text-align: right; }
        .beside { width: 1fr; height: auto; color: $error; display: none; }
        .beside.-there { display: block; }
    }
    """

    def __init__(self, question: QuestionShown) -> None:
        super().__init__()
        self._question = question

    @property
    def question(self) -> str:
        """The question's id."""
        return self._question.id

    def compose(self) -> ComposeResult:
        asked = self._question
        yield Static(plain(asked.says), classes="asks")
        scale = Scale(asked)
        scale.styles.width = scale.wide
        yield scale
        if asked.least_means or asked.most_means:
            ends = Horizontal(
                Static(plain(asked.least_means)),
                Static(plain(asked.most_means), classes="most"),
                classes="ends",
            )
            ends.styles.width = scale.wide
            yield ends
        yield Static("", classes="beside", markup=False)

    def show(self, question: QuestionShown) -> None:
        """Show what has been answered."""
        self.query_one(Scale).show(question)
        self.complain("")

    def complain(self, says: str) -> None:
        """Say beside the scale why a number was not taken."""
        beside = self.query_one(".beside", Static)
        beside.set_class(bool(says), "-there")
        beside.update(plain(says))
