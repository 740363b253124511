"""A thing that can be fitted, on a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, get_args

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static

from empathy_sim.journey.fit import LONGEST, Whose
from empathy_sim.library.fit_fields import Field, marked
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.line_input import LineInput

_MOST, _SHORT = 80, 26
"""Characters of a line, and those that a short one shows."""
WHERE = "Where is it published? A report and its page, or a site"


class WhoseMark(Static, can_focus=True):
    """Says whose a number is; Enter, the space bar or the mouse says another."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,right", "turn(1)", "Whose"),
        Binding("left", "turn(-1)", "Whose", show=False),
    ]

    @dataclass
    class Turned(Message):
        """It says somebody else."""

        whose: Whose

    def __init__(self, whose: Whose) -> None:
        super().__init__(classes="whose", markup=False)
        self.whose = whose

    def on_mount(self) -> None:
        self.show(self.whose)

    def show(self, whose: Whose) -> None:
        """Say whose it is."""
        self.whose = whose
        self.set_class(whose == "invented", "-invented")
        self.update(plain(f"▸ {whose}"))

    def action_turn(self, by: int) -> None:
        """Say the next, or the one before."""
        all_of_them: tuple[Whose, ...] = get_args(Whose)
        at = all_of_them.index(self.whose) + by
        self.show(all_of_them[at % len(all_of_them)])
        self.post_message(self.Turned(self.whose))

    def on_click(self) -> None:
        self.action_turn(1)


class FitRow(Vertical):
    """What it is, what it is set to, and whose number it is."""

    DEFAULT_CSS = """
    FitRow { height: auto; }
    FitRow .line { height: auto; }
    FitRow .asks { width: 1fr; max-width: 60; padding-right: 2; }
    FitRow LineInput { width: 26; height: 1; background: $panel; }
    FitRow .whose { width: 13; height: 1; margin-left: 3; color: $accent; }
    FitRow .whose.-invented { color: $text-muted; }
    FitRow .whose:hover { background: $block-hover-background; }
    FitRow .whose:focus {
        color: $block-cursor-foreground;
        background: $block-cursor-background;
        text-style: bold;
    }
    FitRow.-set .asks { text-style: bold; }
    FitRow .no-whose { width: 16; height: 1; }
    FitRow LineInput.-long { width: 42; }
    FitRow LineInput.published { width: 1fr; margin: 0 0 0 2; }
    FitRow .wrong { height: auto; padding-left: 2; color: $warning; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "screen.go(-1)", "Line before", show=False, priority=True),
        Binding("down", "screen.go(1)", "Next line", show=False, priority=True),
    ]

    @dataclass
    class Changed(Message):
        """Something else is typed, or said to be somebody's."""

        row: FitRow

    class Done(Message):
        """The next line is wanted."""

    def __init__(self, field: Field) -> None:
        """Show a field.

        Args:
            field: as it is set so far.
        """
        super().__init__()
        self.field = field
        self._doubt = ""

    def compose(self) -> ComposeResult:
        field = self.field
        most = LONGEST.get(field.limit, _MOST)
        is_long = field.whose is None and most > _SHORT
        with Horizontal(classes="line"):
            yield Static(plain(field.says), classes="asks")
            line = LineInput(
                field.typed,
                placeholder=field.example,
                most=most,
                compact=True,
                classes="typed -long" if is_long else "typed",
            )
            # What stands in it gives way to what is typed; an arrow keeps it.
            line.select_on_focus = True
            yield line
            if field.whose is not None:
                yield WhoseMark(field.whose)
            elif not is_long:
                yield Static("", classes="no-whose")

    def on_mount(self) -> None:
        """The first frame waits for nothing: below most lines nothing is said."""
        self._tell()

    @on(Input.Changed)
    def _typed(self, changed: Input.Changed) -> None:
        changed.stop()
        words = changed.value.strip()
        if changed.input.has_class("published"):
            self._take(replace(self.field, source=words))
        elif words != self.field.typed:
            self._take(marked(self.field, words))

    @on(Input.Submitted)
    def _next(self, submitted: Input.Submitted) -> None:
        submitted.stop()
        self.post_message(self.Done())

    @on(WhoseMark.Turned)
    def _turned(self, turned: WhoseMark.Turned) -> None:
        turned.stop()
        self._take(replace(self.field, whose=turned.whose))

    @property
    def line(self) -> LineInput:
        """Where one writes first: where it is published, if that is all it lacks."""
        lines = list(self.query(LineInput))
        lacks = self.field.whose == "published" and not self.field.source
        lacks = lacks and not replace(self.field, whose="yours").wrong()
        return lines[-1] if lacks else lines[0]

    def doubt(self, says: str) -> None:
        """Say below it what is doubtful in it, until it is changed; empty is nothing."""
        self._doubt = says
        self._warn(self.field.wrong() or says or self.field.doubt)

    def _take(self, field: Field) -> None:
        if field != self.field:
            self.field, self._doubt = field, ""
            self._tell()
            self.post_message(self.Changed(self))

    def _tell(self) -> None:
        field = self.field
        self.set_class(field.is_set, "-set")
        for mark in self.query(WhoseMark):
            if field.whose is not None and mark.whose != field.whose:
                mark.show(field.whose)
        self._ask_where(is_asked=field.whose == "published")
        self._warn(field.wrong() or field.doubt)

    def _ask_where(self, *, is_asked: bool) -> None:
        there = self.query("LineInput.published")
        if is_asked and not there:
            where = LineInput(
                self.field.source,
                placeholder=WHERE,
                most=LONGEST["source"],
                compact=True,
                classes="published",
            )
            self.mount(where, after=self.query_one(".line"))
        there.set(display=is_asked)

    def _warn(self, wrong: str) -> None:
        there = self.query(".wrong").results(Static)
        shown = next(there, None)
        if shown is None and wrong:
            self.mount(Static(plain(wrong), classes="wrong"))
        elif shown is not None:
            shown.update(plain(wrong))
            shown.display = bool(wrong)

    @property
    def aside(self) -> str:
        """What is typed, in words, and what the journey has; empty if no more is said."""
        field = self.field
        said = [field.in_words] if field.in_words != field.typed else []
        if field.shipped and field.typed != field.shipped:
            said.append(f"the journey has {field.shipped}")
        words = "; ".join(said)
        return f"{words[:1].upper()}{words[1:]}." if words else ""
