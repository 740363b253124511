"""What a phone menu does."""

from __future__ import annotations

from msgspec import Struct

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.going import hang_up, leave
from empathy_sim.engine.hearing import hears
from empathy_sim.engine.kinds import Kind
from empathy_sim.engine.menu_offers import KEYS, LONGEST_SAID, digits_of, menu_offers
from empathy_sim.engine.menu_speaking import (
    after_number,
    ask_number,
    end,
    give_up,
    meet_once,
    prompt,
    say_again,
    say_next,
    silence,
    speak,
)
from empathy_sim.engine.recordings import FOLDS, Listening, Recording, captions
from empathy_sim.engine.scene import Offer, Told
from empathy_sim.engine.turn import Turn
from empathy_sim.engine.view import View
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.touchpoints.menu import Hears, KeysIn, Menu, Speech

LONGEST_NUMBER = 20
_MENU = Turn[Menu, Recording]


class MenuFace(Struct, frozen=True):
    """A phone in a call, with its keypad and captions."""

    line: str
    """The caption now: what is being said, or was said last."""
    began: int
    """The story instant at which the voice began that line."""
    ends: int
    """The story instant at which it has said all of it."""
    speaking: bool
    """Whether the recording goes on; else it listens."""
    said: tuple[str, ...]
    """The captions of this reading so far, that one included."""
    keys: tuple[tuple[str, str], ...]
    """The keys offered so far at this visit, with the words that offered them."""
    wants: Listening
    keyed: str
    """The number as far as it is keyed in."""
    kind: str = "menu"

    def told(self) -> tuple[Told, ...]:
        return ()


class MenuKind(Kind[Menu, Recording]):
    """Rules of the menu."""

    folds = FOLDS

    def begin(self, noun: Menu) -> Recording:
        return Recording()

    def enter(self, turn: _MENU) -> None:
        if turn.state.contact_visits[turn.state.path] > 1:
            turn.meet("menu_loop")
        greeting = captions("", turn.words(turn.noun.says))
        changed = captions("changed", turn.words(turn.noun.changed or ""))
        wants: Listening = "number" if turn.noun.asks else after_number(turn.noun)
        speak(turn, wants, (*greeting, *changed, *prompt(turn, wants)))

    def next_at(self, view: View[Menu, Recording]) -> int | None:
        progress = view.progress
        if progress.listening:
            return progress.quiet_since + _patience(view.noun, progress)
        return progress.ends

    def due(self, turn: _MENU) -> None:
        progress = turn.progress
        if not progress.listening and progress.queue:
            say_next(turn)
        elif progress.wants == "nothing":
            end(turn)
        elif not progress.listening:
            turn.step("listens")
        elif progress.keyed:
            _number_given(turn)
        else:
            silence(turn)

    def face(self, view: View[Menu, Recording]) -> MenuFace:
        progress = view.progress
        return MenuFace(
            line=progress.line,
            began=progress.began,
            ends=progress.ends,
            speaking=not progress.listening,
            said=progress.said,
            keys=tuple((line.stands_for, line.says) for line in progress.offered),
            wants=progress.wants,
            keyed=progress.keyed,
        )

    def offers(self, view: View[Menu, Recording]) -> tuple[Offer, ...]:
        return menu_offers(view)

    def is_busy(self, view: View[Menu, Recording]) -> bool:
        return not view.progress.listening

    def answer(self, turn: _MENU, move: m.Move) -> None:
        match move:
            case m.HangUp():
                hang_up(turn)
            case m.Press(key=key):
                if key not in KEYS:
                    raise MoveRefused(says="A phone has the keys 0 to 9, * and #.")
                _press(turn, key)
            case m.Say(text=text):
                _say(turn, text)
            case _:
                raise MoveRefused(says="There is only a recording here, and keys.")


def _patience(noun: Menu, progress: Recording) -> int:
    """How long it listens to silence: longer where a number must be found and typed."""
    if noun.asks is not None and progress.wants == "number":
        return noun.asks.waits
    return noun.times_out.after


def _press(turn: _MENU, key: str) -> None:
    progress = turn.progress
    if progress.wants == "nothing":
        turn.emit(e.KeyPressed(*turn.at, key, heard=False))
    elif not progress.listening and not turn.noun.barge_in:
        turn.emit(e.KeyPressed(*turn.at, key, heard=False))
        meet_once(turn, "no_barge_in", key)
    elif progress.wants == "number":
        _press_of_number(turn, key)
    else:
        _press_of_choice(turn, key)


