"""What caused a friction, asked before told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from empathy_sim.debrief.backstage import ASKS, BLAMES, Guess
from empathy_sim.debrief.phrases import capital, sentence
from empathy_sim.engine.resolutions import Attribute, Blame
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.debrief_causes import did, told_cause
from empathy_sim.tui.widgets.debrief_chips import Chips
from empathy_sim.tui.widgets.debrief_page import Decide, Deed, Record
from empathy_sim.tui.widgets.line_input import LineInput

REASON = "One reason, or none"
FIRST = "Choose one first, then it opens."
TOLD = "You saw it open without a guess."
MOST = 200
"""Characters of a reason."""


def blames_offered() -> dict[str, str]:
    """What may be thought, as it stands beside a button."""
    return {name: capital(says) for name, says in BLAMES.items()}


def blame_of(option: str) -> Blame:
    """A chosen answer as what it stands for."""
    return next(name for name in BLAMES if name == option)


class GuessView(Vertical):
    """One friction; its cause is told once it has been guessed at."""

    DEFAULT_CSS = """
    GuessView {
        height: auto;
        margin-bottom: 1;
        padding: 0 2;
        background: $surface;
        border-left: outer $border-blurred;
    }
    GuessView.-yours { border-left: outer $accent; }
    GuessView .did { text-style: bold; }
    GuessView .known { color: $text-muted; }
    GuessView .opening { height: auto; margin-top: 1; }
    GuessView .asking { margin-bottom: 1; color: $accent; }
    GuessView .reason { height: 1; margin-top: 1; }
    GuessView LineInput { width: 1fr; margin-right: 2; background: $panel; }
    GuessView .first { height: auto; color: $warning; display: none; }
    GuessView .opened { height: auto; margin-top: 1; }
    GuessView .said { text-style: bold; margin-bottom: 1; }
    GuessView.-waiting .opening, GuessView.-waiting .opened { display: none; }
    GuessView .opened.-empty { display: none; }
    GuessView.-waiting:focus { border-left: outer $accent; background: $panel; }
    GuessView.-waiting:hover { background: $panel; }
    GuessView.-waiting .known { display: none; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "turn", "Turn to it")
    ]

    @dataclass
    class Turned(Message):
        """It is turned to, before it has been guessed at."""

        view: GuessView

    def __init__(self, guess: Guess, record: Record) -> None:
        """Show a friction.

        Args:
            guess: the friction, and what was thought of it so far.
            record: the session.
        """
        super().__init__()
        self._guess = guess
        self._record = record

    @property
    def code(self) -> str:
        """The friction's code."""
        return self._guess.friction.code

    @property
    def is_open(self) -> bool:
        """Whether what lay behind it is shown."""
        return self._guess.is_open or not self._record.live

    def compose(self) -> ComposeResult:
        friction = self._guess.friction
        yield Static(plain(did(friction)), classes="did")
        if self._guess.cut_says:
            yield Static(plain(self._guess.cut_says), classes="known")
        for known in friction.known:
            yield Static(plain(f"Known: {sentence(known)}"), classes="known")
        if not self.is_open:
            yield Vertical(classes="opening")
        yield Vertical(classes="opened -empty")

    def _asking(self) -> Iterator[Widget]:
        yield Static(plain(ASKS), classes="asking")
        yield Chips(blames_offered(), width=32)
        yield Horizontal(
            LineInput(placeholder=REASON, compact=True, most=MOST),
            Deed("Open it", classes="open"),
            classes="reason",
        )
        yield Static(plain(FIRST), classes="first")

    async def on_mount(self) -> None:
        await self._tell()

    async def show(self, guess: Guess) -> bool:
        """Show what is thought of it by now; whether it has just been opened."""
        was_open, self._guess = self.is_open, guess
        if self.is_open and not was_open:
            await self.query_one(".opening").remove()
        await self._tell()
        return self.is_open and not was_open

    async def _tell(self) -> None:
        if not self.is_open:
            return
        opened = self.query_one(".opened", Vertical)
        opened.remove_class("-empty")
        if not opened.children:
            self.set_class(self._guess.cause.yours, "-yours")
            said = self._guess.says or (TOLD if self._record.live else "")
            await opened.mount(
                Static(plain(said), classes="said"),
                *told_cause(self._guess.cause, with_fix=not self._is_offered()),
            )
        elif self._guess.says:
            self.query_one(".said", Static).update(plain(self._guess.says))

    def _is_offered(self) -> bool:
        """Whether its fix is told on the next page, where it can be lived again."""
        cause = self._guess.cause
        reached = self._record.fixes.reaches(cause.id)
        return self._record.live and any(each in reached for each in cause.fix.stages)

    @on(Button.Pressed, ".open")
    @on(Input.Submitted)
    def _open(self, event: Message) -> None:
        event.stop()
        chips = self.query_one(Chips)
        if not chips.chosen:
            self.query_one(".first").display = True
            chips.focus()
            return
        words = self.query_one(LineInput).words
        blames = blame_of(chips.chosen)
        self.post_message(Decide(Attribute(self.code, blames, words, "before")))

    @on(Chips.Chosen)
    def _chosen(self, chosen: Chips.Chosen) -> None:
        """A reason may follow."""
        chosen.stop()
        self.query_one(".first").display = False
        self.query_one(LineInput).focus()

    async def wait(self, *, waits: bool) -> None:
        """Stand back while another is asked about, or be the one that is."""
        self.set_class(waits, "-waiting")
        self.set_class(not waits and not self.is_open, "-asked")
        self.can_focus = waits
        for opening in self.query(".opening"):
            if not waits and not self.is_open and not opening.children:
                await opening.mount(*self._asking())

    def on_click(self, click: events.Click) -> None:
        """What waits is turned to."""
        if self.has_class("-waiting"):
            click.stop()
            self.action_turn()

    def action_turn(self) -> None:
        """Ask about this one."""
        self.post_message(self.Turned(self))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what waits can be turned to."""
        if action == "turn":
            return self.has_class("-waiting")
        return super().check_action(action, parameters)
