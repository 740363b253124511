"""The notebook: what the customer has at hand."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from empathy_sim.engine.scene import Fact, Notebook, PromiseNote
from empathy_sim.line.wording import capital
from empathy_sim.tui.plain import plain

_NOTHING = "Nothing in it yet. Names and promises are noted here as they are given."
_KEPT = {"kept": "kept", "broken": "not kept"}
_BLANK = Content("")


class Paper(Static):
    """Something written by hand: it cannot be marked and copied."""

    ALLOW_SELECT = False


class NotebookPanel(VerticalScroll):
    """Facts to copy by hand, names that were given, promises that were made."""

    DEFAULT_CSS = """
    NotebookPanel {
        width: 36;
        padding: 1 2;
        background: $surface;
        border-left: solid $border-blurred;
        scrollbar-size-vertical: 1;
    }
    NotebookPanel Static {
        width: 1fr;
        height: auto;
    }
    """
    can_focus = False
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._notes: Notebook | None = None

    def compose(self) -> ComposeResult:
        yield Paper("", id="notes", markup=False)

    def show(self, notes: Notebook) -> None:
        """Show the notes, if they have changed."""
        if notes != self._notes:
            self._notes = notes
            self.query_one(Paper).update(_written(notes))


def _written(notes: Notebook) -> Content:
    head = Content.styled("Notebook", "bold $accent")
    lines = [*_facts(notes.facts), *_names(notes.names), *_promises(notes.promises)]
    return Content("\n").join([head, _BLANK, *(lines or [_quiet(_NOTHING)])])


def _facts(facts: tuple[Fact, ...]) -> Iterator[Content]:
    for fact in facts:
        yield _quiet(capital(fact.says))
        yield _strong(fact.value)
        if fact.on:
            yield _quiet(f"on {fact.on}")
        yield _BLANK


def _names(names: tuple[str, ...]) -> Iterator[Content]:
    if names:
        yield _quiet("Spoken to")
        yield _strong(", ".join(names))
        yield _BLANK


def _promises(promises: tuple[PromiseNote, ...]) -> Iterator[Content]:
    if promises:
        yield _quiet("Promised")
    for promise in promises:
        yield _strong(capital(promise.says))
        if promise.date != promise.first_date:
            yield Content.styled(plain(promise.first_date).plain, "$text-muted strike")
        status = _KEPT.get(promise.status)
        yield plain(f"{promise.date}, {status}" if status else promise.date)
        yield _BLANK


def _quiet(text: str) -> Content:
    return Content.styled(plain(text).plain, "$text-muted")


def _strong(text: str) -> Content:
    return Content.styled(plain(text).plain, "bold")
