"""How far a hold has come, and what comes."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast

from msgspec import Struct
from msgspec.structs import replace

from empathy_sim.engine import events as e
from empathy_sim.engine.kinds import Fold
from empathy_sim.journey.touchpoints.hold import Hold


class Coming(NamedTuple):
    """Something of a hold that falls due; the earlier, the smaller."""

    at: int
    """Story milliseconds."""
    order: int
    """Which comes first of those at one instant."""
    name: str
    number: int = 0
    """Which of the announcements, slips or rises."""


class Holding(Struct, frozen=True):
    """How far a hold has come."""

    once: tuple[Coming, ...] = ()
    """What happens once each, in milliseconds after the wait began."""
    every: tuple[int | None, ...] = ()
    """After how long each announcement is made again, where it is."""
    within: int = 0
    """How long one has to say that one is still there."""

    coming: tuple[Coming, ...] = ()
    """What is still to happen, in order."""
    repeats: tuple[int, ...] = ()
    """How often each repeating announcement has been made."""
    began: int = 0
    length: int = 0
    ends: str = "answered"
    last: str = ""
    last_at: int = 0
    estimate: int | None = None
    """Milliseconds, as last announced."""
    estimated_end: int = 0
    """The story instant that follows from it."""
    position: int | None = None
    heard: int = 0
    not_heard: int = 0
    asked_at: int | None = None
    """When the voice asked whether anybody is still there."""
    interrupted: bool = False
    """Whether apologies breaking into the music have been counted."""


def beginning(noun: Hold) -> Holding:
    """A hold that has just been entered."""
    return Holding(
        once=tuple(_once(noun)),
        every=tuple(said.every for said in noun.announces),
        within=noun.still_there.within if noun.still_there else 0,
        repeats=(0,) * len(noun.announces),
    )


def _once(noun: Hold) -> Iterator[Coming]:
    for index, said in enumerate(noun.announces):
        if said.at is not None:
            yield Coming(said.at.of(noun.lasts), 2, "news", index)
    for index, slip in enumerate(noun.estimate.slips if noun.estimate else ()):
        yield Coming(slip.at.of(noun.lasts), 3, "slip", index)
    for index, rise in enumerate(noun.position.rises if noun.position else ()):
        yield Coming(rise.at.of(noun.lasts), 4, "rise", index)
    if noun.still_there:
        yield Coming(noun.still_there.at.of(noun.lasts), 1, "there")


def _stepped(holding: Holding, event: e.StepTaken) -> Holding:
    match event.step:
        case "repeated":
            after = _repeated(holding, cast("int", event.facts["index"]))
        case "said":
            name = str(event.facts["name"])
            left = (
                each for each in holding.coming if f"{each.name}{each.number}" != name
            )
            after = replace(holding, coming=tuple(left))
        case "holding":
            after = replace(holding, ends=str(event.facts["ends"]))
        case "there":
            left = (each for each in holding.coming if each.name != "lost")
            after = replace(holding, coming=tuple(left), asked_at=None)
        case _:
            after = holding
    return after


def _waiting(holding: Holding, event: e.WaitBegan) -> Holding:
    """A wait begins, for the first time here or anew."""
    began, length = event.story_ms, event.length_ms
    coming = [
        Coming(began + at, order, name, number)
        for at, order, name, number in holding.once
    ]
    for index, every in enumerate(holding.every):
        if every is not None and every < length:
            coming.append(Coming(began + every, 5, "every", index))
    coming.append(Coming(began + length, 9, "ends"))
    return replace(
        holding,
        coming=tuple(sorted(coming)),
        repeats=(0,) * len(holding.repeats),
        began=began,
        length=length,
        asked_at=None,
    )


def _repeated(holding: Holding, index: int) -> Holding:
    before, every = holding.repeats, holding.every[index] or 0
    times, coming = before[index] + 1, list(holding.coming)
    made = Coming(holding.began + every * times, 5, "every", index)
    if made in coming:
        coming.remove(made)
    at = every * (times + 1)
    if at < holding.length:
        insort(coming, Coming(holding.began + at, 5, "every", index))
    repeats = (*before[:index], times, *before[index + 1 :])
    return replace(holding, repeats=repeats, coming=tuple(coming))


def _announced(holding: Holding, event: e.Announced) -> Holding:
    changed = _heard(holding, event)
    match event.sort:
        case "estimate" if event.value is not None:
            ends = event.story_ms + event.value
            return replace(changed, estimate=event.value, estimated_end=ends)
        case "position":
            return replace(changed, position=event.value)
        case "still_there" if event.heard:
            lost = Coming(event.story_ms + holding.within, 0, "lost")
            coming = tuple(sorted((*changed.coming, lost)))
            return replace(changed, asked_at=event.story_ms, coming=coming)
        case _:
            return changed


def _heard(holding: Holding, event: e.Announced) -> Holding:
    if not event.heard:
        return replace(holding, not_heard=holding.not_heard + 1)
    in_one_breath = holding.last and holding.last_at == event.story_ms
    last = f"{holding.last} {event.says}" if in_one_breath else event.says
    return replace(holding, heard=holding.heard + 1, last=last, last_at=event.story_ms)


def _met(holding: Holding, event: e.FrictionMet) -> Holding:
    if event.code == "apology_interrupted":
        return replace(holding, interrupted=True)
    return holding


FOLDS: Mapping[type[e.Event], Fold] = {
    e.StepTaken: _stepped,
    e.Announced: _announced,
    e.WaitBegan: _waiting,
    e.FrictionMet: _met,
}
"""What each event makes of a hold."""
