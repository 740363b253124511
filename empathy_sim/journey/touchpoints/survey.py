"""A survey: the company asks for a rating."""

from __future__ import annotations

from typing import ClassVar, Literal

from empathy_sim.journey.marks import Count, Id, Switch, Text
from empathy_sim.journey.noun import Noun
from empathy_sim.journey.touchpoint import Channel, Touchpoint, sent_by
from empathy_sim.journey.units import Unreadable


class Question(Noun, frozen=True, kw_only=True):
    """One question with a scale."""

    id: Id
    """Its name, among the questions."""
    says: Text
    """The question."""
    least: Count = 1
    """The lowest mark."""
    most: Count = 5
    """The highest mark."""
    least_means: Text | None = None
    """What stands at the lowest."""
    most_means: Text | None = None
    """What stands at the highest."""
    measures: Literal["csat", "nps", "ces", "other"] = "other"
    """What the company computes from it (domain facts: CSAT top two of 5, NPS 0-10,
    CES 2.0 agreement 1-7)."""

    def __post_init__(self) -> None:
        if not self.least < self.most <= self.least + 10:
            raise Unreadable(
                "a scale rises by at most ten steps",
                "write least: 0, most: 10",
                code="E213",
            )


class Survey(Touchpoint, frozen=True, kw_only=True):
    """A rating asked for, about one thing or another."""

    CHANNEL: ClassVar[Channel] = "mail"
    EXITS: ClassVar[tuple[str, ...]] = ("sent", "skipped")
    AT_LEISURE: ClassVar[bool] = True
    FRICTIONS: ClassVar[tuple[str, ...]] = ("asked_too_soon", "asked_about_agent")

    kind: Literal["survey"]
    from_: Text
    """Who asks."""
    says: Text
    """How it begins."""
    about: Literal["agent", "matter", "company"] = "company"
    """What it asks about; about the agent is a friction."""
    solved: Switch = False
    """Whether what the customer came for had been solved by then."""
    questions: tuple[Question, ...]
    """What it asks."""
    thanks: Text
    """What is said once it is sent."""
    looks_like: Literal["email", "text", "page", "phone"] = "email"
    """What it comes as."""

    def __post_init__(self) -> None:
        if not self.questions:
            raise Unreadable(
                "a survey needs a question", "add one to questions", code="E213"
            )

    @property
    def said_by(self) -> str:
        return sent_by(self.looks_like, self.from_)
