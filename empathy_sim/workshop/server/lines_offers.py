"""The large buttons of a page of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from msgspec import Struct

from empathy_sim.debrief.backstage import BLAMES
from empathy_sim.engine.scene import Offer, Scene
from empathy_sim.engine.touchpoints.menu import MenuFace
from empathy_sim.line.asked_now import AskedNow
from empathy_sim.line.choosing import chosen_from, only_one
from empathy_sim.line.filling_in import Blank, blanks_of
from empathy_sim.line.looking_back.blaming import AS_ABOVE, CHOICES
from empathy_sim.line.questions import Question
from empathy_sim.line.unheard import may_answer
from empathy_sim.line.wording import capital, on_one_line
from empathy_sim.workshop.server.lines_told import Transcript

Sort: TypeAlias = Literal[
    "choice", "tone", "go", "pass", "tick", "feeling", "begin", "out"
]
"""What a button is like: `feeling` may take the words typed beside it, `tick` is one of
several, `begin` only begins a line that is then typed, `pass` goes on without an answer.
"""
_SPOKEN = ("short", "sharp")
_LONGEST = 90
"""Characters of a button's words."""
_MOST_NUMBERS = 11
"""Numbers that are shown as buttons; more are typed."""
_WORDS = re.compile(r"(?:^|[.;] )([a-z]+) ((?:tells|shows|offers) [^.;]+)")
_INLINE = re.compile(
    r"(?:^|(?<=, )|(?<= or )|(?<=\. )|(?<= and ))(\d{1,2}) (.+?)(?=(?:, | and | or )\d{1,2} |\. |$)"
)
_HOW = re.compile(r"Type (how) \d+ to see ([^.;]+)")
_WHOLE = re.compile(r"(whole) \d+ only ([^.;]+)")
_ENTER = re.compile(r"\bEnter ([a-z]+s)\b([^.;,]*)")
_SHOWS = {"tells": "Tell", "shows": "Show", "offers": "See"}
_THESE = frozenset({"it", "them"})
_DOES = {"goes": "go", "passes": "pass"}
_PASSES = re.compile(r"(?:passes|leaves|gives|opens|goes on without)\b")
"""How it is told that Enter goes on without an answer."""
_CORNERS = (
    ("wound up", "Wound up: unpleasant, stirred up"),
    ("keen", "Keen: pleasant, stirred up"),
    ("flat", "Flat: unpleasant, slowed down"),
    ("at ease", "At ease: pleasant, slowed down"),
)


class Button(Struct, frozen=True):
    """What can be pressed, and the line that it stands for."""

    line: str
    label: str
    sort: Sort = "choice"


def buttons(asked: AskedNow, told: Transcript) -> tuple[Button, ...]:
    """What can be pressed now, but for the keys of a telephone.

    Args:
        asked: what is asked.
        told: what was said since the last answer; a debrief asks in its lines.
    """
    return tuple(_buttons(asked, told))


def _buttons(asked: AskedNow, told: Transcript) -> Iterator[Button]:
    scene = asked.scene
    if asked.talks:
        yield from _of_the_debrief(told)
    elif asked.feels:
        yield from _corners()
        yield Button("", "Mark nothing", "pass")
    elif scene.paused is not None:
        yield from _paused(scene)
    elif scene.phase == "playing":
        yield from _of_the_story(asked)
    else:
        yield from _of_the_frame(asked)


def _corners() -> Iterator[Button]:
    for line, label in _CORNERS:
        yield Button(line, label, "feeling")


def _paused(scene: Scene) -> Iterator[Button]:
    if scene.paused == "reading":
        return
    yield Button("", "Go on with the story", "go")
    if scene.paused == "leaving":
        yield Button("leave", "Leave for good", "out")


def _of_the_frame(asked: AskedNow) -> Iterator[Button]:
    if asked.may_feel:
        yield from _corners()
    if asked.question is not None:
        yield from _answers(asked.question, asked.scene)
    elif asked.scene.phase == "resting":
        yield Button("", "Go on without", "pass")
    elif asked.scene.phase not in {"debriefing", "closed"}:
        yield Button("", "Go on", "go")


def _answers(question: Question, scene: Scene) -> Iterator[Button]:
    match question.answers:
        case "some":
            consent = scene.offer("consent")
            for at, each in enumerate(consent.choices if consent else (), 1):
                yield Button(str(at), capital(each), "tick")
            yield Button("", "Go on", "go")
        case "words":
            yield Button("", "Go on without", "pass")
        case "begin":
            yield Button("", "Begin, and ask me on the way", "go")
            yield Button("afterwards", "Begin, and ask me afterwards", "go")
        case "number" | "feeling":
            yield Button("", "Pass it over", "pass")
            for word in sorted(question.ends_by):
                yield Button(word, "Pass over all that follow", "pass")


