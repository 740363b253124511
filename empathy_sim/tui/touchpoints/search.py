"""A search: the pages of a help centre."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Input, Static

from empathy_sim.engine.moves import Say
from empathy_sim.engine.scene import Offer
from empathy_sim.engine.touchpoints.search import SearchFace
from empathy_sim.tui.drawn_device import LAID_OUT, DrawnDevice
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.browser import Browser
from empathy_sim.tui.widgets.help_bars import HelpFoot, HelpfulQuestion, SearchBar
from empathy_sim.tui.widgets.help_rows import HelpRows
from empathy_sim.tui.widgets.line_input import LineInput
from empathy_sim.tui.widgets.reading import Reading

_WAYS_BACK = ("back", "home")
_ANSWERS = ("helpful", "not-helpful")


class SearchDevice(DrawnDevice[SearchFace]):
    """A help centre in a browser: a box, lists, articles, and links at the foot."""

    HELP = """
A help centre. Type into the box, and Enter searches; / goes back to the box. A number key,
or the arrows and Enter, opens what is listed. Backspace goes back a page. Tab reaches the
links at the foot; Page Down reads on.
"""
    DEFAULT_CSS = """
    SearchDevice {
        .note { width: 1fr; height: auto; color: $text-muted; }
        .paragraph { width: 1fr; height: auto; margin-bottom: 1; }
        .instead {
            width: 1fr;
            height: auto;
            padding: 0 2;
            margin-bottom: 1;
            border-left: outer $company;
            background: $company-quiet;
        }
        .number { width: 1fr; height: auto; text-style: bold; }
        .headline { width: 1fr; height: auto; }
        .headline.-noted { margin-bottom: 0; }
        .note { margin-bottom: 1; }
    }
    """

    def shape(self) -> Hashable:
        return (self.face.turned, self._foot(), self._listed())

    def draw(self) -> ComposeResult:
        face = self.face
        back = [each for each in self.offers() if each.id in _WAYS_BACK]
        yield Browser(
            face.site,
            self.shown.company.name,
            *self._page(),
            close=self.shown.offer("choose", "left"),
            above=SearchBar(face.typed, face.box, back),
            feet=HelpFoot(self._foot()),
        )

    def _page(self) -> Iterator[Widget]:
        face = self.face
        noted = "headline -noted" if face.note else "headline"
        yield Static(plain(face.heading), classes=noted)
        if face.note:
            yield Static(plain(face.note), classes="note")
        yield from self._text()
        listed = self._listed()
        if listed:
            begins = {each.id: each.begins for each in face.rows}
            at_front = face.sort == "front"
            lists = {each.id for each in listed} - begins.keys() if at_front else ()
            yield HelpRows(listed, begins, lists)
        if face.asks:
            answers = [each for each in self.offers() if each.id in _ANSWERS]
            yield HelpfulQuestion(answers)

    def _text(self) -> Iterator[Widget]:
        face = self.face
        looks = "paragraph"
        if face.sort == "front" or not face.is_there:
            looks = "instead"
        for at, says in enumerate(face.says):
            is_number = face.sort == "number" and face.is_there and at > 0
            yield Static(plain(says), classes="number" if is_number else looks)

    def _listed(self) -> tuple[Offer, ...]:
        """What this page has to open or press, and no other page."""
        elsewhere = {*_WAYS_BACK, *_ANSWERS, *self.face.foot, "left"}
        return tuple(each for each in self.offers() if each.id not in elsewhere)

    def _foot(self) -> tuple[Offer, ...]:
        return tuple(each for each in self.offers() if each.id in self.face.foot)

    def rewrite(self) -> None:
        face = self.face
        for rows in self.query(HelpRows):
            rows.say(face.refused, face.refusal)
        for question in self.query(HelpfulQuestion):
            had_focus = question.has_focus_within
            says = face.thanks or face.asks
            question.say(says, is_answered=bool(face.answer))
            if face.answer and had_focus:
                self.settle()

    def settle(self) -> None:
        """To the box where nothing is listed yet, else to what is listed or read."""
        face = self.face
        is_empty = face.sort == "results" and not face.rows
        if face.sort == "front" or is_empty:
            self.focus_if_there(LineInput)
            return
        super().settle()
        if not self._listed():
            self.focus_if_there("SearchBar Pressable")
            self.set_timer(LAID_OUT, self._read)

    def _read(self) -> None:
        """Where there is more to read than fits, the focus is on that."""
        if any(each.has_focus for each in self.query("SearchBar Pressable")):
            self.focus_if_there(Reading)

    @on(Input.Submitted)
    def _search(self, submitted: Input.Submitted) -> None:
        submitted.stop()
        words = self.query_one(LineInput).words
        if words:
            self.move(Say(words))

    def typed(self, key: str) -> bool:
        if key == "/":
            self.focus_if_there(LineInput)
            return True
        if key == "backspace" and self.shown.offer("choose", "back"):
            self.choose("back")
            return True
        return False


DEVICE = SearchDevice
