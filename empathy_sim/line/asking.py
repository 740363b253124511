"""What can be done now, told in lines."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.engine.scene import Gauge, Offer, Scene
from empathy_sim.line.choosing import chosen_from
from empathy_sim.line.feelings import HOW
from empathy_sim.line.filling_in import Blank, blanks_of
from empathy_sim.line.lines import Line, aside, plain
from empathy_sim.line.wording import capital, listed, many, on_one_line

_SPOKEN = ("short", "sharp")
_LABEL = 40
"""Characters of a label that is read out in a list."""


def asking(scene: Scene) -> Iterator[Line]:
    """The lines that ask for something, but for fields, where the scene asks."""
    for blank in blanks_of(scene):
        if blank.value:
            yield plain(f"  {blank.asks} {blank.shown}")
    yield from _speaking(scene)
    offers = chosen_from(scene)
    only = len(offers) == 1 and not scene.may("say")
    for at, offer in enumerate(offers, 1):
        enter = " (or just Enter)" if only else ""
        yield plain(f"  {at}. {on_one_line(offer.label)}{enter}")
        for tone, said in offer.tones:
            if tone in _SPOKEN:
                yield plain(f"     {tone}: {on_one_line(said)}")


def _speaking(scene: Scene) -> Iterator[Line]:
    say, press = scene.offer("say"), scene.offer("press")
    if say and press:
        yield aside("Say something, or press a key")
    elif say:
        yield aside(on_one_line(say.label))
    elif press:
        yield aside(_pressing(press))


def _pressing(offer: Offer) -> str:
    if offer.id == "number":
        return "Press the digits, one by one or together, and then #"
    return "Press a key" if offer.choices or offer.key is None else _key(offer)


def _key(offer: Offer) -> str:
    return offer.label if offer.label == f"Press {offer.key}" else "Press a key"


def on_the_page(blanks: tuple[Blank, ...], scene: Scene) -> Iterator[Line]:
    """What a page asks for, before it asks for the first of it."""
    labels = [blank.label for blank in blanks]
    fields = "; ".join(labels)
    if any(len(label) > _LABEL for label in labels):
        fields = many(len(labels), "question")
    buttons = [on_one_line(offer.label) for offer in chosen_from(scene)]
    ends = f". Then: {listed(buttons, 'or')}" if buttons else ""
    yield aside(f"On this page: {fields}{ends}")


def notebook(scene: Scene) -> Iterator[Line]:
    """The customer's notebook."""
    for fact in scene.notebook.facts:
        on = f" ({fact.on})" if fact.on else ""
        yield plain(f"  {fact.says}: {fact.value}{on}")
    if scene.notebook.names:
        yield plain(f"  Spoken to: {listed(scene.notebook.names)}")
    for promise in scene.notebook.promises:
        yield plain(f"  Promised: {promise.says}, {promise.date} ({promise.status})")
    yield from telling_time(scene)


def telling_time(scene: Scene) -> Iterator[Line]:
    """The day, the time, and what is left."""
    yield plain(f"  {scene.clock.date}, {scene.clock.time}")
    for gauge in scene.gauges:
        yield plain(f"  {gauge.says}: {gauge.left}")


def left(gauges: tuple[Gauge, ...]) -> Line:
    """What is left of some resources, in one line."""
    return aside(". ".join(f"{capital(each.says)} {each.left}" for each in gauges))


def helping(scene: Scene) -> Iterator[Line]:
    """What may be typed."""
    yield plain("Type the number of what you choose, or its words.")
    if any(offer.tones for offer in scene.offers):
        yield plain("short 2 or sharp 2 says the second one in that tone.")
    if scene.may("press"):
        yield plain("On the phone, type the keys: 2, or 104233#.")
    if scene.may("fill") or scene.may("rate"):
        yield plain(
            "On a page, type the answer to what is asked; Enter leaves it empty. "
            "Buttons go by their words, or choose: and their words. "
            "name = answer changes another field."
        )
    if scene.may("say"):
        yield plain("Whatever else you type is said. say: leave says even that.")
    yield plain(
        "At any moment: wait or wait 4m lets time pass; hang up ends a call; "
        "notebook shows what you hold; time, the day and what is left; again, "
        "what was last said and can be done; pause; leave ends the journey; quit "
        "stops here, to go on later."
    )
    yield plain(f"feel marks a feeling, and aha an insight. {HOW}.")
