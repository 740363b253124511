"""A form: a browser with real inputs."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from empathy_sim.engine.moves import FillIn
from empathy_sim.engine.touchpoints.form import FormFace
from empathy_sim.journey.units import SECOND
from empathy_sim.line.wording import left_of
from empathy_sim.tui.drawn_device import DrawnDevice
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.browser import Browser
from empathy_sim.tui.widgets.form_field import FieldOnPage, FormLine
from empathy_sim.tui.widgets.pressable import Pressable
from empathy_sim.tui.widgets.reading import Reading
from empathy_sim.tui.widgets.steps_claimed import StepsClaimed

NO_PASTE = "This page lets nothing be pasted into that field."


class SessionWarning(Horizontal):
    """What stays over the page while its session is about to end."""

    DEFAULT_CSS = """
    SessionWarning {
        height: auto;
        width: 1fr;
        padding: 0 3;
        background: $warning 22%;
        display: none;
        &.-there { display: block; }
        .words { width: 1fr; height: auto; }
        .left { width: 8; text-align: right; text-style: bold; margin-right: 2; }
        Pressable { height: 1; }
    }
    SessionWarning.-there { layout: horizontal; }
    """

    def compose(self) -> ComposeResult:
        yield Static("", classes="words", markup=False)
        yield Static("", classes="left", markup=False)
        yield Pressable(plain(""), "stay", classes="-plain")

    def show(self, face: FormFace, story_ms: int) -> None:
        """Warn, or be gone."""
        self.set_class(bool(face.warning), "-there")
        self.query_one(".words", Static).update(plain(face.warning))
        stay = self.query_one(Pressable)
        stay.display = bool(face.stay)
        stay.update(plain(face.stay))
        self.tick(face, story_ms)

    def tick(self, face: FormFace, story_ms: int) -> None:
        """Go on with what is left."""
        left = 0 if face.ends_at is None else max(0, face.ends_at - story_ms)
        shows = left_of(left + SECOND - 1) if face.warning else ""
        self.query_one(".left", Static).update(plain(shows), layout=False)


class FormDevice(DrawnDevice[FormFace]):
    """A page of a form, in a browser; a field is filled in when it is left."""

    HELP = """
A web page. Tab goes from field to field; in a row of choices the arrows and the space bar
choose. Enter in a field sends the page, as it does on most. The notebook has what the page
may ask for; it is copied by hand.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", "Next field", key_display="⇥", priority=True)
    ]
    DEFAULT_CSS = """
    FormDevice {
        .top {
            width: 1fr;
            height: auto;
            padding: 0 2;
            margin-bottom: 1;
            color: $error;
            border-left: outer $error;
            display: none;
        }
        .top.-there { display: block; }
        .note {
            width: 1fr;
            height: auto;
            padding: 0 2;
            margin-bottom: 1;
            border-left: outer $company;
            background: $company-quiet;
        }
        .preface { width: 1fr; height: auto; margin-bottom: 1; }
        .closing { width: 1fr; height: auto; margin-bottom: 2; text-style: bold; }
        .links { width: 1fr; height: auto; margin-top: 1; }
        .links Pressable { margin-bottom: 0; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._has_said_paste = False
        self._errors: Hashable = None

    def shape(self) -> Hashable:
        face = self.face
        fields = tuple((each.id, each.label, each.choices) for each in face.fields)
        return (face.number, face.ended, face.closed, fields, face.links)

    def draw(self) -> ComposeResult:
        face, offer = self.face, self.shown.offer("choose", "left")
        yield Browser(
            face.site,
            self.shown.company.name,
            *(self._page_closed() if face.closed else self._page()),
            close=offer,
            above=SessionWarning(),
        )

    def _page(self) -> Iterator[Widget]:
        face = self.face
        if face.step or face.claims:
            yield StepsClaimed(face.step, face.number, face.claims)
        yield Static(plain(face.title), classes="headline")
        if face.notice:
            yield Static(plain(face.notice), classes="note")
        yield Static("", classes="top", markup=False)
        if face.says:
            yield Static(plain(face.says), classes="preface")
        for field in face.fields:
            yield FieldOnPage(field)
        yield Pressable(plain(face.submit), "submit", id="submit", classes="-main")
        yield from self._links()

    def _page_closed(self) -> Iterator[Widget]:
        face = self.face
        yield Static(plain(face.closing), classes="closing")
        if face.go_on:
            yield Pressable(plain(face.go_on), face.closed, id="go-on", classes="-main")
        yield from self._links()

    def _links(self) -> Iterator[Widget]:
        if self.face.links:
            yield Vertical(
                *(
                    Pressable(plain(says), name, classes="-link")
                    for name, says in self.face.links
                ),
                classes="links",
            )

    def rewrite(self) -> None:
        face = self.face
        self.query_one(SessionWarning).show(face, self.shown.story_ms)
        there = {each.id: each for each in face.fields}
        for part in self.query(FieldOnPage):
            part.show(there[part.name_on_page])
        for top in self.query(".top").results(Static):
            top.set_class(bool(face.top), "-there")
            top.update(plain(face.top))
        self._go_to_errors()

    def _go_to_errors(self) -> None:
        """As a page that has been sent does: to the first field, or to its top."""
        face = self.face
        errors = (face.top, *((each.id, each.error) for each in face.fields))
        if errors == self._errors:
            return
        self._errors = errors
        wrong = {each.id for each in face.fields if each.error}
        if face.top:
            self.query_one(Reading).scroll_home(animate=False)
        for part in self.query(FieldOnPage):
            if part.name_on_page in wrong:
                part.takes_keys.focus()
                return

    def settle(self) -> None:
        for each in self.query(FieldOnPage):
            self.give_focus(each.takes_keys)
            return
        self.focus_if_there("#go-on")

    def go_on(self) -> None:
        for warning in self.query(SessionWarning):
            warning.tick(self.face, self.shown.story_ms)

    @on(FieldOnPage.Left)
    def _leave_field(self, left: FieldOnPage.Left) -> None:
        left.stop()
        self._fill_in(left.part)

    def _fill_in(self, part: FieldOnPage) -> None:
        """Fill a field in, if what stands in it is not known yet."""
        can_be = self.shown.offer("fill", part.name_on_page) is not None
        text = part.text
        if text != part.sent and can_be and part.is_attached and self.is_drawn:
            part.sent = text
            self.move(FillIn(part.name_on_page, text))

    @on(Input.Submitted)
    def _enter(self, submitted: Input.Submitted) -> None:
        submitted.stop()
        self.choose("submit")

    def choose(self, option: str) -> None:
        """Leave every field, then take the option."""
        if option == "submit":
            for part in self.query(FieldOnPage):
                self._fill_in(part)
        super().choose(option)

    @on(FormLine.PasteRefused)
    def _say_paste(self, refused: FormLine.PasteRefused) -> None:
        """The page says nothing, as pages do; the frame does, once."""
        refused.stop()
        if not self._has_said_paste:
            self._has_said_paste = True
            self.app.notify(NO_PASTE)

    def refused(self, says: str, field: str | None) -> bool:
        super().refused(says, field)
        for part in self.query(FieldOnPage):
            if part.name_on_page == field:
                part.complain(says)
                return True
        return False


DEVICE = FormDevice
