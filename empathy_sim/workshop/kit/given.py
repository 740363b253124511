"""What the words of a run sheet depend on."""

from __future__ import annotations

from msgspec import Struct

from empathy_sim.debrief.phrases import number
from empathy_sim.engine.moves import Pace
from empathy_sim.workshop.kit.movers import Mover
from empathy_sim.workshop.kit.seats import Seats
from empathy_sim.workshop.kit.stages import StageGuide
from empathy_sim.workshop.kit.timing import Timing

STOP_WORD = "enough"
"""Whoever says it aloud stops the room; the waiting room in a browser says it too."""


class Given(Struct, frozen=True, kw_only=True):
    """The journey, the people, the minutes."""

    name: str
    """What the journey is started by."""
    also: str
    """What this kit was asked for besides, as it is typed after its verb."""
    title: str
    company: str
    seats: Seats
    timing: Timing
    pace: Pace
    play: int
    """Minutes of the journey at that pace."""
    least: int
    """From how many people on a number is told that nobody ticked."""
    least_of_words: int
    stages: tuple[StageGuide, ...]
    movers: tuple[Mover, ...]
    pairs: tuple[tuple[str, str], ...]
    """Departments that must move together, the most often first."""
    tables: tuple[tuple[str, str], ...]
    """Some of those pairs, so that no department sits at two tables."""
    report: tuple[str, ...]
    """Lines of the monthly report, as they are read out."""
    is_all_green: bool
    """Whether every line of it meets its target."""
    predicts: bool
    is_ours: bool
    """Whether the company in it has been given a name by whoever holds this."""
    asks: tuple[str, ...]
    """The designer's own questions."""

    @property
    def minutes(self) -> int:
        """Of the whole workshop."""
        return sum(each.lasts for each in self.timing.spans)

    @property
    def tells_of_all(self) -> bool:
        """Whether enough play for the wall to tell of what nobody ticked."""
        return self.seats.playing >= self.least

    @property
    def tells_words(self) -> bool:
        """Whether enough play for a word to be shown that nobody ticked.

        So many have to have the same word, and a number's worth of others another one.
        """
        return self.seats.playing >= self.least_of_words + self.least

    @property
    def of_what_nobody_ticked(self) -> str:
        """What becomes of it in a room of this size, in a sentence or two."""
        least, words = number(self.least), number(self.least_of_words)
        if self.seats.people < self.least:
            return "In a room of this size nothing is shown that nobody ticked."
        counted = (
            f"What nobody ticked is told only as a number of at least {least} people"
        )
        if self.tells_words:
            return f"{counted}; and a word only if {words} or more of you wrote the same one."
        return f"{counted}. In a room of this size no word is shown that nobody ticked."

    @property
    def longest(self) -> StageGuide | None:
        """The stage in which most of the waiting is lived; None where none is long."""
        waits = [each for each in self.stages if each.waits]
        return max(waits, key=lambda each: each.waits, default=None)
