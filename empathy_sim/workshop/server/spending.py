"""How much a browser may ask for."""

from __future__ import annotations

import re
from dataclasses import dataclass

A_KEY = re.compile(r"\x1b(?:\[[<?]?[\d;:]*[ -/]*[@-~]|O.|.)?|.", re.DOTALL)
"""One key or one report of the mouse, as a terminal sends it."""
PASTE_BEGINS = "\x1b[200~"
PASTE_ENDS = "\x1b[201~"
PASTED_TOGETHER = 100
"""Pasted characters that cost as much as one key."""
MOST_KEYS = 300
"""Keys in one message; no hand and no page of ours sends as many."""


class Weighing:
    """Tells what a message will cost the app, in keys."""

    def __init__(self) -> None:
        self._pasting = False

    def keys(self, text: str) -> float:
        """How many keys a text is worth; within a paste, many characters are one."""
        total = 0.0
        for part in re.split(
            f"({re.escape(PASTE_BEGINS)}|{re.escape(PASTE_ENDS)})", text
        ):
            if part == PASTE_BEGINS:
                self._pasting = True
            elif part == PASTE_ENDS:
                self._pasting = False
                total += 1
            elif self._pasting:
                total += len(part) / PASTED_TOGETHER
            else:
                total += len(A_KEY.findall(part))
        return total


@dataclass(frozen=True, slots=True)
class Limits:
    """What one browser may ask for."""

    a_second: float = 30.0
    """Keys a second, or what costs as much, for as long as one likes."""
    at_once: float = 60.0
    """Keys that may come faster."""
    too_fast_s: float = 15.0
    """Seconds of more than that, without a rest, after which nobody is typing."""
    largest: int = 16 * 1024
    """Bytes of a message."""
    silent_s: float = 30.0
    """Seconds without any sign of life after which the browser has gone."""


class Allowance:
    """Fills with time up to a limit, and is spent by what a browser asks for.

    Whoever has spent more is listened to later, and loses nothing by it.
    """

    def __init__(self, limits: Limits, now_s: float) -> None:
        """Begin full, at a time in seconds from any beginning."""
        self._limits = limits
        self._left = limits.at_once
        self._at_s = now_s
        self._debtor_since_s: float | None = None

    def spend(self, keys: float, now_s: float) -> float:
        """Spend what some keys cost; for how many seconds not to listen then."""
        gained = (now_s - self._at_s) * self._limits.a_second
        self._left = min(self._limits.at_once, self._left + gained) - keys
        self._at_s = now_s
        if self._left >= 0:
            self._debtor_since_s = None
            return 0.0
        if self._debtor_since_s is None:
            self._debtor_since_s = now_s
        return -self._left / self._limits.a_second

    def is_abused(self, now_s: float) -> bool:
        """Whether more was asked for than is allowed for so long that it is no hand."""
        since = self._debtor_since_s
        return since is not None and now_s - since > self._limits.too_fast_s
