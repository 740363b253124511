"""How it felt over time, drawn over what happened."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from empathy_sim.debrief.curve import Curve
from empathy_sim.tui.widgets.curve_canvas import Canvas, Ink
from empathy_sim.tui.widgets.curve_drawing import GUTTER, ROWS, drawn


class CurveView(Widget):
    """Marks by their numbers, pleasant above and unpleasant below the middle.

    Below them: what went against the customer, the waits as long as they were, and
    the stages. Nothing is in it that is not also in words beside it.
    """

    DEFAULT_CSS = f"""
    CurveView {{
        height: {ROWS};
        width: 1fr;
        min-width: {GUTTER + 20};
    }}
    CurveView > .curve--mark {{ color: $accent; text-style: bold; }}
    CurveView > .curve--worst {{
        color: $block-cursor-foreground;
        background: $accent;
        text-style: bold;
    }}
    CurveView > .curve--line {{ color: $accent 60%; }}
    CurveView > .curve--stirred {{ color: $text-muted; }}
    CurveView > .curve--axis {{ color: $text-disabled; }}
    CurveView > .curve--meant {{ color: $secondary; }}
    CurveView > .curve--against {{ color: $error; }}
    CurveView > .curve--kindness {{ color: $success; }}
    CurveView > .curve--wait {{ color: $foreground; background: $panel; }}
    CurveView > .curve--stage {{ color: $text-muted; background: $surface; }}
    CurveView > .curve--other {{ color: $text-muted; background: $panel; }}
    CurveView > .curve--here {{ color: $accent; text-style: bold; }}
    """
    COMPONENT_CLASSES = {  # noqa: RUF012
        f"curve--{ink}"
        for ink in (
            *("mark", "worst", "line", "stirred", "axis", "meant", "against"),
            *("kindness", "wait", "stage", "other", "here"),
        )
    }

    WHOLE: ClassVar[bool] = False
    """Whether it draws how stirred up it was, and insights."""

    def __init__(self, curve: Curve, id: str | None = None) -> None:
        super().__init__(id=id)
        self._curve = curve
        self._here: int | None = None
        self._canvas: Canvas | None = None

    def show(self, curve: Curve, here: int | None = None) -> None:
        """Show a curve, and where on it one is.

        Args:
            curve: what is drawn.
            here: an instant, in drawn milliseconds, to be pointed at.
        """
        self._curve, self._here, self._canvas = curve, here, None
        self.refresh()

    def on_resize(self) -> None:
        self._canvas = None

    def notify_style_update(self) -> None:
        """Colours have changed."""
        super().notify_style_update()
        self._canvas = None

    def render_line(self, y: int) -> Strip:
        """One of its rows."""
        width = self.size.width
        if self._canvas is None or self._canvas.width != width:
            self._canvas = drawn(self._curve, width, self._here, whole=self.WHOLE)
        plain = self.rich_style
        if y >= ROWS:
            return Strip.blank(width, plain)
        segments = [
            Segment(text, self._style(ink)) for text, ink in self._canvas.row(y)
        ]
        return Strip(segments).adjust_cell_length(width, plain)

    def _style(self, ink: Ink | None) -> Style:
        if ink is None:
            return self.rich_style
        return self.get_component_rich_style(f"curve--{ink}")
