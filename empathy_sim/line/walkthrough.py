"""A walkthrough, played in the plain mode."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from empathy_sim.journey.walkthrough import Step, Walkthrough
from empathy_sim.line.answering import is_for_the_frame
from empathy_sim.line.hands import EndOfLines
from empathy_sim.line.lines import Line
from empathy_sim.line.playing import LinePlay
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import Session

_VERBS = re.compile(r"(choose|press|say|type|answer)\s+", re.IGNORECASE)
_MOST_PAUSES = 3_000


@dataclass(eq=False)
class NotSeen(Exception):
    """A walkthrough waited for words that did not come."""

    step: Step
    seen: str

    def __str__(self) -> str:
        return f"line {self.step.line}: not seen: {self.step.text}\n--\n{self.seen}"


@dataclass
class WalkthroughHands:
    """Types what a walkthrough does, once it has seen what it sees."""

    steps: tuple[Step, ...]
    clock: ManualClock
    in_story: Callable[[], bool]
    """Outside the story it goes on by Enter; its steps are the story's."""
    seen: list[str] = field(default_factory=list)
    """What was written since the last thing done."""
    _at: int = 0
    _pauses: int = 0

    def hear(self, line: Line) -> None:
        """Take in a line that was written."""
        self.seen.append(line.written())

    def line(self, *, asked: bool, within_ms: int | None) -> str | None:
        if not self.in_story():
            return ""
        while self._at < len(self.steps):
            step = self.steps[self._at]
            if step.kind == "does":
                typed = typed_of(step.text)
                if asked or is_for_the_frame(typed):
                    return self._type(typed)
                break
            if _plain(step.text) not in _plain(" ".join(self.seen)):
                break
            self._at += 1
        self._pass(asked=asked, within_ms=within_ms)
        return None

    def _type(self, typed: str) -> str:
        self._at += 1
        self._pauses = 0
        self.seen.clear()
        return typed

    def _pass(self, *, asked: bool, within_ms: int | None) -> None:
        self._pauses += 1
        if self._at >= len(self.steps) and (asked or within_ms is None):
            raise EndOfLines
        if within_ms is None or self._pauses > _MOST_PAUSES:
            raise NotSeen(self.steps[self._at], "\n".join(self.seen))
        self.clock.wait(within_ms)


def typed_of(does: str) -> str:
    """What is typed in the plain mode for something done: `choose Call again`."""
    return _VERBS.sub("", does, count=1)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def walk(
    walkthrough: Walkthrough,
    session: Session,
    clock: ManualClock,
    write: Callable[[Line], None],
) -> None:
    """Play a walkthrough to its end.

    Args:
        walkthrough: what is seen and done.
        session: a new session of what it plays, by that same clock.
        clock: the time it is played in.
        write: is given every line as it is written.

    Raises:
        NotSeen: words it waits for did not come.
    """
    hands = WalkthroughHands(
        walkthrough.steps, clock, lambda: session.state.phase == "playing"
    )

    def written(line: Line) -> None:
        hands.hear(line)
        write(line)

    LinePlay(session, hands, written, kept_in="memory").play()
