"""An order: its page, its parcels, its refund."""

from __future__ import annotations

from typing import ClassVar, Literal

from empathy_sim.journey.condition import Condition
from empathy_sim.journey.marks import (
    Count,
    FactId,
    Id,
    OwnWords,
    PromiseId,
    Switch,
    Target,
    Text,
)
from empathy_sim.journey.noun import Noun
from empathy_sim.journey.slugs import slug
from empathy_sim.journey.touchpoint import Channel, Happens, Touchpoint
from empathy_sim.journey.units import Unreadable

SLOW = 5
"""A refund of at least so many business days is slow."""
STEPS = ("Ordered", "Prepared", "On its way", "Delivered")
"""What a parcel's steps are called."""


class Parcel(Noun, frozen=True, kw_only=True):
    """One box of an order."""

    holds: Text
    """What is in it."""
    status: Text
    """Where it is, as the page says it."""


class Entry(Noun, frozen=True, kw_only=True):
    """One line of the tracking history, newest first."""

    on: Text
    """The day and time, as the page says them."""
    says: Text
    """What happened."""


class Refund(Noun, frozen=True, kw_only=True):
    """Money on its way back."""

    amount: Text
    """How much, as the page says it."""
    business_days: Count
    """How many it takes, from the day one looks; from five on it is slow."""
    says: Text
    """What it is for."""
    promise: PromiseId | None = None
    """The promise whose date is shown, once it is made, whenever one looks."""


class Status(Happens, frozen=True, kw_only=True):
    """What the page shows, when its condition holds.

    The first whose condition holds is shown, from arriving to leaving; where none
    does, the last.
    """

    says: Text
    """The heading: `Your order is on its way.`"""
    line: Text | None = None
    """What stands under it."""
    promise: PromiseId | None = None
    """The promise whose date is shown as the estimated delivery."""
    step: Count = 0
    """How far the picture of the order's steps has come, from 0: see `steps`."""
    label_only: Switch = False
    """`On its way` means that a label was printed."""
    parcels: tuple[Parcel, ...] = ()
    """The boxes."""
    charged_in_full: Switch = False
    """Whether all of it has been paid though not all of it has come."""
    history: tuple[Entry, ...] = ()
    """The tracking history, newest first."""
    refund: Refund | None = None
    """Money on its way back."""
    when: Condition | None = None
    """Shown only when this is so."""


class OrderAction(Happens, frozen=True, kw_only=True):
    """Something the page lets one try."""

    ONE_OF: ClassVar[tuple[str, ...]] = ("leads", "refuses")

    says: OwnWords
    """What its button says."""
    leads: Target | None = None
    """Where it leads, when it will."""
    refuses: Text | None = None
    """Said in place when it will not."""
    id: Id | None = None
    """By default the slug of what it says."""
    when: Condition | None = None
    """Offered only when this is so."""

    def __post_init__(self) -> None:
        if (self.leads is None) == (self.refuses is None):
            raise Unreadable(
                "an action needs one of leads and refuses",
                "write where it leads, or what is said when it will not",
                code="E213",
            )

    @property
    def name(self) -> str:
        """The action's id, unique in its touchpoint."""
        return self.id or slug(self.says)


class Order(Touchpoint, frozen=True, kw_only=True):
    """The page of one order: status, dates that slip, parcels, refunds."""

    CHANNEL: ClassVar[Channel] = "web"
    EXITS: ClassVar[tuple[str, ...]] = ("left",)
    FRICTIONS: ClassVar[tuple[str, ...]] = (
        "promise_slipped",
        "label_only",
        "partial_shipment",
        "slow_refund",
        "cancel_refused",
    )

    kind: Literal["order"]
    site: Text
    """What the address bar shows: `hearthandvale.example/orders`."""
    number: FactId
    """The fact that is the order's number."""
    item: Text
    """What was ordered."""
    shows: tuple[Status, ...]
    """What the page can show; the first whose condition holds."""
    steps: tuple[Text, ...] = STEPS
    """What the steps of the picture are called, in order: `[Booked, Tested, Active]`."""
    actions: tuple[OrderAction, ...] = ()
    """What the page lets one try."""

    def __post_init__(self) -> None:
        if not self.shows:
            raise Unreadable(
                "an order page needs something to show",
                "add one to shows, without a condition",
                code="E213",
            )
