"""What every page of the debrief stands on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Static

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.debrief import Debrief, debrief_of
from empathy_sim.debrief.measures import Reading, by_id
from empathy_sim.engine.events import Event, JourneyBegan
from empathy_sim.engine.moves import Move
from empathy_sim.journey.cast import Cast
from empathy_sim.journey.fixes import Fixes
from empathy_sim.journey.script import Script
from empathy_sim.session.port import SessionPort
from empathy_sim.tui.plain import plain

if TYPE_CHECKING:  # only who asks for them loads what they are made by
    from empathy_sim.debrief.less_told import LessTold
    from empathy_sim.debrief.other_ways import OtherWays
    from empathy_sim.debrief.whole import Whole
    from empathy_sim.rehearsal.ways import Ways


class WaysKept(Protocol):
    """Where ways on are kept between two looks; what is lost is tried again."""

    def ways(self, name: str) -> Ways | None:
        """What is kept under a name; None if nothing."""
        ...

    def keep_ways(self, name: str, ways: Ways) -> None:
        """Keep ways under a name."""
        ...


class NothingKept:
    """Keeps nothing."""

    def ways(self, name: str) -> Ways | None:  # noqa: ARG002
        return None

    def keep_ways(self, name: str, ways: Ways) -> None:
        """Forget it."""


class Record:
    """One session as its pages see it; looked at anew once something is added."""

    def __init__(
        self, port: SessionPort, *, live: bool, kept: WaysKept | None = None
    ) -> None:
        """Look at a session.

        Args:
            port: the session.
            live: whether something can still be decided.
            kept: where ways on are kept, once they have been tried.
        """
        self.kept: WaysKept = kept or NothingKept()
        self.ways: OtherWays | None = None
        """What every other choice would have come to, once tried."""
        self.less: tuple[LessTold, ...] | None = None
        """Where customers with less stop, once worked out."""
        self._port = port
        self.live = live
        self.fixes = Fixes()
        self.wholes: dict[str, Whole] = {}
        """What each fix would have done to the whole journey, once worked out."""
        self._length = -1
        self._debrief: Debrief | None = None
        self._account: Account | None = None

    @property
    def script(self) -> Script:
        """What was played."""
        return self._port.script

    @property
    def log(self) -> tuple[Event, ...]:
        """Every event so far."""
        return self._port.log

    @property
    def today(self) -> dt.date:
        """The day it is, in UTC."""
        return self._port.today

    @property
    def cast(self) -> Cast | None:
        """Whom the participant played; None where the log does not say."""
        match self._port.log[:1]:
            case (JourneyBegan(cast=cast),):
                return cast
            case _:
                return None

    @property
    def debrief(self) -> Debrief:
        """Everything the log says by now."""
        log = self._port.log
        if self._debrief is None or len(log) != self._length:
            self._debrief = debrief_of(self._port.script, log)
            self._length = len(log)
        return self._debrief

    @property
    def account(self) -> Account:
        """What every reading is taken from."""
        log = self._port.log
        if self._account is None or len(self._account.log) != len(log):
            self._account = Account.of(self._port.script, log)
        return self._account

    @property
    def readings(self) -> Mapping[str, Reading]:
        """Lived and recorded readings, by the ids of their measures."""
        return by_id((*self.debrief.lived, *self.debrief.recorded))

    @property
    def can_be_followed(self) -> bool:
        """Whether all that was typed is there still, for a robot to do the same."""
        from empathy_sim.rehearsal.following import can_be_followed  # noqa: PLC0415 - seldom

        return can_be_followed(self._port.log)

    def answer(self, question: str) -> str:
        """What was last answered to a question; empty if nothing."""
        return self.debrief.decisions.words.get(question, "")


class DebriefPage(Vertical):
    """One page of a debrief; made when it is first turned to."""

    DEFAULT_CSS = """
    DebriefPage { height: auto; width: 1fr; }
    DebriefPage .subtitle { color: $accent; text-style: bold; margin-bottom: 1; }
    DebriefPage .about { color: $text-muted; margin-bottom: 1; }
    DebriefPage .strong { text-style: bold; margin-bottom: 1; }
    DebriefPage .told { height: auto; }
    DebriefPage .told .head { width: 16; color: $text-muted; }
    DebriefPage .told .says { width: 1fr; }
    DebriefPage .gap { height: 1; }
    """

    def __init__(self, record: Record) -> None:
        """Show a page.

        Args:
            record: the session that it is about.
        """
        super().__init__()
        self.record = record

    async def show(self) -> None:
        """Show what is in the record by now."""


@dataclass
class Decide(Message):
    """Something was decided on a page."""

    move: Move


@dataclass
class Explain(Message):
    """It is asked how something was counted."""

    head: str
    readings: tuple[Reading, ...]


class Deed(Button):
    """A button within a page, one line high."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "press", "Choose")]

    DEFAULT_CSS = """
    Deed {
        width: auto;
        min-width: 12;
        height: 1;
        border: none;
        padding: 0 2;
    }
    Deed.-style-default {
        color: $accent;
        background: $panel;
        border: none;
        text-style: bold;
    }
    Deed.-style-default:hover { background: $block-hover-background; }
    Deed.-style-default:focus {
        color: $block-cursor-foreground;
        background: $block-cursor-background;
        border: none;
        text-style: bold;
    }
    """

    def __init__(
        self, label: str, id: str | None = None, classes: str | None = None
    ) -> None:
        """Offer a deed.

        Args:
            label: what it does.
            id: its name on the screen.
            classes: its looks.
        """
        super().__init__(plain(label), id=id, classes=classes, compact=True)


def subtitle(says: str) -> Static:
    """What a part of a page is called."""
    return Static(plain(says), classes="subtitle")


def about(says: str) -> Static:
    """A quiet sentence."""
    return Static(plain(says), classes="about")


def told(head: str, content: Content) -> Horizontal:
    """A row: a word or two, and what there is to say."""
    return Horizontal(
        Static(plain(head), classes="head"),
        Static(content, classes="says"),
        classes="told",
    )


def rows(pairs: Iterable[tuple[str, str]]) -> Iterator[Horizontal]:
    """Rows of a word or two, and what there is to say."""
    for head, says in pairs:
        yield told(head, plain(says))
