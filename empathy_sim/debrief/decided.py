"""What the leader has decided, by the log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from empathy_sim.debrief.if_then import if_then
from empathy_sim.engine import events as e
from empathy_sim.engine.resolutions import Blame, Ground


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a friction was put down to, and why."""

    blames: Blame
    reason: str
    """The leader's own words; empty where none were given, or once purged."""
    seq: int


@dataclass(frozen=True, slots=True)
class FigureHeld:
    """A number of the leader's own company."""

    value: int
    """Customers a year, or hundredths of the currency."""
    ground: Ground
    seq: int
    currency: str = ""
    """The sign that was given with it; empty without one."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """If this, then that."""

    cue: str
    act: str
    owner: str
    counterpart: str
    due: str
    """A date, `2025-07-01`, or words that name no day; empty where none was set."""
    seq: int

    @property
    def says(self) -> str:
        """As it is told: `If this happens, then I will do that.`."""
        return if_then(self.cue, self.act)


@dataclass(frozen=True, slots=True)
class AssignmentHeld:
    """The assignment that was chosen."""

    assignment: str
    due: str
    guesses: tuple[str, ...]
    seq: int


@dataclass(frozen=True, slots=True)
class Returned:
    """What came of a commitment or an assignment."""

    what: str
    done: str
    answers: Mapping[str, str]
    seq: int


@dataclass(frozen=True, slots=True)
class Goal:
    """A lived measure that two departments own."""

    measure: str
    departments: tuple[str, ...]
    wanted: str
    seq: int


@dataclass(frozen=True, slots=True)
class Decisions:
    """Everything that was decided; of each thing the last."""

    before: Mapping[str, Attribution] = field(default_factory=dict)
    """By the friction's code: what was thought before anything was opened."""
    after: Mapping[str, Attribution] = field(default_factory=dict)
    """And at the end."""
    figures: Mapping[str, FigureHeld] = field(default_factory=dict)
    commitment: Commitment | None = None
    assignment: AssignmentHeld | None = None
    returned: Mapping[str, Returned] = field(default_factory=dict)
    """By `commitment`, or the assignment's name."""
    goal: Goal | None = None
    again: tuple[e.LivedAgain, ...] = ()
    """Every stage that was lived again, in order."""
    words: Mapping[str, str] = field(default_factory=dict)
    """What was answered in words, by the question's id; empty once purged."""


_DECIDING = frozenset(
    {
        *(e.Reflected, e.Attributed, e.FigureGiven, e.LivedAgain),
        *(e.Committed, e.AssignmentTaken, e.BroughtBack, e.GoalShared),
    }
)


def decisions_in(log: Iterable[e.Event]) -> Decisions:
    """Everything that was decided in a log."""
    kept = _Kept()
    for seq, event in enumerate(log, 1):
        if type(event) in _DECIDING:
            kept.take(seq, event)
    return Decisions(
        kept.before,
        kept.after,
        kept.figures,
        kept.commitment,
        kept.assignment,
        kept.returned,
        kept.goal,
        tuple(kept.again),
        kept.words,
    )


class _Kept:
    """What stands so far."""

    def __init__(self) -> None:
        self.before: dict[str, Attribution] = {}
        self.after: dict[str, Attribution] = {}
        self.figures: dict[str, FigureHeld] = {}
        self.commitment: Commitment | None = None
        self.assignment: AssignmentHeld | None = None
        self.returned: dict[str, Returned] = {}
        self.goal: Goal | None = None
        self.again: list[e.LivedAgain] = []
        self.words: dict[str, str] = {}

    def take(self, seq: int, event: e.Event) -> None:
        match event:
            case e.Reflected(question=question, words=words):
                self.words[question] = words
            case e.Attributed(
                friction=code, blames=blames, asking=asking, reason=reason
            ):
                held = self.before if asking == "before" else self.after
                held[code] = Attribution(blames, reason, seq)
            case e.FigureGiven(figure=figure, value=value, ground=ground) as given:
                sign = given.currency
                self.figures[figure] = FigureHeld(value, ground, seq, sign)
            case e.LivedAgain():
                self.again.append(event)
            case _:
                self._promised(seq, event)

    def _promised(self, seq: int, event: e.Event) -> None:
        match event:
            case e.Committed():
                self.commitment = Commitment(
                    event.cue,
                    event.act,
                    event.owner,
                    event.counterpart,
                    event.due,
                    seq,
                )
            case e.AssignmentTaken(assignment=name, due=due, guesses=guesses):
                self.assignment = AssignmentHeld(name, due, guesses, seq)
            case e.BroughtBack(what=what, done=done, answers=answers):
                self.returned[what] = Returned(what, done, answers, seq)
            case e.GoalShared(measure=measure, departments=both, wanted=wanted):
                self.goal = Goal(measure, both, wanted, seq)
            case _:
                pass
