"""A friction: how it weighs, and what it costs."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Driver(StrEnum):
    """The seven effort drivers (Dixon, Toman and DeLisi, The Effortless Experience)."""

    REPEAT_CONTACT = "repeat contact"
    CHANNEL_SWITCHING = "channel switching"
    TRANSFERS = "transfers"
    REPEATING = "repeating information"
    ROBOTIC = "robotic service"
    POLICIES = "policies and procedures"
    HASSLE = "hassle"


class Waiting(StrEnum):
    """What makes a wait feel longer (Maister, The Psychology of Waiting Lines, 1985)."""

    UNOCCUPIED = "unoccupied"
    PRE_PROCESS = "before anything has begun"
    ANXIOUS = "anxious"
    UNCERTAIN = "uncertain"
    UNEXPLAINED = "unexplained"
    UNFAIR = "unfair"
    SOLO = "alone"


class Friction(Struct, frozen=True):
    """A kind of thing that goes against the customer."""

    says: str
    """What happened, as a short clause: `the estimate slipped`."""
    driver: Driver
    waiting: Waiting | None = None
    dashboard: str = "nothing"
    """What the company's own report makes of it."""
    weight: int = 1
    """1 to 3: how heavily it usually weighs (for ordering, never for scoring people)."""
