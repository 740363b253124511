"""A killed wait loses at most a felt second."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from empathy_sim.engine.moves import Consent, Proceed
from empathy_sim.rehearsal.playthrough import plain_cast
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import Session
from empathy_sim.store.memory_store import MemoryStore
from tests.session.conftest import small_script

LATE = st.lists(st.integers(0, 60), min_size=3, max_size=40)
"""Milliseconds by which each tick comes after its whole second."""


@settings(max_examples=60)
@given(late=LATE, dies=st.integers(0, 999))
def test_a_killed_wait_goes_on_within_a_second_of_where_it_was(
    late: list[int], dies: int
) -> None:
    store, clock = MemoryStore(), ManualClock()
    session = Session.begin(
        small_script(), plain_cast({}), store=store, clock=clock, pace="real"
    )
    session.submit(Consent())
    while session.state.phase != "playing":
        session.submit(Proceed())

    for milliseconds in late:
        clock.advance(1_000 - session.scene().story_ms % 1_000 + milliseconds)
        session.catch_up()
    clock.advance(min(dies, 999 - session.scene().story_ms % 1_000))
    lived = session.instant()
    mark = store.last_mark(session.name)

    kept = session.state.felt_ms
    if mark is not None and mark.seq == len(session.log):
        kept = max(kept, mark.felt_ms)
    assert lived.felt_ms - kept <= 1_000 + 60


def test_a_second_in_which_nothing_happens_is_marked(
    begin: Callable[[], Session], store: MemoryStore, clock: ManualClock
) -> None:
    session = begin()
    session.submit(Consent())
    while session.state.phase != "playing":
        session.submit(Proceed())

    marks = []
    for milliseconds in (1_050, 960, 1_030, 965):
        clock.advance(milliseconds)
        session.catch_up()
        mark = store.last_mark(session.name)
        assert mark is not None
        marks.append(mark.felt_ms)

    assert marks == [1_050, 2_010, 3_040, 4_005]
