"""How far a page says that one has come."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from empathy_sim.tui.plain import plain


class StepsClaimed(Static):
    """`Step 1 of 3`, and a bar of as many pieces."""

    DEFAULT_CSS = """
    StepsClaimed { width: 1fr; height: 1; color: $text-muted; margin-bottom: 1; }
    """

    def __init__(self, says: str, number: int, claims: int | None) -> None:
        super().__init__(_claimed(says, number, claims), markup=False)


def _claimed(says: str, number: int, claims: int | None) -> Content:
    if not claims:
        return plain(says)
    wide = max(2, min(8, 36 // claims))
    done, left = "━" * wide, "┄" * wide
    pieces = [
        Content.styled(done, "bold $company") if at < number else Content(left)
        for at in range(claims)
    ]
    return Content(" ").join(pieces) + Content("  ") + plain(says)
