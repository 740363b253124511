"""What people tell is kept where it is true."""

from __future__ import annotations

import pytest

from empathy_sim.engine import moves as m
from empathy_sim.errors import RoomRefused
from empathy_sim.workshop.room import events as e
from empathy_sim.workshop.room.running import close_play
from empathy_sim.workshop.room.telling import (
    answer,
    ask_quietly,
    guess,
    observe,
    poll,
    reveal,
    tick,
)
from tests.workshop.room.rooms import Workshop


def test_what_is_told_quietly_stands_until_it_is_answered() -> None:
    workshop = Workshop()
    ines = workshop.sit("Ines")
    ask_quietly(workshop.room, ines, " The sound is off. ")
    assert workshop.room.seat(ines).asked == "The sound is off."
    answer(workshop.room, ines)

    assert workshop.room.seat(ines).asked is None


def test_only_what_the_log_holds_can_be_ticked() -> None:
    workshop = Workshop()
    ines = workshop.plays("Ines")
    session = workshop.room.session_of(ines)
    session.submit(m.React(-2, 2, "At last."))
    word = len(session.log)
    session.submit(m.React(0, 0, "It was the report.", aha=True))
    aha = len(session.log)
    session.submit(m.React(1, 1))
    bare = len(session.log)
    everything = tuple(range(-3, 500))
    tick(
        workshop.room,
        e.Ticked(0, ines, curve=True, ahas=everything, words=everything),
    )

    ticked = workshop.room.seat(ines).ticked
    assert ticked is not None
    assert (ticked.words, ticked.ahas) == ((word,), (aha,))
    assert bare not in ticked.words


def test_the_last_ticks_count() -> None:
    workshop = Workshop()
    ines = workshop.plays("Ines")
    tick(workshop.room, e.Ticked(0, ines, curve=True, named=True))
    tick(workshop.room, e.Ticked(0, ines))

    ticked = workshop.room.seat(ines).ticked
    assert ticked is not None
    assert (ticked.curve, ticked.named) == (False, False)


def test_an_observer_notes_at_the_storys_own_instant() -> None:
    workshop = Workshop()
    ines = workshop.sit("Ines")
    omar = workshop.sit("Omar", "observer", ines)
    with pytest.raises(RoomRefused, match="not begun"):
        observe(workshop.room, omar, "sigh")
    workshop.plays("Ada")
    session = workshop.room.session_of(ines)
    observe(workshop.room, omar, "sigh", "Before the third announcement.")

    (noted,) = workshop.room.state.observed
    assert (noted.about, noted.session_seq) == (ines, len(session.log))


def test_a_customer_observes_nobody() -> None:
    workshop = Workshop()
    ines = workshop.plays("Ines")

    with pytest.raises(RoomRefused, match="whom"):
        observe(workshop.room, ines, "laugh")


def test_five_reasons_are_guessed_and_no_more() -> None:
    workshop = Workshop()
    ines = workshop.sit("Ines")
    guess(workshop.room, ines, ["Late", " ", "Broken  twice", "c", "d", "e", "f"])

    kept = workshop.room.seat(ines).guess
    assert kept is not None
    assert kept.reasons.split("\n") == ["Late", "Broken twice", "c", "d", "e"]
    with pytest.raises(RoomRefused, match="at least one"):
        guess(workshop.room, ines, [" "])


def test_nobody_guesses_once_the_answers_stand_on_the_wall() -> None:
    workshop = Workshop()
    ines = workshop.plays("Ines")
    close_play(workshop.room)
    reveal(workshop.room, "expected")

    with pytest.raises(RoomRefused, match="wall"):
        guess(workshop.room, ines, ["Late"])


def test_what_the_frontline_says_is_nobodys() -> None:
    workshop = Workshop()
    poll(workshop.room, ["Late", "Lost"], "link")

    (polled,) = workshop.room.state.polled
    assert polled.reasons == "Late\nLost"
    known = {"at_ms", "source", "reasons", "people", "browser"}
    assert set(polled.__struct_fields__) == known


def test_of_one_browser_the_newest_answer_counts() -> None:
    workshop = Workshop()
    for reason, browser in (("Late", "a"), ("Lost", "b"), ("Cold", "a"), ("Old", "")):
        poll(workshop.room, [reason], "link", browser)
    poll(workshop.room, ["Old"], "file")

    kept = [each.reasons for each in workshop.again().state.polled]
    assert kept == ["Lost", "Cold", "Old", "Old"]


def test_the_wall_stays_empty_while_people_play() -> None:
    workshop = Workshop()
    workshop.plays("Ines")
    with pytest.raises(RoomRefused, match="Close the room"):
        reveal(workshop.room, "curve")
    close_play(workshop.room)
    reveal(workshop.room, "curve")
    reveal(workshop.room, "curve")

    assert workshop.room.state.revealed == ("curve",)
