"""What the page of an order does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from msgspec import Struct, field
from msgspec.structs import replace

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.going import leave
from empathy_sim.engine.kinds import Fold, Kind
from empathy_sim.engine.scene import Offer, Told
from empathy_sim.engine.turn import Turn
from empathy_sim.engine.view import View
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.touchpoints.order import SLOW, Order, OrderAction, Status

_LEFT = "Close the page"

Pairs = tuple[tuple[str, str], ...]


class RefundShown(Struct, frozen=True):
    """Money on its way back."""

    amount: str
    says: str
    date: str
    """The day by which it should be there."""


class Page(Struct, frozen=True):
    """What the page showed as it was opened; it does not change while one looks."""

    says: str = ""
    line: str = ""
    date: str = ""
    """The estimated delivery; empty where the page names none."""
    step: int = 0
    parcels: Pairs = ()
    """What each box holds, and how it stands."""
    history: Pairs = ()
    """When, and what; newest first."""
    refund: RefundShown | None = None
    charged_in_full: bool = False


class Looking(Struct, frozen=True):
    """How far a look at the page has come."""

    page: Page = field(default_factory=Page)
    refused: frozenset[str] = frozenset()
    """Actions that have been refused."""
    says: str = ""
    """The last refusal, as it stands on the page."""
    beside: str = ""
    """The action it stands beside."""


class OrderFace(Struct, frozen=True):
    """The page of one order."""

    site: str
    number: str
    item: str
    page: Page
    refusal: str
    """What the page says of the last action it refused; empty before that."""
    refused: str
    """The id of that action."""
    steps: tuple[str, ...]
    """What the steps of its picture are called."""
    kind: str = "order"

    def told(self) -> tuple[Told, ...]:
        return tuple(Told("", says) for says in _told(self))


def _stepped(progress: Looking, event: e.StepTaken) -> Looking:
    if event.step == "shown":
        return replace(progress, page=_page(event.facts))
    return progress


def _refused(progress: Looking, event: e.InputRefused) -> Looking:
    action = event.field
    refused = progress.refused | {action}
    return replace(progress, refused=refused, says=event.says, beside=action)


FOLDS: Mapping[type[e.Event], Fold] = {
    e.StepTaken: _stepped,
    e.InputRefused: _refused,
}
"""What each event makes of an order's page."""


class OrderKind(Kind[Order, Looking]):
    """Rules of the order's page."""

    folds = FOLDS

    def begin(self, noun: Order) -> Looking:
        return Looking()

    def enter(self, turn: Turn[Order, Looking]) -> None:
        shown = turn.open(turn.noun.shows) or turn.noun.shows[-1:]
        status = shown[0]
        turn.happen(status)
        turn.step("shown", **_facts(turn, status))
        for code in _frictions(status):
            if code != status.friction and not turn.state.met.get(code):
                turn.meet(code, cause=status.cause)

    def face(self, view: View[Order, Looking]) -> OrderFace:
        noun, progress = view.noun, view.progress
        return OrderFace(
            view.words(noun.site),
            view.fact(noun.number),
            view.words(noun.item),
            progress.page,
            progress.says,
            progress.beside,
            tuple(view.words(step) for step in noun.steps),
        )

    def offers(self, view: View[Order, Looking]) -> tuple[Offer, ...]:
        actions = tuple(
            Offer("choose", each.name, view.words(each.says), (m.Choose(each.name),))
            for each in view.open(view.noun.actions)
        )
        return (*actions, Offer("choose", "left", _LEFT, (m.Choose("left"),)))

    def answer(self, turn: Turn[Order, Looking], move: m.Move) -> None:
        match move:
            case m.Choose(option="left"):
                leave(turn, "left")
            case m.Choose(option=name):
                _try(turn, name)
            case _:
                raise MoveRefused(says="This page has buttons, and nothing to fill in.")


def _try(turn: Turn[Order, Looking], name: str) -> None:
    for action in turn.open(turn.noun.actions):
        if action.name == name:
            said = turn.words(action.says)
            turn.emit(e.OptionChosen(*turn.at, name, said))
            _act(turn, action)
            return
    raise MoveRefused(says="The page has no such button.")


def _act(turn: Turn[Order, Looking], action: OrderAction) -> None:
    """What an action does happens once a visit, however often it is pressed."""
    first = action.name not in turn.progress.refused
    if first:
        turn.happen(action)
    if action.leads is not None:
        leave(turn, action.name, action.leads)
        return
    if first and action.friction is None:
        turn.meet("cancel_refused", action.name, action.cause)
    says = turn.words(action.refuses or "")
    turn.emit(e.InputRefused(*turn.at, action.name, "refused", says))


def _frictions(status: Status) -> Iterator[str]:
    """What goes against the customer in a status; each is learnt once."""
    if status.label_only:
        yield "label_only"
    if status.charged_in_full:
        yield "partial_shipment"
    if status.refund is not None and status.refund.business_days >= SLOW:
        yield "slow_refund"


def _facts(turn: Turn[Order, Looking], status: Status) -> dict[str, e.Plain]:
    """A status in the words of this moment."""
    words, promise = turn.words, status.promise
    return {
        "says": words(status.says),
        "line": words(status.line or ""),
        "date": words(f"<promise.{promise}.date>") if promise else "",
        "reached": status.step,
        "parcels": tuple(
            (words(each.holds), words(each.status)) for each in status.parcels
        ),
        "history": tuple((words(each.on), words(each.says)) for each in status.history),
        "refund": _refund(turn, status),
        "charged_in_full": status.charged_in_full,
    }


def _refund(turn: Turn[Order, Looking], status: Status) -> e.Plain:
    refund, calendar = status.refund, turn.state.calendar
    if refund is None:
        return None
    promised = turn.state.promises.get(refund.promise or "")
    by = calendar.after_business_days(turn.now.story_ms, refund.business_days)
    by = promised.due if promised is not None else by
    date = calendar.says_date(by)
    return (turn.words(refund.amount), turn.words(refund.says), date)


def _page(facts: e.Facts) -> Page:
    refund = cast("tuple[str, str, str] | None", facts["refund"])
    return Page(
        str(facts["says"]),
        str(facts["line"]),
        str(facts["date"]),
        int(str(facts["reached"])),
        cast("Pairs", facts["parcels"]),
        cast("Pairs", facts["history"]),
        RefundShown(*refund) if refund else None,
        bool(facts["charged_in_full"]),
    )


def _told(face: OrderFace) -> Iterator[str]:
    page = face.page
    yield face.site
    yield f"Order {face.number}: {face.item}"
    yield page.says
    yield page.line
    if page.date:
        yield f"Estimated delivery: {page.date}"
    for holds, status in page.parcels:
        yield f"{holds}: {status}"
    for on, says in page.history:
        yield f"{on}: {says}"
    if page.refund is not None:
        yield f"{page.refund.says} {page.refund.amount}, by {page.refund.date}"


KIND = OrderKind()
