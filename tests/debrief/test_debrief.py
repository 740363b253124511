"""A debrief is plain, whole, and independent of pace."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from empathy_sim.debrief.debrief import Debrief, debrief_of
from empathy_sim.debrief.measures import reading_of
from empathy_sim.engine.events import Event
from empathy_sim.engine.moves import Consent, Pace, Proceed
from empathy_sim.journey.script import Script
from empathy_sim.rehearsal.playthrough import plain_cast
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import Session, log_of
from empathy_sim.store.memory_store import MemoryStore
from tests.debrief.played_logs import (
    SCRIPTS,
    every_play,
    made_again,
    noted,
    played,
    script_named,
)
from tests.debrief.told_by_hand import SCRIPT, begun, two_calls, waited_between

NAMES = (*SCRIPTS, "the-long-way")
SLIPS = re.compile(
    r"None|\b0 (?!of)\w|\bone (?!was|is|counts)\w+s\b|\b1 (minutes|seconds|days|hours|times)\b|  "
    r"|\bno times\b|\bnever times\b|<[a-z]|\.\.(?!\.)|\{|\}|_|nan\b|!",
)


def sentences(debrief: Debrief) -> Iterator[str]:
    yield from (*debrief.headline, *filter(None, (debrief.mended,)))
    yield from (each.says for each in debrief.receipts)
    yield from (each.says for each in debrief.predictions)
    yield from (each.says for each in debrief.recorded)
    yield from (each.why for each in debrief.report)
    for pair in (*debrief.pairs, *debrief.more_pairs):
        yield from (pair.lived, pair.recorded)
    for point in debrief.curve.points:
        yield from (point.where, point.feels)
    for friction in debrief.frictions:
        yield from (friction.says, friction.cost_says)


def story_values(script: Script, log: tuple[Event, ...]) -> dict[str, int | None]:
    debrief = debrief_of(script, log)
    lived = {
        each.measure.id: each.value
        for each in debrief.lived
        if each.measure.time == "story"
    }
    return lived | {each.measure.id: each.value for each in debrief.recorded}


@given(
    name=st.sampled_from([each for each in NAMES if each != "hold-still-there"]),
    seed=st.integers(0, 10_000),
    pace=st.sampled_from(["real", "brisk", "instant"]),
)
@settings(max_examples=60)
def test_the_customers_numbers_do_not_depend_on_the_pace(
    name: str, seed: int, pace: Pace
) -> None:
    log, made = noted(name, seed)
    again = made_again(name, made, pace, until=log[-1].story_ms)

    assert story_values(script_named(name), again) == story_values(
        script_named(name), log
    )


def test_what_the_participant_sat_through_does() -> None:
    log, made = noted("hold-slips", 1)
    again = made_again("hold-slips", made, "instant", until=log[-1].story_ms)
    script = script_named("hold-slips")
    lived, cut = debrief_of(script, log).lived, debrief_of(script, again).lived
    felt = {each.measure.id for each in lived if each.measure.time == "felt"}

    assert felt == {"sat_through", "apologies_heard"}
    for measure in felt:
        one, other = reading_of(lived, measure), reading_of(cut, measure)
        assert one is not None
        assert other is not None
        assert (one.value or 0) > (other.value or 0)


@given(
    name=st.sampled_from(NAMES),
    seed=st.integers(0, 10_000),
    pace=st.sampled_from(["workshop", "brisk", "real", "instant"]),
)
@settings(max_examples=80)
def test_never_is_more_waiting_recorded_than_lived(
    name: str, seed: int, pace: Pace
) -> None:
    log = played(name, seed, pace=pace)
    debrief = debrief_of(script_named(name), log)
    lived = reading_of(debrief.lived, "minutes_waited")
    sat = reading_of(debrief.lived, "sat_through")
    recorded = reading_of(debrief.recorded, "waiting_recorded")

    assert lived is not None
    assert sat is not None
    assert recorded is not None
    assert lived.value == waited_between(log)
    assert (recorded.value or 0) <= (lived.value or 0)
    assert (sat.value or 0) <= (lived.value or 0)


def test_no_sentence_slips() -> None:
    told = 0
    for script, log in every_play(12):
        for sentence in sentences(debrief_of(script, log)):
            told += 1
            assert not SLIPS.search(sentence), sentence
    assert told > 3_000


def test_a_log_can_be_looked_at_wherever_it_has_come_to() -> None:
    log = two_calls().log

    for until in range(len(log)):
        for sentence in sentences(debrief_of(SCRIPT, log[:until])):
            assert not SLIPS.search(sentence), sentence


def test_nothing_at_all_can_be_looked_at() -> None:
    debrief = debrief_of(SCRIPT, ())

    assert debrief.customer == "the customer"
    assert debrief.ended.outcome == "open"


def test_a_debrief_is_plain_values() -> None:
    for script, log in every_play(2):
        debrief = debrief_of(script, log)
        plain = json.loads(msgspec.json.encode(debrief))
        assert plain["customer"] == "Margaret"


def test_evidence_is_always_in_the_log() -> None:
    for script, log in every_play(4):
        debrief = debrief_of(script, log)
        proofs = [each.evidence for each in (*debrief.lived, *debrief.recorded)]
        proofs += [each.evidence for each in debrief.receipts]
        for evidence in proofs:
            assert list(evidence) == sorted(set(evidence))
            assert all(1 <= seq <= len(log) for seq in evidence)


def test_measures_have_names_of_their_own() -> None:
    debrief = debrief_of(SCRIPT, two_calls().log)
    ids = [each.measure.id for each in (*debrief.lived, *debrief.recorded)]

    assert len(ids) == len(set(ids))


@given(grains=st.lists(st.integers(50, 30_000), min_size=1, max_size=20))
@settings(max_examples=25)
def test_the_grain_of_ticks_and_reading_it_back_change_nothing(
    grains: list[int],
) -> None:
    by_grains, at_once = _held_for(grains), _held_for([200_000])

    assert debrief_of(script_named("hold-slips"), by_grains) == debrief_of(
        script_named("hold-slips"), at_once
    )


def _held_for(grains: list[int]) -> tuple[Event, ...]:
    clock, store = ManualClock(), MemoryStore()
    session = Session.begin(
        script_named("hold-slips"), plain_cast(), store=store, clock=clock
    )
    session.submit(Consent())
    while session.state.phase != "playing":
        session.submit(Proceed())
    left, at = 200_000, 0
    while left:
        step = min(left, grains[at % len(grains)])
        clock.advance(step)
        session.catch_up()
        left, at = left - step, at + 1
    return log_of(store, session.name)


def test_the_leaders_words_are_only_on_the_curve() -> None:
    debrief = dataclasses.asdict(debrief_of(SCRIPT, two_calls().log))
    curve = debrief.pop("curve")

    assert "still here" in str(curve)
    assert "still here" not in str(debrief)


def test_how_it_ended_is_told() -> None:
    assert debrief_of(SCRIPT, two_calls().log).ended.outcome == "solved"
    assert debrief_of(SCRIPT, begun().log).ended.outcome == "open"


def test_the_designers_questions_are_asked() -> None:
    assert debrief_of(SCRIPT, begun().log).asks == ("What would you tell a friend?",)
