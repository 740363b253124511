"""Twelve days of everything that is measured.

Instants are story seconds; `THIRD` is the third day, Friday at ten. Written beside each
block is what a person with a stop watch would note.
"""

from __future__ import annotations

from empathy_sim.engine import events as e
from empathy_sim.journey.units import DAY, SECOND
from tests.debrief.told_by_hand import HandLog

A_DAY = 86_400
THIRD = 3 * A_DAY
LAST = 12 * A_DAY


def twelve_days() -> HandLog:
    """An order in peace, five contacts on one day, and a delivery six days late."""
    log = HandLog()
    log.write(e.PromiseMade, "delivery", 2 * DAY)
    log.write(e.StageEntered, "ringing")
    _signing_up(log)
    _three_days(log)
    _a_chat(log)
    _a_dropped_call(log)
    _a_call_passed_on(log)
    _hung_up(log, 1_600, 3)
    _hung_up(log, 1_700, 120)
    _ratings(log)
    _a_hall_and_a_door(log)
    _nine_days(log)
    _looking_again(log)
    log.write(e.StageLeft, "ringing", "answered")
    log.write(e.JourneyEnded, "solved", "solved", "It is done.")
    return log


def _signing_up(log: HandLog) -> None:
    """Two visits: to page 2 of 2, then only to page 1; three fields again in all."""
    log.write(e.ContactBegan, "web")
    log.enter("sign", "form")
    log.write(e.StepTaken, "page", {"number": 1})
    log.sec(10).write(e.FieldFilled, "surname", 7)
    log.sec(20).write(e.FieldFilled, "email", 9)
    log.sec(30).write(e.InputRefused, "surname", "letters", "A valid surname, please.")
    log.sec(40).write(e.FieldFilled, "surname", 6)
    log.sec(50).write(e.StepTaken, "page", {"number": 2})
    log.sec(60).write(e.FieldFilled, "key", 8)
    log.sec(70).leave("sign", "left")
    log.sec(80).enter("sign", "form", 2)
    log.write(e.StepTaken, "page", {"number": 1})
    log.sec(90).write(e.FieldFilled, "surname", 6)
    log.sec(100).write(e.FieldFilled, "email", 9)
    log.sec(110).leave("sign", "left")
    _look(log, 120, reached=1, in_part=False)
    log.enter("help", "search")
    log.sec(135).write(e.StepTaken, "led_back", {})
    log.sec(140).leave("help", "left")
    log.write(e.ContactEnded, "web", "customer", "finished")


def _look(log: HandLog, at: int, *, reached: int, in_part: bool) -> None:
    log.sec(at).enter("parcel", "order")
    shown = {"says": "Your order", "reached": reached, "charged_in_full": in_part}
    log.write(e.StepTaken, "shown", shown)
    log.sec(at + 10).leave("parcel", "left")


def _three_days(log: HandLog) -> None:
    """On the second day the date of the delivery goes from day 2 to day 5."""
    log.enter("week", "days")
    log.wait("days", THIRD - 140)
    log.sec(A_DAY).write(e.PromiseMoved, "delivery", 2 * DAY, 5 * DAY)
    log.write(e.FrictionMet, "promise_slipped", None)
    log.sec(THIRD).write(e.WaitEnded, "days", "passed")
    log.leave("week", "passed")


def _a_chat(log: HandLog) -> None:
    """60 s; asked for the number the first time; closed by the company."""
    log.sec(THIRD).write(e.ContactBegan, "chat")
    log.enter("robin", "chat")
    log.sec(THIRD + 10).write(e.AskedFor, "order_number", "chat")
    log.sec(THIRD + 20).write(e.FactGiven, "order_number", right=True)
    log.sec(THIRD + 60).write(e.ContactEnded, "chat", "company", "closed")
    log.leave("robin", "left")


def _a_dropped_call(log: HandLog) -> None:
    """60 s of menu, 600 s on hold of which 45 are felt; asked the second time."""
    log.sec(THIRD + 100).write(e.ContactBegan, "phone")
    log.write(e.AskedFor, "order_number", "menu")
    log.sec(THIRD + 110).write(e.FactGiven, "order_number", right=True)
    log.sec(THIRD + 160, 100).enter("queue", "hold")
    log.wait("hold", 1_200)
    log.sec(THIRD + 200, 130).write(e.Announced, "apology", "We are sorry.")
    log.sec(THIRD + 300).write(e.Announced, "apology", "We are sorry.", heard=False)
    log.sec(THIRD + 310).write(e.Announced, "position", "You are fourth.")
    log.sec(THIRD + 760, 145).write(e.FrictionMet, "line_dropped", None)
    log.write(e.WaitEnded, "hold", "dropped")
    log.write(e.ContactEnded, "phone", "company", "dropped")
    log.leave("queue", "dropped")


