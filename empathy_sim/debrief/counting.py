"""Where one company's report differs from another's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from empathy_sim.journey.units import SECOND

PRACTICE = (
    "general practice in contact centres, not confirmed by a single source: let your "
    "own analyst correct it"
)


@dataclass(frozen=True, slots=True)
class Counting:
    """The rules of one report; what each decides is in `OPTIONS`."""

    target_ms: int = 20 * SECOND
    """A call is in target when it is answered by then."""
    clock_from: Literal["queue", "first_ring"] = "queue"
    short_abandons: int = 5 * SECOND
    """Who hangs up in the queue before this is left out; 0 leaves nobody out."""
    abandoned: Literal["against", "left_out", "for_if_short"] = "against"
    dropped: Literal["left_out", "abandoned"] = "left_out"
    passed_on: Literal["anew", "once"] = "anew"
    handled: Literal["with_holds", "talk_only"] = "with_holds"
    again_within_days: int = 7
    """Who does not come back by then counts as solved."""
    again_on: Literal["same_channel", "any_channel"] = "same_channel"
    settled: Literal["no_person", "not_back"] = "no_person"
    ticket_clock: Literal["stops", "runs"] = "stops"
    on_time_to: Literal["last_date", "first_date"] = "last_date"
    filled_at: Literal["order", "dispatch", "delivery"] = "order"
    forms_of: Literal["last_page", "begun"] = "last_page"
    not_at_home: Literal["kept", "left_out"] = "kept"
    ces_as: Literal["share", "mean"] = "share"
    rates_from: int = 20
    """Contacts under which a share or an average is not given."""


USUAL = Counting()


@dataclass(frozen=True, slots=True)
class Option:
    """Something on which reports differ."""

    name: str
    """The field of `Counting`."""
    decides: str
    """What it decides, in a few words."""
    measures: tuple[str, ...]
    """Ids of the recorded measures that it can change."""
    source: str
    values: Mapping[str, str] = field(default_factory=dict)
    """What each value does, the usual one first; empty where it is a number."""


_CALLS = ("answered_in_target", "speed_of_answer", "abandonment")
_SERVICE_LEVEL = "Apex CX and The Taylor Reach Group on service level"
_SHORT = "Bright Pattern on variants of the formula"

OPTIONS: tuple[Option, ...] = (
    Option(
        "target_ms",
        "within how many milliseconds an answer is in target",
        ("answered_in_target",),
        "Off Center Insight: 80% in 20 seconds is common, and no standard",
    ),
    Option(
        "clock_from",
        "when the clock of a call begins",
        _CALLS,
        f"{_SERVICE_LEVEL}; from the first ring: this kit",
        {
            "queue": "from entering the queue; the menu is left out",
            "first_ring": "from the first ring; the menu is counted",
        },
    ),
    Option(
        "short_abandons",
        "within how many milliseconds a caller who hangs up is left out",
        ("answered_in_target", "abandonment"),
        _SHORT,
    ),
    Option(
        "abandoned",
        "what an abandoned call does to the service level",
        ("answered_in_target",),
        _SHORT,
        {
            "against": "counts against it, unless it was a short one",
            "left_out": "is left out; only answered calls are counted",
            "for_if_short": "counts against it, but a short one as answered in target",
        },
    ),
    Option(
        "dropped",
        "what a call is that the company drops",
        ("answered_in_target", "abandonment"),
        PRACTICE,
        {
            "left_out": "neither answered nor abandoned",
            "abandoned": "abandoned",
        },
    ),
    Option(
        "passed_on",
        "what a call is that is passed on",
        (*_CALLS, "handle_time"),
        PRACTICE,
        {
            "anew": "another call for each desk",
            "once": "one call, answered by the first who takes it",
        },
    ),
    Option(
        "handled",
        "what belongs to the handling of a call",
        ("handle_time",),
        PRACTICE,
        {
            "with_holds": "all of it, holds while somebody is asked included",
            "talk_only": "all of it but such holds",
        },
    ),
    Option(
        "again_within_days",
        "within how many days coming back counts as not solved",
        ("first_contact_resolution", "bot_resolution", "self_service"),
        PRACTICE,
    ),
    Option(
        "again_on",
        "where coming back counts",
        ("first_contact_resolution", "bot_resolution", "self_service"),
        PRACTICE,
        {
            "same_channel": "on the same channel only",
            "any_channel": "on any channel",
        },
    ),
    Option(
        "settled",
        "when the assistant has settled a chat, and the help centre a visit",
        ("bot_resolution", "self_service"),
        "Gartner on chatbots and returns; the rule is " + PRACTICE,
        {
            "no_person": "when no person was sent for; silence counts as settled",
            "not_back": "when, besides, nobody came back",
        },
    ),
    Option(
        "ticket_clock",
        "what the clock of a ticket does between contacts",
        ("ticket_time",),
        "Call Centre Helper and Adair Major on tickets put on hold",
        {
            "stops": "it stops: the ticket waits for the customer",
            "runs": "it runs",
        },
    ),
    Option(
        "on_time_to",
        "which date a delivery is held against",
        ("on_time_delivery", "refunds_in_target"),
        f"the last date: {PRACTICE}; the first: this kit",
        {
            "last_date": "the last one given",
            "first_date": "the first one given",
        },
    ),
    Option(
        "filled_at",
        "when an order counts as filled",
        ("fill_rate",),
        PRACTICE,
        {
            "order": "as it is taken, for it was shown as in stock",
            "dispatch": "as soon as any of it is shown as on its way",
            "delivery": "once all of it is shown as delivered",
        },
    ),
    Option(
        "forms_of",
        "out of which forms the completed ones are counted",
        ("form_completion",),
        PRACTICE,
        {
            "last_page": "those whose last page was opened",
            "begun": "all that were begun",
        },
    ),
    Option(
        "not_at_home",
        "what a visit is that is closed as not at home",
        ("appointments_kept",),
        PRACTICE,
        {
            "kept": "an appointment kept: somebody says that they were there",
            "left_out": "left out",
        },
    ),
    Option(
        "ces_as",
        "how the effort score is given",
        ("ces",),
        "Customer Effort Score 2.0, as described by CustomerGauge and Zonka",
        {
            "share": "as the share of answers on the three highest steps",
            "mean": "as the mean of the answers",
        },
    ),
    Option(
        "rates_from",
        "from how many contacts on a share or an average is given",
        (),
        "this kit: one customer gives no percentages",
    ),
)
