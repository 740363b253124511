"""A touchpoint in its state, to read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, Protocol, TypeVar

from msgspec import Struct

from empathy_sim.engine.conditions import holds
from empathy_sim.engine.state import State
from empathy_sim.engine.wording import worded
from empathy_sim.journey.condition import Condition
from empathy_sim.journey.journey import Like
from empathy_sim.journey.touchpoint import Touchpoint

T = TypeVar("T", bound=Touchpoint)
P = TypeVar("P")


class Conditional(Protocol):
    """Something that may be there only sometimes."""

    @property
    def when(self) -> Condition | None: ...


C = TypeVar("C", bound=Conditional)


class View(Struct, Generic[T, P], frozen=True, eq=False):
    """What a kind may know: its noun, its progress, and the state around them."""

    state: State

    @property
    def noun(self) -> T:
        """What the author wrote."""
        noun: T = self.state.noun
        return noun

    @property
    def progress(self) -> P:
        """How far it has come."""
        progress: P = self.state.progress
        return progress

    @property
    def story_ms(self) -> int:
        """The story instant of this view."""
        return self.state.story_ms

    def words(self, text: str, local: Mapping[str, str] | None = None) -> str:
        """A text as this customer reads it now."""
        return worded(text, self.state, local) if "<" in text else text

    def holds(self, condition: Condition | None) -> bool:
        """Whether a condition holds now."""
        return holds(condition, self.state)

    def open(self, those: Iterable[C]) -> tuple[C, ...]:
        """Those whose condition holds now."""
        state = self.state
        return tuple(
            [each for each in those if each.when is None or holds(each.when, state)]
        )

    def fact(self, name: str) -> str:
        """What the customer holds under a name; empty if nothing."""
        return self.state.cast.facts.get(name, "") if self.state.cast else ""

    def fact_called(self, name: str) -> str:
        """What a fact is called in the customer's notebook."""
        held = self.state.script.journey.customer.holds.get(name)
        match held:
            case Like(says=str(says)):
                return self.words(says)
            case _:
                return name.replace("_", " ")

    def leads(self, exit_: str) -> bool:
        """Whether an exit of the kind leads anywhere here."""
        return exit_ in self.state.noun.leads
