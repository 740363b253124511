"""What a counter does: it calls."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.going import leave
from empathy_sim.engine.kinds import Kind
from empathy_sim.engine.queueing import FOLDS, Doing, Hours, Queueing, Shown
from empathy_sim.engine.scene import Offer, Told
from empathy_sim.engine.turn import Turn
from empathy_sim.engine.turn_coming import (
    VIEW,
    coming,
    hours_of,
    is_deciding,
    number_before,
    number_of,
    others,
    ticket_called,
    ticket_of,
    to_do,
)
from empathy_sim.engine.turn_happening import happen, meet_once, settle
from empathy_sim.engine.view import View
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.touchpoints.counter import (
    Counter,
    FormFirst,
    Meets,
    SendsOn,
    Ticket,
)

_TURN = Turn[Counter, Queueing]
_LEAVE = {"hall": "Go home", "home": "Give it up, and go out"}
_SO_MANY = (
    *("Nobody is", "One person is", "Two people are", "Three people are"),
    *("Four people are", "Five people are", "Six people are", "Seven people are"),
    *("Eight people are", "Nine people are", "Ten people are"),
    *("Eleven people are", "Twelve people are"),
)
"""How many are before somebody, in words as far as the frame counts in words."""
_STAY = {"hall": "Stay where you can see the board", "home": "Stay by the door"}


class TextShown(Struct, frozen=True):
    """A message about a visit."""

    time: str
    says: str


class CounterFace(Struct, frozen=True):
    """A hall with a board, or a home with a door."""

    looks_like: str
    doing: Doing
    place: str
    """The sign over the door, or the address."""
    around: str
    """What it is like to wait there."""
    number: str = ""
    """One's own, as the ticket has it."""
    series: str = ""
    """What the ticket is for."""
    to: str = ""
    """The counter to which it is called."""
    before: int = 0
    """How many were before it as it was drawn."""
    ahead: int = 0
    """How many still are."""
    board: tuple[Shown, ...] = ()
    """The last numbers called, newest first."""
    window: str = ""
    """`08:00 to 18:00`."""
    opens_ms: int = 0
    closes_ms: int = 0
    stops: int | None = None
    """How many stops away they say they are."""
    texts: tuple[TextShown, ...] = ()
    """What was sent about the visit, oldest first."""
    away: str = ""
    """What one does instead of waiting; empty while one is there."""
    answer_by: int | None = None
    """The story instant until which one may go."""
    how: str = ""
    """How the turn was missed."""
    who: str = ""
    """Who said what is said; nobody where it is read."""
    says: str = ""
    kind: str = "counter"

    def told(self) -> tuple[Told, ...]:
        return tuple(Told("", says) for says in _told(self) if says)


