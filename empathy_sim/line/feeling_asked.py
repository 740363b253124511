"""A feeling asked for, while the clock stands."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.engine import moves as m
from empathy_sim.engine.scene import Scene
from empathy_sim.errors import MoveRefused
from empathy_sim.line.answering import is_for_the_frame
from empathy_sim.line.feelings import HowToMark, asked_again, feeling_of
from empathy_sim.line.lines import Line, aside
from empathy_sim.session.session import Session

_LOOKS_UP = frozenset({"help", "?", "notebook", "notes", "again", "time"})
"""Words that may be typed before a feeling that was asked for."""


class FeelingAsked:
    """After `feel` alone, the next line may be a feeling; the story waits for it."""

    def __init__(self, session: Session, how: HowToMark) -> None:
        """Ask nothing yet.

        Args:
            session: what is played.
            how: says how a feeling is written.
        """
        self._session = session
        self._how = how
        self._asked = self._aha = False

    @property
    def is_asked(self) -> bool:
        """Whether the next line is taken for a feeling."""
        return self._asked or self._session.state.paused == "feeling"

    def ask(self, scene: Scene, *, aha: bool) -> Iterator[Line]:
        """Stop the clock, and say how a feeling is written."""
        self._asked, self._aha = True, aha
        if scene.phase == "playing" and scene.paused is None:
            self._session.submit(m.Pause("feeling"))
        yield aside(f"{self._how.tell()}. Enter marks nothing")

    def answer(self, typed: str) -> tuple[m.Move, ...] | None:
        """The moves of a line, where it is a feeling that was asked for.

        Raises:
            MoveRefused: a feeling was asked for, and this is none; it still is.
        """
        scene = self._session.scene()
        if not (self._asked or scene.asks_feeling):
            return None
        if typed.casefold() in _LOOKS_UP:
            return None
        felt = feeling_of(typed, aha=self._aha, alone=self._asked)
        felt = felt or self._insight(typed)
        if felt is None and self._asked and typed and not is_for_the_frame(typed):
            raise MoveRefused(says=f"{asked_again(typed)}. Enter marks nothing.")
        onward = (m.Resume(),) if scene.paused == "feeling" else ()
        nothing = self._asked and not typed
        self._asked = self._aha = False
        if felt is not None:
            return (felt, *onward)
        if nothing or onward:
            self._go_on()
        return () if nothing else None

    def _insight(self, typed: str) -> m.React | None:
        """An insight may be words alone."""
        if self._asked and self._aha and typed and not is_for_the_frame(typed):
            return m.React(0, 0, typed, aha=True, felt=False)
        return None

    def _go_on(self) -> None:
        if self._session.state.paused == "feeling":
            self._session.submit(m.Resume())
