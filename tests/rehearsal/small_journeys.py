"""Journeys small enough to count their ways by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from empathy_sim.engine.state import State
from empathy_sim.journey.condition import Condition
from empathy_sim.journey.journey import (
    Begins,
    Company,
    Customer,
    Ending,
    Journey,
    Resource,
    Stage,
)
from empathy_sim.journey.scenario import Scenario
from empathy_sim.journey.script import Script, ScriptStage
from empathy_sim.journey.touchpoint import AtMost, Due, Option, Touchpoint
from empathy_sim.journey.touchpoints.call import Call, Reply
from empathy_sim.journey.touchpoints.call import Turn as CallTurn
from empathy_sim.journey.touchpoints.hold import Hold
from empathy_sim.journey.touchpoints.menu import Menu, MenuOption, TimesOut
from empathy_sim.journey.touchpoints.notice import Notice
from empathy_sim.journey.units import HOUR, MINUTE, SECOND, Drain
from empathy_sim.rehearsal.playthrough import Playthrough, plain_cast

ENDINGS = {
    "solved": Ending(outcome="solved", says="It is done."),
    "gave_up": Ending(outcome="gave_up", says="It is not."),
}


def battery(minutes: int) -> Resource:
    """What lasts for so many minutes of calls."""
    return Resource(
        starts=minutes * 100,
        drains=Drain(100, MINUTE),
        while_="phone",
        at_zero="drops_call",
        low=50,
    )


def notice(*ways: str, **more: Any) -> Notice:
    """A notice with an option to each target, named as the target."""
    return Notice(
        kind="notice", says="Read this.", options=tuple(map(option, ways)), **more
    )


def option(way: str, **more: Any) -> Option:
    return Option(says=f"To {way}", id=way, leads=way, **more)


def hold(minutes: int, *, answered: str, hung_up: str, **more: Any) -> Hold:
    leads = {"answered": answered, "hung_up": hung_up}
    return Hold(kind="hold", lasts=minutes * MINUTE, leads=leads, **more)


def helper(**more: Any) -> Call:
    """Somebody who can help and says so in ten seconds; the line may be lost."""
    turns = {"hello": CallTurn(says="x" * 150, leads="solved")}
    leads = {"hung_up": "gave_up", **more}
    return Call(
        kind="call", who="Rosa", able=True, starts="hello", turns=turns, leads=leads
    )


def powerless(**more: Any) -> Call:
    """Somebody who asks, and can do nothing; whoever answers may wait for ever."""
    turns = {
        "hello": CallTurn(
            says="x" * 150, replies=(Reply(says="Goodbye.", id="bye", leads="gave_up"),)
        )
    }
    return Call(kind="call", who="Dani", starts="hello", turns=turns, leads={**more})


def menu(**more: Any) -> Menu:
    """Two keys: 1 for a queue, 2 for the menu again."""
    options = (
        MenuOption(press="1", says="For help, press 1.", leads="queue"),
        MenuOption(press="2", says="For this menu, press 2.", leads="menu"),
    )
    leads = {"hung_up": "gave_up"}
    silence = TimesOut(after=SECOND, says=())
    return Menu(
        kind="menu",
        says="Hello.",
        options=options,
        leads=leads,
        times_out=silence,
        **more,
    )


def script(
    touchpoints: Mapping[str, Touchpoint],
    resources: Mapping[str, Resource] | None = None,
    promised: Mapping[str, Due] | None = None,
) -> Script:
    """One stage, `alone`, that ends well or not."""
    leads = {name: f"end.{name}" for name in ENDINGS}
    return Script(
        journey=Journey(
            journey="small",
            title="Small",
            about="A small journey.",
            company=Company(name="Hearth & Vale", trade="kettles"),
            begins=Begins(day="Tuesday", at=10 * HOUR),
            departments=("operations",),
            promises={"delivery": "The kettle arrives"},
            customer=Customer(
                goal="A kettle.", stakes="A birthday.", resources=resources or {}
            ),
            stages=(Stage(stage="alone", title="Alone", plays="alone", leads=leads),),
            endings=ENDINGS,
        ),
        stages={
            "alone": ScriptStage(
                id="alone",
                title="Alone",
                scenario=Scenario(
                    scenario="alone",
                    title="Alone",
                    about="Something goes wrong.",
                    channel="phone",
                    intensity=1,
                    exits=tuple(ENDINGS),
                    starts=next(iter(touchpoints)),
                    touchpoints=touchpoints,
                ),
                leads=leads,
            )
        },
        promised=promised or {},
    )


def begun(played: Script) -> Playthrough:
    """A play at its first touchpoint."""
    play = Playthrough(played, plain_cast(), pace="real")
    play.begin()
    return play


def start_of(played: Script) -> State:
    return begun(played).state


TO_AND_FRO = script(
    {"here": notice("there", "gave_up"), "there": notice("here", "solved")}
)
TWICE_AT_MOST = script(
    {
        "here": notice("there", at_most=AtMost(visits=2, then="gave_up")),
        "there": notice("here", "solved"),
    }
)
CHOSEN = script(
    {
        "ask": notice("nicely", "rudely"),
        "nicely": notice("desk"),
        "rudely": notice("desk"),
        "desk": Notice(
            kind="notice",
            says="Well?",
            options=(
                option("solved", when=Condition(chosen="nicely")),
                option("gave_up"),
            ),
        ),
    }
)
ONE_QUEUE = script(
    {
        "queue": hold(20, answered="rosa", hung_up="table"),
        "table": notice("queue", "gave_up"),
        "rosa": helper(),
    },
    {"phone": battery(45)},
)
DROPS = script(
    {
        "queue": hold(20, answered="dani", hung_up="table"),
        "table": notice("queue", "gave_up"),
        "dani": powerless(hung_up="table", dropped="flat"),
        "flat": notice("gave_up"),
    },
    {"phone": battery(30)},
)
KEYS = script(
    {
        "menu": menu(at_most=AtMost(visits=2, then="queue")),
        "queue": hold(5, answered="rosa", hung_up="gave_up"),
        "rosa": helper(),
    }
)
LOW = script(
    {
        "queue": hold(5, answered="desk", hung_up="desk"),
        "desk": Notice(
            kind="notice",
            says="Well?",
            options=(
                option("solved", when=Condition(resource="phone", below=550)),
                option("gave_up"),
            ),
        ),
    },
    {"phone": battery(10)},
)
PROMISED = script(
    {
        "queue": hold(30, answered="desk", hung_up="desk"),
        "desk": Notice(
            kind="notice",
            says="Well?",
            options=(
                option("solved", when=Condition(promise="delivery", is_="broken")),
                option("gave_up"),
            ),
        ),
    },
    promised={"delivery": Due(in_=10 * MINUTE)},
)
REQUEUED = script(
    {
        "queue": hold(5, answered="desk", hung_up="queue"),
        "desk": Notice(
            kind="notice",
            says="Well?",
            options=(
                option("solved", when=Condition(met="requeued", at_least=2)),
                option("gave_up"),
            ),
        ),
    }
)
SMALL = {
    "to and fro": TO_AND_FRO,
    "twice at most": TWICE_AT_MOST,
    "chosen": CHOSEN,
    "one queue": ONE_QUEUE,
    "drops": DROPS,
    "keys": KEYS,
    "low": LOW,
    "promised": PROMISED,
    "requeued": REQUEUED,
}
