"""What was written is gone in its time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from empathy_sim.store.protocol import Store
from empathy_sim.store.retention import DAYS, days_of, keep_for, purge_due
from empathy_sim.store.sqlite_store import SqliteStore
from tests.store.made_sessions import EVERY_STORE, SESSION, new, row

TYPED = dt.datetime(2026, 3, 3, 10, tzinfo=dt.UTC)
SECOND, MINUTE, DAY = (
    dt.timedelta(seconds=1),
    dt.timedelta(minutes=1),
    dt.timedelta(days=1),
)


@pytest.fixture(params=EVERY_STORE, ids=lambda make: make.__name__)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made: Store = request.param(tmp_path)
    yield made
    made.close()


def typed(
    store: Store, *days: int, phase: str = "closed", session: str = SESSION
) -> None:
    """A session in which something was typed, so many days after the first day."""
    store.begin(new(session, started=TYPED.isoformat()))
    for seq, day in enumerate(days, 1):
        at = (TYPED + day * DAY).isoformat(timespec="milliseconds")
        said = replace(row(seq, {"text": f"on day {day}"}), wall_utc=at)
        store.append(session, [said], phase=phase, summary={})


def left(store: Store, session: str = SESSION) -> list[str]:
    return [text for each in store.rows(session) if (text := each.words["text"])]


def purged(store: Store, now: dt.datetime, *, over_only: bool = False) -> int:
    return purge_due(store, now.isoformat(timespec="milliseconds"), over_only=over_only)


@pytest.mark.parametrize(
    ("shift", "kept"),
    [
        (-400 * DAY, True),
        (-1 * DAY, True),
        (SECOND, True),
        (1 * DAY, True),
        (29 * DAY, True),
        (30 * DAY - SECOND, True),
        (30 * DAY, False),
        (30 * DAY + MINUTE, False),
        (31 * DAY, False),
        (4000 * DAY, False),
    ],
    ids=str,
)
def test_words_are_there_for_thirty_days_and_then_gone(
    store: Store, shift: dt.timedelta, kept: bool
) -> None:
    typed(store, 0)

    assert purged(store, TYPED + shift) == (0 if kept else 1)
    assert left(store) == (["on day 0"] if kept else [])
    assert store.verify() == ()
    assert len(store.rows(SESSION)) == 1


@pytest.mark.parametrize(
    ("hours", "kept"), [(-14, True), (-9, True), (0, False), (9, False), (14, False)]
)
def test_the_place_on_earth_is_nothing_to_a_wall_clock(
    store: Store, hours: int, kept: bool
) -> None:
    typed(store, 0)
    there = dt.timezone(dt.timedelta(hours=1))
    now = (TYPED + DAYS * DAY + hours * 60 * MINUTE).astimezone(there)

    purge_due(store, now.astimezone(dt.UTC).isoformat(), over_only=False)

    assert bool(left(store)) == kept


def test_each_text_has_its_own_day(store: Store) -> None:
    typed(store, 0, 10, 40)

    assert purged(store, TYPED + 41 * DAY) == 2
    assert left(store) == ["on day 40"]
    assert store.verify() == ()


def test_no_session_goes_on_without_its_words_on_the_day_it_goes_on(
    store: Store,
) -> None:
    typed(store, 0, 39, phase="playing")
    now = TYPED + 39 * DAY + 10 * MINUTE

    assert purged(store, now) == 0
    assert purge_due(store, (now + 2 * DAY).isoformat(), over_only=True) == 0
    spared = {SESSION}
    late = (now + 2 * DAY).isoformat()
    assert purge_due(store, late, over_only=False, spared=spared) == 0
    assert purge_due(store, late, over_only=False) == 1
    assert left(store) == ["on day 39"]


def test_a_session_that_is_over_is_never_spared(store: Store) -> None:
    typed(store, 0)
    now = (TYPED + 31 * DAY).isoformat()

    assert purge_due(store, now, over_only=True, spared={SESSION}) == 1


def test_a_session_that_another_window_has_open_is_left_to_it(tmp_path: Path) -> None:
    with (
        closing(SqliteStore(tmp_path)) as store,
        closing(SqliteStore(tmp_path)) as other,
    ):
        typed(store, 0)
        typed(store, 0, session="brave-heron")
        with other.lease(SESSION):
            assert purged(store, TYPED + 31 * DAY) == 1
            assert left(store) == ["on day 0"]
        assert purged(store, TYPED + 31 * DAY) == 1


@pytest.mark.parametrize(
    ("days", "after", "kept"),
    [(0, 0, False), (1, 0, True), (1, 1, False), (90, 89, True), (90, 90, False)],
)
def test_for_how_long_can_be_changed(
    store: Store, days: int, after: int, kept: bool
) -> None:
    typed(store, 0)
    keep_for(store, days)

    assert days_of(store) == days
    purged(store, TYPED + after * DAY)
    assert bool(left(store)) == kept


def test_words_can_be_kept_for_ever(store: Store) -> None:
    typed(store, 0)
    keep_for(store, None)

    assert days_of(store) is None
    assert purged(store, TYPED + 9_000 * DAY) == 0


@pytest.mark.parametrize("days", [-1, 40_000])
def test_no_number_of_days_is_not_kept(store: Store, days: int) -> None:
    with pytest.raises(ValueError, match="no number of days"):
        keep_for(store, days)
    assert days_of(store) == DAYS


@pytest.mark.parametrize("held", ["", "-3", "many", "99999999", "²"])
def test_a_setting_that_makes_no_sense_is_as_if_it_were_not_there(
    store: Store, held: str
) -> None:
    store.put_setting("keep-words", held)

    assert days_of(store) == DAYS
