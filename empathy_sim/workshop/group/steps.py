"""What a room sees, step by step."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from msgspec import Struct
from msgspec.structs import replace

from empathy_sim.workshop.group.drawn import Step, Table
from empathy_sim.workshop.group.ledger import Ledger, Tick
from empathy_sim.workshop.group.releasing import Releaser
from empathy_sim.workshop.group.room import Room
from empathy_sim.workshop.group.step_backstage import step_backstage
from empathy_sim.workshop.group.step_expected import step_expected
from empathy_sim.workshop.group.step_feelings import step_feelings
from empathy_sim.workshop.group.step_recorded import step_recorded
from empathy_sim.workshop.group.step_together import step_together
from empathy_sim.workshop.group.step_words import step_commitments, step_words
from empathy_sim.workshop.group.told import only_told

_Made = Callable[[Room, Releaser], Step]
_STEPS: tuple[tuple[str, _Made], ...] = (
    ("Our own curve", step_feelings),
    ("What it took, together", step_together),
    ("The same contacts, as they were recorded", step_recorded),
    ("What lay behind it, and who must move together", step_backstage),
    ("What we expected", step_expected),
    ("What we want to say", step_words),
    ("What we do next", step_commitments),
)
HEADINGS: tuple[str, ...] = tuple(heading for heading, _ in _STEPS)
"""What each step is called, in order; all that is known of one before it is revealed."""


class Wall(Struct, frozen=True, kw_only=True):
    """What a room has seen so far, as it was when it was revealed.

    It can be written down and read again: whatever else changes, it stays.
    """

    steps: tuple[Step, ...] = ()
    ledger: Ledger = Ledger()

    @property
    def is_whole(self) -> bool:
        """Whether everything has been revealed."""
        return len(self.steps) == len(_STEPS)


def reveal(wall: Wall, room: Room) -> Wall:
    """The wall with one step more; the same where everything has been revealed.

    What stands on it stays as it is; the new step is told of the room as it is now.
    """
    if wall.is_whole:
        return wall
    room, tells = _among(wall, room)
    _, made = _STEPS[len(wall.steps)]
    step = _told(made(room, tells))
    return replace(wall, steps=(*wall.steps, step), ledger=tells.ledger)


def brought_up(wall: Wall, room: Room) -> Wall:
    """The same steps with whoever came later, where enough came together.

    Nothing that was told of people changes by fewer than the thresholds; what
    somebody has ticked since is added, and what somebody has taken back is gone.
    """
    room, tells = _among(wall, room)
    steps = tuple(_told(made(room, tells)) for _, made in _STEPS[: len(wall.steps)])
    return replace(wall, steps=steps, ledger=tells.ledger)


def _told(step: Step) -> Step:
    """A step without columns in which nothing is told."""
    shown = (only_told(each) if type(each) is Table else each for each in step.shown)
    return replace(step, shown=tuple(shown))


def whole(wall: Wall, room: Room) -> Wall:
    """The wall with every step revealed."""
    while not wall.is_whole:
        wall = reveal(wall, room)
    return wall


def _among(wall: Wall, room: Room) -> tuple[Room, Releaser]:
    ledger = wall.ledger.admitting(room.read.keys())
    return room.with_only(ledger.admitted), Releaser(ledger, ticks_of(room))


def ticks_of(room: Room) -> Mapping[Tick, Collection[str]]:
    """Who has ticked what tells more of them than itself."""
    ticked = {seat: room.members[seat].ticked for seat in room.read}
    return {
        "curve": [seat for seat, each in ticked.items() if each.curve],
        "word": [seat for seat, each in ticked.items() if each.word_for_it],
    }
