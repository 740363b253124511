"""The page to forward: never how it felt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from empathy_sim.debrief.causes import CauseFound
from empathy_sim.debrief.debrief import Debrief
from empathy_sim.debrief.measures import reading_of
from empathy_sim.debrief.mended import Mended
from empathy_sim.debrief.pages.beside import Beside, besides
from empathy_sim.debrief.pages.bill import BillLine, bill_of
from empathy_sim.debrief.pages.figures import day, how_many
from empathy_sim.debrief.pages.followed_told import FollowedTold, followed_told
from empathy_sim.debrief.pages.movers import Mover, heaviest_first, movers_of
from empathy_sim.debrief.pages.promised_there import PromisedThere, promised_there
from empathy_sim.debrief.pages.subject import Subject
from empathy_sim.debrief.pages.year_told import YearTold, year_of
from empathy_sim.debrief.pairs import AT_FIRST, Pair
from empathy_sim.debrief.phrases import capital, number, sentence
from empathy_sim.debrief.report_again import against_in_words
from empathy_sim.journey.journey import Colour

_FELT = frozenset({"rating", "lost"})
"""Pairs that tell a feeling, or nothing that is not told already."""
_ENDED = {
    "solved": "In the end it was solved.",
    "partly": "In the end it was solved in part.",
    "gave_up": "The customer gave up.",
    "locked_out": "The customer was locked out.",
    "still_waiting": "The customer is still waiting.",
    "left": "It was left before its end.",
    "open": "It is not over: this is as far as it went.",
}
NEEDLESS = "needless_contacts"
_VERDICTS = {
    "green": "still green",
    "not_counted": "still green: not touched",
    "against": "counts against it",
}


@dataclass(frozen=True, slots=True)
class LineThen:
    """A line of the month's report, and what this journey does to it."""

    says: str
    reads: str
    target: str
    verdict: str
    stays_green: bool


@dataclass(frozen=True, slots=True)
class PageToForward:
    """What somebody who was not there is told."""

    title: str
    company: str
    trade: str
    colour: Colour
    made: str
    """`12 July 2025`."""
    customer: str
    told: tuple[tuple[str, str], ...]
    """What happened, in five lines at most: a word, and a sentence."""
    bill: tuple[BillLine, ...]
    besides: tuple[Beside, ...]
    pairs: tuple[Pair, ...]
    """Lived beside recorded, five at most."""
    report: tuple[LineThen, ...]
    report_says: str
    movers: tuple[Mover, ...]
    """Who can mend what, the heaviest first."""
    mended_by: str
    """How many causes there are, and how many of them somebody else has to mend."""
    causes: tuple[CauseFound, ...]
    """Heaviest first."""
    mended: tuple[Mended, ...]
    followed: tuple[FollowedTold, ...]
    """Simulated: what a fix would have done, and what it would save."""
    year: YearTold
    promised: PromisedThere
    quote: str
    """A sentence that was written for this page; empty without one."""


def page_to_forward(subject: Subject) -> PageToForward:
    """What somebody who was not there is told of a session."""
    debrief = subject.debrief
    causes = tuple(sorted(debrief.causes, key=heaviest_first))
    return PageToForward(
        title=debrief.title,
        company=debrief.company,
        trade=subject.trade,
        colour=subject.colour,
        made=day(subject.made),
        customer=debrief.customer,
        told=tuple(_told(subject)),
        bill=bill_of(subject),
        besides=besides(subject),
        pairs=_pairs(debrief)[:AT_FIRST],
        report=report_told(debrief),
        report_says=debrief.report_says,
        movers=movers_of(causes),
        mended_by=_mended_by(causes),
        causes=causes,
        mended=subject.mended,
        followed=followed_told(subject.followed, subject.year),
        year=year_of(subject),
        promised=promised_there(debrief),
        quote=debrief.decisions.words.get("quote", "").strip(),
    )


def _mended_by(causes: Sequence[CauseFound]) -> str:
    """How many causes there are, and where they lie beside who can mend them."""
    of = len(causes)
    elsewhere = sum(each.fix.department != each.department for each in causes)
    if not of:
        return ""
    if not elsewhere:
        lie = "It" if of == 1 else "Each"
        where = "can be mended by the department whose target keeps it in place."
    else:
        lie = _which(elsewhere, of)
        keeps = "are kept" if 1 < elsewhere < of else "is kept"
        where = (
            f"{keeps} in place by the target of one department, and can be mended only "
            "by another."
        )
    return f"{how_many(of, 'cause')} lay behind it. {lie} {where}"


def _which(some: int, of: int) -> str:
    if some == of:
        return "It" if of == 1 else "Each"
    return f"{capital(number(some))} of them"


def _pairs(debrief: Debrief) -> tuple[Pair, ...]:
    both: Sequence[Pair] = (*debrief.pairs, *debrief.more_pairs)
    return tuple(each for each in both if each.id not in _FELT)


def _told(subject: Subject) -> Iterator[tuple[str, str]]:
    """A line a thing: what was wanted, help, coming back, dates, the record."""
    debrief = subject.debrief
    lived = {each.id: each.lived for each in _pairs(debrief)}
    yield "Wanted", " ".join((sentence(subject.goal), *_end(debrief)))
    helped = " ".join(lived[name] for name in ("help", "waiting") if name in lived)
    if helped:
        yield "Help", helped
    contacts = " ".join(_contacts(debrief))
    if contacts:
        yield "Contacts", contacts
    if "dates" in lived:
        yield "Promises", lived["dates"]
    if not helped and "forms" in lived:
        yield "Forms", lived["forms"]
    if debrief.report:
        yield "On record", _on_record(debrief)


def _on_record(debrief: Debrief) -> str:
    return against_in_words(debrief.report, "the company's monthly report")


def _contacts(debrief: Debrief) -> Iterator[str]:
    contacts, needless = _value(debrief, "contacts"), _value(debrief, NEEDLESS)
    if contacts:
        yield f"{how_many(contacts, 'contact')} for help."
    if needless and contacts == 1:
        yield "It should never have been needed."
    elif needless:
        yield f"{capital(number(needless))} of them should never have been needed."


def _value(debrief: Debrief, measure: str) -> int:
    found = reading_of(debrief.lived, measure)
    return (found.value or 0) if found else 0


def _end(debrief: Debrief) -> Iterator[str]:
    yield _ENDED.get(debrief.ended.outcome, "It is over.")
    days = _value(debrief, "days")
    if days:
        yield f"{how_many(days, 'day')} from the first promise to the end."


def report_told(debrief: Debrief) -> tuple[LineThen, ...]:
    """The month's report, line by line, after this journey."""
    return tuple(
        LineThen(
            capital(each.line.says or each.line.metric.replace("_", " ")),
            each.line.reads,
            each.line.target,
            _VERDICTS[each.verdict],
            each.left_green,
        )
        for each in debrief.report
    )
