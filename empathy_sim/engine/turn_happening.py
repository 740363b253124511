"""What happens by itself before one's turn."""

from __future__ import annotations

from empathy_sim.engine import events as e
from empathy_sim.engine.queueing import Hours, Queueing
from empathy_sim.engine.timing import is_lived
from empathy_sim.engine.turn import Turn
from empathy_sim.engine.turn_coming import (
    Coming,
    beats_of,
    hours_of,
    is_deciding,
    next_stop,
    number_before,
    ticket_of,
)
from empathy_sim.journey.touchpoints.counter import (
    Called,
    Card,
    Counter,
    Shuts,
    Update,
    Visit,
)

_TURN = Turn[Counter, Queueing]
_PASSED = "Your number has gone from the board. Another one stands there."
_NOBODY_IN = "We called today, and nobody was in."


def meet_once(
    turn: _TURN, code: str, detail: str = "", cause: str | None = None
) -> None:
    """A friction, unless it was met at this visit before."""
    if code not in turn.progress.met:
        turn.meet(code, detail, cause)


def settle(turn: _TURN) -> None:
    """Wait on, or stop waiting, as it now is; each stretch goes up to the next stop."""
    if turn.progress.doing != "waiting":
        return
    wait, now = turn.state.wait, turn.now.story_ms
    if is_deciding(turn) or (wait and now >= wait.began.story_ms + wait.length):
        turn.end_wait("stopped")
    if turn.state.wait is None and not is_deciding(turn):
        length = max(0, next_stop(turn) - now)
        sort: e.WaitSort = "home" if turn.noun.visit else "ticket"
        turn.wait(sort, length, beats_of(turn, length))


def happen(turn: _TURN, due: Coming) -> None:
    """One thing that has fallen due."""
    match due.name:
        case "back":
            _come_back(turn)
        case "lost":
            _lose(turn, "unanswered" if turn.noun.visit else "passed")
        case "turn":
            _call(turn)
        case _:
            turn.step("came", name=due.called)
            _come(turn, due)


def _come(turn: _TURN, due: Coming) -> None:
    match due.name:
        case "own":
            to = turn.words(ticket_of(turn).counter)
            _announce(
                turn,
                number_before(turn.progress.number, turn.progress.ahead),
                to,
                own=True,
            )
        case "call":
            called = ticket_of(turn).calls[due.number]
            _show(turn, called)
            if called.came_later:
                meet_once(turn, "others_first", turn.words(called.says))
        case "tells":
            _tell(turn)
        case "closes":
            meet_once(turn, "window_passed")
        case _:
            visit = turn.noun.visit
            assert visit is not None
            update = visit.updates[due.number]
            if turn.holds(update.when):
                _update(turn, visit, update)


def _show(turn: _TURN, called: Called) -> None:
    """Another letter; what there is to see of it is seen by who is there."""
    number, to = turn.words(called.says), turn.words(called.to)
    sees = turn.words(called.sees) if turn.progress.away is None else ""
    _announce(turn, number, to, own=False, sees=sees)


def _announce(turn: _TURN, number: str, to: str, *, own: bool, sees: str = "") -> None:
    turn.step("shown", number=number, to=to, own=own, sees=sees)
    says = f"{number}, counter {to}." if to else f"{number}."
    turn.emit(e.Announced(*turn.at, "number", says, _is_seen(turn)))


def _is_seen(turn: _TURN) -> bool:
    """Whether the participant is there, and lives this moment of the wait."""
    wait = turn.state.wait
    if turn.progress.away is not None:
        return False
    return wait is None or is_lived(wait.lived, turn.now.story_ms - wait.began.story_ms)


def _tell(turn: _TURN) -> None:
    tells = ticket_of(turn).tells
    assert tells is not None
    if turn.progress.away is not None:
        return
    turn.step("told")
    turn.emit(e.Said(*turn.at, turn.words(tells.who), turn.words(tells.says)))
    turn.happen(tells)
    if tells.friction is None:
        meet_once(turn, "wrong_letter", turn.progress.number)


