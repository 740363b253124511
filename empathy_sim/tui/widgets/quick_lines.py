"""Lines that are drawn often, quickly."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar, TypeAlias

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

Part: TypeAlias = tuple[str, str]
"""Words and their look: a component class without its prefix; empty is the widget's."""
Parts: TypeAlias = tuple[Part, ...]

_MOST_KEPT = 64
"""Lines that are kept as they were drawn: a key is lit and goes out again."""


class QuickLines(Widget):
    """A widget that says of each line what stands on it, and is drawn by itself.

    What Textual works out for every line of every widget (borders, tints, titles) is
    left out, and what is drawn again as it was is not worked out again. It has a
    background and a padding; a border it draws itself.
    """

    PREFIX: ClassVar[str] = ""
    """Of its component classes."""
    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._looks: dict[str, Style] = {}
        self._kept: dict[object, Strip] = {}
        self._kept_for: object = None

    @abstractmethod
    def parts(self, y: int) -> Parts:
        """What stands on a line within the padding; the rest of it stays blank."""

    def notify_style_update(self) -> None:
        self._forget_looks()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        return self._line(self.parts(y), self.size.width, (0, 0))

    def render_lines(self, crop: Region) -> list[Strip]:
        filters, grounds = tuple(self.get_line_filters()), self.background_colors
        if self._kept_for != (filters, grounds):
            self._kept_for = filters, grounds
            self._forget_looks()
        padding, (width, height) = self.styles.padding, self.outer_size
        beside, within = (padding.left, padding.right), range(height)[padding.top :]
        within = within[: max(0, len(within) - padding.bottom)]
        strips = []
        for y in crop.line_range:
            parts = self.parts(y - padding.top) if y in within else ()
            key = parts, width, beside
            strip = self._kept.get(key)
            if strip is None:
                strip = self._line(parts, width, beside)
                for each in filters:
                    strip = strip.apply_filter(each, grounds[1])
                self._keep(key, strip)
            strips.append(strip)
        if crop.column_span != (0, width):
            return [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def look(self, name: str) -> Style:
        """How words look that have this look."""
        found = self._looks.get(name)
        if found is None:
            found = self.rich_style
            if name:
                found = self.get_component_rich_style(f"{self.PREFIX}--{name}")
            self._looks[name] = found
        return found

    def _line(
        self, parts: Sequence[Part], width: int, beside: tuple[int, int]
    ) -> Strip:
        left, right = beside
        own = self.look("")
        words = [Segment(text, self.look(look)) for text, look in parts]
        strip = Strip(words).adjust_cell_length(max(0, width - left - right), own)
        if not left and not right:
            return strip
        ground = Style(bgcolor=own.bgcolor)
        ends = Segment(" " * left, ground), Segment(" " * right, ground)
        return Strip([ends[0], *strip, ends[1]])

    def _keep(self, key: object, strip: Strip) -> None:
        if len(self._kept) >= _MOST_KEPT:
            self._kept.clear()
        self._kept[key] = strip

    def _forget_looks(self) -> None:
        self._looks.clear()
        self._kept.clear()
        self._rich_style_cache.clear()
