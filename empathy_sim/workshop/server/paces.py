"""How fast requests may come."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from msgspec import Struct

_AT_MOST = 4_000
"""Visitors who are remembered; who asks for nothing is forgotten first."""


class Rate(Struct, frozen=True):
    """What one visitor may ask for, in simple pages."""

    a_second: float = 10.0
    at_once: float = 120.0
    longest_s: float = 3.0
    """Who would have to wait longer is refused."""


class _Left(Struct):
    pages: float
    at_s: float


class Paces:
    """Answers whoever asks too fast later, and nobody else."""

    def __init__(self, now_s: Callable[[], float], rate: Rate) -> None:
        """Begin with everybody rested.

        Args:
            now_s: seconds that only grow.
            rate: what one visitor may ask for.
        """
        self._now_s, self._rate = now_s, rate
        self._left: OrderedDict[str, _Left] = OrderedDict()

    def wait_s(self, whose: str, cost: float, times: float = 1.0) -> float | None:
        """Spend what a request costs.

        Args:
            whose: who asks.
            cost: in simple pages.
            times: how many people that visitor may be.

        Returns:
            Seconds until it is answered; None where it is not.
        """
        now, rate = self._now_s(), self._rate
        a_second, at_once = rate.a_second * times, rate.at_once * times
        left = self._left.pop(whose, None) or _Left(at_once, now)
        gained = (now - left.at_s) * a_second
        left.pages, left.at_s = min(at_once, left.pages + gained), now
        self._left[whose] = left
        if len(self._left) > _AT_MOST:
            self._left.popitem(last=False)
        wait = max(0.0, (cost - left.pages) / a_second)
        if wait > rate.longest_s:
            return None
        left.pages -= cost
        return wait
