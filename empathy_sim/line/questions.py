"""What the frame asks, question by question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from msgspec.structs import replace

from empathy_sim.debrief.moments import Moment, moments_of
from empathy_sim.engine import moves as m
from empathy_sim.engine.scene import Offer, Scene
from empathy_sim.errors import MoveRefused
from empathy_sim.line.answering import filled
from empathy_sim.line.contract import (
    DEPARTMENTS_ASKED,
    SERVICE_ASKED,
    UNINTERRUPTED_ASKED,
)
from empathy_sim.line.feelings import HowToMark, feeling_or_refused
from empathy_sim.line.lines import Line, aside, option, plain, to_type
from empathy_sim.line.wording import capital, listed, number, on_one_line
from empathy_sim.session.session import Session

Answers = Literal["some", "words", "begin", "number", "feeling"]
"""What an answer is: some of a list, words, how to begin, a number, a feeling."""
_SKIPS = ("", "skip", "next", "go on")
_LATER = ("afterwards", "uninterrupted", "later")
_OF_NOTHING = frozenset({"and", "none", "begin"})


@dataclass(frozen=True, slots=True)
class Question:
    """Something asked outside the story; Enter passes it over."""

    answers: Answers
    lines: tuple[Line, ...]
    taken: Callable[[str], tuple[m.Move, ...]]
    """The moves of an answer; it raises MoveRefused where that is none."""
    ends_by: frozenset[str] = frozenset()
    """Words that pass over all that would be asked after it."""
    at_last: Callable[[], m.Move] | None = None
    """What leads on after the last question; None: going on."""


def questions_of(
    session: Session, scene: Scene, how: HowToMark
) -> tuple[Question, ...]:
    """What a phase asks before it goes on.

    Args:
        session: what is played.
        scene: what can be done now.
        how: says how a feeling is written.
    """
    match scene.phase:
        case "contract":
            return tuple(_Consenting(scene.offer("consent")).questions())
        case "predicting":
            offers = [offer for offer in scene.offers if offer.sort == "predict"]
            return tuple(
                _prediction(offer, at, len(offers)) for at, offer in enumerate(offers)
            )
        case "afterwards":
            moments = moments_of(session.script, session.log)
            return tuple(
                _moment(moment, at, len(moments), how)
                for at, moment in enumerate(moments)
            )
        case _:
            return ()


@dataclass
class _Consenting:
    """Gathers what the contract asks, for the one move that accepts it."""

    offer: Offer | None
    consent: m.Consent = field(default_factory=m.Consent)

    def questions(self) -> Iterator[Question]:
        begins = frozenset({"begin"})
        if self.offer and self.offer.choices:
            names = (
                option(at, capital(each))
                for at, each in enumerate(self.offer.choices, 1)
            )
            how = to_type(
                "Type the numbers, as many as there are, for example 1 3. Enter: none"
            )
            lines = (plain(DEPARTMENTS_ASKED), *names, how)
            yield Question("some", lines, self._departments, begins, self._accepted)
        enter = aside("A sentence. Enter passes it over")
        lines = (plain(SERVICE_ASKED), enter)
        yield Question("words", lines, self._service, begins, self._accepted)
        lines = (
            plain(UNINTERRUPTED_ASKED),
            to_type(
                "Enter begins. Type afterwards to begin and be asked nothing on the way"
            ),
        )
        yield Question("begin", lines, self._uninterrupted, begins, self._accepted)

    def _accepted(self) -> m.Move:
        return self.consent

    def _departments(self, typed: str) -> tuple[m.Move, ...]:
        known = self.offer.choices if self.offer else ()
        named = {each.casefold(): each for each in known}
        named |= {str(at): each for at, each in enumerate(known, 1)}
        said = {part for part in re.split(r"[,;.\s]+", typed.casefold()) if part}
        mine = tuple(
            each for each in known if each in {named.get(word) for word in said}
        )
        unknown = said - set(named) - _OF_NOTHING
        if unknown and typed.casefold() not in _SKIPS:
            raise MoveRefused(
                says=f"{capital(min(unknown))} is none of the departments. Type "
                f"numbers from 1 to {len(known)}, or their names: {listed(known)}."
            )
        self.consent = replace(self.consent, departments=mine)
        return ()

    def _service(self, typed: str) -> tuple[m.Move, ...]:
        if typed.casefold() not in {*_SKIPS, "begin"}:
            self.consent = replace(self.consent, service=typed)
        return ()

    def _uninterrupted(self, typed: str) -> tuple[m.Move, ...]:
        word = typed.casefold()
        if word not in {*_SKIPS, *_LATER, "begin", "yes"}:
            raise MoveRefused(
                says="Enter begins. Type afterwards to be asked nothing on the way; or leave."
            )
        self.consent = replace(self.consent, uninterrupted=word in _LATER)
        return ()


def _counted(at: int, of: int) -> str:
    return f"{capital(number(at + 1))} of {number(of)}"


def _prediction(offer: Offer, at: int, of: int) -> Question:
    def taken(typed: str) -> tuple[m.Move, ...]:
        word = typed.casefold()
        value = typed.rpartition("=")[2].strip()
        return () if word in {*_SKIPS, "begin"} else (filled(offer, value),)

    lines = (
        plain(f"{_counted(at, of)}. {on_one_line(offer.label)}"),
        aside(
            f"A number from {offer.least} to {offer.most}. Enter passes it over"
            + (". Type begin to pass over all of them" if at == 0 else "")
        ),
    )
    return Question("number", lines, taken, frozenset({"begin"}))


def _moment(moment: Moment, at: int, of: int, how: HowToMark) -> Question:
    def taken(typed: str) -> tuple[m.Move, ...]:
        if typed.casefold() in {*_SKIPS, "done"}:
            return ()
        felt = feeling_or_refused(re.sub(r"^feel\s+", "", typed))
        return (replace(felt, about_ms=moment.story_ms),)

    asks = f"How was it? {how.tell()}. Enter passes it over"
    if at == 0:
        asks += ". Type done to pass over all that follow"
    says = f"{_counted(at, of)}. {moment.when}, {on_one_line(moment.says)}"
    lines = (plain(says), aside(asks))
    return Question("feeling", lines, taken, frozenset({"done"}))
