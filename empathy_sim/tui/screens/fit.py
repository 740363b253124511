"""A form: what can be fitted, section by section."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import Button, Static

from empathy_sim.library.fit_fields import Field
from empathy_sim.tui.fit_desk import Desk
from empathy_sim.tui.plain import plain
from empathy_sim.tui.screens.framed import Answer, Page, paragraph
from empathy_sim.tui.widgets.fit_row import FitRow

ABOUT = (
    "The story stays: you change whose company it is, not what was ordered. Beside a "
    "number stands whose it is: Tab and Enter change it. No file changes."
)
SAVED = "Saved. It is played so from now on; it is kept in"
SAVED_BESIDE = "Saved. Another fit stays in force; this one is played with --fit"
DOUBTED = "Saved, and one thing is doubtful: see the line that is marked."
NOT_SAVED = "Not saved: see the line that is marked."
UNSAVED = "Not saved yet."


class Part(Vertical):
    """Some sections of the form, on the screen together."""

    DEFAULT_CSS = "Part { height: auto; }"

    @property
    def rows(self) -> list[FitRow]:
        """Its lines."""
        return list(self.query(FitRow))


def _part(field: Field) -> str:
    """The part of the form in which a field stands: waits of all stages are one."""
    return field.section.partition(":")[0]


class FitScreen(Page):
    """Every field on a row; errors are said beside it while one types."""

    TAKEN: ClassVar[tuple[int, int]] = (7, 15)
    CSS_PATH: ClassVar[CSSPathType | None] = ["framed.tcss", "fit.tcss"]
    AUTO_FOCUS = "FitRow LineInput"
    HELP = """
