"""Two columns of words."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from empathy_sim.tui.plain import plain


class TableRows(Vertical):
    """A heading, and rows of a term and what there is to say of it."""

    DEFAULT_CSS = """
    TableRows {
        width: 1fr;
        height: auto;
        margin-top: 1;

        .head { width: 1fr; color: $text-muted; }
        .row { width: 1fr; height: auto; }
        .term { width: 2fr; height: auto; padding-right: 2; }
        .is { width: 3fr; height: auto; }
        &.-dates .term { color: $text-muted; }
    }
    """

    def __init__(
        self,
        head: str,
        rows: Iterable[tuple[str, str]],
        classes: str | None = None,
    ) -> None:
        super().__init__(classes=classes)
        self._head, self._rows = head, tuple(rows)

    def compose(self) -> ComposeResult:
        if self._head:
            yield Static(plain(self._head), classes="head")
        for term, says in self._rows:
            with Horizontal(classes="row"):
                yield Static(plain(term), classes="term")
                yield Static(plain(says), classes="is")
