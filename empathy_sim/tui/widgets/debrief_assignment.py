"""Something to do before the next time."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Button, Static

from empathy_sim.debrief.by_when import due_in_words, due_of, past_due, proposed
from empathy_sim.debrief.cards import ASSIGNMENTS, Ask, AssignmentCard
from empathy_sim.debrief.decided import AssignmentHeld
from empathy_sim.debrief.if_then import ASKS_BY_WHEN, BY_WHEN
from empathy_sim.engine.resolutions import TakeOn
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.debrief_chips import Chips
from empathy_sim.tui.widgets.debrief_commitment import comes_back, due_shown
from empathy_sim.tui.widgets.debrief_page import Decide, Deed, Record, about, subtitle
from empathy_sim.tui.widgets.line_input import LineInput

TITLE = "One assignment"
ASKS = "Choose one to do before the next time, or none."
GUESS = "First, what do you expect?"
TAKE = "Take it on"
TAKEN = "Taken on. What you find is set beside this."
NOTHING = "No assignment was taken on."
_MOST = 200


class AssignmentView(Vertical):
    """Three to choose from; the one that is chosen opens."""

    DEFAULT_CSS = """
    AssignmentView { height: auto; margin-bottom: 1; }
    AssignmentView .chosen { height: auto; margin: 1 0; padding: 0 2; }
    AssignmentView .step { margin-bottom: 1; }
    AssignmentView LineInput { background: $panel; margin-bottom: 1; }
    AssignmentView .kept { height: auto; color: $success; }
    """

    def __init__(self, record: Record) -> None:
        """Offer assignments, or show the one that was taken on.

        Args:
            record: the session.
        """
        super().__init__()
        self._record = record
        self._now = False
        """Whether it was taken on here, today."""

    @property
    def _held(self) -> AssignmentHeld | None:
        return self._record.debrief.decisions.assignment

    def compose(self) -> ComposeResult:
        held = self._held
        yield subtitle(TITLE)
        if not self._record.live:
            yield from _past(held)
            return
        yield about(ASKS)
        offered = {name: card.title for name, card in ASSIGNMENTS.items()}
        yield Chips(offered, held.assignment if held else "", width=60)
        yield Vertical(classes="chosen")

    async def on_mount(self) -> None:
        if self._record.live and self._held is not None:
            await self._open(self._held.assignment)

    @on(Chips.Chosen)
    async def _chosen(self, chosen: Chips.Chosen) -> None:
        chosen.stop()
        await self._open(chosen.option)
        self.query_one(LineInput).focus()

    async def _open(self, name: str) -> None:
        chosen = self.query_one(".chosen", Vertical)
        await chosen.remove_children()
        card = next(each for each in ASSIGNMENTS.values() if each.id == name)
        held = self._held if self._held and self._held.assignment == name else None
        due = held.due if held else proposed(self._record.today).isoformat()
        await chosen.mount(*_asked(card, held, due))
        self.show()

    def show(self) -> None:
        """Show what is taken on by now."""
        held = self._held
        for kept in self.query(".kept").results(Static):
            if held is None or held.assignment != self.query_one(Chips).chosen:
                kept.update("")
                continue
            back = comes_back(self._record, held.due, now=self._now)
            kept.update(plain(f"{TAKEN}{back}"))

    @on(Button.Pressed, ".take")
    def _take(self, pressed: Button.Pressed) -> None:
        pressed.stop()
        chosen = self.query_one(Chips).chosen
        card = next(each for each in ASSIGNMENTS.values() if each.id == chosen)
        guesses = tuple(
            str(line.words) for line in self.query(".guess").results(LineInput)
        )
        due = due_of(self.query_one("#due", LineInput).words, self._record.today)
        if past := past_due(due, self._record.today):
            self.query_one(".kept", Static).update(plain(past))
            self.query_one("#due").focus()
            return
        self._now = True
        self.post_message(Decide(TakeOn(card.id, due, guesses)))


def _asked(
    card: AssignmentCard, held: AssignmentHeld | None, due: str
) -> Iterator[Widget]:
    guessed = dict(enumerate(held.guesses if held else ()))
    yield about(card.about)
    for at, step in enumerate(card.how, 1):
        yield Static(plain(f"{at}  {step}"), classes="step")
    yield Static(plain(GUESS), classes="subtitle")
    for at, ask in enumerate(card.guesses):
        yield Static(plain(ask.says))
        yield _line(ask, guessed.get(at, ""))
    yield Static(plain(ASKS_BY_WHEN))
    yield LineInput(due_shown(due), most=_MOST, compact=True, id="due")
    yield Deed(TAKE, classes="take")
    yield Static("", classes="kept")


def _line(ask: Ask, given: str) -> LineInput:
    return LineInput(
        given, placeholder=ask.hint, most=_MOST, compact=True, classes="guess"
    )


def _past(held: AssignmentHeld | None) -> Iterator[Widget]:
    card = next(
        (each for each in ASSIGNMENTS.values() if held and each.id == held.assignment),
        None,
    )
    if held is None or card is None:
        yield about(NOTHING)
        return
    yield Static(plain(card.title), classes="strong")
    for ask, guess in zip(card.guesses, held.guesses, strict=False):
        yield Static(plain(f"{ask.says} {guess or '-'}"))
    if held.due:
        yield Static(plain(f"{BY_WHEN}: {due_in_words(held.due)}."))
