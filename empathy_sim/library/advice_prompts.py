"""Whether the frame asks too often how it feels."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from empathy_sim.engine.timing import DAY_TURN, DAYS_AT_MOST, LONG_WAIT, PACES
from empathy_sim.journey.scenario import Scenario
from empathy_sim.journey.script import Script
from empathy_sim.journey.touchpoint import Touchpoint
from empathy_sim.journey.touchpoints.counter import Counter
from empathy_sim.journey.touchpoints.days import Days
from empathy_sim.journey.touchpoints.hold import Hold
from empathy_sim.journey.units import DAY, SECOND
from empathy_sim.library.advice_pains import touchpoints_of
from empathy_sim.library.meaning_wrong import Wrong
from empathy_sim.library.walks import walk_of

CLOSEST = 120 * SECOND
"""Felt time that lies between two questions how it feels."""
_A_WORD = SECOND // 4
"""Felt time to read or hear a word; 240 a minute."""
_A_THING = 5 * SECOND
"""Felt time to do one thing about what is there."""
_MOST_ASKING = 60
"""Touchpoints from which is looked on."""
_BRANCHING = frozenset({"call", "chat", "form", "menu", "order", "search"})
"""Kinds of which one hears about half of what is written."""


@dataclass(frozen=True, slots=True)
class _Map:
    """Touchpoints by their names, and where each leads."""

    felt: Mapping[str, int]
    leads: Mapping[str, frozenset[str]]
    asks: Mapping[str, int]
    """When a touchpoint asks how it feels, since it began."""

    def close(self) -> Iterator[tuple[str, str, int]]:
        """Two touchpoints that ask soon after each other, and how soon."""
        for first, at in islice(self.asks.items(), _MOST_ASKING):
            soon = self._soonest(first, self.felt[first] - at)
            for second in self.asks:
                if second in soon and second != first:
                    between = soon[second] + self.asks[second]
                    if between < CLOSEST:
                        yield first, second, between

    def _soonest(self, start: str, left: int) -> Mapping[str, int]:
        """Felt time until each touchpoint that one can come to in time."""
        found: dict[str, int] = {}
        waiting = [(left, to) for to in sorted(self.leads[start])]
        heapq.heapify(waiting)
        while waiting:
            so_far, place = heapq.heappop(waiting)
            if place in found or so_far >= CLOSEST:
                continue
            found[place] = so_far
            for to in sorted(self.leads[place]):
                heapq.heappush(waiting, (so_far + self.felt[place], to))
        return found


def close_in_scenario(scenario: Scenario) -> Iterator[Wrong]:
    """Touchpoints of one scenario that ask too soon after each other."""
    there = scenario.touchpoints
    if sum(each.asks_reaction is not None for each in there.values()) <= 1:
        return
    mapped = _mapped(there, {name: _targets(each) for name, each in there.items()})
    for first, second, between in mapped.close():
        yield Wrong(
            "W506",
            ("touchpoints", second, "asks_reaction"),
            _says(first, between),
            "ask once, or later; two minutes should lie between",
            on_key=True,
        )


def close_in_journey(script: Script) -> Iterator[Wrong]:
    """Touchpoints of two stages that ask too soon after each other."""
    every = {
        f"{stage}/{name}": touchpoint
        for stage, name, touchpoint in touchpoints_of(script)
    }
    leads = {
        place: frozenset(
            to
            for target in _targets(touchpoint)
            if (to := _onward(script, place.partition("/")[0], target)) in every
        )
        for place, touchpoint in every.items()
    }
    order = {stage.stage: index for index, stage in enumerate(script.journey.stages)}
    for first, second, between in _mapped(every, leads).close():
        stage = second.partition("/")[0]
        if first.partition("/")[0] != stage:
            yield Wrong(
                "W506",
                ("stages", order[stage], "stage"),
                f'"{second}": {_says(first, between)}',
                "let one of the two scenarios not ask; two minutes should lie between",
            )


def _says(first: str, between: int) -> str:
    return (
        f"this asks how it feels about {between // SECOND} s after "
        f'"{first}" has asked, on the quickest way'
    )


def _onward(script: Script, stage: str, target: str) -> str:
    """The touchpoint that a target of a stage comes to, through the journey."""
    held = script.stages[stage]
    if target in held.scenario.touchpoints:
        return f"{stage}/{target}"
    after = held.leads.get(target, "")
    if after not in script.stages:
        return ""
    return f"{after}/{script.stages[after].scenario.starts}"


def _mapped(
    there: Mapping[str, Touchpoint], leads: Mapping[str, frozenset[str]]
) -> _Map:
    felt = {name: _felt(each) for name, each in there.items()}
    asks = {
        name: at
        for name, each in there.items()
        if (at := _asks_at(each, felt[name])) is not None
    }
    inside = {name: to & there.keys() for name, to in leads.items()}
    return _Map(felt, inside, asks)


def _targets(touchpoint: Touchpoint) -> frozenset[str]:
    return frozenset(each.name for each in walk_of(touchpoint).of("target"))


def _felt(touchpoint: Touchpoint) -> int:
    """About how much felt time somebody spends here who is quick."""
    match touchpoint:
        case Hold(lasts=lasts):
            return _waited(lasts)
        case Counter(tickets=tickets, visit=visit):
            waits = [each.lasts for each in tickets] or [visit.lasts if visit else 0]
            return _waited(min(waits))
        case Days(lasts=lasts):
            return min(DAYS_AT_MOST, DAY_TURN * (lasts // DAY)) + _read(touchpoint)
        case _:
            return _read(touchpoint)


def _waited(lasts: int) -> int:
    spare = PACES["workshop"]
    return min(lasts, spare.long if lasts >= LONG_WAIT else spare.other)


def _read(touchpoint: Touchpoint) -> int:
    words = sum(len(each.name.split()) for each in walk_of(touchpoint).of("text"))
    heard = words // 2 if touchpoint.kind in _BRANCHING else words
    return heard * _A_WORD + _A_THING


def _asks_at(touchpoint: Touchpoint, felt: int) -> int | None:
    asks = touchpoint.asks_reaction
    if asks is None:
        return None
    match touchpoint:
        case Days() if asks.at is not None:
            return felt // 2
        case _:
            pass
    if asks.at is not None:
        return asks.at.of(felt)
    return felt if asks.on == "leaving" else 0