class CounterKind(Kind[Counter, Queueing]):
    """Rules of the counter."""

    folds = FOLDS

    def begin(self, noun: Counter) -> Queueing:
        return Queueing(doing="waiting" if noun.visit else "machine")

    def enter(self, turn: _TURN) -> None:
        visit = turn.noun.visit
        if visit is None:
            return
        opens, closes = hours_of(turn, visit.window)
        turn.step("awaits", length=visit.lasts, opens=opens, closes=closes)
        sender, says = turn.words(visit.from_), turn.words(visit.says)
        turn.emit(e.MessageArrived(*turn.at, "text", sender, "", says))
        settle(turn)

    def next_at(self, view: View[Counter, Queueing]) -> int | None:
        those = coming(view)
        return those[0].at if those else None

    def due(self, turn: _TURN) -> None:
        while (those := coming(turn)) and those[0].at <= turn.now.story_ms:
            happen(turn, those[0])
            settle(turn)

    def face(self, view: View[Counter, Queueing]) -> CounterFace:
        noun, progress = view.noun, view.progress
        return CounterFace(
            looks_like=noun.looks_like,
            doing=progress.doing,
            place=view.words(noun.place) or view.words("<company.name>"),
            around=view.words(noun.says),
            number=progress.number,
            series=view.words(ticket_of(view).says) if progress.ticket else "",
            to=view.words(ticket_of(view).counter) if progress.ticket else "",
            before=progress.before,
            ahead=progress.ahead,
            board=progress.board,
            window=_window(view, progress.hours) if noun.visit else "",
            opens_ms=progress.hours.opens,
            closes_ms=progress.hours.closes,
            stops=progress.stops,
            texts=_texts(view),
            away=_away(view),
            answer_by=progress.deadline if progress.doing == "called" else None,
            how=progress.how,
            who=progress.who,
            says=progress.says,
        )

    def offers(self, view: View[Counter, Queueing]) -> tuple[Offer, ...]:
        progress, noun = view.progress, view.noun
        if progress.away is not None:
            return ()
        if progress.doing == "met":
            return (_offer("served", view.words(noun.meets.reply), main=True),)
        if progress.doing == "missed":
            return (_offer("missed", "Go on", main=True),)
        gives_up = view.words(noun.leave) or _LEAVE[noun.looks_like]
        return (*_ways(view), _offer("left", gives_up))

    def is_busy(self, view: View[Counter, Queueing]) -> bool:
        return view.progress.doing == "waiting" and not is_deciding(view)

    def answer(self, turn: _TURN, move: m.Move) -> None:
        if turn.progress.away is not None:
            raise MoveRefused(says="You are not back yet.")
        match move:
            case m.Choose(option=name):
                offered = (each for each in self.offers(turn) if each.id == name)
                offer = next(offered, None)
                if offer is None:
                    raise MoveRefused(says="That is not one of the things to do here.")
                turn.emit(e.OptionChosen(*turn.at, name, offer.label))
                _do(turn, name)
            case _:
                raise MoveRefused(says="There is nobody here to say that to yet.")


def _offer(name: str, label: str, *, main: bool = False) -> Offer:
    return Offer("choose", name, label, (m.Choose(name),), main=main)


def _ways(view: VIEW) -> Iterator[Offer]:
    """What can be done, but for leaving."""
    progress, noun = view.progress, view.noun
    match progress.doing:
        case "machine":
            yield from _machine(view, view.open(noun.tickets))
        case "waiting":
            yield from _meanwhile(view)
        case "called" if noun.visit is not None:
            yield _offer("go", "Answer the door", main=True)
        case "called":
            to = view.words(ticket_of(view).counter)
            yield _offer("go", f"Go to counter {to}", main=True)
        case "form":
            form = ticket_of(view).form
            called = view.words(form.form) if form else ""
            says = f"Fill in {called}, and take a new ticket"
            yield _offer("fill-in", says, main=True)
        case _:
            says = view.words(_sent_to(view).says)
            yield _offer("new-ticket", f"Take a ticket: {says}", main=True)


def _machine(view: VIEW, tickets: tuple[Ticket, ...]) -> Iterator[Offer]:
    for each in tickets:
        says, letter = view.words(each.says), view.words(each.letter)
        yield _offer(each.name, f"{letter}  {says}")


def _meanwhile(view: VIEW) -> Iterator[Offer]:
    noun = view.noun
    if is_deciding(view):
        yield _offer("stay", _STAY[noun.looks_like], main=True)
    yield from _machine(view, others(view))
    for each in to_do(view):
        yield _offer(each.name, view.words(each.says))


def _do(turn: _TURN, name: str) -> None:
    match name:
        case "left" | "served" | "missed":
            leave(turn, name)
        case "stay":
            turn.step("stays")
            settle(turn)
        case "go":
            _go(turn)
        case "fill-in":
            form = ticket_of(turn).form
            assert form is not None
            _draw(turn, ticket_of(turn), form.lasts, filled=True)
        case "new-ticket":
            ticket = _sent_to(turn)
            _draw(turn, ticket, ticket.lasts)
        case _:
            _turn_to(turn, name)


