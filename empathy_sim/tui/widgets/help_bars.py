"""The box and the foot of a help centre."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from empathy_sim.engine.help_turning import LONGEST_TYPED
from empathy_sim.engine.scene import Offer
from empathy_sim.text.safe import shown
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.line_input import LineInput
from empathy_sim.tui.widgets.pressable import Pressable


class SearchBar(Horizontal):
    """A box to search in, and the ways back."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    SearchBar {
        width: 1fr;
        height: 1;
        padding: 0 3;
        background: $company-quiet;

        .glass { width: 3; color: $company; text-style: bold; }
        LineInput, LineInput:focus {
            width: 1fr;
            height: 1;
            border: none;
            padding: 0 1;
            background: $background;
        }
        LineInput > .input--placeholder { color: $foreground 80%; }
        Pressable { margin-left: 2; }
    }
    DrawnDevice.-roomy SearchBar { height: 3; padding: 1 5; }
    """

    def __init__(self, typed: str, box: str, ways: Iterable[Offer]) -> None:
        """Show the box.

        Args:
            typed: what stands in it.
            box: what stands in it while it is empty.
            ways: the ways back.
        """
        super().__init__()
        self._typed, self._box, self._ways = typed, box, tuple(ways)

    def compose(self) -> ComposeResult:
        yield Static("⌕", markup=False, classes="glass")
        box = shown(self._box)
        yield LineInput(self._typed, placeholder=box, most=LONGEST_TYPED)
        for each in self._ways:
            arrow = Content("← ") if each.id == "back" else Content("")
            yield Pressable(arrow + plain(each.label), each.id, classes="-link")


class HelpFoot(Horizontal):
    """Small links at the foot of every page."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    HelpFoot {
        width: 1fr;
        height: auto;
        padding-left: 1;
        Pressable { margin-right: 3; }
    }
    """

    def __init__(self, links: Iterable[Offer]) -> None:
        super().__init__()
        self._links = tuple(links)

    def compose(self) -> ComposeResult:
        for each in self._links:
            looks = "-plain" if each.id == "way-out" else "-link"
            yield Pressable(plain(each.label), each.id, classes=looks)


class HelpfulQuestion(Horizontal):
    """Whether it was helpful, and what is said to any answer."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    HelpfulQuestion {
        width: 1fr;
        height: auto;
        margin-top: 1;
        .asks { width: auto; max-width: 1fr; margin-right: 2; color: $text-muted; }
        Pressable { margin-right: 1; }
    }
    """

    def __init__(self, answers: Iterable[Offer]) -> None:
        super().__init__()
        self._answers = tuple(answers)

    def compose(self) -> ComposeResult:
        yield Static("", classes="asks", markup=False)
        for each in self._answers:
            yield Pressable(plain(each.label), each.id, classes="-chip")

    def say(self, says: str, *, is_answered: bool) -> None:
        """Ask, or thank."""
        self.query_one(".asks", Static).update(plain(says))
        for each in self.query(Pressable):
            each.display = not is_answered
