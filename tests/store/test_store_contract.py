"""What every store promises, whatever it is made of."""

from __future__ import annotations

import json
import random
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings

from empathy_sim.errors import SessionNotFound, StoreBusy, StoreDamaged
from empathy_sim.store.protocol import Store
from empathy_sim.store.rows import ClockMark, Export, Row
from tests.store.made_sessions import (
    EVERY_STORE,
    FIXES,
    SCRIPT,
    SESSION,
    append,
    appends,
    handed_in,
    new,
    row,
    spoken,
    with_rows,
)


@pytest.fixture(params=EVERY_STORE, ids=lambda make: make.__name__)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made: Store = request.param(tmp_path)
    yield made
    made.close()


def test_a_session_begins_without_events(store: Store) -> None:
    store.begin(new())

    assert store.rows(SESSION) == ()
    assert store.head(SESSION).last_seq == 0
    assert store.script("digest-of-the-script") == SCRIPT


def test_beginning_twice_is_harmless(store: Store) -> None:
    store.begin(new())
    append(store, row(1))
    store.begin(new())

    assert handed_in(store.rows(SESSION)) == [row(1)]


def test_two_sessions_share_no_name(store: Store) -> None:
    store.begin(new())

    with pytest.raises(ValueError, match=SESSION):
        store.begin(new(started="2027-01-01T00:00:00Z"))


def test_two_scripts_share_no_digest(store: Store) -> None:
    store.begin(new())
    other = new("brave-heron")

    with pytest.raises(ValueError, match="digest"):
        store.begin(
            type(other)(
                session="brave-heron",
                script_digest=other.script_digest,
                script_json="{}",
                title="",
                started_utc="",
            )
        )
    assert [head.session for head in store.sessions()] == [SESSION]


def test_rows_come_back_in_order_and_tied_to_each_other(store: Store) -> None:
    with_rows(store, 7)

    rows = store.rows(SESSION)
    assert [each.seq for each in rows] == [1, 2, 3, 4, 5, 6, 7]
    assert [each.prev_hash for each in rows[1:]] == [each.hash for each in rows[:-1]]
    assert store.verify() == ()


