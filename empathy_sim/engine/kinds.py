"""What every kind of touchpoint can do."""

from __future__ import annotations

import importlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic

from empathy_sim.engine.view import P, T

Fold = Callable[[Any, Any], Any]
"""A progress and an event, to the progress after it."""

if TYPE_CHECKING:
    from empathy_sim.engine.events import Event
    from empathy_sim.engine.moves import Move
    from empathy_sim.engine.scene import Face, Offer
    from empathy_sim.engine.turn import Turn
    from empathy_sim.engine.view import View


class Kind(ABC, Generic[T, P]):
    """A kind's rules: stateless; its progress is folded from events.

    A kind lives in `engine/touchpoints/NAME.py` as `KIND`.
    """

    folds: Mapping[type[Event], Fold] = MappingProxyType({})
    """The progress after an event at this touchpoint, by the event's type; what is
    not here changes nothing. Never refuses."""

    @abstractmethod
    def begin(self, noun: T) -> P:
        """The progress of a touchpoint that has just been entered."""

    def take_over(self, progress: P, former: object) -> P:
        """A beginning where a contact goes on from a touchpoint of some kind.

        Args:
            progress: as it begins.
            former: that touchpoint's last progress; None where nothing goes on.
        """
        del former
        return progress

    def enter(self, turn: Turn[T, P]) -> None:
        """What happens at once on entering."""

    @abstractmethod
    def face(self, view: View[T, P]) -> Face:
        """What it looks like now."""

    @abstractmethod
    def offers(self, view: View[T, P]) -> tuple[Offer, ...]:
        """The legal moves that are this kind's own."""

    def is_busy(self, view: View[T, P]) -> bool:
        """Whether it goes on by itself now, and waits for nobody.

        A recording that is still speaking does, and a hold, though keys may be
        pressed.
        """
        del view
        return False

    def asks(self, view: View[T, P], offers: tuple[Offer, ...]) -> bool:
        """Whether it now waits for the participant, and not the other way round.

        Args:
            view: the touchpoint in its state.
            offers: the kind's own offers there.
        """
        if not self.is_busy(view):
            for offer in offers:
                if offer.sort != "hang_up":
                    return True
        return False

    def next_at(self, view: View[T, P]) -> int | None:
        """The story instant at which something happens by itself, if any."""
        del view
        return None

    def due(self, turn: Turn[T, P]) -> None:
        """What happens by itself at this instant, `next_at` having been reached."""

    @abstractmethod
    def answer(self, turn: Turn[T, P], move: Move) -> None:
        """What a move causes.

        Raises:
            MoveRefused: it is not possible here; then nothing has changed.
        """


@cache
def kind_of(name: str) -> Kind[Any, Any]:
    """The rules of a kind, by its name."""
    module = importlib.import_module(f"empathy_sim.engine.touchpoints.{name}")
    kind: Kind[Any, Any] = module.KIND
    return kind
