"""What the leader does on Monday."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from empathy_sim.debrief.backstage import ASKS_AGAIN, Guess
from empathy_sim.engine.resolutions import Attribute
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.debrief_assignment import AssignmentView
from empathy_sim.tui.widgets.debrief_causes import did
from empathy_sim.tui.widgets.debrief_chips import Chips
from empathy_sim.tui.widgets.debrief_commitment import CommitmentView
from empathy_sim.tui.widgets.debrief_fold import Fold
from empathy_sim.tui.widgets.debrief_guess import blame_of, blames_offered
from empathy_sim.tui.widgets.debrief_page import DebriefPage, Decide, about, subtitle

HOME = "To take home"
TAKE_HOME = (
    "empathy-sim debrief --html FILE writes two pages: one to keep, and one to forward "
    "that says nothing of feelings."
)


class AgainView(Fold):
    """What a friction is put down to, now that it has been opened."""

    DEFAULT_CSS = """
    AgainView { margin-bottom: 0; }
    AgainView .says { margin-bottom: 1; }
    """

    def __init__(self, guess: Guess, *, live: bool) -> None:
        """Ask once more.

        Args:
            guess: the friction, and what was thought of it so far.
            live: whether an answer can be given.
        """
        super().__init__(plain(did(guess.friction)), self._holds_it)
        self._guess = guess
        self._live = live

    def _holds_it(self) -> Iterator[Widget]:
        guess = self._guess
        yield Static(plain(guess.says), classes="says")
        if self._live:
            chosen = guess.after.blames if guess.after else ""
            yield Chips(blames_offered(), chosen, width=32)

    def show(self, guess: Guess) -> None:
        """Show what is thought of it by now."""
        self._guess = guess
        for says in self.query(".says").results(Static):
            says.update(plain(guess.says))

    @property
    def code(self) -> str:
        """The friction's code."""
        return self._guess.friction.code

    @on(Chips.Chosen)
    def _chosen(self, chosen: Chips.Chosen) -> None:
        chosen.stop()
        blames = blame_of(chosen.option)
        self.post_message(Decide(Attribute(self.code, blames, asking="after")))


class MondayPage(DebriefPage):
    """What the leader does about it."""

    DEFAULT_CSS = """
    MondayPage .asked-again { height: auto; margin-bottom: 1; }
    """

    def compose(self) -> ComposeResult:
        yield CommitmentView(self.record)
        yield AssignmentView(self.record)
        yield Vertical(*self._asked_again(()), classes="asked-again")
        yield subtitle(HOME)
        yield about(TAKE_HOME)

    def _asked_again(self, known: Collection[str]) -> Iterator[Widget]:
        """What has been opened, and is not asked about yet."""
        opened = [
            each
            for each in self.record.debrief.guesses
            if each.is_open and each.friction.code not in known
        ]
        if opened and not known:
            yield subtitle(ASKS_AGAIN)
        for guess in opened:
            yield AgainView(guess, live=self.record.live)

    async def show(self) -> None:
        """Show what is decided by now; what has been opened since is asked as well."""
        guesses = {each.friction.code: each for each in self.record.debrief.guesses}
        known = [view.code for view in self.query(AgainView)]
        for code, view in zip(known, self.query(AgainView), strict=True):
            view.show(guesses[code])
        await self.query_one(".asked-again", Vertical).mount(*self._asked_again(known))
        self.query_one(CommitmentView).show()
        self.query_one(AssignmentView).show()
