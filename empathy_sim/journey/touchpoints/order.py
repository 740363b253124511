"""An order: its page, its parcels, its refund."""

from __future__ import annotations

from typing import ClassVar, Literal

from empathy_sim.journey.condition import Condition
from empathy_sim.journey.marks import Count, FactId, Id, PromiseId, Switch, Target, Text
from empathy_sim.journey.noun import Noun
from empathy_sim.journey.slugs import slug
from empathy_sim.journey.touchpoint import Channel, Happens, Touchpoint
from empathy_sim.journey.units import Unreadable

SLOW = 5
"""A refund of at least so many business days is slow."""


class Parcel(Noun, frozen=True, kw_only=True):
    """One box of an order."""

    holds: Text
    status: Text


class Entry(Noun, frozen=True, kw_only=True):
    """One line of the tracking history, newest first."""

    on: Text
    says: Text


class Refund(Noun, frozen=True, kw_only=True):
    """Money on its way back."""

    amount: Text
    business_days: Count
    """How many it takes, from the day one looks; from five on it is slow."""
    says: Text
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
    """How far the picture of ordered, prepared, on its way, delivered has come: 0-3."""
    label_only: Switch = False
    """`On its way` means that a label was printed."""
    parcels: tuple[Parcel, ...] = ()
    charged_in_full: Switch = False
    history: tuple[Entry, ...] = ()
    refund: Refund | None = None
    when: Condition | None = None


class OrderAction(Happens, frozen=True, kw_only=True):
    """Something the page lets one try."""

    says: Text
    leads: Target | None = None
    refuses: Text | None = None
    """Said in place when it will not."""
    id: Id | None = None
    when: Condition | None = None

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
    number: FactId
    """The fact that is the order's number."""
    item: Text
    shows: tuple[Status, ...]
    actions: tuple[OrderAction, ...] = ()

    def __post_init__(self) -> None:
        if not self.shows:
            raise Unreadable(
                "an order page needs something to show",
                "add one to shows, without a condition",
                code="E213",
            )
