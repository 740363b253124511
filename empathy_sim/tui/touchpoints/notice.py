"""A notice: a letter, a mail, a page, prose."""

from __future__ import annotations

from collections.abc import Hashable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from empathy_sim.engine.scene import Scene
from empathy_sim.engine.touchpoints.notice import NoticeFace
from empathy_sim.tui.drawn_device import DrawnDevice
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.browser import Browser
from empathy_sim.tui.widgets.choices import Choices
from empathy_sim.tui.widgets.mail_window import MailWindow
from empathy_sim.tui.widgets.pieces import Piece, view_of
from empathy_sim.tui.widgets.pocket_phone import PocketPhone
from empathy_sim.tui.widgets.reading import Reading


class NoticeDevice(DrawnDevice[NoticeFace]):
    """Something to read, and the ways on."""

    HELP = """
Something to read. A number key, or the arrows and Enter, takes one of the ways on; so
does the mouse. What is longer than the screen is read with Page Down.
"""
    DEFAULT_CSS = """
    NoticeDevice {
        .lying { width: 1fr; height: 1fr; align: center middle; }
        .lying > .stack {
            width: 1fr;
            max-width: 72;
            height: auto;
            align-horizontal: center;
        }
        .stack Choices { max-width: 68; padding: 1 2; }
        .stack Choices.-one { align-horizontal: left; }
        &.-low Sheet { padding: 0 4; }
        &.-low .stack Choices { padding: 1 2 0 2; }
    }
    """

    def shape(self) -> Hashable:
        return (self.face, self.offers())

    def draw(self) -> ComposeResult:
        face, choices = self.face, Choices(self.offers())
        match face.looks_like:
            case "email":
                yield MailWindow("Mail", view_of(self._piece()), choices)
            case "text" | "phone":
                yield self._phone(choices)
            case "page":
                parts = (
                    Static(plain(face.subject), classes="headline"),
                    Static(plain(face.says)),
                )
                company = self.shown.company.name
                yield Browser(face.sender, company, *parts, choices)
            case _:
                yield Lying(view_of(self._piece()), choices)

    def _piece(self) -> Piece:
        face, clock = self.face, self.shown.clock
        return Piece(
            face.looks_like,
            face.sender,
            face.subject,
            face.says,
            clock.date,
            clock.time,
        )

    def _phone(self, choices: Choices) -> Widget:
        time, left = phone_status(self.shown)
        heading = self.face.sender or self.face.subject
        return PocketPhone(time, left, heading, view_of(self._piece()), feet=choices)

    def go_on(self) -> None:
        for phone in self.query(PocketPhone):
            phone.tick(*phone_status(self.shown))


class Lying(Reading):
    """A thing on its own, with the ways on under it."""

    def __init__(self, thing: Widget, choices: Choices) -> None:
        super().__init__(classes="lying")
        self._thing, self._choices = thing, choices

    def compose(self) -> ComposeResult:
        yield Vertical(self._thing, self._choices, classes="stack")


def phone_status(scene: Scene) -> tuple[str, str]:
    """The time and what is left of the battery, as a phone shows them."""
    gauges = (each.left for each in scene.gauges if each.id == "phone_battery")
    return scene.clock.time, next(gauges, "")


DEVICE = NoticeDevice
