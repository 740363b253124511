"""A counter: a board, or a door."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static

from empathy_sim.engine.scene import Offer
from empathy_sim.engine.touchpoints.counter import CounterFace
from empathy_sim.journey.units import SECOND
from empathy_sim.tui.drawn_device import DrawnDevice
from empathy_sim.tui.plain import plain
from empathy_sim.tui.touchpoints.notice import phone_status
from empathy_sim.tui.widgets.bubble import Bubble
from empathy_sim.tui.widgets.choices import Choices
from empathy_sim.tui.widgets.front_door import FrontDoor
from empathy_sim.tui.widgets.hours_bar import HoursBar
from empathy_sim.tui.widgets.pieces import Piece, Sheet
from empathy_sim.tui.widgets.pocket_phone import PocketPhone
from empathy_sim.tui.widgets.reading import Reading
from empathy_sim.tui.widgets.seats import Seats
from empathy_sim.tui.widgets.ticket_board import TicketBoard
from empathy_sim.tui.widgets.ticket_slip import TicketSlip
from empathy_sim.tui.widgets.way_out import WayOut

_AT_THE_GLASS = ("form", "sent", "met")
_UNHEARD = "The door is hard to hear from here."
_UNSEEN = "The board cannot be seen from here."


class CounterDevice(DrawnDevice[CounterFace]):
    """What can be seen from a chair in a hall, or from one's own."""

    HELP = """
A wait for your turn. In a hall, a number key takes a ticket; then watch the board, and go
when your number is up. At home, watch the door and the phone, and answer when the bell
rings. The number, and whoever is at the door, stay as long as is said under the button. A number
key, or the arrows and Enter, takes one of the things to do; so does the mouse. The way to
give it up is at the top; Tab and Enter reach it.
"""
    DEFAULT_CSS = """
    CounterDevice {
        .place { width: 1fr; max-width: 100; height: 1fr; max-height: 40; background: $surface; }
        .sign { height: 1; width: 1fr; background: $company-fill; color: $company-on-fill; }
        .sign .name { width: 1fr; padding: 0 2; text-style: bold;
                      text-wrap: nowrap; text-overflow: ellipsis; }
        .sign Pressable {
            color: $company-on-fill;
            &:hover { color: $company-on-fill; }
            &:focus { color: $company-on-fill; text-style: bold reverse; }
        }
        .around { width: 1fr; padding: 0 2; color: $text-muted; text-style: italic; }
        .wall { width: 1fr; height: auto; padding: 1 2 0 2; }
        .wall TicketSlip { margin-left: 2; }
        .words { width: 1fr; height: auto; padding-top: 1; }
        .unseen { width: 1fr; height: 7; content-align: center middle; color: $text-muted; }
        .notice { width: 1fr; height: auto; padding: 0 2; text-style: bold; }
        .glass {
            width: 1fr;
            height: auto;
            min-height: 9;
            margin: 1 2 0 2;
            padding: 0 3;
            border: outer $border-blurred;
            border-bottom: thick $company-fill;
        }
        .glass .head { text-align: center; text-style: bold; }
        .head { width: 1fr; color: $text-muted; margin-bottom: 1; }
        .machine { width: 1fr; max-width: 64; height: auto; border: outer $border-blurred; margin: 1 2 0 2; }
        .machine .head { text-align: center; margin: 0 0 1 0; }
        .slot { width: 1fr; text-align: center; color: $text-muted; }
        .feet { width: 1fr; height: auto; padding: 0 2; border-top: solid $border-blurred; }
        .feet Choices.-one { align-horizontal: left; }
        .stays { width: 1fr; color: $text-muted; }
        .house { width: 1fr; height: 1fr; padding: 0 1; }
        .house FrontDoor { margin: 1 4 0 3; }
        .house PocketPhone { width: 1fr; max-width: 48; }
        .house PocketPhone .feet { display: none; }
        .said { width: 1fr; height: auto; }
        .mat { width: 1fr; height: auto; padding: 1 1 0 0; }
        Sheet.-card { padding: 1 3; }
        &.-roomy .place { margin: 1 2; }
        &.-roomy .sign { height: 3; padding: 1 2; }
        &.-roomy .around { padding: 1 3; }
        &.-roomy .wall { padding: 1 3; }
        &.-roomy .glass { min-height: 14; margin: 2 4 0 4; padding: 1 5; }
        &.-roomy .feet { padding: 1 3; }
        &.-roomy .machine { margin: 2 4; padding: 1 3; }
        &.-roomy .notice { padding: 0 3; }
        &.-roomy .house { padding: 0 3; }
        &.-roomy .house FrontDoor { margin: 3 5 0 5; }
        &.-roomy .house PocketPhone {
            margin: 0;
            .contact { height: 1; padding: 0 2; }
            .thread { padding: 1 1 0 1; }
        }
    }
    """

    def shape(self) -> Hashable:
        face = self.face
        return (
            *(face.looks_like, face.doing, face.number, face.away),
            *(face.who, face.says, face.texts, self.offers()),
        )

    def draw(self) -> ComposeResult:
        with Vertical(classes="place"):
            yield self._sign()
            yield from self._hall() if self.face.looks_like == "hall" else self._home()
            ways = [each for each in self.offers() if each.id != "left"]
            if ways and self.face.doing != "machine":
                yield self._feet(ways)

    def _sign(self) -> Widget:
        parts: list[Widget] = [Static(plain(self.face.place), classes="name")]
        left = self.shown.offer("choose", "left")
        if left is not None:
            parts.append(WayOut(left.label, left.id))
        return Horizontal(*parts, classes="sign")

    def _feet(self, ways: list[Offer]) -> Widget:
        parts: list[Widget] = [Choices(ways)]
        if self.face.answer_by is not None:
            parts.append(Static("", markup=False, classes="stays"))
        return Vertical(*parts, classes="feet")

    def _hall(self) -> Iterator[Widget]:
        face = self.face
        if face.doing == "machine":
            yield self._machine()
            return
        if face.doing in _AT_THE_GLASS:
            yield self._glass()
            return
        slip = TicketSlip(face.number, face.series)
        if face.away:
            says = plain(f"You chose: {face.away}.\n{_UNSEEN}")
            unseen = Static(says, classes="unseen")
            yield Horizontal(unseen, slip, classes="wall")
            return
        yield Horizontal(TicketBoard(), slip, classes="wall")
        parts = [*self._words()]
        if face.doing in {"waiting", "called"}:
            parts.append(Seats())
        yield Reading(Vertical(*parts, classes="words"))

    def _words(self) -> Iterator[Widget]:
        face = self.face
        if face.away:
            yield Static(plain(_away(face.away)), classes="notice")
            return
        yield Static(plain(face.around), classes="around")
        if face.who:
            yield Static(plain(f"{face.who}: {face.says}"), classes="notice")
        elif face.says:
            yield Static(plain(face.says), classes="notice")

    def _machine(self) -> Widget:
        tickets = [each for each in self.offers() if each.id != "left"]
        machine = Vertical(
            Static("Please take a ticket", markup=False, classes="head"),
            Choices(tickets),
            Static("▁▁▁▁▁▁▁▁▁▁▁▁", markup=False, classes="slot"),
            classes="machine",
        )
        around = Static(plain(self.face.around), classes="around")
        return Reading(Vertical(around, machine))

    def _glass(self) -> Widget:
        face = self.face
        head = f"Counter {face.to}" if face.looks_like == "hall" else "At the door"
        who = "" if face.who.startswith("Counter ") else face.who
        return Reading(
            Vertical(
                Static(plain(head), classes="head"),
                Bubble(face.says, who, mine=False),
                classes="glass",
            )
        )

    def _home(self) -> Iterator[Widget]:
        face = self.face
        if face.doing == "met":
            yield self._glass()
            return
        yield HoursBar()
        yield Vertical(*self._words(), classes="said")
        beside = self._card() if self._has_card() else self._phone()
        yield Horizontal(FrontDoor(face.place), beside, classes="house")

    def _has_card(self) -> bool:
        """Whether a card lies on the mat."""
        return self.face.doing == "missed" and self.face.how != "put_off"

    def _card(self) -> Widget:
        card = self.face.texts[-1]
        name = self.shown.company.name
        lies = Sheet(Piece("card", name, "", card.says, "", card.time))
        return Reading(Vertical(lies, classes="mat"))

    def _phone(self) -> Widget:
        time, left = phone_status(self.shown)
        bubbles = (Bubble(each.says, each.time, mine=False) for each in self.face.texts)
        return PocketPhone(time, left, "Messages", *bubbles, feet=Container())

    def rewrite(self) -> None:
        face = self.face
        mine = face.doing == "called"
        for board in self.query(TicketBoard):
            board.show(face.board, mine=mine)
        for seats in self.query(Seats):
            seats.show(face.before, face.ahead)
        for door in self.query(FrontDoor):
            rings = mine and not face.away
            door.show("card" if self._has_card() else "rings" if rings else "")
        self.go_on()

    def settle(self) -> None:
        super().settle()
        for phone in self.query(PocketPhone):
            newest = [*phone.query(Bubble)][-1:]
            for bubble in newest:
                bubble.scroll_visible(animate=False, top=True)

    def go_on(self) -> None:
        face, now = self.face, self.shown.story_ms
        for bar in self.query(HoursBar):
            bar.show(face.window, face.opens_ms, face.closes_ms, now)
        for phone in self.query(PocketPhone):
            phone.tick(*phone_status(self.shown))
        if face.answer_by is not None:
            left = max(0, -(-(face.answer_by - now) // SECOND))
            for stays in self.query(".stays").results(Static):
                stays.update(plain(_stays(face, left)))


def _away(chosen: str) -> str:
    """What is being done meanwhile: the customer's own choice, not an order."""
    return f"You chose: {chosen}. {_UNHEARD}"


def _stays(face: CounterFace, seconds: int) -> str:
    """How long one may still go."""
    if face.looks_like == "hall":
        return f"{face.number} stays on the board for {seconds} s."
    return f"Whoever it is stays for {seconds} s."


DEVICE = CounterDevice
