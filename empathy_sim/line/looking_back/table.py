"""Over what the debrief is talked through."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias, TypeVar

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.debrief import Debrief, debrief_of
from empathy_sim.debrief.phrases import on_one_line
from empathy_sim.engine import moves as m
from empathy_sim.engine.events import Event
from empathy_sim.errors import MoveRefused, StoreError
from empathy_sim.journey.fixes import Fixes
from empathy_sim.journey.script import Script
from empathy_sim.line.lines import Line, aside, plain, refusal
from empathy_sim.line.listening import Work
from empathy_sim.session.again import StageAgain
from empathy_sim.session.session import Session

T = TypeVar("T")
ON = frozenset({"", "go on", "on", "next", "skip"})
"""Whatever passes a question over."""
THOUGHT = "thought."
"""What the names begin with under which thoughts are kept; the page's follows."""
_KEPT = (
    "What you type here is kept with this session, on this computer, and told again "
    "whenever the debrief is"
)
_KEPT_IN_A_ROOM = (
    "What you type here is kept with your seat, and told again whenever the debrief is. "
    "Nobody else sees it, unless you tick it afterwards"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Something may be typed now."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Lives:
    """A stage is to be played until it is left."""

    lived: StageAgain


Wanted: TypeAlias = Asked | Lives | Work[Any]
Talk = Generator[Wanted, str, T]
"""A part of the conversation: what it wants is yielded, what is typed is sent."""


class Table:
    """The session that is talked about, and what is needed to talk."""

    def __init__(
        self,
        session: Session,
        write: Callable[[Line], None],
        *,
        seen_by: str,
        taken_home_by: str,
        in_a_room: bool = False,
    ) -> None:
        """Sit down over a session that is in its debrief, or closed.

        Args:
            session: what is talked about; what is decided goes into its log.
            write: is given each line.
            seen_by: the command that shows the debrief again.
            taken_home_by: the command that writes its pages.
            in_a_room: whether it is held in a workshop, where there are no commands.
        """
        self.session = session
        self.seen_by = seen_by
        self.taken_home_by = taken_home_by
        self.in_a_room = in_a_room
        self._write = write
        self._debrief: tuple[int, Debrief] | None = None

    @property
    def kept(self) -> str:
        """Where what is typed is kept, without a full stop."""
        return _KEPT_IN_A_ROOM if self.in_a_room else _KEPT

    @property
    def script(self) -> Script:
        """What was played."""
        return self.session.script

    @property
    def log(self) -> tuple[Event, ...]:
        """Every event so far."""
        return tuple(self.session.log)

    @property
    def debrief(self) -> Debrief:
        """The debrief as it stands by now."""
        known, length = self._debrief, len(self.session.log)
        if known is None or known[0] != length:
            known = self._debrief = (length, debrief_of(self.script, self.log))
        return known[1]

    @cached_property
    def account(self) -> Account:
        """What happened; what is decided afterwards changes nothing about that."""
        return Account.of(self.script, self.log)

    @cached_property
    def fixes(self) -> Fixes:
        """What the fixes of the script make of its stages."""
        return self.session.fixes()

    def say(self, *lines: Line) -> None:
        """Write lines."""
        self.say_all(lines)

    def say_all(self, lines: Iterable[Line]) -> None:
        """Write lines in order."""
        for line in lines:
            self._write(line)

    def submit(self, move: m.Move) -> None:
        """Decide something.

        Raises:
            MoveRefused: it cannot be meant.
            StoreError: it could not be kept.
        """
        self.session.submit(move)


def ask(lines: Iterable[Line], taken: Callable[[str], T]) -> Talk[T]:
    """Ask until it is answered with something that can be taken.

    Args:
        lines: the question.
        taken: makes something of an answer; it raises MoveRefused where that cannot be
            meant, and StoreError where it cannot be kept.
    """
    asked = Asked(tuple(lines))
    while True:
        typed = yield asked
        try:
            return taken(typed.strip())
        except (MoveRefused, StoreError) as refused:
            asked = Asked((refusal(str(refused)),))


def reckoned(reckon: Callable[[], T]) -> Talk[T]:
    """What comes of something that takes a while to reckon."""
    work = Work(reckon)
    yield work
    return work.found


def passes(typed: str) -> bool:
    """Whether a question is passed over."""
    return typed.casefold() in ON


def words_or_none(typed: str) -> str:
    """An answer in words; empty where it is passed over."""
    return "" if passes(typed) else typed


def one_of(typed: str, count: int, *, otherwise: str = "Enter goes on") -> int | None:
    """Which of some numbered things is meant, from 0; None for none of them.

    Raises:
        MoveRefused: there is none of that number.
    """
    if passes(typed):
        return None
    number = typed.rstrip(".)")
    if number.isdecimal() and number.isascii() and 1 <= int(number) <= count:
        return int(number) - 1
    which = "There is only 1" if count == 1 else f"A number from 1 to {count}, please"
    raise MoveRefused(says=f"{which}. {otherwise}.")


def keep_words(table: Table, question: str, typed: str) -> bool:
    """Keep an answer in words; whether there was one.

    Raises:
        MoveRefused: there are no words in it.
        StoreError: it could not be kept.
    """
    if passes(typed):
        return False
    if not any(each.isalpha() for each in typed):
        raise MoveRefused(says="In words, please. Enter goes on.")
    table.submit(m.Reflect(question, typed))
    return True


def keep_thought(table: Table, page: str, typed: str) -> bool:
    """Keep words written on a page, after those written there before.

    Raises:
        MoveRefused: there are no words in it.
        StoreError: it could not be kept.
    """
    before = table.debrief.decisions.words.get(f"{THOUGHT}{page}", "")
    both = typed if passes(typed) or not before else f"{before} {typed}"
    return keep_words(table, f"{THOUGHT}{page}", both)


def written(table: Table, page: str) -> Iterator[Line]:
    """What was written on a page before."""
    before = table.debrief.decisions.words.get(f"{THOUGHT}{page}", "")
    if before:
        yield plain(f'You wrote: "{on_one_line(before)}"')


def turn(table: Table, page: str, first: str = "") -> Talk[None]:
    """Stop at the end of a page; words that are written there are kept.

    Args:
        table: whom it is written for.
        page: its name; what is written is kept under it.
        first: what may be typed besides.
    """
    lead = f"{first}. " if first else ""
    says = f"{lead}Enter goes on"
    table.say_all(written(table, page))
    while (
        yield from ask(
            (aside(says),),
            lambda typed: keep_thought(table, page, typed),
        )
    ):
        says = "Noted. Enter goes on"


def wants(
    table: Table, page: str, says: str, word: str, *, first: str = ""
) -> Talk[bool]:
    """Whether the rest of a page is wanted; other words are kept as a thought.

    Args:
        table: whom it is written for.
        page: its name; what is written is kept under it.
        says: what may be typed besides.
        word: what asks for the rest.
        first: what is said before that, once.
    """

    def taken(typed: str) -> bool | None:
        if typed.casefold().rstrip(".") == word:
            return True
        return None if keep_thought(table, page, typed) else False

    lead = f"{first}. " if first else ""
    lines = (aside(f"{lead}{says}. Enter goes on"),)
    while (wanted := (yield from ask(lines, taken))) is None:
        lines = (aside(f"Noted. {says}. Enter goes on"),)
    return wanted
