"""What days do: a calendar turns, and messages arrive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.conditions import holds
from empathy_sim.engine.evolving_story import counted
from empathy_sim.engine.going import choose, leave
from empathy_sim.engine.inbox import Inbox, Mail
from empathy_sim.engine.kinds import Fold, Kind
from empathy_sim.engine.scene import Offer, Told
from empathy_sim.engine.state import State
from empathy_sim.engine.turn import Turn
from empathy_sim.engine.view import View
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.calendar import Calendar
from empathy_sim.journey.touchpoints.days import Arrival, Days

_RETURNED_BY = {"email": "Mail delivery", "text": "Your phone"}
"""Who says that a reply came to nothing; letters and cards have no reply button."""


class Passing(Struct, frozen=True):
    """How far the days have come."""

    until: int | None = None
    """The story instant at which the calendar stops next, while it turns."""
    passed: int = 0
    """How many arrivals have come or been left out, in the order of their instants."""
    coming: int | None = None
    """Which of the author's arrivals comes with the next message."""
    inbox: Inbox = field(default_factory=Inbox)


class MailShown(Struct, frozen=True):
    """A message in an inbox."""

    looks_like: str
    sender: str
    subject: str
    says: str
    date: str
    time: str
    read: bool


class DaysFace(Struct, frozen=True):
    """A calendar, an inbox, and the message that is open."""

    says: str
    """What life is like meanwhile."""
    date: str
    begins: str
    """The first day, as a date."""
    ends: str
    day: int
    """Which of the days it is, from 1."""
    days: int
    first_day: int
    """The first day, counted in days of the journey from 1."""
    begins_ms: int
    ends_ms: int
    turning: bool
    """Whether days pass now, and nothing is being read."""
    inbox: tuple[MailShown, ...]
    """In the order in which they came."""
    open: int | None
    """Which of the inbox is open, from 0."""
    kind: str = "days"

    def told(self) -> tuple[Told, ...]:
        return (Told("", self.says),)


def _stepped(progress: Passing, event: e.StepTaken) -> Passing:
    facts, after = event.facts, progress
    match event.step:
        case "turning":
            passed, until = int(str(facts["passed"])), int(str(facts["until"]))
            after = replace(progress, passed=passed, until=until)
        case "arrived":
            passed, coming = int(str(facts["passed"])), int(str(facts["arrival"]))
            after = replace(progress, passed=passed, coming=coming)
        case "replied":
            after = replace(progress, inbox=progress.inbox.answered())
        case "put_aside":
            after = replace(progress, inbox=progress.inbox.put_aside())
        case _:
            pass
    return after


def _waited(progress: Passing, event: e.WaitEnded) -> Passing:
    return replace(progress, until=None)


def _received(progress: Passing, event: e.MessageArrived) -> Passing:
    mail = Mail(
        event.looks_like,
        event.sender,
        event.subject,
        event.says,
        event.story_ms,
        event.answerable,
        progress.coming,
    )
    return replace(progress, inbox=progress.inbox.with_mail(mail), coming=None)


FOLDS: Mapping[type[e.Event], Fold] = {
    e.StepTaken: _stepped,
    e.MessageArrived: _received,
    e.WaitEnded: _waited,
}
"""What each event makes of passing days."""


class DaysKind(Kind[Days, Passing]):
    """Rules of the days."""

    folds = FOLDS

    def begin(self, noun: Days) -> Passing:
        return Passing()

    def enter(self, turn: Turn[Days, Passing]) -> None:
        _deliver(turn)

    def next_at(self, view: View[Days, Passing]) -> int | None:
        return view.progress.until

    def due(self, turn: Turn[Days, Passing]) -> None:
        if turn.progress.passed == len(turn.noun.arrives):
            leave(turn, "passed")
            return
        turn.end_wait("passed")
        _deliver(turn)

    def face(self, view: View[Days, Passing]) -> DaysFace:
        calendar, progress = view.state.calendar, view.progress
        begins, ends = view.state.entered_ms, _ends(view)
        first = calendar.day_number(begins)
        return DaysFace(
            view.words(view.noun.says or ""),
            calendar.says_date(view.story_ms),
            calendar.says_date(begins),
            calendar.says_date(ends),
            calendar.day_number(view.story_ms) - first + 1,
            calendar.day_number(ends) - first + 1,
            first + 1,
            begins,
            ends,
            progress.until is not None,
            tuple(_shown(mail, calendar) for mail in progress.inbox.mails),
            progress.inbox.open,
        )

    def offers(self, view: View[Days, Passing]) -> tuple[Offer, ...]:
        if view.progress.inbox.open is None:
            return ()
        unread = view.progress.inbox.has_unread
        label = "Read the next one" if unread else "Let the days go on"
        go_on = Offer("choose", "go-on", label, (m.Choose("go-on"),), main=True)
        reply = Offer("choose", "reply", "Reply", (m.Choose("reply"),))
        options = tuple(
            Offer("choose", each.name, view.words(each.says), (m.Choose(each.name),))
            for each in view.open(view.noun.options)
        )
        return (go_on, *((reply,) if _may_reply(view.progress) else ()), *options)

    def answer(self, turn: Turn[Days, Passing], move: m.Move) -> None:
        if turn.progress.inbox.open is None:
            raise MoveRefused(says="The days are passing. Nothing has come yet.")
        match move:
            case m.Choose(option="go-on"):
                _go_on(turn)
            case m.Choose(option="reply") if _may_reply(turn.progress):
                _reply(turn)
            case m.Choose(option=name):
                _take(turn, name)
            case _:
                raise MoveRefused(says="There is a message to read here, and a way on.")


