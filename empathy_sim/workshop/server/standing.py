"""Lines that stay open, and whose they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from msgspec import Struct

MOST_EACH = 8
"""Open lines of one seat: some tabs with two each."""


class Open(Struct, frozen=True, eq=False):
    """A line that stays open."""

    may: Callable[[], bool]
    """Whether it may still."""
    end: Callable[[], None]
    """Ends it at once."""


class Standing:
    """Every line that stays open; each ends when it may be no more."""

    def __init__(self, most_each: int = MOST_EACH) -> None:
        """Begin with none; more than so many of one visitor end the oldest."""
        self._most_each = most_each
        self._by: defaultdict[str, list[Open]] = defaultdict(list)

    def __len__(self) -> int:
        return sum(map(len, self._by.values()))

    @contextmanager
    def kept(
        self, whose: str, may: Callable[[], bool], end: Callable[[], None]
    ) -> Iterator[None]:
        """Hold a line as open as long as it is served."""
        line, own = Open(may, end), self._by[whose]
        own.append(line)
        if len(own) > self._most_each:
            own[0].end()
        try:
            yield
        finally:
            own.remove(line)
            if not own:
                self._by.pop(whose, None)

    def look(self) -> None:
        """End what may be open no more."""
        for own in tuple(self._by.values()):
            for each in tuple(own):
                if not each.may():
                    each.end()
