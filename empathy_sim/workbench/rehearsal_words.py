"""What a rehearsal found, in words and rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from empathy_sim.rehearsal.rehearsed import LostCount, LostHow, Rehearsed
from empathy_sim.rehearsal.spread import Spread
from empathy_sim.workbench.rehearsal_findings import PromisedMinutes
from empathy_sim.workbench.rehearsal_fixes import DeclaredFix
from empathy_sim.workbench.setting_out import many

_DAY, _HOUR = 24 * 60, 60
_HOW: Mapping[LostHow, str] = {
    "nothing to do": "nothing can be done there, and nothing happens by itself",
    "no way out": "whatever is done there, no ending is ever reached",
    "endless": "a robot was still going round when it was stopped",
    "fault": "a rule of the program failed",
}
OUTCOMES: Mapping[str, str] = {
    "solved": "solved",
    "partly": "partly solved",
    "still_waiting": "still waiting",
    "locked_out": "locked out",
    "gave_up": "gave up",
}


class Reached(NamedTuple):
    """Something that can be reached, and how often it was."""

    place: str
    what: str
    times: str
    """How often: `never`, `12`, or `only by trying everything`."""
    missed: bool


class Long(NamedTuple):
    """How long plays were, in one of the times."""

    what: str
    spread: Spread
    in_days: bool
    """Whether it may be long enough to be told in days."""

    def told(self, minutes: int) -> str:
        """So many minutes, as this row tells them."""
        return story_told(minutes) if self.in_days else f"{minutes:,} min"


def story_told(minutes: int) -> str:
    """So many minutes of a story: `6 d 22 h`, `1 h 20 min`, `9 min`."""
    days, left = divmod(minutes, _DAY)
    hours, rest = divmod(left, _HOUR)
    if days:
        return f"{days} d {hours} h"
    return f"{hours} h {rest} min" if hours else f"{minutes} min"


def how_lost(lost: LostCount) -> str:
    """How nobody gets out there, in a phrase."""
    return _HOW[lost.how]


def tried(found: Rehearsed) -> str:
    """What was done in all, in two sentences."""
    explored = found.explored
    bound = "all there is" if explored.whole else "as many as are looked into"
    robots = ", ".join(found.robots)
    plays = (
        f"Then {many(found.plays, 'play')} by robots in turn ({robots}), seed "
        f"{found.seed}."
        if found.plays
        else "No robot played."
    )
    return (
        f"Everything that can be done was tried first: {many(explored.moves, 'move')} "
        f"at {many(explored.states, 'moment')}, {bound}. {plays}"
    )


def what_help_means(found: Rehearsed) -> str:
    """From when to when help is counted, and of which plays; empty if of none."""
    plays = found.minutes.to_help.plays
    if not plays:
        return ""
    came = (
        f"the {many(plays, 'play')} that came"
        if plays > 1
        else "the one play that came"
    )
    return (
        "Start to help: from the story's first moment to the first person able to "
        f"help, or to where it is solved, of {came} to that; the days between and "
        "all that comes before anybody asks for help are in it. A debrief counts from "
        "the first contact for help."
    )


def promised(minutes: PromisedMinutes) -> str:
    """What is promised beside what was measured, in a sentence."""
    return (
        f"The first screen promises {many(minutes.promised, 'minute')}; the longest way "
        f"takes about {minutes.long_way} at the pace of a workshop."
    )


def mended(fixes: Sequence[DeclaredFix]) -> Iterator[str]:
    """With what all of it was played, a sentence each."""
    for fix in fixes:
        yield f"Mended in all of it: {fix.id}. {fix.change} ({fix.department})"


def verdict(found: Rehearsed) -> str:
    """The whole of it in a sentence."""
    missed = sum(1 for _ in found.missed())
    places = len({each.place for each in found.lost if each.how != "endless"})
    parts: list[str] = []
    if places:
        parts.append(f"nobody gets out of {many(places, 'place')}")
    if any(each.how == "endless" for each in found.lost):
        parts.append(going_round(found))
    if missed:
        parts.append(f"{many(missed, 'thing')} {_was(missed)} never reached")
    if not parts:
        return "Everybody gets out, and everything is reached."
    said = ", and ".join(parts)
    return f"{said[:1].upper()}{said[1:]}."


def going_round(found: Rehearsed) -> str:
    """How many plays were stopped before they ended, and how many came to an end."""
    endless = [each for each in found.lost if each.how == "endless"]
    plays = sum(each.plays for each in endless)
    moves = max(each.steps for each in endless)
    return (
        f"{plays:,} of {many(found.plays, 'play')} did not get out in {moves:,} moves; "
        f"{found.plays - found.never_out:,} did"
    )


def lost_heading(found: Rehearsed) -> str:
    """Over the places that are told: traps, or only where some went round."""
    is_trap = any(each.how != "endless" for each in found.lost)
    return "Where nobody gets out" if is_trap else "Where some did not get out"


def refusal(lost: LostCount) -> str:
    """What somebody who goes round is told there again and again; empty if nothing."""
    refused = lost.refused
    if refused is None:
        return ""
    at = f' at the field "{refused.field}"' if refused.field else ""
    return f'Refused most often, {refused.times:,} times{at}: "{refused.says}"'


def _was(number: int) -> str:
    return "was" if number == 1 else "were"


def never_reached(found: Rehearsed) -> Iterator[tuple[str, str]]:
    """What was never reached: where, and what."""
    for place in found.places:
        if place.is_missed:
            yield place.place, f"the {place.kind} itself"
    for option in found.options:
        if option.is_missed:
            turn = f" (turn {option.turn})" if option.turn else ""
            yield option.place, f"{option.option}{turn}: {option.says}"
    for side in found.sides:
        for name in side.missed:
            yield side.place, f"{side.of} is never met {name}: {side.says}"


def settled(found: Rehearsed) -> int:
    """How many touchpoints, options and conditions settings decide beforehand."""
    places = sum(each.settled for each in found.places)
    options = sum(each.settled for each in found.options)
    return places + options + sum(each.settled for each in found.sides)


def hits(found: Rehearsed) -> Iterator[Reached]:
    """Every touchpoint, option, exit and condition side, the least reached first."""
    rows = (*_places(found), *_options(found), *_exits(found), *_sides(found))
    for _, row in sorted(rows, key=lambda each: each[0]):
        yield row


_Row = tuple[int, Reached]


def _places(found: Rehearsed) -> Iterator[_Row]:
    for each in found.places:
        if not each.settled:
            times = _times(each.visits, explored=each.explored)
            yield each.visits, Reached(each.place, f"({each.kind})", *times)


def _options(found: Rehearsed) -> Iterator[_Row]:
    for each in found.options:
        if not each.settled:
            times = _times(each.taken, explored=each.explored)
            turn = f"{each.turn}: " if each.turn else ""
            yield each.taken, Reached(each.place, f"{turn}{each.option}", *times)


def _exits(found: Rehearsed) -> Iterator[_Row]:
    for each in found.exits:
        if not each.settled:
            times, _ = _times(each.left, explored=each.explored)
            what = f"left by {each.exit}"
            yield each.left, Reached(each.place, what, times, missed=False)


def _sides(found: Rehearsed) -> Iterator[_Row]:
    for each in found.sides:
        if not each.settled:
            so = _times(each.so, explored=each.explored_so)
            yield each.so, Reached(each.place, f"{each.of} so: {each.says}", *so)
            not_so = _times(each.not_so, explored=each.explored_not)
            what = f"{each.of} not so: {each.says}"
            yield each.not_so, Reached(each.place, what, *not_so)


def _times(times: int, *, explored: bool) -> tuple[str, bool]:
    if times:
        return f"{times:,}", False
    return ("0, but it can be", False) if explored else ("never", True)


def how_long(found: Rehearsed) -> tuple[Long, ...]:
    """How long the plays were: in the story, felt at each pace, and until help."""
    minutes = found.minutes
    return (
        Long("in the story", minutes.story, in_days=True),
        Long("start to help", minutes.to_help, in_days=True),
        Long("felt, real", minutes.real, in_days=False),
        Long("felt, workshop", minutes.workshop, in_days=False),
        Long("felt, brisk", minutes.brisk, in_days=False),
    )
