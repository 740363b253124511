"""Keys, the mouse and pastes from a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

MOST_UNFINISHED = 64 * 1024
"""Characters of a paste, or of anything else, that has not come to its end."""
HEARD = (
    events.Key,
    events.MouseEvent,
    events.Paste,
    events.AppFocus,
    events.AppBlur,
)
"""What a terminal may say; that it has another size is said elsewhere."""

_OWNERLESS = XTermParser()


class KeyParser(XTermParser):
    """Textual's parser, which neither keeps its app alive nor fails for good.

    Textual caches a method of it, and with the parser all that its last key knew.
    """

    def __init__(self) -> None:
        # The cached method of a parser that nobody owns.
        self._parse_extended_key = _OWNERLESS._parse_extended_key  # noqa: SLF001
        super().__init__()

    @property
    def is_waiting(self) -> bool:
        """Whether what came so far may be a key, or the beginning of something."""
        return self._timeout_time is not None

    def give_up(self) -> Iterable[Message]:
        """Take what came so far for whole: a lone Escape is a key."""
        if self.is_waiting:
            self._timeout_time = 0.0
            yield from self.tick()


class Listening:
    """Makes messages of what a terminal sends, however it is meant."""

    def __init__(self) -> None:
        self._parser = KeyParser()
        self._unfinished = 0

    @property
    def is_waiting(self) -> bool:
        """Whether a lone Escape may be all that came."""
        return self._parser.is_waiting

    def feed(self, text: str) -> list[Message]:
        """Read a piece; what makes no sense is forgotten, with what came before it."""
        if not text:  # the parser would take it for the end
            return []
        if not self._unfinished and len(text) == 1 and text.isprintable():
            # Nearly all that is ever typed, and no part of anything longer.
            return list(self._parser._sequence_to_key_events(text))  # noqa: SLF001
        self._unfinished += len(text)
        try:
            found = self._heard(self._parser.feed(text))
        except Exception:  # noqa: BLE001 - whatever a browser can make it fail by
            self._start_over()
            return []
        if found:
            self._unfinished = 0
        elif self._unfinished > MOST_UNFINISHED:
            self._start_over()
        return found

    def give_up(self) -> list[Message]:
        """Wait no longer for the rest of a sequence."""
        return self._heard(self._parser.give_up())

    def _heard(self, messages: Iterable[Message]) -> list[Message]:
        return [each for each in messages if isinstance(each, HEARD)]

    def _start_over(self) -> None:
        self._parser = KeyParser()
        self._unfinished = 0
