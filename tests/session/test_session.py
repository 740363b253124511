"""A session keeps what happened before it shows it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.errors import MoveRefused, StoreBusy, StoreUnwritable
from empathy_sim.journey.script import Script
from empathy_sim.rehearsal.playthrough import plain_cast
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import Session, log_of
from empathy_sim.store.memory_store import MemoryStore

Begin = Callable[[], Session]


def to_playing(session: Session) -> None:
    session.submit(m.Consent())
    while session.state.phase != "playing":
        session.submit(m.Proceed())


def test_what_is_told_to_listeners_is_already_kept(
    begin: Begin, store: MemoryStore
) -> None:
    session = begin()
    kept: list[bool] = []
    session.listen(
        lambda _: kept.append(log_of(store, session.name) == tuple(session.log))
    )

    to_playing(session)

    assert kept
    assert all(kept)


def test_a_move_that_is_refused_changes_nothing(begin: Begin) -> None:
    session = begin()
    before = list(session.log)

    with pytest.raises(MoveRefused):
        session.submit(m.HangUp())

    assert session.log == before


def test_time_stands_before_the_story_begins(begin: Begin, clock: ManualClock) -> None:
    session = begin()

    clock.advance(90_000)
    session.submit(m.Consent())

    assert session.instant() == m.Instant(0, 0)


def test_things_are_stamped_when_due_not_when_looked_at(
    begin: Begin, clock: ManualClock
) -> None:
    session = begin()
    to_playing(session)

    clock.advance(58_000)
    session.catch_up()

    [apology] = [each for each in session.log if isinstance(each, e.Announced)][1:]
    assert (apology.story_ms, apology.felt_ms) == (45_000, 45_000)


@given(grains=st.lists(st.integers(1, 20_000), min_size=1, max_size=40))
def test_the_log_is_the_same_whatever_the_grain_of_ticks(
    grains: list[int], script: Script
) -> None:
    from_grains = _after_four_minutes(script, grains)
    at_once = _after_four_minutes(script, [240_000])

    assert from_grains == at_once


def _after_four_minutes(script: Script, grains: list[int]) -> list[e.Event]:
    clock, store = ManualClock(), MemoryStore()
    session = Session.begin(script, plain_cast(), store=store, clock=clock)
    to_playing(session)
    left, at = 240_000, 0
    while left:
        step = min(left, grains[at % len(grains)])
        clock.advance(step)
        session.catch_up()
        left, at = left - step, at + 1
    return session.log


def test_the_clock_stands_while_paused(begin: Begin, clock: ManualClock) -> None:
    session = begin()
    to_playing(session)
    clock.advance(10_000)
    session.submit(m.Pause("feeling"))

    clock.advance(600_000)
    session.submit(m.React(-3, 2, "wound up"))
    session.submit(m.Resume())

    assert session.instant() == m.Instant(10_000, 10_000)


def test_a_stall_counts_as_a_second(
    script: Script, store: MemoryStore, clock: ManualClock
) -> None:
    session = Session.begin(
        script, plain_cast(), store=store, clock=clock, stall_ms=10_000
    )
    to_playing(session)

    clock.advance(3_600_000)
    session.catch_up()

    assert session.instant().felt_ms == 1_000


def test_resuming_goes_on_within_a_felt_second(
    begin: Begin, store: MemoryStore, clock: ManualClock
) -> None:
    session = begin()
    to_playing(session)
    for _ in range(50):
        clock.advance(730)
        session.catch_up()
    was = session.instant()
    session._lease.release()
    clock.advance(99_000_000)

    again = Session.resume(session.name, store=store, clock=clock)

    assert 0 <= was.felt_ms - again.instant().felt_ms <= 1_730
    assert again.log == session.log
    assert again.state.path == session.state.path


def test_resuming_after_a_proper_close_loses_nothing(
    begin: Begin, store: MemoryStore, clock: ManualClock
) -> None:
    session = begin()
    to_playing(session)
    clock.advance(33_333)
    session.catch_up()
    session.suspend()

    again = Session.resume(session.name, store=store, clock=clock)

    assert again.instant() == m.Instant(33_333, 33_333)


def test_resuming_ends_a_pause(
    begin: Begin, store: MemoryStore, clock: ManualClock
) -> None:
    session = begin()
    to_playing(session)
    session.submit(m.Pause("feeling"))
    session.suspend()

    again = Session.resume(session.name, store=store, clock=clock)

    assert again.state.paused is None


def test_a_second_opener_is_told_who_has_it(
    begin: Begin, store: MemoryStore, clock: ManualClock
) -> None:
    session = begin()

    with pytest.raises(StoreBusy):
        Session.resume(session.name, store=store, clock=clock)


def test_a_session_plays_script_it_began_with(
    begin: Begin, store: MemoryStore, clock: ManualClock, script: Script
) -> None:
    session = begin()
    to_playing(session)
    session.suspend()

    again = Session.resume(session.name, store=store, clock=clock)

    assert again.script == script


def test_what_cannot_be_kept_has_not_happened(
    begin: Begin, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = begin()
    before = (session.state, list(session.log))

    def refuse(*_: object, **__: object) -> None:
        raise StoreUnwritable(path="here", why="the disk is full")

    monkeypatch.setattr(store, "append", refuse)
    with pytest.raises(StoreUnwritable):
        session.submit(m.Consent())

    assert (session.state, session.log) == before


def test_a_persons_words_are_kept_apart_from_the_event(
    begin: Begin, store: MemoryStore
) -> None:
    session = begin()
    to_playing(session)
    session.submit(m.React(-2, 1, "canary words"))

    row = store.rows(session.name)[-1]

    assert "canary" not in row.body
    assert row.words["words"] == "canary words"


def test_purged_words_leave_the_rest_of_the_session_readable(
    begin: Begin, store: MemoryStore, clock: ManualClock
) -> None:
    session = begin()
    to_playing(session)
    session.submit(m.React(-2, 1, "canary words"))
    session.suspend()
    store.purge_words(session.name)

    again = Session.resume(session.name, store=store, clock=clock)

    assert again.state.reactions == 1
    last = [each for each in again.log if isinstance(each, e.ReactionRecorded)][-1]
    assert (last.pleasant, last.words) == (-2, "")
