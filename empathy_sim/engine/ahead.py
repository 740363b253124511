"""What a script still asks, from each place on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from empathy_sim.journey.freezing import freeze
from empathy_sim.journey.script import END, Script

_CLASS = "@"
_PHONE = "phone"
_BY_DAY = ("counter", "days")
_ONCE = 1
_AGAIN = 2
"""A hold is another from its second visit on."""


class Reads(NamedTuple):
    """What decides what can come, apart from the touchpoint itself.

    Counts are kept with the highest number that anything compares them with: what
    lies above makes no difference.
    """

    visits: Mapping[str, int] = {}
    """By `stage/touchpoint`."""
    asked: Mapping[str, int] = {}
    met: Mapping[str, int] = {}
    chosen: frozenset[str] = frozenset()
    """Options, as `stage/option`."""
    exits: frozenset[str] = frozenset()
    """Stages of which the exit is asked."""
    promises: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    """Resources whose level is compared."""
    ends: frozenset[str] = frozenset()
    """Resources that end a call when they are used up."""
    timed: bool = False
    """Whether days end, or messages come, at a time of day."""
    there: bool = False
    """Whether a voice asks if anybody is still there, in what is lived of a wait."""
    remembers: bool = False
    """Whether a help centre has what is shown at one time and not at another."""

    @property
    def asks(self) -> bool:
        """Whether anything but visits, exits and levels is read."""
        counts = self.asked or self.met or self.chosen or self.promises
        return bool(counts) or self.there

    @property
    def frictions(self) -> bool:
        """Whether anything depends on what has gone wrong."""
        return bool(self.met)

    def __or__(self, other: Reads) -> Reads:
        """What either of them reads."""
        return Reads(
            _highest(self.visits, other.visits),
            _highest(self.asked, other.asked),
            _highest(self.met, other.met),
            self.chosen | other.chosen,
            self.exits | other.exits,
            self.promises | other.promises,
            self.levels | other.levels,
            self.ends | other.ends,
            self.timed or other.timed,
            self.there or other.there,
            self.remembers or other.remembers,
        )


NOTHING = Reads()


class Ahead:
    """A script's touchpoints: where each leads, and what is read from it on."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._own: dict[str, Reads] = {}
        self._conditions: dict[str, Reads] = {}
        self._onward: dict[str, tuple[str, ...]] = {}
        self._reachable: dict[str, frozenset[str]] = {}
        self._from: dict[str, Reads] = {}
        for stage, played in script.stages.items():
            for name, noun in played.scenario.touchpoints.items():
                plain, path = freeze(noun), f"{stage}/{name}"
                self._conditions[path] = _conditions(stage, plain)
                self._own[path] = self._read(stage, name, plain)
                targets = dict.fromkeys(_targets(plain))
                found = (self._entry(stage, target) for target in targets)
                self._onward[path] = tuple(each for each in found if each)

    def own(self, path: str) -> Reads:
        """What a touchpoint itself reads, as it is entered and while it lasts."""
        return self._own.get(path, NOTHING)

    def conditions(self, path: str) -> Reads:
        """What the conditions in a touchpoint read."""
        return self._conditions.get(path, NOTHING)

    def onward(self, path: str) -> tuple[str, ...]:
        """The touchpoints that a touchpoint may lead to at once."""
        return self._onward.get(path, ())

    def reachable(self, path: str) -> frozenset[str]:
        """Every touchpoint that can come after a touchpoint."""
        known = self._reachable.get(path)
        if known is None:
            seen: set[str] = set()
            waiting = [*self.onward(path)]
            while waiting:
                each = waiting.pop()
                if each not in seen:
                    seen.add(each)
                    waiting.extend(self.onward(each))
            known = self._reachable[path] = frozenset(seen)
        return known

    def reads(self, path: str) -> Reads:
        """What is read at a touchpoint, or anywhere after it."""
        known = self._from.get(path)
        if known is None:
            known = self.own(path)
            for each in sorted(self.reachable(path)):
                known |= self.own(each)
            if known.frictions:
                known = self._with_what_goes_wrong(known, path)
            self._from[path] = known
        return known

    def _entry(self, stage: str, target: str) -> str | None:
        played = self._script.stages[stage]
        if target in played.scenario.touchpoints:
            return f"{stage}/{target}"
        onward = played.leads.get(target, END)
        if onward.startswith(END):
            return None
        return f"{onward}/{self._script.stages[onward].scenario.starts}"

    def _read(self, stage: str, name: str, plain: Mapping[str, Any]) -> Reads:
        noun = self._script.touchpoint(stage, name)
        reads = self._conditions[f"{stage}/{name}"]
        if noun.at_most is not None:
            reads |= Reads(visits={f"{stage}/{name}": noun.at_most.visits})
        if noun.spoken_on == _PHONE:
            reads |= Reads(ends=self._ends_calls())
        by_the_clock = bool(plain.get("until") or plain.get("visit")) or any(
            "time" in each for each in _of(plain, "Arrival")
        )
        there = bool(plain.get("still_there"))
        timed = noun.kind in _BY_DAY and by_the_clock
        timed = timed or any(_of(plain, "ShownHours"))
        own = self._conditions[f"{stage}/{name}"]
        remembers = noun.kind == "search" and (own.asks or bool(own.levels))
        return reads | Reads(timed=timed, there=there, remembers=remembers)

    def _ends_calls(self) -> frozenset[str]:
        resources = self._script.journey.customer.resources
        return frozenset(
            name for name, noun in resources.items() if noun.at_zero == "drops_call"
        )

    def _with_what_goes_wrong(self, reads: Reads, path: str) -> Reads:
        """Every promise can be broken, and a second hold is a requeue."""
        holds = {
            each: _AGAIN
            for each in (path, *self.reachable(path))
            if self._script.touchpoint(*each.split("/")).kind == "hold"
        }
        journey = self._script.journey
        every = frozenset((*journey.promises, *self._script.promised))
        return reads | Reads(visits=holds, promises=every)


