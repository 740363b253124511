"""A notice: anything one reads."""

from __future__ import annotations

from typing import ClassVar, Literal

from empathy_sim.journey.marks import OwnWords, Text
from empathy_sim.journey.touchpoint import Channel, Option, Touchpoint, sent_by

LooksLike = Literal["letter", "email", "text", "notice", "phone", "page", "story"]


class Notice(Touchpoint, frozen=True, kw_only=True):
    """A letter, an e-mail, a text, a web page or a sentence of story.

    Without options it is read and left by `read`.
    """

    CHANNEL: ClassVar[Channel] = "story"
    MAY_EXIT: ClassVar[tuple[str, ...]] = ("read",)

    kind: Literal["notice"]
    says: Text
    """The text."""
    looks_like: LooksLike = "story"
    """What it comes as."""
    from_: Text | None = None
    """Who sends it; for a page, its address."""
    subject: Text | None = None
    """Its subject; for a page, the heading."""
    button: OwnWords = "Go on"
    """What the way on is called when there are no options."""
    options: tuple[Option, ...] = ()
    """What can be done about it."""

    @property
    def said_by(self) -> str:
        return sent_by(self.looks_like, self.from_)
