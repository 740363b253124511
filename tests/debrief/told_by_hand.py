"""A script and logs, written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from empathy_sim.engine import events as e
from empathy_sim.engine.moves import Pace
from empathy_sim.journey.cause import Cause, Fix
from empathy_sim.journey.journey import (
    Begins,
    Company,
    Customer,
    DebriefAsks,
    Ending,
    Journey,
    Like,
    Prediction,
    ReportLine,
    Resource,
    Stage,
)
from empathy_sim.journey.scenario import Scenario
from empathy_sim.journey.script import Script, ScriptStage
from empathy_sim.journey.touchpoint import Felt, Option, Touchpoint
from empathy_sim.journey.touchpoints.call import Call, Turn
from empathy_sim.journey.touchpoints.chat import Chat
from empathy_sim.journey.touchpoints.days import Days
from empathy_sim.journey.touchpoints.form import Field, Form, Page
from empathy_sim.journey.touchpoints.hold import Hold
from empathy_sim.journey.touchpoints.notice import Notice
from empathy_sim.journey.touchpoints.order import Order, Status
from empathy_sim.journey.touchpoints.survey import Question, Survey
from empathy_sim.journey.units import DAY, HOUR, MINUTE, SECOND, Drain
from empathy_sim.rehearsal.playthrough import plain_cast

MONTHLY, LIMIT, CARD = "ringing/monthly", "ringing/limit", "ringing/card"


def _touchpoints() -> dict[str, Touchpoint]:
    desk = Call(
        kind="call",
        who="Dani",
        starts="hello",
        turns={"hello": Turn(says="Hello.", leads="answered")},
        meant_to_feel=Felt(pleasant=0, aroused=1),
        leads={"hung_up": "gave_up"},
    )
    return {
        "queue": Hold(
            kind="hold",
            lasts=25 * MINUTE,
            meant_to_feel=Felt(pleasant=-3, aroused=2),
            evidence={"line_dropped": "Forty calls a week."},
            leads={"answered": "desk", "dropped": "dead", "hung_up": "gave_up"},
        ),
        "dead": Notice(
            kind="notice",
            says="The music stops.",
            options=(Option(says="Call again", leads="queue"),),
        ),
        "desk": desk,
        "robin": Chat(
            kind="chat",
            who="Robin",
            opens=("Hello.",),
            intents=(),
            not_understood=("Pardon.",),
            leads={"left": "gave_up"},
        ),
        "page": Notice(
            kind="notice", channel="web", says="In stock.", leads={"read": "answered"}
        ),
        **_pages(),
        "week": Days(kind="days", lasts=3 * DAY, leads={"passed": "answered"}),
        "rating": Survey(
            kind="survey",
            from_="Hearth & Vale",
            says="How was Dani?",
            questions=(Question(id="dani", says="Dani?", measures="csat"),),
            thanks="Thank you.",
            leads={"sent": "answered", "skipped": "answered"},
        ),
    }


def _pages() -> dict[str, Touchpoint]:
    return {
        "sign": Form(
            kind="form",
            site="hearthandvale.example/account",
            pages=(
                Page(title="You", fields=(Field(id="surname", label="Surname"),)),
                Page(title="Your key", fields=(Field(id="key", label="Key"),)),
            ),
            leads={"accepted": "answered", "left": "gave_up"},
        ),
        "parcel": Order(
            kind="order",
            site="hearthandvale.example/order",
            number="order_number",
            item="A kettle",
            shows=(Status(says="Your order is being prepared."),),
            leads={"left": "gave_up"},
        ),
    }


def _cause(department: str, kept_by: str, mended_by: str) -> Cause:
    return Cause(
        kind="staffing",
        department=department,
        kept_by=kept_by,
        since=2017,
        why="It was decided.",
        frontline_says="We said so.",
        fix=Fix(change="Decide again.", department=mended_by, cost="low"),
    )


_LEADS = {"answered": "end.solved", "gave_up": "end.gave_up"}


def _scenario() -> Scenario:
    return Scenario(
        scenario="holding",
        title="Holding",
        about="A hold.",
        channel="phone",
        intensity=2,
        exits=("answered", "gave_up"),
        starts="queue",
        touchpoints=_touchpoints(),
        causes={
            "monthly": _cause("operations", "80% in 20 seconds", "marketing"),
            "limit": _cause("finance", "31 pence a call", "digital"),
            "card": _cause("marketing", "9 of 10 call it warm", "operations"),
        },
        no_good_option="monthly",
    )


def _customer() -> Customer:
    battery = Resource(
        says="Phone", starts=3_400, drains=Drain(100, 2 * MINUTE), while_="phone"
    )
    return Customer(
        goal="A kettle.",
        stakes="A birthday.",
        holds={"order_number": Like(like="HV-1", says="Order number")},
        resources={"phone_battery": battery},
    )


_REPORT = (
    ReportLine(metric="service_level", reads="84%", target="80%"),
    ReportLine(metric="abandonment", reads="3%", target="5%"),
    ReportLine(metric="on_time_delivery", reads="97%", target="95%"),
    ReportLine(metric="satisfaction", reads="4.6", target="4.5"),
    ReportLine(metric="warmth", reads="9 of 10", target="9 of 10"),
)
_PREDICTIONS = (
    Prediction(id="help", asks="Help?", measures="minutes_to_help", unit="minutes"),
    Prediction(id="repeats", asks="Repeats?", measures="times_asked.order_number"),
    Prediction(id="calls", asks="Contacts?", measures="contacts"),
)


def _journey() -> Journey:
    return Journey(
        journey="a-call",
        title="A call",
        about="A call.",
        company=Company(name="Hearth & Vale", trade="kettles"),
        begins=Begins(day="Tuesday", at=10 * HOUR),
        departments=("operations", "finance", "marketing", "digital"),
        report=_REPORT,
        promises={"delivery": "The kettle arrives"},
        customer=_customer(),
        predictions=_PREDICTIONS,
        stages=(
            Stage(stage="ringing", title="Ringing", plays="holding", leads=_LEADS),
        ),
        endings={
            "solved": Ending(outcome="solved", says="It is done."),
            "gave_up": Ending(outcome="gave_up", says="It is left."),
        },
        debrief=DebriefAsks(asks=("What would you tell a friend?",)),
    )


_RINGING = ScriptStage(
    id="ringing", title="Ringing", scenario=_scenario(), leads=_LEADS
)
SCRIPT = Script(journey=_journey(), stages={"ringing": _RINGING})


class HandLog:
    """Writes events at a story and a felt second that are set by hand."""

    def __init__(
        self, *, departments: tuple[str, ...] = (), pace: Pace = "workshop"
    ) -> None:
        self.events: list[e.Event] = []
        self.at = (0, 0)
        cast = plain_cast({"order_number": "HV-1"})
        self.write(e.JourneyBegan, "digest", "a-call", cast, pace)
        self.write(e.Consented, departments, uninterrupted=False)

    def sec(self, story: float, felt: float | None = None) -> HandLog:
        """Go to an instant; felt time stands where it is not given."""
        was = self.at[1]
        self.at = (round(story * SECOND), was if felt is None else round(felt * SECOND))
        return self

    def write(
        self, kind: Callable[..., e.Event], *facts: object, **named: object
    ) -> int:
        """Write an event; returns its number."""
        self.events.append(kind(*self.at, *facts, **named))
        return len(self.events)

    def enter(self, touchpoint: str, kind: str, visit: int = 1) -> int:
        """Come to a touchpoint."""
        return self.write(e.TouchpointEntered, touchpoint, kind, visit)

    def leave(self, touchpoint: str, exit_: str) -> int:
        """Leave it."""
        return self.write(e.TouchpointLeft, touchpoint, exit_)

    def wait(self, sort: str, seconds: int, announced: int | None = None) -> int:
        """A wait begins."""
        told = None if announced is None else announced * SECOND
        return self.write(e.WaitBegan, sort, seconds * SECOND, 0, (), told)

    @property
    def log(self) -> tuple[e.Event, ...]:
        """The log so far."""
        return tuple(self.events)


def two_calls() -> HandLog:
    """A call that is dropped after 25 minutes, and one that reaches Rosa.

    Waits: 1,500 + 840 + 60 + 240 = 2,640 s, of which 210 + 45 + 30 + 45 = 330 s felt.
    """
    log = HandLog(departments=("finance",))
    log.write(e.Predicted, "help", 12)
    log.write(e.Predicted, "repeats", 5)
    log.write(e.Predicted, "repeats", 2)
    log.write(e.ReactionRecorded, 1, 0)
    log.write(e.PromiseMade, "delivery", 2 * DAY)
    log.write(e.StageEntered, "ringing")
    log.write(e.ContactBegan, "phone")
    log.enter("queue", "hold")
    log.wait("hold", 1_500, announced=240)
    log.sec(45, 45).write(e.Announced, "apology", "We are sorry.")
    log.sec(90).write(e.Announced, "apology", "We are sorry.", heard=False)
    log.sec(600, 100).write(e.FrictionMet, "estimate_slipped", MONTHLY)
    log.sec(700, 110).write(e.ReactionRecorded, -3, 2, words="still here")
    log.sec(1_455, 200).write(e.Announced, "apology", "We are sorry.")
    log.sec(1_500, 210).write(e.FrictionMet, "line_dropped", LIMIT)
    log.write(e.WaitEnded, "hold", "dropped")
    log.write(e.ContactEnded, "phone", "company", "dropped")
    log.leave("queue", "dropped")
    log.enter("dead", "notice")
    log.sec(1_510, 220).leave("dead", "call-again")
    log.write(e.ContactBegan, "phone")
    log.enter("queue", "hold", 2)
    log.write(e.FrictionMet, "requeued", MONTHLY)
    log.wait("hold", 840)
    _second_answer(log)
    return log


def _second_answer(log: HandLog) -> None:
    log.sec(2_350, 265).write(e.WaitEnded, "hold", "answered")
    log.leave("queue", "answered")
    log.enter("desk", "call")
    log.write(e.PersonAnswered, "Dani", able=False)
    log.write(e.AskedFor, "order_number", "menu")
    log.sec(2_380, 295).write(e.FactGiven, "order_number", right=True)
    log.write(e.AskedFor, "order_number", "Dani", identity=True)
    log.write(e.FrictionMet, "asked_again", None, "order_number")
    log.sec(2_400, 315).write(e.FactGiven, "order_number", right=True)
    log.wait("supervisor", 60)
    log.sec(2_460, 345).write(e.WaitEnded, "supervisor", "answered")
    log.write(e.KindnessShown, "Dani stayed to write a note")
    log.write(e.Transferred, "Resolutions", cold=True)
    log.leave("desk", "transferred")
    log.enter("queue", "hold", 3)
    log.wait("hold", 240)
    log.sec(2_700, 390).write(e.WaitEnded, "hold", "answered")
    log.leave("queue", "answered")
    log.enter("desk", "call", 2)
    log.write(e.PersonAnswered, "Rosa", able=True)
    log.write(e.PromiseMoved, "delivery", 2 * DAY, 5 * DAY)
    log.sec(2_760, 450).write(e.ReactionRecorded, -1, -1, aha=True)
    log.write(e.ContactEnded, "phone", "customer", "finished")
    log.leave("desk", "answered")
    log.write(e.StageLeft, "ringing", "answered")
    log.write(e.JourneyEnded, "solved", "solved", "It is done.")
    log.write(e.ReactionRecorded, -2, -1)


def answered(log: HandLog, began: int, waited: int, lasted: int) -> None:
    """A call that is answered after so many seconds."""
    log.sec(began, began).write(e.ContactBegan, "phone")
    log.enter("queue", "hold")
    log.wait("hold", waited)
    log.sec(began + waited, began + waited).write(e.WaitEnded, "hold", "answered")
    log.leave("queue", "answered")
    log.enter("desk", "call")
    log.write(e.PersonAnswered, "Dani", able=True)
    log.sec(began + waited + lasted).write(
        e.ContactEnded, "phone", "customer", "finished"
    )
    log.leave("desk", "answered")


def ended_in_queue(log: HandLog, began: int, waited: int, by: str, how: str) -> None:
    """A call that nobody answered."""
    log.sec(began, began).write(e.ContactBegan, "phone")
    log.enter("queue", "hold")
    log.wait("hold", 9_999)
    log.sec(began + waited, began + waited).write(e.WaitEnded, "hold", how)
    log.write(e.ContactEnded, "phone", by, how)
    log.leave("queue", "hung_up")


def begun() -> HandLog:
    """A log in which the story has begun."""
    log = HandLog()
    log.write(e.StageEntered, "ringing")
    return log


def waited_between(log: Iterable[e.Event]) -> int:
    """Story milliseconds of waiting, added up from one event to the next."""
    total, was, waiting = 0, 0, False
    for event in log:
        total += event.story_ms - was if waiting else 0
        was = event.story_ms
        match event:
            case e.WaitBegan(wait=sort):
                waiting = sort != "days"
            case e.WaitEnded():
                waiting = False
            case _:
                pass
    return total
