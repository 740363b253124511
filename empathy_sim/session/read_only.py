"""A session that is only read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from empathy_sim.engine.events import Event
from empathy_sim.engine.evolving import fold
from empathy_sim.engine.moves import Move
from empathy_sim.engine.scene import Scene
from empathy_sim.engine.scenes import scene_of
from empathy_sim.engine.state import before
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.script import Script
from empathy_sim.session.clock import RealClock, today_by
from empathy_sim.session.session import Listener

if TYPE_CHECKING:
    from empathy_sim.journey.fixes import Fixes
    from empathy_sim.session.port import AgainPort
    from empathy_sim.store.rows import WhyGone

READ = "This record is only being read; nothing can be added to it."


class ReadPort:
    """What a session was; every move is refused."""

    def __init__(
        self,
        name: str,
        script: Script,
        log: tuple[Event, ...],
        fixes: Fixes,
        *,
        words_gone: frozenset[WhyGone] = frozenset(),
    ) -> None:
        """Read a session.

        Args:
            name: what it is called.
            script: what was played.
            log: every event from the first.
            fixes: what the script's fixes make of its stages.
            words_gone: why something that was typed is not here.
        """
        self.words_gone = words_gone
        self._name, self._script, self._log, self._fixes = name, script, log, fixes

    @property
    def name(self) -> str:
        return self._name

    @property
    def script(self) -> Script:
        return self._script

    @property
    def log(self) -> tuple[Event, ...]:
        return self._log

    @property
    def is_open(self) -> bool:
        return False

    @property
    def words_days(self) -> int | None:
        return None

    @property
    def today(self) -> dt.date:
        return today_by(RealClock())

    def scene(self) -> Scene:
        state = fold(before(self._script), self._log)
        return scene_of(state, state.story_ms)

    async def submit(self, move: Move) -> Scene:  # noqa: ARG002
        raise MoveRefused(says=READ)

    async def catch_up(self) -> Scene:
        return self.scene()

    def due_in(self) -> int | None:
        return None

    def changes(self, listener: Listener) -> Callable[[], None]:  # noqa: ARG002
        return lambda: None

    async def fixes(self) -> Fixes:
        return self._fixes

    async def again(self, fix: str, stage: str) -> AgainPort:  # noqa: ARG002
        raise MoveRefused(says=READ)
