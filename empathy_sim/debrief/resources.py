"""What the customer had, and what was left."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from empathy_sim.debrief.placed import Log, Placed
from empathy_sim.engine import events as e
from empathy_sim.engine.state import Held, is_of_use
from empathy_sim.engine.wording import is_share
from empathy_sim.journey.calendar import Calendar
from empathy_sim.journey.journey import Resource
from empathy_sim.journey.script import Script
from empathy_sim.journey.units import DAY, HOUR, MINUTE

_IN_HOURS = 2 * HOUR
"""From so much on time is told in hours."""


@dataclass(frozen=True, slots=True)
class ResourceUse:
    """One resource over a session."""

    id: str
    says: str
    """`phone`, as a sentence says it."""
    started: int
    """A share in hundredths of a percent, or milliseconds."""
    lowest: int
    """The least that was left; of a day's resource, on the worst day."""
    evidence: tuple[int, ...]
    """The event at which it was lowest, and those at which it ran low or out."""

    @property
    def used(self) -> int:
        """How much of it went at most."""
        return self.started - self.lowest

    def level(self, level: int) -> str:
        """`34%`, `40 minutes`, or `16 hours`."""
        if is_share(self.started):
            return f"{-(-level // 100)}%"
        hours, left = divmod(-(-level // MINUTE), HOUR // MINUTE)
        if self.started < _IN_HOURS:
            hours, left = 0, left + hours * (HOUR // MINUTE)
        parts = [(hours, "hour"), (left, "minute")]
        told = [_figures(*part) for part in parts if part[0]]
        return " ".join(told) or _figures(0, "minute")


def resources_of(script: Script, log: Log) -> tuple[ResourceUse, ...]:
    """Every resource of the customer's, as it was used."""
    nouns = script.journey.customer.resources
    if not nouns:
        return ()
    calendar = Calendar.of(script.journey.begins)
    stretches = _stretches(log)
    crossed: dict[str, list[int]] = {}
    for each in log.of(e.ResourceCrossed):
        match each.event:
            case e.ResourceCrossed(resource=name):
                crossed.setdefault(name, []).append(each.seq)
            case _:
                pass
    found = []
    for name, noun in nouns.items():
        lowest, seq = _Draining(noun, calendar, log.story).lowest(stretches)
        found.append(
            ResourceUse(
                id=name,
                says=_called(noun.says or name.replace("_", " ")),
                started=noun.starts,
                lowest=lowest,
                evidence=tuple(sorted({*crossed.get(name, ()), seq} - {0})),
            )
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Events between which nothing is plugged in or put away."""

    after: int
    """The number of the event that it follows."""
    last: int
    """The number of its last event."""
    story_ms: int
    """The story instant at which it begins."""
    on_the_phone: bool
    awake: bool
    """Whether the customer's clock is running: not through days at home."""
    stage: str


_TURNS = (
    *(e.JourneyBegan, e.TouchpointEntered, e.ContactBegan, e.ContactEnded),
    *(e.JourneyEnded, e.JourneyLeft),
)


def _stretches(log: Log) -> tuple[_Stretch, ...]:
    """The log in stretches, until the story is over."""
    return tuple(_cut(log, log.of(*_TURNS)))


def _cut(log: Log, turns: Sequence[Placed]) -> Iterator[_Stretch]:
    on_the_phone = False
    for at, each in enumerate(turns):
        last = turns[at + 1].seq if at + 1 < len(turns) else len(log)
        awake = each.place.kind != "days"
        match each.event:
            case e.JourneyEnded() | e.JourneyLeft():
                return
            case e.JourneyBegan():
                awake = False
            case e.ContactBegan(channel=channel):
                on_the_phone = channel == "phone"
            case e.ContactEnded():
                on_the_phone = False
            case _:
                pass
        stage = each.place.stage
        yield _Stretch(each.seq, last, each.story_ms, on_the_phone, awake, stage)


@dataclass(frozen=True, slots=True)
class _Draining:
    """One resource, on its way down."""

    noun: Resource
    calendar: Calendar
    story: Sequence[int]
    """The story instants of all events."""

    def lowest(self, stretches: Sequence[_Stretch]) -> tuple[int, int]:
        """The least that was left, and the first event at which it was; 0 if none."""
        noun, least, seq = self.noun, self.noun.starts, 0
        held = Held(noun.starts, 0)
        for each in stretches:
            level = self._whole(held, each.story_ms).at(each.story_ms, noun)
            on = each.on_the_phone if noun.while_ == "phone" else each.awake
            on = on and is_of_use(noun, each.stage)
            held = Held(level, each.story_ms, on)
            if not on:
                continue
            for now, begins, ends in self._days(held, each.after, each.last):
                level = now.at(self.story[ends - 1], noun)
                if level < least:
                    reached = now.reaches(level, noun) or 0
                    least, seq = level, 1 + bisect_left(self.story, reached, begins)
        return least, seq

    def _whole(self, held: Held, story_ms: int) -> Held:
        """What is held at an instant; a day's resource is whole each morning."""
        morning = self.calendar.midnight(story_ms)
        if self.noun.scope == "day" and held.since < morning:
            return Held(self.noun.starts, morning, held.draining)
        return held

    def _days(
        self, held: Held, begins: int, ends: int
    ) -> Iterator[tuple[Held, int, int]]:
        """What is held from which event to which, a day at a time."""
        if self.noun.scope != "day" and begins < ends:
            yield held, begins, ends
            return
        while begins < ends:
            tomorrow = self.calendar.midnight(self.story[begins]) + DAY
            after = bisect_left(self.story, tomorrow, begins, ends)
            yield self._whole(held, self.story[begins]), begins, after
            begins = after


def _figures(count: int, one: str) -> str:
    return f"{count} {one if count == 1 else one + 's'}"


def _called(says: str) -> str:
    return says if says[1:2].isupper() else says[:1].lower() + says[1:]
