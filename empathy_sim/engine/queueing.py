"""How far a wait for one's turn has come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, cast

from msgspec import Struct
from msgspec.structs import replace

from empathy_sim.engine import events as e
from empathy_sim.engine.kinds import Fold

Doing = Literal["machine", "waiting", "called", "form", "sent", "met", "missed"]
_ON_THE_BOARD = 4
"""Numbers that a board shows."""
_ON_THE_PHONE = 8
"""Messages that are kept."""


class Shown(NamedTuple):
    """A number on the board."""

    number: str
    to: str


class Sent(NamedTuple):
    """A message about a visit."""

    at: int
    """The story instant at which it came."""
    says: str


class Away(NamedTuple):
    """Something that is done meanwhile."""

    option: str
    until: int
    """The story instant at which one is back."""


class Hours(NamedTuple):
    """A window, in story instants."""

    opens: int
    closes: int


class Queueing(Struct, frozen=True):
    """How far a wait for one's turn has come."""

    doing: Doing = "waiting"
    ticket: str = ""
    """The ticket's id."""
    number: str = ""
    """`C 42`."""
    drawn: tuple[str, ...] = ()
    """Every ticket that was drawn here, in order."""
    before: int = 0
    """How many were before it when it was drawn."""
    ahead: int = 0
    """How many still are."""
    board: tuple[Shown, ...] = ()
    """The last numbers called, newest first."""
    since: int = 0
    """The story instant at which this stretch of waiting began."""
    length: int = 0
    turn_at: int | None = None
    """Where the turn comes earlier than that."""
    over: frozenset[str] = frozenset()
    """What has happened of this stretch, by its names."""
    away: Away | None = None
    done: frozenset[str] = frozenset()
    """What was done meanwhile."""
    stayed: bool = False
    """Whether it was decided to stay, since anything last happened."""
    told: bool = False
    """Whether somebody has said that this is the wrong ticket."""
    shut: bool = False
    """Whether the counter has been closed before this turn."""
    filled: bool = False
    """Whether the form that was wanted first has been filled in."""
    deadline: int = 0
    """Until when one may go, once called."""
    first: Hours = Hours(0, 0)
    """The window that was promised."""
    hours: Hours = Hours(0, 0)
    """The window as it was last given."""
    stops: int | None = None
    """How many stops away they are, as was last said."""
    sent: tuple[Sent, ...] = ()
    """The messages about it."""
    how: str = ""
    """How the turn was missed: `passed`, `away`, `unanswered`, `card`, `put_off`."""
    says: str = ""
    """What was last said, or is read now."""
    who: str = ""
    """Who said it; nobody where it is read."""
    met: frozenset[str] = frozenset()
    """Frictions met at this visit."""


def _stepped(progress: Queueing, event: e.StepTaken) -> Queueing:
    fold = _STEPS.get(event.step)
    return progress if fold is None else fold(progress, event)


def _drawn(progress: Queueing, event: e.StepTaken) -> Queueing:
    ticket, ahead = str(event.facts["ticket"]), cast("int", event.facts["ahead"])
    return replace(
        _anew(progress, event),
        ticket=ticket,
        number=str(event.facts["number"]),
        drawn=(*progress.drawn, ticket),
        before=ahead,
        ahead=ahead,
        board=progress.board or (Shown(str(event.facts["last"]), ""),),
        told=False,
        shut=False,
        filled=bool(event.facts["filled"]),
        who="",
        says="",
    )


def _anew(progress: Queueing, event: e.StepTaken) -> Queueing:
    """A stretch of waiting begins."""
    return replace(
        progress,
        doing="waiting",
        since=event.story_ms,
        length=cast("int", event.facts["length"]),
        turn_at=None,
        over=frozenset(),
        stayed=False,
    )


def _shut(progress: Queueing, event: e.StepTaken) -> Queueing:
    says = str(event.facts["says"])
    return replace(_anew(progress, event), shut=True, ahead=0, who="", says=says)


def _awaits(progress: Queueing, event: e.StepTaken) -> Queueing:
    hours = _hours(event)
    return replace(_anew(progress, event), first=hours, hours=hours)


