"""What a notice does: it is read."""

from __future__ import annotations

from msgspec import Struct

from empathy_sim.engine import moves as m
from empathy_sim.engine.going import choose, leave
from empathy_sim.engine.kinds import Kind
from empathy_sim.engine.scene import Offer, Told
from empathy_sim.engine.turn import Turn
from empathy_sim.engine.view import View
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.touchpoints.notice import Notice


class NoticeFace(Struct, frozen=True):
    """A letter, an e-mail, a text, a page or a sentence of story."""

    looks_like: str
    says: str
    sender: str = ""
    subject: str = ""
    kind: str = "notice"

    def told(self) -> tuple[Told, ...]:
        heading = (Told(self.sender, self.subject),) if self.sender else ()
        return (*heading, Told("", self.says))


class NoticeKind(Kind[Notice, None]):
    """Rules of the notice."""

    def begin(self, noun: Notice) -> None:
        return None

    def face(self, view: View[Notice, None]) -> NoticeFace:
        noun = view.noun
        return NoticeFace(
            noun.looks_like,
            view.words(noun.says),
            view.words(noun.from_ or ""),
            view.words(noun.subject or ""),
        )

    def offers(self, view: View[Notice, None]) -> tuple[Offer, ...]:
        options = view.open(view.noun.options)
        if not options:
            if not view.leads("read"):
                return ()
            label = view.words(view.noun.button)
            return (Offer("choose", "read", label, (m.Choose("read"),), main=True),)
        return tuple(
            Offer(
                "choose",
                option.name,
                view.words(option.says),
                (m.Choose(option.name),),
            )
            for option in options
        )

    def answer(self, turn: Turn[Notice, None], move: m.Move) -> None:
        if not isinstance(move, m.Choose):
            raise MoveRefused(says="There is something to read here, and a way on.")
        options = turn.open(turn.noun.options)
        if not options and move.option == "read" and turn.leads("read"):
            leave(turn, "read")
            return
        for option in options:
            if option.name == move.option:
                choose(turn, option)
                return
        raise MoveRefused(says="That is not one of the ways on.")


KIND = NoticeKind()
