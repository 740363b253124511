"""Whether something was saved, and is quiet again."""

from __future__ import annotations

from collections.abc import Mapping

Stamps = Mapping[str, object]
"""How files stand, by their paths; equal as long as nothing was saved."""


class Watch:
    """Tells once of each change, when two looks after it have seen the same.

    Several saves in a row, and a file that is written piece by piece or replaced by
    another, are one change.
    """

    def __init__(self, stamps: Stamps) -> None:
        """Watch from how things stand."""
        self._known = self._last = dict(stamps)

    def saw(self, stamps: Stamps) -> bool:
        """Look once more; whether something has changed and has come to rest."""
        now, before = dict(stamps), self._last
        self._last = now
        if now == self._known or now != before:
            return False
        self._known = now
        return True

    def follow(self, stamps: Stamps) -> None:
        """Watch these from now on; what was watched before stands as it was known."""
        self._known = {
            path: self._known.get(path, each) for path, each in stamps.items()
        }
        self._last = dict(stamps)
