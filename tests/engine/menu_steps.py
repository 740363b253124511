"""Steps that a test takes at a menu."""

from __future__ import annotations

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.touchpoints.menu import MenuFace
from empathy_sim.rehearsal.playthrough import Playthrough


def face_of(menu: Playthrough) -> MenuFace:
    face = menu.scene.face
    assert isinstance(face, MenuFace)
    return face


def hear_out(menu: Playthrough) -> None:
    menu.wait_until(lambda _: not face_of(menu).speaking)


def said(menu: Playthrough) -> list[str]:
    return [each.says for each in menu.happened(e.Announced)]


def key_in(menu: Playthrough, keys: str) -> None:
    for key in keys:
        menu.do(m.Press(key))
