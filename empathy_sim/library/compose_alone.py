"""The journey that a scenario plays in by itself."""

from __future__ import annotations

from typing import get_args

from empathy_sim.journey.journey import (
    Begins,
    Company,
    Customer,
    Ending,
    Journey,
    Outcome,
    Resource,
    Stage,
)
from empathy_sim.journey.scenario import Scenario
from empathy_sim.journey.script import END
from empathy_sim.journey.units import HOUR, MINUTE, Drain
from empathy_sim.library.meaning_scenario import made_by
from empathy_sim.library.meaning_wrong import in_words
from empathy_sim.library.walks import walk_of

STAGE = "alone"

_COMPANY = Company(
    name="Alder & Wray",
    trade="things for the house, by post",
    colour="slate",
    site="alderandwray.example",
    phone="01632 960 100",
)
_HOURS = "Monday to Saturday, 8 am to 8 pm"
_OUTCOMES: dict[str, Outcome] = {each: each for each in get_args(Outcome)} | {
    "arrived": "solved",
    "helped": "solved",
    "locked": "locked_out",
}
_FULL = 10_000


def house_journey(scenario: Scenario) -> Journey:
    """A plain journey of one stage that gives a scenario what it needs."""
    causes = scenario.causes.values()
    departments = [
        *(cause.department for cause in causes),
        *(cause.fix.department for cause in causes),
    ]
    promised = dict.fromkeys([*scenario.needs.promises, *made_by(walk_of(scenario))])
    return Journey(
        journey=scenario.scenario,
        title=scenario.title,
        about=scenario.about,
        company=_COMPANY,
        begins=Begins(day="Tuesday", at=10 * HOUR),
        intensity=scenario.intensity,
        hours=_HOURS,
        departments=tuple(dict.fromkeys(departments)),
        promises={name: _capital(in_words(name)) for name in promised},
        customer=_customer(scenario),
        stages=(_stage(scenario),),
        endings={exit_: _ending(exit_) for exit_ in scenario.exits},
    )


def _customer(scenario: Scenario) -> Customer:
    needs = scenario.needs
    return Customer(
        goal=scenario.goal or "One thing, sorted out today.",
        stakes="This is one episode by itself, out of the middle of somebody's week.",
        holds=dict(needs.facts),
        resources={name: _resource(name, has) for name, has in needs.resources.items()},
    )


def _resource(name: str, starts: int) -> Resource:
    """What is known of the usual resources, and a guess for others."""
    if name == "phone_battery":
        return Resource(
            starts=starts,
            drains=Drain(100, 2 * MINUTE),
            while_="phone",
            at_zero="drops_call",
        )
    if starts <= _FULL:
        return Resource(starts=starts, drains=Drain(100, 2 * MINUTE))
    return Resource(starts=starts, drains=Drain(1, 1), scope="day")


def _stage(scenario: Scenario) -> Stage:
    return Stage(
        stage=STAGE,
        title=scenario.title,
        plays=scenario.scenario,
        leads={exit_: f"{END}{exit_}" for exit_ in scenario.exits},
    )


def _ending(exit_: str) -> Ending:
    return Ending(
        outcome=_OUTCOMES.get(exit_, "partly"),
        title=_capital(in_words(exit_)),
        says="The episode ends here. In a journey, something would follow.",
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
