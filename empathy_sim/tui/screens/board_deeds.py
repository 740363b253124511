"""What a deed of the board needs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeAlias

from msgspec import Struct
from textual.screen import ModalScreen

from empathy_sim.workshop.desk import Desk
from empathy_sim.workshop.room.board import Board, BoardRow


class Facing(Protocol):
    """The screen, as a deed knows it."""

    desk: Desk
    board: Board
    draw: Callable[[str], str]
    """Makes a picture of half blocks that holds a link."""

    async def ask_yes(self, asked: ModalScreen[bool]) -> bool:
        """Whether something is agreed to."""

    async def ask_words(self, asked: ModalScreen[str | None]) -> str | None:
        """What is chosen or written; None where nothing is."""

    def do(self, deed: Callable[[], object], said: str = "") -> bool:
        """Do something; where it cannot be done, say why."""

    async def wait_for(self, deed: Awaitable[object]) -> object | None:
        """Do something that takes a moment; None where it cannot be done."""

    def show_link(self, row: BoardRow, link: str) -> None:
        """Show one seat's private link."""

    def mark(self, seat: str) -> None:
        """Mark a seat's line."""

    def say(self, words: str) -> None:
        """Say something for a while."""


Done: TypeAlias = Callable[[Facing, BoardRow | None], Awaitable[None]]
May: TypeAlias = Callable[[Board, BoardRow | None], bool]


class Deed(Struct, frozen=True, kw_only=True):
    """One thing that can be done, and by which key."""

    key: str
    label: str
    """In the footer."""
    says: str
    """In a menu."""
    may: May
    do: Done
    is_shown: bool = False
    """Whether the footer has it wherever it can be done."""
