"""What was typed, as a move."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from empathy_sim.engine import moves as m
from empathy_sim.engine.scene import Offer, OfferSort, Scene
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.units import Unreadable, duration
from empathy_sim.line.asking import chosen_from

Word = Literal["help", "notebook", "again", "quit"]
_TONES: tuple[m.Tone, ...] = ("short", "civil", "sharp")
_WORDS: dict[str, Word] = {
    "help": "help",
    "?": "help",
    "notebook": "notebook",
    "notes": "notebook",
    "again": "again",
    "quit": "quit",
    "exit": "quit",
}
_CORNERS = {
    "wound up": (-3, 3),
    "keen": (3, 3),
    "flat": (-3, -3),
    "at ease": (3, -3),
}
_ALWAYS = ("leave", "pause")
_FRAME_MOVES: dict[str, tuple[OfferSort, m.Move]] = {
    "hang up": ("hang_up", m.HangUp()),
    "leave": ("leave", m.Leave()),
    "pause": ("pause", m.Pause()),
    "resume": ("resume", m.Resume()),
}
_FEEL = re.compile(r"(feel|aha)\b\s*(?:(-?[0-4])[ ,]+(-?[0-4]))?\s*(.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Nothing is done for so long; None: until something is asked."""

    story_ms: int | None


Answer = m.Move | Word | Waiting


def is_for_the_frame(text: str) -> bool:
    """Whether a line may be taken while nothing is asked: `wait`, `hang up`, ..."""
    word = text.strip().casefold()
    return (
        word in _WORDS
        or word in {"hang up", "leave", "pause", "resume"}
        or word.startswith(("wait", "feel", "aha"))
    )


def answer_of(text: str, scene: Scene) -> Answer:
    """What a line means in a scene.

    Raises:
        MoveRefused: it means nothing here; the sentence says what would.
    """
    typed = text.strip()
    word = typed.casefold()
    if word in _WORDS:
        return _WORDS[word]
    framed = _framed(typed, word, scene)
    if framed is not None:
        return framed
    return _own(typed, scene)


def _framed(typed: str, word: str, scene: Scene) -> Answer | None:
    if word in _FRAME_MOVES and (word in _ALWAYS or scene.may(_FRAME_MOVES[word][0])):
        return _FRAME_MOVES[word][1]
    if word == "wait" or word.startswith("wait "):
        return _waiting(word.removeprefix("wait").strip())
    found = _FEEL.fullmatch(typed)
    return _feeling(found) if found and scene.may("react") else None


def _waiting(length: str) -> Waiting:
    if not length:
        return Waiting(None)
    try:
        return Waiting(duration(length))
    except Unreadable as wrong:
        raise MoveRefused(says=f"{wrong.says}: {wrong.hint}.") from wrong


def _feeling(found: re.Match[str]) -> m.React:
    aha = found[1].casefold() == "aha"
    words = found[4].strip()
    pleasant, aroused = 0, 0
    if found[2] is not None:
        pleasant, aroused = int(found[2]), int(found[3])
    else:
        for corner, cell in _CORNERS.items():
            if words.casefold().startswith(corner):
                pleasant, aroused = cell
                words = words[len(corner) :].strip(" ,.;:")
                break
        else:
            if not aha:
                raise MoveRefused(
                    says="feel takes two numbers from -4 to 4, pleasant and awake, "
                    "and words if you like: feel -3 2 wound up."
                )
    return m.React(pleasant, aroused, words, aha)


def _own(typed: str, scene: Scene) -> Answer:
    chosen = _chosen(typed, scene)
    if chosen is not None:
        return chosen
    field, equals, value = (part.strip() for part in typed.partition("="))
    for offer in scene.offers:
        if equals and offer.sort in {"fill", "rate", "predict"} and field == offer.id:
            return _filled(offer, value)
    if typed and scene.offer("press", typed) is not None:
        return m.Press(typed)
    if scene.may("say") and typed:
        return m.Say(typed)
    if scene.may("press") and len(typed) == 1 and typed in "0123456789*#":
        return m.Press(typed)
    raise MoveRefused(says="That means nothing here. Type help for what does.")


def _filled(offer: Offer, value: str) -> Answer:
    if offer.sort == "fill":
        return m.FillIn(offer.id, value)
    if not re.fullmatch(r"-?\d{1,6}", value):
        raise MoveRefused(says=f"A number from {offer.least} to {offer.most}, please.")
    if offer.sort == "rate":
        return m.Rate(offer.id, int(value))
    return m.Predict(offer.id, int(value))


def _chosen(typed: str, scene: Scene) -> m.Choose | None:
    offers = chosen_from(scene)
    tone: m.Tone | None = None
    head, _, rest = typed.partition(" ")
    for each in _TONES:
        if head.casefold().rstrip(":,") == each and rest:
            tone, typed = each, rest.strip()
    if typed.isdigit() and scene.offer("press", typed) is None:
        at = int(typed)
        if 1 <= at <= len(offers):
            return m.Choose(offers[at - 1].id, tone)
    wanted = typed.casefold().rstrip(".")
    for offer in offers:
        wordings = [offer.id, offer.label, *(said for _, said in offer.tones)]
        if wanted in {wording.casefold().rstrip(".") for wording in wordings}:
            return m.Choose(offer.id, tone or _tone_of(wanted, offer))
    return None


def _tone_of(wanted: str, offer: Offer) -> m.Tone | None:
    for tone, said in offer.tones:
        if said.casefold().rstrip(".") == wanted:
            return tone
    return None
