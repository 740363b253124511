"""If this, then I will do that."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from empathy_sim.debrief.by_when import (
    NO_DAY,
    day_in_words,
    day_kept,
    due_of,
    past_due,
    proposed,
)
from empathy_sim.debrief.decided import Commitment
from empathy_sim.debrief.if_then import (
    ASKS_BY_WHEN,
    ASKS_OWNER,
    ASKS_WITH,
    BY_WHEN,
    OWNER,
    WITH,
    terms_told,
)
from empathy_sim.debrief.promises import days_asked_told
from empathy_sim.engine.resolutions import Commit
from empathy_sim.tui.moving_on import InTurn
from empathy_sim.tui.plain import plain
from empathy_sim.tui.widgets.debrief_page import Decide, Deed, Record, about, subtitle
from empathy_sim.tui.widgets.line_input import LineInput

TITLE = "One commitment"
ASKS = "Something that will happen anyway, and what you will do when it does."
AT_HOME = "Today, or another day: empathy-sim debrief comes back here, to page 5."
IN_A_ROOM = "Now, or afterwards: the page with your ticks leads back here."
FIELDS = {
    "cue": ("If", "the weekly figures are on the table"),
    "act": ("then I will", "ask how many of them called twice"),
    "owner": (OWNER, ASKS_OWNER),
    "counterpart": (WITH, ASKS_WITH),
    "due": (BY_WHEN, ASKS_BY_WHEN),
}
"""What stands before each line, and in it while it is empty."""
NOTHING = "Nothing was promised."
PROMISE = "Promise it"
NEEDS = "Both halves, please: if this, then I will do that."
KEPT = "Promised, and kept with the record."
ROUTINE = "empathy-sim routine says when you are asked what came of it."
CALENDAR = "empathy-sim routine --ics promises.ics puts them in your calendar."
UNKEPT = "Written, and not promised yet: Enter promises it, and Done leaves it."
_MOST = 200


def commitment_in_words(commitment: Commitment) -> str:
    """A commitment as it is told, with who and when."""
    terms = terms_told(commitment.owner, commitment.counterpart, commitment.due)
    return f"{commitment.says} {terms}".rstrip()


def due_shown(due: str) -> str:
    """What is kept, as a line shows it to be changed."""
    day = day_kept(due)
    return due if day is None else day_in_words(day)


def comes_back(record: Record, due: str, *, now: bool) -> str:
    """What is said after something is promised: when it is asked about.

    Args:
        record: the session.
        due: by when, as it is kept.
        now: whether it was promised today; else the days are not known here.
    """
    if not now:
        return f"\n{ROUTINE}"
    days = days_asked_told(record.today, due)
    no_day = f" {NO_DAY}." if due and day_kept(due) is None else ""
    return f"{no_day} You are asked what came of it {days}.\n{CALENDAR}"


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
    CommitmentView .kept { height: auto; color: $text-muted; }
    CommitmentView .kept.-promised { color: $success; }
    """

    def __init__(self, record: Record) -> None:
        """Ask for a commitment, or show the one that was made.

        Args:
            record: the session.
        """
        super().__init__()
        self._record = record
        self._now = False
        """Whether it was promised here, today."""
        self._held_back = False

    @property
    def _held(self) -> Commitment | None:
        return self._record.debrief.decisions.commitment

    @property
    def _when(self) -> str:
        """How somebody comes back to it who promises nothing now."""
        match self.app:
            case InTurn(shares_machine=True):
                return IN_A_ROOM
            case _:
                return AT_HOME

    def compose(self) -> ComposeResult:
        yield subtitle(TITLE)
        if self._record.live:
            yield about(f"{ASKS}\n{self._when}")
            yield from self._lines()
        yield Static("", classes="reads")
        if self._record.live:
            yield Deed(PROMISE, classes="promise")
            yield Static("", classes="kept")

    def _lines(self) -> Iterator[Horizontal]:
        given = held_without_seq(self._held) if self._held else self._begun()
        for (name, (head, hint)), value in zip(FIELDS.items(), given, strict=True):
            yield Horizontal(
                Static(plain(head), classes="before"),
                LineInput(
                    value, placeholder=hint, most=_MOST, compact=True, id=f"to-{name}"
                ),
                classes="line",
            )

    def _begun(self) -> tuple[str, ...]:
        """What stands in the way of the worst competitor, and a day about a month on."""
        day = day_in_words(proposed(self._record.today))
        return "", "", "", self._record.answer("nightmare.4"), day

    def on_mount(self) -> None:
        self._read()
        self.show()

    def show(self) -> None:
        """Show what is promised by now."""
        held = self._held
        if not self._record.live:
            says = commitment_in_words(held) if held else NOTHING
            self.query_one(".reads", Static).update(plain(says))
            return
        is_kept = held is not None and self._written() == held_without_seq(held)
        kept = self.query_one(".kept", Static)
        kept.set_class(is_kept, "-promised")
        if held is None or not is_kept:
            kept.update("")
            return
        back = comes_back(self._record, held.due, now=self._now)
        kept.update(plain(f"{KEPT}{back}"))

    def holds_back(self) -> bool:
        """Whether a whole commitment is written and not promised; it is said once."""
        if not self._record.live or self._held_back:
            return False
        cue, act, *others = self._written()
        held = held_without_seq(self._held) if self._held else None
        if not (cue and act) or (cue, act, *others) == held:
            return False
        self._held_back = True
        self.query_one(".kept", Static).update(plain(UNKEPT))
        self.query_one(".promise").focus()
        return True

    def _written(self) -> tuple[str, ...]:
        """Each line, the day as it is told."""
        lines = (self.query_one(f"#to-{name}", LineInput).words for name in FIELDS)
        *others, due = map(str, lines)
        return (*others, due_shown(due_of(due, self._record.today)))

    @on(LineInput.Changed)
    def _read(self) -> None:
        """Show the sentence as it will read."""
        if not self._record.live:
            return
        cue, act, owner, counterpart, due = self._written()
        if not cue and not act:
            self.query_one(".reads", Static).update(plain("If ..., then I will ..."))
            return
        kept = due_of(due, self._record.today)
        said = Commitment(cue or "...", act or "...", owner, counterpart, kept, 0)
        self.query_one(".reads", Static).update(plain(commitment_in_words(said)))

    @on(Button.Pressed, ".promise")
    def _promise(self, pressed: Button.Pressed) -> None:
        pressed.stop()
        cue, act, owner, counterpart, due = self._written()
        if not cue or not act:
            self.query_one(".kept", Static).update(plain(NEEDS))
            self.query_one("#to-cue" if not cue else "#to-act").focus()
            return
        due = due_of(due, self._record.today)
        if past := past_due(due, self._record.today):
            self.query_one(".kept", Static).update(plain(past))
            self.query_one("#to-due").focus()
            return
        self._now = True
        self.post_message(Decide(Commit(cue, act, owner, counterpart, due)))


def held_without_seq(held: Commitment) -> tuple[str, ...]:
    """What was promised, line by line."""
    due = due_shown(held.due)
    return held.cue, held.act, held.owner, held.counterpart, due
