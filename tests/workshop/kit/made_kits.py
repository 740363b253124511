"""Kits of shipped journeys."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from empathy_sim.journey.script import Script
from empathy_sim.library.compose import compose_journey
from empathy_sim.library.shelf import find_shelf
from empathy_sim.rehearsal.playthrough import plain_cast
from empathy_sim.workshop.kit.kit import Asked, Kit, kit_of
from empathy_sim.workshop.kit.sheet import Words
from tests.engine.made_scripts import facts_of

REPOSITORY = Path(__file__).parents[3]
JOURNEYS = ("the-birthday-kettle", "the-cheapest-seat", "between-eight-and-six")


@cache
def shipped(name: str = JOURNEYS[0]) -> Script:
    """A shipped journey."""
    file = REPOSITORY / "journeys" / f"{name}.yaml"
    script = compose_journey(file, find_shelf([REPOSITORY])).script
    assert script is not None
    return script


@cache
def kit(
    minutes: int = 90, people: int = 24, journey: str = JOURNEYS[0], **asked: Any
) -> Kit:
    """A kit of a shipped journey."""
    script = shipped(journey)
    wanted = Asked(minutes=minutes, people=people, **asked)
    return kit_of(script, plain_cast(facts_of(script)), wanted)


def sentences(words: Words) -> Iterator[str]:
    """Everything that a part says, its heading too."""
    yield words.heading
    yield from (*words.do, *words.say, *words.ask, words.board)
    for each in words.wrong:
        yield each.happens
        yield from each.then


def everything(made: Kit) -> Iterator[str]:
    """Every text of a kit."""
    yield from _texts(made)


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case tuple() | list():
            for each in value:
                yield from _texts(each)
        case int() | None:
            pass
        case _:
            yield from _texts(tuple(asdict(value).values()))


def every_kit() -> list[Kit]:
    """Short and long ones, with a waiting room and without."""
    short = [kit(90, 24, journey) for journey in JOURNEYS]
    long = [kit(180, 24, journey, waiting=7) for journey in JOURNEYS]
    return [kit(60), *short, *long]
