"""What a robot looks at."""

from __future__ import annotations

from typing import Any, Protocol

from empathy_sim.engine import moves as m
from empathy_sim.engine.frame_events import Phase
from empathy_sim.engine.happening import next_at
from empathy_sim.engine.kinds import Kind, kind_of
from empathy_sim.engine.scene import Face, Offer, OfferSort, Place
from empathy_sim.engine.state import State
from empathy_sim.engine.view import View

_WAIT = Offer("wait", "wait", "Wait", (m.Wait(),))


class Sight(Protocol):
    """A scene, as far as robots read one."""

    @property
    def phase(self) -> Phase: ...
    @property
    def offers(self) -> tuple[Offer, ...]: ...
    @property
    def asks(self) -> bool: ...
    @property
    def face(self) -> Face | None: ...
    @property
    def place(self) -> Place | None: ...
    @property
    def story_ms(self) -> int: ...
    @property
    def next_at(self) -> int | None: ...
    def offer(self, sort: OfferSort, id_: str | None = None) -> Offer | None: ...
    def may(self, sort: OfferSort) -> bool: ...


class Glimpse:
    """The scene of a touchpoint, of which each part is made when it is looked at.

    It offers what the touchpoint and time offer, and nothing of the frame: robots
    that rehearse neither mark feelings nor leave the journey.
    """

    __slots__ = (
        "_face",
        "_kind",
        "_offers",
        "_own",
        "_place",
        "_view",
        "asks",
        "next_at",
        "state",
    )

    def __init__(self, state: State) -> None:
        """Look at a state.

        Args:
            state: one in which a touchpoint is being played.
        """
        self.state = state
        self._face: Face | None = None
        self._own: tuple[Offer, ...] | None = None
        self._offers: tuple[Offer, ...] | None = None
        self._place: Place | None = None
        self._view: View[Any, Any] = View(state)
        self._kind: Kind[Any, Any] = kind_of(state.kind)
        self.next_at = next_at(state)
        busy = self._kind.is_busy(self._view)
        self.asks = not busy and self._kind.asks(self._view, self.own)

    @property
    def own(self) -> tuple[Offer, ...]:
        """What the touchpoint offers."""
        if self._own is None:
            self._own = self._kind.offers(self._view)
        return self._own

    @property
    def offers(self) -> tuple[Offer, ...]:
        if self._offers is None:
            wait = () if self.next_at is None else (_WAIT,)
            self._offers = (*self.own, *wait)
        return self._offers

    @property
    def phase(self) -> Phase:
        return self.state.phase

    @property
    def story_ms(self) -> int:
        return self.state.story_ms

    @property
    def face(self) -> Face | None:
        if self._face is None:
            self._face = self._kind.face(self._view)
        return self._face

    @property
    def place(self) -> Place | None:
        """Where it is, without its titles, which no robot reads."""
        if self._place is None:
            state, noun = self.state, self.state.touchpoint_noun
            self._place = Place(
                state.stage,
                "",
                state.touchpoint,
                "",
                state.kind,
                noun.spoken_on,
                state.visits[state.path],
            )
        return self._place

    def offer(self, sort: OfferSort, id_: str | None = None) -> Offer | None:
        """The first offer of a sort, and of an id if one is given."""
        for each in self.offers:
            if each.sort == sort and (id_ is None or id_ == each.id):
                return each
        return None

    def may(self, sort: OfferSort) -> bool:
        """Whether a sort of move is legal now."""
        if sort == "wait":
            return self.next_at is not None
        return self.offer(sort) is not None
