"""Readings hold for every log, however it came about."""

from __future__ import annotations

import dataclasses
import typing

from hypothesis import given, settings
from hypothesis import strategies as st

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.counting import Counting
from empathy_sim.debrief.debrief import debrief_of
from empathy_sim.debrief.lived import lived_readings
from empathy_sim.debrief.measures import Reading, reading_of
from empathy_sim.debrief.recorded import recorded_readings
from empathy_sim.debrief.recorded_words import recorded_in_words
from empathy_sim.engine.events import Event
from empathy_sim.errors import MoveRefused
from empathy_sim.session.session import log_of
from empathy_sim.session.spelling import row_of
from empathy_sim.store.memory_store import MemoryStore
from empathy_sim.store.rows import NewSession
from tests.debrief.played_logs import (
    SCRIPTS,
    Made,
    begun_play,
    every_play,
    noted,
    played,
    script_named,
)
from tests.debrief.told_by_hand import SCRIPT, two_calls, waited_between
from tests.debrief.twelve_days_by_hand import twelve_days

NAMES = (*SCRIPTS, "the-long-way")
names, seeds = st.sampled_from(NAMES), st.integers(0, 10_000)


def countings() -> st.SearchStrategy[Counting]:
    hints = typing.get_type_hints(Counting)
    drawn = {
        each.name: st.sampled_from(typing.get_args(hints[each.name]) or (0, 7, 30_000))
        for each in dataclasses.fields(Counting)
    }
    return st.builds(Counting, **drawn)


def values(account: Account) -> dict[str, int | None]:
    both = (*lived_readings(account), *recorded_readings(account))
    return {
        each.measure.id: each.value for each in both if each.measure.time == "story"
    }


def in_portions(
    name: str, made: list[Made], portions: list[int], until: int
) -> tuple[Event, ...]:
    """The same moves at the same instants, with time passing bit by bit."""
    play, at = begun_play(script_named(name), "workshop"), 0

    def pass_to(story_ms: int) -> None:
        nonlocal at
        while play.state.story_ms < story_ms:
            step = portions[at % len(portions)]
            play.wait(min(step, story_ms - play.state.story_ms))
            at += 1

    for instant, move in made:
        pass_to(instant)
        try:
            play.do(move)
        except MoveRefused:
            continue
    pass_to(until)
    return tuple(play.log)


@given(
    name=names,
    seed=seeds,
    portions=st.lists(st.integers(5_000, 3_000_000), min_size=1, max_size=5),
)
@settings(max_examples=40)
def test_no_number_changes_with_how_time_is_portioned_out(
    name: str, seed: int, portions: list[int]
) -> None:
    log, made = noted(name, seed)
    until = min(log[-1].story_ms, made[-1][0] + 3_600_000) if made else 0
    script = script_named(name)
    in_one = in_portions(name, made, [100_000_000_000], until)
    in_many = in_portions(name, made, portions, until)

    assert values(Account.of(script, in_many)) == values(Account.of(script, in_one))


def stored_and_read(log: tuple[Event, ...]) -> tuple[Event, ...]:
    store, now = MemoryStore(), "2025-06-10T10:00:00.000Z"
    store.begin(
        NewSession(
            session="a-session",
            script_digest="a-digest",
            script_json="{}",
            title="A call",
            started_utc=now,
        )
    )
    rows = tuple(row_of(event, seq, now) for seq, event in enumerate(log, 1))
    with store.lease("a-session"):
        store.append("a-session", rows, phase="debriefing", summary={})
    return log_of(store, "a-session")


@given(name=names, seed=seeds)
@settings(max_examples=60)
def test_a_log_that_is_stored_and_read_again_says_the_same(
    name: str, seed: int
) -> None:
    log, script = played(name, seed), script_named(name)

    assert debrief_of(script, stored_and_read(log)) == debrief_of(script, log)


@given(name=names, seed=seeds, counting=countings())
@settings(max_examples=80)
def test_by_any_rules_no_more_waiting_is_recorded_than_was_lived(
    name: str, seed: int, counting: Counting
) -> None:
    account = Account.of(script_named(name), log := played(name, seed))
    recorded = reading_of(recorded_readings(account, counting), "waiting_recorded")
    lived = reading_of(lived_readings(account), "minutes_waited")

    assert recorded is not None
    assert lived is not None
    assert (recorded.value or 0) <= (lived.value or 0) == waited_between(log)


@given(name=names, seed=seeds, counting=countings())
@settings(max_examples=80)
def test_by_any_rules_a_part_is_no_more_than_the_whole(
    name: str, seed: int, counting: Counting
) -> None:
    account = Account.of(script_named(name), played(name, seed))

    for each in recorded_in_words(account, counting):
        assert each.says.endswith(".")
        if each.measure.unit == "count" and counting.ces_as == "share":
            assert -(each.of or 0) <= (each.value or 0) <= (each.of or 0)


def strangers(log: tuple[Event, ...], reading: Reading) -> list[str]:
    """Evidence that is not in the log, or of a kind that is not counted."""
    counts = reading.measure.counts
    return [
        f"{reading.measure.id}: {seq}"
        for seq in reading.evidence
        if not 1 <= seq <= len(log)
        or (counts and type(log[seq - 1]).__name__ not in counts)
    ]


def test_all_evidence_is_in_the_log_and_of_a_kind_that_is_counted() -> None:
    seen: set[str] = set()
    by_hand = ((SCRIPT, two_calls().log), (SCRIPT, twelve_days().log))
    for script, log in (*every_play(6), *by_hand):
        account = Account.of(script, log)
        for each in (*lived_readings(account), *recorded_readings(account)):
            assert not strangers(log, each)
            seen |= {each.measure.id} if each.evidence else set()
    assert len(seen) > 40


def test_what_is_counted_has_evidence() -> None:
    account = Account.of(SCRIPT, twelve_days().log)

    for each in (*lived_readings(account), *recorded_readings(account)):
        assert each.evidence, each.measure.id
