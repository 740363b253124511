"""Names in a text, filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from empathy_sim.engine.state import State
from empathy_sim.journey.units import HOUR, MINUTE, Unreadable, duration, spoken

_IN_MINUTES = 2 * HOUR
"""Until then a length is said in minutes, and from there on in hours."""
NAME = re.compile(r"<([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*)>")


def worded(text: str, state: State, local: Mapping[str, str] | None = None) -> str:
    """A text with its declared names replaced by what they stand for.

    Args:
        text: as written; `<name>` stands for a declared name, any other `<` for
            itself.
        state: whom and when it is for.
        local: names that only this touchpoint knows.
    """
    if "<" not in text:
        return text
    pieces = list(_pieces(text))
    for at in range(1, len(pieces), 2):
        name = pieces[at]
        value = local[name] if local and name in local else _value(name, state)
        pieces[at] = f"<{name}>" if value is None else value
    return "".join(pieces)


@lru_cache(maxsize=4_096)
def _pieces(text: str) -> tuple[str, ...]:
    """What stands between the names of a text, and every other piece a name."""
    return tuple(NAME.split(text))


def _value(name: str, state: State) -> str | None:
    head, dot, rest = name.partition(".")
    match head:
        case "customer" if dot:
            value = getattr(state.cast.person, rest, None) if state.cast else None
        case "company" if dot:
            value = _company(rest, state)
        case "promise" if dot:
            value = _promise(rest, state)
        case "resource" if dot:
            value = level_in_words(state, rest, state.story_ms)
        case "day" | "date" | "time":
            value = _today(head, state)
        case _:
            setting = _setting(name, state)
            value = _fact(name, state) if setting is None else setting
    return value


def _today(head: str, state: State) -> str:
    calendar, now = state.calendar, state.story_ms
    if head == "day":
        return calendar.weekday(now)
    return calendar.says_date(now) if head == "date" else calendar.time(now)


def _company(rest: str, state: State) -> str | None:
    journey = state.script.journey
    if rest == "hours":
        return journey.hours
    value = getattr(journey.company, rest, None)
    return str(value) if value is not None else None


def _promise(rest: str, state: State) -> str | None:
    name, _, asked = rest.partition(".")
    promise = state.promises.get(name)
    if promise is None:
        return "a date to be confirmed"
    match asked:
        case "first_date":
            return state.calendar.says_date(promise.first_due)
        case "time":
            return state.calendar.time(promise.due)
        case _:
            return state.calendar.says_date(promise.due)


def _setting(name: str, state: State) -> str | None:
    if not state.stage:
        return None
    stage = state.script_stage
    declared = stage.scenario.settings.get(name)
    if declared is None:
        return None
    value = stage.settings.get(name, declared.default)
    if declared.is_ == "duration" and isinstance(value, str):
        try:
            return spoken(duration(value))
        except Unreadable:
            return value
    return str(value)


def _fact(name: str, state: State) -> str | None:
    return state.cast.facts.get(name) if state.cast else None


def level_in_words(state: State, name: str, story_ms: int) -> str | None:
    """What is left of a resource: `19%` or `12 min`."""
    noun = state.script.journey.customer.resources.get(name)
    if noun is None or name not in state.resources:
        return None
    level = state.resource_at(name, story_ms)
    return in_words(level, noun.starts)


def in_words(level: int, starts: int) -> str:
    """A level of a resource that starts at some level: `19%`, `12 min`, `7 h 5 min`."""
    if is_share(starts):
        return f"{-(-level // 100)}%"
    minutes = -(-level // MINUTE)
    hours, rest = (
        divmod(minutes, HOUR // MINUTE) if starts > _IN_MINUTES else (0, minutes)
    )
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def is_share(level: int) -> bool:
    """Whether a level is a share; durations of resources are at least 10.001 s."""
    return level <= 10_000  # noqa: PLR2004
