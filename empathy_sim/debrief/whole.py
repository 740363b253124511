"""The whole journey, with something mended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.compared import NEVER, Beside, no_longer_met
from empathy_sim.debrief.lived import lived_readings
from empathy_sim.debrief.measures import KIT, Measure, Reading
from empathy_sim.debrief.phrases import capital, listed, number
from empathy_sim.debrief.receipt import outcome_of
from empathy_sim.engine import events as e
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.script import Script
from empathy_sim.rehearsal.following import follow

RULE = (
    "Simulated: nobody lived this. A robot does what you did wherever the same is "
    "asked again, and elsewhere takes what is offered first. No wait is cut for it."
)
"""How the journey with a fix was found, as it is told beside it."""
_TOLD = (
    *("minutes_to_help", "minutes_waited", "contacts", "needless_contacts"),
    *("facts_repeated", "refusals", "retyped_fields", "transfers", "cut_off"),
    *("promises_moved", "promises_broken", "days_late", "days_without_money"),
)
"""Lived measures of a whole journey, in the order of telling; all in story time."""
_MET = Measure(
    "frictions",
    "things that went against the customer",
    "count",
    "Every friction met on the whole way.",
    KIT,
)
_NO_NEED = "no need"
_SETTLED = "settled without"

NOT_FOLLOWED = (
    "It cannot be worked out: what was typed has been removed, and a robot would do "
    "something else there."
)
"""What is said where a robot cannot do as the participant did."""


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole journey as it was, beside the same with something mended.

    What was lived comes from the log, where that came to an end; the other is
    simulated, by the rule.
    """

    compared: tuple[Beside, ...]
    """Only what happened in either of them."""
    before: Mapping[str, int]
    """Lived measures as it was, by their ids; what never happened is left out."""
    after: Mapping[str, int]
    """The same with the fix."""
    ended: str
    """How it ended; empty where it was left, or goes on."""
    ends: str
    """How it ends with the fix; empty where it comes to no ending."""
    gone: tuple[str, ...]
    """Frictions that were met, and are not with the fix, as clauses."""
    says: tuple[str, ...]
    """What it comes to, in a few sentences."""
    rule: str = RULE
    simulated: Literal[True] = True

    @property
    def differs(self) -> bool:
        """Whether the fix would have changed anything that is counted."""
        changed = any(not each.is_same for each in self.compared)
        return changed or self.ended != self.ends


def whole_journey(
    script: Script, fixed: Script, log: tuple[e.Event, ...], cast: Cast
) -> Whole:
    """What a fix would have done to the whole journey.

    Takes some hundredths of a second, so it is worked out when it is asked for.

    Args:
        script: what was played.
        fixed: the same with something mended: `Fixes.applied`.
        log: every event of the session; one that stops on the way is gone on with by
            the same robot, both times.
        cast: whom the participant played.
    """
    is_over = any(isinstance(each, e.JourneyEnded | e.JourneyLeft) for each in log)
    lived = log if is_over else _followed(script, cast, log)
    was = Account.of(script, lived)
    mended = Account.of(fixed, _followed(fixed, cast, log))
    compared = tuple(_compared(was, mended))
    ended, ends = _ending(was), _ending(mended)
    gone = no_longer_met(
        (each.event for each in was.log), (each.event for each in mended.log)
    )
    return Whole(
        compared=compared,
        before=_values(was),
        after=_values(mended),
        ended=ended,
        ends=ends,
        gone=gone,
        says=tuple(_says(compared, ended, ends, gone)),
    )


def _followed(
    script: Script, cast: Cast, log: tuple[e.Event, ...]
) -> tuple[e.Event, ...]:
    return tuple(follow(script, cast, log).log)


def _values(account: Account) -> Mapping[str, int]:
    found = {
        each.measure.id: each.value
        for each in lived_readings(account)
        if each.value is not None
    }
    return {**found, _MET.id: len(account.met)}


def _compared(was: Account, mended: Account) -> Iterator[Beside]:
    before, after = _readings(was), _readings(mended)
    for name in _TOLD:
        first, then = before[name], after[name]
        if first.value or then.value:
            without = _without(mended) if name == "minutes_to_help" else NEVER
            yield Beside(first.measure, first.value, then.value, without)
    if was.met or mended.met:
        yield Beside(_MET, len(was.met), len(mended.met))


def _readings(account: Account) -> Mapping[str, Reading]:
    return {each.measure.id: each for each in lived_readings(account)}


def _without(account: Account) -> str:
    """What is said where nobody able to help was reached."""
    if not account.help.needed or not account.help.contacts:
        return _NO_NEED
    return _SETTLED if outcome_of(account) == "solved" else NEVER


def _ending(account: Account) -> str:
    """The title of the ending; empty where there was none."""
    for each in reversed(account.log.of(e.JourneyEnded)):
        match each.event:
            case e.JourneyEnded(ending=ending, outcome=outcome):
                noun = account.script.journey.endings.get(ending)
                title = account.names.words(noun.title or "") if noun else ""
                return title or outcome.replace("_", " ")
            case _:
                pass
    return ""


def _says(
    compared: Sequence[Beside], ended: str, ends: str, gone: Sequence[str]
) -> Iterator[str]:
    changed = [each for each in compared if not each.is_same]
    if not changed and ended == ends:
        yield "Over the whole journey it would have changed nothing that is counted."
        return
    for each in changed[:_AT_MOST]:
        yield f"{capital(each.measure.says)}: {each.was}; with it, {each.became}."
    if ended != ends:
        yield f"It ended: {_named(ended)}. With the fix: {_named(ends)}."
    elif ends:
        yield f"It would have ended the same: {_named(ends)}."
    if gone:
        what = listed(gone[:_AT_MOST])
        more = len(gone) - _AT_MOST
        rest = f", and {number(more)} more" if more > 0 else ""
        yield f"Not met any more: {what}{rest}."


_AT_MOST = 4
"""Measures, and frictions, that are told in sentences."""


def _named(ending: str) -> str:
    return ending.rstrip(".") or "without an ending"
