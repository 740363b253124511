"""What a leader decides once the journey is over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

Blame = Literal[
    "customer",
    "agent",
    "policy",
    "staffing",
    "system",
    "budget",
    "training",
    "partner",
    "law",
    "chance",
]
"""What somebody thinks caused a friction: a cause's kind, a person, or nothing."""
Asking = Literal["before", "after"]
"""Whether it was asked before anything was opened, or once more at the end."""
Figure = Literal["customers", "contact_cost", "margin"]
"""Customers a year on this path; what a contact costs; what a customer brings a year.

The last two are in hundredths of the currency.
"""
Ground = Literal["yours", "published", "invented"]
"""Whose number it is."""
Assignment = Literal["own_customer", "sit_with_agent", "ask_three"]
Done = Literal["yes", "partly", "no"]


class Attribute(Struct, frozen=True):
    """A friction is put down to something; of one asking the last counts."""

    friction: str
    """Its code."""
    blames: Blame
    reason: str = ""
    asking: Asking = "before"


class Weigh(Struct, frozen=True):
    """A number of the leader's own company is given."""

    figure: Figure
    value: int
    ground: Ground = "yours"
    currency: str = ""
    """The sign that was typed with it: `£`; empty without one."""


class Commit(Struct, frozen=True):
    """If this, then I will do that; the last one counts."""

    cue: str
    act: str
    owner: str = ""
    counterpart: str = ""
    """Who in another department it takes."""
    due: str = ""
    """A date, `2025-07-01`, or words that name no day; empty where none was set."""


class TakeOn(Struct, frozen=True):
    """An assignment is chosen; the last one counts."""

    assignment: Assignment
    due: str = ""
    """A date, `2025-07-01`, or words that name no day; empty where none was set."""
    guesses: tuple[str, ...] = ()
    """What the leader expects to hear, said before asking."""


class BringBack(Struct, frozen=True):
    """It is said what came of a commitment or an assignment."""

    what: Literal["commitment"] | Assignment
    done: Done
    answers: Mapping[str, str] = field(default_factory=dict)
    """By the question's id."""


class ShareGoal(Struct, frozen=True):
    """Two departments own one lived measure; the last one counts."""

    measure: str
    """Its id, as the debrief names it."""
    departments: tuple[str, ...]
    wanted: str = ""
    """What it should come to, in words."""


class LiveAgain(Struct, frozen=True):
    """A stage was lived again with something mended."""

    fix: str
    """`scenario/cause`."""
    stage: str
    after: int
    """How many events of this session stood before it."""
    log: str
    """The events of living it again, as JSON, without anything a person wrote."""


Resolution = Attribute | Weigh | Commit | TakeOn | BringBack | ShareGoal | LiveAgain
