"""What can come after a place, counted once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from empathy_sim.engine.fingerprint import Fingerprints
from empathy_sim.engine.state import State
from empathy_sim.rehearsal.stepping import Step
from empathy_sim.rehearsal.visits import FAR, Levels


class Standing(NamedTuple):
    """A state in which a touchpoint was entered, and how much later than others."""

    state: State
    lag: int
    key: Hashable
    """What other states are taken for the same by."""


@dataclass
class Edge:
    """One exit, however it is reached, and what comes after it."""

    left: tuple[Step, ...]
    took: int
    """Milliseconds from the soonest beginning here to the soonest after it."""
    helped: int | None
    """After how many of them somebody able to help was there; None if nobody was."""
    outcome: str
    """How the journey ended by it; empty while it goes on."""
    says: str
    ran_out: bool
    used: Levels = ()
    """What it used of what ends calls."""
    onward: Prospect | None = None

    @property
    def leads_on(self) -> bool:
        """Whether any way goes by it."""
        return bool(self.outcome) or (
            self.onward is not None and bool(self.onward.outcomes)
        )


@dataclass
class Prospect:
    """A place in a way: the exits, and how many ways lead on by each."""

    prints: Fingerprints
    standings: tuple[Standing, ...]
    key: Hashable
    helped: bool
    """Whether somebody able to help was reached before."""
    levels: Levels = ()
    clocks: Hashable = None
    """Where it is as it is only for the very same clocks: these."""
    minute: int = 0
    """The time of day, in milliseconds."""
    edges: list[Edge] = field(default_factory=list)
    is_open: bool = False
    least: Levels = ()
    most: Levels = ()
    """Between which levels of what ends calls all of it is as it is here."""
    is_tight: bool = False
    """Whether anything in it hangs on the very clocks it began with."""
    by_the_clock: bool = False
    """Whether how long it takes depends on the time of day."""
    outcomes: Counter[str] = field(default_factory=Counter)
    times: Counter[int] = field(default_factory=Counter)
    """Of the ways that reach help: after how many milliseconds from here."""

    @property
    def ways(self) -> int:
        """How many ways lead on."""
        return self.outcomes.total()

    def clocks_here(self) -> Hashable:
        """Everything that runs on by itself, as it stands here."""
        prints = self.prints
        return tuple(prints.clocks(each.state) for each in self.standings)

    def settle(self) -> None:
        """Keep of its beginnings only what others are compared with."""
        if self.is_tight or len(self.standings) > 1:
            self.clocks = self.clocks_here()
        self.standings = ()

    def add_up(self) -> None:
        """Count the ways, every exit's onward ways having been counted."""
        for edge in self.edges:
            self._add(edge, edge.onward)

    def _add(self, edge: Edge, onward: Prospect | None) -> None:
        helped = None if self.helped else edge.helped
        if edge.outcome:
            self.outcomes[edge.outcome] += 1
            if helped is not None:
                self.times[helped] += 1
        if onward is None:
            return
        self.outcomes.update(onward.outcomes)
        if helped is not None:
            self.times[helped] += onward.ways
        elif not self.helped:
            for time, ways in onward.times.items():
                self.times[edge.took + time] += ways
        self._narrow(edge, onward, helped)

    def _narrow(self, edge: Edge, onward: Prospect, helped: int | None) -> None:
        """Of what else this can be taken for."""
        counts = helped is None and bool(onward.times)
        self.by_the_clock = self.by_the_clock or (counts and onward.by_the_clock)
        if edge.ran_out:
            self.is_tight = self.is_tight or counts
            return
        self.is_tight = self.is_tight or onward.is_tight
        if len(onward.least) == len(self.least) == len(edge.used):
            these = zip(self.least, onward.least, edge.used, strict=True)
            self.least = tuple(max(own, need + used) for own, need, used in these)
            those = zip(self.most, onward.most, edge.used, strict=True)
            self.most = tuple(min(own, most + used) for own, most, used in those)
        elif onward.least:
            self.is_tight = True

    def stands_for(self, other: Prospect) -> bool:
        """Whether what was counted here holds for another beginning with its key."""
        if self.clocks is not None:
            return self.clocks == other.clocks_here()
        if self.by_the_clock and self.minute != other.minute:
            return False
        between = zip(self.least, other.levels, self.most, strict=True)
        return all(least <= level <= most for least, level, most in between)


class Prospects:
    """What has been counted, found again by its key."""

    def __init__(self) -> None:
        self._known: dict[Hashable, list[Prospect]] = {}

    def find(self, wanted: Prospect) -> Prospect | None:
        """One that was counted before and comes to the same; None if there is none."""
        for each in self._known.get((wanted.key, wanted.helped), ()):
            if each.stands_for(wanted):
                return each
        return None

    def keep(self, counted: Prospect) -> None:
        """Remember one that has been counted; how it began is forgotten."""
        counted.settle()
        self._known.setdefault((counted.key, counted.helped), []).append(counted)


def unlimited(levels: Levels) -> tuple[Levels, Levels]:
    """Bounds that anything lies between."""
    return (0,) * len(levels), (FAR,) * len(levels)


def in_order(root: Prospect) -> Iterator[Prospect]:
    """A prospect and all that can come, each after everything that leads to it."""
    done: list[Prospect] = []
    seen: set[int] = set()
    stack: list[tuple[Prospect, Iterator[Prospect]]] = [(root, _onward(root))]
    seen.add(id(root))
    while stack:
        prospect, onward = stack[-1]
        following = next((each for each in onward if id(each) not in seen), None)
        if following is None:
            done.append(prospect)
            stack.pop()
        else:
            seen.add(id(following))
            stack.append((following, _onward(following)))
    return reversed(done)


def _onward(prospect: Prospect) -> Iterator[Prospect]:
    those: Iterable[Edge] = prospect.edges
    return (edge.onward for edge in those if edge.onward is not None)
