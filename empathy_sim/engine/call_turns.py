"""What an agent says and does, turn by turn."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.engine import events as e
from empathy_sim.engine.going import leave
from empathy_sim.engine.talking import Talking, times_announced
from empathy_sim.engine.timing import Beat, is_lived
from empathy_sim.engine.turn import Turn
from empathy_sim.engine.view import View
from empathy_sim.engine.voices import speaking_ms
from empathy_sim.journey.touchpoints.call import Asks, Call, Desk, OnHold, Transfers
from empathy_sim.journey.touchpoints.call import Turn as CallTurn
from empathy_sim.journey.units import clock, spoken

_CALL = Turn[Call, Talking]
_VIEW = View[Call, Talking]


def turn_of(view: _VIEW) -> CallTurn:
    """The agent's turn under way, as it is written."""
    return view.noun.turns[view.progress.turn]


def begin_turn(turn: _CALL, name: str) -> None:
    """The agent's next turn: a silence first, if there is one, then words."""
    noun = turn.noun.turns[name]
    turn.step("turn", turn=name, silence=noun.takes or 0)
    if noun.desk:
        _see_desk(turn, name, noun.desk)
    if not noun.takes:
        speak(turn)


def _see_desk(turn: _CALL, name: str, desk: Desk) -> None:
    """What is on the agent's screen: for the log, not for the customer."""
    turn.step(
        "desk",
        turn=name,
        screen=turn.words(desk.screen),
        missing=turn.words(desk.missing or ""),
        slow=desk.slow,
        clock=turn.words(desk.clock or "") or _timer(turn, desk.timer),
    )


def _timer(turn: _CALL, set_to: int | None) -> str:
    """`0:48 of 2:30`, and in red once it has run out; empty without a timer."""
    if set_to is None:
        return ""
    passed = turn.now.story_ms - turn.state.entered_ms
    red = ", red" if passed > set_to else ""
    return f"{clock(passed)} of {clock(set_to)}{red}"


def speak(turn: _CALL) -> None:
    """Say what this turn says; it does things only when it is said first."""
    noun, is_new = turn_of(turn), turn.progress.turn not in turn.progress.taken
    if is_new:
        turn.promise(noun)
    _say(turn, noun.says)
    if is_new:
        turn.befall(noun)
    if noun.asks:
        turn.ask(noun.asks.fact, _voice(turn), identity=noun.asks.identity)
        if noun.asks.known:
            turn.meet("told_then_asked", noun.asks.fact)


def _say(turn: _CALL, text: str) -> None:
    says = turn.words(text)
    turn.step("speaks", lasts=speaking_ms(says))
    turn.emit(e.Said(*turn.at, _voice(turn), says))


def _voice(view: _VIEW) -> str:
    """Who speaks in this turn."""
    return view.words(turn_of(view).by or view.noun.who)


def finish(turn: _CALL) -> None:
    """The sentence has been spoken; what follows by itself, follows."""
    turn.step("spoken")
    noun, name = turn_of(turn), turn.progress.turn
    if noun.then:
        begin_turn(turn, noun.then)
    elif noun.leads:
        leave(turn, name, noun.leads)
    elif noun.transfers:
        _transfer(turn, noun.transfers)
    elif noun.on_hold:
        _put_on_hold(turn, noun.on_hold)


def _transfer(turn: _CALL, transfers: Transfers) -> None:
    to = turn.words(transfers.to)
    turn.emit(e.Transferred(*turn.at, to, transfers.cold))
    if transfers.cold:
        turn.meet("cold_transfer", to)
    leave(turn, "transferred")


def read_out(turn: _CALL, asks: Asks, text: str) -> None:
    """The customer reads a fact out; after so many wrong ones it goes on anyhow."""
    right = turn.give(asks.fact, text)
    if right or turn.progress.wrong + 1 >= asks.tries:
        begin_turn(turn, asks.then)
        return
    turn.step("wrong", fact=asks.fact)
    _say(turn, asks.wrong)


def _put_on_hold(turn: _CALL, away: OnHold) -> None:
    beats = (
        Beat(each.at.of(away.lasts), speaking_ms(turn.words(each.says)))
        for each in away.announces
        if each.at is not None
    )
    in_order = tuple(sorted(beats, key=lambda beat: beat.at))
    turn.wait("supervisor", away.lasts, in_order)
    if away.supervisor:
        turn.meet("supervisor_hold", spoken(away.lasts))


def next_announcement(view: _VIEW) -> tuple[int, int] | None:
    """When the next announcement on hold falls due, and which it is; None if none."""
    away = turn_of(view).on_hold
    return min(_announcements(view, away), default=None) if away else None


def _announcements(view: _VIEW, away: OnHold) -> Iterator[tuple[int, int]]:
    began = view.progress.since
    for which, each in enumerate(away.announces):
        times = times_announced(view.progress, which)
        if each.every is not None:
            at = each.every * (times + 1)
        elif each.at is not None and not times:
            at = each.at.of(away.lasts)
        else:
            continue
        if at < away.lasts:
            yield began + at, which


def announce(turn: _CALL, which: int) -> None:
    """A recording breaks into the music; in what is cut, nobody hears it."""
    away, wait = turn_of(turn).on_hold, turn.state.wait
    assert away is not None
    assert wait is not None
    said = away.announces[which]
    heard = is_lived(wait.lived, turn.now.story_ms - wait.began.story_ms)
    turn.step("announces", which=which)
    turn.emit(e.Announced(*turn.at, said.sort, turn.words(said.says), heard))


def come_back(turn: _CALL) -> None:
    """The agent is back on the line."""
    away = turn_of(turn).on_hold
    assert away is not None
    turn.end_wait("answered")
    begin_turn(turn, away.then)
