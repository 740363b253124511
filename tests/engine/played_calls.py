"""Calls as tests of the engine play them."""

from __future__ import annotations

from collections.abc import Mapping

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.events import Plain
from empathy_sim.engine.touchpoints.call import CallFace
from empathy_sim.rehearsal.playthrough import Playthrough
from tests.engine.made_scripts import begun

SAMPLES = (
    "call-asks-again",
    "call-cold-transfer",
    "call-contradicts",
    "call-dies",
    "call-kind-but-powerless",
    "call-supervisor-hold",
    "call-that-works",
)


NUMBER = "AW-204711"


def face_of(call: Playthrough) -> CallFace:
    face = call.scene.face
    assert isinstance(face, CallFace)
    return face


def hear_out(call: Playthrough) -> None:
    """Let the other end go on until the customer is to speak, or it is over."""
    while not call.scene.asks and call.tick():
        pass


def heard(name: str) -> Playthrough:
    """A call whose first words have been heard."""
    call = begun(name)
    hear_out(call)
    return call


def answer(call: Playthrough, *moves: m.Move) -> None:
    """Answer, and hear what follows, once and again."""
    for move in moves:
        call.do(move)
        hear_out(call)


def sentences(call: Playthrough) -> list[tuple[str, str]]:
    return [(each.who, each.says) for each in face_of(call).sentences]


def steps(call: Playthrough, step: str) -> list[Mapping[str, Plain]]:
    return [each.facts for each in call.happened(e.StepTaken) if each.step == step]
