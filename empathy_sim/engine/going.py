"""From one touchpoint, and one stage, to the next."""

from __future__ import annotations

from typing import Any

from empathy_sim.engine import events as e
from empathy_sim.engine.frame_events import Phase
from empathy_sim.engine.kinds import kind_of
from empathy_sim.engine.turn import Ender, Turn
from empathy_sim.journey.script import END
from empathy_sim.journey.touchpoint import Channel, Option

_TURN = Turn[Any, Any]
_CONTACTS = ("phone", "web", "chat", "counter")
"""Channels on which one is in touch; a letter is only read."""


def begin_playing(turn: _TURN) -> None:
    """Enter the stage that is played first."""
    enter_stage(turn, turn.state.at_stage or turn.state.script.first)


def enter_stage(turn: _TURN, stage: str) -> None:
    """Begin a stage at the touchpoint its scenario starts with."""
    turn.emit(e.StageEntered(*turn.at, stage))
    enter_touchpoint(turn, turn.state.script_stage.scenario.starts)


def enter_touchpoint(turn: _TURN, name: str) -> None:
    """Begin a touchpoint, unless it has been visited as often as it may."""
    state = turn.state
    noun = state.script.touchpoint(state.stage, name)
    visits = state.visits.get(f"{state.stage}/{name}", 0)
    if noun.at_most is not None and visits >= noun.at_most.visits:
        follow(turn, noun.at_most.then)
        return
    _be_in_touch(turn, noun.spoken_on)
    turn.emit(e.TouchpointEntered(*turn.at, name, noun.kind, visits + 1))
    turn.promise(noun)
    if noun.friction:
        turn.meet(noun.friction)
    if noun.kindness:
        turn.emit(e.KindnessShown(*turn.at, turn.words(noun.kindness)))
    if noun.asks_reaction and noun.asks_reaction.on == "entering":
        turn.ask_feeling("entering")
    kind_of(noun.kind).enter(turn)


def _be_in_touch(turn: _TURN, channel: Channel) -> None:
    contact = turn.state.contact
    if contact is not None and contact != channel:
        turn.end_contact("customer", "finished")
    if channel in _CONTACTS and turn.state.contact is None:
        turn.emit(e.ContactBegan(*turn.at, channel))


def choose(turn: _TURN, option: Option) -> None:
    """Take an option of a touchpoint and go where it leads."""
    said = turn.words(option.says)
    turn.emit(e.OptionChosen(*turn.at, option.name, said))
    turn.happen(option)
    leave(turn, option.name, option.leads)


def leave(turn: _TURN, exit_: str, target: str | None = None) -> None:
    """Leave the touchpoint by an exit, for where that leads.

    Args:
        turn: the turn at that touchpoint.
        exit_: an exit of the kind, or the id of what was chosen.
        target: where to; by default where the author's `leads` says.
    """
    noun = turn.state.touchpoint_noun
    if noun.asks_reaction and noun.asks_reaction.on == "leaving":
        turn.ask_feeling("leaving")
    turn.end_wait(exit_)
    turn.emit(e.TouchpointLeft(*turn.at, turn.state.touchpoint, exit_))
    follow(turn, target or noun.leads[exit_])


def hang_up(turn: _TURN) -> None:
    """The customer puts the phone down."""
    turn.end_wait("hung_up")
    turn.end_contact("customer", "hung_up")
    leave(turn, "hung_up")


def lose_line(turn: _TURN, by: Ender, how: str = "dropped") -> None:
    """The line goes dead; where nothing else is written, as if hung up.

    What is only read stays: such a touchpoint has no exit for it.
    """
    turn.end_wait(how)
    turn.end_contact(by, how)
    for exit_ in ("dropped", "hung_up"):
        if turn.leads(exit_):
            leave(turn, exit_)
            return


def follow(turn: _TURN, target: str) -> None:
    """Go to a touchpoint of the scenario, or out by one of its exits."""
    state = turn.state
    if target in state.script_stage.scenario.touchpoints:
        enter_touchpoint(turn, target)
        return
    turn.emit(e.StageLeft(*turn.at, state.stage, target))
    onward = state.script_stage.leads[target]
    if onward.startswith(END):
        end_journey(turn, onward.removeprefix(END))
    else:
        enter_stage(turn, onward)


def end_journey(turn: _TURN, ending: str) -> None:
    """The journey comes to one of its endings."""
    turn.end_contact("customer", "finished")
    noun = turn.state.script.journey.endings[ending]
    said = turn.words(noun.says)
    turn.emit(e.JourneyEnded(*turn.at, ending, noun.outcome, said))
    turn.emit(e.PhaseBegan(*turn.at, "ending"))


def leave_journey(turn: _TURN) -> None:
    """The participant leaves: as full an ending as any."""
    if turn.state.touchpoint:
        turn.end_wait("left")
        turn.end_contact("customer", "left")
        turn.emit(e.TouchpointLeft(*turn.at, turn.state.touchpoint, "left_journey"))
    turn.emit(e.JourneyLeft(*turn.at))
    after: Phase = "afterwards" if turn.state.uninterrupted else "resting"
    turn.emit(e.PhaseBegan(*turn.at, after))


def close_room(turn: _TURN) -> None:
    """The workshop's time for playing is over; the customer waits on."""
    _break_off(turn, "room_closed")
    turn.emit(e.JourneyEnded(*turn.at, "", "still_waiting", ""))
    turn.emit(e.PhaseBegan(*turn.at, "ending"))


def lead_on(turn: _TURN) -> None:
    """Whoever runs the workshop leads on to the next stage.

    It is left by the first exit that the journey leads on to a stage; where none
    does, by its first exit.
    """
    turn.emit(e.LedOn(*turn.at, turn.state.stage))
    leads = turn.state.script_stage.leads
    exits = [name for name, onward in leads.items() if not onward.startswith(END)]
    _break_off(turn, "led_on")
    follow(turn, (exits or list(leads))[0])


def _break_off(turn: _TURN, how: str) -> None:
    if turn.state.paused is not None:
        turn.emit(e.Resumed(*turn.at))
    if turn.state.touchpoint:
        turn.end_wait(how)
        turn.end_contact("customer", "finished")
        turn.emit(e.TouchpointLeft(*turn.at, turn.state.touchpoint, how))
