"""The same journey with less, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from empathy_sim.debrief.phrases import capital, listed, on_one_line
from empathy_sim.rehearsal.with_less import WithLess

SIMULATED = (
    "Simulated: nobody lived this. Each of them does what you did, for as long as it "
    "can be done."
)
"""What stands above them."""


@dataclass(frozen=True, slots=True)
class LessTold:
    """One customer with less, as it is told."""

    id: str
    head: str
    """`Half the battery`."""
    rule: str
    """What is otherwise, in a sentence."""
    says: tuple[str, ...]
    """Where it stops, and what never came about, in short sentences."""
    reaches_help: bool
    by_the_rule: bool
    """Whether having less is what stopped it."""
    simulated: Literal[True] = True


def less_in_words(found: Sequence[WithLess]) -> tuple[LessTold, ...]:
    """Where the journey stops for each of them, in the order in which they come."""
    return tuple(
        LessTold(
            each.id,
            each.says,
            each.rule,
            tuple(_says(each)),
            each.helped,
            each.by_the_rule,
        )
        for each in found
    )


def _says(each: WithLess) -> Iterator[str]:
    where = f', in "{on_one_line(each.stopped.title)}"' if each.stopped.title else ""
    if not each.by_the_rule:
        yield "It goes as it went for you."
        return
    helped = "after" if each.helped else "before"
    yield (
        f"It stops on {each.stopped.when}{where}, {helped} anybody able to help "
        "was reached."
    )
    if each.undone:
        undone = listed(f'"{on_one_line(title)}"' for title in each.undone)
        yield f"You came to {undone}; this customer does not."
    if each.open_promises:
        promises = [on_one_line(each) for each in each.open_promises]
        yield f"Promised, and not kept by then: {capital(listed(promises))}."
