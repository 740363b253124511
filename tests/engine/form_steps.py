"""Steps that a test takes at a form."""

from __future__ import annotations

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.touchpoints.form import FormFace, FormField
from empathy_sim.rehearsal.playthrough import Playthrough


def face_of(form: Playthrough) -> FormFace:
    face = form.scene.face
    assert isinstance(face, FormFace)
    return face


def field_of(form: Playthrough, name: str) -> FormField:
    return next(each for each in face_of(form).fields if each.id == name)


def fill(form: Playthrough, **answers: str) -> None:
    for name, text in answers.items():
        form.do(m.FillIn(name, text))


def send(form: Playthrough, **answers: str) -> None:
    fill(form, **answers)
    form.do(m.Choose("submit"))


def refusals(form: Playthrough) -> list[str]:
    return [each.says for each in form.happened(e.InputRefused)]
