"""A survey: scales, and a button to send."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Static

from empathy_sim.engine.moves import Rate
from empathy_sim.engine.scene import Offer
from empathy_sim.engine.touchpoints.survey import SurveyFace
from empathy_sim.tui.drawn_device import DrawnDevice
from empathy_sim.tui.plain import plain
from empathy_sim.tui.touchpoints.notice import phone_status
from empathy_sim.tui.widgets.browser import Browser
from empathy_sim.tui.widgets.bubble import Bubble
from empathy_sim.tui.widgets.mail_window import MailWindow
from empathy_sim.tui.widgets.pieces import Piece, view_of
from empathy_sim.tui.widgets.pocket_phone import PocketPhone
from empathy_sim.tui.widgets.pressable import Pressable
from empathy_sim.tui.widgets.scale_row import Scale, ScaleRow


class SurveyDevice(DrawnDevice[SurveyFace]):
    """A few questions with scales, in whatever they came in."""

    HELP = """
A few questions. On a scale a number key answers, or the arrows and Enter, or the mouse; the
arrows up and down go from one question to the next. An answer can be changed until it is
sent, and nothing has to be answered.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,left", "app.focus_previous", "Back", show=False),
        Binding("down,right", "app.focus_next", "On", show=False),
    ]
    DEFAULT_CSS = """
    SurveyDevice {
        PocketPhone { max-width: 72; }
        .preface { width: 1fr; height: auto; margin-bottom: 1; }
        .buttons { width: 1fr; height: 1; align-horizontal: right; }
        .buttons Pressable { margin-left: 2; }
        .buttons .-hidden { visibility: hidden; }
    }
    """

    def shape(self) -> Hashable:
        face = self.face
        return (
            face.looks_like,
            bool(face.thanks),
            [each.id for each in face.questions],
        )

    def draw(self) -> ComposeResult:
        face, buttons = self.face, Horizontal(*self._buttons(), classes="buttons")
        match face.looks_like:
            case "text" | "phone":
                time, left = phone_status(self.shown)
                parts = tuple(self._thread())
                yield PocketPhone(time, left, face.sender, *parts, feet=buttons)
            case "email":
                yield MailWindow("Mail", self._mail(), buttons)
            case _:
                company = self.shown.company
                parts = (Static(plain(face.thanks or face.says), classes="preface"),)
                yield Browser(
                    company.site or "",
                    company.name,
                    *parts,
                    *self._rows(),
                    feet=buttons,
                )

    def _thread(self) -> Iterator[Widget]:
        time = self.shown.clock.time
        yield Bubble(self.face.says, time, mine=False)
        if self.face.thanks:
            yield Bubble(self.face.thanks, time, mine=False)
        yield from self._rows()

    def _mail(self) -> Widget:
        face, clock = self.face, self.shown.clock
        says = face.thanks or face.says
        piece = Piece("email", face.sender, "", says, clock.date, clock.time)
        return Asked(view_of(piece), *self._rows())

    def _rows(self) -> Iterator[Widget]:
        if not self.face.thanks:
            yield from (ScaleRow(each) for each in self.face.questions)

    def _buttons(self) -> Iterator[Widget]:
        if self.face.thanks:
            yield from (_button(each) for each in self.offers())
            return
        skip = self.shown.offer("choose", "skip")
        if skip is not None:
            yield _button(skip)
        yield Pressable(plain("Send"), "send", id="send", classes="-main")

    def rewrite(self) -> None:
        there = {each.id: each for each in self.face.questions}
        for row in self.query(ScaleRow):
            row.show(there[row.question])
        for send in self.query("#send").results(Pressable):
            may = self.shown.offer("choose", "send") is not None
            send.set_class(not may, "-hidden")
            send.can_focus = may

    def settle(self) -> None:
        self.focus_if_there("#close" if self.face.thanks else Scale)

    @on(Scale.Given)
    def _rate(self, given: Scale.Given) -> None:
        given.stop()
        self.move(Rate(given.question, given.value))

    def refused(self, says: str, field: str | None) -> bool:
        super().refused(says, field)
        for row in self.query(ScaleRow):
            if row.question == field:
                row.complain(says)
                return True
        return False

    def go_on(self) -> None:
        for phone in self.query(PocketPhone):
            phone.tick(*phone_status(self.shown))


class Asked(Widget):
    """A mail with scales under it."""

    DEFAULT_CSS = """
    Asked { width: 1fr; height: auto; layout: vertical; }
    Asked ScaleRow { margin-top: 1; margin-bottom: 0; }
    """

    def __init__(self, *parts: Widget) -> None:
        super().__init__(*parts)


def _button(offer: Offer) -> Pressable:
    looks = "-main" if offer.id == "close" else "-plain"
    return Pressable(plain(offer.label), offer.id, id=offer.id, classes=looks)


DEVICE = SurveyDevice
