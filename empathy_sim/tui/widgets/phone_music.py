"""Music in words, and a voice over it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from textual.geometry import Region

from empathy_sim.engine.voices import heard_of, speaking_ms
from empathy_sim.tui.widgets.phone_captions import heard_lines, wrapped
from empathy_sim.tui.widgets.quick_lines import Part, Parts, QuickLines

BREATH = ("·", "•", "●", "•")
"""A mark that comes and goes once in four seconds."""
_STILL = BREATH[1]
_WIDEST = 56
_LATELY_MS = 120_000
"""How long after a sentence it can still be read."""


Line: TypeAlias = Part | None
"""Its words and their look; None for a line without any."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What is heard at a second of a hold."""

    music: str
    """In words."""
    voice: str = ""
    """What a recording says or said last."""
    since_ms: int = 0
    """Milliseconds since it began to."""
    waits: bool = False
    """Whether the recording waits for a key."""

    @property
    def is_spoken(self) -> bool:
        """Whether the recording has the line to itself."""
        return bool(self.voice) and self.since_ms < speaking_ms(self.voice)

    @property
    def is_fresh(self) -> bool:
        """Whether it was said lately: after a cut, what was said before is over."""
        lately = self.since_ms < speaking_ms(self.voice) + _LATELY_MS
        return bool(self.voice) and (self.waits or lately)


class Music(QuickLines):
    """Music in words, quiet and still, until a recording breaks into it."""

    DEFAULT_CSS = """
    Music {
        width: 1fr;
        height: 1fr;
        padding: 0 2;

        .music--quiet { color: $text-muted; text-style: italic; }
        .music--past { color: $text-muted; }
        .music--voice { color: $foreground; text-style: bold; }
        .music--mark { color: $company; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "music--quiet",
        "music--past",
        "music--voice",
        "music--mark",
    }
    PREFIX: ClassVar[str] = "music"

    def __init__(self) -> None:
        super().__init__()
        self._heard = Heard("")
        self._mark = _STILL
        self._drawn: tuple[object, ...] = ()

    def show(self, heard: Heard, second: int) -> None:
        """Show what is heard.

        Args:
            heard: the music, and the voice over it.
            second: which second of the hold it is; the mark breathes by it.
        """
        moves = self.app.animation_level != "none"
        mark = BREATH[second % len(BREATH)] if moves else _STILL
        spoken = heard.is_spoken
        so_far = heard_of(heard.voice, heard.since_ms) if spoken else -1
        drawn = (heard.music, heard.voice, heard.waits, heard.is_fresh, so_far, mark)
        if drawn == self._drawn:
            self._heard, self._mark = heard, mark
            return
        self._drawn = drawn
        before = self._lines()
        self._heard, self._mark = heard, mark
        self._draw_again(before, self._lines())

    def _draw_again(self, before: list[Line], after: list[Line]) -> None:
        """Draw what is another line now."""
        changed = [
            Region(0, y, self.size.width, 1)
            for y, (was, now) in enumerate(zip(before, after, strict=True))
            if was != now
        ]
        if changed:
            self.refresh(*changed)

    def parts(self, y: int) -> Parts:
        lines = self._lines()
        line = lines[y] if y < len(lines) else None
        return () if line is None else (line,)

    def _lines(self) -> list[Line]:
        """All lines as they lie in the height there is, in the middle of it."""
        width, height = self.size
        rows = self._rows(min(width, _WIDEST))[:height]
        above = (height - len(rows)) // 2
        blank: list[Line] = [None] * (height - len(rows))
        return [*blank[:above], *rows, *blank[above:]]

    def _rows(self, width: int) -> list[tuple[str, str]]:
        heard = self._heard
        voice = wrapped(heard.voice, width) if heard.is_fresh else ()
        if heard.is_spoken:
            so_far = heard_of(heard.voice, heard.since_ms)
            return [(line, "voice") for line in heard_lines(voice, heard.voice, so_far)]
        music = wrapped(heard.music, width - 3) if heard.music else ()
        rows = [
            (f"{self._mark if at == 0 else ' '}  {line}", "quiet")
            for at, line in enumerate(music)
        ]
        said = [(line, "voice" if heard.waits else "past") for line in voice]
        return [*said, ("", "past"), *rows] if said else rows
