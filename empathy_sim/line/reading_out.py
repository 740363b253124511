"""A fact that somebody on the phone asks for."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from empathy_sim.engine import moves as m
from empathy_sim.engine.scene import Scene
from empathy_sim.engine.touchpoints.call import CallFace
from empathy_sim.errors import MoveRefused

_ALIKE = 0.6
"""How like the fact a line is that was meant to be it, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for, by whom, and what the customer holds."""

    who: str
    says: str
    """What the notebook calls it."""
    value: str
    """Empty where the customer does not have it."""

    @property
    def types(self) -> str:
        """What to type."""
        if not self.value:
            return f"{self.who} asks for this: {self.says}. Type what you would say"
        return (
            f"{self.who} asks for this: {self.says}. Type it as it stands in your "
            f"notebook: {self.value}"
        )


def asked_for(scene: Scene) -> Wanted | None:
    """What must be read out now; None where nothing is."""
    match scene.face:
        case CallFace(asks=fact, asks_says=says, who=who) if fact and scene.may("say"):
            held = (each.value for each in scene.notebook.facts if each.id == fact)
            return Wanted(who, says, next(held, ""))
        case _:
            return None


def read_out(typed: str, wanted: Wanted) -> m.Say:
    """The move of a line that is the fact, has it in it, or is it with a slip or two.

    Raises:
        MoveRefused: it is some other sentence, which is not what is asked for.
    """
    if typed and not wanted.value:
        return m.Say(typed)
    said, held = _bare(typed), _bare(wanted.value)
    if said and held in said:
        return m.Say(wanted.value)
    if SequenceMatcher(None, said, held, autojunk=False).ratio() >= _ALIKE:
        return m.Say(typed)
    raise MoveRefused(says=f"That is not what is asked for. {wanted.types}.")


def _bare(text: str) -> str:
    return "".join(each for each in text.casefold() if each.isalnum())
