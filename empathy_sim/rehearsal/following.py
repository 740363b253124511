"""A robot that does what a participant did."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.forms.rules import shape_of
from empathy_sim.engine.happening import next_at
from empathy_sim.engine.scene import Scene
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.script import Script
from empathy_sim.rehearsal.playthrough import Playthrough
from empathy_sim.rehearsal.remembering import Done, Spot, Stay, stays_of
from empathy_sim.rehearsal.robots import MOST_MOVES, own_offers

_NOTHING = Stay((), 0)


@dataclass
class Follower:
    """Repeats what was done, by place and order, and when it was done there.

    Where the journey asks what was not asked before, it is willing: it does what is
    offered first, and next time what is offered after that. Words that were purged, and passwords, of which only the shape is
    known, it replaces by an example that fits.
    """

    stays: Mapping[Spot, Stay]
    _left: dict[Spot, deque[Done]] = field(default_factory=dict)
    _offered: Counter[Spot] = field(default_factory=Counter)
    """How often it was willing at a visit."""

    def step(self, play: Playthrough) -> None:
        """The next thing that is done or happens in a play that is not over."""
        state, spot = play.state, _spot(play)
        stay = self.stays.get(spot, _NOTHING)
        left = self._left.setdefault(spot, deque(stay.moves))
        if left:
            self._repeat(play, left)
        elif state.story_ms < state.entered_ms + stay.lasted_ms:
            self._wait(play)
        else:
            self._be_willing(play)

    def _repeat(self, play: Playthrough, left: deque[Done]) -> None:
        state, done = play.state, left[0]
        due = max(state.story_ms, state.entered_ms + done.after_ms)
        at = next_at(state)
        if at is not None and at <= due:
            play.tick()
            return
        play.wait(due - state.story_ms)
        try:
            play.do(_as_far_as_known(done, play.scene))
        except MoveRefused:
            self._not_now(play, left)
        else:
            left.popleft()

    def _not_now(self, play: Playthrough, left: deque[Done]) -> None:
        """What is not possible is tried again later, unless something else is asked."""
        if play.scene.asks or not play.tick():
            left.popleft()
            self._be_willing(play)

    def _wait(self, play: Playthrough) -> None:
        if not play.tick():
            self._be_willing(play)

    def _be_willing(self, play: Playthrough) -> None:
        if play.state.is_over:
            return
        if not play.scene.asks and play.tick():
            return
        offered = [each for each in own_offers(play.scene) if each.sort != "hang_up"]
        spot = _spot(play)
        turn, self._offered[spot] = self._offered[spot], self._offered[spot] + 1
        move = offered[turn % len(offered)].examples[0] if offered else m.Leave()
        try:
            play.do(move)
        except MoveRefused:
            play.moves += 1


def _spot(play: Playthrough) -> Spot:
    state = play.state
    return Spot(state.stage, state.touchpoint, state.visits.get(state.path, 0))


def _as_far_as_known(done: Done, scene: Scene) -> m.Move:
    match done.move:
        case m.FillIn(field=name, text=text) if done.is_shape or not done.is_known:
            return m.FillIn(name, _text_like(scene, name, text, done))
        case m.Say() if not done.is_known:
            offer = scene.offer("say")
            return offer.examples[0] if offer and offer.examples else done.move
        case _:
            return done.move


def _text_like(scene: Scene, name: str, shape: str, done: Done) -> str:
    """An example with the same shape; else the shape, which is a text like it."""
    texts = [*_texts(scene, name)]
    if not done.is_known:
        return texts[0] if texts else shape
    return next((text for text in texts if shape_of(text) == shape), shape)


def _texts(scene: Scene, name: str) -> Iterator[str]:
    offer = scene.offer("fill", name)
    for move in offer.examples if offer else ():
        match move:
            case m.FillIn(text=text):
                yield text
            case _:
                pass


def can_be_followed(log: Iterable[e.Event]) -> bool:
    """Whether a robot can still do as the participant did.

    It cannot once what was typed has been purged: it would go another way.
    """
    stays = stays_of(log).values()
    return all(done.is_known for stay in stays for done in stay.moves)


def followed(log: Iterable[e.Event]) -> Follower:
    """One who does what a log tells."""
    return Follower(stays_of(log))


def begin_like(script: Script, cast: Cast, log: Iterable[e.Event]) -> Playthrough:
    """A play that begins as a session did: at its pace, its stage, and consented."""
    pace: m.Pace = "workshop"
    at_stage, uninterrupted = None, False
    for event in log:
        match event:
            case e.JourneyBegan():
                pace, at_stage = event.pace, event.at_stage
            case e.Consented():
                uninterrupted = event.uninterrupted
            case e.StageEntered():
                break
            case e.PaceChanged():
                pace = event.pace
            case _:
                pass
    play = Playthrough(script, cast, pace=pace, at_stage=at_stage)
    play.do(m.Consent(uninterrupted=uninterrupted))
    while play.state.phase != "playing":
        play.do(m.Proceed())
    return play


def follow(
    script: Script, cast: Cast, log: Sequence[e.Event], *, most_moves: int = MOST_MOVES
) -> Playthrough:
    """A play in which everything is done as in a log.

    On the log's own script and cast it goes through the same touchpoints, and ends as
    it ended. A log that stops on the way is followed so far, and willingly on.

    Args:
        script: what is played; it may be another than was.
        cast: whom.
        log: every event of a session.
        most_moves: after so many it is left as it stands.
    """
    play, follower = begin_like(script, cast, log), followed(log)
    while not play.state.is_over and play.moves < most_moves:
        follower.step(play)
    return play
