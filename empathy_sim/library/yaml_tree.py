"""A value as it grows, event by event."""

from __future__ import annotations

from dataclasses import dataclass, field

from empathy_sim.library.places import Found, Path, Place


@dataclass(frozen=True, slots=True)
class Word:
    """A scalar as it was written."""

    text: str
    place: Place
    end: tuple[int, int]
    """Line and column just behind it, counted from 0."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key whose value has not been read."""

    word: Word
    is_kept: bool
    """False for a key that is refused or repeated: its value goes nowhere."""


@dataclass(slots=True)
class Open:
    """A list or mapping whose end has not been read."""

    holder: dict[str, object] | list[object]
    path: Path
    is_kept: bool
    """Whether it is part of the value; False under a key that is not kept."""
    is_key: bool
    """Whether it stands where a key belongs."""
    in_braces: bool
    """Whether it is a mapping on one line, in `{ }`."""
    key: Key | None = None
    lines: dict[str, int] = field(default_factory=dict)
    """The line of each key so far."""
    sentence: Word | None = None
    """The value before this key, where it has no quotes and a comma may cut it."""

    @property
    def awaits_key(self) -> bool:
        """Whether the next thing read is a key."""
        return self.key is None and isinstance(self.holder, dict)


class Tree:
    """The value of a document with the places of all that is in it.

    The open lists and mappings are a stack of its own, so that no depth of a file
    is a depth of calls.
    """

    def __init__(self) -> None:
        self.value: object = None
        self._values: dict[Path, Place] = {}
        self._keys: dict[Path, Place] = {}
        self._open: list[Open] = []

    @property
    def found(self) -> Found:
        """Where everything read so far stands."""
        return Found(self._values, self._keys)

    @property
    def depth(self) -> int:
        """How many lists and mappings are open."""
        return len(self._open)

    @property
    def top(self) -> Open | None:
        """The innermost open list or mapping."""
        return self._open[-1] if self._open else None

    def put_key(self, top: Open, word: Word, *, is_kept: bool) -> None:
        """Name the next value of the innermost mapping."""
        top.key = Key(word, is_kept and top.is_kept)
        if top.key.is_kept:
            self._keys[*top.path, word.text] = word.place

    def drop_key(self, top: Open, key: Key) -> None:
        """Forget the key that awaits its value."""
        top.key = None
        self._keys.pop((*top.path, key.word.text), None)

    def put(self, value: object, place: Place) -> tuple[Path, bool]:
        """Add a value where it belongs; say where, and whether it is kept there."""
        path: Path = ()
        is_kept = True
        match self.top:
            case None:
                self.value = value
            case Open(holder=list() as items) as top:
                path, is_kept = (*top.path, len(items)), top.is_kept
                items.append(value)
            case Open(holder=dict() as entries, key=Key() as key) as top:
                path, is_kept = (*top.path, key.word.text), key.is_kept
                top.key = None
                if is_kept:
                    entries[key.word.text] = value
            case Open():
                is_kept = False
        if is_kept:
            self._values[path] = place
        return path, is_kept

    def enter(
        self,
        holder: dict[str, object] | list[object],
        place: Place,
        *,
        in_braces: bool,
    ) -> None:
        """Add a list or mapping and fill it until it is left."""
        is_key = self.top is not None and self.top.awaits_key
        path, is_kept = self.put(holder, place)
        self._open.append(Open(holder, path, is_kept, is_key, in_braces))

    def leave(self) -> Open:
        """Close the innermost list or mapping."""
        return self._open.pop()
