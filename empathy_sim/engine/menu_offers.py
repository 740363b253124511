"""What can be done at a menu."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from empathy_sim.engine import moves as m
from empathy_sim.engine.hearing import unheard
from empathy_sim.engine.recordings import Recording
from empathy_sim.engine.scene import HANG_UP, Offer
from empathy_sim.engine.view import View
from empathy_sim.journey.touchpoints.menu import Menu, Speech

KEYS = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#")
LONGEST_SAID = 200
_MEANS_NOTHING = ("hm", "oh", "ah", "...")
_MENU = View[Menu, Recording]


def menu_offers(view: _MENU) -> tuple[Offer, ...]:
    """Every legal move at a menu; any key of a phone may be pressed at any time."""
    match view.progress.wants:
        case "nothing":
            offers: tuple[Offer, ...] = ()
        case "number":
            offers = (_number(view),)
        case "speech" | "confirmation":
            offers = (*_speech(view), *_keys(view))
        case _:
            offers = tuple(_keys(view))
    return (*offers, HANG_UP)


def digits_of(held: str) -> str:
    """What of a fact can be keyed in."""
    return "".join(each for each in held if each.isdecimal())


def _number(view: _MENU) -> Offer:
    """The next right key, and the key that ends the number, rightly or too early."""
    asks = view.noun.asks
    assert asks is not None
    digits, keyed = digits_of(view.fact(asks.fact)), view.progress.keyed
    on_the_way = digits.startswith(keyed) and keyed != digits
    next_key = (digits[len(keyed)],) if on_the_way else ()
    return Offer(
        "press",
        "number",
        view.words(asks.says),
        tuple(m.Press(key) for key in (*next_key, "#")),
        choices=KEYS,
    )


def _keys(view: _MENU) -> Iterator[Offer]:
    options = view.open(view.noun.options)
    read = dict(view.progress.offered)
    taken = {option.press for option in options}
    for option in options:
        key = option.press
        yield _key(key, read.get(key) or f"Press {key}")
    if view.noun.zero and "0" not in taken:
        taken.add("0")
        yield _key("0", "Press 0")
    if view.progress.wants == "keys":
        others = tuple(key for key in KEYS if key not in taken)
        examples = tuple(m.Press(key) for key in others[:1])
        yield Offer("press", "other", "Another key", examples, choices=others)


@lru_cache(maxsize=1_024)
def _key(key: str, label: str) -> Offer:
    """A key that one may know before it is read out, but not what it stands for."""
    return Offer("press", key, label, (m.Press(key),), key)


def _speech(view: _MENU) -> Iterator[Offer]:
    speech = view.noun.speech
    if speech is None:
        return
    confirms = view.progress.wants == "confirmation"
    examples = _answers(speech) if confirms else _intents(speech)
    yield Offer(
        "say",
        "say",
        "Say something",
        tuple(m.Say(text) for text in examples),
        limit=LONGEST_SAID,
    )


def _intents(speech: Speech) -> tuple[str, ...]:
    known = tuple(word for each in speech.hears for word in each.words)
    return (*(each.words[0] for each in speech.hears), _unknown(known))


def _answers(speech: Speech) -> tuple[str, ...]:
    return (speech.yes[0], speech.no[0], _unknown((*speech.yes, *speech.no)))


def _unknown(known: tuple[str, ...]) -> str:
    return unheard(_MEANS_NOTHING, known)
