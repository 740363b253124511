"""The contract, the report and the card, in words."""

from __future__ import annotations

from dataclasses import dataclass

from empathy_sim.engine.moves import Pace
from empathy_sim.engine.scene import Scene
from empathy_sim.journey.journey import ReportLine
from empathy_sim.journey.script import Script

PACES: dict[Pace, str] = {
    "real": "Nothing is cut: a wait of 26 minutes takes 26 minutes.",
    "workshop": "One wait is lived for three to four minutes; the others are "
    "shortened to 45 seconds at most. When time is cut, the screen says so.",
    "brisk": "Every wait is shortened to ten seconds at most. When time is cut, the "
    "screen says so.",
    "instant": "No waiting is lived at all.",
}
METRICS = {
    "service_level": "Calls answered in time",
    "speed_of_answer": "Average speed of answer",
    "on_time_delivery": "Deliveries on time",
    "bot_containment": "Questions settled by the assistant",
    "csat": "Customer satisfaction",
    "nps": "Net promoter score",
    "refunds_in_target": "Refunds in target",
    "fill_rate": "Orders filled",
    "digital_resolution": "Settled online",
    "abandonment": "Calls abandoned",
    "handle_time": "Average handle time",
    "first_contact_resolution": "Solved at the first contact",
}


@dataclass(frozen=True, slots=True)
class Clause:
    """A paragraph of the contract, under a word or two."""

    head: str
    says: str


def clauses(script: Script, pace: Pace, *, kept_in: str) -> tuple[Clause, ...]:
    """What the participant agrees to before anything begins.

    Args:
        script: what will be played.
        pace: how much of the waiting is lived.
        kept_in: where the record is kept, as a person would find it.
    """
    journey = script.journey
    minutes = f"about {journey.minutes} minutes" if journey.minutes else "some minutes"
    return (
        Clause(
            "What happens",
            f"You will be a customer of {journey.company.name}, an invented company, "
            f"for {minutes}, and then look at what happened for about ten. It is "
            "meant to be frustrating. Nothing in it is broken by accident.",
        ),
        Clause("Waiting", PACES[pace]),
        Clause(
            "What is kept",
            "What you do, when, what you type, and the feelings you mark. It stays "
            f"on this computer, in {kept_in}, until you delete it. Nothing is sent "
            "anywhere.",
        ),
        Clause(
            "Who sees it",
            "You. Not your employer and not a facilitator, unless you show it to them.",
        ),
        Clause(
            "Leaving",
            "At any moment, and without giving a reason. Leaving is as full "
            "an ending as any other. Closing the window only pauses.",
        ),
    )


DEPARTMENTS_ASKED = "Which of these departments do you answer for? You may skip this."
SERVICE_ASKED = "What is customer service, where you work? You may skip this."
UNINTERRUPTED_ASKED = (
    "Now and then you are asked how it feels. Rather not? Then nothing interrupts "
    "you, and you mark your feelings on a timeline afterwards."
)


def metric_name(line: ReportLine) -> str:
    """What the report calls a measure."""
    return line.says or METRICS.get(line.metric, line.metric.replace("_", " "))


def report_intro(script: Script) -> str:
    """What stands above the month's numbers."""
    return (
        f"{script.journey.company.name}, last month. This is what its executives see. "
        "The figures are invented; the kind is not."
    )


def card(script: Script, scene: Scene, name: str) -> tuple[str, ...]:
    """Who the participant is now, in a few paragraphs."""
    customer = script.journey.customer
    paragraphs = [f"You are {name}. {scene.goal}", customer.stakes]
    if customer.story:
        paragraphs.append(customer.story)
    return tuple(paragraphs)
