"""How often something may be tried."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

_ADDRESSES_AT_MOST = 10_000


class Tries:
    """Counts tries in a sliding minute: from one address, and from everywhere."""

    def __init__(
        self,
        now_ms: Callable[[], int],
        *,
        each: int,
        together: int,
        within_ms: int = 60_000,
    ) -> None:
        """Begin with none.

        Args:
            now_ms: milliseconds that only grow.
            each: how many one address may make within the time.
            together: how many all addresses may make within the time.
            within_ms: the time, in milliseconds.
        """
        self._now_ms, self._within_ms = now_ms, within_ms
        self._each, self._together = each, together
        self._all: deque[int] = deque()
        self._by: dict[str, deque[int]] = {}

    def may(self, address: str) -> bool:
        """Whether an address may try once more now."""
        now = self._now_ms()
        own = self._by.get(address, deque())
        for tries in (self._all, own):
            while tries and now - tries[0] >= self._within_ms:
                tries.popleft()
        return len(own) < self._each and len(self._all) < self._together

    def failed(self, address: str) -> None:
        """An address tried in vain."""
        now = self._now_ms()
        if address not in self._by and len(self._by) >= _ADDRESSES_AT_MOST:
            self._by.pop(next(iter(self._by)))
        self._by.setdefault(address, deque()).append(now)
        self._all.append(now)

    def wait_s(self, address: str) -> int:
        """Seconds until an address may try again."""
        now = self._now_ms()
        own = self._by.get(address) or self._all
        return max(1, (self._within_ms - (now - own[0])) // 1_000) if own else 1
