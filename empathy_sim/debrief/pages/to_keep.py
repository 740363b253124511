"""The page to keep, for who played."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from empathy_sim.debrief.by_when import due_in_words
from empathy_sim.debrief.cards import ASSIGNMENTS, MORE, QUOTE, Card
from empathy_sim.debrief.debrief import Debrief
from empathy_sim.debrief.headings import headings_of
from empathy_sim.debrief.pages.beside import Beside, besides
from empathy_sim.debrief.pages.curve_chart import CurveChart, curve_chart
from empathy_sim.debrief.pages.figures import day
from empathy_sim.debrief.pages.followed_told import FollowedTold, followed_told
from empathy_sim.debrief.pages.looked_further import Further
from empathy_sim.debrief.pages.promised_there import PromisedThere, promised_there
from empathy_sim.debrief.pages.subject import Subject
from empathy_sim.debrief.pages.to_forward import LineThen, report_told
from empathy_sim.debrief.pages.year_told import YearTold, year_of
from empathy_sim.debrief.whole import RULE

_DONE = {"yes": "Done.", "partly": "Done in part.", "no": "Not done."}


@dataclass(frozen=True, slots=True)
class Answered:
    """A card, as far as it was answered."""

    title: str
    answers: tuple[tuple[str, str], ...]
    """A question, and what was answered."""


@dataclass(frozen=True, slots=True)
class AssignmentTold:
    """What was taken on, what was expected, and what was brought back."""

    title: str
    about: str
    how: tuple[str, ...]
    by: str
    expected: tuple[tuple[str, str], ...]
    done: str
    """Empty until something was brought back."""
    brought: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PageToKeep:
    """What the one who played takes home."""

    subject: Subject
    debrief: Debrief
    made: str
    chart: CurveChart
    headings: Mapping[str, str]
    """What each cause is called, by its id."""
    besides: tuple[Beside, ...]
    report: tuple[LineThen, ...]
    followed: tuple[FollowedTold, ...]
    """Simulated: what a fix would have done, and what it would save."""
    further: Further
    year: YearTold
    promised: PromisedThere
    kept: str
    """What came of the commitment; empty until it was said."""
    assignment: AssignmentTold | None
    cards: tuple[Answered, ...]


def page_to_keep(subject: Subject) -> PageToKeep:
    """What the one who played takes home of a session."""
    debrief = subject.debrief
    returned = debrief.decisions.returned.get("commitment")
    return PageToKeep(
        subject=subject,
        debrief=debrief,
        made=day(subject.made),
        chart=curve_chart(debrief.curve),
        headings=headings_of(debrief.causes),
        besides=besides(subject),
        report=report_told(debrief),
        followed=followed_told(subject.followed, subject.year, rule=RULE),
        further=subject.further,
        year=year_of(subject),
        promised=promised_there(debrief),
        kept=_DONE.get(returned.done, "") if returned else "",
        assignment=_assignment(debrief),
        cards=tuple(_cards(debrief)),
    )


def _assignment(debrief: Debrief) -> AssignmentTold | None:
    held = debrief.decisions.assignment
    known = {str(name): card for name, card in ASSIGNMENTS.items()}
    if held is None or held.assignment not in known:
        return None
    card = known[held.assignment]
    asked = (each.says for each in card.guesses)
    expected = zip(asked, held.guesses, strict=False)
    returned = debrief.decisions.returned.get(held.assignment)
    answers = returned.answers if returned else {}
    return AssignmentTold(
        card.title,
        card.about,
        card.how,
        due_in_words(held.due),
        tuple((ask, guess) for ask, guess in expected if guess.strip()),
        _DONE.get(returned.done, "") if returned else "",
        tuple(
            (each.says, answers[each.id])
            for each in card.brings
            if answers.get(each.id, "").strip()
        ),
    )


def _cards(debrief: Debrief) -> Iterator[Answered]:
    for card in (*MORE, Card("quote", "For the page to forward", "", (QUOTE,))):
        answers = tuple(
            (ask.says, debrief.decisions.words[ask.id])
            for ask in card.asks
            if debrief.decisions.words.get(ask.id, "").strip()
        )
        if answers:
            yield Answered(card.title, answers)
