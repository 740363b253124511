"""A second sitting, with swapped chairs."""

from __future__ import annotations

import pytest

from empathy_sim.engine import moves as m
from empathy_sim.errors import RoomRefused
from empathy_sim.session.session import Session
from empathy_sim.workshop.forgetting import forget_seat
from empathy_sim.workshop.group.steps import HEADINGS
from empathy_sim.workshop.looking_back import LookingBack, wall_of
from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.board import BoardRow, board_of
from empathy_sim.workshop.room.running import close_play, end
from empathy_sim.workshop.room.seating import change_chair
from empathy_sim.workshop.room.swapping import swap, swap_of
from empathy_sim.workshop.room.telling import observe, tick
from tests.workshop.room.rooms import Workshop, to_playing


def through(session: Session) -> None:
    """Come through the own debrief."""
    while session.state.phase != "closed":
        session.submit(m.Proceed())


class Paired(Workshop):
    """A room of pairs, after its first sitting."""

    def __init__(self, pairs: int = 1, *, through_it: bool = True) -> None:
        super().__init__()
        names = range(1, pairs + 1)
        self.first = [self.plays(f"Player {each}") for each in names]
        self.second = [
            self.sit(f"Watcher {number}", "observer", seat)
            for number, seat in enumerate(self.first, 1)
        ]
        for played, watched in zip(self.first, self.second, strict=True):
            self.plays_on(played, "Nobody comes.")
            observe(self.room, watched, "sigh", "A long one")
        close_play(self.room)
        for played in self.first:
            if through_it:
                through(self.room.session_of(played))
            tick(self.room, e.Ticked(0, played, curve=True, named=True))

    def plays_on(self, seat: str, words: str) -> None:
        session = self.room.session_of(seat)
        session.submit(m.React(-2, 2, words))

    def second_sitting(self) -> None:
        """Swap, play and close again."""
        swap(self.room)
        for plays, watches in zip(self.second, self.first, strict=True):
            to_playing(self.room.session_of(plays))
            self.plays_on(plays, "So this is it.")
            observe(self.room, watches, "laugh")
        close_play(self.room)

    def row(self, seat: str) -> BoardRow:
        rows = board_of(self.room, self.attendance).rows
        return next(each for each in rows if each.seat == seat)


def test_who_watched_plays_and_who_played_watches_them() -> None:
    at = Paired()
    (first,), (second,) = at.first, at.second
    swap(at.room)

    assert at.room.seat(second).chair == "customer"
    assert (at.room.seat(first).chair, at.room.seat(first).about) == (
        "observer",
        second,
    )
    assert (at.room.state.phase, at.room.state.sittings) == ("playing", 2)
    to_playing(at.room.session_of(second))
    assert at.room.session_of(second).state.stage == "calling"


def test_everything_of_the_first_sitting_stays_with_whom_it_belongs_to() -> None:
    at = Paired()
    (first,), (second,) = at.first, at.second
    session, ticked = at.room.seat(first).session, at.room.seat(first).ticked
    log, notes = tuple(at.room.session_of(first).log), at.room.state.observed
    at.second_sitting()
    at.again()

    assert at.room.seat(first).session == session
    assert at.room.seat(first).ticked == ticked
    assert tuple(at.room.session_of(first).log) == log
    assert at.room.state.observed[: len(notes)] == notes
    assert at.room.seat(second).session not in {"", session}
    assert at.room.seat(second).ticked is None
    assert [(each.seat, each.about) for each in at.room.state.observed] == [
        (second, first),
        (first, second),
    ]


def test_whoever_is_still_in_a_debrief_comes_through_it() -> None:
    at = Paired(through_it=False)
    (first,), (second,) = at.first, at.second
    assert swap_of(at.room).debriefing == 1
    swap(at.room)

    assert at.row(first).where == "at the ending"
    through(at.room.session_of(first))
    assert at.row(first).where == "observes Watcher 1"
    assert at.row(second).where == "has not begun"


