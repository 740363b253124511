"""Ordinary YAML, read at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import islice
from typing import Any

import yaml

from empathy_sim.library.yaml_events import EventSource, Limits
from empathy_sim.library.yaml_scalars import plain
from empathy_sim.library.yaml_traps import hash_after, may_be_glued
from empathy_sim.text.cleaning import offences


class _DoubtError(Exception):
    """Something may be wrong here; what it is must be found out by reading closely."""


def read_ordinary(text: str, events: EventSource) -> object:
    """What a text says that is read as it looks; None for every other text.

    It is given up at the first sign of anything that might be told of the text: then
    nothing is lost but a moment, and `Walk` finds what it is, and where.

    Args:
        text: without hostile characters.
        events: the parser to use.
    """
    if may_be_glued(text):
        return None
    growing = _Growing(text, events.limits)
    try:
        take = events.open(text).get_event
        # There are never more values than events.
        for event in islice(iter(take, None), events.limits.nodes):
            _TAKES[type(event)](growing, event)
    except (_DoubtError, RecursionError, yaml.YAMLError, ValueError, OverflowError):
        return None
    return growing.value if type(event) is yaml.StreamEndEvent else None


class _Growing:
    """A value as it grows, with nothing kept but what it needs."""

    def __init__(self, text: str, limits: Limits) -> None:
        self._limits = limits
        self._may_escape = "\\" in text
        self._lines = text.split("\n") if " #" in text else ()
        self._hashed = {at for at, line in enumerate(self._lines) if " #" in line}
        self._documents = 0
        self._whole: list[Any] = []
        self._holder: Any = self._whole
        self._key: Any = None
        self._around: list[Any] = []

    @property
    def value(self) -> object:
        """What was read; None if there was nothing."""
        return self._whole[0] if self._whole else None

    def document(self, event: Any) -> None:
        """Begin the only document."""
        self._documents += 1
        if event.tags or self._documents > 1:
            raise _DoubtError

    def scalar(self, event: Any) -> None:
        """Add a text, a number or the like, or name what is added next."""
        text, style = event.value, event.style
        if event.anchor is not None or event.tag is not None:
            raise _DoubtError
        if len(text) > self._limits.text or self._is_hostile(text, style):
            raise _DoubtError
        value = text if style else self._plain(text, event.end_mark)
        if self._key is None and type(self._holder) is dict:
            self._name(value, style)
        else:
            self._put(value)

    def _is_hostile(self, text: str, style: str) -> bool:
        # Only an escape in double quotes can bring what the text itself does not hold.
        return self._may_escape and style == '"' and bool(offences(text, most=1))

    def _plain(self, text: str, end: yaml.Mark) -> Any:
        # Nothing at all may be what is left where a comma has cut a sentence.
        if not text:
            raise _DoubtError
        if self._hashed and end.line in self._hashed:
            at = end.line, end.column
            if hash_after(text, at, self._lines) is not None:
                raise _DoubtError
        return plain(text)

    def _name(self, key: Any, style: str) -> None:
        is_merge = key == "<<" and not style
        if is_merge or type(key) is not str or key in self._holder:
            raise _DoubtError
        self._key = key

    def _put(self, value: Any) -> None:
        if self._key is None:
            self._holder.append(value)
        else:
            self._holder[self._key] = value
            self._key = None

    def enter(self, event: Any) -> None:
        """Add a list or mapping, and fill it until it is left."""
        is_key = self._key is None and type(self._holder) is dict
        is_deep = len(self._around) >= self._limits.depth
        if event.anchor is not None or event.tag is not None:
            raise _DoubtError
        if is_key or is_deep:
            raise _DoubtError
        inner: Any = {} if type(event) is yaml.MappingStartEvent else []
        self._put(inner)
        self._around.append(self._holder)
        self._holder = inner

    def leave(self, _: Any) -> None:
        """Go back to what is around."""
        self._holder = self._around.pop()

    def doubt(self, _: Any) -> None:
        """Give up."""
        raise _DoubtError

    def pass_over(self, _: Any) -> None:
        """Take what says nothing."""


_TAKES: Mapping[type, Callable[[_Growing, Any], None]] = {
    yaml.StreamStartEvent: _Growing.pass_over,
    yaml.DocumentStartEvent: _Growing.document,
    yaml.ScalarEvent: _Growing.scalar,
    yaml.SequenceStartEvent: _Growing.enter,
    yaml.SequenceEndEvent: _Growing.leave,
    yaml.MappingStartEvent: _Growing.enter,
    yaml.MappingEndEvent: _Growing.leave,
    yaml.AliasEvent: _Growing.doubt,
    yaml.DocumentEndEvent: _Growing.pass_over,
    yaml.StreamEndEvent: _Growing.pass_over,
}
