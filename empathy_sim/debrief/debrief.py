"""A debrief: everything a log says, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, replace

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.backstage import (
    GoalOffered,
    Guess,
    goals_of,
    guesses_of,
)
from empathy_sim.debrief.causes import (
    CauseFound,
    FrictionFound,
    causes_of,
    frictions_of,
    mended_elsewhere,
    without_cause,
)
from empathy_sim.debrief.counting import USUAL, Counting
from empathy_sim.debrief.curve import Curve, curve_of
from empathy_sim.debrief.decided import Decisions, decisions_in
from empathy_sim.debrief.grounds import (
    Grounded,
    currency_of,
    figures_begun,
    grounds_of,
)
from empathy_sim.debrief.happened import Told, happened_in
from empathy_sim.debrief.headline import headline_of, unfinished_of
from empathy_sim.debrief.legs import Contact
from empathy_sim.debrief.lived import lived_readings
from empathy_sim.debrief.measures import Reading
from empathy_sim.debrief.other_end import OtherEnd, other_ends
from empathy_sim.debrief.pairs import Pair, pairs_of
from empathy_sim.debrief.predictions import Foretold, foretold_by
from empathy_sim.debrief.receipt import Receipt, outcome_of
from empathy_sim.debrief.receipts import receipts_of
from empathy_sim.debrief.recorded_words import recorded_in_words
from empathy_sim.debrief.report_again import (
    LineAgain,
    left_green_in_words,
    report_again,
)
from empathy_sim.debrief.report_colours import closing_of
from empathy_sim.debrief.worst import worst_of
from empathy_sim.engine import events as e
from empathy_sim.engine.moves import Pace
from empathy_sim.journey.script import Script


@dataclass(frozen=True, slots=True)
class Ended:
    """How the session ended."""

    outcome: str
    """`solved`, `partly`, `gave_up`, ..., or `left`; `stopped` where an episode by
    itself tells no end, and `open` where it goes on."""
    title: str
    says: str


@dataclass(frozen=True, slots=True)
class Debrief:
    """One session, looked at. Personal words are only in the curve."""

    unfinished: str
    """How far it went, where it is not over; empty where it is. Told before all."""
    headline: tuple[str, ...]
    """The few numbers that matter, a sentence each; told first."""
    title: str
    company: str
    customer: str
    """The customer's first name."""
    pace: Pace
    at_stage: str | None
    """Where it was asked to begin; such a session is left out of comparisons."""
    ended: Ended
    curve: Curve
    receipts: tuple[Receipt, ...]
    predictions: tuple[Foretold, ...]
    happened: tuple[Told, ...]
    """What happened, for somebody who was not there: six lines at most."""
    pairs: tuple[Pair, ...]
    """Lived beside recorded: five at most, the same on every face."""
    more_pairs: tuple[Pair, ...]
    """The others that apply, with what was felt."""
    lived: tuple[Reading, ...]
    recorded: tuple[Reading, ...]
    """How these contacts were recorded, each with its sentence."""
    contacts: tuple[Contact, ...]
    report: tuple[LineAgain, ...]
    report_says: str
    """What this journey does to its lines, and their colours; empty without one."""
    frictions: tuple[FrictionFound, ...]
    """Worst first, whatever lay behind them."""
    causes: tuple[CauseFound, ...]
    """The leader's own departments first."""
    without_cause: tuple[FrictionFound, ...]
    mended: str
    """How many of the causes somebody else has to mend; empty without causes."""
    closing: str
    """The question that everything leads to."""
    asks: tuple[str, ...]
    """The designer's own questions."""
    decisions: Decisions
    """What the leader has decided so far."""
    guesses: tuple[Guess, ...]
    """The frictions that are guessed at before they are opened; three at most."""
    goals: tuple[GoalOffered, ...]
    """What two departments could own together, the best first."""
    other_ends: tuple[OtherEnd, ...]
    """Each call from both ends."""
    grounds: tuple[Grounded, ...] = ()
    """Whose each number is; empty where nothing was fitted, as all are invented."""
    currency: str = ""
    """What money is counted in: `£`; empty where the journey does not say."""


def debrief_of(
    script: Script, log: tuple[e.Event, ...], counting: Counting = USUAL
) -> Debrief:
    """What a log says.

    Args:
        script: what was played.
        log: every event from the first, whatever phase the session is in.
        counting: where this company's report differs from the usual.
    """
    account = Account.of(script, log)
    names, journey = account.names, script.journey
    curve, lived = curve_of(account.log, account.waits, names), lived_readings(account)
    recorded, worst = recorded_in_words(account, counting), worst_of(account)
    pairs, more_pairs = pairs_of(account, curve, lived, recorded, worst)
    report = report_again(account, recorded, counting)
    causes, decisions = causes_of(account), _decided(script, log)
    return Debrief(
        unfinished=unfinished_of(account),
        headline=headline_of(account, report),
        title=names.words(journey.title),
        company=journey.company.name,
        customer=names.customer,
        pace=names.state.pace,
        at_stage=names.state.at_stage,
        ended=_ended(account),
        curve=curve,
        receipts=receipts_of(account, lived),
        predictions=foretold_by(account, lived),
        happened=happened_in(account, worst, lived, report),
        pairs=pairs,
        more_pairs=more_pairs,
        lived=lived,
        recorded=recorded,
        contacts=account.contacts,
        report=report,
        report_says=left_green_in_words(report),
        frictions=frictions_of(account),
        causes=causes,
        without_cause=without_cause(account),
        mended=mended_elsewhere(causes),
        closing=closing_of(journey.report),
        asks=tuple(names.words(each) for each in journey.debrief.asks),
        decisions=decisions,
        guesses=guesses_of(causes, decisions),
        goals=goals_of(causes, lived),
        other_ends=other_ends(account.log, names),
        grounds=grounds_of(script),
        currency=currency_of(journey, decisions.figures),
    )


def _decided(script: Script, log: tuple[e.Event, ...]) -> Decisions:
    """What was decided; the three numbers begin with what was fitted."""
    decided = decisions_in(log)
    return replace(decided, figures={**figures_begun(script), **decided.figures})


def _ended(account: Account) -> Ended:
    outcome = outcome_of(account)
    for each in reversed(account.log.of(e.JourneyEnded, e.JourneyLeft)):
        match each.event:
            case e.JourneyEnded(ending=""):
                return Ended(outcome, "The room closed", "")
            case e.JourneyEnded(ending=ending, says=says):
                noun = account.script.journey.endings.get(ending)
                title = account.names.words(noun.title or "") if noun else ""
                return Ended(outcome, title, says)
            case e.JourneyLeft():
                return Ended(outcome, "You left", "")
            case _:
                pass
    return Ended(outcome, "", "")
