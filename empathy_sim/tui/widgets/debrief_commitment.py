"""If this, then I will do that."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from empathy_sim.debrief.decided import Commitment
from empathy_sim.debrief.phrases import listed, sentence
from empathy_sim.engine.resolutions import Commit
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.debrief_page import Decide, Deed, Record, about, subtitle
from empathy_sim.tui.widgets.line_input import LineInput

TITLE = "One commitment"
ASKS = "Something that will happen anyway, and what you will do when it does."
FIELDS = {
    "cue": ("If", "the weekly figures are on the table"),
    "act": ("then I will", "ask how many of them called twice"),
    "owner": ("Owner", "who answers for it"),
    "counterpart": ("With", "who in another department it takes"),
    "due": ("By", "a date, as 2025-07-01"),
}
"""What stands before each line, and in it while it is empty."""
NOTHING = "Nothing was promised."
PROMISE = "Promise it"
NEEDS = "Both halves, please: if this, then I will do that."
NEXT = (
    "It is kept with the record. empathy-sim routine asks what came of it, after 30 and "
    "after 90 days."
)
_MOST = 200


def commitment_in_words(commitment: Commitment) -> str:
    """A commitment as it is told, with who and when."""
    who = [each for each in (commitment.owner, commitment.counterpart) if each]
    told = [commitment.says]
    if who:
        told.append(sentence(f"With it: {listed(who)}"))
    if commitment.due:
        told.append(f"By {commitment.due}.")
    return " ".join(told)


class CommitmentView(Vertical):
    """Five short lines, and the sentence as it will read."""

    DEFAULT_CSS = """
    CommitmentView { height: auto; margin-bottom: 1; }
    CommitmentView .line { height: 1; margin-bottom: 1; }
    CommitmentView .before { width: 14; color: $text-muted; }
    CommitmentView LineInput { width: 1fr; background: $panel; }
    CommitmentView .reads {
        height: auto;
        padding: 0 2;
        margin-bottom: 1;
        border-left: outer $accent;
        background: $surface;
    }
    CommitmentView .kept { height: auto; color: $success; }
    """

    def __init__(self, record: Record) -> None:
        """Ask for a commitment, or show the one that was made.

        Args:
            record: the session.
        """
        super().__init__()
        self._record = record

    @property
    def _held(self) -> Commitment | None:
        return self._record.debrief.decisions.commitment

    def compose(self) -> ComposeResult:
        yield subtitle(TITLE)
        if self._record.live:
            yield about(ASKS)
            yield from self._lines()
        yield Static("", classes="reads")
        if self._record.live:
            yield Deed(PROMISE, classes="promise")
            yield Static("", classes="kept")

    def _lines(self) -> Iterator[Horizontal]:
        held = self._held or Commitment("", "", "", self._counterpart(), "", 0)
        given = (held.cue, held.act, held.owner, held.counterpart, held.due)
        for (name, (head, hint)), value in zip(FIELDS.items(), given, strict=True):
            yield Horizontal(
                Static(plain(head), classes="before"),
                LineInput(
                    value, placeholder=hint, most=_MOST, compact=True, id=f"to-{name}"
                ),
                classes="line",
            )

    def _counterpart(self) -> str:
        """What stands in the way of the worst competitor begins the card."""
        return self._record.answer("nightmare.4")

    def on_mount(self) -> None:
        self._read()
        self.show()

    def show(self) -> None:
        """Show what is promised by now."""
        held = self._held
        if not self._record.live:
            says = commitment_in_words(held) if held else NOTHING
            self.query_one(".reads", Static).update(plain(says))
        elif held is not None and self._written() == held_without_seq(held):
            self.query_one(".kept", Static).update(plain(f"Promised. {NEXT}"))
        elif held is None:
            self.query_one(".kept", Static).update("")

    def _written(self) -> tuple[str, ...]:
        return tuple(
            str(self.query_one(f"#to-{name}", LineInput).words) for name in FIELDS
        )

    @on(LineInput.Changed)
    def _read(self) -> None:
        """Show the sentence as it will read."""
        if not self._record.live:
            return
        cue, act, owner, counterpart, due = self._written()
        if not cue and not act:
            self.query_one(".reads", Static).update(plain("If ..., then I will ..."))
            return
        said = Commitment(cue or "...", act or "...", owner, counterpart, due, 0)
        self.query_one(".reads", Static).update(plain(commitment_in_words(said)))

    @on(Button.Pressed, ".promise")
    def _promise(self, pressed: Button.Pressed) -> None:
        pressed.stop()
        cue, act, owner, counterpart, due = self._written()
        if not cue or not act:
            self.query_one(".kept", Static).update(plain(NEEDS))
            self.query_one("#to-cue" if not cue else "#to-act").focus()
            return
        self.post_message(Decide(Commit(cue, act, owner, counterpart, due)))


def held_without_seq(held: Commitment) -> tuple[str, ...]:
    """What was promised, line by line."""
    return held.cue, held.act, held.owner, held.counterpart, held.due
