"""A story that its author walks through, and back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from msgspec.structs import replace

from empathy_sim.engine import moves as m
from empathy_sim.engine.events import Event
from empathy_sim.engine.frame_events import Paused, Resumed
from empathy_sim.engine.scene import Scene
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.script import Script
from empathy_sim.rehearsal.course import (
    Course,
    Lapse,
    Made,
    Standing,
    said_of,
    spot_of,
    spots_in,
    standing_in,
)
from empathy_sim.rehearsal.playthrough import Playthrough
from empathy_sim.rehearsal.retracing import (
    Divergence,
    Retraced,
    Start,
    begun,
    is_lapse_over,
    retraced,
)
from empathy_sim.session.authors_clock import AuthorsClock
from empathy_sim.session.port import LocalPort
from empathy_sim.session.session import Listener, Session
from empathy_sim.session.spelling import row_of
from empathy_sim.store.memory_store import MemoryStore
from empathy_sim.store.rows import NewSession

_NAME = "preview"
_PAUSES = (Paused, Resumed)
NOTHING_DUE = "Nothing happens here by itself."
_MOST_HAPPENINGS = 5_000
"""In one stretch of waiting that is passed over."""
_GONE = "The story has been set anew."


class Reset(NamedTuple):
    """What setting the story anew has come to."""

    divergence: Divergence | None = None
    """Where what was done led elsewhere; None where it did not."""
    is_seen: bool = True
    """Whether anything changed that can be seen where one stands."""
    found_again: bool = False
    """Whether one stands again where one stood before an earlier divergence."""


class Previewed:
    """A story in memory, with what was done in it; nothing of it is kept anywhere."""

    def __init__(
        self, script: Script, cast: Cast, start: Start, clock: AuthorsClock
    ) -> None:
        """Begin.

        Args:
            script: what is played.
            cast: whom.
            start: where, and at which pace.
            clock: by which it is lived.

        Raises:
            MoveRefused: what it is to begin at is not there.
        """
        self.script, self.cast, self.start = script, cast, start
        self._clock = clock
        with clock.standing():
            gone = self._retraced(Course())
            self.course, self._since = gone.course, gone.since
            self._session = _session(script, gone.play, clock)
            self._port = PreviewPort(self, self._session)

    @property
    def port(self) -> PreviewPort:
        """What a screen knows of it; another one each time it is set anew."""
        return self._port

    @property
    def here(self) -> Standing:
        """Where one stands."""
        session = self._session
        return standing_in(
            session.state, session.instant().story_ms, session.log, self._since
        )

    def reload(self, script: Script, cast: Cast, start: Start | None = None) -> Reset:
        """Go the same course on another script; on a refusal everything stays.

        Raises:
            MoveRefused: what it is to begin at is not there.
        """
        with self._clock.standing():
            return self._reload(script, cast, start or self.start)

    def _reload(self, script: Script, cast: Cast, start: Start) -> Reset:
        before, was = self._course_here(), (self.script, self.cast, self.start)
        told = self._told()
        self.script, self.cast, self.start = script, cast, start
        try:
            gone = self._retraced(before)
        except MoveRefused:
            self.script, self.cast, self.start = was
            raise
        port = self._port
        self._take(gone)
        if gone.divergence is None and told == self._told():
            port.play_on(self._session)
            self._port = port
            return Reset(is_seen=False)
        found = before.former is not None and gone.course.former is None
        return Reset(gone.divergence, found_again=found)

    def at_pace(self, pace: m.Pace) -> Reset:
        """Live the same course at another pace.

        Raises:
            MoveRefused: never, on a script that has begun.
        """
        return self.reload(self.script, self.cast, replace(self.start, pace=pace))

    def back(self) -> bool:
        """Take the last act back; whether there was one."""
        with self._clock.standing():
            if not self.course.may_go_back:
                return False
            self._take(self._retraced(self.course.back(self.here)))
            return True

    def forward(self) -> Divergence | None:
        """Do again what was taken back last; where it leads elsewhere, say so."""
        with self._clock.standing():
            gone = self._retraced(self.course.forward())
            self._take(gone)
            return gone.divergence

    def again(self) -> None:
        """Stand at the beginning; what was done can be done again, step by step."""
        with self._clock.standing():
            course = self._course_here()
            while course.may_go_back:
                course = course.back(self.here)
            self._take(self._retraced(course))

    def run_on(self, lapse: Lapse) -> None:
        """Pass over waiting, in the story as it stands.

        Raises:
            MoveRefused: nothing happens by itself here.
        """
        with self._clock.standing():
            session = self._session
            session.catch_up()
            if session.due_in() is None:
                raise MoveRefused(says=NOTHING_DUE)
            before, says = self.here, said_of(lapse, session.scene())
            self._since = len(session.log)
            self._pass_over(lapse, before)
            after = self.here
            self._went(Made(before, lapse, after.came, says, after))

    def _pass_over(self, lapse: Lapse, before: Standing) -> None:
        session = self._session
        for _ in range(_MOST_HAPPENINGS):
            self._clock.skip(session.due_in() or 0)
            session.catch_up()
            if is_lapse_over(lapse, session.state, before.at):
                return

    def submit(self, move: m.Move) -> None:
        """Make a move, and remember it unless it only stops the clock.

        Raises:
            MoveRefused: it is not legal; nothing has changed.
        """
        with self._clock.standing():
            self._session.catch_up()
            match move:
                case m.Pause() | m.Resume():
                    self._session.submit(move)
                case _:
                    self._do(move)

    def _do(self, move: m.Move) -> None:
        session, before = self._session, self.here
        stage, known = session.state.stage, len(session.log)
        says = said_of(move, session.scene())
        session.submit(move)
        led = spots_in(session.log[known:], stage)
        self._went(Made(before, move, led, says))

    def _went(self, made: Made) -> None:
        self._since = len(self._session.log)
        self.course = self.course.went(made)

    def _course_here(self) -> Course:
        return self.course.standing_at(self.here)

    def _told(self) -> tuple[tuple[Event, ...], Scene]:
        """What has happened and can be seen, but for pauses and the script's name."""
        session = self._session
        happened = (each for each in session.log[1:] if type(each) not in _PAUSES)
        return tuple(happened), session.scene()

    def _retraced(self, course: Course) -> Retraced:
        return retraced(partial(begun, self.script, self.cast, self.start), course)

    def _take(self, gone: Retraced) -> None:
        self.course, self._since = gone.course, gone.since
        self._session = _session(self.script, gone.play, self._clock)
        self._port = PreviewPort(self, self._session)

    @property
    def is_over(self) -> bool:
        """Whether the story has come to an end, or was left."""
        return self._session.state.is_over

    @property
    def place(self) -> tuple[str, str]:
        """The ids of the stage and the touchpoint; of the ending once it is over."""
        spot = spot_of(self._session.state)
        return spot.stage, spot.touchpoint