def _update(turn: _TURN, visit: Visit, update: Update) -> None:
    before, stops = turn.progress.hours, turn.progress.stops
    hours = hours_of(turn, update.window) if update.window else before
    opens, closes = hours
    turn.promise(update)
    turn.step("updated", opens=opens, closes=closes, stops=update.stops)
    sender, says = turn.words(visit.from_), turn.words(update.says)
    turn.emit(e.MessageArrived(*turn.at, "text", sender, "", says))
    turn.befall(update)
    if update.stops is not None and stops is not None and update.stops > stops:
        meet_once(turn, "stops_rose", str(update.stops), update.cause)
    _judge(turn, before, hours, update.cause)
    if update.puts_off:
        _lose(turn, "put_off", cause=update.cause)


def _judge(turn: _TURN, before: Hours, hours: Hours, cause: str | None) -> None:
    """A window that is given later, or narrower when half of the first has gone."""
    first = turn.progress.first
    half_gone = turn.now.story_ms >= (first.opens + first.closes) // 2
    narrower = hours.closes - hours.opens < before.closes - before.opens
    if hours.closes > before.closes:
        meet_once(turn, "window_moved", cause=cause)
    elif narrower and half_gone:
        meet_once(turn, "window_narrowed", cause=cause)


def _come_back(turn: _TURN) -> None:
    away = turn.progress.away
    those = (each for each in turn.noun.meanwhile if away and each.name == away.option)
    turn.step("back", says=next((turn.words(each.back) for each in those), ""))


def _call(turn: _TURN) -> None:
    """The turn comes; unless the counter shuts, or nobody rings."""
    shuts, card = _shuts(turn), _card(turn)
    away = turn.progress.away
    until = turn.now.story_ms + turn.noun.answers_within
    if shuts is not None:
        _shut(turn, shuts)
    elif away is not None and away.until > until:
        _lose(turn, "away")
    elif card is not None and away is None:
        _lose(turn, "card", turn.words(card.says))
    else:
        turn.end_wait("called")
        turn.step("turn", until=until, **_kept(turn))
        _announce_turn(turn)


def _announce_turn(turn: _TURN) -> None:
    seen, visit = turn.progress.away is None, turn.noun.visit
    if visit is not None:
        turn.emit(e.Announced(*turn.at, "bell", turn.words(visit.bell), seen))
        return
    to = turn.words(ticket_of(turn).counter)
    turn.step("shown", number=turn.progress.number, to=to, own=False, sees="")
    says = f"{turn.progress.number}, counter {to}."
    turn.emit(e.Announced(*turn.at, "called", says, seen))


def _shuts(turn: _TURN) -> Shuts | None:
    progress = turn.progress
    if turn.noun.visit is not None or progress.shut or progress.filled:
        return None
    shuts = ticket_of(turn).shuts
    return shuts if shuts is not None and turn.holds(shuts.when) else None


def _card(turn: _TURN) -> Card | None:
    visit = turn.noun.visit
    card = visit.card if visit is not None else None
    return card if card is not None and turn.holds(card.when) else None


def _shut(turn: _TURN, shuts: Shuts) -> None:
    turn.end_wait("closed")
    says = turn.words(shuts.says)
    turn.step("shut", length=shuts.lasts, says=says)
    meet_once(turn, "closed_in_turn", says)


def _kept(turn: _TURN) -> dict[str, e.Plain]:
    """Whether somebody came within the hours that were last given, and at first."""
    now, progress = turn.now.story_ms, turn.progress
    if turn.noun.visit is None:
        return {}
    return {
        "in_window": progress.hours.opens <= now <= progress.hours.closes,
        "in_first": progress.first.opens <= now <= progress.first.closes,
    }


_FRICTIONS = {
    "passed": "number_passed",
    "away": "rang_while_away",
    "unanswered": "rang_while_away",
    "card": "missed_at_home",
    "put_off": "put_off_by_text",
}


def _lose(turn: _TURN, how: str, card: str = "", cause: str | None = None) -> None:
    """The turn is over, and nobody was served."""
    visit = turn.noun.visit
    how = "passed" if visit is None else how
    turn.end_wait("missed")
    read = card or turn.words(turn.noun.missed)
    if visit is None:
        turn.step("lost", how=how, says=read or _PASSED)
    else:
        turn.step("lost", how=how, says="", **_kept(turn))
        if how != "put_off":
            sender = turn.words(visit.from_)
            says = read or _NOBODY_IN
            turn.emit(e.MessageArrived(*turn.at, "card", sender, "", says))
    meet_once(turn, _FRICTIONS[how], turn.progress.number, cause)
    if turn.noun.day_off is not None:
        meet_once(turn, "day_off_lost", turn.noun.day_off)
