"""A form in which a journey is fitted."""

from __future__ import annotations

from textual import work

from empathy_sim.tui.fit_desk import Desk
from empathy_sim.tui.guarded_app import GuardedApp
from empathy_sim.tui.screens.confirm import ConfirmScreen
from empathy_sim.tui.screens.fit import FitScreen

_LOST = "What you have typed since is then lost."


class FitApp(GuardedApp[bool]):
    """Shows the form; ends with whether the journey is to be played now."""

    def __init__(self, desk: Desk) -> None:
        """Open the form.

        Args:
            desk: the journey, and where its fit is saved.
        """
        super().__init__()
        self.form = FitScreen(desk)

    def on_mount(self) -> None:
        self.push_screen(self.form)

    async def action_quit(self) -> None:
        """Close the form, after asking once where something is not saved."""
        self.close_form()

    @work(exclusive=True)
    async def close_form(self) -> None:
        """Close; what is not saved is asked about."""
        if self.form.is_unsaved and self.screen is self.form:
            question = ConfirmScreen(
                "Close without saving?", yes="Close", no="Stay", consequence=_LOST
            )
            if not await self.push_screen_wait(question):
                return
        self.exit(False)