def _turn_to(turn: _TURN, name: str) -> None:
    """A ticket of the machine, or something to do meanwhile."""
    for ticket in turn.noun.tickets:
        if ticket.name == name:
            turn.end_wait("left")
            _draw(turn, ticket, ticket.lasts)
            return
    for each in to_do(turn):
        if each.name == name:
            now = turn.now.story_ms
            turn.end_wait("stopped")
            in_its_midst = now + each.takes // 2 if each.turn_comes else None
            turn.step("away", option=name, until=now + each.takes, turn_at=in_its_midst)
            turn.happen(each)
            settle(turn)


def _draw(turn: _TURN, ticket: Ticket, length: int, *, filled: bool = False) -> None:
    number = number_of(turn, ticket)
    turn.step(
        "drawn",
        ticket=ticket.name,
        number=number,
        ahead=ticket.ahead,
        length=length,
        filled=filled,
        last=number_before(number, ticket.ahead + 1),
    )
    settle(turn)


def _sent_to(view: VIEW) -> Ticket:
    sends = ticket_of(view).sends
    assert sends is not None
    return ticket_called(view, sends.to)


def _go(turn: _TURN) -> None:
    """Up to the counter, or to the door."""
    if turn.noun.visit is None:
        ticket = ticket_of(turn)
        form = ticket.form
        if form is not None and not turn.progress.filled and turn.holds(form.when):
            _form_first(turn, ticket, form)
            return
        if ticket.sends is not None:
            _send_on(turn, ticket, ticket.sends)
            return
    _meet(turn, turn.noun.meets)


def _form_first(turn: _TURN, ticket: Ticket, form: FormFirst) -> None:
    turn.step("form")
    _speak(turn, f"Counter {turn.words(ticket.counter)}", form.says)
    meet_once(turn, "form_first", turn.words(form.form))


def _send_on(turn: _TURN, ticket: Ticket, sends: SendsOn) -> None:
    turn.step("sent")
    _speak(turn, f"Counter {turn.words(ticket.counter)}", sends.says)
    to = turn.words(ticket_called(turn, sends.to).says)
    turn.emit(e.Transferred(*turn.at, to, cold=False))
    meet_once(turn, "sent_on", to)


def _meet(turn: _TURN, meets: Meets) -> None:
    who = turn.words(meets.who)
    turn.emit(e.PersonAnswered(*turn.at, who, meets.able))
    turn.step("met")
    turn.promise(meets)
    _speak(turn, who, meets.says)
    turn.befall(meets)


def _speak(turn: _TURN, who: str, says: str) -> None:
    turn.emit(e.Said(*turn.at, who, turn.words(says)))


def _window(view: VIEW, hours: Hours) -> str:
    calendar = view.state.calendar
    return f"{calendar.time(hours.opens)} to {calendar.time(hours.closes)}"


def _texts(view: VIEW) -> tuple[TextShown, ...]:
    time = view.state.calendar.time
    return tuple(TextShown(time(each.at), each.says) for each in view.progress.sent)


def _away(view: VIEW) -> str:
    away = view.progress.away
    those = (each for each in view.noun.meanwhile if away and each.name == away.option)
    return next((view.words(each.says) for each in those), "")


def _told(face: CounterFace) -> Iterator[str]:
    """What is not said in the events: the place, the ticket, and what is to be read."""
    if face.doing in {"machine", "waiting"}:
        yield face.place
        yield face.around
    if face.doing == "machine":
        yield "A machine gives tickets."
    if face.number and face.doing == "waiting":
        yield f"Your ticket: {face.number}, {face.series}."
        yield _people_before(face.before)
    if not face.who and face.doing != "called":
        yield face.says


def _people_before(count: int) -> str:
    if count < len(_SO_MANY):
        return f"{_SO_MANY[count]} before you."
    return f"{count} people are before you."


KIND = CounterKind()
