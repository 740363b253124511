"""The last wall between text and the terminal."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from empathy_sim.text.safe import shown

SCROLLING = frozenset({"grab", "scroll_down", "scroll_up"})
"""What Textual's scroll bars write into their own cells, to be run on a press."""


class Guard(LineFilter):
    """Lets nothing through to the terminal but letters and looks.

    A control, invisible or turning character becomes U+FFFD; links go, and so does
    whatever would run an action on a click. A line keeps its length: what becomes
    visible takes its columns from the blanks after it.
    """

    def apply(
        self,
        segments: list[Segment],
        background: Color,  # noqa: ARG002
    ) -> list[Segment]:
        line, owed = list[Segment](), 0
        for text, style, _ in segments:
            safe = _guarded_text(text)
            if safe is not text:
                owed += cell_len(safe) - cell_len(text)
            elif owed > 0 and text.isspace():
                safe, owed = text[owed:], max(0, owed - len(text))
            line.append(Segment(safe, style and _guarded_style(style)))
        if owed == 0:
            return line
        return Segment.adjust_line_length(line, Segment.get_line_length(segments))


def _guarded_text(text: str) -> str:
    """The same object where nothing is to be done, which is nearly always."""
    if text.isascii() and text.isprintable():
        return text
    safe = shown(text).replace("\n", " ").replace("\t", " ")
    return text if safe == text else safe


@lru_cache(4096)
def _guarded_style(style: Style) -> Style:
    kept = {key: value for key, value in style.meta.items() if _is_wanted(key, value)}
    if style.link is None and kept == style.meta:
        return style
    return style.clear_meta_and_links() + Style.from_meta(kept)


def _is_wanted(key: str, value: Any) -> bool:
    return not key.startswith("@") or (key == "@mouse.down" and value in SCROLLING)