class _Coming(NamedTuple):
    """An arrival and its instant."""

    at: int
    place: int
    """Where it stands in the author's list."""
    arrival: Arrival


def _ends(view: View[Days, Passing]) -> int:
    began, noun = view.state.entered_ms, view.noun
    return view.state.calendar.due(began, noun.lasts, noun.until)


def _in_order(view: View[Days, Passing]) -> list[_Coming]:
    """The author's arrivals by their instants; those at one instant as written."""
    began, noun, ends = view.state.entered_ms, view.noun, _ends(view)
    due = view.state.calendar.due
    those = (
        _Coming(min(ends, due(began, each.at.of(noun.lasts), each.time)), index, each)
        for index, each in enumerate(noun.arrives)
    )
    return sorted(those)


def _go_on(turn: Turn[Days, Passing]) -> None:
    turn.step("put_aside")
    if turn.progress.inbox.open is None:
        _deliver(turn)


def _deliver(turn: Turn[Days, Passing]) -> None:
    """Everything that has come by now; if nothing has, the calendar turns."""
    in_order = _in_order(turn)
    for rank, coming in _to_come(turn, in_order):
        if coming.at <= turn.now.story_ms and turn.holds(coming.arrival.when):
            _arrive(turn, rank, coming)
    if turn.progress.inbox.open is None:
        _turn_on(turn, in_order)


def _to_come(
    view: View[Days, Passing], in_order: list[_Coming]
) -> Iterable[tuple[int, _Coming]]:
    passed = view.progress.passed
    return enumerate(in_order[passed:], passed)


def _arrive(turn: Turn[Days, Passing], rank: int, coming: _Coming) -> None:
    """A promise is moved first, so that the message can name its new date."""
    arrival = coming.arrival
    turn.step("arrived", passed=rank + 1, arrival=coming.place)
    turn.promise(arrival)
    turn.emit(
        e.MessageArrived(
            *turn.at,
            arrival.looks_like,
            turn.words(arrival.from_),
            turn.words(arrival.subject or ""),
            turn.words(arrival.says),
            arrival.answerable,
        )
    )
    turn.befall(arrival)


def _turn_on(turn: Turn[Days, Passing], in_order: list[_Coming]) -> None:
    """The calendar turns to the next arrival that will be there, or to the end."""
    now = turn.now.story_ms
    passed, until = len(turn.noun.arrives), max(now, _ends(turn))
    for rank, coming in _to_come(turn, in_order):
        at = max(now, coming.at)
        if holds(coming.arrival.when, _foreseen(turn.state, at)):
            passed, until = rank, at
            break
    turn.step("turning", passed=passed, until=until)
    turn.wait("days", until - now)


def _foreseen(state: State, at: int) -> State:
    """The state at a coming instant, if nothing happens but time passing."""
    then = state.copied()
    then.story_ms = at
    for name, promise in state.promises.items():
        if promise.stands and promise.due < at:
            broken = replace(promise, status="broken")
            then.promises = {**then.promises, name: broken}
            then.met = counted(then.met, "promise_broken")
    return then


def _may_reply(progress: Passing) -> bool:
    """Whether there is a reply button that leads nowhere."""
    mail = progress.inbox.being_read
    return (
        mail is not None
        and not mail.answerable
        and not mail.replied
        and mail.arrival is not None
        and mail.looks_like in _RETURNED_BY
    )


def _reply(turn: Turn[Days, Passing]) -> None:
    """The reply comes back: that is how one learns that nobody reads it."""
    inbox = turn.progress.inbox
    mail = inbox.being_read
    assert mail is not None
    assert mail.arrival is not None
    says = turn.words(turn.noun.arrives[mail.arrival].bounces)
    turn.emit(e.OptionChosen(*turn.at, "reply", "Reply"))
    turn.step("replied")
    sender = _RETURNED_BY[mail.looks_like]
    turn.emit(
        e.MessageArrived(*turn.at, mail.looks_like, sender, "", says, answerable=False)
    )
    if not inbox.has_replied:
        turn.meet("cannot_answer", mail.sender)


def _take(turn: Turn[Days, Passing], name: str) -> None:
    for option in turn.open(turn.noun.options):
        if option.name == name:
            choose(turn, option)
            return
    raise MoveRefused(says="That is not one of the ways on.")


def _shown(mail: Mail, calendar: Calendar) -> MailShown:
    return MailShown(
        mail.looks_like,
        mail.sender,
        mail.subject,
        mail.says,
        calendar.says_date(mail.at),
        calendar.time(mail.at),
        mail.read,
    )


KIND = DaysKind()
