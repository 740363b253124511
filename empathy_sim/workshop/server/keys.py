"""The secrets of one room, all from one."""

from __future__ import annotations

import base64
import hashlib
import hmac
from typing import Literal, TypeAlias

from msgspec import Struct

from empathy_sim.workshop.room.secret import CODE_LENGTH, LETTERS

Purpose: TypeAlias = Literal["join", "facilitator", "wall", "poll", "back"]
PURPOSES: tuple[Purpose, ...] = ("join", "facilitator", "wall", "poll", "back")
_CODE_SPACE = len(LETTERS) ** CODE_LENGTH


class RoomKeys(Struct, frozen=True):
    """What opens a room, by purpose; whoever knows one knows none of the others.

    Each is derived from the master by HMAC-SHA256 (RFC 2104), so that only the master
    is kept. A purpose that is turned over gets a new secret, and the old one opens
    nothing.
    """

    master: str
    """256 bits, as text."""
    turns: tuple[tuple[Purpose, int], ...] = ()
    """How often a purpose was turned over."""

    def of(self, purpose: Purpose, about: str = "") -> str:
        """The secret for a purpose, and for one seat where that has its own."""
        turn = dict(self.turns).get(purpose, 0)
        message = f"{purpose}\n{turn}\n{about}".encode()
        made = hmac.new(self.master.encode(), message, hashlib.sha256).digest()
        return base64.urlsafe_b64encode(made).rstrip(b"=").decode()

    def opens(self, purpose: Purpose, given: str, about: str = "") -> bool:
        """Whether a secret is the one for a purpose; it takes as long either way."""
        own = self.of(purpose, about).encode()
        return hmac.compare_digest(given.encode("utf-8", "replace"), own)

    @property
    def code(self) -> str:
        """The code that is read out and typed instead of the join link."""
        made = hashlib.sha256(self.of("join").encode()).digest()
        number = int.from_bytes(made[:8], "big") % _CODE_SPACE
        letters = []
        for _ in range(CODE_LENGTH):
            number, at = divmod(number, len(LETTERS))
            letters.append(LETTERS[at])
        return "".join(letters)

    def is_code(self, given: str) -> bool:
        """Whether a code is this room's; it takes as long either way."""
        return hmac.compare_digest(given.encode("utf-8", "replace"), self.code.encode())

    def turned_over(self, purpose: Purpose) -> RoomKeys:
        """The same with another secret for one purpose."""
        turns = dict(self.turns)
        turns[purpose] = turns.get(purpose, 0) + 1
        return RoomKeys(self.master, tuple(sorted(turns.items())))
