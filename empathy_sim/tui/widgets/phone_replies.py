"""What can be said, and in which tone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from empathy_sim.engine.moves import Choose, Tone
from empathy_sim.engine.scene import Offer
from empathy_sim.tui.widgets.phone_captions import wrapped

TONES: tuple[Tone, ...] = ("civil", "short", "sharp")
_MARGIN = 4
"""Columns before a reply: its number."""
_WAYS = "←→ how"
_MORE = " ↓"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list."""

    text: str
    reply: int | None
    """Which reply it belongs to, if any."""
    is_first: bool = False


def wording(offer: Offer, tone: Tone) -> str:
    """A reply in a tone, or in the only one it has."""
    return dict(offer.tones).get(tone, offer.label)


class Replies(Widget):
    """Sentences to say: a number, the arrows and `enter`, or a click says one.

    Left and right change the tone of all of them before they are said. What a tone
    changes needs no more lines than were laid out for it.
    """

    DEFAULT_CSS = """
    Replies {
        display: none;
        width: 1fr;
        height: auto;
        max-height: 60%;
        padding: 0 1 1 1;
        border-top: solid $border-blurred;

        .replies--words { color: $foreground; }
        .replies--number { color: $company; text-style: bold; }
        .replies--chosen { background: $company-quiet; text-style: bold; }
        .replies--tone { color: $text-muted; }
        .replies--tone-now { color: $company; text-style: bold underline; }
    }
    Phone.-low Replies { padding: 0 1; max-height: 70%; }
    """
    SCOPED_CSS = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "replies--words",
        "replies--number",
        "replies--chosen",
        "replies--tone",
        "replies--tone-now",
    }
    ALLOW_SELECT = False

    @dataclass
    class Said(Message):
        """A reply was chosen, as it stood there."""

        move: Choose

    def __init__(self) -> None:
        super().__init__()
        self._offers: tuple[Offer, ...] = ()
        self._tone: Tone = "civil"
        self._at = 0
        self._first = 0
        self._has_said = False

    @property
    def tones(self) -> tuple[Tone, ...]:
        """The tones that any of the replies has, civil first."""
        have = {tone for offer in self._offers for tone, _ in offer.tones}
        return tuple(tone for tone in TONES if tone in have)

    def show(self, offers: tuple[Offer, ...]) -> None:
        """Offer replies; others than before begin civil, at the first."""
        self._has_said = False
        if offers != self._offers:
            self._offers = offers
            self._tone, self._at, self._first = "civil", 0, 0
            self.display = bool(offers)
            self.refresh(layout=True)

    def typed(self, key: str) -> bool:
        """Take a key; whether it was one of these."""
        if not self._offers:
            return False
        match key:
            case "up" | "down":
                self._step(-1 if key == "up" else 1)
            case "left" | "right":
                self._turn(-1 if key == "left" else 1)
            case "enter":
                self.say(self._at)
            case _ if key.isdecimal() and 1 <= int(key) <= len(self._offers):
                self._take(int(key) - 1)
            case _:
                return False
        return True

    def say(self, at: int) -> None:
        """Say the reply at this place, as it stands there; once for each scene."""
        if self._has_said:
            return
        self._has_said = True
        offer = self._offers[at]
        spoken = self._tone if dict(offer.tones).get(self._tone) else None
        tone = spoken or ("civil" if offer.tones else None)
        self.post_message(self.Said(Choose(offer.id, tone)))

    def _take(self, at: int) -> None:
        """Say a reply that can be seen or is chosen already; else show it first."""
        if at == self._at or self._is_in_view(at):
            self.say(at)
        else:
            self._step(at - self._at)

    def _is_in_view(self, at: int) -> bool:
        shown = range(self._first, self._first + self.size.height)
        return all(row in shown for row in self._rows_of(at))

    def _rows_of(self, at: int) -> list[int]:
        rows = self._rows(self.size.width)
        return [number for number, row in enumerate(rows) if row.reply == at]

    def _step(self, by: int) -> None:
        self._at = max(0, min(len(self._offers) - 1, self._at + by))
        self._bring_into_view()
        self.refresh()

    def _turn(self, by: int) -> None:
        tones = self.tones
        if tones:
            at = tones.index(self._tone) if self._tone in tones else 0
            self._tone = tones[(at + by) % len(tones)]
            self._bring_into_view()
            self.refresh()

    def _bring_into_view(self) -> None:
        own, height = self._rows_of(self._at), self.size.height
        if own and own[-1] >= self._first + height:
            self._first = own[-1] - height + 1
        if own and own[0] < self._first:
            self._first = max(0, own[0] - 1) if self._at == 0 else own[0]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        del container, viewport
        room = max(1, width - _MARGIN)
        most = (
            max(len(wrapped(wording(offer, tone), room)) for tone in TONES)
            for offer in self._offers
        )
        return sum(most) + bool(self.tones)

    def _rows(self, width: int) -> list[Row]:
        return [*self._tone_rows(), *self._reply_rows(max(1, width - _MARGIN))]

    def _tone_rows(self) -> Iterator[Row]:
        if self.tones:
            yield Row("", None)

    def _reply_rows(self, room: int) -> Iterator[Row]:
        for at, offer in enumerate(self._offers):
            for line_at, line in enumerate(wrapped(wording(offer, self._tone), room)):
                yield Row(line, at, line_at == 0)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        rows, at = self._rows(width), y + self._first
        if at >= len(rows):
            return Strip.blank(width, self.rich_style)
        row = rows[at]
        strip = self._tone_line() if row.reply is None else self._reply_line(row)
        goes_on = y == self.size.height - 1 and at < len(rows) - 1
        return self._with_more(strip) if goes_on else strip

    def _with_more(self, strip: Strip) -> Strip:
        """A line that says there are more replies below."""
        kept = strip.crop(0, max(0, strip.cell_length - len(_MORE)))
        style = self.get_component_rich_style("replies--number")
        return Strip([*kept, Segment(_MORE, style)])

    def _tone_line(self) -> Strip:
        quiet = self.get_component_rich_style("replies--tone")
        now = self.get_component_rich_style("replies--tone-now")
        segments = [Segment(" " * _MARGIN, quiet)]
        for tone in self.tones:
            segments += [
                Segment(tone, now if tone == self._tone else quiet),
                Segment("   ", quiet),
            ]
        strip = Strip(segments)
        room = self.size.width - len(_WAYS) - 1
        if strip.cell_length <= room:
            strip = strip.adjust_cell_length(room, quiet)
            strip = Strip([*strip, Segment(_WAYS, quiet)])
        return strip.adjust_cell_length(self.size.width, quiet)

    def _reply_line(self, row: Row) -> Strip:
        is_chosen = row.reply == self._at
        name = "replies--chosen" if is_chosen else "replies--words"
        look = self.get_component_rich_style(name)
        number = self.get_component_rich_style("replies--number")
        if is_chosen:
            number = look + number.from_color(number.color)
        assert row.reply is not None
        mark = "▌" if is_chosen else " "
        shown = f"{mark}{row.reply + 1}" if row.is_first else mark
        segments = [Segment(f"{shown:<{_MARGIN}}", number), Segment(row.text, look)]
        return Strip(segments).adjust_cell_length(self.size.width, look)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._step(-1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._step(1)

    def on_click(self, event: events.Click) -> None:
        """Say what is clicked, or take the tone that is."""
        event.stop()
        at = event.get_content_offset(self)
        rows = self._rows(self.size.width)
        if at is None or at.y + self._first >= len(rows):
            return
        reply = rows[at.y + self._first].reply
        if reply is None:
            self._click_tone(at.x)
        else:
            self.say(reply)

    def _click_tone(self, x: int) -> None:
        begins = _MARGIN
        for tone in self.tones:
            if begins <= x < begins + len(tone):
                self._tone = tone
                self.refresh()
            begins += len(tone) + 3
