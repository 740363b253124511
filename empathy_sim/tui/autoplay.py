"""A robot at the screen, to be watched."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from empathy_sim.engine.events import JourneyBegan
from empathy_sim.engine.moves import Consent, Move, Proceed
from empathy_sim.engine.scene import Scene
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.walkthrough import Walkthrough
from empathy_sim.line.answering import Waiting, answer_of, is_for_the_frame
from empathy_sim.line.walkthrough import names_of, typed_of
from empathy_sim.session.port import SessionPort

_LOOKS = 0.25
"""Seconds between two looks at the screen."""
_READS = 3.0
"""Seconds for which a page of the frame is read."""
_THINKS = 0.9
"""Seconds between two moves in the story."""


class Autoplay:
    """Does what a walkthrough does, at a pace that can be followed."""

    def __init__(self, walkthrough: Walkthrough, *, haste: float = 1.0) -> None:
        """Play a walkthrough.

        Args:
            walkthrough: its `does` steps are done in order; `sees` steps are passed.
            haste: how many times quicker than can comfortably be read.
        """
        self._does = [step for step in walkthrough.steps if step.kind == "does"]
        self._haste = haste
        self._at = 0

    async def __call__(self, port: SessionPort) -> None:
        """Play a session until its debrief, and leave that on the screen."""
        while (phase := port.scene().phase) not in {"debriefing", "closed"}:
            if phase == "playing":
                await self._in_the_story(port)
            else:
                await self._rest(_READS)
                for move in _frame_moves(port.scene()):
                    await self._try(port, move)

    async def _in_the_story(self, port: SessionPort) -> None:
        scene = await port.catch_up()
        if self._at >= len(self._does):
            await self._rest(_LOOKS)
            return
        typed = typed_of(self._does[self._at].text, _names(port))
        if not scene.asks and not is_for_the_frame(typed):
            await self._rest(_LOOKS)
            return
        await self._rest(_THINKS)
        self._at += 1
        try:
            answer = answer_of(typed, port.scene())
        except MoveRefused:
            return
        match answer:
            case str() | Waiting():
                pass
            case tuple():
                for move in answer:
                    await self._try(port, move)
            case _:
                await self._try(port, answer)

    async def _try(self, port: SessionPort, move: Move) -> None:
        try:
            await port.submit(move)
        except MoveRefused:
            await self._rest(_LOOKS)

    async def _rest(self, seconds: float) -> None:
        await asyncio.sleep(seconds / self._haste)


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
