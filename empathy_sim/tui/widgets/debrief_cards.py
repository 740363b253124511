"""A card: a few questions that belong together."""

from __future__ import annotations

from textual.app import ComposeResult

from empathy_sim.debrief.cards import Card
from empathy_sim.tui.widgets.debrief_asked import QuestionView
from empathy_sim.tui.widgets.debrief_page import DebriefPage, Record, about


class CardPage(DebriefPage):
    """Each question with a line to write on."""

    def __init__(self, record: Record, card: Card) -> None:
        """Ask what stands on a card.

        Args:
            record: the session.
            card: what is asked.
        """
        super().__init__(record)
        self._card = card

    def compose(self) -> ComposeResult:
        yield about(self._card.about)
        for ask in self._card.asks:
            given = self.record.answer(ask.id)
            yield QuestionView(
                ask.id, ask.says, given, live=self.record.live, hint=ask.hint
            )
        if not self._card.asks:
            yield about("There is nothing to ask.")