@pytest.mark.parametrize("make", EVERY_STORE, ids=lambda make: make.__name__)
@given(made=appends())
@settings(max_examples=25)
def test_any_sequence_of_appends_reads_back_equal(
    make: Callable[[Path], Store], made: list[list[Row]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = make(Path(folder))
        store.begin(new())
        for rows in made:
            append(store, *rows)

        assert handed_in(store.rows(SESSION)) == [row for rows in made for row in rows]
        assert store.verify() == ()
        store.close()


def test_words_stand_apart_from_the_body(store: Store) -> None:
    store.begin(new())
    append(store, row(1, {"text": "no 🙄 more"}, pleasant=-3))

    (kept,) = store.rows(SESSION)
    body = json.loads(kept.body)
    assert kept.fields() == {"pleasant": -3, "text": "no 🙄 more"}
    assert body["text"].keys() == {"words", "length"}
    assert body["text"]["length"] == 9


def test_the_same_words_twice_do_not_look_the_same(store: Store) -> None:
    store.begin(new())
    append(store, row(1, {"text": "never"}), row(2, {"text": "never"}))

    first, second = (json.loads(each.body)["text"] for each in store.rows(SESSION))
    assert first["words"] != second["words"]


def test_purged_words_leave_the_chain_whole(store: Store) -> None:
    with_rows(store, 9)
    before = store.rows(SESSION)

    assert store.purge_words(SESSION) == 3
    after = store.rows(SESSION)
    assert [each.hash for each in after] == [each.hash for each in before]
    assert [each.words for each in after if each.words] == [{"text": None}] * 3
    assert store.verify() == ()


def test_a_session_goes_on_after_its_words_are_purged(store: Store) -> None:
    with_rows(store, 3)
    store.purge_words(SESSION)
    append(store, spoken(4))

    assert store.rows(SESSION)[-1].fields()["text"] == spoken(4).words["text"]
    assert store.verify() == ()


def test_fixes_are_kept_once_with_their_script(store: Store) -> None:
    store.begin(new(fixes=FIXES))
    store.begin(new("brave-heron"))

    assert store.fixes("digest-of-the-script") == FIXES
    store.forget(SESSION)
    assert store.fixes("digest-of-the-script") == FIXES
    store.forget("brave-heron")
    assert store.fixes("digest-of-the-script") == ""


def test_a_script_may_have_no_fixes(store: Store) -> None:
    store.begin(new())

    assert store.fixes("digest-of-the-script") == ""


def test_files_made_from_a_session_are_remembered_until_it_is_forgotten(
    store: Store,
) -> None:
    store.begin(new())
    mine = Export(path="/home/me/mine.html", what="page", made_utc="2026-03-03T11:00Z")
    rows = Export(path="/home/me/rows.csv", what="rows", made_utc="2026-03-03T10:00Z")
    store.note_export(SESSION, mine)
    store.note_export(SESSION, rows)
    store.note_export(SESSION, mine)

    assert store.exports(SESSION) == (rows, mine)
    store.forget(SESSION)
    with pytest.raises(SessionNotFound):
        store.exports(SESSION)


def test_a_forgotten_session_is_gone_with_its_script(store: Store) -> None:
    with_rows(store, 4)
    store.forget(SESSION)

    assert store.sessions() == ()
    assert store.verify() == ()
    with pytest.raises(SessionNotFound):
        store.rows(SESSION)
    with pytest.raises(StoreDamaged, match="is not here"):
        store.script("digest-of-the-script")


def test_forgetting_one_session_leaves_the_others_whole(store: Store) -> None:
    with_rows(store, 4)
    with_rows(store, 5, "brave-heron")
    store.forget(SESSION)

    assert len(store.rows("brave-heron")) == 5
    assert store.script("digest-of-the-script") == SCRIPT


def test_a_list_shows_the_latest_session_first(store: Store) -> None:
    for day in (4, 9, 2):
        store.begin(new(f"day-{day}", started=f"2026-03-0{day}T10:00:00Z"))

    assert [head.session for head in store.sessions()] == ["day-9", "day-4", "day-2"]


def test_a_list_shows_what_the_last_append_said(store: Store) -> None:
    store.begin(new())
    append(store, row(1))
    store.append(SESSION, (), phase="resting", summary={"ended": True})

    head = store.head(SESSION)
    assert (head.last_seq, head.phase, head.summary, head.sound) == (
        1,
        "resting",
        {"ended": True},
        True,
    )
    assert store.sessions() == (head,)


def test_the_clock_mark_is_overwritten(store: Store) -> None:
    store.begin(new())
    assert store.last_mark(SESSION) is None
    store.mark(SESSION, seq=0, story_ms=1000, felt_ms=900)
    store.mark(SESSION, seq=0, story_ms=2000, felt_ms=1900)

    assert store.last_mark(SESSION) == ClockMark(seq=0, story_ms=2000, felt_ms=1900)


def test_a_prefix_can_be_read(store: Store) -> None:
    with_rows(store, 7)

    assert store.rows(SESSION, until=4) == store.rows(SESSION)[:4]


def test_a_row_sent_again_is_passed_over(store: Store) -> None:
    with_rows(store, 3)
    append(store, spoken(3), row(4))

    assert [each.seq for each in store.rows(SESSION)] == [1, 2, 3, 4]


def test_a_row_sent_again_after_a_purge_is_passed_over(store: Store) -> None:
    with_rows(store, 3)
    store.purge_words(SESSION)
    append(store, spoken(3), row(4))

    assert store.rows(SESSION)[2].words == {"text": None}


@pytest.mark.parametrize(
    "other",
    [
        row(3),
        row(3, {"text": "something else"}, pleasant=-3),
        row(3, {"text": spoken(3).words["text"]}, pleasant=-2),
        row(3, {"texts": spoken(3).words["text"]}, pleasant=-3),
    ],
)
def test_a_place_that_is_taken_is_not_written_twice(store: Store, other: Row) -> None:
    with_rows(store, 3)
    before = store.rows(SESSION)

    with pytest.raises(StoreBusy, match="entry 3"):
        append(store, other, row(4))
    assert store.rows(SESSION) == before


@pytest.mark.timeout(60)
def test_one_reaction_is_one_row_whatever_is_repeated_or_reordered(
    store: Store,
) -> None:
    store.begin(new())
    order = random.Random(7)
    sent = 0
    for seq in range(1, 101):
        for late in order.sample(range(max(1, seq - 3), seq + 1), k=min(seq, 2)):
            append(store, row(late)) if late < seq else None
        for _ in range(order.randint(1, 3)):
            append(store, row(seq))
            sent += 1

    assert handed_in(store.rows(SESSION)) == [row(seq) for seq in range(1, 101)]
    assert sent > 150


def test_a_gap_is_told_and_nothing_is_written(store: Store) -> None:
    with_rows(store, 3)

    with pytest.raises(StoreDamaged, match="at entry 4: it is missing"):
        append(store, row(6))
    assert len(store.rows(SESSION)) == 3


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([row(1), row(3)], id="a gap"),
        pytest.param([row(2), row(1)], id="out of order"),
        pytest.param([row(1), row(1)], id="twice"),
        pytest.param([row(0)], id="from nought"),
    ],
)
def test_rows_are_numbered_one_after_the_other(store: Store, rows: list[Row]) -> None:
    store.begin(new())

    with pytest.raises(ValueError, match="numbered"):
        append(store, *rows)
    assert store.rows(SESSION) == ()


