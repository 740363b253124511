"""How long each part of a workshop takes."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from empathy_sim.debrief.phrases import many
from empathy_sim.errors import Usage

ORDER: tuple[str, ...] = (
    *("arrive", "prebrief", "waiting", "begin", "play", "rest", "debrief", "share"),
    *("watchers", "break", "feelings", "together", "recorded", "backstage"),
    *("departments", "expected", "frontline", "words", "commitments", "close"),
    "spare",
)
"""Every part there can be, in the order in which they are held."""
STEPS: tuple[str, ...] = (
    *("feelings", "together", "recorded", "backstage"),
    *("expected", "words", "commitments"),
)
"""Those that stand on the wall, by the ids of its steps."""
PASSING = 1
"""Minutes of a step that is only shown."""
MARGIN = "play"

_LEAST: Mapping[str, int] = {
    "arrive": 3,
    "prebrief": 4,
    "begin": 4,
    "rest": 1,
    "debrief": 8,
    "share": 2,
    "feelings": 3,
    "together": PASSING,
    "recorded": 3,
    "backstage": 5,
    "expected": PASSING,
    "words": PASSING,
    "commitments": 3,
    "close": 3,
}
_WISHES: tuple[tuple[str, int], ...] = (
    *(("prebrief", 1), ("commitments", 2), ("play", 2), ("backstage", 3)),
    *(("watchers", 4), ("share", 1), ("debrief", 2), ("feelings", 2)),
    *(("recorded", 1), ("close", 1), ("together", 2), ("expected", 2)),
    *(("words", 2), ("arrive", 2), ("rest", 1), ("recorded", 1), ("close", 1)),
    *(("play", 2), ("departments", 10), ("break", 10), ("commitments", 3)),
    *(("frontline", 15), ("expected", 3), ("backstage", 2), ("feelings", 1)),
    *(("words", 1), ("together", 1), ("close", 2), ("prebrief", 1)),
    *(("departments", 10), ("break", 5), ("frontline", 10), ("commitments", 4)),
    *(("watchers", 4), ("debrief", 2)),
)
"""What more time goes to, the most needed first; what does not fit is passed over."""
_WORTH_NAMING = 5
"""Minutes in hand; fewer go to the end."""
_SLOW_DOOR: tuple[tuple[int, int], ...] = ((60, 8), (30, 5))
"""Above how many people arriving takes so many minutes at least."""


class Span(Struct, frozen=True):
    """One part's place in time."""

    part: str
    begins: int
    lasts: int

    @property
    def in_passing(self) -> bool:
        """Whether it is only shown on the wall."""
        return self.part in STEPS and self.lasts == PASSING


class Timing(Struct, frozen=True, kw_only=True):
    """Every part that is held, one after the other."""

    spans: tuple[Span, ...]
    margin: int
    """Minutes beyond the journey's own, for those who are slower."""

    def of(self, part: str) -> Span | None:
        """A part's place; None where it is not held."""
        return next((each for each in self.spans if each.part == part), None)

    def lasts(self, part: str) -> int:
        """A part's minutes; none where it is not held."""
        found = self.of(part)
        return found.lasts if found else 0

    @property
    def starts(self) -> int:
        """The minute in which everybody begins to play, or to wait."""
        found = self.of("waiting") or self.of("begin")
        return found.begins if found else 0

    @property
    def until_closing(self) -> int:
        """Minutes from that one until the room closes."""
        held = ("waiting", "begin", "play")
        return sum(self.lasts(each) for each in held)


class Needed(Struct, frozen=True, kw_only=True):
    """What the length of a workshop depends on."""

    play: int
    """Minutes of the journey at its pace."""
    people: int
    watching: int = 0
    waiting: int = 0
    """Minutes of a waiting room; none for none."""


def least_minutes(needed: Needed) -> int:
    """The shortest workshop that still does what it is held for."""
    return sum(_least(needed).values())


def timing_for(minutes: int, needed: Needed, quicker: int | None = None) -> Timing:
    """Divide the minutes there are.

    Args:
        minutes: of the whole workshop.
        needed: what it takes.
        quicker: how few the whole takes with hardly any waiting; None where that is
            no help.

    Raises:
        Usage: they are too few; it says how many it takes.
    """
    lasts = _least(needed)
    left = minutes - sum(lasts.values())
    if left < 0:
        raise Usage(
            says=f"{many(minutes, 'minute').capitalize()} are too few: this journey, "
            "with a pre-brief before it and a debrief after it, takes at least "
            f"{sum(lasts.values())}.",
            try_=f"--minutes {sum(lasts.values())}, {_or_else(quicker)}",
        )
    for part, more in _WISHES:
        if more <= left and (part != "watchers" or needed.watching):
            lasts[part] = lasts.get(part, 0) + more
            left -= more
    if left:
        into = "close" if left < _WORTH_NAMING else "spare"
        lasts[into] = lasts.get(into, 0) + left
    return Timing(spans=_placed(lasts), margin=lasts[MARGIN] - needed.play)


def _or_else(quicker: int | None) -> str:
    brisk = f"or --pace brisk, with which {quicker} are enough; " if quicker else ""
    return f"{brisk}or one scenario of it"


def _least(needed: Needed) -> dict[str, int]:
    lasts = {**_LEAST, "play": needed.play}
    for above, takes in _SLOW_DOOR:
        if needed.people > above:
            lasts["arrive"] = max(lasts["arrive"], takes)
    if needed.waiting:
        lasts["waiting"] = needed.waiting
    return lasts


def _placed(lasts: Mapping[str, int]) -> tuple[Span, ...]:
    spans, minute = [], 0
    for part in ORDER:
        if part in lasts:
            spans.append(Span(part, minute, lasts[part]))
            minute += lasts[part]
    return tuple(spans)


_MISSED: tuple[tuple[str, str], ...] = (
    (
        "watchers",
        "The talk of each pair. Ask them to have it within two days, form in hand.",
    ),
    ("break", "A break. Put water on the tables."),
    (
        "departments",
        (
            "Two departments at one table. They find each other for the commitments "
            "instead."
        ),
    ),
    (
        "frontline",
        (
            "A guest who answers customers. Everybody goes to one afterwards: it stands "
            "in the closing words."
        ),
    ),
)


def dropped(timing: Timing, headings: Mapping[str, str], watching: int) -> list[str]:
    """What there is no time for, and what takes its place.

    Args:
        timing: how the minutes were divided.
        headings: what the steps of the wall are called.
        watching: how many watch.
    """
    told = [
        f"{headings[each.part]}: shown in passing, without a talk."
        for each in timing.spans
        if each.in_passing
    ]
    if not timing.margin:
        told.append(
            "Time for those who are slower. They end as still waiting, which is an "
            "ending with a full debrief. Say so before it begins."
        )
    told += [
        says
        for part, says in _MISSED
        if not timing.lasts(part) and (part != "watchers" or watching)
    ]
    return told
