"""An inbox, and the message open in it."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace


class Mail(Struct, frozen=True):
    """A message as it came in."""

    looks_like: str
    sender: str
    subject: str
    says: str
    at: int
    """The story instant at which it came."""
    answerable: bool = True
    arrival: int | None = None
    """Which of the author's arrivals it is; None for a reply that came back."""
    read: bool = False
    replied: bool = False


class Inbox(Struct, frozen=True):
    """Messages in the order in which they came."""

    mails: tuple[Mail, ...] = ()
    open: int | None = None
    """Which of them is being read."""

    @property
    def being_read(self) -> Mail | None:
        """The open message."""
        return None if self.open is None else self.mails[self.open]

    @property
    def has_unread(self) -> bool:
        """Whether something has not been opened yet."""
        return any(not mail.read for mail in self.mails)

    @property
    def has_replied(self) -> bool:
        """Whether any message was replied to."""
        return any(mail.replied for mail in self.mails)

    def with_mail(self, mail: Mail) -> Inbox:
        """With one more message, which opens by itself if nothing else is open."""
        return replace(self, mails=(*self.mails, mail)).with_next_open()

    def put_aside(self) -> Inbox:
        """With the open message closed, and the next unread one open instead."""
        return replace(self, open=None).with_next_open()

    def answered(self) -> Inbox:
        """With the open message replied to, and closed."""
        mails = tuple(
            replace(mail, replied=True) if at == self.open else mail
            for at, mail in enumerate(self.mails)
        )
        return Inbox(mails)

    def with_next_open(self) -> Inbox:
        """With the first unread message open, unless one is open already."""
        if self.open is not None:
            return self
        for at, mail in enumerate(self.mails):
            if not mail.read:
                before, after = self.mails[:at], self.mails[at + 1 :]
                return Inbox((*before, replace(mail, read=True), *after), at)
        return self
