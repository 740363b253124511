"""Behind it: asked first, then told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Button, Static

from empathy_sim.debrief.backstage import GoalOffered
from empathy_sim.debrief.causes import CauseFound
from empathy_sim.debrief.decided import Goal
from empathy_sim.debrief.phrases import capital, listed, many, sentence
from empathy_sim.engine.resolutions import ShareGoal
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.debrief_asked import QuestionView
from empathy_sim.tui.widgets.debrief_causes import all_told, did
from empathy_sim.tui.widgets.debrief_chips import Chips
from empathy_sim.tui.widgets.debrief_fold import Fold
from empathy_sim.tui.widgets.debrief_guess import GuessView
from empathy_sim.tui.widgets.debrief_measures import value_in_words
from empathy_sim.tui.widgets.debrief_page import (
    DebriefPage,
    Decide,
    Deed,
    Record,
    about,
)
from empathy_sim.tui.widgets.line_input import LineInput

NOTHING = "Nothing went against your customer."
NO_CAUSES = "Behind none of it has anybody named a cause."
UNKNOWN = "Nobody has said why"
OTHERS = "Other causes"
GOAL = "One goal for two departments"
GOAL_ASKS = "Each hit its own target. Choose one thing that was lived, for both to own."
WANTED = "What should it come to?"
ORDERED = "The worst of each, your own departments first. Say what you think; it opens."
_MOST = 120
"""Characters of what a goal should come to."""


class GoalView(Vertical):
    """One lived measure with two departments as owners."""

    DEFAULT_CSS = """
    GoalView { height: auto; }
    GoalView LineInput { background: $panel; margin: 1 0; }
    GoalView .shared { text-style: bold; height: auto; }
    """

    def __init__(self, goals: Iterable[GoalOffered], record: Record) -> None:
        """Offer goals.

        Args:
            goals: what can be chosen; all have the same two departments.
            record: the session.
        """
        super().__init__()
        self._goals = {each.reading.measure.id: each for each in goals}
        self._record = record

    def compose(self) -> ComposeResult:
        goal = self._record.debrief.decisions.goal
        if self._record.live and self._goals:
            yield about(GOAL_ASKS)
            offered = {name: _offer(each) for name, each in self._goals.items()}
            yield Chips(offered, goal.measure if goal else "", width=44)
            wanted = goal.wanted if goal else ""
            yield LineInput(wanted, placeholder=WANTED, compact=True, most=_MOST)
            yield Deed("Share it", classes="share")
        yield Static(plain(self._shared()), classes="shared")

    def show(self) -> None:
        """Show what is shared by now."""
        self.query_one(".shared", Static).update(plain(self._shared()))

    def _shared(self) -> str:
        goal = self._record.debrief.decisions.goal
        return shared(goal, self._record) if goal else ""

    @on(Button.Pressed, ".share")
    @on(LineInput.Submitted)
    def _share(self, event: Button.Pressed | LineInput.Submitted) -> None:
        event.stop()
        chosen = self._goals.get(self.query_one(Chips).chosen)
        if chosen is None:
            self.query_one(Chips).focus()
            return
        wanted = self.query_one(LineInput).words
        measure = chosen.reading.measure.id
        self.post_message(Decide(ShareGoal(measure, chosen.departments, wanted)))


def _offer(goal: GoalOffered) -> str:
    value = value_in_words(goal.reading)
    return f"{capital(goal.reading.measure.says)}: {value}"


def shared(goal: Goal, record: Record) -> str:
    """A shared goal as a sentence."""
    reading = record.readings.get(goal.measure)
    what = reading.measure.says if reading else goal.measure
    both = capital(listed(goal.departments))
    wanted = f" It should come to: {sentence(goal.wanted)}" if goal.wanted else ""
    return f"{both} own this together: {what}.{wanted}"


class BehindPage(DebriefPage):
    """Three frictions, guessed at before they open; then the question of all this."""

    DEFAULT_CSS = """
    BehindPage .after { height: auto; display: none; }
    BehindPage.-opened .after { display: block; }
    BehindPage.-all-open .ordered { display: none; }
    BehindPage .did { text-style: bold; }
    BehindPage .known { color: $text-muted; }
    """

    def compose(self) -> ComposeResult:
        debrief, live = self.record.debrief, self.record.live
        if not debrief.frictions:
            yield about(NOTHING)
            return
        ordered = about(ORDERED if debrief.guesses else NO_CAUSES)
        yield ordered.add_class("ordered")
        for guess in debrief.guesses:
            yield GuessView(guess, self.record)
        if debrief.causes:
            yield QuestionView(
                "closing", debrief.closing, self.record.answer("closing"), live=live
            )
        with Vertical(classes="after"):
            yield Static(plain(debrief.mended), classes="about")
            if debrief.goals or debrief.decisions.goal:
                yield Fold(plain(GOAL), self._goal, classes="goal")
        yield from self._others()

    def _goal(self) -> Iterator[Widget]:
        yield GoalView(self.record.debrief.goals, self.record)

    async def on_mount(self) -> None:
        await self._turn_to(None)
        if self.record.debrief.decisions.goal:
            await self.query_one(".goal", Fold).open()

    def _others(self) -> Iterator[Widget]:
        """What was not guessed at, folded."""
        debrief = self.record.debrief
        guessed = {guess.cause.id for guess in debrief.guesses}
        others = [cause for cause in debrief.causes if cause.id not in guessed]
        if others:
            yield Fold(plain(f"{OTHERS}: {len(others)}"), lambda: _folded(others))
        if debrief.without_cause:
            met = many(len(debrief.without_cause), "thing")
            yield Fold(
                plain(f"{UNKNOWN}: {met} more"),
                lambda: [
                    Static(plain(did(friction))) for friction in debrief.without_cause
                ],
            )

    @on(GuessView.Turned)
    async def _turned(self, turned: GuessView.Turned) -> None:
        await self._turn_to(turned.view.code)
        turned.view.query_one(Chips).focus()

    async def _turn_to(self, code: str | None) -> None:
        """One friction is asked about at a time."""
        closed = [view for view in self.query(GuessView) if not view.is_open]
        asked = next((view for view in closed if view.code == code), None)
        asked = asked or next(iter(closed), None)
        for view in self.query(GuessView):
            await view.wait(waits=view in closed and view is not asked)
        views = self.query(GuessView)
        self.set_class(len(closed) < len(views), "-opened")
        self.set_class(bool(views) and not closed, "-all-open")

    async def show(self) -> None:
        """Show what is decided by now."""
        guesses = {each.friction.code: each for each in self.record.debrief.guesses}
        opened = [
            view
            for view in self.query(GuessView)
            if view.code in guesses and await view.show(guesses[view.code])
        ]
        await self._turn_to(None)
        for view in opened:
            self.call_after_refresh(view.scroll_visible, animate=False, top=True)
            self._go_on()
        for goal in self.query(GoalView):
            goal.show()

    def _go_on(self) -> None:
        """What is asked next has the keys; where nothing is, what goes on has."""
        asked = [*self.query("GuessView.-asked Chips"), *self.screen.query("#on")]
        for each in asked[:1]:
            each.focus(scroll_visible=False)


def _folded(causes: Iterable[CauseFound]) -> Iterator[Widget]:
    for cause in causes:
        worst = cause.frictions[0]

        def holds(cause: CauseFound = cause) -> Iterator[Widget]:
            return all_told(cause)

        yield Fold(plain(did(worst)), holds)
