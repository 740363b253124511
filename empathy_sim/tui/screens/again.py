"""A stage lived again, with something mended."""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.session.port import AgainPort
from empathy_sim.tui.screens.confirm import ConfirmScreen
from empathy_sim.tui.screens.play import PlayScreen


class AgainScreen(PlayScreen):
    """The story once more, over the debrief; over when the stage is left."""

    HELP = """
The same stage, from the moment you entered it, with one thing mended. What you do here
is set beside what it was; nothing of it changes what was recorded. F10 leaves it.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f10", "leave", "Back to the debrief", id="journey.leave"),
    ]

    def __init__(self, port: AgainPort, kept_in: str, mended: str) -> None:
        """Live a stage again.

        Args:
            port: the stage.
            kept_in: where the session is kept, as a person would find it.
            mended: what is different this time, in a sentence.
        """
        super().__init__(port, kept_in)
        self._mended = mended

    async def on_mount(self) -> None:
        """Say what is different."""
        self.call_after_refresh(self.voice.say, f"Mended: {self._mended}")

    @work(group="frame")
    async def action_leave(self) -> None:
        """Go back to the debrief, after asking once."""
        if not await self._stands(m.Pause("leaving")):
            return
        question = ConfirmScreen(
            "Back to the debrief?",
            yes="Go back",
            no="Stay",
            consequence="Half a stage is not compared with anything.",
        )
        leaves = await self.app.push_screen_wait(question)
        self._is_asking = False
        await (self._submit(m.Leave()) if leaves else self._go_on())


def is_over(port: AgainPort) -> bool:
    """Whether a stage that was lived again was lived to its end."""
    lived = port.log[port.told().after :]
    return any(isinstance(each, e.StageLeft) for each in lived)
