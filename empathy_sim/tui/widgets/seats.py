"""Rows of chairs, and who sits on them."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

_CHAIR, _APART = "╰─╯", "  "
_CHAIRS = 9
"""There are so many at least."""
_ROWS = 2


class Seats(Static):
    """Chairs from the first in the queue to oneself; those who were called are gone."""

    DEFAULT_CSS = """
    Seats {
        width: 1fr;
        height: auto;
        padding: 1 2 0 2;
        text-align: center;
    }
    """

    def __init__(self) -> None:
        super().__init__("", markup=False)

    def show(self, before: int, ahead: int) -> None:
        """Show who is there.

        Args:
            before: how many sat there when the ticket was drawn.
            ahead: how many of them still do.
        """
        wide = max(_CHAIRS, (before + _ROWS) // _ROWS)
        gone = before - ahead
        people = [" "] * gone + ["●"] * ahead + ["◉"]
        rows = [people[at : at + wide] for at in range(0, len(people), wide)]
        parts = [_row(row, wide) for row in rows]
        says = f"● {ahead} before you" if ahead else "nobody before you"
        caption = Content.styled(f"{says} with this letter   ◉ you", "$text-muted")
        self.update(Content("\n").join([*parts, caption]))


def _row(people: list[str], wide: int) -> Content:
    seated = [*people, *[" "] * (wide - len(people))]
    heads = Content(_APART).join(
        [
            Content.styled(f" {each} ", "bold $company" if each == "◉" else "")
            for each in seated
        ]
    )
    chairs = Content.styled(_APART.join([_CHAIR] * wide), "$text-disabled")
    return heads + "\n" + chairs