def _a_call_passed_on(log: HandLog) -> None:
    """30 s of menu, 15 s of queue, Dani for 120 s, of which 60 on hold; then 300 s of
    queue and Rosa for 300 s. Felt: 15, 20 and 30 s."""
    log.sec(THIRD + 800, 200).write(e.ContactBegan, "phone")
    log.sec(THIRD + 830, 230).enter("queue", "hold", 2)
    log.wait("hold", 15)
    log.sec(THIRD + 845, 245).write(e.WaitEnded, "hold", "answered")
    log.leave("queue", "answered")
    log.enter("desk", "call")
    log.write(e.PersonAnswered, "Dani", able=False)
    log.write(e.AskedFor, "order_number", "Dani", identity=True)
    log.sec(THIRD + 855, 255).write(e.FactGiven, "order_number", right=True)
    log.sec(THIRD + 865, 265).wait("supervisor", 60)
    log.sec(THIRD + 925, 285).write(e.WaitEnded, "supervisor", "answered")
    log.write(e.KindnessShown, "Dani wrote a note.")
    log.sec(THIRD + 965, 325).write(e.Transferred, "Resolutions", cold=True)
    log.leave("desk", "transferred")
    log.enter("queue", "hold", 3)
    log.wait("hold", 300)
    log.sec(THIRD + 1_265, 355).write(e.WaitEnded, "hold", "answered")
    log.leave("queue", "answered")
    log.enter("desk", "call", 2)
    log.write(e.PersonAnswered, "Rosa", able=True)
    log.write(e.PromiseMade, "refund", 13 * DAY)
    log.write(e.PromiseMade, "lorry", 4 * DAY)
    log.sec(THIRD + 1_565, 655).write(e.ContactEnded, "phone", "customer", "finished")
    log.leave("desk", "answered")


def _hung_up(log: HandLog, began: int, waited: int) -> None:
    """10 s of menu, then so many seconds of queue, all of it felt."""
    felt = 700 + began
    log.sec(THIRD + began, felt).write(e.ContactBegan, "phone")
    log.sec(THIRD + began + 10, felt + 10).enter("queue", "hold", 4)
    log.wait("hold", 9_999)
    done = began + 10 + waited
    log.sec(THIRD + done, felt + 10 + waited).write(e.WaitEnded, "hold", "hung_up")
    log.write(e.ContactEnded, "phone", "customer", "hung_up")
    log.leave("queue", "hung_up")


def _ratings(log: HandLog) -> None:
    log.sec(THIRD + 1_900).enter("rating", "survey")
    for question, value, measures, least, most in (
        *(("dani", 4, "csat", 1, 5), ("rosa", 2, "csat", 1, 5)),
        *(("easy", 3, "ces", 1, 7), ("quick", 6, "ces", 1, 7)),
        *(("friend", 9, "nps", 0, 10), ("colleague", 5, "nps", 0, 10)),
        ("family", 10, "nps", 0, 10),
    ):
        log.write(e.Rated, question, value, measures, least, most)
    log.leave("rating", "sent")


def _a_hall_and_a_door(log: HandLog) -> None:
    """10 s on a ticket for the wrong counter and 15 s on one for the right; 45 s from
    the door. Then, on the same day, a card while somebody was at home."""
    log.sec(THIRD + 1_910).enter("hall", "counter")
    log.sec(THIRD + 1_920).write(e.StepTaken, "drawn", {"number": "B 41"})
    log.sec(THIRD + 1_930).write(e.StepTaken, "turn", {"until": 0})
    log.sec(THIRD + 1_935).write(e.StepTaken, "drawn", {"number": "D 17"})
    log.sec(THIRD + 1_950).write(e.StepTaken, "turn", {"until": 0})
    log.sec(THIRD + 1_955).write(e.StepTaken, "met")
    log.leave("hall", "served")
    log.sec(THIRD + 1_960).enter("home", "counter")
    log.write(e.StepTaken, "awaits")
    log.sec(THIRD + 1_980).write(
        e.StepTaken, "lost", {"how": "card", "in_window": True}
    )
    log.leave("home", "missed")


def _nine_days(log: HandLog) -> None:
    """The delivery lapses on day 5 and comes on day 8; the lorry is put off from day 4
    to day 9 and comes on day 8; the refund comes on day 12, a day early."""
    log.sec(THIRD + 2_000).enter("week", "days", 2)
    log.wait("days", LAST - THIRD - 2_000)
    log.sec(THIRD + 3_000).write(e.PromiseMoved, "lorry", 4 * DAY, 9 * DAY)
    log.sec(5 * A_DAY).write(e.PromiseBroken, "delivery", "lapsed")
    log.sec(8 * A_DAY).write(e.PromiseKept, "delivery")
    log.write(e.PromiseKept, "lorry")
    log.sec(LAST).write(e.PromiseKept, "refund")
    log.write(e.WaitEnded, "days", "passed")
    log.leave("week", "passed")


def _looking_again(log: HandLog) -> None:
    """50 s on the web: the form is accepted; the order is delivered, in part."""
    log.sec(LAST).write(e.ContactBegan, "web")
    log.enter("sign", "form", 3)
    log.write(e.StepTaken, "page", {"number": 1})
    log.sec(LAST + 10).write(e.FieldFilled, "surname", 6)
    log.sec(LAST + 20).leave("sign", "accepted")
    _look(log, LAST + 30, reached=3, in_part=True)
    log.sec(LAST + 50).write(e.ContactEnded, "web", "customer", "finished")


def milliseconds(seconds: int) -> int:
    """As the log has it."""
    return seconds * SECOND
