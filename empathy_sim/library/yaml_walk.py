"""From YAML events to a plain value."""

from __future__ import annotations

import yaml

from empathy_sim.library import yaml_refusals as refuse
from empathy_sim.library import yaml_traps
from empathy_sim.library.places import START, Found, Place
from empathy_sim.library.problems import Findings
from empathy_sim.library.yaml_events import EventSource, Limits
from empathy_sim.library.yaml_scalars import plain
from empathy_sim.library.yaml_syntax import explain
from empathy_sim.library.yaml_tree import Open, Tree, Word
from empathy_sim.text.cleaning import offences
from empathy_sim.text.safe import shown


class Walk:
    """One way through the events of one text."""

    def __init__(self, text: str, limits: Limits, findings: Findings) -> None:
        self._text = text
        self._lines = text.split("\n")
        self._limits = limits
        self._findings = findings
        self._tree = Tree()
        self._documents = 0
        self._nodes = 0
        self._read_to = -1
        self._is_over = False
        self._is_whole = True

    @property
    def value(self) -> object:
        """What the text says; None when it could not be read to its end."""
        return self._tree.value if self._is_whole else None

    @property
    def found(self) -> Found:
        """Where the values and keys that were read stand."""
        return self._tree.found

    def through(self, events: EventSource) -> None:
        """Read to the end of the text, or to where reading on is in vain."""
        try:
            stream = events.open(self._text)
            while self._goes_on() and stream.check_event():
                self._take(stream.get_event())
        except RecursionError:
            self._stop()
            refuse.depth(START, self._limits.depth, self._findings)
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            self._stop()
            explain(error, self._lines, self._findings)
        if self._findings.is_full:
            self._stop()
        if self._tree.value is None and not self._findings.has_errors:
            refuse.emptiness(self._findings)

    def _goes_on(self) -> bool:
        return not (self._is_over or self._findings.is_full)

    def _stop(self) -> None:
        self._is_over = True
        self._is_whole = False

    def _take(self, event: yaml.Event | None) -> None:
        match event:
            case yaml.DocumentStartEvent():
                self._begin(event)
            case yaml.AliasEvent():
                self._alias(event)
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._enter(event)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._leave()
            case _:
                return
        self._read_to = _end(event)[0]

    def _begin(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if event.tags:
            refuse.tag(_place(event), "%TAG", self._findings)
        if self._documents > 1:
            refuse.second_document(_place(event), self._findings)
            self._is_over = True

    def _alias(self, event: yaml.AliasEvent) -> None:
        if self._is_one_too_many(event):
            return
        refuse.anchor(_place(event), f"*{event.anchor}", self._findings)
        if (top := self._tree.top) and top.awaits_key:
            self._tree.put_key(top, Word("", _place(event), _end(event)), is_kept=False)
        else:
            self._tree.put(None, _place(event))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if self._is_one_too_many(event):
            return
        self._check_marks(event)
        self._check_text(event)
        # Only an escape in double quotes can bring what the file itself does not hold.
        text = shown(event.value) if event.style == '"' else event.value
        word = Word(text, _place(event), _end(event))
        is_plain = not event.style
        top = self._tree.top
        if top and top.awaits_key:
            self._key(word, top, is_plain=is_plain)
        elif not (top and is_plain and self._is_cut(word, top)):
            self._value(word, top, is_plain=is_plain)

    def _key(self, word: Word, top: Open, *, is_plain: bool) -> None:
        text = word.text
        is_kept = text not in top.lines
        if is_plain and text == "<<":
            refuse.merge_key(word.place, self._findings)
            is_kept = False
        elif is_plain and not isinstance(plain(text), str):
            refuse.key(word.place, text, self._findings)
            is_kept = is_kept and bool(text)
        elif not is_kept:
            refuse.repetition(word.place, text, top.lines[text], self._findings)
        top.lines.setdefault(text, word.place.line)
        self._tree.put_key(top, word, is_kept=is_kept)

    def _value(self, word: Word, top: Open | None, *, is_plain: bool) -> None:
        if top:
            top.sentence = word if is_plain else None
        if is_plain:
            self._look_for_traps(word)
        self._tree.put(plain(word.text) if is_plain else word.text, word.place)

    def _look_for_traps(self, word: Word) -> None:
        first = word.place.line - 1
        begins_line = self._read_to < first
        own_lines = range(first if begins_line else first + 1, word.end[0] + 1)
        if word.text:
            yaml_traps.swallowed(own_lines, self._lines, self._findings)
        yaml_traps.cut_at_hash(word, self._lines, self._findings)

    def _is_cut(self, word: Word, top: Open) -> bool:
        """Whether a key in braces has no value, as when a comma cut a sentence."""
        key = top.key
        if not key or not top.in_braces or word.text or word.end != key.word.end:
            return False
        yaml_traps.cut(key.word, top.sentence, self._lines, self._findings)
        self._tree.drop_key(top, key)
        return True

    def _enter(self, event: yaml.SequenceStartEvent | yaml.MappingStartEvent) -> None:
        if self._is_one_too_many(event):
            return
        self._check_marks(event)
        place = _place(event)
        top = self._tree.top
        if self._tree.depth >= self._limits.depth:
            self._stop()
            refuse.depth(place, self._limits.depth, self._findings)
        elif top and top.awaits_key:
            refuse.key(place, None, self._findings)
        if top:
            top.sentence = None
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        in_braces = is_mapping and bool(event.flow_style)
        self._tree.enter({} if is_mapping else [], place, in_braces=in_braces)

    def _leave(self) -> None:
        closed, top = self._tree.leave(), self._tree.top
        if closed.is_key and top:
            nowhere = Word("", START, (-1, -1))
            self._tree.put_key(top, nowhere, is_kept=False)

    def _is_one_too_many(self, event: yaml.NodeEvent) -> bool:
        self._nodes += 1
        if self._nodes <= self._limits.nodes:
            return False
        self._stop()
        refuse.size(_place(event), self._limits.nodes, self._findings)
        return True

    def _check_marks(
        self,
        event: yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent,
    ) -> None:
        if event.anchor is not None:
            refuse.anchor(_place(event), f"&{event.anchor}", self._findings)
        if event.tag is not None:
            refuse.tag(_place(event), event.tag, self._findings)

    def _check_text(self, event: yaml.ScalarEvent) -> None:
        if len(event.value) > self._limits.text:
            refuse.length(_place(event), self._limits.text, self._findings)
        if event.style == '"' and (found := offences(event.value, most=1)):
            refuse.escape(_place(event), found[0], self._findings)


def _place(event: yaml.Event) -> Place:
    start, end = event.start_mark, event.end_mark
    assert start is not None
    assert end is not None
    length = end.column - start.column if start.line == end.line else 1
    return Place(start.line + 1, start.column + 1, max(length, 1))


def _end(event: yaml.Event) -> tuple[int, int]:
    assert event.end_mark is not None
    return event.end_mark.line, event.end_mark.column
