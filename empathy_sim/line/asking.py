"""What can be done now, told in lines."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.engine.scene import Gauge, Offer, Scene
from empathy_sim.line.choosing import chosen_from, only_one
from empathy_sim.line.feelings import HOW
from empathy_sim.line.filling_in import Blank, blanks_of
from empathy_sim.line.lines import Line, aside, option, plain, to_type
from empathy_sim.line.reading_out import asked_for
from empathy_sim.line.unheard import searches
from empathy_sim.line.wording import capital, listed, many, on_one_line

_SPOKEN = ("short", "sharp")
_NOTEBOOK = "Type notebook to see what you hold"
_LABEL = 40
"""Characters of a label that is read out in a list."""


def asking(scene: Scene) -> Iterator[Line]:
    """The lines that ask for something, but for fields, where the scene asks."""
    for at, blank in enumerate(blanks_of(scene), 1):
        if blank.value:
            yield plain(f"  Answer {at}. {blank.asks} {blank.shown}")
        elif _is_open(blank):
            yield plain(f"  Question {at}, still open. {blank.asks} {blank.hint}")
    for at, offer in enumerate(chosen_from(scene), 1):
        yield option(at, on_one_line(offer.label))
        for tone, said in offer.tones:
            if tone in _SPOKEN:
                yield Line("", f"     {tone} {at}: {on_one_line(said)}", "option")
    what = "; or ".join(_typed(scene))
    ways = (what, *_tones(scene), *_still_open(scene), *_changing(scene))
    if any(ways):
        says = ". ".join(each for each in ways if each)
        yield aside(says) if asked_for(scene) else to_type(says)


def _typed(scene: Scene) -> Iterator[str]:
    """What to type, each way a part."""
    say, press, wanted = scene.offer("say"), scene.offer("press"), asked_for(scene)
    if wanted:
        yield wanted.types
    elif say and press:
        yield "Say something, or press a key"
    elif say:
        yield on_one_line(say.label)
    elif press:
        yield _pressing(press)
    yield from _numbers(scene, first=not (say or press))


def _numbers(scene: Scene, *, first: bool) -> Iterator[str]:
    count = len(chosen_from(scene))
    if not count:
        return
    if only_one(scene):
        yield "Enter, or 1"
    else:
        number = f"a number from 1 to {count}" if count > 1 else "1"
        yield f"{'Type' if first else 'type'} {number}"


def _is_open(blank: Blank) -> bool:
    """Whether a question of a survey has been passed over."""
    return blank.offer.sort == "rate" and not blank.value


def _still_open(scene: Scene) -> Iterator[str]:
    """How a question is answered that was passed over."""
    numbered = enumerate(blanks_of(scene), 1)
    at, left_out = next(
        ((at, each) for at, each in numbered if _is_open(each)), (0, None)
    )
    if left_out is not None and chosen_from(scene):
        most = left_out.offer.most
        yield f"To answer one, type its number and the answer: {at} = {most}"


def _changing(scene: Scene) -> Iterator[str]:
    """How an answer is changed that stands there already."""
    numbered = enumerate(blanks_of(scene), 1)
    at, filled = next(((at, each) for at, each in numbered if each.value), (0, None))
    if filled is None or not chosen_from(scene):
        return
    new = filled.offer.most if filled.offer.sort == "rate" else "…"
    yield f"To change an answer, type its number and the new one: {at} = {new}"


def _tones(scene: Scene) -> Iterator[str]:
    """How a sentence is said in another tone."""
    for at, offer in enumerate(chosen_from(scene), 1):
        spoken = [tone for tone, _ in offer.tones if tone in _SPOKEN]
        if spoken:
            ways = listed([f"{tone} {at}" for tone in spoken], "or")
            yield f"Type {ways} to say it that way"
            return


def _pressing(offer: Offer) -> str:
    if offer.id == "number":
        return f"Press the digits, one by one or together, and then #. {_NOTEBOOK}"
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
    ends = f"{_stop(fields)} Then: {listed(buttons, 'or')}" if buttons else ""
    held = {each.says.casefold() for each in scene.notebook.facts}
    wants = any(label.casefold() in held for label in labels)
    hint = f"{_stop(f'{fields}{ends}')} {_NOTEBOOK}" if wants else ""
    yield aside(f"On this page: {fields}{ends}{hint}")


def _stop(sentence: str) -> str:
    """The full stop that a sentence still lacks."""
    return "" if sentence.endswith((".", "?", "!")) else "."


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
    yield plain(
        "Enter goes on where there is one way on; where there are several, type the "
        "number of one, or its words."
    )
    if any(offer.tones for offer in scene.offers):
        yield plain('"short 2" or "sharp 2" says the second one in that tone.')
    if scene.may("press"):
        yield plain("On the phone, type the keys: 2, or 104233#.")
    if scene.may("fill") or scene.may("rate"):
        yield plain(
            "On a page, type the answer to what is asked; Enter leaves it as it is. "
            "Buttons go by their words, or choose: and their words. "
            "1 = answer changes the first answer, once all are given."
        )
    if asked_for(scene):
        yield plain('"say:" and a sentence says something else than what is asked for.')
    elif scene.may("say") and searches(scene):
        yield plain(
            "Whatever else you type is searched for. "
            '"say: leave" searches even for that.'
        )
    elif scene.may("say"):
        yield plain('Whatever else you type is said. "say: leave" says even that.')
    yield plain(
        'At any moment: "wait" or "wait 4m" lets time pass; "hang up" ends a call; '
        '"notebook" shows what you hold; "time", the day and what is left; "again", '
        'what was last said and can be done; "pause" stops the clock; "leave" ends the '
        'journey; "quit" stops here, to go on later.'
    )
    yield plain(f'"feel" marks a feeling, and "aha" an insight. {HOW}.')
