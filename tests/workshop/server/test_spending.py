"""What a browser asks for is counted in keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.workshop.server.spending import Allowance, Limits, Weighing


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", 0),
        ("a", 1),
        ("hello", 5),
        ("\x1b", 1),
        ("\x1b[A", 1),
        ("\x1b[1;5C", 1),
        ("\x1bOP", 1),
        ("\x1ba", 1),
        ("\x1b[<35;10;20M", 1),
        ("\x1b[97;5u\x1b[A", 2),
        ("\r\n", 2),
    ],
)
def test_a_key_is_one_however_it_is_sent(text: str, keys: float) -> None:
    assert Weighing().keys(text) == keys


def test_a_paste_is_little_though_it_is_long_and_in_pieces() -> None:
    weighing = Weighing()
    first = weighing.keys("\x1b[200~" + "x" * 1_000)
    second = weighing.keys("x" * 1_000)
    last = weighing.keys("x" * 1_000 + "\x1b[201~")

    assert (first, second, last) == (10, 10, 11)
    assert weighing.keys("abc") == 3


@given(st.text(max_size=200))
def test_nothing_is_worth_more_keys_than_it_has_characters(text: str) -> None:
    assert 0 <= Weighing().keys(text) <= len(text)


def test_what_is_typed_within_the_allowance_is_heard_at_once() -> None:
    allowance = Allowance(Limits(a_second=10, at_once=20), 0)

    assert [allowance.spend(1, 0) for _ in range(20)] == [0.0] * 20
    assert allowance.spend(1, 0) == pytest.approx(0.1)
    assert allowance.spend(1, 0) == pytest.approx(0.2)


def test_a_rest_fills_it_again_and_never_above_the_rim() -> None:
    allowance = Allowance(Limits(a_second=10, at_once=20), 0)
    allowance.spend(20, 0)

    assert allowance.spend(10, 1) == 0.0
    assert allowance.spend(20, 1_000) == 0.0
    assert allowance.spend(1, 1_000) > 0


def test_only_who_never_rests_is_no_person() -> None:
    limits = Limits(a_second=10, at_once=20, too_fast_s=15)
    resting, driven = Allowance(limits, 0), Allowance(limits, 0)
    now = 0.0
    while now < 60:
        resting.spend(30 if now % 5 == 0 else 0, now)
        driven.spend(15, now)

        assert not resting.is_abused(now)

        now += 1

    assert driven.is_abused(now)
