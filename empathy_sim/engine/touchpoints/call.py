"""What a call does: it speaks, asks, holds, transfers."""

from __future__ import annotations

from msgspec import Struct

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.call_turns import (
    announce,
    begin_turn,
    come_back,
    finish,
    next_announcement,
    read_out,
    speak,
    turn_of,
)
from empathy_sim.engine.going import hang_up, leave
from empathy_sim.engine.kinds import Kind
from empathy_sim.engine.scene import HANG_UP, Offer, Told
from empathy_sim.engine.talking import FOLDS, Talking
from empathy_sim.engine.transcript import CUSTOMER, Sentence, shown
from empathy_sim.engine.turn import Turn
from empathy_sim.engine.view import View
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.touchpoints.call import Asks, Call, Reply

LONGEST_READ_OUT = 120
"""Characters of a fact read out."""
_KEYS_HEARD = "You hear a keyboard."
_CALL = Turn[Call, Talking]
_VIEW = View[Call, Talking]


class CallFace(Struct, frozen=True):
    """A phone with somebody at the other end."""

    who: str
    team: str
    sentences: tuple[Sentence, ...]
    """The conversation, oldest first; the last may still be being spoken."""
    speaking: bool
    """Whether the other end speaks: the last sentence, in real time."""
    speaking_from: int
    """The story instant at which it began; see `voices.heard_of`."""
    speaking_until: int
    """The story instant at which it has all been heard."""
    working: bool
    """Whether nothing but keys is heard."""
    on_hold: bool
    hold_since: int
    """The story instant at which the hold began."""
    music: str
    """What is heard on hold, in words."""
    announced: str
    """The last thing that a recording said on this hold and was heard."""
    announced_from: int
    """The story instant at which it began to say that."""
    asks: str
    """The fact that must be read out, by its id; empty if none."""
    asks_says: str
    """What that fact is called in the notebook."""
    kind: str = "call"

    def told(self) -> tuple[Told, ...]:
        keys = (Told("", _KEYS_HEARD),) if self.working else ()
        return (*keys, Told("", self.music))


class CallKind(Kind[Call, Talking]):
    """Rules of the call."""

    folds = FOLDS

    def begin(self, noun: Call) -> Talking:
        return Talking()

    def enter(self, turn: _CALL) -> None:
        noun = turn.noun
        turn.emit(e.PersonAnswered(*turn.at, turn.words(noun.who), noun.able))
        if noun.desk_sees:
            turn.step(
                "desk_today",
                calls_today=noun.desk_sees.calls_today,
                target=turn.words(noun.desk_sees.target),
                since=turn.words(noun.desk_sees.since or ""),
            )
        begin_turn(turn, noun.starts)

    def next_at(self, view: _VIEW) -> int | None:
        match view.progress.doing:
            case "listening":
                return None
            case "away":
                upcoming = next_announcement(view)
                return upcoming[0] if upcoming else view.progress.until
            case _:
                return view.progress.until

    def due(self, turn: _CALL) -> None:
        match turn.progress.doing:
            case "working":
                speak(turn)
            case "speaking":
                finish(turn)
            case "away":
                _pass_time_away(turn)
            case "listening":
                pass

    def face(self, view: _VIEW) -> CallFace:
        progress = view.progress
        speaking, away = progress.doing == "speaking", progress.doing == "away"
        on_hold, asks = turn_of(view).on_hold, _asked(view)
        return CallFace(
            who=view.words(view.noun.who),
            team=view.words(view.noun.team or ""),
            sentences=shown(progress.spoken, view.state.calendar),
            speaking=speaking,
            speaking_from=progress.since if speaking else 0,
            speaking_until=progress.until if speaking else 0,
            working=progress.doing == "working",
            on_hold=away,
            hold_since=progress.since if away else 0,
            music=view.words(on_hold.music) if away and on_hold else "",
            announced=progress.last if away else "",
            announced_from=progress.last_at if away else 0,
            asks=asks.fact if asks else "",
            asks_says=view.fact_called(asks.fact) if asks else "",
        )

    def offers(self, view: _VIEW) -> tuple[Offer, ...]:
        asks = _asked(view)
        if asks:
            return (_reading(view, asks.fact), HANG_UP)
        return (*[_replying(view, each) for each in _replies(view)], HANG_UP)

    def is_busy(self, view: _VIEW) -> bool:
        return view.progress.doing != "listening"

    def answer(self, turn: _CALL, move: m.Move) -> None:
        asks = _asked(turn)
        match move:
            case m.HangUp():
                hang_up(turn)
            case m.Choose() if asks is None:
                _reply(turn, move)
            case m.Say(text=text) if asks is not None:
                _read_out(turn, asks, text.strip())
            case _:
                raise MoveRefused(says=_not_now(turn))


