"""What is read aloud is true at any size."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from empathy_sim.debrief.phrases import number
from empathy_sim.workshop.group.ledger import LEAST, LEAST_OF_WORDS
from empathy_sim.workshop.kit.kit import Kit
from empathy_sim.workshop.kit.movers import pair_says
from empathy_sim.workshop.kit.words_playing import warns
from tests.workshop.kit.made_kits import everything, kit

SIZES = (
    *((people, None) for people in (2, 3, 4, 5, 6, 8, 12, 24, 60)),
    *((3, 1), (6, 2), (12, 5), (24, 8), (60, 25)),
)
ONE_OF_MANY = re.compile(
    r"\b(?:1|[Oo]ne) (?:people|minutes|places|chairs|screens|play|watch)\b"
    r"|\b(?:[2-9]|\d\d+|two|three|four) (?:person|minute|place|chair|screen|plays)\b"
)


def of(people: int, screens: int | None) -> Kit:
    return kit(120, people, screens=screens)


def aloud(made: Kit) -> Iterator[str]:
    """Everything that is read aloud."""
    for part in made.parts:
        yield from part.words.say
        yield from part.words.ask


@pytest.mark.parametrize(("people", "screens"), SIZES)
def test_one_is_one_and_many_are_many(people: int, screens: int | None) -> None:
    for text in everything(of(people, screens)):
        assert not ONE_OF_MANY.search(text), text


@pytest.mark.parametrize(("people", "screens"), SIZES)
def test_who_watches_is_spoken_to_where_somebody_does(
    people: int, screens: int | None
) -> None:
    made = of(people, screens)
    said = " ".join(aloud(made))

    assert ("If you watch" in said) == bool(made.seats.watching)
    assert ("Each of you will be a customer" in said) == (not made.seats.watching)
    assert ("each at your own screen" in said) == (not made.seats.watching)


@pytest.mark.parametrize(("people", "screens"), SIZES)
def test_of_what_nobody_ticked_only_that_is_said_which_can_happen(
    people: int, screens: int | None
) -> None:
    made = of(people, screens)
    card = " ".join(made.room_card.seen)
    for said in (" ".join(aloud(made)), card):
        numbers = f"at least {number(LEAST)} people" in said
        words = f"if {number(LEAST_OF_WORDS)} or more of you wrote the same one" in said

        assert numbers == (people >= LEAST)
        # A word is told that many chose, where as many as make a number did not.
        assert words == (made.seats.playing >= LEAST_OF_WORDS + LEAST)
        assert ("In a room of this size" in said) == (not words)


@pytest.mark.parametrize(("people", "screens"), SIZES)
def test_the_lines_on_the_wall_are_all_of_us_only_where_they_can_be(
    people: int, screens: int | None
) -> None:
    made = of(people, screens)
    said = " ".join(aloud(made))

    assert ("This is all of us." in said) == (made.seats.playing >= LEAST)


@pytest.mark.parametrize(("people", "screens"), SIZES)
def test_the_wall_is_asked_for_sums_only_where_it_has_some(
    people: int, screens: int | None
) -> None:
    made = of(people, screens)
    has_sums = made.seats.playing >= LEAST
    parts = {
        each.id: " ".join((*each.words.do, *each.words.say)) for each in made.parts
    }

    assert ("the sums one by one" in parts["together"]) == has_sums
    assert ("counted from the same hour" in parts["recorded"]) == has_sums
    for step in ("together", "recorded", "backstage"):
        assert ("tells nothing of all together" in parts[step]) != has_sums


def test_the_sheet_for_the_board_is_made_for_the_same_room() -> None:
    made = kit(90, 12, screens=5, starts=9 * 60, departments=("digital", "finance"))
    [line] = [
        line
        for each in made.prepared
        for line in each.do
        if line.startswith("Write this sheet for the board")
    ]

    assert line.endswith(
        "empathy-sim kit the-birthday-kettle --minutes 90 --people 12 --screens 5 "
        "--starts 9:00 --departments digital,finance --cues cues.json"
    )


@pytest.mark.parametrize("people", [2, 3, 4, 6, 24])
def test_the_departments_invited_are_those_that_must_move_together(people: int) -> None:
    made = kit(90, people)
    invited = [
        line
        for each in made.prepared
        for line in each.do
        if line.startswith("Invite leaders")
    ]
    listed = "; ".join(map(pair_says, made.pairs))

    assert invited == [
        f"Invite leaders of departments that must move together: {listed}."
    ]
    assert len({each for pair in made.pairs for each in pair}) <= people


def test_a_breath_moves_the_closing_and_asks_for_no_sum() -> None:
    everywhere = " ".join(everything(kit(120)))

    assert "Then every clock stands, that of the closing too" in everywhere
    assert "the room closes later by as long as the breath lasted" in everywhere
    assert "give back" not in everywhere
    assert "Only the closing" not in everywhere


def test_few_people_are_not_asked_for_three_or_for_pairs() -> None:
    few, many = (" ".join(everything(kit(90, people))) for people in (4, 24))

    assert "three people who have not spoken" in many
    assert "three people who have not spoken" not in few
    assert "two and two" not in few


def test_the_board_stays_in_the_terminal_where_host_was_typed() -> None:
    made = kit(90)
    do = [line for each in made.prepared for line in each.do]

    assert "--no-board" not in " ".join(everything(made))
    assert any(
        line.endswith("empathy-sim host the-birthday-kettle --cues cues.json")
        for line in do
    )
    assert any("Press D on the board, then W" in line for line in do)


@given(lasts=st.integers(2, 90))
def test_the_last_minutes_that_are_announced_are_still_to_come(lasts: int) -> None:
    assert 1 <= warns(lasts) <= 5
    assert warns(lasts) < lasts


def test_as_many_minutes_are_announced_as_are_left() -> None:
    part = kit(120, 24, pace="brisk").part("play")
    assert part is not None
    [said] = part.words.say

    assert said.startswith(f"{number(warns(part.lasts)).capitalize()} more minutes.")
