"""What the app asks of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from empathy_sim.engine.moves import Pace
    from empathy_sim.library.pressing import Card
    from empathy_sim.rehearsal.ways import Ways
    from empathy_sim.session.port import SessionPort
    from empathy_sim.store.rows import SessionHead


class Forgets(Protocol):
    """Removes what is recorded."""

    def made_of(self, session: str) -> tuple[str, ...]:
        """The files that were made of a session and stay where they are, in lines.

        Raises:
            StoreError: it cannot be read.
        """
        ...

    def forget(self, session: str) -> tuple[str, ...]:
        """Remove a session with every trace of it; it may be one that is open here.

        Returns:
            What could not be removed, in sentences.

        Raises:
            StoreError: somebody else has it open, or the disk refuses.
        """
        ...

    def is_forgotten(self, session: str) -> bool:
        """Whether a session was forgotten since the program began."""
        ...


class House(Protocol):
    """Journeys to choose from, sessions to go on with; wired by the command line."""

    @property
    def kept_in(self) -> str:
        """The data folder, as a person would find it; empty if it is not here."""
        ...

    def cards(self) -> tuple[Card, ...]:
        """Everything that can be played, journeys first."""
        ...

    def minutes(self, wanted: str, *, pace: Pace) -> int | None:
        """About how many minutes a card takes at a pace; None where nobody can tell.

        It may take a while, and may be asked beside the screen.
        """
        ...

    def sessions(self) -> tuple[SessionHead, ...]:
        """Every recorded session, the latest first."""
        ...

    def begin(self, wanted: str, *, pace: Pace) -> SessionPort:
        """Open a new session of a card's id or a file.

        Raises:
            ContentRefused: it has problems.
            StoreError: it cannot be kept.
        """
        ...

    def resume(self, session: str) -> SessionPort:
        """Open a session again where it was.

        Raises:
            StoreError: it cannot be opened.
        """
        ...

    def look_back(self, session: str) -> SessionPort:
        """A recorded session, to see its debrief again.

        It is open where its journey is over and nobody else has it open; otherwise
        it is only read.

        Raises:
            StoreError: it cannot be read.
        """
        ...

    @property
    def forgetting(self) -> Forgets:
        """What removes sessions."""
        ...

    def due(self) -> str:
        """What was promised and is due, on one line; empty once it was told today."""
        ...

    def ways(self, name: str) -> Ways | None:
        """Ways on that were tried and kept under a name; None if there are none."""
        ...

    def keep_ways(self, name: str, ways: Ways) -> None:
        """Keep ways on that were tried; whatever cannot be kept is tried again."""
        ...

    def close(self, port: SessionPort) -> None:
        """Suspend a session."""
        ...
