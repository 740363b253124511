"""The contract, the report and the card, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from empathy_sim.debrief.names import Names
from empathy_sim.debrief.placed import Log
from empathy_sim.engine.events import Event
from empathy_sim.engine.frame_events import JourneyBegan
from empathy_sim.engine.moves import Pace
from empathy_sim.engine.scene import Scene
from empathy_sim.journey.journey import ReportLine
from empathy_sim.journey.script import Script
from empathy_sim.rehearsal.lasting import minutes_of

if TYPE_CHECKING:
    from empathy_sim.store.rows import WhyGone

PACES: dict[Pace, str] = {
    "real": "Nothing is cut: a wait of 26 minutes takes 26 minutes.",
    "long": "Up to four minutes of every wait are lived, twenty in all. When time is "
    "cut, the screen says so.",
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


_SHORT = 10
"""Minutes; what is shorter is also looked back on in less."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A paragraph of the contract, under a word or two."""

    head: str
    says: str


def _began(log: Iterable[Event]) -> JourneyBegan:
    """How a session began; every log begins with that."""
    for event in log:
        match event:
            case JourneyBegan():
                return event
            case _:
                pass
    raise ValueError("a log without its first event")


def clauses(
    script: Script,
    log: Iterable[Event],
    pace: Pace,
    *,
    kept_in: str,
    words_days: int | None,
) -> tuple[Clause, ...]:
    """What the participant agrees to before anything begins.

    Args:
        script: what will be played.
        log: how the session began: as whom, and at which stage.
        pace: how much of the waiting is lived.
        kept_in: where the record is kept, as a person would find it; empty in a
            workshop, where that is not this computer; `PASSING` where nothing is.
        words_days: for how many days what is typed is kept; None for ever.
    """
    events = tuple(log)
    began = _began(events)
    minutes = minutes_of(script, began.cast, pace=pace, at_stage=began.at_stage)
    place = _from(Names.of(script, Log(events)), began.at_stage)
    return (
        Clause(
            "What happens",
            f"You will be a customer of {_company(script)}, "
            f"for {_lasting(minutes, pace)}{place}, "
            f"and then look at what happened for {_looking_back(minutes)}. It is "
            "meant to be frustrating. Nothing in it is broken by accident.",
        ),
        Clause("Waiting", PACES[pace]),
        Clause(
            "What is kept",
            _NOTHING
            if kept_in == PASSING
            else f"{_how_long(words_days)} {_where(kept_in)}",
        ),
        Clause("Who sees it", _WHO if kept_in else _WHO_IN_A_ROOM),
        Clause(
            "Leaving",
            "At any moment, and without giving a reason. Leaving is as full "
            f"an ending as any other. {_closing(kept_in)}",
        ),
    )


PASSING = "nowhere"
"""Where the record of a preview is kept: it is gone with the window."""
_NOTHING = "Nothing. What you do, mark and type is gone once you close the window."
_WHO = "You. Not your employer and not a facilitator, unless you show it to them."
_WHO_IN_A_ROOM = (
    "You. Whoever runs the workshop sees which stage you are in, not what you mark or "
    "write. What the room sees of it is what you tick afterwards."
)


def _closing(kept_in: str) -> str:
    """What closing the window does."""
    if kept_in == PASSING:
        return "Closing the window ends it."
    return "Closing the window only pauses."


def _where(kept_in: str) -> str:
    if not kept_in:
        return (
            "It stays on the computer of whoever runs the workshop, and nowhere else."
        )
    return f"It stays on this computer, in {kept_in}. Nothing is sent anywhere."


def _company(script: Script) -> str:
    """What the company is called, and whether it is invented."""
    name = script.journey.company.name
    if script.fitted is None:
        return f"{name}, an invented company"
    return f"{name}, in an invented story fitted to it"


def _how_long(words_days: int | None) -> str:
    """What is kept how long."""
    match words_days:
        case None:
            return "What you do, mark, type and promise, until you delete it."
        case 0:
            typed = "until it is over"
        case 1:
            typed = "for a day"
        case _:
            typed = f"for {words_days} days"
    return (
        f"What you do, mark and promise, until you delete it; what you type, {typed}."
    )


def _lasting(minutes: int, pace: Pace) -> str:
    """How long it takes; without waits that is for the participant to say."""
    about = "about a minute" if minutes == 1 else f"about {minutes} minutes"
    if pace == "instant":
        return f"as long as you take to read and answer, {about} at most"
    return about


def _from(names: Names, at_stage: str | None) -> str:
    """Where it begins, where that is not the beginning."""
    if at_stage is None or at_stage == next(iter(names.script.stages)):
        return ""
    return f', beginning at "{names.stage(at_stage)}"'


def _looking_back(minutes: int) -> str:
    return "about ten" if minutes >= _SHORT else "a few more"


DEPARTMENTS_ASKED = "Which of these departments do you answer for? You may skip this."
SERVICE_ASKED = "What is customer service, where you work? You may skip this."
UNINTERRUPTED_ASKED = (
    "Now and then you are asked how it feels. Rather not? Then nothing interrupts "
    "you, and you mark your feelings on a timeline afterwards."
)


WORDS_REMOVED = "What was typed has been removed, as agreed; all else is here."
WORDS_LEFT = "What was typed was left behind when this was moved; all else is here."
WORDS_REMOVED_AND_LEFT = (
    "Of what was typed, some has been removed, as agreed, and some was left behind "
    "when this was moved; all else is here."
)


def words_gone_told(why: frozenset[WhyGone]) -> str:
    """Why something that was typed is not here; empty where all of it is."""
    if not why:
        return ""
    if len(why) > 1:
        return WORDS_REMOVED_AND_LEFT
    return WORDS_REMOVED if "removed" in why else WORDS_LEFT


def metric_name(line: ReportLine) -> str:
    """What the report calls a measure."""
    return line.says or METRICS.get(line.metric, line.metric.replace("_", " "))


def report_intro(script: Script) -> str:
    """What stands above the month's numbers."""
    begins = (
        f"{script.journey.company.name}, last month. This is what its executives see."
    )
    lines = script.journey.report
    if all(line.source == "invented" for line in lines):
        return f"{begins} The figures are invented; the kind is not."
    if any(line.source == "invented" for line in lines):
        return f"{begins} A figure without a mark is invented; the kind is not."
    return begins


def card(script: Script, scene: Scene, name: str) -> tuple[str, ...]:
    """Who the participant is now, in a few paragraphs."""
    customer = script.journey.customer
    paragraphs = [f"You are {name}. {scene.goal}", customer.stakes]
    if customer.story:
        paragraphs.append(customer.story)
    return tuple(paragraphs)
