"""When something is so: checked mappings, no expressions."""

from __future__ import annotations

from typing import ClassVar

from empathy_sim.journey.marks import (
    Count,
    FactId,
    FrictionCode,
    Level,
    PromiseId,
    ResourceId,
    StageId,
    TouchpointId,
)
from empathy_sim.journey.noun import Noun
from empathy_sim.journey.units import Unreadable

SUBJECTS = (
    "setting",
    "visits",
    "asked_for",
    "resource",
    "exit",
    "promise",
    "met",
    "chosen",
    "all_",
    "any_",
    "not_",
)


class Condition(Noun, frozen=True, kw_only=True):
    """One thing that is so or not; compared with literals only."""

    ONE_OF: ClassVar[tuple[str, ...]] = SUBJECTS

    setting: str | None = None
    """A setting of the scenario; a switch, or with `is:` its value."""
    visits: TouchpointId | None = None
    """A touchpoint of this stage, with `at_least:` so many visits."""
    asked_for: FactId | None = None
    """A fact, with `at_least:` so many times asked."""
    resource: ResourceId | None = None
    """A resource, with `below:` a level."""
    exit: StageId | None = None
    """A stage of the journey, with `is:` the exit it was left by."""
    promise: PromiseId | None = None
    """A promise, with `is:` made, moved, kept or broken."""
    met: FrictionCode | None = None
    """A friction, with `at_least:` so many times met (1 if left out)."""
    chosen: str | None = None
    """An option's id, chosen at any time in this stage."""
    all_: tuple[Condition, ...] | None = None
    """Conditions that must all hold."""
    any_: tuple[Condition, ...] | None = None
    """Conditions of which one must hold."""
    not_: Condition | None = None
    """A condition that must not hold."""

    at_least: Count | None = None
    """How many, for `visits`, `asked_for` and `met`."""
    below: Level | None = None
    """Less than this is left, for `resource`: `10%`, `5m`."""
    is_: str | int | bool | None = None
    """The value, for `setting`, `exit` and `promise`."""

    def __post_init__(self) -> None:
        subjects = [name for name in SUBJECTS if getattr(self, name) is not None]
        if len(subjects) != 1:
            raise Unreadable(
                "a condition has exactly one subject",
                "write one of "
                + ", ".join(name.rstrip("_") for name in SUBJECTS)
                + "; join several with all or any",
                code="E212",
            )
        if self.resource is not None and self.below is None:
            raise Unreadable(
                "a condition on a resource needs a level",
                "write {resource: phone_battery, below: 10%}",
                code="E212",
            )
        if (self.exit or self.promise) and self.is_ is None:
            raise Unreadable(
                "this condition needs an is",
                "write {exit: ordering, is: refused}",
                code="E212",
            )
