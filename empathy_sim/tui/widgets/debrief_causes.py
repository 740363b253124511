"""What lay behind it, opened after a guess."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from empathy_sim.debrief.causes import CauseFound, FrictionFound
from empathy_sim.debrief.debrief import Debrief
from empathy_sim.debrief.phrases import capital, lasting, listed, sentence, times
from empathy_sim.journey.units import MINUTE
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.line_input import LineInput

GUESSED = 3
"""Causes that are guessed at before they open."""
NOTHING = "Nothing went against your customer."
UNKNOWN = "Nobody has said why"
ASKS = "Before it opens: what do you think caused this?"
NO_CHOICE = "No choice of yours would have helped here."


class CauseView(Vertical):
    """One cause: first what it did, then a guess, then what it was."""

    DEFAULT_CSS = """
    CauseView {
        height: auto;
        margin-bottom: 1;
        padding: 0 2;
        background: $surface;
        border-left: outer $border-blurred;
    }
    CauseView.-yours { border-left: outer $accent; }
    CauseView .did { text-style: bold; }
    CauseView .known { color: $text-muted; }
    CauseView .opening { height: auto; margin-top: 1; }
    CauseView LineInput { width: 1fr; margin-right: 2; background: $panel; }
    CauseView .opened { height: auto; display: none; margin-top: 1; }
    CauseView.-opened .opened { display: block; }
    CauseView.-opened .opening { display: none; }
    CauseView .open {
        height: 1;
        min-width: 12;
        border: none;
        background: $panel;
    }
    CauseView .open:focus {
        color: $block-cursor-foreground;
        background: $block-cursor-background;
    }
    """

    @dataclass
    class Opened(Message):
        """A cause was opened, with what was thought of it before."""

        question: str
        """What the guess is kept as."""
        words: str

    def __init__(
        self, cause: CauseFound, *, guessed: str | None = None, asks: bool = True
    ) -> None:
        """Show a cause, closed.

        Args:
            cause: what lay behind it.
            guessed: what was thought of it; None while it is closed.
            asks: whether a guess is asked for before it opens.
        """
        super().__init__()
        self.cause = cause
        self._guessed = guessed
        self._asks = asks
        self.set_class(cause.yours, "-yours")
        self.set_class(guessed is not None, "-opened")

    def compose(self) -> ComposeResult:
        for friction in self.cause.frictions:
            yield Static(plain(_did(friction)), classes="did")
            for known in friction.known:
                yield Static(plain(f"Known: {sentence(known)}"), classes="known")
        if self._guessed is None:
            with Horizontal(classes="opening"):
                if self._asks:
                    yield LineInput(placeholder=ASKS, compact=True)
                yield Button("Open it", classes="open", compact=True)
        with Vertical(classes="opened"):
            yield Static(plain(_thought(self._guessed or "")), classes="thought")
            for head, said in _told(self.cause):
                with Horizontal(classes="told"):
                    yield Static(plain(head), classes="head")
                    yield said

    @on(Button.Pressed)
    @on(Input.Submitted)
    def _open(self, event: Message) -> None:
        event.stop()
        if not self.has_class("-opened"):
            self.open()

    def open(self) -> None:
        """Show what it was, whatever was thought of it."""
        lines = list(self.query(LineInput))
        words = lines[0].words if lines else ""
        self.query_one(".thought", Static).update(plain(_thought(words)))
        self.add_class("-opened")
        self.post_message(self.Opened(question_of(self.cause), words))


def _did(friction: FrictionFound) -> str:
    said = capital(friction.says)
    if friction.times > 1:
        said += f", {times(friction.times)}"
    if friction.where:
        said += f" ({listed(friction.where)})"
    if friction.cost_ms >= MINUTE:
        said += f": {lasting(friction.cost_ms)}"
    return f"{said}."


def _thought(words: str) -> str:
    return f"You thought: {words}" if words else ""


def _told(cause: CauseFound) -> Iterator[tuple[str, Static]]:
    """The cause in rows: a word or two, and what there is to say."""
    yield "Department", _says(_owned(cause.department, cause.yours))
    yield "Its target", _says(plain(sentence(cause.kept_by)).stylize("bold"))
    since = f" Since {cause.since}." if cause.since else ""
    yield "Why", _says(plain(f"{sentence(cause.why)}{since}"))
    if cause.frontline_says:
        quoted = plain(f"“{cause.frontline_says}”").stylize("italic")
        yield "The frontline", _says(quoted)
    if cause.known:
        yield "Known", _says(plain(sentence(cause.known)))
    if cause.no_good_option:
        yield "A way round", _says(plain(NO_CHOICE))
    fix = cause.fix
    yield "The fix", _says(plain(sentence(fix.change)))
    who = _owned(fix.department, fix.yours)
    yield "Who can", _says(Content.assemble(who, plain(f". Cost: {fix.cost}.")))


def _says(content: Content) -> Static:
    return Static(content, classes="says")


def _owned(department: str, yours: bool) -> Content:
    mine = plain(", which is yours").stylize("bold $accent") if yours else plain("")
    return Content.assemble(plain(capital(department)), mine)


def question_of(cause: CauseFound) -> str:
    """What a guess at a cause is kept as."""
    return f"cause.{cause.id}"


def behind(
    debrief: Debrief, answered: Mapping[str, str], *, live: bool
) -> Iterator[Widget]:
    """Every cause, the leader's own departments first; then the closing question."""
    if not debrief.frictions:
        yield Static(NOTHING, classes="quiet")
    for at, cause in enumerate(debrief.causes):
        guessed = answered.get(question_of(cause), None if live else "")
        yield CauseView(cause, guessed=guessed, asks=at < GUESSED)
    if debrief.without_cause:
        yield Static(UNKNOWN, classes="subtitle")
        for friction in debrief.without_cause:
            yield Static(plain(_did(friction)))
    if debrief.causes:
        yield Static(plain(debrief.mended), classes="quiet")
        yield Static(plain(debrief.closing), classes="strong")
