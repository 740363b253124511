"""A robot at the screen, to be watched."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

from empathy_sim.engine.events import Announced, JourneyBegan
from empathy_sim.engine.moves import Consent, Move, Proceed, React
from empathy_sim.engine.scene import Place, Scene
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.walkthrough import Walkthrough
from empathy_sim.line.answering import Waiting, answer_of, is_for_the_frame
from empathy_sim.line.walkthrough import names_of, typed_of
from empathy_sim.session.port import SessionPort

Strike = Callable[[str], None]
"""Strikes a key, by its name, as somebody at the keyboard would."""

_LOOKS = 0.15
"""Seconds between two looks at the screen."""
_PAGES: Mapping[str, float] = {"predicting": 1.5, "ending": 4.0, "resting": 1.0}
_PAGE = 2.5
"""Seconds for which a page of the frame is read; `_PAGES` has the others."""
_WORDS_A_SECOND = 12.0
"""How fast a watcher reads who need not take in every word."""
_THINKS, _LINGERS = 0.6, 2.3
"""Seconds before a move: at least, and at most where there is much to read."""
_STRIKES = 0.3
"""Seconds between two keys."""
_SPEEDS: Mapping[str, tuple[float, float]] = {
    "hold": (16.0, 20.0),
    "call": (10.0, 10.0),
    "chat": (6.0, 6.0),
    "menu": (8.0, 8.0),
}
"""How many times as fast a kind goes by at first, and when it has been seen."""
_SPEED = 4.0
_UTMOST = 4
"""A mark that stands at an edge of the grid is made on it, to be watched."""


class Autoplay:
    """Does what a walkthrough does, at a pace that can be followed.

    What shows something takes its time; what has been seen goes by.
    """

    def __init__(
        self, walkthrough: Walkthrough, hurry: Callable[[float], None]
    ) -> None:
        """Play a walkthrough.

        Args:
            walkthrough: its `does` steps are done in order; what is said to the
                frame, once the `sees` step before it is seen.
            hurry: told how many times as fast the session's clock should go.
        """
        steps = walkthrough.steps
        self._does = [
            (step.text, before.text if before.kind == "sees" else "")
            for before, step in zip((*steps[:1], *steps), steps, strict=False)
            if step.kind == "does"
        ]
        self._hurry = hurry
        self._at = 0
        self._place: Place | None = None
        self._met: set[str] = set()
        self._read: set[str] = set()
        self._told: dict[str, None] = {}
        """What was told since the last thing done, and is new."""
        self._length = 0
        """Of the log, as far as it was heard."""
        self._rested = 0.0
        self._marks = 0

    async def __call__(self, port: SessionPort, strike: Strike) -> None:
        """Play a session until its debrief, and leave that on the screen."""
        while (phase := port.scene().phase) not in {"debriefing", "closed"}:
            if phase == "playing":
                await self._in_the_story(port, strike)
            else:
                await self._rest(_PAGES.get(phase, _PAGE))
                for move in _frame_moves(port.scene()):
                    await self._try(port, move)

    async def _in_the_story(self, port: SessionPort, strike: Strike) -> None:
        scene = await port.catch_up()
        self._arrive(scene.place)
        self._listen(port, scene)
        if self._at >= len(self._does):
            await self._rest(_LOOKS)
            return
        does, sees = self._does[self._at]
        typed = typed_of(does, _names(port))
        if not scene.asks and not (is_for_the_frame(typed) and self._has_seen(sees)):
            await self._rest(_LOOKS)
            return
        await self._take_in()
        self._at += 1
        await self._type(port, strike, typed)
        self._rested = 0.0

    def _arrive(self, place: Place | None) -> None:
        if place is None or place == self._place:
            return
        self._place, self._rested = place, 0.0
        first, again = _SPEEDS.get(place.kind, (_SPEED, _SPEED))
        self._hurry(again if place.kind in self._met else first)
        self._met.add(place.kind)

    def _listen(self, port: SessionPort, scene: Scene) -> None:
        told = [each.says for each in scene.face.told()] if scene.face else []
        for event in port.log[self._length :]:
            match event:
                case Announced(says=says, heard=True):
                    told.append(says)
                case _:
                    pass
        self._length = len(port.log)
        self._told |= {says: None for says in told if says not in self._read}

    def _has_seen(self, words: str) -> bool:
        """Whether some words were told since the last thing done."""
        return words.casefold() in " ".join(self._told).casefold()

    async def _take_in(self) -> None:
        """Rest until what is new could be read; what was said was read meanwhile."""
        words = sum(len(says.split()) for says in self._told)
        self._read |= set(self._told)
        self._told.clear()
        takes = min(words / _WORDS_A_SECOND, _LINGERS) - self._rested
        await self._rest(max(_THINKS, takes))

    async def _type(self, port: SessionPort, strike: Strike, typed: str) -> None:
        try:
            answer = answer_of(typed, port.scene())
        except MoveRefused:
            return
        match answer:
            case str():
                pass
            case Waiting(story_ms=length):
                await self._wait(port, length or 0)
            case React() as mark:
                await self._mark(port, strike, mark)
            case tuple():
                for move in answer:
                    await self._try(port, move)
            case _:
                await self._try(port, answer)

    async def _wait(self, port: SessionPort, story_ms: int) -> None:
        """Wait so long in the story, or until it asks."""
        end = port.scene().story_ms + story_ms
        while not (scene := await port.catch_up()).asks and scene.story_ms < end:
            await self._rest(_LOOKS)

    async def _mark(self, port: SessionPort, strike: Strike, mark: React) -> None:
        """Mark a feeling; the first and the utmost on the grid, to be watched."""
        self._marks += 1
        if self._marks > 1 and (mark.pleasant, mark.aroused) != (-_UTMOST, _UTMOST):
            await self._try(port, mark)
            return
        await self._strike(strike, "f3" if mark.aha else "f2")
        await self._rest(2 * _THINKS)
        for key in keys_of(mark):
            await self._strike(strike, key)
        await self._rest(_THINKS)
        await self._strike(strike, "enter")
        await self._rest(_THINKS)

    async def _strike(self, strike: Strike, key: str) -> None:
        strike(key)
        await self._rest(_STRIKES if len(key) > 1 else _STRIKES / 3)

    async def _try(self, port: SessionPort, move: Move) -> None:
        try:
            await port.submit(move)
        except MoveRefused:
            await self._rest(_LOOKS)

    async def _rest(self, seconds: float) -> None:
        self._rested += seconds
        await asyncio.sleep(seconds)


def keys_of(mark: React) -> tuple[str, ...]:
    """The keys that put a mark on the grid from its middle, and write its words."""
    across = "right" if mark.pleasant > 0 else "left"
    along = "up" if mark.aroused > 0 else "down"
    arrows = (*[across] * abs(mark.pleasant), *[along] * abs(mark.aroused))
    return (*arrows, "tab", *mark.words) if mark.words else arrows


def _names(port: SessionPort) -> Mapping[str, str]:
    """What a walkthrough's names stand for in this session."""
    match port.log[0]:
        case JourneyBegan(cast=cast):
            return names_of(cast)
        case _:
            return {}


def _frame_moves(scene: Scene) -> tuple[Move, ...]:
    """What takes the frame one page on; guesses are made where they are asked for."""
    if scene.phase == "contract":
        return (Consent(),)
    guesses = [offer.examples[0] for offer in scene.offers if offer.sort == "predict"]
    return (*guesses, Proceed())
