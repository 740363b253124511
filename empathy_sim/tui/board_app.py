"""The facilitator's board, as an app."""

from __future__ import annotations

from empathy_sim.tui.guarded_app import GuardedApp
from empathy_sim.tui.screens.board import BoardScreen
from empathy_sim.workshop.desk import Desk


class BoardApp(GuardedApp[int]):
    """One board, in a terminal or in a browser's."""

    def __init__(self, desk: Desk, picture: str, *, colour: str = "") -> None:
        """Open a board.

        Args:
            desk: what is seen and done.
            picture: the way in, drawn with half blocks.
            colour: the company's.
        """
        super().__init__()
        self._desk, self._picture, self._colour = desk, picture, colour

    def on_mount(self) -> None:
        if self._colour:
            self.company = self._colour
        self.push_screen(BoardScreen(self._desk, self._picture))