Type over what should be otherwise; an arrow to the left or right keeps what is there. Enter
or the down arrow goes to the next line, Tab to whose number it is, where Enter says another;
Page Down goes to the next part. Durations are written with their unit:
90s, 26m, 1h 30m. Empty a line to put back what the journey has. F2 saves; what is wrong
is said under its line.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2,ctrl+s", "save", "Save", key_display="F2"),
        Binding("f5", "play", "Save and play"),
        Binding("pagedown", "part(1)", "Next part", key_display="PgDn", priority=True),
        Binding("pageup", "part(-1)", "Part before", show=False, priority=True),
        Binding("escape", "app.quit", "Close", key_display="esc"),
        Binding("left", "nothing", show=False),
        Binding("right", "nothing", show=False),
    ]

    def __init__(self, desk: Desk) -> None:
        """Show a journey's form.

        Args:
            desk: the journey, and where its fit is saved.
        """
        super().__init__()
        self._desk = desk
        self._fields = desk.fields()
        self._saved = self._fields
        self._at = 0
        self._stands_on: FitRow | None = None
        self._doubts: dict[tuple[str, ...], str] = {}

    def heading(self) -> str:
        return f"{self._desk.title}: make it yours"

    def beside(self) -> str:
        parts = [name for name, _ in groupby(self._fields, _part)]
        return f"{parts[self._at]}, {self._at + 1} of {len(parts)}"

    def body(self) -> Iterator[Widget]:
        yield paragraph(ABOUT, "quiet")
        for at, (_, those) in enumerate(groupby(self._fields, _part)):
            with Part() as part:
                part.display = at == self._at
                for section, some in groupby(those, lambda field: field.section):
                    yield Static(plain(section), classes="section")
                    for field in some:
                        yield FitRow(field)

    def answers(self) -> Iterator[Widget]:
        yield Answer("Save", id="save", variant="primary")
        yield Answer("Play it now", id="play")
        yield Answer("Next part", id="next")

    @property
    def fields(self) -> tuple[Field, ...]:
        """Everything as it is filled in."""
        return tuple(row.field for row in self.query(FitRow))

    @property
    def is_unsaved(self) -> bool:
        """Whether something has changed since it was saved."""
        return self.is_mounted and self.fields != self._saved

    @on(FitRow.Changed)
    def _changed(self, changed: FitRow.Changed) -> None:
        changed.stop()
        self._stands_on = None
        self._say_of(changed.row)

    @on(FitRow.Done)
    def _done(self, done: FitRow.Done) -> None:
        done.stop()
        self.action_go(1)

    def action_go(self, by: int) -> None:
        """Go to another line, from wherever the focus is by now."""
        rows = list(self.query(FitRow))
        here = next((row for row in rows if row.has_focus_within), None)
        if here is None:
            return
        at = rows.index(here) + by
        if at == len(rows):
            self.query_one("#save").focus()
        elif at >= 0:
            self._go_to(rows[at])

    def _go_to(self, row: FitRow) -> None:
        parts = list(self.query(Part))
        at = next(at for at, each in enumerate(parts) if row in each.rows)
        # Shown before it is focused, and focused before the other goes: no key is lost.
        parts[at].display = True
        self.set_focus(row.line)
        self._turn_to(at)
        self.call_after_refresh(self._show, row, is_first=row is parts[at].rows[0])

    def _show(self, row: FitRow, *, is_first: bool) -> None:
        """Have a line in view, with what is said below it."""
        if is_first:
            self.column.scroll_home(animate=False)
        else:
            row.scroll_visible(animate=False, immediate=True)

    def action_part(self, by: int) -> None:
        """Go to the first line of another part."""
        parts = list(self.query(Part))
        self._go_to(parts[(self._at + by) % len(parts)].rows[0])

    def _turn_to(self, at: int) -> None:
        """Show one part, and no other: a long form is slow to draw."""
        if at == self._at:
            return
        self._at = at
        for number, part in enumerate(self.query(Part)):
            part.display = number == at
        self.query_one("#beside", Static).update(plain(self.beside()))

    def on_descendant_focus(self, focused: events.DescendantFocus) -> None:
        """Say more of the line that one is on."""
        for above in focused.widget.ancestors:
            match above:
                case FitRow():
                    if above is not self._stands_on:
                        self._stands_on = None
                        self._say_of(above)
                    return
                case _:
                    pass

    def _say_of(self, row: FitRow) -> None:
        """Say more of a line, and whether anything is not saved yet."""
        unsaved = UNSAVED if self.is_unsaved else ""
        self.say(f"{unsaved} {row.aside}".strip())

    def _mark(self, row: FitRow, says: str) -> None:
        """Go to a line of which something is said, until another is gone to."""
        self._stands_on = row
        self._go_to(row)
        self.say(says, warns=True)

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Save what is filled in."""
        self._save()

    @on(Button.Pressed, "#play")
    def action_play(self) -> None:
        """Save what is filled in, and play it; what is doubtful is told once before."""
        told = self._doubts
        if self._save() and self._doubts == told:
            self.app.exit(True)

    @on(Button.Pressed, "#next")
    def _next_part(self) -> None:
        self.action_part(1)

    def say(self, words: str, *, warns: bool = False) -> None:
        """Say something beside the answers; nothing has to be laid out anew."""
        notice = self.query_one("#notice", Static)
        notice.set_class(warns, "-warning")
        notice.update(plain(words), layout=False)

    def action_nothing(self) -> None:
        """Leave the arrow to what is typed in."""

    def _save(self) -> bool:
        for row in self.query(FitRow):
            if row.field.wrong():
                self._mark(row, NOT_SAVED)
                return False
        fields = self.fields
        if wrong := self._desk.save(fields):
            self.say(f"Not saved. {wrong}", warns=True)
            return False
        self._saved = fields
        said = SAVED_BESIDE if self._desk.is_named_to_play else SAVED
        self.say(f"{said} {self._desk.kept_in}")
        self._tell_doubts()
        return True

    def _tell_doubts(self) -> None:
        """Say what is doubtful in what was saved, at its line where it has one."""
        self._doubts = {each.path: each.says for each in self._desk.doubts()}
        rows = {row.field.path: row for row in self.query(FitRow)}
        for path, row in rows.items():
            row.doubt(self._doubts.get(path, ""))
        for path, says in self._doubts.items():
            if path in rows:
                self._mark(rows[path], DOUBTED)
                return
            self.say(f"Saved, and doubtful. {says}", warns=True)
