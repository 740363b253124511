"""Which seats a workshop's record names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from empathy_sim.store.protocol import Store
from empathy_sim.store.records import EventLine
from empathy_sim.store.rows import Row
from empathy_sim.store.seats_named import seats_named
from tests.store.made_sessions import EVERY_STORE, SESSION, append, new


@pytest.fixture(params=EVERY_STORE, ids=lambda make: make.__name__)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made: Store = request.param(tmp_path)
    yield made
    made.close()


def test_a_workshop_names_its_seats(store: Store) -> None:
    store.begin(new())
    told = [
        Row(
            seq=seq,
            kind="SessionOpened",
            v=1,
            story_ms=0,
            felt_ms=0,
            wall_utc="2026-03-03T10:00:00Z",
            body=f'{{"seat":"s","session":"{name}"}}',
        )
        for seq, name in enumerate(("seat/a-1", "own-2", "seat/b-3", "seat/a-1"), 1)
    ]
    append(store, *told)

    assert store.seats_of(SESSION) == ("seat/a-1", "seat/b-3")


def test_an_entry_that_is_damaged_still_names_its_seat() -> None:
    broken = '{"seat":"s","session":"seat/a-call-0f3a2c","x":'
    line = EventLine(1, "SessionOpened?", 1, 0, 0, "", broken, "", "")

    assert seats_named([line]) == ("seat/a-call-0f3a2c",)
