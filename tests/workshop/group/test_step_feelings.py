"""The strip and curves, marked by hand."""

from __future__ import annotations

from msgspec.structs import replace

from empathy_sim.workshop.group.drawn import Bars, Feelings, Together
from empathy_sim.workshop.group.ledger import Ledger
from empathy_sim.workshop.group.member import Ticked
from empathy_sim.workshop.group.releasing import Releaser
from empathy_sim.workshop.group.room import Room, Seated
from empathy_sim.workshop.group.seat_reading import MarkRead
from empathy_sim.workshop.group.step_feelings import step_feelings
from empathy_sim.workshop.group.steps import ticks_of
from tests.workshop.group.robot_rooms import seated

BEFORE, AFTER = "before it began", "at the end"


def marking(seat: int, *marks: tuple[str, int], curve: bool = False) -> Seated:
    """A robot whose marks are these, and nothing else."""
    robot = seated(seat)
    assert robot.reading is not None
    read = tuple(
        MarkRead(at, stage, 0.5, pleasant)
        for at, (stage, pleasant) in enumerate(marks, 1)
    )
    worst = min(read, key=lambda mark: mark.pleasant, default=None)
    reading = replace(
        robot.reading, marks=read, worst_stage=worst.stage if worst else ""
    )
    return Seated(replace(robot.member, ticked=Ticked(curve=curve)), reading)


def strip_of(*people: Seated) -> dict[str, Together]:
    return {each.title: each for each in feelings_of(*people).columns}


def feelings_of(*people: Seated) -> Feelings:
    room = Room(people)
    felt, *_ = step_feelings(room, Releaser(Ledger(), ticks_of(room))).shown
    assert type(felt) is Feelings
    return felt


def test_each_person_counts_once_by_the_mean_of_their_marks() -> None:
    four = [marking(at, (BEFORE, 0)) for at in range(4)]
    strip = strip_of(*four, marking(9, (BEFORE, -4), (BEFORE, -4), (BEFORE, -4)))

    assert strip["Before it began"].step == -1


def test_the_strip_is_never_so_strong_that_it_tells_of_each() -> None:
    strip = strip_of(*(marking(at, (AFTER, -4)) for at in range(6)))

    assert strip["At the end"].step == -3
    assert strip["At the end"].says == "very unpleasant"


def test_what_four_felt_is_not_in_the_strip() -> None:
    four = [marking(at, (AFTER, -4)) for at in range(4)]
    others = [marking(at, (BEFORE, 1)) for at in range(4, 9)]
    strip = strip_of(*four, *others)

    assert set(strip) == {"Before it began"}


def test_nothing_tells_whether_some_of_the_others_marked_something_or_none() -> None:
    shows = marking(0, (AFTER, 2), curve=True)
    none = [marking(at, (BEFORE, 1)) for at in range(1, 9)]
    some = [*none[:-1], marking(8, (BEFORE, 1), (AFTER, -4))]

    assert feelings_of(shows, *none) == feelings_of(shows, *some)
    assert strip_of(shows, *some)["At the end"].ticked_only


def test_where_everybody_shows_the_curve_the_strip_is_of_all() -> None:
    strip = strip_of(*(marking(at, (AFTER, -1), curve=True) for at in range(3)))

    assert strip["At the end"].told == "slightly unpleasant"


def test_two_marks_make_a_curve_and_one_is_a_point() -> None:
    one = feelings_of(marking(0, (BEFORE, 1), curve=True)).curves[0]
    felt = feelings_of(marking(0, (BEFORE, 1), (AFTER, -2), curve=True))
    [curve] = felt.curves

    assert curve.marks == ((0.25, 1), (0.75, -2))
    assert curve.told == "Before it began +1; At the end -2"
    assert (curve.joined, one.joined) == (True, False)


def test_worst_moments_that_few_share_stand_together() -> None:
    people = [marking(at, (AFTER, -4)) for at in range(7)]
    people += [marking(at, ("waiting", -4)) for at in range(7, 12)]
    people += [marking(12, (BEFORE, -1))]
    room = Room(tuple(people))
    step = step_feelings(room, Releaser(Ledger(), {}))
    [worst] = [
        each
        for each in step.shown
        if type(each) is Bars and "worst moment" in each.title
    ]

    assert [(each.label, each.count) for each in worst.bars] == [
        ("At the end", 7),
        ("Elsewhere, or nothing marked", 6),
    ]
    assert worst.says in step.says
    assert worst.note == "Where fewer than five would stand alone, they stand together."


def bars_of(*people: Seated) -> dict[str, Bars]:
    step = step_feelings(Room(people), Releaser(Ledger(), {}))
    return {each.title: each for each in step.shown if type(each) is Bars}


def test_who_marked_nothing_is_no_difference_between_two_sizes() -> None:
    """One of thirteen marked nothing: no two numbers differ by that one."""
    people = [marking(at, (AFTER, -4)) for at in range(7)]
    people += [marking(at, ("waiting", -4)) for at in range(7, 12)]
    bars = bars_of(*people, marking(12))

    worst = bars["The worst moment that was marked"]
    assert {each.of for each in bars.values()} == {13}
    assert [(each.label, each.count) for each in worst.bars] == [
        ("At the end", 7),
        ("Elsewhere, or nothing marked", 6),
    ]
    assert not any("12" in each.says for each in bars.values())


def test_one_dot_is_nothing_that_was_felt_taken_together() -> None:
    one = marking(0, (BEFORE, -4), (AFTER, -2), curve=True)
    rest = [marking(at, (AFTER, -2), curve=True) for at in range(1, 6)]
    room = Room((one, *rest))
    says = " ".join(step_feelings(room, Releaser(Ledger(), ticks_of(room))).says)

    assert "Taken together it was worst here: at the end." in says
