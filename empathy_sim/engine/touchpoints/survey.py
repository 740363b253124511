"""What a survey does: it asks, and thanks."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.going import leave
from empathy_sim.engine.kinds import Fold, Kind
from empathy_sim.engine.scene import Offer, Told
from empathy_sim.engine.turn import Turn
from empathy_sim.engine.view import View
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.touchpoints.survey import Question, Survey

_SEND, _SKIP, _CLOSE = "Send", "Close without answering", "Close"


class Answering(Struct, frozen=True):
    """How far a survey has been answered."""

    answers: Mapping[str, int] = field(default_factory=dict)
    """By the id of the question."""
    sent: bool = False


class QuestionShown(Struct, frozen=True):
    """A question, its scale, and what has been answered."""

    id: str
    says: str
    least: int
    most: int
    least_means: str
    most_means: str
    value: int | None


class SurveyFace(Struct, frozen=True):
    """A survey in an e-mail, a text, on a page or on the phone."""

    looks_like: str
    sender: str
    says: str
    questions: tuple[QuestionShown, ...]
    thanks: str
    """What stands there once it has been sent; empty before."""
    kind: str = "survey"

    def told(self) -> tuple[Told, ...]:
        if self.thanks:
            return (Told(self.sender, self.thanks),)
        scales = tuple(
            Told(
                "", f"{each.least}: {each.least_means}. {each.most}: {each.most_means}."
            )
            for each in self.questions
            if each.least_means and each.most_means
        )
        return (Told(self.sender, self.says), *scales)


def _rated(progress: Answering, event: e.Rated) -> Answering:
    return replace(progress, answers={**progress.answers, event.question: event.value})


def _stepped(progress: Answering, event: e.StepTaken) -> Answering:
    return replace(progress, sent=True) if event.step == "sent" else progress


FOLDS: Mapping[type[e.Event], Fold] = {e.Rated: _rated, e.StepTaken: _stepped}
"""What each event makes of a survey."""


class SurveyKind(Kind[Survey, Answering]):
    """Rules of the survey."""

    folds = FOLDS

    def begin(self, noun: Survey) -> Answering:
        return Answering()

    def enter(self, turn: Turn[Survey, Answering]) -> None:
        if turn.noun.solved:
            return
        turn.meet("asked_too_soon")
        if turn.noun.about == "agent":
            turn.meet("asked_about_agent")

    def face(self, view: View[Survey, Answering]) -> SurveyFace:
        noun, progress = view.noun, view.progress
        return SurveyFace(
            noun.looks_like,
            view.words(noun.from_),
            view.words(noun.says),
            tuple(
                QuestionShown(
                    each.id,
                    view.words(each.says),
                    each.least,
                    each.most,
                    view.words(each.least_means or ""),
                    view.words(each.most_means or ""),
                    progress.answers.get(each.id),
                )
                for each in noun.questions
            ),
            view.words(noun.thanks) if progress.sent else "",
        )

    def offers(self, view: View[Survey, Answering]) -> tuple[Offer, ...]:
        if view.progress.sent:
            return (Offer("choose", "close", _CLOSE, (m.Choose("close"),)),)
        rates = tuple(
            Offer(
                "rate",
                each.id,
                view.words(each.says),
                (m.Rate(each.id, each.least), m.Rate(each.id, each.most)),
                least=each.least,
                most=each.most,
            )
            for each in view.noun.questions
        )
        send = Offer("choose", "send", _SEND, (m.Choose("send"),), main=True)
        skip = Offer("choose", "skip", _SKIP, (m.Choose("skip"),))
        return (*rates, *((send,) if view.progress.answers else ()), skip)

    def answer(self, turn: Turn[Survey, Answering], move: m.Move) -> None:
        if turn.progress.sent:
            _close(turn, move)
            return
        match move:
            case m.Rate(question=question, value=value):
                _rate(turn, question, value)
            case m.Choose(option="send"):
                if not turn.progress.answers:
                    raise MoveRefused(says="There is no answer to send yet.")
                turn.step("sent")
            case m.Choose(option="skip"):
                leave(turn, "skipped")
            case _:
                raise MoveRefused(says="It can be answered and sent, or closed.")


def _close(turn: Turn[Survey, Answering], move: m.Move) -> None:
    if move != m.Choose("close"):
        raise MoveRefused(says="The answers have been sent.")
    leave(turn, "sent")


def _rate(turn: Turn[Survey, Answering], question: str, value: int) -> None:
    asked = _asked(turn.noun, question)
    if not asked.least <= value <= asked.most:
        raise MoveRefused(
            says=f"A number from {asked.least} to {asked.most}, please.",
            field=question,
        )
    turn.emit(
        e.Rated(*turn.at, question, value, asked.measures, asked.least, asked.most)
    )


def _asked(noun: Survey, question: str) -> Question:
    for each in noun.questions:
        if each.id == question:
            return each
    raise MoveRefused(says="That was not asked.", field=question)


KIND = SurveyKind()
