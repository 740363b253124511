"""A facilitator at the board of a small room."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from textual.pilot import Pilot

from empathy_sim.tui.board_app import BoardApp
from empathy_sim.tui.screens.board import EVERY_S, BoardScreen
from empathy_sim.workshop.kit.cues import Cue
from tests.tui.seen import text_of
from tests.workshop.desk_house import Facilitated

PICTURE = "\n".join(["█" * 41] * 21)


@dataclass
class AtBoard:
    """A room, its board, and the keys that are pressed."""

    room: Facilitated
    app: BoardApp
    pilot: Pilot[Any]

    @property
    def seen(self) -> str:
        """Everything on the screen, as it is read."""
        return text_of(self.app)

    @property
    def board(self) -> BoardScreen:
        screen = self.app.screen_stack[1]
        assert isinstance(screen, BoardScreen)
        return screen

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.look()

    async def look(self) -> None:
        """Let the board look at its room once more."""
        await self.pilot.pause(EVERY_S + 0.1)

    async def reads(self, words: str) -> None:
        await self.look()
        assert words in self.seen, self.seen


@asynccontextmanager
async def at_board(
    room: Facilitated | None = None,
    *cues: Cue,
    size: tuple[int, int] = (80, 24),
    leaving: str = "",
) -> AsyncIterator[AtBoard]:
    room = room or Facilitated(*cues)
    app = BoardApp(room.desk, lambda link: PICTURE, leaving=leaving)  # noqa: ARG005
    async with app.run_test(size=size, notifications=True) as pilot:
        at = AtBoard(room, app, pilot)
        await at.look()
        yield at