@pytest.mark.parametrize(
    ("body", "words"),
    [
        pytest.param("{", {}, id="not JSON"),
        pytest.param("[]", {}, id="not an object"),
        pytest.param('{"b": 1}', {}, id="a space"),
        pytest.param('{"b":1,"a":2}', {}, id="not sorted"),
        pytest.param('{"a":1,"a":1}', {}, id="a key twice"),
        pytest.param('{"a":NaN}', {}, id="not a number"),
        pytest.param('{"a":"\ud800"}', {}, id="half a character"),
        pytest.param('{"a":1}', {"a": "x"}, id="both in body and words"),
        pytest.param('{"a":{"length":1,"words":"x"}}', {}, id="looks like words"),
        pytest.param("{}", {"a": "\udfff"}, id="half a character in words"),
    ],
)
def test_a_body_is_canonical_json(
    store: Store, body: str, words: dict[str, str]
) -> None:
    store.begin(new())
    bad = Row(
        seq=2,
        kind="k",
        v=1,
        story_ms=0,
        felt_ms=0,
        wall_utc="",
        body=body,
        words=words,
    )

    with pytest.raises(ValueError):  # noqa: PT011 - the words differ with the fault
        append(store, row(1), bad)
    assert store.rows(SESSION) == ()
    assert store.verify() == ()


def test_a_session_that_is_not_there_is_named(store: Store) -> None:
    for ask in (
        store.rows,
        store.head,
        store.last_mark,
        store.lease,
        store.purge_words,
        store.forget,
        store.verify,
    ):
        with pytest.raises(SessionNotFound, match="grey-seal"):
            ask("grey-seal")
    with pytest.raises(SessionNotFound, match="grey-seal"):
        append(store, row(1), session="grey-seal")
    with pytest.raises(SessionNotFound, match="grey-seal"):
        store.mark("grey-seal", seq=1, story_ms=0, felt_ms=0)


def test_a_session_is_held_by_one_at_a_time(store: Store) -> None:
    store.begin(new())
    with store.lease(SESSION) as held:
        assert held.session == SESSION
        with pytest.raises(StoreBusy, match="another window"):
            store.lease(SESSION)

    store.lease(SESSION).release()


def test_releasing_twice_does_no_harm(store: Store) -> None:
    store.begin(new())
    first = store.lease(SESSION)
    first.release()
    with store.lease(SESSION):
        first.release()
        with pytest.raises(StoreBusy):
            store.lease(SESSION)


def test_closing_twice_does_no_harm(store: Store) -> None:
    with_rows(store, 2)
    store.close()
    store.close()
