"""The frame around the story, in lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from empathy_sim.engine import moves as m
from empathy_sim.engine.scene import Scene
from empathy_sim.errors import MoveRefused
from empathy_sim.line.answering import Answer, answer_of
from empathy_sim.line.contract import (
    DEPARTMENTS_ASKED,
    UNINTERRUPTED_ASKED,
    card,
    clauses,
    metric_name,
    report_intro,
)
from empathy_sim.line.lines import Line, aside, heading, plain
from empathy_sim.session.session import Session

_GO_ON = aside("Enter to go on")
_AFTERWARDS = {
    "afterwards": (
        heading("Looking back"),
        aside("feel -3 2 marks how it was, with words if you like."),
        _GO_ON,
    ),
    "resting": (
        heading("Rest"),
        plain("Take a breath. There is no hurry."),
        aside("One word for how it was, or Enter"),
    ),
}
_ON = ("", "go on", "on", "next", "yes", "begin", "1")


def framing(session: Session, scene: Scene, kept_in: str) -> Iterator[Line]:
    """The lines of a phase outside the story, down to what is asked there."""
    if scene.paused is not None:
        yield aside("Paused. resume goes on; leave leaves.")
        return
    match scene.phase:
        case "contract":
            yield from _contract(session, scene, kept_in)
        case "report":
            yield from _report(session)
        case "card":
            yield from _card(session, scene)
        case "predicting":
            yield from _predictions(scene)
        case "ending":
            yield from _ending(scene)
        case _:
            yield from _AFTERWARDS.get(scene.phase, (aside("Enter to close"),))


def _contract(session: Session, scene: Scene, kept_in: str) -> Iterator[Line]:
    yield heading(session.script.journey.title)
    for clause in clauses(session.script, scene.pace, kept_in=kept_in):
        yield Line(clause.head, clause.says)
    offer = scene.offer("consent")
    if offer and offer.choices:
        yield plain(DEPARTMENTS_ASKED)
        yield aside(", ".join(offer.choices))
    yield plain(UNINTERRUPTED_ASKED)
    yield aside(
        "Enter to begin; or name your departments, and add uninterrupted for no "
        "questions on the way"
    )


def _report(session: Session) -> Iterator[Line]:
    yield heading("The month's report")
    yield plain(report_intro(session.script))
    for line in session.script.journey.report:
        yield plain(f"  {metric_name(line)}: {line.reads} (target {line.target}) green")
    yield _GO_ON


def _card(session: Session, scene: Scene) -> Iterator[Line]:
    cast = session.state.cast
    name = cast.person.name if cast else ""
    yield heading("You are")
    for paragraph in card(session.script, scene, name):
        yield plain(paragraph)
    for fact in scene.notebook.facts:
        yield plain(f"  {fact.says}: {fact.value}")
    for gauge in scene.gauges:
        yield plain(f"  {gauge.says}: {gauge.left}")
    yield aside("How does it feel now? feel 1 0, or just Enter")


def _predictions(scene: Scene) -> Iterator[Line]:
    yield heading("Before it begins")
    for offer in scene.offers:
        if offer.sort == "predict":
            yield plain(f"  {offer.id} = {offer.label}")
    yield aside("Type name = number for each, then Enter")


def _ending(scene: Scene) -> Iterator[Line]:
    yield heading("How it ended")
    if scene.face is not None:
        for told in scene.face.told():
            if told.says:
                yield plain(told.says)
    yield aside("How does it feel now? feel -2 1, or just Enter")


def frame_answer(typed: str, scene: Scene) -> Answer:
    """What a line means outside the story.

    Raises:
        MoveRefused: it means nothing there.
    """
    word = typed.strip().casefold()
    if scene.paused is not None:
        return m.Resume() if word in {*_ON, "resume"} else answer_of(typed, scene)
    if scene.phase == "contract" and word not in {"leave", "help", "?", "quit"}:
        return _consent(word, scene)
    if word in _ON:
        return m.Proceed()
    if scene.phase == "resting" and not word.startswith(("feel", "help", "quit")):
        return m.Reflect("one_word", typed.strip())
    return answer_of(typed, scene)


def _consent(word: str, scene: Scene) -> m.Consent:
    offer = scene.offer("consent")
    known = offer.choices if offer else ()
    said = {part for part in re.split(r"[,\s]+", word) if part}
    unknown = said - set(known) - {"uninterrupted", "begin", "yes", "go", "on"}
    if unknown:
        raise MoveRefused(
            says=f"{min(unknown)} is not one of the departments: {', '.join(known)}."
        )
    mine = tuple(each for each in known if each in said)
    return m.Consent(mine, "", uninterrupted="uninterrupted" in said)
