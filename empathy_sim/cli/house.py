"""The rooms, wired together for one run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from empathy_sim.cli.old_lists import remove_old_lists
from empathy_sim.cli.unbegun import remove_if_unbegun, remove_old_unbegun
from empathy_sim.errors import (
    ContentRefused,
    SessionNotFound,
    StoreBusy,
    StoreError,
    StoreUnwritable,
    Usage,
)
from empathy_sim.session.clock import Clock, ManualClock, RealClock
from empathy_sim.store.folder import data_folder, is_on_network, prepare
from empathy_sim.store.retention import purge_due
from empathy_sim.store.sqlite_store import SqliteStore

if TYPE_CHECKING:  # home needs no engine, and going on with a session no library
    from empathy_sim.cli.forgetting import Forgetting
    from empathy_sim.engine.moves import Pace
    from empathy_sim.journey.script import Script
    from empathy_sim.library.pressing import Card
    from empathy_sim.library.pressing_cache import Cache
    from empathy_sim.library.shelf import Shelf, WhichFit
    from empathy_sim.rehearsal.ways import Ways
    from empathy_sim.session.port import SessionPort
    from empathy_sim.session.session import Session
    from empathy_sim.store.protocol import Store
    from empathy_sim.store.rows import SessionHead

_STALL_MS = 10_000
"""A stretch in which nobody looked for longer is not counted as lived."""
_SEEDS = 1_000_000
_NAMED_AT_MOST = 5
_OVER = "closed"
_STORY_OVER = ("ending", "afterwards", "resting", "debriefing", "closed")
_DECIDING = frozenset({"debriefing", _OVER})
"""Phases in which a debrief can be added to."""


class LocalHouse:
    """Everything on this computer: a store, a shelf, a clock."""

    def __init__(self, store: Store, folder: Path, clock: Clock) -> None:
        self.store = store
        self.folder = folder
        self.clock = clock
        self.seed: int | None = None
        self.at_stage: str | None = None
        self.which: WhichFit | None = None
        self.is_passing = False
        self._shelf: Shelf | None = None
        self._open: dict[str, Session] = {}
        self._touched: set[str] = set()

    @property
    def kept_in(self) -> str:
        if self.is_passing:
            from empathy_sim.line.contract import PASSING

            return PASSING
        return _as_found(self.folder)

    @property
    def shelf(self) -> Shelf:
        """What can be played; looked for when it is first needed."""
        if self._shelf is None:
            from empathy_sim.library.shelf import find_shelf, library_folders

            folders = library_folders(Path(), self.folder, os.environ)
            self._shelf = find_shelf(folders, self.which)
        return self._shelf

    @property
    def _cache(self) -> Cache:
        from empathy_sim.library.pressing_cache import Cache

        return Cache(self.folder / "cache")

    def cards(self) -> tuple[Card, ...]:
        from empathy_sim.library.pressing import cards

        return cards(self.shelf, self._cache)

    def minutes(self, wanted: str, *, pace: Pace) -> int | None:
        from empathy_sim.library.pressing import script_of

        return _minutes(script_of(wanted, self.shelf, self._cache).script, pace)

    def sessions(self) -> tuple[SessionHead, ...]:
        return self.store.sessions()

    def script(self, wanted: str) -> Script:
        """What would be played, with the stage to begin at.

        Raises:
            Usage: there is none of that name, or no such stage.
            ContentRefused: it has problems.
        """
        return self.script_and_fixes(wanted)[0]

    def script_and_fixes(self, wanted: str) -> tuple[Script, str]:
        """What would be played, and what its fixes make of its stages, as JSON.

        Raises:
            Usage: there is none of that name, or no such stage.
            ContentRefused: it has problems.
        """
        from empathy_sim.library.pressing import script_of

        composed = script_of(wanted, self.shelf, self._cache)
        if composed.script is None:
            raise ContentRefused(problems=composed.problems)
        _check_stage(self.at_stage, composed.script)
        return composed.script, composed.fixes

    def begin_session(
        self, wanted: str, *, pace: Pace, clock: Clock | None = None
    ) -> Session:
        """Open a new session of an id or a file.

        Raises:
            Usage: there is none of that name, or no such stage.
            ContentRefused: it has problems.
            StoreError: it cannot be kept.
        """
        script, fixes = self.script_and_fixes(wanted)
        from empathy_sim.library.casting import cast_for
        from empathy_sim.session.session import Session

        seed = self.seed if self.seed is not None else _drawn()
        session = Session.begin(
            script,
            cast_for(script, seed),
            store=self.store,
            clock=clock or self.clock,
            pace=pace,
            at_stage=self.at_stage,
            stall_ms=_stall_of(clock or self.clock),
            fixes=fixes,
        )
        self._open[session.name] = session
        self._touched.add(session.name)
        return session

    def resume_session(self, wanted: str, *, clock: Clock | None = None) -> Session:
        """Open a recorded session again, by its name or the beginning of it.

        Raises:
            StoreError: there is none, it is damaged, or it is open elsewhere.
        """
        from empathy_sim.session.session import Session

        session = Session.resume(
            self.named(wanted),
            store=self.store,
            clock=clock or self.clock,
            stall_ms=_stall_of(clock or self.clock),
        )
        self._open[session.name] = session
        self._touched.add(session.name)
        return session

    def named(self, wanted: str | None) -> str:
        """The full name of a session; without a wish the latest one.

        Raises:
            SessionNotFound: there is none.
            Usage: more than one begins so; it names them.
        """
        names = [head.session for head in self.store.sessions()]
        if wanted is None and names:
            return names[0]
        found = [name for name in names if wanted and name.startswith(wanted)]
        if wanted in names:
            return str(wanted)
        if len(found) == 1:
            return found[0]
        if found:
            raise Usage(
                says=f'{len(found)} sessions begin with "{wanted}".',
                try_="one of " + ", ".join(found[:_NAMED_AT_MOST]),
            )
        if wanted is None:
            raise Usage(
                says=f"No session is recorded in {self.kept_in} yet.",
                try_="empathy-sim play",
            )
        raise SessionNotFound(wanted=wanted)

    def looked_back_on(self, wanted: str | None) -> str:
        """As `named`; without a wish the latest whose story is over, if there is one."""
        over = (each for each in self.store.sessions() if each.phase in _STORY_OVER)
        latest = next(over, None) if wanted is None else None
        return latest.session if latest else self.named(wanted)

    def unfinished(self, wanted: str | None) -> str:
        """The full name of a session that is not over; without a wish the latest.

        Raises:
            SessionNotFound: there is none of that name.
            Usage: it is over, or nothing is unfinished.
        """
        if wanted is None:
            for head in self.store.sessions():
                if head.phase != _OVER:
                    return head.session
        name = self.named(wanted)
        if self.store.head(name).phase == _OVER:
            raise Usage(
                says=f"{name} is over; there is nothing to go on with.",
                try_=f"empathy-sim debrief {name}",
            )
        return name

    def pace_of(self, name: str) -> str:
        """The pace at which a recorded session was last played."""
        return str(self.store.head(name).summary.get("pace", ""))

    def begin(self, wanted: str, *, pace: Pace) -> SessionPort:
        from empathy_sim.session.port import LocalPort

        return LocalPort(self.begin_session(wanted, pace=pace))

    def resume(self, session: str) -> SessionPort:
        from empathy_sim.session.port import LocalPort

        return LocalPort(self.resume_session(session))

    def look_back(self, session: str) -> SessionPort:
        name = self.named(session)
        if self.store.head(name).phase in _DECIDING:
            with suppress(StoreBusy, StoreUnwritable):
                return self.resume(name)
        return _read_only(self.store, name)

    def ways(self, name: str) -> Ways | None:
        from empathy_sim.rehearsal.ways import from_plain

        return from_plain(self._cache.read(name))

    def keep_ways(self, name: str, ways: Ways) -> None:
        from empathy_sim.rehearsal.ways import to_plain

        plain = to_plain(ways)
        self.forgetting.keep_beside(lambda: self._cache.keep(name, plain))

    @cached_property
    def forgetting(self) -> Forgetting:
        from empathy_sim.cli.forgetting import Forgetting

        return Forgetting(self.store, self.folder, self._suspend)

    def _suspend(self, session: str) -> bool:
        opened = self._open.pop(session, None)
        if opened is not None:
            opened.suspend()
        return opened is not None

    def close(self, port: SessionPort) -> None:
        if self._suspend(port.name):
            remove_if_unbegun(self.store, port.name)

    def due(self) -> str:
        """What was promised and is due, on one line; empty once it was told today."""
        if not self.store.promised():
            return ""
        from empathy_sim.cli.due import due_once_a_day

        return due_once_a_day(self.store, self.clock)

    def remove_old_words(self, *, over_only: bool) -> None:
        """Remove what was typed longer ago than it is kept; what goes on is spared."""
        with suppress(StoreError):
            now = self.clock.utc()
            purge_due(self.store, now, over_only=over_only, spared=self._touched)
            remove_old_lists(self.store, self.folder)

    def close_all(self) -> None:
        """Suspend whatever is still open, and let go of the store."""
        for name in tuple(self._open):
            self._suspend(name)
            remove_if_unbegun(self.store, name)
        with suppress(StoreError):
            remove_old_unbegun(self.store, self.clock.utc())
        self.remove_old_words(over_only=False)
        self.store.close()


def _drawn() -> int:
    return int.from_bytes(os.urandom(4)) % _SEEDS


def _as_found(folder: Path) -> str:
    """A folder, as a person would find it."""
    home, kept = str(Path.home()), str(folder)
    return kept.replace(home, "~", 1) if kept.startswith(home + os.sep) else kept


def _read_only(store: Store, name: str) -> SessionPort:
    from empathy_sim.session.read_only import ReadPort
    from empathy_sim.session.session import fixes_of, log_of, script_of, words_gone

    return ReadPort(
        name,
        script_of(store, name),
        log_of(store, name),
        fixes_of(store, name),
        words_gone=words_gone(store, name),
    )


def _stall_of(clock: Clock) -> int | None:
    """After how long nobody is taken to look; a clock that leaps misses nothing."""
    match clock:
        case ManualClock():
            return None
        case _:
            return _STALL_MS


def _minutes(script: Script | None, pace: Pace) -> int | None:
    """About how many minutes a script takes anybody; None where there is none."""
    if script is None:
        return None
    from empathy_sim.library.casting import cast_for
    from empathy_sim.rehearsal.lasting import minutes_of

    return minutes_of(script, cast_for(script, 0), pace=pace)


def _check_stage(wanted: str | None, script: Script) -> None:
    """Accept a stage to begin at; None is the first.

    Raises:
        Usage: there is no such stage.
    """
    if wanted is not None and wanted not in script.stages:
        raise Usage(
            says=f'{script.journey.title} has no stage "{wanted}".',
            try_=_nearest(wanted, tuple(script.stages)),
        )


def _nearest(wanted: str, names: tuple[str, ...]) -> str:
    import difflib

    near = difflib.get_close_matches(wanted, names, n=1)
    return f"--at {near[0]}" if near else "one of " + ", ".join(names)


@contextmanager
def open_house(clock: Clock | None = None) -> Iterator[LocalHouse]:
    """The rooms, over the data folder; closed in good order at the end.

    Raises:
        StoreError: the data folder cannot be used.
    """
    folder = data_folder(None, os.environ)
    prepare(folder)
    store = SqliteStore(folder, on_network=is_on_network(folder))
    house = LocalHouse(store, folder, clock or RealClock())
    try:
        house.remove_old_words(over_only=True)
        yield house
    finally:
        house.close_all()
