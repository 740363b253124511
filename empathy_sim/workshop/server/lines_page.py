"""What a page of lines shows beside them."""

from __future__ import annotations

from msgspec import Struct

from empathy_sim.engine.scene import Scene
from empathy_sim.engine.touchpoints.menu import MenuFace
from empathy_sim.line.asked_now import AskedNow
from empathy_sim.line.filling_in import Blank
from empathy_sim.line.looking import page_of
from empathy_sim.line.reading_out import asked_for
from empathy_sim.line.unheard import searches
from empathy_sim.workshop.server.lines_offers import Button, buttons, numbers_of
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
    first: bool = False
    """Whether it is what is asked, so that it stands before the buttons."""


_BESIDE = Field("A word or two, if you like, before you press", beside=True, first=True)
_FEELS = "How does it feel now?"
_GOES_ON = ("Go on", "Close")
"""What leads on in a debrief where nothing is asked."""


class Asking(Struct, frozen=True):
    """What is asked, and what can be pressed and typed."""

    offers: tuple[Button, ...]
    field: Field
    keys: bool = False
    """Whether there are the keys of a telephone."""
    asks: str = ""
    """The question that all of it answers; empty where none is asked."""
    purpose: str = ""
    """What is typed for: what was begun for one stays out of another."""


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
    offers = buttons(asked, told)
    return Asking(
        offers=offers,
        field=_in_a_debrief(offers) if asked.talks else _field(asked),
        keys=keys,
        asks=_question_of_a_debrief(offers, told) if asked.talks else _question(asked),
        purpose="keys" if keys else _purpose(asked, told),
    )


def _in_a_debrief(offers: tuple[Button, ...]) -> Field:
    """The line of a debrief; first, where it is words that are asked for."""
    sorts = {each.sort for each in offers}
    return Field("Your words", first="pass" in sorts and "choice" not in sorts)


def _question_of_a_debrief(offers: tuple[Button, ...], told: Transcript) -> str:
    goes_on = any(not each.line and each.label in _GOES_ON for each in offers)
    return "" if goes_on else told.question()


def _question(asked: AskedNow) -> str:
    """What is asked outside of a debrief, in a sentence."""
    if asked.question is not None:
        return asked.question.lines[0].text
    if asked.blank is not None and not asked.feels:
        return "" if _is_typed(asked.blank) else asked.blank.label
    outside = asked.scene.phase != "playing"
    return _FEELS if asked.feels or (asked.may_feel and outside) else ""


def _is_typed(blank: Blank) -> bool:
    """Whether a field is typed into, and has no button for each answer."""
    offer = blank.offer
    return not offer.choices and (offer.sort != "rate" or not numbers_of(blank))


def _purpose(asked: AskedNow, told: Transcript) -> str:
    """What is typed for now, by a name of its own."""
    scene = asked.scene
    if asked.talks:
        return f"debrief {told.answers}"
    if asked.feels:
        return "feeling"
    blank = asked.blank.offer.id if asked.blank else ""
    question = asked.question.lines[0].text if asked.question else ""
    what = (scene.phase, *page_of(scene), blank, question, _field(asked).beside)
    return repr(what)


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
    if scene.phase != "playing":
        return _outside(asked)
    if asked.blank is not None:
        return _of_a_blank(asked.blank)
    if asked.may_feel and not scene.may("say") and asked_for(scene) is None:
        return _BESIDE
    return Field(_typed(scene))


def _of_a_blank(blank: Blank) -> Field:
    offer, first = blank.offer, _is_typed(blank)
    return Field(
        blank.label if first else "Or type it",
        secret=offer.secret,
        digits=offer.sort == "rate",
        longest=offer.limit or _LONGEST,
        first=first,
    )


def _outside(asked: AskedNow) -> Field:
    if asked.question is not None and asked.question.answers == "number":
        how = asked.question.lines[-1].text.partition(".")[0]
        return Field(how, digits=True, first=True)
    if asked.may_feel:
        return _BESIDE
    if asked.scene.phase == "resting":
        return Field("One word for how it was", first=True)
    if asked.question is not None and asked.question.answers == "words":
        return Field("In your words", first=True)
    return Field("Or type a line")


def _typed(scene: Scene) -> str:
    wanted = asked_for(scene)
    if wanted is not None:
        return f"{wanted.says}, as it stands in your notebook"
    if scene.may("say"):
        return "A word to search for" if searches(scene) else "Say something"
    return "Or type a line"
