"""A run sheet's parts, as values."""

from __future__ import annotations

from msgspec import Struct


class Trouble(Struct, frozen=True):
    """What can go wrong, and what to do then."""

    happens: str
    then: tuple[str, ...]
    """What to do, and in quotation marks what to say."""


class Words(Struct, frozen=True, kw_only=True):
    """How a part is run: what is done, said and asked in it."""

    heading: str
    do: tuple[str, ...]
    say: tuple[str, ...] = ()
    """To be read aloud as it stands, a paragraph each."""
    ask: tuple[str, ...] = ()
    """To be asked as it stands."""
    board: str = ""
    """What the board shows then."""
    wrong: tuple[Trouble, ...] = ()
    key: str = ""
    """The board's key with which it begins; empty for none."""
    is_said_first: bool = False
    """Whether all is said before the first thing is done."""


class Part(Struct, frozen=True, kw_only=True):
    """A stretch of the workshop, with its place in time."""

    id: str
    begins: int
    """Minutes from the beginning of the workshop."""
    lasts: int
    """Minutes."""
    in_passing: bool = False
    """Whether it is only shown: there is no time to talk about it."""
    words: Words

    @property
    def ends(self) -> int:
        """Minutes from the beginning."""
        return self.begins + self.lasts


def at_clock(minute: int, starts: int | None) -> str:
    """A minute as the clock on the wall shows it; empty where nobody said.

    Args:
        minute: from the beginning of the workshop.
        starts: when it begins, in minutes from midnight.
    """
    if starts is None:
        return ""
    hour, rest = divmod((starts + minute) % (24 * 60), 60)
    return f"{hour}:{rest:02}"
