"""Days pass, elided; messages stop them."""

from __future__ import annotations

import pytest

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.timing import DAY_TURN, DAYS_AT_MOST
from empathy_sim.engine.touchpoints.days import DaysFace
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.units import DAY, HOUR, MINUTE
from empathy_sim.rehearsal.playthrough import Playthrough
from tests.engine.made_scripts import begun
from tests.engine.walking import refusal

GO_ON = m.Choose("go-on")


def face_of(play: Playthrough) -> DaysFace:
    face = play.scene.face
    assert isinstance(face, DaysFace)
    return face


def choices(play: Playthrough) -> list[str]:
    return [offer.id for offer in play.scene.offers if offer.sort == "choose"]


def until_read(play: Playthrough) -> None:
    """Let time pass until a message is open."""
    play.wait_until(lambda _: face_of(play).open is not None)


def go_through(play: Playthrough) -> None:
    """Read every message as it comes, without a pause."""
    while not play.state.is_over:
        if "go-on" in choices(play):
            play.do(GO_ON)
        else:
            play.tick()


def test_nothing_can_be_done_while_the_calendar_turns() -> None:
    play = begun("days-two-messages")

    assert choices(play) == []
    assert play.scene.waiting == "days"
    assert not play.scene.asks
    with pytest.raises(MoveRefused):
        play.do(GO_ON)


OTHER_MOVES = [
    m.Choose("elsewhere"),
    m.Press("1"),
    m.Say("hello"),
    m.FillIn("reply", "hello"),
    m.Rate("days", 1),
    m.HangUp(),
]


@pytest.mark.parametrize("move", OTHER_MOVES)
def test_a_calendar_and_a_message_take_no_other_move(move: m.Move) -> None:
    play = begun("days-two-messages")
    refusal(play, move)
    until_read(play)

    refusal(play, move)


def test_messages_come_in_the_order_of_their_instants_and_each_stops_the_days() -> None:
    play = begun("days-two-messages")

    until_read(play)
    assert play.state.story_ms == DAY
    assert choices(play) == ["go-on"]
    play.do(GO_ON)
    until_read(play)

    subjects = [message.subject for message in play.happened(e.MessageArrived)]
    assert subjects == ["We have your order", "An update to your order"]


def test_an_arrival_whose_condition_does_not_hold_stops_nothing() -> None:
    play = begun("days-two-messages")

    until_read(play)
    play.do(GO_ON)
    waits = len(play.happened(e.WaitBegan))
    until_read(play)

    assert len(play.happened(e.WaitBegan)) == waits == 2
    assert "left out" not in " ".join(
        each.says for each in play.happened(e.MessageArrived)
    )


def test_an_arrival_may_name_the_time_of_its_day() -> None:
    play = begun("days-two-messages")

    until_read(play)
    play.do(GO_ON)
    until_read(play)

    assert play.scene.clock.time == "08:05"
    assert play.scene.clock.date == "Saturday 14 June"


def test_the_clock_runs_one_to_one_while_a_message_is_read() -> None:
    play = begun("days-two-messages")
    until_read(play)
    story, felt = play.state.story_ms, play.state.felt_ms

    play.wait(3 * MINUTE)

    assert play.state.story_ms - story == play.state.felt_ms - felt == 3 * MINUTE
    assert face_of(play).open == 0


def test_a_message_names_the_date_that_it_has_just_moved() -> None:
    play = begun("days-two-messages")
    until_read(play)
    play.do(GO_ON)
    until_read(play)

    says = play.happened(e.MessageArrived)[-1].says
    assert says == "Your delivery is now on Saturday 21 June."
    assert play.scene.notebook.promises[0].date == "Saturday 21 June"
    assert play.scene.notebook.promises[0].first_date == "Thursday 12 June"
    assert play.frictions() == ["promise_broken", "promise_slipped"]


def test_a_promise_lapses_while_the_days_pass_and_nobody_says_so() -> None:
    play = begun("days-two-messages")
    until_read(play)
    play.do(GO_ON)
    until_read(play)

    broken = play.happened(e.PromiseBroken)
    assert [(each.promise, each.how) for each in broken] == [("delivery", "lapsed")]
    assert broken[0].story_ms == 2 * DAY + 1
    met = play.happened(e.FrictionMet)[0]
    assert (met.code, met.cause) == ("promise_broken", "alone/late-truck")


def test_after_the_last_message_the_rest_of_the_days_pass() -> None:
    play = begun("days-two-messages")
    for _ in range(2):
        until_read(play)
        play.do(GO_ON)

    play.wait_until(lambda state: state.is_over)

    assert play.state.story_ms == 6 * DAY
    assert play.happened(e.TouchpointLeft)[-1].exit == "passed"
    assert play.happened(e.WaitEnded)[-1].how == "passed"


