"""A session for pages, and its other wordings."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from random import Random
from typing import Any

import msgspec

from empathy_sim.debrief.grounds import Grounded
from empathy_sim.debrief.other_end import Desk, Line, OtherEnd
from empathy_sim.debrief.pages.looked_further import looked_further
from empathy_sim.debrief.pages.subject import Subject, subject_of
from empathy_sim.engine import moves as m
from empathy_sim.engine import resolutions as r
from empathy_sim.engine.events import Event
from empathy_sim.journey.fixes import Fixes
from empathy_sim.journey.freezing import thaw
from empathy_sim.library.compose import Composer
from empathy_sim.library.shelf import find_shelf
from empathy_sim.rehearsal.robots import WillingRobot, play_through
from tests.debrief.played_logs import begun_play, script_named
from tests.engine.made_scripts import SAMPLES

SESSION = "the-long-way-77"
MADE = "2025-07-12"
OTHER_END = OtherEnd(
    who="Dani",
    where="Customer Care, on the telephone",
    when="Tuesday 12:50",
    today=("34 calls so far today.",),
    lines=(
        Line(7, 0, "Dani", "Can I take your number?", "", Desk("A name.", "", 0, "")),
        Line(8, 4_000, "You", "canary of an answer", "civil", None),
    ),
)
"""A call with a desk; the sample journey has none."""
GROUNDS = (
    Grounded("Holding", "How long it lasts", "18 minutes", "published", "A report"),
    Grounded("A year", "What one contact costs", "6.50", "yours"),
)
"""Whose some numbers are; in the sample journey nothing is fitted."""
NAMES = frozenset(
    {"asking", "assignment", "blames", "code", "colour", "done", "figure", "fix"}
    | {"ground", "how", "id", "kind", "made", "measure", "measures", "metric"}
    | {"outcome", "pace", "place", "seq", "session", "sort", "stage", "time", "unit"}
    | {"whose", "verdict", "trend", "counts", "began", "at_stage"}
)
"""Fields that hold a name of ours or an instant, and nobody's words."""

Change = Callable[[str], str]


@cache
def played() -> tuple[Event, ...]:
    """A play of the sample journey, decided upon to its last question."""
    play = begun_play(script_named("the-long-way"), "brisk")
    play.do(m.React(-3, 2, "canary of a feeling"))
    play_through(play, WillingRobot(Random(3)), most_moves=400)
    play.do(m.React(2, -1, "canary of the end", aha=True))
    while play.state.phase != "debriefing":
        play.do(m.Proceed())
    script = script_named("the-long-way")
    so_far = subject_of(script, tuple(play.log), Fixes(), session=SESSION, made=MADE)
    for each in so_far.debrief.guesses:
        code = each.friction.code
        play.do(r.Attribute(code, "staffing", "canary of a reason"))
        play.do(r.Attribute(code, "policy", "canary of another", "after"))
    for goal in so_far.debrief.goals[:1]:
        play.do(r.ShareGoal(goal.reading.measure.id, goal.departments, "under a day"))
    play.do(r.Weigh("customers", 42_000))
    play.do(r.Commit("the report is green", "ask who rang", "Ada", "Bo", "2025-09-12"))
    play.do(r.TakeOn("sit_with_agent", "2025-08-01", ("canary of a guess",)))
    play.do(r.BringBack("sit_with_agent", "partly", {"calls": "canary brought back"}))
    play.do(m.Reflect("nightmare.1", "canary of a card"))
    play.do(m.Reflect("one_word", "canaryword"))
    play.do(m.Reflect("quote", "I could not say it fast enough."))
    return tuple(play.log)


@cache
def fixes() -> Fixes:
    """What the sample journey's fixes make of its stages."""
    composer = Composer(find_shelf([SAMPLES]))
    composed = composer.journey(SAMPLES / "journeys" / "the-long-way.yaml")
    made: Fixes = thaw(json.loads(composer.fixes(composed)))
    return made


@cache
def subject() -> Subject:
    """What pages are written about."""
    script = script_named("the-long-way")
    made = subject_of(script, played(), fixes(), session=SESSION, made=MADE)
    debrief = replace(made.debrief, other_ends=(OTHER_END,), grounds=GROUNDS)
    return replace(made, debrief=debrief, further=looked_further(script, played()))


def reworded(value: Any, change: Change, name: str = "") -> Any:
    """The same value with every text in it changed; names of ours stay."""
    made = value
    if name in NAMES:
        pass
    elif type(value) is str:
        made = change(value)
    elif type(value) is tuple:
        made = tuple(reworded(each, change, name) for each in value)
    elif isinstance(value, Mapping):
        made = {key: reworded(held, change) for key, held in value.items()}
    elif names := _fields_of(value):
        parts = {each: reworded(getattr(value, each), change, each) for each in names}
        made = type(value)(**parts)
    return made


def _fields_of(value: Any) -> tuple[str, ...]:
    if isinstance(value, msgspec.Struct):
        return value.__struct_fields__
    is_value = is_dataclass(value) and not isinstance(value, type)
    return tuple(each.name for each in fields(value)) if is_value else ()


def worded_with(payload: str) -> Subject:
    """The subject with a payload in every text of anybody's."""
    changed: Subject = reworded(subject(), lambda text: f"{text}{payload}")
    return changed


def worded_as(payload: str) -> Subject:
    """The subject with a payload instead of every text."""
    changed: Subject = reworded(subject(), lambda _: payload)
    return changed
