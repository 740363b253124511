"""What can be done now, told in lines."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.engine.scene import Offer, Scene
from empathy_sim.line.lines import Line, aside, plain

FRAME_WORDS = (
    "wait, wait 4m, hang up, feel -3 2 wound up, aha, notebook, pause, leave, help"
)


def chosen_from(scene: Scene) -> tuple[Offer, ...]:
    """The offers that are picked by number, in the order of their numbers."""
    return tuple(offer for offer in scene.offers if offer.sort == "choose")


def asking(scene: Scene, filled: frozenset[str] = frozenset()) -> Iterator[Line]:
    """The lines that ask for something, where the scene asks.

    Args:
        scene: what can be done now.
        filled: fields of this page that have been filled in already.
    """
    for offer in scene.offers:
        yield from _field(offer, filled)
    if scene.may("say"):
        offer_to_say = scene.offer("say")
        yield aside(offer_to_say.label if offer_to_say else "Say something.")
    keys = [offer.key for offer in scene.offers if offer.sort == "press" and offer.key]
    if keys:
        yield aside(f"Keys: {' '.join(keys)}")
    for at, offer in enumerate(chosen_from(scene), 1):
        yield plain(f"  {at}. {offer.label}")


def _field(offer: Offer, filled: frozenset[str]) -> Iterator[Line]:
    match offer.sort:
        case "fill":
            mark = " (filled in)" if offer.id in filled else ""
            yield plain(f"  {offer.id} = {offer.label}{mark}")
            if offer.choices:
                yield aside(", ".join(offer.choices))
        case "rate":
            yield plain(f"  {offer.id} = {offer.label} ({offer.least}-{offer.most})")
        case _:
            return


def notebook(scene: Scene) -> Iterator[Line]:
    """The customer's notebook."""
    for fact in scene.notebook.facts:
        on = f" ({fact.on})" if fact.on else ""
        yield plain(f"  {fact.says}: {fact.value}{on}")
    if scene.notebook.names:
        yield plain(f"  spoken to: {', '.join(scene.notebook.names)}")
    for promise in scene.notebook.promises:
        yield plain(f"  promised: {promise.says}, {promise.date} ({promise.status})")
    for gauge in scene.gauges:
        yield plain(f"  {gauge.says}: {gauge.left}")
    yield plain(f"  {scene.clock.date}, {scene.clock.time}")


def helping(scene: Scene) -> Iterator[Line]:
    """What may be typed."""
    yield plain("Type the number of what you choose, or its words.")
    if scene.may("press"):
        yield plain("On the phone, type the key itself.")
    if scene.may("fill"):
        yield plain("On a page, type field = answer, then submit.")
    if scene.may("say"):
        yield plain("Whatever else you type is said.")
    yield plain(f"At any moment: {FRAME_WORDS}.")
