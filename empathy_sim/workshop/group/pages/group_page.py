"""What a room takes home."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from empathy_sim.debrief.pages.figures import day
from empathy_sim.debrief.phrases import capital, many, number
from empathy_sim.errors import RoomRefused
from empathy_sim.journey.journey import Colour
from empathy_sim.workshop.group.drawn import Step
from empathy_sim.workshop.group.room import Room
from empathy_sim.workshop.group.steps import Wall

FORMAT: Literal[1] = 1


class GroupPage(Struct, frozen=True, kw_only=True):
    """The steps that a room has seen, with whose they are; also the form of its JSON."""

    format: Literal[1] = FORMAT
    kind: Literal["empathy-sim workshop"] = "empathy-sim workshop"
    name: str
    """The workshop's."""
    made: str
    """The day on which it is written down: `2025-07-12`."""
    title: str
    company: str
    colour: Colour
    people: int
    """How many played."""
    least: int
    """People of whom something is told together that nobody ticked."""
    least_of_words: int
    steps: tuple[Step, ...]

    @property
    def stands(self) -> str:
        """Who looked back at what, in a sentence."""
        who = many(self.people, "person", "people")
        return f"{capital(who)} played it, and looked back at it together."

    @property
    def on(self) -> str:
        """The day, as a page writes it."""
        return day(self.made)

    @property
    def rule(self) -> str:
        """What is told of whom, in two sentences."""
        return (
            "What stands for one person was ticked by that person. Everything else is "
            f"told of at least {number(self.least)} people together, and of words that "
            f"were not ticked of at least {number(self.least_of_words)}; it stays as it "
            "was when it was first shown."
        )


def group_page(wall: Wall, room: Room, *, name: str, made: str) -> GroupPage:
    """What a room takes home: as much as has been revealed on its wall.

    Args:
        wall: what was revealed.
        room: the people, with what was played.
        name: the workshop's.
        made: the day on which it is written down: `2025-07-12`.

    Raises:
        RoomRefused: nobody has come through the story.
    """
    if not room.read:
        raise RoomRefused(says="Nobody has come through the story yet.")
    journey = room.people[0].member.script.journey
    return GroupPage(
        name=name,
        made=made,
        title=" ".join(journey.title.split()),
        company=journey.company.name,
        colour=journey.company.colour,
        people=len(room.read),
        least=wall.ledger.least,
        least_of_words=wall.ledger.least_of_words,
        steps=wall.steps,
    )
