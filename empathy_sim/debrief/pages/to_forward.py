"""The page to forward: never how it felt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from empathy_sim.debrief.causes import CauseFound
from empathy_sim.debrief.debrief import Debrief
from empathy_sim.debrief.grounds import Grounded, marked
from empathy_sim.debrief.happened import Told
from empathy_sim.debrief.headings import headings_of
from empathy_sim.debrief.mended import Mended
from empathy_sim.debrief.pages.beside import Beside, besides
from empathy_sim.debrief.pages.figures import day
from empathy_sim.debrief.pages.followed_told import FollowedTold, followed_told
from empathy_sim.debrief.pages.movers import Mover, heaviest_first, movers_of
from empathy_sim.debrief.pages.promised_there import (
    PROMISES,
    PromisedThere,
    promised_there,
)
from empathy_sim.debrief.pages.subject import Subject
from empathy_sim.debrief.pages.year_told import YearTold, year_of
from empathy_sim.debrief.pairs import Pair
from empathy_sim.debrief.phrases import capital, many, number
from empathy_sim.journey.journey import Colour


@dataclass(frozen=True, slots=True)
class LineThen:
    """A line of the month's report, and what this journey does to it."""

    says: str
    reads: str
    target: str
    verdict: str
    stays_green: bool
    """Whether it is green, and this journey does not count against it."""
    misses: bool
    """Whether it misses its target over the month."""


@dataclass(frozen=True, slots=True)
class PageToForward:
    """What somebody who was not there is told."""

    title: str
    company: str
    trade: str
    colour: Colour
    made: str
    """`12 July 2025`."""
    stands: str
    """What was played, and that it was counted."""
    customer: str
    told: tuple[Told, ...]
    """What happened, in six lines at most."""
    besides: tuple[Beside, ...]
    pairs: tuple[Pair, ...]
    """Lived beside recorded, five at most."""
    report: tuple[LineThen, ...]
    report_says: str
    movers: tuple[Mover, ...]
    """Who can mend what; who can mend most comes first."""
    behind_it: str
    """How much went against the customer, and how many causes that has."""
    mended_by: str
    """How many of them lie with one department and are mended by another."""
    causes: tuple[CauseFound, ...]
    """Heaviest first."""
    others: tuple[CauseFound, ...]
    """Those that are not the heaviest of any who can mend them."""
    headings: Mapping[str, str]
    """What each of them is called, by its id."""
    mended: tuple[Mended, ...]
    followed: tuple[FollowedTold, ...]
    """Simulated: what a fix would have done, and what it would save."""
    year: YearTold
    grounds: tuple[Grounded, ...]
    """Whose each number is; empty where nothing was fitted."""
    promised: PromisedThere
    promises: str
    """Who says what was promised there."""
    quote: str
    """A sentence that was written for this page; empty without one."""


_INVENTED = (
    "A training exercise: one person lived a scripted customer's way through {company}, "
    "{trade}, which is an invented company. The story is set in {set_in}; what is told "
    "here was counted as it happened."
)
_FITTED = (
    "A training exercise: one person lived a scripted customer's way through {company}, "
    "{trade}, fitted to this company. The story is set in {set_in}; what is told here "
    "was counted as it happened."
)


def _stands(subject: Subject) -> str:
    says = _FITTED if subject.debrief.grounds else _INVENTED
    return says.format(
        company=subject.debrief.company, trade=subject.trade, set_in=subject.set_in
    )


def page_to_forward(subject: Subject) -> PageToForward:
    """What somebody who was not there is told of a session."""
    debrief = subject.debrief
    causes = tuple(sorted(debrief.causes, key=heaviest_first))
    movers = movers_of(causes)
    told = {each.first.id for each in movers}
    return PageToForward(
        title=debrief.title,
        company=debrief.company,
        trade=subject.trade,
        colour=subject.colour,
        made=day(subject.made),
        stands=_stands(subject),
        customer=debrief.customer,
        told=debrief.happened,
        besides=besides(subject),
        pairs=debrief.pairs,
        report=report_told(debrief),
        report_says=debrief.report_says,
        movers=movers,
        behind_it=_behind_it(debrief),
        mended_by=_mended_by(causes),
        causes=causes,
        others=tuple(each for each in causes if each.id not in told),
        headings=headings_of(causes),
        mended=subject.mended,
        followed=followed_told(subject.followed, subject.year, forwarded=True),
        year=year_of(subject),
        grounds=debrief.grounds,
        promised=promised_there(debrief),
        promises=PROMISES,
        quote=debrief.decisions.words.get("quote", "").strip(),
    )


def _behind_it(debrief: Debrief) -> str:
    """What went against the customer, counted, and how many causes that has."""
    met = sum(each.times for each in debrief.frictions)
    causes, unnamed = len(debrief.causes), bool(debrief.without_cause)
    if not causes:
        return ""
    things = f"{capital(many(met, 'thing'))} went against this customer."
    behind = "Behind most of it" if unnamed else "Behind it"
    return f"{things} {behind}: {many(causes, 'cause')}."


def _mended_by(causes: Sequence[CauseFound]) -> str:
    """Where the causes lie, beside who can mend them; counted."""
    of = len(causes)
    elsewhere = sum(each.fix.department != each.department for each in causes)
    if not of:
        return ""
    if not elsewhere:
        which = "It" if of == 1 else "Each"
        return (
            f"{which} can be mended by the department whose target keeps it in place."
        )
    where = "Here" if of == 1 else f"In {number(elsewhere)} of {number(of)}"
    if 1 < of == elsewhere:
        where = f"In all {number(of)}"
    return (
        f"{where}, the target in the way is one department's, and another can mend it."
    )


def report_told(debrief: Debrief) -> tuple[LineThen, ...]:
    """The month's report, line by line, after this journey."""
    return tuple(
        LineThen(
            capital(each.line.says or each.line.metric.replace("_", " ")),
            marked(each.line),
            each.line.target,
            each.says,
            each.left_green,
            each.light == "red",
        )
        for each in debrief.report
    )
