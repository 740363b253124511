"""What a chat hears, and what it sends back."""

from __future__ import annotations

from empathy_sim.engine import events as e
from empathy_sim.engine.chatting import NOT_UNDERSTOOD, Chatting, Coming
from empathy_sim.engine.conditions import holds
from empathy_sim.engine.going import leave
from empathy_sim.engine.hearing import is_among, spoken_words
from empathy_sim.engine.state import State
from empathy_sim.engine.transcript import CUSTOMER
from empathy_sim.engine.turn import Turn
from empathy_sim.engine.view import View
from empathy_sim.engine.voices import speaking_ms
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.touchpoints.chat import Button, Chat, HandOver, Intent

LONGEST_SAID = 500
"""Characters of one sentence of the customer's."""
_READ_FOR = 2_000
"""Story milliseconds that the last sentence stands at least before it goes on."""
_HELPS = ("opens", "joined", "hand_over")
_CHAT = Turn[Chat, Chatting]
_VIEW = View[Chat, Chatting]


def speaker(view: _VIEW) -> str:
    """The name at the top of the window."""
    return view.progress.person or view.words(view.noun.who)


def buttons(view: _VIEW) -> tuple[Button, ...]:
    """The buttons shown now: none while the other side types."""
    if not view.progress.is_quiet:
        return ()
    shown_by = _intent(view, view.progress.buttons_of)
    own = shown_by.buttons if shown_by else None
    those = view.noun.buttons if own is None else own
    state, intents = view.state, view.noun.intents
    return tuple([each for each in those if _is_answered(each, intents, state)])


def _is_answered(button: Button, intents: tuple[Intent, ...], state: State) -> bool:
    """Whether it leads on by itself, or is answered now."""
    means = button.means
    if means is None:
        return True
    for each in intents:
        if each.id == means and (each.when is None or holds(each.when, state)):
            return True
    return False


def hear(turn: _CHAT, text: str) -> None:
    """The customer writes something: asks for a person, is understood, or is not.

    Raises:
        MoveRefused: it cannot be sent now, is empty, or is too long.
    """
    if not turn.progress.is_open:
        raise MoveRefused(says="Nothing can be written here just now.")
    if not text:
        raise MoveRefused(says="Write something first.", field="say")
    if len(text) > LONGEST_SAID:
        says = f"That is too long to send; {LONGEST_SAID} characters at most."
        raise MoveRefused(says=says, field="say")
    had_buttons = bool(buttons(turn))
    turn.emit(e.Said(*turn.at, CUSTOMER, "", text))
    hand_over, said = turn.noun.hand_over, spoken_words(text)
    if hand_over and is_among(said, hand_over.hears):
        _asked_for_a_person(turn, hand_over)
        return
    for intent in turn.open(turn.noun.intents):
        if is_among(said, intent.hears):
            _answer(turn, intent)
            return
    ladder = turn.noun.not_understood
    says = ladder[min(turn.progress.not_understood, len(ladder) - 1)]
    send(turn, "no_button" if had_buttons else "not_understood", (says,))


def press(turn: _CHAT, name: str) -> None:
    """The customer takes a ready answer.

    Raises:
        MoveRefused: no such button is shown.
    """
    for button in buttons(turn):
        if button.name == name:
            turn.emit(e.OptionChosen(*turn.at, name, turn.words(button.says)))
            intent = _intent(turn, button.means or "")
            if intent:
                _answer(turn, intent)
            else:
                leave(turn, name, button.leads)
            return
    raise MoveRefused(says="There is no such button now.")


def _asked_for_a_person(turn: _CHAT, hand_over: HandOver) -> None:
    refused = turn.progress.refused
    if refused < len(hand_over.refuses):
        send(turn, "refused", (hand_over.refuses[refused],))
    else:
        send(turn, "hand_over", (hand_over.says,))


def _answer(turn: _CHAT, intent: Intent) -> None:
    times = turn.progress.answered.get(intent.id, 0)
    said_before = times > (1 if intent.then else 0)
    sort = "again" if said_before else "once_more" if times else "answer"
    says = intent.then if times and intent.then else intent.says
    send(turn, sort, says, intent)


