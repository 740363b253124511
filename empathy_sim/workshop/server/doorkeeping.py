"""How many connections there may be."""

from __future__ import annotations

import asyncio
from collections import defaultdict

FROM_ONE = 256
"""Connections from one address; a whole room may stand behind one."""
IN_ALL = 2_000


class Doorkeeper:
    """Knows every connection, and lets none of them crowd out the others.

    Where there are too many, the oldest goes of those that nobody in the room uses.
    """

    def __init__(self, *, from_one: int = FROM_ONE, in_all: int = IN_ALL) -> None:
        """Begin with none.

        Args:
            from_one: connections that one address may have.
            in_all: connections that all may have.
        """
        self.from_one, self.in_all = from_one, in_all
        self._strangers: dict[asyncio.Transport, str] = {}
        self._known: dict[asyncio.Transport, str] = {}
        self._by: defaultdict[str, int] = defaultdict(int)

    def __len__(self) -> int:
        return len(self._strangers) + len(self._known)

    def came(self, transport: asyncio.Transport) -> None:
        """Let a connection in; another one, or this one, may have to go."""
        address = peer_of(transport)
        self._strangers[transport] = address
        self._by[address] += 1
        if self._by[address] > self.from_one:
            self._cut(address)
        elif len(self) > self.in_all:
            self._cut(None)

    def knows(self, transport: asyncio.Transport | None) -> None:
        """Somebody who sits in the room uses a connection."""
        if transport is not None and transport in self._strangers:
            self._known[transport] = self._strangers.pop(transport)

    def went(self, transport: asyncio.Transport) -> None:
        """A connection is gone."""
        for held in (self._strangers, self._known):
            address = held.pop(transport, None)
            if address is not None:
                self._by[address] -= 1
                if not self._by[address]:
                    del self._by[address]

    def _cut(self, address: str | None) -> None:
        """End the oldest stranger's connection: from an address, or from any."""
        fitting = (
            each for each, by in self._strangers.items() if address in {None, by}
        )
        oldest = next(fitting, None)
        if oldest is not None:
            self.went(oldest)
            oldest.abort()


def peer_of(transport: asyncio.BaseTransport) -> str:
    """The address at the other end of a connection; empty where it is unknown."""
    peer = transport.get_extra_info("peername")
    return str(peer[0]) if peer else ""