def _of_the_story(asked: AskedNow) -> Iterator[Button]:
    scene = asked.scene
    if asked.blank is not None:
        yield from _of_a_blank(asked.blank)
    elif may_answer(scene):
        yield from _choices(scene)
        yield from _changes(scene)
    yield from _one_key(scene)
    if scene.asks and scene.may("wait") and scene.next_at is not None:
        yield Button("wait", "Wait", "go")
    if scene.may("hang_up"):
        yield Button("hang up", "Hang up", "out")
    if asked.may_feel:
        yield from _corners()


def _one_key(scene: Scene) -> Iterator[Button]:
    """The key that is wanted, where it is no menu that hears all of them."""
    press = scene.offer("press")
    match scene.face:
        case MenuFace():
            return
        case _ if press is not None and press.key is not None:
            yield Button(press.key, press.label)
        case _:
            return


def _of_a_blank(blank: Blank) -> Iterator[Button]:
    offer = blank.offer
    for at, choice in enumerate(offer.choices, 1):
        label = "Tick it" if len(offer.choices) == 1 else _short(choice)
        yield Button(str(at), label)
    for number in numbers_of(blank):
        yield Button(str(number), str(number))
    if blank.value:
        yield Button("", "Leave it as it is", "pass")
    else:
        yield Button("", "Leave it empty", "pass")


def numbers_of(blank: Blank) -> range:
    """The numbers that answer it by a button each; none where they are too many."""
    offer = blank.offer
    numbers = range(offer.least, offer.most + 1) if offer.sort == "rate" else range(0)
    return numbers if len(numbers) <= _MOST_NUMBERS else range(0)


def _choices(scene: Scene) -> Iterator[Button]:
    for at, offer in enumerate(chosen_from(scene), 1):
        yield Button("" if only_one(scene) else str(at), _short(offer.label))
        yield from _toned(offer, at)


def _toned(offer: Offer, at: int) -> Iterator[Button]:
    for tone, said in offer.tones:
        if tone in _SPOKEN:
            yield Button(f"{tone} {at}", f"{capital(tone)}: {_short(said)}", "tone")


def _changes(scene: Scene) -> Iterator[Button]:
    """What stands on a page already can be changed."""
    for at, blank in enumerate(blanks_of(scene), 1):
        verb = "Change" if blank.value else "Answer"
        yield Button(f"{at} = ", f"{verb}: {_short(blank.label)}", "begin")


def _of_the_debrief(told: Transcript) -> Iterator[Button]:
    for aside in told.asides():
        if CHOICES in aside or AS_ABOVE in aside:
            for at, says in enumerate(BLAMES.values(), 1):
                yield Button(str(at), capital(says))
        elif "A number" in aside or "a number" in aside:
            for number, says in (*told.listed(), *_INLINE.findall(aside)):
                yield Button(number, f"{number}. {_short(says)}")
        yield from _words_of(aside)
    yield _of_enter(told)


def _of_enter(told: Transcript) -> Button:
    """What an empty line does, as it was told last: it keeps, passes over, goes on."""
    found = [each for aside in told.asides() for each in _ENTER.findall(aside)]
    if not found:
        return Button("", "Go on", "go")
    does, what = found[-1]
    label = _short(f"{capital(_DOES.get(does, does[:-1]))}{what}")
    return Button("", label, "pass" if _PASSES.match(f"{does}{what}") else "go")


def _words_of(aside: str) -> Iterator[Button]:
    """The words that a line of the debrief says may be typed."""
    for word, does in _WORDS.findall(aside):
        what = f"the {word}" if does.split()[1] in _THESE else does.partition(" ")[2]
        yield Button(word, _short(f"{_SHOWS[does.split()[0]]} {what}"), "go")
    for word, does in _HOW.findall(aside):
        yield Button(f"{word} ", f"See {_short(does)}", "begin")
    for word, does in _WHOLE.findall(aside):
        yield Button(f"{word} ", _short(capital(does)), "begin")


def _short(words: str) -> str:
    whole = on_one_line(words)
    return whole if len(whole) <= _LONGEST else f"{whole[: _LONGEST - 1].rstrip()}…"
