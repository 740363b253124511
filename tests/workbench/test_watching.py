"""Saves are seen once, at rest."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.workbench.watching import Watch

stands = st.dictionaries(st.sampled_from("abc"), st.integers(0, 2))


def test_nothing_is_seen_while_nothing_is_saved() -> None:
    watch = Watch({"a": 1})

    assert [watch.saw({"a": 1}) for _ in range(3)] == [False, False, False]


def test_a_save_is_seen_once_when_two_looks_agree() -> None:
    watch = Watch({"a": 1})

    assert [watch.saw({"a": 2}) for _ in range(4)] == [False, True, False, False]


def test_a_file_that_is_written_piece_by_piece_is_one_save() -> None:
    watch = Watch({"a": 1})

    assert [watch.saw({"a": each}) for each in (2, 3, 4, 4, 4)] == [
        *(False, False, False),
        *(True, False),
    ]


def test_a_file_that_comes_back_as_it_was_was_not_saved() -> None:
    watch = Watch({"a": 1})

    assert [watch.saw({"a": each}) for each in (None, 1, 1)] == [False] * 3


def test_a_file_that_is_gone_is_a_change() -> None:
    watch = Watch({"a": 1})

    assert [watch.saw({"a": None}) for _ in range(2)] == [False, True]


def test_what_was_saved_while_it_was_read_is_seen_afterwards() -> None:
    watch = Watch({"a": 1})
    watch.saw({"a": 2})
    watch.saw({"a": 2})

    watch.follow({"a": 3, "b": 7})

    assert watch.saw({"a": 3, "b": 7})
    assert not watch.saw({"a": 3, "b": 7})


@given(st.lists(stands, min_size=1))
def test_whatever_happens_the_last_state_is_seen_in_the_end(
    looks: list[dict[str, int]],
) -> None:
    watch, read = Watch({}), dict[str, int]()
    for look in [*looks, looks[-1], looks[-1]]:
        if watch.saw(look):
            read = look

    assert read == looks[-1]
