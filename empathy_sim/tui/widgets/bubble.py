"""Something said in a thread, and three dots."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Static

from empathy_sim.tui.plain import plain


class Bubble(Vertical):
    """A sentence of a thread: theirs on the left, one's own on the right."""

    DEFAULT_CSS = """
    Bubble {
        width: 1fr;
        height: auto;
        margin-bottom: 1;

        .says {
            width: auto;
            max-width: 80%;
            padding: 0 2;
            background: $company-quiet;
            color: $foreground;
        }
        .when {
            width: auto;
            padding: 0 2;
            color: $text-muted;
        }
        .row { width: 1fr; height: auto; }
        &.-mine { padding-right: 1; }
        &.-mine .row { align-horizontal: right; }
        &.-mine .says {
            background: $company-fill;
            color: $company-on-fill;
        }
    }
    """

    def __init__(self, says: str, when: str, *, mine: bool) -> None:
        """Show a sentence.

        Args:
            says: the sentence.
            when: what stands under it: a time, perhaps with a name.
            mine: whether the participant said it.
        """
        super().__init__()
        self._says, self._when = says, when
        self.set_class(mine, "-mine")

    def compose(self) -> ComposeResult:
        # Each in a row of its own: what stands in one is aligned together.
        with Vertical(classes="row"):
            yield Static(plain(self._says), classes="says")
        if self._when:
            with Vertical(classes="row"):
                yield Static(plain(self._when), classes="when")


_DOTS = ("●  ∙  ∙", "∙  ●  ∙", "∙  ∙  ●")
_EVERY = 0.5
"""Seconds between two looks of the dots: nothing here moves faster."""


class TypingDots(Static):
    """Shows that the other side is writing."""

    DEFAULT_CSS = """
    TypingDots {
        width: 13;
        height: 1;
        padding: 0 3;
        margin-bottom: 1;
        background: $company-quiet;
        color: $company;
        display: none;
    }
    TypingDots.-typing { display: block; }
    """

    def __init__(self) -> None:
        super().__init__(_DOTS[0], markup=False)
        self._at = 0
        self._timer: Timer | None = None

    def on_mount(self) -> None:
        self._timer = self.set_interval(_EVERY, self._turn, pause=True)

    def show(self, *, typing: bool) -> None:
        """Begin to move, or be gone."""
        self.set_class(typing, "-typing")
        if self._timer is None:
            return
        if typing and self.app.animation_level != "none":
            self._timer.resume()
        else:
            self._timer.pause()

    def _turn(self) -> None:
        self._at = (self._at + 1) % len(_DOTS)
        self.update(_DOTS[self._at], layout=False)