def _press_of_number(turn: _MENU, key: str) -> None:
    ask_number(turn)
    heard = len(turn.progress.keyed) < LONGEST_NUMBER or key in "*#"
    turn.emit(e.KeyPressed(*turn.at, key, heard))
    if key == "#":
        _number_given(turn)


def _number_given(turn: _MENU) -> None:
    asks = turn.noun.asks
    assert asks is not None
    digits = digits_of(turn.fact(asks.fact))
    right = bool(digits) and turn.progress.keyed == digits
    turn.emit(e.FactGiven(*turn.at, asks.fact, right))
    if not right:
        turn.step("wrong_number")
        if turn.progress.wrong_numbers < asks.tries:
            say_again(turn, "number", asks.wrong)
            return
    _after_asking(turn, asks)


def _after_asking(turn: _MENU, asks: KeysIn) -> None:
    if asks.leads:
        leave(turn, "keyed_in", asks.leads)
    else:
        say_again(turn, after_number(turn.noun))


def _press_of_choice(turn: _MENU, key: str) -> None:
    option = next(
        (each for each in turn.open(turn.noun.options) if each.press == key), None
    )
    wants = turn.progress.wants
    if option is not None:
        turn.emit(e.KeyPressed(*turn.at, key))
        turn.emit(e.OptionChosen(*turn.at, key, turn.words(option.says)))
        turn.happen(option)
        leave(turn, key, option.leads)
    elif key == "0" and turn.noun.zero:
        turn.emit(e.KeyPressed(*turn.at, key))
        _press_zero(turn)
    elif wants == "keys":
        turn.emit(e.KeyPressed(*turn.at, key))
        say_again(turn, wants, turn.noun.wrong_key)
    else:
        turn.emit(e.KeyPressed(*turn.at, key, heard=False))


def _press_zero(turn: _MENU) -> None:
    zero = turn.noun.zero
    assert zero is not None
    works_after = zero.works_after
    if works_after is not None and turn.progress.zeros >= works_after and zero.leads:
        turn.emit(e.OptionChosen(*turn.at, "0", "0"))
        leave(turn, "0", zero.leads)
        return
    if works_after is not None:
        turn.step("zero_refused")
    meet_once(turn, "zero_refused")
    say_again(turn, turn.progress.wants, zero.says)


def _say(turn: _MENU, text: str) -> None:
    speech, progress = turn.noun.speech, turn.progress
    if speech is None or progress.wants not in {"speech", "confirmation"}:
        raise MoveRefused(says="This menu does not listen to words now.")
    if not text.strip():
        raise MoveRefused(says="Say something, or wait.")
    if len(text) > LONGEST_SAID:
        raise MoveRefused(says=f"It hears {LONGEST_SAID} characters at once.")
    turn.emit(e.Said(*turn.at, "customer", "", text))
    if not progress.listening and not turn.noun.barge_in:
        meet_once(turn, "no_barge_in")
    elif progress.wants == "confirmation":
        _confirm(turn, speech, text)
    else:
        _hear(turn, speech, text)


def _hear(turn: _MENU, speech: Speech, text: str) -> None:
    meant = next((each for each in speech.hears if hears(text, each.words)), None)
    mishears = speech.mishears
    if meant is None:
        _not_understood(turn, speech)
    elif mishears and turn.progress.misheard < mishears.times:
        turn.step("misheard", meant=meant.name)
        turn.meet("misheard", turn.words(mishears.as_))
        say_again(turn, "confirmation")
    else:
        _understood(turn, meant)


def _understood(turn: _MENU, meant: Hears) -> None:
    turn.emit(e.OptionChosen(*turn.at, meant.name, meant.words[0]))
    leave(turn, meant.name, meant.leads)


def _confirm(turn: _MENU, speech: Speech, text: str) -> None:
    mishears = speech.mishears
    assert mishears is not None
    if hears(text, speech.no):
        turn.step("denied")
        say_again(turn, "speech")
    elif not hears(text, speech.yes):
        _not_understood(turn, speech)
    elif mishears.leads:
        turn.emit(e.OptionChosen(*turn.at, "misheard", turn.words(mishears.as_)))
        leave(turn, "misheard", mishears.leads)
    else:
        turn.step("confirmed")
        say_again(turn, "speech")


def _not_understood(turn: _MENU, speech: Speech) -> None:
    rung = turn.progress.not_understood
    turn.step("not_understood")
    meet_once(turn, "not_understood")
    if rung < len(speech.not_understood):
        say_again(turn, turn.progress.wants, speech.not_understood[rung])
    elif turn.noun.options:
        say_again(turn, "keys")
    else:
        give_up(turn, "not understood")


KIND = MenuKind()
