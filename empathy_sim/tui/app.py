"""The terminal app: a running order of screens."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, TypeAlias

from textual import work
from textual.events import Key
from textual.screen import Screen

from empathy_sim.errors import EmpathySimError
from empathy_sim.tui.guarded_app import GuardedApp
from empathy_sim.tui.house import House
from empathy_sim.tui.order import (
    Choice,
    LookBack,
    Play,
    Quit,
    Resume,
    debrief,
    home,
    screen_for,
)
from empathy_sim.tui.plain import plain

if TYPE_CHECKING:  # the home screen is there before a session needs its rooms
    from empathy_sim.session.port import SessionPort

CANNOT = "This cannot be opened"
MOMENT = 0.2
"""Seconds for which nothing else is done once the first screen is there."""
Robot: TypeAlias = (
    "Callable[[SessionPort, Callable[[str], None]], Coroutine[Any, Any, None]]"
)
"""Plays a session, and strikes keys by their names where that is to be seen."""


class EmpathyApp(GuardedApp[int]):
    """Home, a journey from its contract to its debrief, and home again."""

    def __init__(
        self,
        house: House,
        start: Choice | None = None,
        robot: Robot | None = None,
        *,
        once_shown: Callable[[], None] | None = None,
    ) -> None:
        """Open the app.

        Args:
            house: the rest of the program.
            start: what to begin with; the app ends after it. None is the home screen.
            robot: plays instead of a participant, where there is one.
            once_shown: called once, when the first screen has been seen a moment.
        """
        super().__init__()
        self._once_shown = once_shown
        self._robot = robot
        self.house = house
        self._start = start

    def on_mount(self) -> None:
        if self._once_shown is not None:
            self.screen_change_signal.subscribe(self, self._soon_shown)
        self.running_order()

    def _soon_shown(self, screen: Screen[object]) -> None:
        if self._once_shown is not None:
            screen.call_after_refresh(self.set_timer, MOMENT, self._once_shown)
            self._once_shown = None

    @work
    async def running_order(self) -> None:
        """Ask what to do, do it, and ask again until there is nothing more."""
        if self._start is not None:
            await self._do(self._start)
            self.exit(0)
            return
        while True:
            choice = await self.push_screen_wait(home(self.house))
            if isinstance(choice, Quit):
                self.exit(0)
                return
            await self._do(choice)

    async def _do(self, choice: Choice) -> None:
        try:
            match choice:
                case Play(wanted=wanted, pace=pace):
                    await self._play(self.house.begin(wanted, pace=pace))
                case Resume(session=session):
                    await self._play(self.house.resume(session))
                case LookBack(session=session):
                    await self._look_back(self.house.look_back(session))
                case Quit():
                    pass
        except EmpathySimError as refused:
            if self._start is not None:
                raise
            self.notify(plain(str(refused)), title=CANNOT, severity="warning")

    def strike(self, key: str) -> None:
        """Strike a key as somebody at the keyboard would."""
        name = "space" if key == " " else key
        self.post_message(Key(name, key if len(key) == 1 else None))

    async def _play(self, port: SessionPort) -> None:
        """Show a session, phase by phase, until it is closed."""
        self.company = port.script.journey.company.colour
        if self._robot is not None:
            self.run_worker(self._robot(port, self.strike), group="robot")
        try:
            while not self._is_over(port):
                await self.push_screen_wait(screen_for(port, self.house))
        finally:
            self.house.close(port)

    def _is_over(self, port: SessionPort) -> bool:
        return port.scene().phase == "closed" or self.house.forgetting.is_forgotten(
            port.name
        )

    async def _look_back(self, port: SessionPort) -> None:
        """Show a recorded session's debrief."""
        self.company = port.script.journey.company.colour
        try:
            await self.push_screen_wait(debrief(port, self.house))
        finally:
            self.house.close(port)
