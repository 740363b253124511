"""The keys at the foot of the board."""

from __future__ import annotations

from textual.app import ComposeResult

from empathy_sim.tui.widgets.foot import Foot

_ROWS = 2


class BoardFoot(Foot):
    """All that matters now, on two rows, one key below the other."""

    DEFAULT_CSS = """
    BoardFoot {
        layout: grid;
        grid-columns: auto;
        grid-rows: 1;
        height: 2;
    }
    """

    def compose(self) -> ComposeResult:
        made = tuple(super().compose())
        yield from made
        self.styles.grid_size_columns = max(1, -(-len(made) // _ROWS))
