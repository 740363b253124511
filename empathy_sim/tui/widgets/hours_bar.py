"""The hours of a day that somebody waits in."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class HoursBar(Static):
    """A line from the first hour to the last, and how much of it has gone."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    HoursBar {
        width: 1fr;
        height: 1;
        padding: 0 2;
    }
    DrawnDevice.-roomy HoursBar { height: 3; padding: 1 3; }
    """

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self._hours: tuple[str, int, int] = ("", 0, 0)
        self._now = 0

    def show(self, window: str, opens: int, closes: int, now: int) -> None:
        """Show the hours as they were last given, and the story instant in them.

        Args:
            window: `08:00 to 18:00`.
            opens: the story instant at which they begin.
            closes: the one at which they end.
            now: the one that it is.
        """
        self._hours, self._now = (window, opens, closes), now
        self.refresh()

    def render(self) -> Content:
        window, opens, closes = self._hours
        first, _, last = window.partition(" to ")
        over = ", over" if self._now > closes else ""
        wide = max(4, self.content_size.width - len(first) - len(last + over) - 2)
        gone = (self._now - opens) * wide // max(1, closes - opens)
        gone = max(0, min(wide, gone))
        return Content.assemble(
            (f"{first} ", "$text-muted"),
            ("━" * gone, "$company"),
            ("─" * (wide - gone), "$text-disabled"),
            (f" {last}{over}", "$text-muted"),
        )
