"""What has been said in a window, oldest first."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from empathy_sim.engine.transcript import Sentence
from empathy_sim.tui.widgets.bubble import Bubble, TypingDots


class Transcript(VerticalScroll, can_focus=False):
    """Sentences left and right, and three dots; stays with the newest.

    Who scrolls back is left there until the bottom is reached again.
    """

    DEFAULT_CSS = """
    Transcript {
        width: 1fr;
        height: 1fr;
        padding: 1 2 0 2;
        scrollbar-size-vertical: 1;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._sentences: tuple[Sentence, ...] = ()
        self._dots = TypingDots()

    def compose(self) -> ComposeResult:
        yield self._dots

    def on_mount(self) -> None:
        self.anchor()

    def show(self, sentences: tuple[Sentence, ...], *, typing: bool) -> None:
        """Show a conversation that is at least as long as the one before.

        Where it is another conversation, the old one goes.
        """
        known = len(self._sentences)
        if sentences[:known] != self._sentences:
            self.query(Bubble).remove()
            known = 0
        self._sentences = sentences
        fresh = [_bubble(each) for each in sentences[known:]]
        if fresh:
            self.mount(*fresh, before=self._dots)
        self._dots.show(typing=typing)


def _bubble(sentence: Sentence) -> Bubble:
    when = sentence.time if sentence.mine else f"{sentence.who}  {sentence.time}"
    return Bubble(sentence.says, when, mine=sentence.mine)
