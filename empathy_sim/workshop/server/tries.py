"""How often something may be tried."""

from __future__ import annotations

import ipaddress
from collections import deque
from collections.abc import Callable

_ADDRESSES_AT_MOST = 10_000
_HOUSE_BITS = 64
"""Bits of an IPv6 address that one house has; the rest it chooses as it likes."""


class Tries:
    """Counts tries in vain in a sliding minute: from one address, and from all.

    Whatever others did, an address that has not failed within the time may try.
    """

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
        self._all: deque[int] = deque(maxlen=together)
        self._by: dict[str, deque[int]] = {}

    def __len__(self) -> int:
        return len(self._by)

    def may(self, address: str) -> bool:
        """Whether an address may try once more now."""
        own = self._lately(address)
        self._forget(self._all)
        return not own or (len(own) < self._each and len(self._all) < self._together)

    def failed(self, address: str) -> None:
        """An address tried in vain."""
        now, house = self._now_ms(), house_of(address)
        own = self._by.pop(house, None) or deque(maxlen=self._each)
        if len(self._by) >= _ADDRESSES_AT_MOST:
            self._by.pop(next(iter(self._by)))
        self._by[house] = own
        own.append(now)
        self._all.append(now)

    def wait_s(self, address: str) -> int:
        """Seconds until an address may try again."""
        own = self._lately(address)
        held = own if len(own) >= self._each else self._all
        if not held:
            return 1
        return max(1, (self._within_ms - (self._now_ms() - held[0])) // 1_000)

    def _lately(self, address: str) -> deque[int]:
        own = self._by.get(house_of(address), deque())
        self._forget(own)
        return own

    def _forget(self, tries: deque[int]) -> None:
        now = self._now_ms()
        while tries and now - tries[0] >= self._within_ms:
            tries.popleft()


def house_of(address: str) -> str:
    """What stands for whoever has an address: all of a network, where it is IPv6."""
    try:
        read = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    match read:
        case ipaddress.IPv6Address(ipv4_mapped=mapped) if mapped is not None:
            return str(mapped)
        case ipaddress.IPv6Address():
            return str(ipaddress.ip_network((read, _HOUSE_BITS), strict=False))
        case _:
            return str(read)
