"""Lines of a screen that keep little."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.segment import Segment
from textual.cache import FIFOCache
from textual.strip import Strip

EMPTY = frozenset({"_cell_count", "_cell_length", "_link_ids", "_render_cache"})
"""What a new line knows nothing of yet."""


def be_thrifty() -> bool:
    """Let every line of text make its seven caches when they are first used.

    Most are never used, and they are half of the memory of a screen. It holds for all
    apps of the process; whether it does: another Textual may make its lines otherwise.
    """
    if "__getattr__" in vars(Strip):
        return True
    sizes = _sizes()
    if sizes is None:
        return False

    def made_when_asked_for(strip: Strip, name: str) -> Any:
        if name not in sizes:
            raise AttributeError(name, name=name, obj=strip)
        cache: FIFOCache[Any, Any] = FIFOCache(sizes[name])
        setattr(strip, name, cache)
        return cache

    ways: Any = Strip
    ways.__init__ = _begin
    ways.__getattr__ = made_when_asked_for
    return True


def _begin(
    strip: Strip, segments: Iterable[Segment], cell_length: int | None = None
) -> None:
    strip._segments = list(segments)  # noqa: SLF001
    strip._cell_length = cell_length  # noqa: SLF001
    strip._render_cache = None  # noqa: SLF001
    strip._link_ids = None  # noqa: SLF001
    strip._cell_count = None  # noqa: SLF001


def _sizes() -> dict[str, int] | None:
    """How much each cache of a line holds; None if a line has anything unforeseen."""
    strip = Strip([])
    parts = {name: getattr(strip, name) for name in Strip.__slots__}
    sizes = {
        name: part._maxsize  # noqa: SLF001
        for name, part in parts.items()
        if isinstance(part, FIFOCache)
    }
    others = {name: part for name, part in parts.items() if name not in sizes}
    foreseen: dict[str, Any] = {"_segments": [], **dict.fromkeys(EMPTY)}
    return sizes if others == foreseen else None
