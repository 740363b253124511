"""What a screen knows of a session."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from empathy_sim.engine.events import Event
from empathy_sim.engine.moves import Move
from empathy_sim.engine.resolutions import LiveAgain
from empathy_sim.engine.scene import Scene
from empathy_sim.journey.script import Script
from empathy_sim.session.clock import today_by
from empathy_sim.session.session import Listener, Session

if TYPE_CHECKING:
    from empathy_sim.journey.fixes import Fixes
    from empathy_sim.session.again import StageAgain
    from empathy_sim.store.rows import WhyGone


class SessionPort(Protocol):
    """A seat's session, near or far: moves in, scenes and changes out."""

    @property
    def name(self) -> str: ...

    @property
    def script(self) -> Script: ...

    @property
    def log(self) -> tuple[Event, ...]:
        """Every event so far."""
        ...

    @property
    def is_open(self) -> bool:
        """Whether moves can be made; a session may also only be read."""
        ...

    @property
    def words_days(self) -> int | None:
        """For how many days what is typed is kept; None for ever."""
        ...

    @property
    def words_gone(self) -> frozenset[WhyGone]:
        """Why something that was typed is not here; nothing where all of it is."""
        ...

    @property
    def today(self) -> dt.date:
        """The day it is, in UTC."""
        ...

    def scene(self) -> Scene:
        """What can be seen and done now."""
        ...

    async def submit(self, move: Move) -> Scene:
        """Make a move; returns when what it caused is kept.

        Raises:
            MoveRefused: it is not legal; nothing has changed.
            StoreError: it could not be kept; nothing has changed.
        """
        ...

    async def catch_up(self) -> Scene:
        """Let happen what is due."""
        ...

    def due_in(self) -> int | None:
        """Felt milliseconds until something happens by itself."""
        ...

    def changes(self, listener: Listener) -> Callable[[], None]:
        """Be told of events once they are kept; returns how to stop."""
        ...

    async def fixes(self) -> Fixes:
        """What the fixes of the script make of its stages; read when it is asked for."""
        ...

    async def again(self, fix: str, stage: str) -> AgainPort:
        """Live a stage again, with a fix; the session stands as it is meanwhile.

        Raises:
            MoveRefused: the stage was never entered, or the fix does not reach it.
        """
        ...


class AgainPort(SessionPort, Protocol):
    """A stage that is lived again; its scene leaves `playing` when it is over."""

    def told(self) -> LiveAgain:
        """The move by which the session learns of it."""
        ...


class LocalPort:
    """A session in this very process: it commits inline."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def name(self) -> str:
        return self._session.name

    @property
    def script(self) -> Script:
        return self._session.script

    @property
    def log(self) -> tuple[Event, ...]:
        return tuple(self._session.log)

    @property
    def is_open(self) -> bool:
        return True

    @property
    def words_days(self) -> int | None:
        return self._session.words_days

    @property
    def words_gone(self) -> frozenset[WhyGone]:
        return self._session.words_gone

    @property
    def today(self) -> dt.date:
        return today_by(self._session.clock)

    def scene(self) -> Scene:
        return self._session.scene()

    async def submit(self, move: Move) -> Scene:
        self._session.submit(move)
        return self._session.scene()

    async def catch_up(self) -> Scene:
        self._session.catch_up()
        return self._session.scene()

    def due_in(self) -> int | None:
        return self._session.due_in()

    def changes(self, listener: Listener) -> Callable[[], None]:
        return self._session.listen(listener)

    async def fixes(self) -> Fixes:
        return self._session.fixes()

    async def again(self, fix: str, stage: str) -> AgainPort:
        from empathy_sim.session.again import StageAgain  # noqa: PLC0415 - seldom

        lived = StageAgain(
            self._session.script,
            self._session.log,
            self._session.fixes(),
            fix=fix,
            stage=stage,
            clock=self._session.clock,
        )
        return LocalAgain(lived)


class LocalAgain(LocalPort):
    """A stage lived again in this very process."""

    def __init__(self, lived: StageAgain) -> None:
        super().__init__(lived.session)
        self._lived = lived

    def told(self) -> LiveAgain:
        return self._lived.told()
