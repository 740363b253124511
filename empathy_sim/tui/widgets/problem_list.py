"""Problems of a file, beside what it plays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from empathy_sim.library.problems import Problem
from empathy_sim.tui.plain import plain

_NONE = "Nothing is wrong."
_HINT = "^l and Enter open the line."


class ProblemRows(OptionList):
    """The problems, one to be marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back to the story"),
    ]

    class Left(Message):
        """The keys are to go back to the story."""

    def action_leave(self) -> None:
        """Give the keys back."""
        self.post_message(self.Left())


class ProblemList(Vertical):
    """What `check` says, with code and place; each opens the editor at its line."""

    DEFAULT_CSS = """
    ProblemList {
        display: none;
        padding: 0 1;
        background: $surface;

        &.-shown { display: block; }
        #count { height: 1; text-style: bold; text-wrap: nowrap; }
        ProblemRows {
            height: 1fr;
            padding: 0;
            border: none;
            background: $surface;
            scrollbar-size-vertical: 1;

            &:focus { border: none; background-tint: $foreground 0%; }
            & > .option-list--option-highlighted {
                background: $surface;
                color: $foreground;
                text-style: none;
            }
            &:focus > .option-list--option-highlighted {
                background: $block-hover-background;
                color: $foreground;
                text-style: bold;
            }
        }
    }
    """

    @dataclass
    class Chosen(Message):
        """A problem's line is to be opened."""

        problem: Problem

    def __init__(self) -> None:
        super().__init__()
        self._count = Static("", id="count", markup=False)
        self._found = ProblemRows()
        self._problems: tuple[Problem, ...] = ()

    def compose(self) -> ComposeResult:
        yield self._count
        yield self._found

    @property
    def has_keys(self) -> bool:
        """Whether it takes the keys now."""
        return self._found.has_focus

    def take_keys(self) -> None:
        """Let the arrows move in it."""
        self._found.focus(scroll_visible=False)

    def show(self, problems: Sequence[Problem]) -> None:
        """Show these, errors first; the mark stays where it was."""
        ordered = tuple(sorted(problems, key=lambda each: not each.is_error))
        if ordered == self._problems and self._found.option_count:
            return
        marked, self._problems = self._found.highlighted, ordered
        self._found.clear_options()
        self._found.add_options([Option(_told(each)) for each in ordered])
        if ordered:
            self._found.highlighted = min(marked or 0, len(ordered) - 1)
        self._count.update(plain(_counted(ordered)))

    @on(OptionList.OptionSelected)
    def _choose(self, selected: OptionList.OptionSelected) -> None:
        selected.stop()
        self.post_message(self.Chosen(self._problems[selected.option_index]))


def _counted(problems: Sequence[Problem]) -> str:
    if not problems:
        return _NONE
    errors = sum(each.is_error for each in problems)
    warnings = len(problems) - errors
    parts = [(errors, "problem"), (warnings, "warning")]
    said = [f"{n} {noun}" + "s" * (n != 1) for n, noun in parts if n]
    return f"{', '.join(said)}. {_HINT}"


def _told(problem: Problem) -> Content:
    colour = "$error" if problem.is_error else "$warning"
    place = f" {PurePath(problem.file).name}:{problem.line}"
    head = Content.assemble(
        Content.styled(problem.code, f"bold {colour}"),
        Content.styled(plain(place).plain, "$text-muted"),
    )
    lines = [head, plain(problem.says)]
    if problem.hint:
        lines.append(Content.styled(plain(f"try: {problem.hint}").plain, "$text-muted"))
    return Content("\n").join(lines)