def _highest(one: Mapping[str, int], other: Mapping[str, int]) -> Mapping[str, int]:
    if not one or not other:
        return one or other
    names = dict.fromkeys((*one, *other))
    return {name: max(one.get(name, 0), other.get(name, 0)) for name in names}


def _conditions(stage: str, plain: Mapping[str, Any]) -> Reads:
    reads = NOTHING
    for condition in _of(plain, "Condition"):
        reads |= _condition(stage, condition)
    return reads


def _condition(stage: str, plain: Mapping[str, Any]) -> Reads:
    """What one condition reads; those it joins are found by themselves."""
    most = plain.get("at_least") or _ONCE
    match plain:
        case {"visits": str(name)}:
            reads = Reads(visits={f"{stage}/{name}": most})
        case {"asked_for": str(name)}:
            reads = Reads(asked={name: most})
        case {"met": str(name)}:
            reads = Reads(met={name: most})
        case {"chosen": str(name)}:
            reads = Reads(chosen=frozenset({f"{stage}/{name}"}))
        case {"exit": str(name)}:
            reads = Reads(exits=frozenset({name}))
        case {"promise": str(name)}:
            reads = Reads(promises=frozenset({name}))
        case {"resource": str(name)}:
            reads = Reads(levels=frozenset({name}))
        case _:
            reads = NOTHING
    return reads


def _within(plain: object) -> Iterator[Mapping[str, Any]]:
    """Every mapping in a plain value, itself included."""
    if isinstance(plain, Mapping):
        yield plain
    for each in _parts(plain):
        yield from _within(each)


def _parts(plain: object) -> Iterable[object]:
    match plain:
        case Mapping():
            return plain.values()
        case list() | tuple():
            return plain
        case _:
            return ()


def _of(plain: object, name: str) -> Iterator[Mapping[str, Any]]:
    return (each for each in _within(plain) if each.get(_CLASS) == name)


def _targets(plain: object) -> Iterator[str]:
    """Wherever anything in a touchpoint leads."""
    for each in _within(plain):
        leads = each.get("leads")
        if isinstance(leads, str):
            yield leads
        elif isinstance(leads, Mapping):
            yield from leads.values()
        if each.get(_CLASS) == "AtMost":
            yield each["then"]