def _came(progress: Queueing, event: e.StepTaken) -> Queueing:
    name = str(event.facts["name"])
    return replace(progress, over=progress.over | {name})


def _shown(progress: Queueing, event: e.StepTaken) -> Queueing:
    shown = Shown(str(event.facts["number"]), str(event.facts["to"]))
    sees = str(event.facts["sees"])
    return replace(
        progress,
        who="" if sees else progress.who,
        says=sees or progress.says,
        board=(shown, *progress.board)[:_ON_THE_BOARD],
        ahead=max(0, progress.ahead - bool(event.facts["own"])),
    )


def _updated(progress: Queueing, event: e.StepTaken) -> Queueing:
    stops = cast("int | None", event.facts["stops"])
    return replace(
        progress,
        hours=_hours(event),
        stops=progress.stops if stops is None else stops,
        stayed=False,
    )


def _hours(event: e.StepTaken) -> Hours:
    opens, closes = event.facts["opens"], event.facts["closes"]
    return Hours(cast("int", opens), cast("int", closes))


def _away(progress: Queueing, event: e.StepTaken) -> Queueing:
    facts = event.facts
    away = Away(str(facts["option"]), cast("int", facts["until"]))
    turn_at = cast("int | None", facts["turn_at"])
    return replace(
        progress,
        away=away,
        done=progress.done | {away.option},
        turn_at=progress.turn_at if turn_at is None else turn_at,
    )


def _back(progress: Queueing, event: e.StepTaken) -> Queueing:
    says = str(event.facts["says"])
    return replace(progress, away=None, stayed=False, who="", says=says)


def _told(progress: Queueing, _event: e.StepTaken) -> Queueing:
    return replace(progress, told=True, stayed=False)


def _stays(progress: Queueing, _event: e.StepTaken) -> Queueing:
    return replace(progress, stayed=True)


def _turn(progress: Queueing, event: e.StepTaken) -> Queueing:
    until = cast("int", event.facts["until"])
    return replace(progress, doing="called", deadline=until, who="", says="")


def _form(progress: Queueing, _event: e.StepTaken) -> Queueing:
    return replace(progress, doing="form")


def _sent_on(progress: Queueing, _event: e.StepTaken) -> Queueing:
    return replace(progress, doing="sent")


def _is_met(progress: Queueing, _event: e.StepTaken) -> Queueing:
    return replace(progress, doing="met")


def _lost(progress: Queueing, event: e.StepTaken) -> Queueing:
    return replace(
        progress,
        doing="missed",
        away=None,
        how=str(event.facts["how"]),
        who="",
        says=str(event.facts["says"]),
    )


_STEPS: Mapping[str, Fold] = {
    "drawn": _drawn,
    "awaits": _awaits,
    "shut": _shut,
    "came": _came,
    "shown": _shown,
    "updated": _updated,
    "away": _away,
    "back": _back,
    "told": _told,
    "stays": _stays,
    "turn": _turn,
    "form": _form,
    "sent": _sent_on,
    "met": _is_met,
    "lost": _lost,
}


def _said(progress: Queueing, event: e.Said) -> Queueing:
    return replace(progress, who=event.speaker, says=event.says)


def _announced(progress: Queueing, event: e.Announced) -> Queueing:
    if event.sort != "bell":
        return progress
    return replace(progress, who="", says=event.says if event.heard else "")


def _received(progress: Queueing, event: e.MessageArrived) -> Queueing:
    sent = (*progress.sent, Sent(event.story_ms, event.says))
    return replace(progress, sent=sent[-_ON_THE_PHONE:])


def _met(progress: Queueing, event: e.FrictionMet) -> Queueing:
    return replace(progress, met=progress.met | {event.code})


FOLDS: Mapping[type[e.Event], Fold] = {
    e.StepTaken: _stepped,
    e.Said: _said,
    e.Announced: _announced,
    e.MessageArrived: _received,
    e.FrictionMet: _met,
}
"""What each event makes of a wait for one's turn."""
