"""Options, as they are picked by number or words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from empathy_sim.engine.moves import Choose, Tone
from empathy_sim.engine.scene import Offer, Scene
from empathy_sim.errors import MoveRefused
from empathy_sim.line.unheard import may_answer, only_waits

_TONES: Mapping[str, Tone] = {"short": "short", "civil": "civil", "sharp": "sharp"}
_TONED = re.compile(
    r"(short|civil|sharp)[ :,]+(\S.*)|(\d+)[ ,]+(short|civil|sharp)", re.IGNORECASE
)
_NOT_IN_WORDS = re.compile(r"[^\w']+")


def chosen_from(scene: Scene) -> tuple[Offer, ...]:
    """The offers that are picked by number, in the order of their numbers."""
    return tuple(offer for offer in scene.offers if offer.sort == "choose")


def only_one(scene: Scene) -> bool:
    """Whether there is one thing to do, so that Enter does it."""
    others = any(scene.may(sort) for sort in ("say", "press", "fill", "rate"))
    asks = may_answer(scene) and not only_waits(scene)
    return asks and len(chosen_from(scene)) == 1 and not others


def chosen(typed: str, scene: Scene, *, by_number: bool = True) -> Choose | None:
    """The option that a line picks: `2`, `short 2`, its words, or their beginning.

    Args:
        typed: the line.
        scene: what can be done now.
        by_number: whether a number may be one of an option.
    """
    offers = chosen_from(scene)
    if not typed:
        return Choose(offers[0].id) if only_one(scene) else None
    tone, words = _tone_and_rest(typed, offers)
    offer = _by_number(words, offers) if by_number else None
    offer = offer or _by_words(words, offers, scene, names=by_number)
    if offer is None:
        return None
    return Choose(offer.id, _tone(offer, tone, words))


def _tone_and_rest(typed: str, offers: tuple[Offer, ...]) -> tuple[Tone | None, str]:
    found = _TONED.fullmatch(typed)
    if found:
        tone = _TONES[(found[1] or found[4]).casefold()]
        return tone, (found[2] or found[3]).strip()
    if typed.casefold() in _TONES and len(offers) == 1:
        return _TONES[typed.casefold()], "1"
    return None, typed


def _by_number(typed: str, offers: tuple[Offer, ...]) -> Offer | None:
    if not typed.rstrip(".").isdecimal():
        return None
    at = int(typed.rstrip("."))
    return offers[at - 1] if 1 <= at <= len(offers) else None


def _by_words(
    typed: str, offers: tuple[Offer, ...], scene: Scene, *, names: bool
) -> Offer | None:
    """By its id or all its words; where nothing else is typed, by how they begin."""
    wanted = _plain(typed)
    if not wanted:
        return None
    for offer in offers:
        ids = {offer.id.casefold()} if names or offer.id == "submit" else set()
        if typed.casefold() in ids or wanted in map(_plain, _wordings(offer)):
            return offer
    if any(scene.may(sort) for sort in ("say", "fill", "rate")):
        return None
    begun = [
        offer
        for offer in offers
        if any(f"{_plain(said)} ".startswith(f"{wanted} ") for said in _wordings(offer))
    ]
    return begun[0] if len(begun) == 1 else None


def _wordings(offer: Offer) -> tuple[str, ...]:
    return (offer.label, *(said for _, said in offer.tones))


def _plain(words: str) -> str:
    """Letters and digits only, so that a full stop or a quotation mark is no matter."""
    return _NOT_IN_WORDS.sub(" ", words).strip().casefold()


def _tone(offer: Offer, tone: Tone | None, words: str) -> Tone | None:
    """The tone that was asked for, or whose words were typed.

    Raises:
        MoveRefused: the option is not said in that tone.
    """
    said = dict(offer.tones)
    if tone is not None and tone not in said and tone != "civil":
        raise MoveRefused(says=f"There is no {tone} way to say that.")
    if tone is not None:
        return tone if said else None
    for each, wording in offer.tones:
        if _plain(wording) == _plain(words):
            return each
    return None
