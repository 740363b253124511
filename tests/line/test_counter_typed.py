"""A counter, line by line."""

from __future__ import annotations

from empathy_sim.engine import events as e
from tests.line.typed_play import typed


def test_a_ticket_is_drawn_by_number_and_the_board_speaks_for_itself() -> None:
    done = typed("counter-that-works", "1", "go to counter 3", "thank you")

    assert "A machine gives tickets." in done.text
    assert "Your ticket: C 42, Repairs and returns." in done.text
    assert "Two people are before you." in done.text
    assert "The board: C 42, counter 3." in done.text
    assert "Recording" not in done.text
    assert "Ines: Let me see. Yes. That is done." in done.text
    assert done.session.state.ending == "helped"


def test_what_somebody_says_on_the_way_can_be_acted_on() -> None:
    done = typed("counter-wrong-letter", "1", "D  After-sales", "1", "1")

    assert "A man with a cot: B is for collecting. Service is D." in done.text
    assert "Your ticket: D 17, After-sales." in done.text
    assert done.times("The board: B 41, counter 1.") == 0
    assert done.session.state.ending == "helped"


def test_what_is_done_meanwhile_is_told_with_how_long_it_took() -> None:
    done = typed("counter-rings-while-away", "3", "1", "1", "1")

    assert "(You choose: Put the bin out)" in done.text
    assert "The lane is empty." in done.text
    assert "The doorbell rings." in done.text
    assert done.session.state.ending == "helped"


def test_a_card_is_read_out() -> None:
    done = typed("counter-card-at-home", "")

    assert "A card from Alder & Wray" in done.text
    assert "Sorry we missed you. We called and nobody was in." in done.text
    assert [each.code for each in done.events(e.FrictionMet)] == [
        "missed_at_home",
        "day_off_lost",
    ]


def test_enter_alone_never_gives_up_a_wait() -> None:
    done = typed("counter-that-works", "1", "", "", "1", "1")

    assert done.session.state.ending == "helped"


def test_no_line_of_a_hall_is_told_twice_in_one_wait() -> None:
    done = typed("counter-others-first", "1", "1", "1")

    assert done.times("Nine chairs, seven of them taken.") == 1
    assert done.times("Your ticket: C 42") == 1