def test_three_at_a_screen_play_one_after_the_other() -> None:
    at = Paired()
    (first,), (second,) = at.first, at.second
    third = at.sit("Third", "observer", first)
    at.second_sitting()
    assert at.room.seat(third).about == second
    swap(at.room)

    assert at.room.seat(third).chair == "customer"
    assert {at.room.seat(each).about for each in (first, second)} == {third}
    to_playing(at.room.session_of(third))
    close_play(at.room)
    with pytest.raises(RoomRefused, match="left to play"):
        swap(at.room)


def test_who_played_alone_keeps_the_chair() -> None:
    at = Workshop()
    alone = at.plays("Alone")
    played = at.plays("Player")
    watched = at.sit("Watcher", "observer", played)
    close_play(at.room)
    found = swap_of(at.room)
    swap(at.room)

    assert (found.pairs, found.alone) == (((played, watched),), 1)
    assert at.room.seat(alone).chair == "customer"
    assert at.room.session_of(alone).state.phase != "playing"


@pytest.mark.parametrize("when", ["lobby", "playing", "ended"])
def test_the_pairs_swap_only_when_the_room_is_closed(when: str) -> None:
    at = Paired() if when == "ended" else Workshop()
    match when:
        case "playing":
            at.plays("Ines")
        case "ended":
            end(at.room)
        case _:
            pass
    log = list(at.room.log)

    with pytest.raises(RoomRefused, match="Close the room first"):
        swap(at.room)
    assert at.room.log == log


def test_a_room_without_pairs_has_no_second_sitting() -> None:
    at = Workshop()
    at.plays("Ines")
    close_play(at.room)

    with pytest.raises(RoomRefused, match="left to play"):
        swap(at.room)


def test_nobody_plays_twice_but_whoever_watches_may_watch_somebody_else() -> None:
    at = Paired(2)
    swap(at.room)
    change_chair(at.room, at.first[0], "observer", at.second[1])

    assert at.room.seat(at.first[0]).about == at.second[1]
    with pytest.raises(RoomRefused):
        change_chair(at.room, at.first[0], "customer")


def test_a_room_counts_both_sittings_and_each_person_once() -> None:
    at = Paired(3)
    at.second_sitting()
    people = LookingBack(at.room).people()

    assert sorted(people.read) == sorted([*at.first, *at.second])
    assert len(people.people) == len(at.room.state.seats)
    assert [len(each.member.observed) for each in people.people] == [1] * 6


def test_a_number_needs_as_many_people_as_before_however_often_they_sat() -> None:
    two, three = Paired(2), Paired(3)
    for at in (two, three):
        for seat in at.first:
            tick(at.room, e.Ticked(0, seat))
        at.second_sitting()
        looking = LookingBack(at.room)
        for _ in HEADINGS:
            looking.reveal_next()

    assert len(wall_of(two.room).ledger.admitted) == 4
    assert not any(each.cells for each in wall_of(two.room).ledger.batches)
    assert any(each.cells for each in wall_of(three.room).ledger.batches)
    assert all(
        len(set(each.seats)) >= three.room.state.opened.smallest
        for each in wall_of(three.room).ledger.batches
    )


def test_notes_are_not_shown_by_what_was_ticked_of_ones_own_journey() -> None:
    at = Paired()
    at.second_sitting()
    every = tuple(range(1, 200))
    for seat in (*at.first, *at.second):
        tick(at.room, e.Ticked(0, seat, curve=True, words=every))
    looking = LookingBack(at.room)
    for _ in HEADINGS:
        looking.reveal_next()

    shown = repr(wall_of(at.room).steps)
    assert "So this is it." in shown
    assert "A long one" not in shown


@pytest.mark.parametrize("who", ["first", "second"])
def test_one_of_a_pair_is_forgotten_and_the_other_stays_as_they_were(who: str) -> None:
    at = Paired(2)
    at.second_sitting()
    gone, left = at.first[0], at.second[0]
    if who == "second":
        gone, left = left, gone
    session, chair = at.room.seat(left).session, at.room.seat(left).chair
    forget_seat(at.room, gone)
    at.again()

    assert gone not in repr(at.room.log)
    assert at.room.seat(left).session == session
    assert at.room.seat(left).chair == chair
    assert at.room.seat(left).about == ""
    assert at.room.seat(at.first[1]).about == at.second[1]