def send(
    turn: _CHAT, sort: str, says: tuple[str, ...], intent: Intent | None = None
) -> None:
    """Begin to type an answer; sympathy from a card comes first where it is due."""
    if not says:
        return
    helps = sort in _HELPS or bool(intent and intent.solves)
    sentences = tuple((text, False) for text in says)
    card = turn.noun.canned
    if card and not helps and (turn.progress.unhelpful + 1) % max(1, card.every) == 0:
        sentences = ((card.says, True), *sentences)
    name = intent.id if intent else ""
    turn.step("replies", sort=sort, intent=name, helps=helps, says=sentences)


def say_next(turn: _CHAT) -> None:
    """Send the sentence that has just been typed, with everything it does."""
    coming = turn.progress.coming[0]
    intent = _intent(turn, coming.intent)
    is_new = coming.sort == "answer"
    if intent and is_new and coming.first:
        turn.promise(intent)
    said = turn.words(coming.says)
    turn.emit(e.Said(*turn.at, speaker(turn), said))
    _meet(turn, coming)
    if not coming.last:
        return
    if intent:
        if is_new:
            turn.befall(intent)
        turn.step("shows", buttons_of=intent.id)
        if intent.leads:
            _go_on(turn, intent.id, intent.leads, said)
    elif coming.sort == "hand_over":
        _queue(turn)
    elif coming.sort == "joined":
        _go_on(turn, "handed_over", turn.noun.leads["handed_over"], said)


def _intent(view: _VIEW, name: str) -> Intent | None:
    if name:
        for each in view.noun.intents:
            if each.id == name:
                return each
    return None


def _meet(turn: _CHAT, coming: Coming) -> None:
    """What a sentence is, against the customer; a person is no machine."""
    is_bot = turn.noun.is_ == "bot"
    if coming.canned:
        _once(turn, "canned_empathy")
    elif coming.sort == "refused":
        _once(turn, "zero_refused")
    elif coming.sort in NOT_UNDERSTOOD and is_bot:
        _once(turn, "not_understood")
        if coming.sort == "no_button":
            _once(turn, "no_button_fits")
    elif coming.sort == "again" and is_bot and not _solves(turn, coming.intent):
        _once(turn, "intent_loop", coming.intent)


def _solves(turn: _CHAT, name: str) -> bool:
    intent = _intent(turn, name)
    return intent is not None and intent.solves


def _once(turn: _CHAT, code: str, detail: str = "") -> None:
    if (f"{code}/{detail}" if detail else code) not in turn.progress.met:
        turn.meet(code, detail)


def _queue(turn: _CHAT) -> None:
    hand_over = turn.noun.hand_over
    assert hand_over is not None
    turn.step("queued", banner=turn.words(hand_over.waiting or ""))
    turn.wait("queue", hand_over.waits)


def join(turn: _CHAT) -> None:
    """The queue is over and a person is there, who may know nothing."""
    hand_over = turn.noun.hand_over
    assert hand_over is not None
    turn.end_wait("answered")
    who, able = _colleague(turn, hand_over)
    turn.step("joined", who=who, lost=hand_over.loses)
    turn.emit(e.PersonAnswered(*turn.at, who, able))
    if hand_over.loses:
        turn.meet("transcript_lost")
    if hand_over.loses and hand_over.lost:
        send(turn, "joined", (hand_over.lost,))
    else:
        leave(turn, "handed_over")


def _colleague(turn: _CHAT, hand_over: HandOver) -> tuple[str, bool]:
    """Who joins, and whether they can help."""
    match _following(turn, turn.noun.leads["handed_over"]):
        case Chat(who=who, able=able, is_="person"):
            return turn.words(hand_over.who or who), able
        case _:
            return turn.words(hand_over.who or "A colleague"), False


def _following(turn: _CHAT, target: str) -> object:
    return turn.state.script_stage.scenario.touchpoints.get(target)


def _go_on(turn: _CHAT, exit_: str, target: str, said: str) -> None:
    """Leave: within the window at once, else when the last sentence has been read."""
    match _following(turn, target):
        case Chat():
            leave(turn, exit_, target)
        case _:
            after = max(_READ_FOR, speaking_ms(said))
            turn.step("goes_on", exit=exit_, target=target, after=after)


def fall_silent(turn: _CHAT) -> None:
    """Nobody has written for long: a warning first, then it is closed."""
    silence = turn.noun.silence
    assert silence is not None
    if not turn.progress.warned and silence.warns < silence.closes:
        turn.step("warned", banner=turn.words(silence.warning))
        return
    turn.emit(e.Said(*turn.at, speaker(turn), turn.words(silence.says)))
    turn.step("closed")
    turn.meet("closed_on_silence")
    turn.end_contact("company", "closed")