class PreviewPort(LocalPort):
    """What a screen knows of a previewed story, until that is set anew."""

    def __init__(self, previewed: Previewed, session: Session) -> None:
        super().__init__(session)
        self._previewed = previewed
        self._listeners: list[Listener] = []
        self._stop = session.listen(self._tell)

    @property
    def is_current(self) -> bool:
        """Whether the story has not been set anew since."""
        return self._previewed.port is self

    async def submit(self, move: m.Move) -> Scene:
        if not self.is_current:
            raise MoveRefused(says=_GONE)
        self._previewed.submit(move)
        return self.scene()

    async def catch_up(self) -> Scene:
        return await super().catch_up() if self.is_current else self.scene()

    def changes(self, listener: Listener) -> Callable[[], None]:
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def play_on(self, session: Session) -> None:
        """Go on with another session that stands where this one did."""
        self._stop()
        self._session = session
        self._stop = session.listen(self._tell)

    def _tell(self, events: tuple[Event, ...]) -> None:
        for listener in tuple(self._listeners):
            listener(events)


def _session(script: Script, play: Playthrough, clock: AuthorsClock) -> Session:
    """A session in memory that stands where a play does."""
    store = MemoryStore()
    store.begin(
        NewSession(
            session=_NAME, script_digest="", script_json="{}", title="", started_utc=""
        )
    )
    rows = [row_of(event, at, "") for at, event in enumerate(play.log, 1)]
    store.append(_NAME, rows, phase=play.state.phase, summary={})
    now = play.state.now
    store.mark(_NAME, seq=len(rows), story_ms=now.story_ms, felt_ms=now.felt_ms)
    lease = store.lease(_NAME)
    session = Session(
        _NAME, script, tuple(play.log), store=store, clock=clock, lease=lease
    )
    session.take_up()
    return session
