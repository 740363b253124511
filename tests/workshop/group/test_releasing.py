"""What is told, and what is withheld."""

from __future__ import annotations

from itertools import product

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.workshop.group.ledger import Ledger
from empathy_sim.workshop.group.releasing import Releaser

TWO = ("yes", "no")


def room(people: int, yes: int = 0) -> dict[str, str]:
    return {f"s{at:02}": "yes" if at < yes else "no" for at in range(people)}


def telling(ledger: Ledger | None = None, *ticked: str) -> Releaser:
    return Releaser(ledger or Ledger(), {"curve": ticked})


def test_four_people_are_told_nothing_of_and_the_sentence_says_so() -> None:
    counted = telling().counts("met", room(4, 2), TWO)

    assert (counted.of, counted.cells, counted.waiting) == (0, {}, 4)
    assert counted.withheld == (
        "It would be about fewer than five people, so it is not shown."
    )


def test_what_is_ticked_is_told_of_a_room_of_any_size() -> None:
    counted = telling(None, "s00", "s01").counts("met", room(2, 1), TWO, "curve")

    assert counted.cells == {"yes": 1, "no": 1}
    assert counted.withheld == ""


def test_four_who_ticked_nothing_are_no_part_of_what_two_others_show() -> None:
    tells = telling(None, "s00", "s01")
    counted = tells.counts("met", room(6, 1), TWO, "curve")

    assert (counted.of, counted.waiting) == (2, 4)
    assert tells.ledger.batches == ()


def test_a_number_stays_as_it_was_told_when_somebody_changes_or_leaves() -> None:
    first = telling()
    first.counts("met", room(12, 6), TWO)
    later = telling(first.ledger)
    fewer = dict.fromkeys(room(11), "no")

    assert later.counts("met", fewer, TWO).cells == {"yes": 6, "no": 6}


def test_one_who_comes_later_waits_until_there_are_five() -> None:
    first = telling()
    first.counts("met", room(12, 6), TWO)

    one_more = telling(first.ledger).counts("met", room(13, 6), TWO)
    five_more = telling(first.ledger).counts("met", room(22, 6), TWO)

    assert (one_more.cells, one_more.waiting) == ({"yes": 6, "no": 6}, 1)
    assert (five_more.of, five_more.waiting) == (22, 0)


def test_five_who_come_later_are_told_apart_only_as_far_as_by_themselves() -> None:
    first = telling()
    first.counts("met", room(12, 6), TWO)
    unanimous = telling(first.ledger).counts("met", room(17, 6), TWO)

    assert unanimous.of == 17
    assert unanimous.cells == {}


def test_a_late_tick_is_held_back_where_it_would_tell_of_the_others() -> None:
    first = telling()
    first.counts("met", room(6, 3), TWO, "curve")

    one = telling(first.ledger, "s00")
    two = telling(one.ledger, "s00", "s01")
    everybody = telling(two.ledger, *room(6))

    assert one.shows("curve", "s00")
    assert two.held("curve") == {"s01"}
    assert not two.shows("curve", "s01")
    assert everybody.held("curve") == frozenset()


def test_who_may_still_tick_follows_from_what_was_told_and_not_from_their_part() -> (
    None
):
    """Else staying out would itself tell in which part somebody is."""
    first = telling()
    first.counts("met", room(14, 7), TWO, "curve")
    of_one, of_other = (telling(first.ledger, *some) for some in (("s00",), ("s13",)))
    three = telling(first.ledger, "s00", "s01", "s02")

    assert of_one.held("curve") == of_other.held("curve") == frozenset()
    assert len(three.held("curve")) == 1


def test_what_is_taken_back_is_not_shown_any_more() -> None:
    first = telling(None, "s00")
    again = telling(first.ledger)

    assert first.shows("curve", "s00")
    assert not again.shows("curve", "s00")
    assert again.held("curve") == frozenset()


