"""What a page of lines shows beside them."""

from __future__ import annotations

from msgspec import Struct

from empathy_sim.engine.scene import Scene
from empathy_sim.engine.touchpoints.menu import MenuFace
from empathy_sim.line.asked_now import AskedNow
from empathy_sim.line.looking import page_of
from empathy_sim.line.reading_out import asked_for
from empathy_sim.line.unheard import searches
from empathy_sim.workshop.server.lines_offers import Button, buttons
from empathy_sim.workshop.server.lines_told import Transcript

_LONGEST = 2_000
"""Characters that may be typed in one line."""


class Field(Struct, frozen=True):
    """What the line is for that is typed."""

    label: str
    secret: bool = False
    digits: bool = False
    longest: int = _LONGEST
    beside: bool = False
    """Whether it is for words that go with a button, and for nothing alone."""


_BESIDE = Field("A word or two, if you like, before you press", beside=True)


class Asking(Struct, frozen=True):
    """What is asked, and what can be pressed and typed."""

    offers: tuple[Button, ...]
    field: Field
    keys: bool = False
    """Whether there are the keys of a telephone."""
    page: str = ""
    """Which page of the story it is asked on; empty where that is no matter."""


class Standing(Struct, frozen=True):
    """Where the story stands, for the head of the page."""

    stage: str
    clock: str
    left: tuple[str, ...]
    keyed: str
    feels: bool
    """Whether a feeling can be marked with a button of its own."""
    notes: bool
    """Whether there is a notebook to look into."""
    leaves: str
    """What leaving is called now; empty where it is no matter."""


def asking_of(asked: AskedNow, told: Transcript) -> Asking:
    """What is asked now."""
    keys = _has_keys(asked)
    return Asking(
        offers=buttons(asked, told),
        field=_field(asked),
        keys=keys,
        page="" if keys else repr(page_of(asked.scene)),
    )


def _has_keys(asked: AskedNow) -> bool:
    """Whether a recording hears keys; which of them it heeds, it says itself."""
    plays = asked.scene.phase == "playing" and asked.scene.paused is None
    match asked.scene.face:
        case MenuFace():
            return plays and not asked.talks and asked.scene.may("press")
        case _:
            return False


def standing_of(asked: AskedNow) -> Standing:
    """Where the story stands now."""
    scene = asked.scene
    plays = scene.phase == "playing" and not asked.talks
    knows = plays or scene.phase in {"card", "predicting"}
    return Standing(
        stage=scene.place.stage_title if plays and scene.place else "",
        clock=f"{scene.clock.day} {scene.clock.time}" if plays else "",
        left=tuple(f"{each.says}: {each.left}" for each in scene.gauges if plays),
        keyed=_keyed(scene),
        feels=plays and scene.paused is None,
        notes=knows,
        leaves=_leaves(asked),
    )


def _keyed(scene: Scene) -> str:
    match scene.face:
        case MenuFace(keyed=keyed):
            return keyed
        case _:
            return ""


def _leaves(asked: AskedNow) -> str:
    if asked.talks:
        return "End the debrief"
    if asked.scene.phase in {"resting", "debriefing", "closed"}:
        return ""
    return "Leave the journey"


def _field(asked: AskedNow) -> Field:
    scene = asked.scene
    if asked.feels:
        return _BESIDE
    if asked.talks:
        return Field("Your words")
    if scene.phase != "playing":
        return _outside(asked)
    if asked.blank is not None:
        offer = asked.blank.offer
        return Field(
            asked.blank.label,
            secret=offer.secret,
            digits=offer.sort == "rate",
            longest=offer.limit or _LONGEST,
        )
    return Field(_typed(scene))


def _outside(asked: AskedNow) -> Field:
    if asked.question is not None and asked.question.answers == "number":
        return Field("A number", digits=True)
    if asked.may_feel:
        return _BESIDE
    if asked.scene.phase == "resting":
        return Field("One word for how it was")
    if asked.question is not None and asked.question.answers == "words":
        return Field("In your words")
    return Field("Or type a line")


def _typed(scene: Scene) -> str:
    wanted = asked_for(scene)
    if wanted is not None:
        return f"{wanted.says}, as it stands in your notebook"
    if scene.may("say"):
        return "A word to search for" if searches(scene) else "Say something"
    return "Or type a line"
