"""Everything raised on purpose.

EmpathySimError
    ContentRefused      a journey or scenario has problems and is not played
    MoveRefused         a participant's move is not possible now
    NotSeen             a walkthrough waited for words that did not come
        NotOffered          it chose what was not on offer
        NotTaken            it did what cannot be done there
    RoomRefused         a workshop cannot do that now
    StoreError
        ImportRefused       a file is not one that sessions can be brought in from
        SessionDiffers      another session of that name is recorded
        StoreBusy           another program holds the session
            RoomHosted          a workshop is still open where it is hosted
        StoreDamaged        what is recorded is not what was written
        StoreTooNew         a newer version of the program wrote the file
        StoreUnwritable     the disk or the folder refuses
        SessionNotFound     no session of that name is recorded
    Usage               the command was asked for something it cannot do
    ViewStuck           a seat's screen answered nothing, and was made anew

An error carries facts as fields, and its class words the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


class Worded(Protocol):
    """Anything that can say in text what is wrong, such as a `Problem`."""

    def as_text(self) -> str: ...


class EmpathySimError(Exception):
    """Whatever this program raises on purpose."""


@dataclass(eq=False, kw_only=True)
class ContentRefused(EmpathySimError):
    """A journey or scenario has problems and is not played."""

    problems: Sequence[Worded]
    """All that was found, in the order of the files."""

    def __str__(self) -> str:
        count = len(self.problems)
        noun = "problem" if count == 1 else "problems"
        listed = "".join(f"\n{problem.as_text()}" for problem in self.problems)
        return f"This cannot be played yet: {count} {noun}.{listed}"


@dataclass(eq=False, kw_only=True)
class MoveRefused(EmpathySimError):
    """A participant's move is not possible now; nothing has changed."""

    says: str
    """The sentence the participant reads."""

    field: str | None = None
    """The field of a form that the sentence belongs to, if any."""

    def __str__(self) -> str:
        return self.says


@dataclass(eq=False, kw_only=True)
class RoomRefused(EmpathySimError):
    """A workshop cannot do what was asked of it now; nothing has changed."""

    says: str
    """The sentence that whoever asked reads."""

    def __str__(self) -> str:
        return self.says


@dataclass(eq=False, kw_only=True)
class NotSeen(EmpathySimError):
    """A walkthrough waited for words that did not come, or for its turn."""

    line: int
    """Where in its file the step stands, from 1."""

    step: str
    """The step: `sees: Your order is on its way`."""

    after: str
    """What was done last before it; empty if nothing."""

    seen: Sequence[str]
    """The lines that came instead, the latest last."""

    def __str__(self) -> str:
        began = f'Since "{self.after}"' if self.after else "Since the beginning"
        came = "".join(
            f"\n  | {each}" for text in self.seen for each in text.split("\n")
        )
        return (
            f"Line {self.line} of the walkthrough was not reached:\n  {self.step}\n"
            f"{began} there was{came or ' nothing'}"
        )


@dataclass(eq=False, kw_only=True)
class NotOffered(NotSeen):
    """A walkthrough chose what was not there to be chosen."""

    chosen: str
    """The words it was chosen by."""

    meant: str
    """What was probably meant; empty where nothing comes close."""

    offered: Sequence[str]
    """What could be chosen instead, in order."""

    def __str__(self) -> str:
        hint = f'\nDid you mean "{self.meant}"?' if self.meant else ""
        there = "".join(f"\n  {at}. {each}" for at, each in enumerate(self.offered, 1))
        began = f'After "{self.after}"' if self.after else "At the beginning"
        return (
            f"Line {self.line} of the walkthrough: nothing on offer is called "
            f'"{self.chosen}".{hint}\n{began} there was on offer{there or " nothing"}'
        )


