"""A chat: a window with bubbles and a line."""

from __future__ import annotations

from collections.abc import Hashable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from empathy_sim.engine.chat_replies import LONGEST_SAID
from empathy_sim.engine.moves import Say
from empathy_sim.engine.touchpoints.chat import ChatButton, ChatFace
from empathy_sim.tui.drawn_device import DrawnDevice
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.line_input import LineInput
from empathy_sim.tui.widgets.pressable import Pressable
from empathy_sim.tui.widgets.ready_answers import ReadyAnswers
from empathy_sim.tui.widgets.transcript import Transcript
from empathy_sim.tui.widgets.way_out import WayOut

WRITE = "Write a message, Enter sends it"


class ChatDevice(DrawnDevice[ChatFace]):
    """A chat window: what was said, ready answers, and a line to write in."""

    HELP = """
A chat. Write, and Enter sends. The arrow up goes to the ready answers, Enter takes one.
Page Up reads back.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "to_answers", "Ready answers", show=False),
        Binding("down", "to_line", "Write", show=False),
    ]
    DEFAULT_CSS = """
    ChatDevice {
        .window {
            width: 1fr;
            max-width: 78;
            height: 1fr;
            max-height: 40;
            background: $surface;
        }
        .title {
            width: 1fr;
            height: 1;
            padding: 0 2;
            background: $company-fill;
            color: $company-on-fill;
        }
        .who { width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
        .title Pressable, .title Pressable:hover, .title Pressable:focus {
            color: $company-on-fill;
        }
        .answers { width: 1fr; height: auto; }
        .banner {
            width: 1fr;
            height: auto;
            padding: 0 3;
            background: $company-quiet;
            color: $foreground;
            display: none;
        }
        .banner.-there { display: block; }
        .refusal {
            width: 1fr;
            height: 1;
            padding: 0 3;
            color: $error;
            display: none;
        }
        .refusal.-there { display: block; }
        .line {
            width: 1fr;
            height: 2;
            padding: 0 2;
            border-top: solid $border-blurred;
        }
        LineInput, LineInput:focus {
            width: 1fr;
            height: 1;
            border: none;
            padding: 0 1;
            background: $surface;
        }
        LineInput:focus { background: $company-quiet; }
        LineInput > .input--placeholder { color: $foreground 80%; }
        .shut { width: 1fr; height: auto; padding: 0 2; align-horizontal: right; }
        &.-roomy .window { margin: 1 2; }
        &.-roomy .title { height: 3; padding: 1 3; }
        &.-roomy .line { height: 4; padding: 1 2; }
        &.-roomy .shut { padding: 1 2; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._buttons: tuple[ChatButton, ...] | None = None
        self._sent = ""
        """What was sent, until it is known that it has been."""
        self._said_before = 0

    def shape(self) -> Hashable:
        return (self.face.closed, self.face.who)

    def draw(self) -> ComposeResult:
        line = self._line()
        self._buttons = None
        with Vertical(classes="window"):
            with Horizontal(classes="title"):
                yield Static(_title(self.face), classes="who")
                leave = self.shown.offer("choose", "left")
                if leave is not None:
                    yield WayOut(leave.label, leave.id)
            yield Transcript()
            yield Static("", classes="banner", markup=False)
            yield Container(classes="answers")
            yield Static("", classes="refusal", markup=False)
            if self.face.closed:
                yield from self._shut()
            else:
                with Container(classes="line"):
                    yield LineInput(line, placeholder=WRITE, most=LONGEST_SAID)

    def _line(self) -> str:
        """What is being written, if a window is there already."""
        return next((each.value for each in self.query(LineInput)), "")

    def _shut(self) -> ComposeResult:
        offer = self.shown.offer("choose", "closed")
        if offer is not None:
            with Container(classes="shut"):
                yield Pressable(
                    plain(offer.label), offer.id, id="closed", classes="-main"
                )

    def rewrite(self) -> None:
        face = self.face
        self.query_one(Transcript).show(face.sentences, typing=face.typing)
        banner = self.query_one(".banner", Static)
        banner.set_class(bool(face.banner), "-there")
        banner.update(plain(face.banner))
        if self._said() > self._said_before:
            self._sent = ""
        self._say("")
        self._rewrite_answers()
        self._rewrite_line()

    def _rewrite_answers(self) -> None:
        buttons = self.face.buttons
        if buttons == self._buttons:
            return
        had_focus = any(each.has_focus_within for each in self.query(ReadyAnswers))
        self._buttons = buttons
        answers = self.query_one(".answers", Container)
        answers.remove_children()
        if buttons:
            answers.mount(ReadyAnswers(buttons, max(20, self._wide() - 4)))
        if had_focus:
            self.settle()

    def _wide(self) -> int:
        return self.query_one(Transcript).size.width or min(self.size.width, 78)

    def _rewrite_line(self) -> None:
        for line in self.query(LineInput):
            line.placeholder = WRITE if self.face.input_open else ""

    def _said(self) -> int:
        return sum(each.mine for each in self.face.sentences)

    def settle(self) -> None:
        self.focus_if_there("#closed" if self.face.closed else LineInput)

    def on_key(self, event: events.Key) -> None:
        """What is typed over a ready answer is written in the line; none is lost."""
        letter = event.character or ""
        if not event.is_printable:
            return
        for line in self.query(LineInput):
            if letter == " " and not line.value:
                return
            event.stop()
            event.prevent_default()
            line.focus()
            line.insert_text_at_cursor(letter)

    @on(Input.Submitted)
    def _write(self, submitted: Input.Submitted) -> None:
        submitted.stop()
        line = self.query_one(LineInput)
        if line.words:
            self._sent = line.words
            self._said_before = self._said()
            line.value = ""
            self.move(Say(self._sent))

    def refused(self, says: str, field: str | None) -> bool:
        super().refused(says, field)
        for line in self.query(LineInput):
            line.value = f"{self._sent}{line.value}"
            line.cursor_position = len(line.value)
        self._sent = ""
        self._say(says)
        return True

    def _say(self, says: str) -> None:
        refusal = self.query_one(".refusal", Static)
        refusal.set_class(bool(says), "-there")
        refusal.update(plain(says))

    def action_to_answers(self) -> None:
        """Go from the line to the ready answers."""
        self.focus_if_there(".answers Pressable")

    def action_to_line(self) -> None:
        """Go to the line."""
        self.focus_if_there(LineInput)

    def action_read(self, direction: int) -> None:
        """Turn a page of what was said."""
        for each in self.query(Transcript):
            (each.scroll_page_down if direction > 0 else each.scroll_page_up)(
                animate=False
            )


def _title(face: ChatFace) -> Content:
    state = "○ closed" if face.closed else "● online"
    return plain(face.who).stylize("bold") + Content("   " + state)


DEVICE = ChatDevice
