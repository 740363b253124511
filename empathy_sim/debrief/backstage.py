"""Guessed before it is opened, and asked again after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from empathy_sim.debrief.causes import CauseFound, FrictionFound
from empathy_sim.debrief.decided import Attribution, Decisions
from empathy_sim.debrief.measures import Reading
from empathy_sim.engine.resolutions import Blame

AT_MOST = 3
"""Frictions that are guessed at."""
BLAMES: Mapping[Blame, str] = {
    "customer": "the customer",
    "agent": "the person who served them",
    "policy": "a rule or a target",
    "staffing": "too few people",
    "system": "a system",
    "budget": "money",
    "training": "training",
    "partner": "a supplier or partner",
    "law": "the law",
    "chance": "bad luck",
}
"""What somebody may think, as it is offered; in this order."""
ASKS = "Before we open it: what do you think caused this?"
ASKS_AGAIN = "Now that it has been opened: what caused this?"
CUT = "That waiting was cut: your customer met this, and you did not."
_GOALS = (
    "minutes_to_help",
    "minutes_waited",
    "contacts",
    "needless_contacts",
    "promises_broken",
    "days_late",
)
"""Lived measures that two departments can own together, the best first."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A friction, what it was put down to, and what lay behind it."""

    friction: FrictionFound
    cause: CauseFound
    before: Attribution | None
    after: Attribution | None

    @property
    def is_open(self) -> bool:
        """Whether what lay behind it may be shown: it has been guessed at."""
        return self.before is not None

    @property
    def cut_says(self) -> str:
        """That nobody sat through it, where nobody did; else empty."""
        return CUT if self.friction.cut else ""

    @property
    def says(self) -> str:
        """What was thought, and what lay behind it; no verdict. Empty until it is open."""
        if self.before is None:
            return ""
        said = f"You thought of {BLAMES[self.before.blames]}."
        said = f"{said} {_beside(self.before.blames, self.cause)}"
        if self.after is None or self.after.blames == self.before.blames:
            return said
        return f"{said} Afterwards you thought of {BLAMES[self.after.blames]}."


_TARGET: Blame = "policy"
"""What lies behind every cause, whatever its kind: a target keeps it there."""


def _beside(thought: Blame, cause: CauseFound) -> str:
    """What lay behind it, beside what was thought; both may be so."""
    found, where = BLAMES[cause.kind], cause.department
    if thought == cause.kind:
        kept = "" if thought == _TARGET else ", and a target that keeps it there"
        return f"That lay behind it here, in {where}{kept}."
    if thought == _TARGET:
        return f"There is one, in {where}; and behind it, {found}."
    if cause.kind == _TARGET:
        return f"Here: {found}, in {where}."
    return f"Here: {found}, and a target in {where}."


def guesses_of(causes: Sequence[CauseFound], decisions: Decisions) -> tuple[Guess, ...]:
    """The three frictions that are guessed at.

    First the worst of each cause, the leader's own departments before others, as the
    causes come; then, while there are fewer than three, the next of each. What was cut
    comes after everything that was met.
    """
    lived = _by_turns(causes, cut=False)
    found = lived | {
        code: cause
        for code, cause in _by_turns(causes, cut=True).items()
        if code not in lived
    }
    those = list(found.items())[:AT_MOST]
    return tuple(_guess(code, cause, decisions) for code, cause in those)


def _by_turns(causes: Sequence[CauseFound], *, cut: bool) -> dict[str, CauseFound]:
    """The worst of each cause, then the next of each, and so on."""
    ranked = [
        [each.code for each in cause.frictions if each.cut == cut] for cause in causes
    ]
    found: dict[str, CauseFound] = {}
    for nth in range(max(map(len, ranked), default=0)):
        for cause, codes in zip(causes, ranked, strict=True):
            for code in codes[nth : nth + 1]:
                found.setdefault(code, cause)
    return found


def _guess(code: str, cause: CauseFound, decisions: Decisions) -> Guess:
    friction = next(each for each in cause.frictions if each.code == code)
    return Guess(friction, cause, decisions.before.get(code), decisions.after.get(code))


@dataclass(frozen=True, slots=True)
class GoalOffered:
    """A lived measure, and two departments that could own it together."""

    reading: Reading
    departments: tuple[str, ...]
    """Two: the one whose target keeps the heaviest cause, and who can mend it."""


def goals_of(
    causes: Sequence[CauseFound], lived: Sequence[Reading]
) -> tuple[GoalOffered, ...]:
    """Shared goals to choose from; none where no cause needs two departments."""
    pair = next(
        (
            (each.department, each.fix.department)
            for each in causes
            if each.department != each.fix.department
        ),
        None,
    )
    if pair is None:
        return ()
    known = {each.measure.id: each for each in lived if each.value}
    return tuple(GoalOffered(known[name], pair) for name in _GOALS if name in known)
