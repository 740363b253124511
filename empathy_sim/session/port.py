"""What a screen knows of a session."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from empathy_sim.engine.events import Event
from empathy_sim.engine.moves import Move
from empathy_sim.engine.scene import Scene
from empathy_sim.journey.script import Script
from empathy_sim.session.session import Listener, Session


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
