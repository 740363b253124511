"""What a typed line means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NoReturn

from empathy_sim.engine import moves as m
from empathy_sim.engine.scene import Offer, OfferSort, Scene
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.units import Unreadable, duration
from empathy_sim.line.choosing import chosen, chosen_from, only_one
from empathy_sim.line.feelings import asked_again, feeling_or_refused
from empathy_sim.line.reading_out import asked_for, read_out
from empathy_sim.line.unheard import may_answer, meanwhile, searches

Word = Literal["help", "notebook", "again", "time", "quit", "feel", "aha"]
_WORDS: Mapping[str, Word] = {
    "help": "help",
    "?": "help",
    "notebook": "notebook",
    "notes": "notebook",
    "again": "again",
    "time": "time",
    "quit": "quit",
    "exit": "quit",
    "feel": "feel",
    "aha": "aha",
}
_ALWAYS = ("leave", "pause")
_FRAME_MOVES: Mapping[str, tuple[OfferSort, m.Move]] = {
    "hang up": ("hang_up", m.HangUp()),
    "leave": ("leave", m.Leave()),
    "pause": ("pause", m.Pause()),
    "resume": ("resume", m.Resume()),
}
_WAIT = re.compile(r"wait(?:\s+(?:for\s+)?(\d.*))?", re.IGNORECASE)
_FEEL = re.compile(
    r"(feel)[ :]+([+-]?\d.*|(?:wound up|keen|flat|at ease)\b.*)|(aha)[ :,]+(.+)",
    re.IGNORECASE,
)
_FEELING = re.compile(r"feel(?:ing)?\b", re.IGNORECASE)
_VERB = re.compile(r"(say|choose):\s*(.+)", re.IGNORECASE | re.DOTALL)
_KEYS = re.compile(r"[0-9*#][0-9*# -]*")


@dataclass(frozen=True, slots=True)
class Waiting:
    """Nothing is done for so long; None: until something has happened."""

    story_ms: int | None


Answer = m.Move | tuple[m.Move, ...] | Word | Waiting


def is_for_the_frame(text: str) -> bool:
    """Whether a line may be taken while nothing is asked: `wait`, `hang up`, ..."""
    typed = text.strip()
    word = typed.casefold()
    return bool(
        word in _WORDS
        or word in _FRAME_MOVES
        or _WAIT.fullmatch(typed)
        or _FEEL.fullmatch(typed)
    )


def answer_of(text: str, scene: Scene, field: Offer | None = None) -> Answer:
    """What a line means in a scene.

    Args:
        text: the line.
        scene: what can be done now.
        field: the field or question that is being asked, if one is.

    Raises:
        MoveRefused: it means nothing here; the sentence says what would.
    """
    typed = text.strip()
    framed = _framed(typed, scene)
    if framed is not None:
        return framed
    verb = _VERB.fullmatch(typed)
    if verb and verb[1].casefold() == "say" and scene.may("say"):
        return m.Say(verb[2].strip())
    if verb and verb[1].casefold() == "choose":
        return chosen(verb[2].strip(), scene) or _refuse(scene)
    return _own(typed, scene, field)


def _framed(typed: str, scene: Scene) -> Answer | None:
    word = typed.casefold()
    if word in _WORDS:
        return _WORDS[word]
    if word in _FRAME_MOVES:
        return _frame_move(word, scene)
    waits = _WAIT.fullmatch(typed)
    if waits:
        return _waiting(waits[1])
    found = _FEEL.fullmatch(typed)
    return _feeling(found) if found else None


def _frame_move(word: str, scene: Scene) -> m.Move:
    sort, move = _FRAME_MOVES[word]
    if word in _ALWAYS or scene.may(sort):
        return move
    if word == "resume":
        raise MoveRefused(says="The story's clock is running.")
    raise MoveRefused(says="There is no call to hang up.")


def _waiting(length: str | None) -> Waiting:
    if not length:
        return Waiting(None)
    try:
        return Waiting(duration(length.strip()))
    except Unreadable as wrong:
        raise MoveRefused(says="wait takes a length: wait 40s, wait 4m.") from wrong


def _feeling(found: re.Match[str]) -> m.React:
    if found[1]:
        return feeling_or_refused(found[2])
    words = found[4].strip()
    try:
        return feeling_or_refused(words, aha=True)
    except MoveRefused:
        return m.React(0, 0, words, aha=True, felt=False)


def _own(typed: str, scene: Scene, field: Offer | None) -> Answer:
    # A number is one of a list that is shown; there is none while nothing is asked.
    by_number = field is None and may_answer(scene)
    picked = chosen(typed, scene, by_number=by_number)
    meant = picked or _named_field(typed, scene, field)
    if meant is not None:
        return meant
    if scene.may("press") and _KEYS.fullmatch(typed):
        return _keys(typed)
    if field is not None:
        return filled(field, typed)
    return _said(typed, scene)


def _said(typed: str, scene: Scene) -> Answer:
    wanted = asked_for(scene)
    if wanted is not None:
        return read_out(typed, wanted)
    if scene.may("say") and typed:
        return m.Say(typed)
    if _FEELING.match(typed):
        raise MoveRefused(says=f"{asked_again(typed)}.")
    return _refuse(scene)


def _keys(typed: str) -> Answer:
    pressed = tuple(m.Press(key) for key in typed if key not in " -")
    return pressed[0] if len(pressed) == 1 else pressed


def _named_field(typed: str, scene: Scene, field: Offer | None) -> m.Move | None:
    """`name = answer`, or `2 = answer` for the second of a page.

    A text that is being asked for may well have a number and an equals sign in it.
    """
    name, equals, value = (part.strip() for part in typed.partition("="))
    if not equals:
        return None
    numbered = field is None or field.sort == "rate"
    asked = (each for each in scene.offers if each.sort in {"fill", "rate", "predict"})
    for at, offer in enumerate(asked, 1):
        names = {offer.id.casefold(), offer.label.casefold()}
        if name.casefold() in names or (numbered and name == str(at)):
            return filled(offer, value)
    return None


def filled(offer: Offer, value: str) -> m.Move:
    """The move that answers a field or question.

    Raises:
        MoveRefused: a number is asked for, and this is none.
    """
    if offer.sort == "fill":
        return m.FillIn(offer.id, _choice_of(offer, value))
    asked = f"A number from {offer.least} to {offer.most}, please."
    if not re.fullmatch(r"[+-]?\d{1,6}", value):
        raise MoveRefused(says=asked, field=offer.id)
    number = int(value)
    if not offer.least <= number <= offer.most:
        raise MoveRefused(says=asked, field=offer.id)
    if offer.sort == "rate":
        return m.Rate(offer.id, number)
    return m.Predict(offer.id, number)


def _choice_of(offer: Offer, value: str) -> str:
    """One of a field's choices by its number or its words; else what was typed.

    Raises:
        MoveRefused: there are choices, and this is none of them.
    """
    count = len(offer.choices)
    if value.rstrip(".").isdecimal() and 1 <= int(value.rstrip(".")) <= count:
        return offer.choices[int(value.rstrip(".")) - 1]
    for choice in offer.choices:
        if value.casefold() == choice.casefold():
            return choice
    if count > 1 and value:
        says = f"Type a number from 1 to {count}, or the words beside it."
        raise MoveRefused(says=says, field=offer.id)
    return value


def _refuse(scene: Scene) -> NoReturn:
    """Say why a line means nothing here, and what would."""
    count = len(chosen_from(scene))
    reasons = (
        (scene.paused is not None, "Paused. Enter goes on; leave leaves."),
        (not may_answer(scene), meanwhile(scene)),
        (
            scene.may("press"),
            "A phone has the keys 0 to 9, * and #. You can also hang up.",
        ),
        (
            scene.may("say") and searches(scene),
            f"Type a word to search for, a number from 1 to {count}, or help.",
        ),
        (scene.may("say"), "Say something, or help."),
        (only_one(scene), "There is one way on here: Enter, or 1."),
        (count > 0, f"Type a number from 1 to {count}, or help."),
    )
    nothing = "Nothing can be done just now but wait. help says more."
    raise MoveRefused(says=next((says for holds, says in reasons if holds), nothing))
