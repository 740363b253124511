"""The notebook: what the customer has at hand."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from empathy_sim.engine.scene import Notebook
from empathy_sim.tui.plain import plain


class NotebookPanel(VerticalScroll):
    """Facts to copy by hand, names that were given, promises that were made."""

    DEFAULT_CSS = """
    NotebookPanel {
        width: 36;
        padding: 1 2;
        background: $surface;
        border-left: solid $border-blurred;
    }
    NotebookPanel Static {
        width: 1fr;
        height: auto;
    }
    """
    can_focus = False

    def __init__(self) -> None:
        super().__init__()
        self._notes: Notebook | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="notes")

    def show(self, notes: Notebook) -> None:
        """Show the notes, if they have changed."""
        if notes != self._notes:
            self._notes = notes
            self.query_one("#notes", Static).update(_written(notes))


def _written(notes: Notebook) -> Content:
    parts: list[Content] = [Content.styled("Notebook", "bold"), Content("")]
    for fact in notes.facts:
        parts += [Content.styled(plain(fact.says).plain, "dim"), plain(fact.value)]
        if fact.on:
            parts.append(Content.styled(plain(fact.on).plain, "dim italic"))
        parts.append(Content(""))
    if notes.names:
        parts += [Content.styled("Spoken to", "dim"), plain(", ".join(notes.names))]
        parts.append(Content(""))
    for promise in notes.promises:
        parts += [Content.styled("Promised", "dim"), plain(promise.says)]
        moved = promise.date != promise.first_date
        date = f"{promise.date} (first {promise.first_date})" if moved else promise.date
        parts += [plain(date), Content("")]
    return Content("\n").join(parts)
