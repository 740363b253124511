"""What a walkthrough chooses, held against the offers."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from empathy_sim.engine.scene import Scene
from empathy_sim.errors import MoveRefused
from empathy_sim.line.answering import is_for_the_frame
from empathy_sim.line.choosing import chosen, chosen_from
from empathy_sim.line.wording import on_one_line

_ANSWERED = frozenset({"fill", "rate", "predict"})


def on_offer(scene: Scene) -> tuple[str, ...]:
    """The words of what can be chosen now, in the order of their numbers."""
    return tuple(on_one_line(offer.label) for offer in chosen_from(scene))


def can_be_chosen(typed: str, scene: Scene) -> bool:
    """Whether something goes by these words, or they answer a field or a question.

    Args:
        typed: the words, their names filled in.
        scene: what can be done now; outside the story anything may be typed.
    """
    if scene.phase != "playing" or scene.paused is not None or is_for_the_frame(typed):
        return True
    try:
        picked = chosen(typed, scene)
    except MoveRefused:
        return False
    return picked is not None or any(_answers(typed, scene))


def _answers(typed: str, scene: Scene) -> Iterator[bool]:
    """Of each field or question, whether it may be answered so."""
    word = typed.casefold()
    for offer in scene.offers:
        if offer.sort in _ANSWERED:
            among = word in {choice.casefold() for choice in offer.choices}
            yield among or typed.isdecimal() or "=" in typed


def meant(typed: str, known: tuple[str, ...]) -> str:
    """The one on offer that was probably meant; empty where none is close."""
    by_word = {each.casefold(): each for each in known}
    close = get_close_matches(typed.casefold(), by_word, n=1, cutoff=0.7)
    return by_word[close[0]] if close else ""
