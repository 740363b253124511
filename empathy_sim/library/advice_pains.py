"""Which touchpoints hurt, and which are kind."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.journey.script import Script
from empathy_sim.journey.touchpoint import Promising, Touchpoint
from empathy_sim.journey.walking import Walked
from empathy_sim.library.meaning_frictions import possible
from empathy_sim.library.walks import walk_of

_THE_CUSTOMERS = frozenset(
    {"menu_timed_out", "not_understood", "cannot_answer", "menu_loop"}
)
"""What comes about only when a customer says nothing, or something else."""


def touchpoints_of(script: Script) -> Iterator[tuple[str, str, Touchpoint]]:
    """Every touchpoint of a journey, with its stage and its id."""
    for name, stage in script.stages.items():
        for touchpoint_id, touchpoint in stage.scenario.touchpoints.items():
            yield name, touchpoint_id, touchpoint


def hurts(touchpoint: Touchpoint) -> bool:
    """Whether something is written to go wrong here, whoever comes."""
    seen = walk_of(touchpoint)
    scripted = frozenset(possible(touchpoint, again=False)) - _THE_CUSTOMERS
    return bool(scripted) or any(_named(seen)) or any(_goes_back_on(seen))


def is_kind(touchpoint: Touchpoint) -> bool:
    """Whether a small thing is done right here."""
    nouns = walk_of(touchpoint).nouns
    return any(getattr(noun, "kindness", None) for _, noun in nouns)


def _named(seen: Walked) -> Iterator[bool]:
    for mention in seen.of("friction"):
        yield not mention.on_key and mention.at[-1] == "friction"


def _goes_back_on(seen: Walked) -> Iterator[bool]:
    for _, noun in seen.nouns:
        match noun:
            case Promising(moves=moves, denies=denies):
                yield bool(moves or denies)
            case _:
                pass
