"""Journeys drawn at random, explored and walked."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from empathy_sim.journey.condition import Condition
from empathy_sim.journey.script import Script
from empathy_sim.journey.touchpoint import AtMost, Option, Touchpoint
from empathy_sim.journey.touchpoints.notice import Notice
from empathy_sim.rehearsal.exploring import explore, finished
from tests.rehearsal import small_journeys as small
from tests.rehearsal.wandering import every_way

NAMES = ("one", "two", "three")
TARGETS = (*NAMES, "solved", "gave_up")


@st.composite
def conditions(draw: st.DrawFn) -> Condition | None:
    """Nothing, or something that an earlier choice makes so."""
    name = draw(st.sampled_from(NAMES))
    found = draw(st.sampled_from(("none", "none", "chosen", "visits", "not")))
    match found:
        case "chosen":
            return Condition(chosen=draw(st.sampled_from(TARGETS)))
        case "visits":
            return Condition(visits=name, at_least=2)
        case "not":
            return Condition(not_=Condition(visits=name, at_least=2))
        case _:
            return None


@st.composite
def notices(draw: st.DrawFn) -> Touchpoint:
    """A notice with a way out of it, and at most two others."""
    targets = draw(st.lists(st.sampled_from(TARGETS), max_size=2, unique=True))
    options = [
        Option(says=target, id=target, leads=target, when=draw(conditions()))
        for target in targets
    ]
    out = Option(says="Out", id="out", leads=draw(st.sampled_from(TARGETS[3:])))
    bound = draw(st.sampled_from((None, AtMost(visits=2, then="gave_up"))))
    return Notice(kind="notice", says="?", options=(*options, out), at_most=bound)


@st.composite
def holds(draw: st.DrawFn) -> Touchpoint:
    answered = draw(st.sampled_from(TARGETS))
    hung_up = draw(st.sampled_from(TARGETS))
    minutes = draw(st.sampled_from((3, 7, 20)))
    bound = AtMost(visits=2, then="gave_up")
    return small.hold(minutes, answered=answered, hung_up=hung_up, at_most=bound)


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    """Three touchpoints that lead anywhere, and a battery that may run out."""
    kinds = st.one_of(notices(), notices(), holds())
    touchpoints = {name: draw(kinds) for name in NAMES}
    minutes = draw(st.sampled_from((5, 15, 60)))
    return small.script(touchpoints, {"phone": small.battery(minutes)})


@settings(max_examples=60)
@given(played=scripts())
def test_what_is_explored_is_what_can_be_gone(played: Script) -> None:
    start = small.start_of(played)
    gone = every_way(start)

    ways = finished(explore(start))

    assert ways.ways == len(gone)
    assert dict(ways.outcomes) == Counter(each.outcome for each in gone.values())
    times = Counter(e.helped_ms for e in gone.values() if e.helped_ms is not None)
    assert dict(ways.times) == times
    assert (ways.best is None) == (not times)