@pytest.mark.parametrize("pace", ["real", "workshop", "brisk"])
def test_turning_is_elided_at_every_pace(pace: m.Pace) -> None:
    play = begun("days-two-messages", pace=pace)

    go_through(play)

    assert play.state.felt_ms == 3 * DAY_TURN


def test_all_turning_together_is_felt_for_fifteen_seconds_at_most() -> None:
    play = begun("days-interrupted", pace="real")
    for _ in range(40):
        until_read(play)
        play.do(m.Choose("ring-them-now"))
        play.do(m.Choose("back-to-the-days"))

    assert play.state.felt_ms == DAYS_AT_MOST


def test_what_was_promised_for_that_instant_and_comes_then_is_kept() -> None:
    play = begun("days-that-work")

    until_read(play)
    play.do(GO_ON)
    play.wait_until(lambda state: state.is_over)

    assert play.frictions() == []
    assert play.state.promises["delivery"].status == "kept"
    assert play.state.ending == "arrived"


def test_two_messages_of_one_instant_lie_in_the_inbox_together() -> None:
    play = begun("days-interrupted")
    until_read(play)

    assert [mail.read for mail in face_of(play).inbox] == [True, False]
    assert face_of(play).open == 0
    assert play.scene.offers[0].label == "Read the next one"
    play.do(GO_ON)

    assert [mail.read for mail in face_of(play).inbox] == [True, True]
    assert face_of(play).open == 1
    assert play.scene.offers[0].label == "Let the days go on"


def test_contradictory_notices_are_a_friction_of_the_second() -> None:
    play = begun("days-interrupted")
    until_read(play)

    met = play.happened(e.FrictionMet)
    assert [(each.code, each.cause) for each in met] == [
        ("contradictory_notice", "alone/two-systems")
    ]


def test_that_an_address_reads_nothing_is_learnt_by_replying() -> None:
    play = begun("days-interrupted")
    until_read(play)

    assert play.frictions() == ["contradictory_notice"]
    play.do(m.Choose("reply"))

    assert play.frictions() == ["contradictory_notice", "cannot_answer"]
    came_back = play.happened(e.MessageArrived)[-1]
    assert came_back.sender == "Mail delivery"
    assert "was not delivered" in came_back.says


def test_what_came_back_is_read_after_what_was_unread_before() -> None:
    play = begun("days-interrupted")
    until_read(play)
    play.do(m.Choose("reply"))

    assert face_of(play).inbox[1].subject == "Your question is closed"
    assert face_of(play).open == 1
    play.do(GO_ON)
    assert face_of(play).open == 2
    assert "reply" not in choices(play)


def test_a_second_reply_comes_back_and_is_no_second_friction() -> None:
    play = begun("days-interrupted")
    until_read(play)
    play.do(m.Choose("reply"))
    play.do(m.Choose("reply"))

    assert play.frictions().count("cannot_answer") == 1
    came_back = play.happened(e.MessageArrived)[-1]
    assert came_back.says == "The number does not take messages."
    assert came_back.looks_like == "text"


def test_a_card_has_no_reply_button() -> None:
    play = begun("days-interrupted")
    until_read(play)
    play.do(GO_ON)
    play.do(GO_ON)
    until_read(play)

    assert face_of(play).inbox[-1].looks_like == "card"
    assert choices(play) == ["go-on", "ring-them-now"]
    with pytest.raises(MoveRefused):
        play.do(m.Choose("reply"))


def test_an_option_breaks_the_days_off() -> None:
    play = begun("days-interrupted")
    until_read(play)

    play.do(m.Choose("ring-them-now"))

    assert play.state.touchpoint == "ring"
    assert play.happened(e.OptionChosen)[-1].says == "Ring them now"
    assert play.happened(e.TouchpointLeft)[-1].exit == "ring-them-now"


def test_an_option_is_there_only_while_its_condition_holds() -> None:
    play = begun("days-interrupted")
    until_read(play)
    with pytest.raises(MoveRefused):
        play.do(m.Choose("ring-them-again"))

    play.do(m.Choose("ring-them-now"))
    play.do(m.Choose("back-to-the-days"))
    until_read(play)

    assert "ring-them-again" in choices(play)


def test_the_last_day_may_end_at_a_time_of_its_own() -> None:
    play = begun("days-interrupted")
    face = face_of(play)
    assert (face.begins, face.ends) == ("Tuesday 10 June", "Sunday 15 June")
    assert (face.day, face.days, face.first_day) == (1, 6, 1)

    go_through(play)

    assert play.scene.clock.time == "09:00"
    assert play.state.story_ms == 5 * DAY - HOUR


def test_a_message_that_fell_due_while_another_was_read_comes_at_once() -> None:
    play = begun("days-interrupted")
    until_read(play)
    play.do(GO_ON)
    play.wait(2 * DAY)

    play.do(GO_ON)

    assert face_of(play).inbox[-1].looks_like == "card"
    assert play.happened(e.WaitBegan)[-1].story_ms < DAY
