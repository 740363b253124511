"""What goes into a store and what comes out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct, field

Json: TypeAlias = (
    "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"
)


def canonical(value: Json) -> str:
    """The one JSON text of a value: sorted keys, no spaces, no escapes it can spare.

    Raises:
        ValueError: A number is not finite.
        TypeError: Something in it is not JSON.
    """
    return json.dumps(
        value,
        ensure_ascii=False,
        allow_nan=False,
        sort_keys=True,
        separators=(",", ":"),
        default=_plain,
    )


def _plain(value: object) -> dict[str, object]:
    """A read-only mapping, as the `dict` that `json` understands."""
    match value:
        case Mapping():
            return dict(value)
        case _:
            raise TypeError(f"{type(value).__name__} has no JSON form")


WORKSHOP, SEAT = "workshop/", "seat/"
"""How the name of a log begins that tells of a workshop, or of a seat in one.

The others are sessions of whoever this folder belongs to, and only they are listed.
"""
_APART = "/"


def is_own(session: str) -> bool:
    """Whether a name is that of a session of whoever this folder belongs to."""
    return _APART not in session


class NewSession(Struct, frozen=True, kw_only=True):
    """A session that is about to begin, and the script it is pinned to."""

    session: str
    """A name nobody else has; it never changes."""
    script_digest: str
    script_json: str
    """The whole script; kept once, however many sessions play it."""
    title: str
    """What a list calls the session."""
    started_utc: str
    """ISO 8601; lists are sorted by it."""
    fixes_json: str = ""
    """The script's stages as its fixes would make them; empty where it has none."""


class Export(Struct, frozen=True, kw_only=True):
    """A file that was made from a session, and left the store's care."""

    path: str
    what: str
    """What it is, in a few words: `page to keep`."""
    made_utc: str
    """ISO 8601."""


class Row(Struct, frozen=True, kw_only=True):
    """One event, as it is handed to a store."""

    seq: int
    """Its place in the session: 1, 2, 3, without a gap."""
    kind: str
    v: int
    """Which version of the kind the body follows."""
    story_ms: int
    felt_ms: int
    wall_utc: str
    body: str
    """Canonical JSON text of an object, without the fields in `words`."""
    words: Mapping[str, str] = field(default_factory=dict)
    """What a person wrote, by the name of the field it belongs to."""


WhyGone: TypeAlias = Literal["removed", "left_behind"]
"""Why words are not here: removed, as agreed, or left behind when they were moved."""


class StoredRow(Struct, frozen=True, kw_only=True):
    """One event, as it is kept; its words in place or purged."""

    seq: int
    kind: str
    v: int
    story_ms: int
    felt_ms: int
    wall_utc: str
    body: str
    """As stored: each field of `words` is `{"words": sha256, "length": characters}`."""
    words: Mapping[str, str | None]
    """What a person wrote, by field; None where it is not here."""
    prev_hash: str
    hash: str
    removed: frozenset[str] = frozenset()
    """The fields whose words were removed, as agreed; the others that are not here
    were left behind when the session was moved."""

    def fields(self) -> dict[str, Json]:
        """The body as it was meant, words in their place, None where not here."""
        return {**json.loads(self.body), **self.words}

    def why_gone(self) -> frozenset[WhyGone]:
        """Why words of it are not here; nothing where all of them are."""
        gone = {name for name, text in self.words.items() if text is None}
        found: set[WhyGone] = {"removed"} if gone & self.removed else set()
        return frozenset(found | {"left_behind"} if gone - self.removed else found)


class SessionHead(Struct, frozen=True, kw_only=True):
    """One session in a list, told without reading its events."""

    session: str
    script_digest: str
    title: str
    started_utc: str
    last_seq: int
    """How many events it has; 0 before the first."""
    phase: str
    """As the last append gave it; empty before the first."""
    summary: Mapping[str, Json]
    """As the last append gave it; empty before the first, or when not `sound`."""
    sound: bool = True
    """False when this line is not what was written; `verify` says more."""

    @property
    def is_workshop(self) -> bool:
        """Whether it tells of a workshop."""
        return self.session.startswith(WORKSHOP)

    @property
    def is_own(self) -> bool:
        """Whether it is a session of whoever this folder belongs to."""
        return is_own(self.session)


class Worded(Struct, frozen=True, kw_only=True):
    """A session in which something that a person wrote is left."""

    session: str
    phase: str
    last_utc: str
    """When its last event happened; ISO 8601."""


class ClockMark(Struct, frozen=True, kw_only=True):
    """How far the clock of a session had come, between two events."""

    seq: int
    """The last event before it."""
    story_ms: int
    felt_ms: int


class Finding(Struct, frozen=True, kw_only=True):
    """One thing that is not as it was written."""

    session: str | None
    """The session it concerns; None when it is the file as a whole."""
    seq: int | None
    """The first entry that cannot be trusted; None when it is no one entry."""
    says: str
    """What was found: a clause without a full stop."""
