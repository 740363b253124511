"""An order: the page that follows it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from empathy_sim.engine.touchpoints.order import OrderFace
from empathy_sim.tui.drawn_device import DrawnDevice
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.browser import Browser
from empathy_sim.tui.widgets.choices import Choices
from empathy_sim.tui.widgets.table_rows import TableRows
from empathy_sim.tui.widgets.way_of_an_order import WayOfAnOrder


class OrderDevice(DrawnDevice[OrderFace]):
    """The page of one order: how far it is, its parcels, what one may try."""

    HELP = """
The page of an order. A number key, or the arrows and Enter, takes one of its buttons; so
does the mouse. Page Down reads on.
"""
    DEFAULT_CSS = """
    OrderDevice {
        .item { width: 1fr; color: $text-muted; }
        .status { width: 1fr; text-style: bold; margin-top: 1; }
        .line { width: 1fr; }
        WayOfAnOrder { margin-top: 1; }
        .date { width: 1fr; margin-top: 1; }
    }
    """

    def shape(self) -> Hashable:
        return (self.face.page, self.face.number, self.offers())

    def draw(self) -> ComposeResult:
        face = self.face
        actions = [each for each in self.offers() if each.id != "left"]
        yield Browser(
            face.site,
            self.shown.company.name,
            *self._page(),
            close=self.shown.offer("choose", "left"),
            feet=Choices(actions),
        )

    def _page(self) -> Iterator[Widget]:
        face, page = self.face, self.face.page
        yield Static(plain(f"Order {face.number}   {face.item}"), classes="item")
        yield Static(plain(page.says), classes="status")
        if page.line:
            yield Static(plain(page.line), classes="line")
        if face.steps:
            yield WayOfAnOrder(face.steps, page.step)
        if page.date:
            dated = Content("Estimated delivery  ") + plain(page.date).stylize("bold")
            yield Static(dated, classes="date")
        if page.refund is not None:
            refund = page.refund
            rows = ((refund.says, refund.amount), ("With you by", refund.date))
            yield TableRows("Refund", rows)
        if page.parcels:
            yield TableRows("In this order", page.parcels)
        if page.charged_in_full:
            yield TableRows("", (("Payment", "Taken in full"),))
        if page.history:
            yield TableRows("History", page.history, classes="-dates")

    def rewrite(self) -> None:
        self.query_one(Choices).say(self.face.refused, self.face.refusal)


DEVICE = OrderDevice
