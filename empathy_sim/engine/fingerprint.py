"""What of a state decides what can come."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import Any, NamedTuple

from empathy_sim.engine.ahead import Ahead, Reads
from empathy_sim.engine.gists import gist
from empathy_sim.engine.state import State
from empathy_sim.engine.view import View
from empathy_sim.journey.freezing import canonical
from empathy_sim.journey.journey import Resource
from empathy_sim.journey.units import DAY

_UNCUT = ("real", "instant")
"""Paces at which it makes no difference how much waiting was granted so far."""
_TWICE = 2


class Fingerprint(NamedTuple):
    """Two states of one script and cast with one fingerprint have the same future.

    That is: the same ways lead on from both, as sequences of touchpoints and the
    exits they are left by. What was said, and how long it took to get here, may
    differ.
    """

    place: tuple[Hashable, ...]
    """The touchpoint, its private step, and what conditions ahead can ask."""
    clocks: tuple[tuple[str, int], ...]
    """What runs on by itself and matters ahead: what is left, or how far off."""

    def spelled(self) -> str:
        """One spelling of it, the same in every run of the program."""
        return canonical(_plain((self.place, self.clocks)))


class Fingerprints:
    """Takes the fingerprints of one script's states."""

    def __init__(self, ahead: Ahead) -> None:
        self.ahead = ahead

    def of(self, state: State) -> Fingerprint:
        """The fingerprint of a state."""
        return Fingerprint(self.place(state), self.clocks(state))

    def place(self, state: State) -> tuple[Hashable, ...]:
        """The fingerprint's part that time alone does not change."""
        if not state.touchpoint:
            return (*_frame(state), state.at_stage)
        reads = self.ahead.reads(state.path)
        return (*self._here(state, reads), *_walked(state, reads))

    def around(self, state: State) -> tuple[Hashable, ...]:
        """What decides how its touchpoint can be left, apart from clocks.

        Of the ways that led here, only what the touchpoint itself asks is in it.
        """
        path = state.path
        here = self._here(state, self.ahead.reads(path))
        again = state.kind == "hold" and state.visits[path] > 1
        return (*here, *_walked(state, self.ahead.conditions(path)), again)

    def _here(self, state: State, reads: Reads) -> tuple[Hashable, ...]:
        view: View[Any, Any] = View(state)
        return (
            *_frame(state),
            state.path,
            state.contact,
            gist(view, reads),
            tuple(
                [each for each in sorted(reads.ends) if f"{each}/zero" in state.crossed]
            ),
            _asked(state, reads) if reads.asks else None,
        )

    def clocks(self, state: State) -> tuple[tuple[str, int], ...]:
        """The fingerprint's part that runs on by itself."""
        if not state.touchpoint:
            return ()
        return tuple(_clocks(state, self.ahead.reads(state.path)))


def fingerprint(state: State) -> Fingerprint:
    """The fingerprint of one state; for many of one script, see `Fingerprints`."""
    return Fingerprints(Ahead(state.script)).of(state)


def _plain(value: object) -> object:
    match value:
        case frozenset():
            return sorted(map(_plain, value), key=canonical)
        case tuple():
            return [_plain(each) for each in value]
        case _:
            return value


def _frame(state: State) -> tuple[Hashable, ...]:
    return state.phase, state.paused, state.ending, state.left


def _walked(state: State, reads: Reads) -> tuple[Hashable, ...]:
    """The visits and exits that are asked."""
    exits = [(name, state.exits.get(name)) for name in sorted(reads.exits)]
    return _counts(state.visits, reads.visits), tuple(exits)


def _asked(state: State, reads: Reads) -> tuple[Hashable, ...]:
    """What conditions ahead can ask, apart from visits and exits."""
    return (
        _counts(state.asked, reads.asked),
        _counts(state.met, reads.met),
        state.chosen & reads.chosen,
        tuple(_standing(state, reads)),
        _gone_wrong(state) if reads.frictions else None,
        _lived(state) if reads.there else None,
    )


def _counts(counts: Mapping[str, int], most: Mapping[str, int]) -> tuple[int, ...]:
    return tuple([min(counts.get(name, 0), highest) for name, highest in most.items()])


def _standing(state: State, reads: Reads) -> Iterator[Hashable]:
    for name in sorted(reads.promises):
        promise = state.promises.get(name)
        yield promise.status if promise else None


def _gone_wrong(state: State) -> Hashable:
    """What decides whether something counts as going wrong."""
    return (
        frozenset(fact for fact, times in state.given.items() if times),
        tuple(sorted((p, min(n, _TWICE)) for p, n in state.contact_visits.items())),
    )


def _lived(state: State) -> Hashable:
    """What decides how much of a wait is lived."""
    wait = state.wait
    lived = (wait.lived, wait.began.story_ms - state.story_ms) if wait else None
    if state.pace in _UNCUT:
        return state.pace, lived
    return state.pace, lived, state.lived_waiting, state.long_wait_over


def _clocks(state: State, reads: Reads) -> Iterator[tuple[str, int]]:
    of_day = reads.timed
    resources = state.script.journey.customer.resources
    for name in sorted(reads.levels | reads.ends):
        if name in state.resources:
            yield name, state.resource_at(name, state.story_ms)
            of_day = of_day or resources[name].scope == "day"
            yield f"{name} since", _part(state, name)
    for name in sorted(reads.promises):
        promise = state.promises.get(name)
        if promise and promise.stands:
            yield name, promise.due - state.story_ms
            of_day = True
    if of_day:
        yield "time of day", (state.calendar.at + state.story_ms) % DAY


def _part(state: State, name: str) -> int:
    """How far it is on the way to the next whole step down."""
    held, noun = state.held(name, state.story_ms), _noun(state, name)
    if not held.draining:
        return 0
    gone = (state.story_ms - held.since) * noun.drains.amount
    return gone % noun.drains.per


def _noun(state: State, name: str) -> Resource:
    return state.script.journey.customer.resources[name]
