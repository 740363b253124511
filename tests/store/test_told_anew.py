"""A log is told anew without some of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from empathy_sim.errors import SessionNotFound
from empathy_sim.store.protocol import Store
from empathy_sim.store.rows import ClockMark
from tests.store.made_sessions import (
    EVERY_STORE,
    SESSION,
    append,
    handed_in,
    new,
    row,
    with_rows,
)


@pytest.fixture(params=EVERY_STORE, ids=lambda make: make.__name__)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made: Store = request.param(tmp_path)
    yield made
    made.close()


def test_what_a_session_held_can_be_told_anew_without_some_of_it(store: Store) -> None:
    with_rows(store, 6)
    store.begin(new("brave-heron"))
    append(store, row(1), session="brave-heron")
    left = [row(1), row(2, option=9)]

    store.rewrite(
        SESSION, left, phase="over", summary={"seats": 1}, forgetting=["brave-heron"]
    )
    append(store, row(3))

    assert handed_in(store.rows(SESSION)) == [*left, row(3)]
    assert [head.session for head in store.sessions()] == [SESSION]
    assert store.verify() == ()


def test_nothing_is_told_anew_where_one_to_be_forgotten_is_nowhere(
    store: Store,
) -> None:
    with_rows(store, 3)
    before = store.rows(SESSION)

    with pytest.raises(SessionNotFound):
        store.rewrite(SESSION, [row(1)], phase="", summary={}, forgetting=["nobody"])
    with pytest.raises(ValueError, match="numbered from 1"):
        store.rewrite(SESSION, [row(2)], phase="", summary={})
    assert store.rows(SESSION) == before


def test_how_far_several_clocks_have_come_is_kept_at_one_time(store: Store) -> None:
    names = ("first", "second")
    for name in names:
        store.begin(new(session=name))
    marks = {
        name: ClockMark(seq=0, story_ms=at * 1_000, felt_ms=at * 10)
        for at, name in enumerate(names, 1)
    }
    store.mark_all(marks)

    assert {name: store.last_mark(name) for name in names} == marks


def test_of_several_clocks_all_are_kept_or_none(store: Store) -> None:
    store.begin(new())
    mark = ClockMark(seq=0, story_ms=1, felt_ms=1)
    with pytest.raises(SessionNotFound):
        store.mark_all({SESSION: mark, "nowhere": mark})
