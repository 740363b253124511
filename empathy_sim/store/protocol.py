"""What any store of sessions can do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from empathy_sim.store.rows import (
    ClockMark,
    Export,
    Finding,
    Json,
    NewSession,
    Row,
    SessionHead,
    StoredRow,
    Worded,
)

if TYPE_CHECKING:  # who only plays moves nothing elsewhere
    from empathy_sim.store.packing import Arrived, Packed


class Lease(Protocol):
    """The right to write to one session, until released; use it with `with`."""

    @property
    def session(self) -> str: ...

    def release(self) -> None:
        """Let others open the session; releasing twice does no harm."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        raised: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


class Store(Protocol):
    """Keeps sessions: rows in, rows out; knows nothing of what they mean.

    Any method may raise `StoreDamaged` when what it reads is not what was written,
    and `StoreBusy` when another program keeps the file to itself. One that writes
    raises `StoreUnwritable` when the disk refuses, and then has changed nothing. One
    that is given a session raises `SessionNotFound` when there is none of that name.
    """

    def begin(self, new: NewSession) -> None:
        """Keep a session without events, and its script if it is not kept yet.

        Saying the same again is harmless.

        Raises:
            ValueError: Another session has the name, or another script the digest.
        """
        ...

    def append(
        self,
        session: str,
        rows: Sequence[Row],
        *,
        phase: str,
        summary: Mapping[str, Json],
    ) -> None:
        """Add events after the last one, all or none; on disk when it returns.

        Rows that are already kept and say the same are passed over, so an append
        whose answer was lost can be sent again. `phase` and `summary` are what a list
        shows of the session from now on.

        Raises:
            StoreBusy: Another program holds the session, or wrote these entries first.
            StoreDamaged: Entries before these are missing.
            ValueError: The rows have gaps, a body is not canonical JSON of an object,
                or it has a field that is also in `words`.
        """
        ...

    def rewrite(
        self,
        session: str,
        rows: Sequence[Row],
        *,
        phase: str,
        summary: Mapping[str, Json],
        forgetting: Sequence[str] = (),
    ) -> None:
        """Keep these events instead of all that are kept; what those held is gone.

        With it some other sessions are forgotten: all of it or none. It is for what
        somebody wants forgotten, and for nothing else.

        Raises:
            ValueError: The rows are not numbered from 1, one after the other.
        """
        ...

    def rows(self, session: str, *, until: int | None = None) -> tuple[StoredRow, ...]:
        """Every event in order, the chain checked.

        With `until`, only so many, and damage behind them is passed over: what
        `StoreDamaged.seq` leaves can still be read.
        """
        ...

    def head(self, session: str) -> SessionHead:
        """One session, as a list shows it."""
        ...

    def sessions(self) -> tuple[SessionHead, ...]:
        """Every session of whoever the folder belongs to, the latest first.

        Workshops and the seats in them are not among them.
        """
        ...

    def workshops(self) -> tuple[SessionHead, ...]:
        """Every workshop's own log, the latest first.

        It is kept like a session, under a name that begins with `WORKSHOP`.
        """
        ...

    def script(self, digest: str) -> str:
        """The JSON of a script that a session is pinned to.

        Raises:
            StoreDamaged: It is not kept here, or not as it was written.
        """
        ...

    def fixes(self, digest: str) -> str:
        """The JSON of a script's fixes; empty where it was kept without any.

        Raises:
            StoreDamaged: They are not as they were written.
        """
        ...

    def note_export(self, session: str, export: Export) -> None:
        """Remember a file that was made from a session; of one path the last."""
        ...

    def exports(self, session: str) -> tuple[Export, ...]:
        """The files that were made from a session, the first one first."""
        ...

    def mark(self, session: str, *, seq: int, story_ms: int, felt_ms: int) -> None:
        """Overwrite how far the clock has come; meant for once a felt second."""
        ...

    def mark_all(self, marks: Mapping[str, ClockMark]) -> None:
        """The same for several sessions by their names, at one time."""
        ...

    def last_mark(self, session: str) -> ClockMark | None:
        """How far the clock had come; None when it was never marked."""
        ...

    def lease(self, session: str) -> Lease:
        """Hold a session, so that nobody else writes to it.

        A lease whose holder has died is taken over.

        Raises:
            StoreBusy: Somebody else holds it; the error names them.
        """
        ...

    def purge_words(self, *sessions: str, before: str | None = None) -> int:
        """Remove what people wrote, leave the events and their chain.

        With `before`, only what was written before that instant (ISO 8601, UTC).

        Returns:
            How many texts were removed.
        """
        ...

    def with_words(self, before: str) -> tuple[Worded, ...]:
        """The sessions in which words are left that were written before an instant."""
        ...

    def promised(self) -> tuple[tuple[str, StoredRow], ...]:
        """Each entry of an own session that promised something or brought it back.

        Beside it the session's name, by which they are sorted. It is quick, and the
        chains are not checked.
        """
        ...

    def seats_of(self, workshop: str) -> tuple[str, ...]:
        """The sessions that a workshop's entries name, in order.

        The chain is not checked, so that one that is damaged can be forgotten with
        them; an entry that cannot be read names none.
        """
        ...

    def setting(self, name: str) -> str | None:
        """What is set for this folder under a name; None where nothing is."""
        ...

    def put_setting(self, name: str, value: str | None) -> None:
        """Set a value for this folder; None removes it."""
        ...

    def forget(self, *sessions: str) -> None:
        """Remove sessions with everything in them, and scripts nobody else needs.

        All of them or none.
        """
        ...

    def packed(self, *sessions: str, words: bool) -> tuple[Packed, ...]:
        """Sessions as they travel, each checked; without words unless asked for.

        Raises:
            StoreDamaged: One is not as it was written.
        """
        ...

    def take_in(self, *packs: Packed) -> tuple[Arrived, ...]:
        """Add sessions, or what is new in them; all or none.

        Raises:
            SessionDiffers: Another session of that name, or script, is here.
            StoreBusy: Somebody has one of them open.
        """
        ...

    def verify(self, session: str | None = None) -> tuple[Finding, ...]:
        """All that is not as it was written, in one session or in everything."""
        ...

    def close(self) -> None:
        """Bring everything into one file and let go of it."""
        ...
