"""Every event with its number and its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple, overload

from empathy_sim.engine import events as e


class Place(NamedTuple):
    """A visit to a touchpoint; empty names outside the story."""

    stage: str = ""
    touchpoint: str = ""
    kind: str = ""
    visit: int = 0


NOWHERE = Place()


class Placed(NamedTuple):
    """An event, its number in the log, and where it happened."""

    seq: int
    """From 1, as the store numbers rows."""
    event: e.Event
    place: Place

    @property
    def story_ms(self) -> int:
        """Its story instant."""
        return self.event.story_ms

    @property
    def felt_ms(self) -> int:
        """Its felt instant."""
        return self.event.felt_ms


class Log(Sequence[Placed]):
    """The events of a session in order, also at hand by their kinds."""

    __slots__ = ("_kinds", "all", "story")

    def __init__(self, events: Iterable[e.Event]) -> None:
        """Number and place every event of a log, from the first."""
        self._kinds: dict[type, list[Placed]] = defaultdict(list)
        self.all: tuple[Placed, ...] = tuple(self._placed(events))
        self.story: list[int] = [each.event.story_ms for each in self.all]
        """The story instant of each."""

    def _placed(self, events: Iterable[e.Event]) -> Iterator[Placed]:
        kinds, place = self._kinds, NOWHERE
        for seq, event in enumerate(events, 1):
            kind = type(event)
            if kind in _ENTERS:
                place = _arrived(place, event)
            each = Placed(seq, event, place)
            kinds[kind].append(each)
            yield each
            if kind in _LEAVES:
                place = Place(place.stage) if kind is e.TouchpointLeft else NOWHERE

    def of(self, *kinds: type[e.Event]) -> Sequence[Placed]:
        """The events of some kinds, in order."""
        if len(kinds) == 1:
            return self._kinds.get(kinds[0], ())
        return sorted(chain.from_iterable(self._kinds.get(each, ()) for each in kinds))

    def first(self, kind: type[e.Event]) -> Placed | None:
        """The first event of a kind, if there is one."""
        return next(iter(self._kinds.get(kind, ())), None)

    @overload
    def __getitem__(self, at: int) -> Placed: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Placed, ...]: ...
    def __getitem__(self, at: int | slice) -> Placed | tuple[Placed, ...]:
        return self.all[at]

    def __len__(self) -> int:
        return len(self.all)

    def __iter__(self) -> Iterator[Placed]:
        return iter(self.all)


_ENTERS = frozenset({e.StageEntered, e.TouchpointEntered})
_LEAVES = frozenset({e.TouchpointLeft, e.StageLeft, e.JourneyEnded, e.JourneyLeft})


def _arrived(place: Place, event: e.Event) -> Place:
    match event:
        case e.StageEntered(stage=stage):
            return Place(stage)
        case e.TouchpointEntered(touchpoint=touchpoint, kind=kind, visit=visit):
            return Place(place.stage, touchpoint, kind, visit)
        case _:
            return place
