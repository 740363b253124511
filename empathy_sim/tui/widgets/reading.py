"""What is read at one's own pace."""

from __future__ import annotations

from textual.containers import VerticalScroll


class Reading(VerticalScroll):
    """Scrolls by arrows and pages; takes the focus only where there is more to see."""

    DEFAULT_CSS = """
    Reading {
        width: 1fr;
        height: 1fr;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: auto;
    }
    """

    def allow_focus(self) -> bool:
        return self.max_scroll_y > 0

    def action_scroll_down(self) -> None:
        """Scroll a line; at the end go on to what can be chosen."""
        if self.scroll_offset.y >= self.max_scroll_y:
            self.screen.focus_next()
        else:
            super().action_scroll_down()