def _pass_time_away(turn: _CALL) -> None:
    while (upcoming := next_announcement(turn)) and upcoming[0] <= turn.now.story_ms:
        announce(turn, upcoming[1])
    if turn.progress.until <= turn.now.story_ms:
        come_back(turn)


def _can_speak(view: _VIEW) -> bool:
    """Whether what the customer says is heard: also while the agent speaks."""
    return view.progress.doing in {"speaking", "listening"}


def _asked(view: _VIEW) -> Asks | None:
    return turn_of(view).asks if _can_speak(view) else None


def _replies(view: _VIEW) -> tuple[Reply, ...]:
    return view.open(turn_of(view).replies) if _can_speak(view) else ()


def _not_now(view: _VIEW) -> str:
    match view.progress.doing:
        case "away":
            return "Nobody is on the line; there is only the music."
        case "working":
            return "They are busy at the other end."
        case _:
            asked = _asked(view)
            if asked:
                return f"They have asked for this: {view.fact_called(asked.fact)}."
            return "Choose what to say." if _replies(view) else "Not just now."


def _wordings(view: _VIEW, reply: Reply) -> tuple[tuple[m.Tone, str], ...]:
    """A reply in each tone it has, civil first; nothing where it has only that."""
    others: tuple[tuple[m.Tone, str | None], ...] = (
        ("short", reply.short),
        ("sharp", reply.sharp),
    )
    those = tuple((tone, view.words(says)) for tone, says in others if says)
    return (("civil", view.words(reply.says)), *those) if those else ()


def _replying(view: _VIEW, reply: Reply) -> Offer:
    tones = _wordings(view, reply)
    examples = tuple(m.Choose(reply.name, tone) for tone, _ in tones)
    plain = m.Choose(reply.name)
    label = view.words(reply.says)
    return Offer("choose", reply.name, label, examples or (plain,), tones=tones)


def _reading(view: _VIEW, fact: str) -> Offer:
    held = view.fact(fact)
    right = (m.Say(held),) if held else ()
    return Offer(
        "say",
        fact,
        f"Read out: {view.fact_called(fact)}",
        (*right, m.Say("One moment.")),
        limit=LONGEST_READ_OUT,
    )


def _reply(turn: _CALL, move: m.Choose) -> None:
    for reply in _replies(turn):
        if reply.name == move.option:
            _say_reply(turn, reply, move.tone)
            return
    if _replies(turn):
        raise MoveRefused(says="That is not one of the things to say now.")
    raise MoveRefused(says=_not_now(turn))


def _say_reply(turn: _CALL, reply: Reply, tone: m.Tone | None) -> None:
    wordings = dict(_wordings(turn, reply))
    if tone not in {None, "civil", *wordings}:
        raise MoveRefused(says="There is only one way to say that.")
    chosen = (tone or "civil") if wordings else None
    said = wordings[chosen] if chosen else turn.words(reply.says)
    turn.emit(e.OptionChosen(*turn.at, reply.name, said, chosen))
    turn.happen(reply)
    if reply.then:
        begin_turn(turn, reply.then)
    else:
        leave(turn, reply.name, reply.leads)


def _read_out(turn: _CALL, asks: Asks, text: str) -> None:
    if not text:
        raise MoveRefused(says="Read something out.", field=asks.fact)
    if len(text) > LONGEST_READ_OUT:
        says = f"That is too long to read out; {LONGEST_READ_OUT} characters at most."
        raise MoveRefused(says=says, field=asks.fact)
    turn.emit(e.Said(*turn.at, CUSTOMER, "", text))
    read_out(turn, asks, text)


KIND = CallKind()
