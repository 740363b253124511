"""Words and bars, set out for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

WIDTH = 80
BAR = 24
_PARTS = " ▏▎▍▌▋▊▉█"
_A_MINUTE = 60


def bar(share: float, width: int = BAR) -> str:
    """A bar as text; whatever is not nothing shows at least a sliver.

    Args:
        share: how much of it is full, 0 to 1.
        width: columns of a full bar.
    """
    eighths = round(min(1.0, max(0.0, share)) * width * 8)
    if share > 0:
        eighths = max(1, eighths)
    whole, part = divmod(eighths, 8)
    return ("█" * whole + _PARTS[part].strip()).ljust(width)


def percent(part: int, whole: int) -> str:
    """A share in whole percent; what is little is not called nothing."""
    if not part or not whole:
        return "0%"
    share = 100 * part / whole
    if share < 1:
        return "<1%"
    return ">99%" if share > 99 and part < whole else f"{share:.0f}%"  # noqa: PLR2004


def clipped(text: str, width: int) -> str:
    """A text in so many columns; what does not fit is left out and marked."""
    line = " ".join(text.split())
    return line if len(line) <= width else f"{line[: width - 1]}…"


def cut(text: str, width: int) -> str:
    """A line in so many columns, its indent kept; what does not fit is marked."""
    return text if len(text) <= width else f"{text[: width - 1]}…"


def folded(
    text: str, indent: str = "", further: str | None = None, width: int = WIDTH
) -> Iterator[str]:
    """A paragraph over as many lines as it takes.

    Args:
        text: the paragraph.
        indent: what stands before its first line.
        further: what stands before each further line; by default the same.
        width: columns of a line.
    """
    yield from textwrap.wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=indent if further is None else further,
        break_on_hyphens=False,
    )


def columns(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    """Rows as lines; a negative width sets its column to the right.

    Args:
        rows: the cells.
        widths: columns of each; what is longer is clipped.
    """
    for row in rows:
        cells = (
            clipped(cell, abs(width)).rjust(-width)
            if width < 0
            else clipped(cell, width).ljust(width)
            for cell, width in zip(row, widths, strict=True)
        )
        yield f"  {'  '.join(cells)}".rstrip()


def many(number: int, noun: str, nouns: str = "") -> str:
    """A number of things: `1 play`, `1,000 plays`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {nouns or f'{noun}s'}"


def lasting(milliseconds: int) -> str:
    """About how long something takes: `40 s`, `4 min`, `1 h 20 min`, `9 d 4 h`."""
    seconds = round(milliseconds / 1_000)
    if seconds < _A_MINUTE:
        return f"{seconds} s"
    minutes = round(seconds / _A_MINUTE)
    days, left = divmod(minutes, 24 * 60)
    hours, rest = divmod(left, 60)
    if days:
        return f"{days} d {hours} h"
    return f"{hours} h {rest} min" if hours else f"{minutes} min"
