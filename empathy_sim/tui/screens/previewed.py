"""The screens of a story that is being written."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.types import CSSPathType
from textual.widgets import Footer, Static

from empathy_sim.engine import moves as m
from empathy_sim.session.port import SessionPort
from empathy_sim.tui.plain import plain
from empathy_sim.tui.screens.ending import EndingScreen
from empathy_sim.tui.screens.play import PlayScreen
from empathy_sim.tui.widgets.authors_bar import AuthorsBar
from empathy_sim.tui.widgets.problem_list import ProblemList, ProblemRows
from empathy_sim.workbench.drafts import Drafts

BESIDE = 112
"""Columns from which problems stand beside the story, rather than over it."""
_ROOM_FOR_ALL = 148
"""Columns from which the notebook has room beside them too."""
_NOWHERE = "memory"
HELP = """
This is a preview: you see what a participant sees, under a bar that only authors have.
Each time a file is saved, the story is set anew and you stand where you stood.
F6 takes back the last step, F7 does it again; Ctrl+N lets the next thing happen, Ctrl+G
passes over waiting until something is asked. Ctrl+O opens the editor at what you see.
"""


class Authored(Screen[None]):
    """A screen under the authors' bar, with problems beside or over it."""

    authors: AuthorsBar
    problems: ProblemList
    wants_problems: bool | None = None
    """Whether the author has asked for the problems, or put them away."""
    _errors: int = 0
    _laid: tuple[bool, bool, int, int] | None = None
    """What it was last laid out for."""

    @property
    def is_desk(self) -> bool:
        """Whether problems have their place beside the story."""
        return self.size.width >= BESIDE

    @property
    def shows_problems(self) -> bool:
        """Beside the story they come by themselves; over it only when asked for."""
        if self.wants_problems is not None:
            return self.wants_problems
        return self._errors > 0 and self.is_desk

    @on(events.Resize)
    @on(AuthorsBar.Resized)
    def _lay_out(self) -> None:
        """Let problems stand beside the story where there is room."""
        rows, width = self.authors.outer_size.height, self.size.width
        laid = self.shows_problems, self.is_desk, rows, width
        if laid == self._laid:
            return
        self._laid = laid
        was_covered = self._is_covered
        self._place(shown=self.shows_problems, above=rows if self.is_desk else 0)
        self.refresh_bindings()
        if self._is_covered != was_covered:
            self.covered(is_covered=self._is_covered)

    def _place(self, *, shown: bool, above: int) -> None:
        if not shown and self.problems.has_keys:
            self.set_focus(None)
        has_no_room = self.is_desk and self.size.width < _ROOM_FOR_ALL
        self.problems.set_class(shown, "-shown")
        self.problems.styles.margin = (above, 0, 1, 0)
        self.set_class(self.is_desk, "-desk")
        self.set_class(shown and has_no_room, "-crowded")

    @property
    def _is_covered(self) -> bool:
        return self.problems.has_class("-shown") and not self.has_class("-desk")

    def tell(self, drafts: Drafts) -> None:
        """Show how the file stands, and what was said of it."""
        if drafts.errors != self._errors and not self.wants_problems:
            self.wants_problems = None
        self._errors = drafts.errors
        self.authors.show(drafts.standing, drafts.note, wrong=drafts.is_older)
        self.problems.show(drafts.problems)
        self._lay_out()

    def toggle_problems(self) -> None:
        """Show the problems and give them the keys; or put them away."""
        self.wants_problems = not (self.shows_problems and self.problems.has_keys)
        self._lay_out()
        if self.wants_problems:
            self.problems.take_keys()

    @on(ProblemRows.Left)
    def _leave_problems(self) -> None:
        """Give the keys back; what lies over the story is put away."""
        self.set_focus(None)
        if not self.is_desk:
            self.wants_problems = None
            self._lay_out()

    def covered(self, *, is_covered: bool) -> None:
        """Problems lie over the screen now, or not any more."""


class PreviewPlay(PlayScreen, Authored):
    """The story's own screen, as its author sees it."""

    HELP = HELP + PlayScreen.HELP

    CSS_PATH: ClassVar[CSSPathType | None] = ["play.tcss", "previewed.tcss"]

    def __init__(self, port: SessionPort) -> None:
        super().__init__(port, _NOWHERE)
        self.authors, self.problems = AuthorsBar(), ProblemList()

    def compose(self) -> ComposeResult:
        yield self.authors
        yield self.problems
        yield from super().compose()

    def covered(self, *, is_covered: bool) -> None:
        """The story stands while something lies over it."""
        if is_covered and self._scene.may("pause"):
            self.run_worker(self._submit(m.Pause("reading")), group="covered")
        elif not is_covered and self._scene.paused == "reading":
            self.run_worker(self._submit(m.Resume()), group="covered")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "notebook" and self.has_class("-crowded"):
            return True
        return super().check_action(action, parameters)


class PreviewEnding(EndingScreen, Authored):
    """The ending's own screen, as its author sees it."""

    HELP = f"{HELP}\n{EndingScreen.HELP}"
    TAKEN: ClassVar[tuple[int, int]] = (9, 15)

    CSS_PATH: ClassVar[CSSPathType | None] = [
        "framed.tcss",
        "ending.tcss",
        "previewed.tcss",
    ]

    def __init__(self, port: SessionPort) -> None:
        super().__init__(port, _NOWHERE)
        self.authors, self.problems = AuthorsBar(), ProblemList()

    def compose(self) -> ComposeResult:
        yield self.authors
        yield self.problems
        yield from super().compose()


class PreviewStill(Authored):
    """What stands where there is nothing to play."""

    CSS_PATH = "previewed.tcss"
    AUTO_FOCUS = ""
    HELP = HELP

    def __init__(self, says: str) -> None:
        """Say why.

        Args:
            says: a sentence or two of the frame's own.
        """
        super().__init__()
        self.authors, self.problems = AuthorsBar(), ProblemList()
        self._says = says

    def compose(self) -> ComposeResult:
        yield self.authors
        yield self.problems
        yield Static(plain(self._says), id="still")
        yield Footer(show_command_palette=False)

    @property
    def shows_problems(self) -> bool:
        """Nothing else is there to be seen, so that they always are."""
        return self._errors > 0 or self.wants_problems is True

    def tell(self, drafts: Drafts) -> None:
        super().tell(drafts)
        if self.shows_problems and self.focused is None:
            self.problems.take_keys()


Staged = PreviewPlay | PreviewEnding | PreviewStill

OVER = (
    "The story is over. A participant would rest now, and come to the debrief.\n\n"
    "F6 takes the last step back; Ctrl+R begins again; Ctrl+Q closes the preview."
)
WAITING = (
    "This cannot be played yet. Mend what is listed and save: the story begins by "
    "itself.\n\nCtrl+O opens the editor; Ctrl+Q closes the preview."
)


def staged(drafts: Drafts) -> Staged:
    """The screen for where a story stands."""
    if drafts.story is None:
        return PreviewStill(WAITING)
    port = drafts.story.port
    match port.scene().phase:
        case "playing":
            return PreviewPlay(port)
        case "ending":
            return PreviewEnding(port)
        case _:
            return PreviewStill(OVER)
