"""Plays at a counter, up to a moment."""

from __future__ import annotations

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.touchpoints.counter import CounterFace
from empathy_sim.rehearsal.playthrough import Playthrough


def face_of(play: Playthrough) -> CounterFace:
    face = play.scene.face
    assert isinstance(face, CounterFace)
    return face


def doing(play: Playthrough, what: str) -> None:
    """Wait until something is so; whenever there is a choice, stay."""
    while face_of(play).doing != what:
        if "stay" in offered(play):
            play.do(m.Choose("stay"))
        assert play.tick()


def offered(play: Playthrough) -> list[str]:
    return [each.id for each in play.scene.offers if each.sort == "choose"]


def steps(play: Playthrough, step: str) -> list[e.Facts]:
    return [each.facts for each in play.happened(e.StepTaken) if each.step == step]
