"""Predictions of a room beside what happened."""

from __future__ import annotations

from empathy_sim.workshop.group.drawn import Span, Spans
from empathy_sim.workshop.group.step_expected import step_expected
from tests.workshop.group.made_rooms import foretold, person, room_of


def spans_of(*those: tuple[int | None, int | None]) -> tuple[tuple[str, ...], Span]:
    people = [person(at, foretold=(foretold(*each),)) for at, each in enumerate(those)]
    step = step_expected(*room_of(people))
    [spans] = [each for each in step.shown if type(each) is Spans]
    [span] = spans.spans
    return step.says, span


def test_the_middle_guess_stands_over_what_it_was() -> None:
    says, span = spans_of(*((guess, 40 + guess) for guess in range(1, 12)))

    assert (span.guessed, span.low, span.high) == (6, 3, 9)
    assert (span.was, span.was_says) == (46, "46 minutes")
    [said] = says
    assert said == (
        "How long? In the middle you guessed 6 minutes. Where it came to that, it was "
        "46 minutes. More than half of you guessed too low."
    )


def test_under_ten_guesses_the_half_is_not_told() -> None:
    _, span = spans_of(*((guess, 40) for guess in range(1, 10)))

    assert (span.guessed, span.low, span.high) == (5, None, None)


def test_for_how_many_it_never_came_to_that_is_told_of_enough_people() -> None:
    six_never = [(5, None)] * 6 + [(5, 40)] * 6
    two_never = [(5, None)] * 2 + [(5, 40)] * 10
    all_never = [(5, None)] * 6

    assert "For six of you it never came to that." in spans_of(*six_never)[0][0]
    assert "never" not in spans_of(*two_never)[0][0]
    says, span = spans_of(*all_never)
    assert says[0].endswith("For more than half of you it never came to that.")
    assert (span.was, span.was_says) == (None, "it never came to that")


def test_what_was_nought_is_none() -> None:
    says, span = spans_of(*[(5, 0)] * 6)

    assert says[0].endswith("Where it came to that, it was none.")
    assert (span.was, span.was_says) == (0, "0 minutes")


def test_four_guesses_are_not_told() -> None:
    people = [
        person(at, foretold=(foretold(at if at < 4 else None, 40),)) for at in range(9)
    ]
    step = step_expected(*room_of(people))

    assert step.shown == ()
    assert step.says == (
        "It would be about fewer than five people, so it is not shown.",
    )
