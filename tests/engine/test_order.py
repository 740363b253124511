"""The page of an order says what suits it."""

from __future__ import annotations

import pytest

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.touchpoints.order import OrderFace, RefundShown
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.units import MINUTE
from empathy_sim.rehearsal.playthrough import Playthrough
from tests.engine.made_scripts import begun
from tests.engine.walking import refusal

LEFT = m.Choose("left")
AWAY = m.Choose("where-is-it-now")
CANCEL = m.Choose("cancel-this-order")


def face_of(play: Playthrough) -> OrderFace:
    face = play.scene.face
    assert isinstance(face, OrderFace)
    return face


def look_again(play: Playthrough) -> None:
    play.do(AWAY)
    play.do(m.Choose("read"))


def test_the_first_status_whose_condition_holds_is_shown() -> None:
    play = begun("order-slips")
    assert face_of(play).page.says == "Your order is on its way."

    look_again(play)

    assert face_of(play).page.says == "An update to your order."
    assert face_of(play).page.history == (("Monday", "Label created."),)


def test_the_page_names_the_order_and_the_day_of_the_promise() -> None:
    face = face_of(begun("order-slips"))

    assert face.site == "alderandwray.example/orders"
    assert face.number == "HV-104233-QK"
    assert face.page.date == "Friday 13 June"
    assert face.page.step == 2


def test_a_date_that_has_moved_is_shown_and_is_one_friction() -> None:
    play = begun("order-slips")
    look_again(play)

    assert face_of(play).page.date == "Thursday 19 June"
    assert play.frictions() == ["label_only", "promise_slipped"]


def test_looking_a_minute_later_moves_nothing() -> None:
    play = begun("order-slips")
    look_again(play)
    play.wait(MINUTE)
    look_again(play)

    assert len(play.happened(e.PromiseMoved)) == 1
    assert play.frictions() == ["label_only", "promise_slipped"]


def test_a_label_is_taken_for_a_parcel_once() -> None:
    play = begun("order-slips")
    for _ in range(3):
        look_again(play)

    assert play.frictions().count("label_only") == 1
    assert play.happened(e.FrictionMet)[0].cause == "alone/label-counts"


def test_the_page_does_not_change_while_one_looks() -> None:
    play = begun("order-slips")
    shown = face_of(play).page

    play.tick()

    assert play.state.promises["delivery"].status == "broken"
    assert face_of(play).page == shown


def test_a_cancellation_is_refused_in_its_place() -> None:
    play = begun("order-slips")

    play.do(CANCEL)

    assert face_of(play).refusal.startswith("Your order is being prepared")
    assert face_of(play).refused == "cancel-this-order"
    assert play.state.touchpoint == "page"
    assert play.frictions() == ["label_only", "cancel_refused"]


def test_a_refusal_repeated_is_said_again_and_counted_once() -> None:
    play = begun("order-slips")
    for _ in range(3):
        play.do(CANCEL)

    assert len(play.happened(e.InputRefused)) == 3
    assert play.frictions().count("cancel_refused") == 1


def test_a_refusal_may_have_a_friction_and_a_cause_of_its_own() -> None:
    play = begun("order-slips")

    play.do(m.Choose("address"))

    assert play.frictions() == ["label_only", "policy_wall"]
    assert play.happened(e.FrictionMet)[-1].cause == "alone/no-changes"


def test_an_action_can_be_opened_by_another() -> None:
    play = begun("order-slips")
    with pytest.raises(MoveRefused):
        play.do(m.Choose("ring-us"))

    play.do(m.Choose("address"))
    play.do(m.Choose("ring-us"))

    assert play.state.ending == "rang"
    assert play.happened(e.TouchpointLeft)[-1].exit == "ring-us"


def test_the_page_can_be_closed() -> None:
    play = begun("order-slips")

    play.do(LEFT)

    assert play.state.ending == "left"
    assert [each.channel for each in play.happened(e.ContactEnded)] == ["web"]


@pytest.mark.parametrize(
    "move",
    [
        m.Choose("elsewhere"),
        m.Press("1"),
        m.Say("hello"),
        m.FillIn("number", "HV-1"),
        m.Rate("page", 1),
        m.HangUp(),
    ],
)
def test_a_page_takes_no_other_move(move: m.Move) -> None:
    refusal(begun("order-slips"), move)


def test_part_of_it_came_and_all_of_it_was_charged() -> None:
    play = begun("order-part-and-refund")

    page = face_of(play).page
    assert page.parcels == (
        ("Tea cosy", "Delivered"),
        ("Copper kettle", "Being prepared"),
    )
    assert page.charged_in_full
    assert play.frictions() == ["partial_shipment"]


def test_ten_business_days_are_two_weeks() -> None:
    play = begun("order-part-and-refund")

    play.do(m.Choose("see-the-refund"))

    assert play.scene.clock.date == "Tuesday 10 June"
    assert face_of(play).page.refund == RefundShown(
        "£64.00", "Refund to your card.", "Tuesday 24 June"
    )
    assert play.frictions() == ["partial_shipment", "slow_refund"]
    assert play.happened(e.FrictionMet)[-1].cause == "alone/payment-run"


def test_a_refund_that_was_promised_has_the_day_of_its_promise() -> None:
    page = face_of(begun("order-that-works")).page

    assert page.refund == RefundShown("£3.00", "Your voucher.", "Friday 13 June")


def test_what_the_page_says_in_words_is_what_it_shows() -> None:
    play = begun("order-part-and-refund")
    told = [each.says for each in face_of(play).told()]
    assert "Copper kettle: Being prepared" in told

    play.do(m.Choose("see-the-refund"))

    told = [each.says for each in face_of(play).told()]
    assert "Refund to your card. £64.00, by Tuesday 24 June" in told


def test_a_page_that_is_right_meets_no_friction() -> None:
    play = begun("order-that-works")
    assert face_of(play).page.date == "Wednesday 11 June"

    play.do(CANCEL)

    assert play.frictions() == []
    assert [each.says for each in play.happened(e.KindnessShown)] == [
        "It can be cancelled at the door."
    ]
    assert play.state.ending == "cancelled"
