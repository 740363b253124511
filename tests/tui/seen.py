"""What reached the terminal, and how readable it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, ClassVar

from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver

LOOKS = r"(?:[0-57-9]|2[1-9]|(?:38|48);2;\d+;\d+;\d+)"
TEXTUALS_OWN = re.compile(
    rf"\x1b\[{LOOKS}?(?:;{LOOKS})*m"  # looks, in true colour
    r"|\x1b\[\d+;\d+H"  # the cursor to a place
    r"|\x1b\[\?2026[hl]|\n"
    r"|\x1b\]22;[a-z-]+\x07"  # the shape of the pointer
)
FOREIGN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069"
    "\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)


class RecordingDriver(HeadlessDriver):
    """Takes the place of a terminal and keeps what is written to it."""

    written: ClassVar[list[str]] = []

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        self.written.append(data)


def foreign_in(written: str) -> list[str]:
    """What is neither a letter nor one of Textual's own sequences, with its place."""
    rest = TEXTUALS_OWN.sub("", written)
    return [
        repr(rest[found.start() : found.start() + 12])
        for found in FOREIGN.finditer(rest)
    ]


def rows_of(app: App[Any]) -> list[str]:
    """The text on the screen, row by row."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


def text_of(app: App[Any]) -> str:
    """The text on the screen."""
    return "\n".join(rows_of(app))


def faint_in(app: App[Any], least: float = 4.5) -> list[str]:
    """Words whose contrast with what is behind them is less than asked."""
    return [
        f"{segment.text.strip()!r}: {contrast:.1f}"
        for segment, contrast in _contrasts(app)
        if contrast < least
    ]


def _contrasts(app: App[Any]) -> Iterator[tuple[Segment, float]]:
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            if style is None or not any(map(str.isalnum, segment.text)):
                continue
            assert style.color is not None
            assert style.bgcolor is not None
            front, back = style.color.triplet, style.bgcolor.triplet
            assert front is not None
            assert back is not None
            yield segment, contrast_of(front, back)


def contrast_of(one: ColorTriplet, other: ColorTriplet) -> float:
    """The contrast ratio of WCAG 2: from 1, none, to 21."""
    light, dark = sorted(map(_luminance, (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: ColorTriplet) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
