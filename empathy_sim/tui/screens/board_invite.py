"""A way in: a picture, and what to type."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.board_letters import large
from empathy_sim.workshop.desk import Invitation

_OPENS = "Point a camera here, or open the link below."
_RENEWS = "Does somebody have it who should not? N makes a new one; this one stops \
working.\n"
EVERY_S = 0.5
"""Seconds between two looks at whether the way in is still that."""
_MADE_ELSEWHERE = "Another one was made just now. The one of before opens nothing."
_BESIDE = 38
"""Columns that the words beside a picture need."""
_FOR_LETTERS = 44
"""Columns that a code in large letters needs."""
_WIDEST = 60
_BELOW = 3
"""Rows that a link needs below its picture."""


class InviteScreen(ModalScreen[bool]):
    """Shows a way in until it is left; true where another one is wanted."""

    CSS_PATH = "board_invite.tcss"
    HELP = "Point a camera at the picture, or type what stands beside it."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,i,d,q", "leave", "Back", key_display="esc"),
        Binding("n", "renew", "A new one"),
    ]

    def __init__(
        self,
        title: str,
        draw: Callable[[str], str],
        way: Callable[[], Invitation],
        says: str = "",
        *,
        opens: str = _OPENS,
        renews: bool = False,
    ) -> None:
        """Show a way in.

        Args:
            title: for whom it is.
            draw: draws a link with half blocks.
            way: how to come in as it is now, also without a picture; a link that is
                for one seat has no code.
            says: what is to be known of it.
            opens: what is done with a link that has no code.
            renews: whether another one can be made.
        """
        super().__init__()
        self._title, self._says, self._renews = title, says, renews
        self._opens = opens
        self._draw, self._way = draw, way
        self._invitation = way()
        self._picture = draw(self._invitation.link)

    def compose(self) -> ComposeResult:
        with Horizontal(id="card"):
            yield Static(plain(self._picture), id="picture")
            with Vertical(id="words"):
                yield Static(plain(self._title), id="title")
                yield from self._told()
                yield Static(
                    plain(f"{_RENEWS * self._renews}Escape goes back."), id="how"
                )
        if not self._invitation.code:
            yield Static(plain(self._invitation.link), id="link")

    def _told(self) -> ComposeResult:
        invitation = self._invitation
        if invitation.code:
            yield Static("Point a camera here, or open")
            yield Static(plain(invitation.address), id="address")
            yield Static("and type")
            yield Static(plain(large(invitation.code)), id="code")
            yield Static(plain(invitation.code), id="spelled")
        else:
            yield Static(plain(self._opens))
        if self._says:
            yield Static(plain(self._says), id="says")

    def on_mount(self) -> None:
        self._fit()
        self.set_interval(EVERY_S, self._look)

    async def _look(self) -> None:
        """Show the way in that opens something, where another board made another."""
        way = self._way()
        if way == self._invitation:
            return
        self._invitation, self._picture = way, self._draw(way.link)
        self._says = _MADE_ELSEWHERE
        await self.recompose()
        self._fit()

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        """Leave the picture out where it would be cut: half of one opens nothing."""
        rows = self._picture.rstrip("\n").split("\n")
        width, height = self.app.size
        below = 0 if self._invitation.code else _BELOW
        fits = height >= len(rows) + below and width >= max(map(len, rows)) + _BESIDE
        self.query_one("#picture").display = fits
        beside = width - (max(map(len, rows)) if fits else 0)
        self.query_one("#words").styles.width = min(beside, _WIDEST)
        self.set_class(beside < _FOR_LETTERS, "-tight")

    def action_leave(self) -> None:
        """Go back to the board."""
        if self.is_active:
            self.dismiss(False)

    def action_renew(self) -> None:
        """Ask for another one."""
        if self._renews and self.is_active:
            self.dismiss(True)
