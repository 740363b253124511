"""A question of the debrief, answered in words."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.line_input import LineInput

MOST = 400
"""Characters of an answer."""
OWN_WORDS = "In your own words, or not at all"
SAID = "You said: "
NOTHING_SAID = "You left it open."


@dataclass
class Asked(Message):
    """A question was answered, or its answer changed."""

    question: str
    words: str
    line: LineInput


class QuestionView(Vertical):
    """A question, and a line for an answer; or the answer that was given."""

    DEFAULT_CSS = """
    QuestionView { height: auto; margin-bottom: 1; }
    QuestionView .question { text-style: bold; }
    QuestionView LineInput { background: $panel; }
    """

    def __init__(
        self, name: str, question: str, given: str, *, live: bool, hint: str = ""
    ) -> None:
        """Ask something.

        Args:
            name: what the answer is kept as.
            question: what is asked.
            given: what was answered; empty if nothing.
            live: whether it can be answered now.
            hint: an answer of the kind that is meant; empty where none helps.
        """
        super().__init__()
        self._hint = hint
        self._named = name
        self._question = question
        self._given = given
        self._live = live

    def compose(self) -> ComposeResult:
        yield Static(plain(self._question), classes="question")
        if self._live:
            yield LineInput(
                self._given,
                placeholder=self._hint or OWN_WORDS,
                most=MOST,
                compact=True,
            )
        else:
            said = f"{SAID}{self._given}" if self._given else NOTHING_SAID
            yield Static(plain(said), classes="given")

    @on(Input.Submitted)
    @on(events.DescendantBlur)
    def _keep(self) -> None:
        asked = self.unsaid()
        if asked is not None:
            self.post_message(asked)

    def unsaid(self) -> Asked | None:
        """What has been written and not been told to anybody yet."""
        for line in self.query(LineInput):
            if line.words != self._given:
                self._given = line.words
                return Asked(self._named, line.words, line)
        return None
