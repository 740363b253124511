"""What a hold does: it really holds."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.going import hang_up, leave, lose_line
from empathy_sim.engine.holding import FOLDS, Coming, Holding, beginning
from empathy_sim.engine.kinds import Kind
from empathy_sim.engine.scene import HANG_UP, Offer, Told
from empathy_sim.engine.timing import Beat, is_lived
from empathy_sim.engine.turn import Turn
from empathy_sim.engine.view import View
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.touchpoints.hold import Announcement, Hold
from empathy_sim.journey.units import MINUTE, spoken

_LONGER_BY = 2
"""A wait this many times as long as was said is a friction of its own."""
_ENOUGH_APOLOGIES = 2
_LATER_BY = MINUTE // 2
"""An estimate that puts the end off by less than this is not worth saying."""


class HoldFace(Struct, frozen=True):
    """A phone that plays music."""

    music: str
    last: str
    """The last thing the recording said and was heard; what it said in one breath."""
    last_from: int
    """The story instant at which it began to say that; see `voices.heard_of`."""
    estimate: int | None
    position: int | None
    waited: int
    """Story milliseconds so far."""
    heard: int
    not_heard: int
    press: str | None
    """The key that must be pressed now, if any."""
    kind: str = "hold"

    def told(self) -> tuple[Told, ...]:
        return (Told("", self.music),)


class HoldKind(Kind[Hold, Holding]):
    """Rules of the hold."""

    folds = FOLDS

    def begin(self, noun: Hold) -> Holding:
        return beginning(noun)

    def enter(self, turn: Turn[Hold, Holding]) -> None:
        noun = turn.noun
        again = turn.state.visits[turn.state.path] > 1
        if again:
            turn.meet("requeued")
        _begin_wait(turn)
        _announce_wait(turn)
        if again and noun.again_says:
            _announce(turn, "news", noun.again_says)

    def next_at(self, view: View[Hold, Holding]) -> int | None:
        return view.progress.coming[0].at

    def due(self, turn: Turn[Hold, Holding]) -> None:
        for each in turn.progress.coming:
            if each.at > turn.now.story_ms:
                return
            self._happen(turn, each)
            if each.name in {"ends", "lost"}:
                return

    def _happen(self, turn: Turn[Hold, Holding], due: Coming) -> None:
        match due.name:
            case "ends":
                _end(turn)
            case "lost":
                _lose_place(turn)
            case "every":
                turn.step("repeated", index=due.number)
                _announce_again(turn, turn.noun.announces[due.number])
                _interrupted(turn)
            case _:
                turn.step("said", name=f"{due.name}{due.number}")
                _say(turn, due)

    def face(self, view: View[Hold, Holding]) -> HoldFace:
        noun, progress = view.noun, view.progress
        waiting_for = progress.asked_at is not None and noun.still_there
        return HoldFace(
            view.words(noun.music),
            progress.last,
            progress.last_at,
            progress.estimate,
            progress.position,
            view.story_ms - progress.began,
            progress.heard,
            progress.not_heard,
            noun.still_there.press if waiting_for and noun.still_there else None,
        )

    def is_busy(self, view: View[Hold, Holding]) -> bool:
        return view.progress.asked_at is None

    def offers(self, view: View[Hold, Holding]) -> tuple[Offer, ...]:
        there = view.noun.still_there
        if view.progress.asked_at is None or there is None:
            return (HANG_UP,)
        press = Offer(
            "press",
            there.press,
            f"Press {there.press}",
            (m.Press(there.press),),
            there.press,
        )
        return (press, HANG_UP)

    def answer(self, turn: Turn[Hold, Holding], move: m.Move) -> None:
        match move:
            case m.HangUp():
                hang_up(turn)
            case m.Press(key=key):
                there = turn.noun.still_there
                wanted = turn.progress.asked_at is not None and there is not None
                heard = wanted and there is not None and key == there.press
                turn.emit(e.KeyPressed(*turn.at, key, heard))
                if heard:
                    turn.step("there")
            case _:
                raise MoveRefused(says="There is nobody here to answer that yet.")


def _begin_wait(turn: Turn[Hold, Holding]) -> None:
    noun = turn.noun
    drops = noun.drops is not None and turn.holds(noun.drops.when)
    length = noun.drops.at.of(noun.lasts) if noun.drops and drops else noun.lasts
    turn.step("holding", ends="dropped" if drops else "answered")
    promised = noun.estimate.starts if noun.estimate else None
    turn.wait("hold", length, tuple(_beats(noun)), promised)


def _beats(noun: Hold) -> Iterator[Beat]:
    moments = [slip.at for slip in noun.estimate.slips] if noun.estimate else []
    moments += [rise.at for rise in noun.position.rises] if noun.position else []
    beats = [Beat(moment.of(noun.lasts), 8_000) for moment in moments]
    if noun.still_there:
        needed = noun.still_there.within + 4_000
        beats.append(Beat(noun.still_there.at.of(noun.lasts), needed))
    yield from sorted(beats, key=lambda beat: beat.at)


def _announce_wait(turn: Turn[Hold, Holding]) -> None:
    """Say what a caller is told at the back of the queue: how long, and which place."""
    noun = turn.noun
    if noun.estimate:
        _announce(turn, "estimate", noun.estimate.says, noun.estimate.starts)
    if noun.position:
        _announce(turn, "position", noun.position.says, noun.position.starts)


def _announce(
    turn: Turn[Hold, Holding], sort: str, text: str, value: int | None = None
) -> None:
    local = None
    if value is not None and sort == "estimate":
        local = {sort: spoken(max(value, MINUTE) // MINUTE * MINUTE)}
    elif value is not None and sort == "position":
        local = {sort: str(value)}
    heard = _is_heard(turn, sort)
    said = turn.words(text, local)
    turn.emit(e.Announced(*turn.at, sort, said, heard, value))


def _announce_again(turn: Turn[Hold, Holding], said: Announcement) -> None:
    """An announcement of the author's, with the estimate or place as it is now."""
    sort = said.sort
    _announce(turn, sort, said.says, _value(turn, sort))


