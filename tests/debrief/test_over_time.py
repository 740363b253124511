"""One person's sessions, side by side."""

from __future__ import annotations

import dataclasses
import datetime as dt

from msgspec.structs import replace

from empathy_sim.debrief.debrief import debrief_of
from empathy_sim.debrief.measures import reading_of
from empathy_sim.debrief.over_time import Past, over_time
from empathy_sim.debrief.promises import Entry, promises_in
from empathy_sim.engine import events as e
from tests.debrief.played_logs import played, script_named

DAY = dt.date(2026, 3, 3)
PROMISES = promises_in(
    [
        Entry("s1", "", "Committed", DAY, {"cue": "a", "act": "b"}),
        Entry("s1", "", "AssignmentTaken", DAY, {"assignment": "ask_three"}),
        Entry("s1", "", "BroughtBack", DAY, {"what": "commitment", "done": "yes"}),
        Entry("s1", "", "BroughtBack", DAY, {"what": "ask_three", "done": "partly"}),
    ]
)


def ended(name: str, seed: int) -> tuple[e.Event, ...]:
    """A play that came to its end: the first of its seed or later."""
    for at in range(seed, seed + 40):
        log = played(name, at)
        if any(type(event) is e.JourneyEnded for event in log):
            return log
    raise AssertionError(name)


def past(name: str, seed: int, days: int = 0) -> Past:
    day = DAY + dt.timedelta(days=days)
    return Past(f"s{seed}", day, script_named(name), ended(name, seed))


def test_sessions_of_one_journey_stand_beside_each_other_in_order() -> None:
    later, earlier = past("hold-slips", 1, 90), past("hold-slips", 5)
    other = past("menu-loops", 3)

    (found,) = over_time([later, other, earlier])

    assert found.sessions == ("s5", "s1")
    assert found.days == (DAY, DAY + dt.timedelta(days=90))
    assert all(len(row.cells) == 2 for row in found.rows)
    assert not found.changed


def test_of_one_day_the_earlier_session_stands_first() -> None:
    first, second = past("hold-slips", 1), past("hold-slips", 5)

    (found,) = over_time(
        [
            dataclasses.replace(first, time="14:05"),
            dataclasses.replace(second, time="09:41"),
        ]
    )

    assert found.sessions == ("s5", "s1")
    assert found.times == ("09:41", "14:05")


def test_every_cell_is_what_the_session_s_own_debrief_says() -> None:
    pasts = [past("call-cold-transfer", 1), past("call-cold-transfer", 5, 30)]

    (found,) = over_time(pasts)

    lived = [debrief_of(each.script, each.log).lived for each in pasts]
    contacts = [reading_of(each, "contacts") for each in lived]
    says = contacts[0].measure.says if contacts[0] else ""
    assert {row.says: row.cells for row in found.lived}[says] == tuple(
        str(each.value) for each in contacts if each
    )


def test_what_began_at_a_stage_or_did_not_end_is_left_out() -> None:
    whole = past("hold-slips", 1)
    began, *rest = whole.log
    assert isinstance(began, e.JourneyBegan)
    at_stage = (replace(began, at_stage="queue"), *rest)
    unfinished = tuple(
        event
        for event in whole.log
        if type(event) not in {e.JourneyEnded, e.JourneyLeft}
    )

    for log in (at_stage, unfinished):
        assert over_time([whole, Past("s2", DAY, whole.script, log)]) == ()


def test_promises_are_counted_where_they_were_made() -> None:
    first, second = past("hold-slips", 1), past("hold-slips", 5, 30)
    kept = Past(first.session, first.day, first.script, first.log, PROMISES)

    (found,) = over_time([kept, second])

    assert found.promised.cells == ("1 of 2, 1 partly", "")


def test_a_journey_that_was_changed_between_them_is_said_to_be() -> None:
    first, second = past("hold-slips", 1), past("hold-slips", 5, 30)
    journey = replace(second.script.journey, title="Another")
    script = replace(second.script, journey=journey)

    (found,) = over_time([first, Past("s9", second.day, script, second.log)])

    assert found.changed