def test_a_sum_is_told_where_enough_people_have_something_in_it() -> None:
    nine = dict.fromkeys(room(9), 3)
    four = {seat: 3 if at < 4 else 0 for at, seat in enumerate(nine)}
    three_of_five = dict(zip(nine, (3, 3, 3, 0, 0), strict=False))

    assert telling().total("waited", nine).value == 27
    assert telling().total("waited", four).value is None
    assert telling().total("waited", three_of_five).value == 9


@pytest.mark.parametrize("people", [5, 6, 7])
def test_no_sum_tells_of_anybody_whether_they_have_something_in_it(people: int) -> None:
    """For all data that would be told alike, the first may have some, and none."""
    alike: dict[int | None, set[bool]] = {}
    for values in product(range(3), repeat=people):
        told = telling().total("lost", {f"s{at}": n for at, n in enumerate(values)})
        alike.setdefault(told.value, set()).add(values[0] > 0)

    bounded = {2 * people, 2 * people - 1}
    for value, found in alike.items():
        assert found == {True, False} or value in bounded, value


def test_the_middle_is_told_of_five_and_a_half_of_ten() -> None:
    five = {f"s{at}": at for at in range(5)}
    ten = {f"s{at}": at for at in range(10)}

    assert telling().middle("guess", five).middle == 2
    assert telling().middle("guess", five).low is None
    told = telling().middle("guess", ten)
    assert (told.low, told.middle, told.high) == (2, 4, 7)
    assert telling().middle("guess", ten, upper=True).middle == 5
    assert telling().middle("guess", {"s0": 1}).middle is None


def test_the_middle_does_not_move_for_one_more() -> None:
    first = telling()
    first.middle("guess", {f"s{at}": at for at in range(9)})
    more = telling(first.ledger).middle("guess", {f"s{at}": at for at in range(13)})
    five = telling(first.ledger).middle("guess", {f"s{at}": at for at in range(14)})

    assert (more.of, more.middle) == (9, 4)
    assert (five.of, five.middle) == (14, 6)


def test_a_word_that_was_not_ticked_is_told_of_ten_who_said_it() -> None:
    ten = {f"s{at:02}": "tired" if at < 10 else "small" for at in range(15)}
    nine = {**ten, "s09": "small"}

    assert telling().said("word", ten) == ("tired",)
    assert telling().said("word", nine) == ()
    assert telling().said("word", dict.fromkeys(ten, "tired")) == ()


def test_thresholds_are_never_lower_than_five_and_ten() -> None:
    with pytest.raises(ValueError, match="lower"):
        Ledger(least=4)
    with pytest.raises(ValueError, match="lower"):
        Ledger(least_of_words=9)
    assert telling(Ledger(least=8)).counts("met", room(7, 3), TWO).of == 0


def test_whoever_is_told_of_is_the_same_people_for_everything() -> None:
    seats = set(room(9))
    first = telling(Ledger().admitting(seats))
    first.total("waited", dict.fromkeys(seats, 3))

    one_more = first.ledger.admitting({*seats, "late"})
    five_more = first.ledger.admitting({*seats, *"abcde"})

    assert set(one_more.admitted) == seats
    assert set(five_more.admitted) == {*seats, *"abcde"}


def test_a_ledger_is_written_down_and_read_again() -> None:
    tells = telling(None, "s00")
    tells.counts("met", room(12, 6), TWO, "curve")
    written = msgspec.json.encode(tells.ledger)

    assert msgspec.json.decode(written, type=Ledger) == tells.ledger


@given(
    values=st.dictionaries(
        st.sampled_from([f"s{at:02}" for at in range(16)]), st.sampled_from("abc")
    ),
    ticked=st.sets(st.sampled_from([f"s{at:02}" for at in range(16)])),
)
def test_numbers_always_add_up_and_none_is_of_too_few(
    values: dict[str, str], ticked: set[str]
) -> None:
    tells = telling(None, *ticked)
    counted = tells.counts("met", values, "abc", "curve")

    hidden = counted.of - sum(counted.cells.values())
    assert counted.of + counted.waiting == len(values)
    assert hidden == counted.elsewhere or not counted.cells
    for batch in tells.ledger.batches:
        assert len(batch.seats) >= 5
        assert not ticked & set(batch.seats)
        assert all(each >= 5 for each in batch.cells.values())