def _is_heard(turn: Turn[Hold, Holding], sort: str) -> bool:
    """Nobody is asked for a key who would not have the time to press it."""
    wait = turn.state.wait
    if wait is None:
        return True
    there = turn.noun.still_there if sort == "still_there" else None
    needs = there.within if there else 0
    waited = turn.now.story_ms - wait.began.story_ms
    return is_lived(wait.lived, waited, min(needs, wait.length - waited))


def _value(turn: Turn[Hold, Holding], sort: str) -> int | None:
    """What the recording would say now of the estimate or the place."""
    if sort == "estimate" and turn.noun.estimate:
        return max(MINUTE, turn.progress.estimated_end - turn.now.story_ms)
    if sort == "position" and turn.noun.position:
        return _place_in_queue(turn.noun, turn.progress, turn.now.story_ms)
    return None


def _place_in_queue(noun: Hold, progress: Holding, story_ms: int) -> int:
    """The place: it falls evenly to the first, but for those put in front."""
    assert noun.position is not None
    waited = story_ms - progress.began
    rises = [(rise.at.of(noun.lasts), rise.by) for rise in noun.position.rises]
    in_all = noun.position.starts - 1 + sum(by for _, by in rises)
    served = in_all * waited // max(1, noun.lasts)
    before = sum(by for at, by in rises if at <= waited)
    return max(1, noun.position.starts + before - served)


def _interrupted(turn: Turn[Hold, Holding]) -> None:
    """Apologies that break into the music are one friction, at the second."""
    progress = turn.progress
    if progress.interrupted:
        return
    said = zip(progress.repeats, turn.noun.announces, strict=True)
    apologies = sum([times for times, each in said if each.sort == "apology"])
    if apologies >= _ENOUGH_APOLOGIES:
        turn.meet("apology_interrupted")


def _say(turn: Turn[Hold, Holding], due: Coming) -> None:
    noun = turn.noun
    match due.name:
        case "news":
            _announce_again(turn, noun.announces[due.number])
        case "slip":
            assert noun.estimate is not None
            before = turn.progress.estimated_end
            to = noun.estimate.slips[due.number].to
            later = turn.now.story_ms + to - before
            if not 0 <= later <= _LATER_BY:
                _announce(turn, "estimate", noun.estimate.says, to)
            if later > _LATER_BY:
                turn.meet("estimate_slipped", spoken(to))
        case "rise":
            assert noun.position is not None
            told = turn.progress.position or 0
            risen = _place_in_queue(noun, turn.progress, turn.now.story_ms)
            _announce(turn, "position", noun.position.says, risen)
            if risen > told:
                turn.meet("position_rose", str(risen))
        case _:
            assert noun.still_there is not None
            _announce(turn, "still_there", noun.still_there.says)
            if turn.progress.asked_at is not None:
                turn.meet("still_there")


def _end(turn: Turn[Hold, Holding]) -> None:
    progress = turn.progress
    promised = turn.noun.estimate.starts if turn.noun.estimate else None
    if promised and progress.length > _LONGER_BY * promised:
        turn.meet("long_wait", spoken(progress.length))
    if progress.ends == "dropped":
        turn.meet("line_dropped")
        lose_line(turn, "company")
    else:
        leave(turn, "answered")


def _lose_place(turn: Turn[Hold, Holding]) -> None:
    there = turn.noun.still_there
    assert there is not None
    if there.then == "drop":
        lose_line(turn, "company", "timed_out")
        return
    turn.end_wait("lost_place")
    turn.meet("requeued")
    _begin_wait(turn)
    _announce(turn, "news", there.lost)
    _announce_wait(turn)


KIND = HoldKind()
