"""What a menu's recording says next."""

from __future__ import annotations

from empathy_sim.engine import events as e
from empathy_sim.engine.going import leave, lose_line
from empathy_sim.engine.recordings import Line, Listening, Recording, captions
from empathy_sim.engine.turn import Turn
from empathy_sim.journey.touchpoints.menu import Menu

_MENU = Turn[Menu, Recording]


def after_number(noun: Menu) -> Listening:
    """What a menu wants once it has its number."""
    return "speech" if noun.speech else "keys"


def prompt(turn: _MENU, wants: Listening) -> tuple[Line, ...]:
    """What is read out, and read out again, while something is wanted."""
    noun = turn.noun
    match wants:
        case "number" if noun.asks:
            return captions("asks", turn.words(noun.asks.says))
        case "speech" if noun.speech:
            return captions("", turn.words(noun.speech.asks))
        case "confirmation" if noun.speech and noun.speech.mishears:
            return captions("", turn.words(noun.speech.mishears.as_))
        case "keys":
            options = turn.open(noun.options)
            return tuple(Line(each.press, turn.words(each.says)) for each in options)
        case _:
            return ()


def speak(turn: _MENU, wants: Listening, lines: tuple[Line, ...]) -> None:
    """Begin to read out some lines, and want something from then on."""
    turn.step("speaks", wants=wants, lines=lines)
    if lines:
        say_next(turn)
    elif wants == "nothing":
        end(turn)
    else:
        turn.step("listens")


def say_again(turn: _MENU, wants: Listening, first: str = "") -> None:
    """Read out what is wanted, after a sentence."""
    before = captions("", turn.words(first))
    speak(turn, wants, (*before, *prompt(turn, wants)))


def say_next(turn: _MENU) -> None:
    """Begin the next line."""
    line = turn.progress.queue[0]
    turn.emit(e.Announced(*turn.at, "menu", line.says))
    match line.stands_for:
        case "changed":
            meet_once(turn, "menu_changed")
        case "asks":
            ask_number(turn)
        case _:
            pass


def meet_once(turn: _MENU, code: str, detail: str = "") -> None:
    """A friction, unless it was met at this visit."""
    if code not in turn.progress.met:
        turn.meet(code, detail)


def ask_number(turn: _MENU) -> None:
    """The number is asked for, unless it has been."""
    asks = turn.noun.asks
    if asks and not turn.progress.asked:
        turn.ask(asks.fact, "menu", identity=asks.identity)


def silence(turn: _MENU) -> None:
    """Nothing was pressed or said in time."""
    ladder = turn.noun.times_out.says
    rung = turn.progress.silences
    turn.step("silence")
    if rung < len(ladder):
        say_again(turn, turn.progress.wants, ladder[rung])
    else:
        give_up(turn, "silence")


def give_up(turn: _MENU, why: str) -> None:
    """The menu stops listening."""
    turn.meet("menu_timed_out", why)
    goodbye = turn.words(turn.noun.times_out.goodbye or "")
    speak(turn, "nothing", captions("", goodbye))


def end(turn: _MENU) -> None:
    """The machine ends the call, unless it passes the caller on by phone."""
    target = turn.noun.leads.get("timed_out")
    if target is None:
        lose_line(turn, "company", "timed_out")
        return
    onward = turn.state.script_stage.scenario.touchpoints.get(target)
    if onward is None or onward.spoken_on != "phone":
        turn.end_contact("company", "timed_out")
    leave(turn, "timed_out")