@dataclass(eq=False, kw_only=True)
class NotTaken(NotSeen):
    """A walkthrough did what cannot be done there: it was refused."""

    says: str
    """What a participant would have been told."""

    def __str__(self) -> str:
        began = f'After "{self.after}"' if self.after else "At the beginning"
        there = "".join(
            f"\n  | {each}" for text in self.seen for each in text.split("\n")
        )
        return (
            f"Line {self.line} of the walkthrough cannot be done there: {self.says}\n"
            f"  {self.step}\n{began} there was{there or ' nothing'}"
        )


class StoreError(EmpathySimError):
    """The store cannot do what was asked; what it holds is unchanged."""


@dataclass(eq=False, kw_only=True)
class ImportRefused(StoreError):
    """A file is not one that sessions can be brought in from; nothing has changed."""

    path: Path
    """The file."""

    why: str
    """What was found, as a clause without a full stop."""

    def __str__(self) -> str:
        return f"Nothing was brought in from {self.path}: {self.why}."


@dataclass(eq=False, kw_only=True)
class SessionDiffers(StoreError):
    """Another session of that name is recorded; nothing has changed."""

    session: str
    """The name that both have."""

    def __str__(self) -> str:
        return (
            f"Nothing was brought in: another session is recorded as {self.session} "
            "here, and it says something else."
        )


@dataclass(eq=False, kw_only=True)
class StoreBusy(StoreError):
    """Another program holds the session."""

    holder: str
    """Who holds it, in words: "a terminal on this machine since 10:41"."""

    def __str__(self) -> str:
        return f"It is open elsewhere: {self.holder}. Close it there first."


@dataclass(eq=False, kw_only=True)
class RoomHosted(StoreBusy):
    """A workshop is still open in the program that hosts it."""

    def __str__(self) -> str:
        return (
            f"The workshop is still open where it is hosted: {self.holder}. Leave it "
            "there with Ctrl+Q (Ctrl+C where no board is shown), then type this again."
        )


@dataclass(eq=False, kw_only=True)
class StoreDamaged(StoreError):
    """What is recorded is not what was written."""

    session: str | None
    """The session it concerns; None when the whole file cannot be read."""

    seq: int | None
    """The first entry that cannot be trusted, counted from 1; None when unknown."""

    why: str
    """What was found, in words."""

    def __str__(self) -> str:
        if self.session is None:
            return f"The record is damaged: {self.why}."
        if self.seq is None:
            return f"The record of session {self.session} is damaged: {self.why}."
        return (
            f"The record of session {self.session} is damaged "
            f"at entry {self.seq}: {self.why}."
        )


@dataclass(eq=False, kw_only=True)
class StoreTooNew(StoreError):
    """A newer version of the program wrote the file."""

    found: int
    """The number of the format in the file."""

    known: int
    """The newest format this program reads."""

    def __str__(self) -> str:
        return (
            f"A newer version of Empathy Sim wrote this record (format {self.found}; "
            f"this one reads up to {self.known}). Nothing was changed. "
            "Update the program to open it."
        )


@dataclass(eq=False, kw_only=True)
class StoreUnwritable(StoreError):
    """The disk or the folder refuses to keep what was written."""

    path: Path | str
    """The file or folder that refuses."""

    why: str
    """What the system said, in words."""

    def __str__(self) -> str:
        return f"Nothing can be saved in {self.path}: {self.why}."


@dataclass(eq=False, kw_only=True)
class SessionNotFound(StoreError):
    """No session of that name is recorded."""

    wanted: str
    """What was asked for, as it was given."""

    def __str__(self) -> str:
        return f'No session "{self.wanted}" is recorded here.'


@dataclass(eq=False, kw_only=True)
class Usage(EmpathySimError):
    """The command was asked for something it cannot do."""

    says: str
    """What is not possible, as a sentence."""

    try_: str
    """What to do instead; empty when there is nothing to suggest."""

    def __str__(self) -> str:
        return f"{self.says}\n  try: {self.try_}" if self.try_ else self.says


@dataclass(eq=False, kw_only=True)
class ViewStuck(EmpathySimError):
    """A seat's screen answered nothing, and was made anew."""

    seat: str
    """What the seat is called."""

    def __str__(self) -> str:
        return f"The screen of {self.seat} answered nothing, and was made anew."
