"""A list of things to open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from msgspec import Struct
from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from empathy_sim.tui.order import Choice, LookBack, Resume
from empathy_sim.tui.plain import plain


class Entry(Struct, frozen=True):
    """Something to open, or something that says why it cannot be."""

    title: str
    facts: tuple[str, ...]
    """A few words at the end of its first line; where there is no room, the middle
    ones go."""
    says: str
    """What stands below, on one line or more."""
    detail: tuple[str, ...]
    """Paragraphs for those who look closer."""
    does: str
    """What opening it does: `plays it`; empty where nothing would happen."""
    choice: Choice | None = None

    @property
    def session(self) -> str:
        """The session that it opens; empty where it is something to begin."""
        match self.choice:
            case Resume(session=session) | LookBack(session=session):
                return session
            case _:
                return ""


class Section(Struct, frozen=True):
    """Entries under a heading."""

    name: str
    entries: tuple[Entry, ...]
    more: str = ""
    """What is said of those that are not shown."""


class Shelf(OptionList):
    """Sections of entries; arrows mark one, Enter or a click opens it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", "Open")]
    DEFAULT_CSS = """
    Shelf {
        border: none;
        padding: 0;
        background: $background;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        background-tint: transparent;
        &:focus { border: none; background-tint: transparent; }
        & > .option-list--option-highlighted,
        &:focus > .option-list--option-highlighted {
            color: $foreground;
            background: $block-cursor-blurred-background;
            text-style: none;
        }
    }
    """

    @dataclass
    class Marked(Message):
        """An entry is marked."""

        entry: Entry

    @dataclass
    class Opened(Message):
        """An entry was opened."""

        choice: Choice

    def __init__(self, sections: Sequence[Section], id: str | None = None) -> None:
        super().__init__(id=id, compact=True, markup=False)
        self._sections = sections
        self._entries: dict[str, Entry] = {}
        self._laid_for = Size(0, 0)

    def on_resize(self, resized: events.Resize) -> None:
        """Lay the lines out anew for another size; the mark stays."""
        del resized
        size = self.scrollable_content_region.size
        if size != self._laid_for and size.width > 0:
            self._laid_for = size
            self._lay()

    def show(self, sections: Sequence[Section]) -> None:
        """Show other sections; the mark stays, or goes to what is now there."""
        self._sections = sections
        self._lay()

    def _lay(self) -> None:
        marked = self.highlighted_option
        self.clear_options()
        self.add_options(self._laid())
        if marked is None or marked.id is None:
            self.action_first()
        elif marked.id in self._entries:
            self.highlighted = self.get_option_index(marked.id)
        else:
            self.action_last()

    def _laid(self) -> Iterator[Option]:
        self._entries.clear()
        width, sections = self._laid_for.width, [s for s in self._sections if s.entries]
        entries = [entry for each in sections for entry in each.entries]
        rows = sum(1 + len(_lines(each, width).split("\n")) for each in entries)
        is_airy = rows + 2 * len(sections) <= self._laid_for.height
        for number, section in enumerate(sections):
            space = "\n" if number else ""
            head = Content.styled(f"{space}{section.name}", "$text-muted")
            yield Option(head, disabled=True)
            for entry in section.entries:
                name = f"entry-{len(self._entries)}"
                self._entries[name] = entry
                if is_airy and entry is not section.entries[0]:
                    yield Option("", disabled=True)
                yield Option(_lines(entry, width), id=name)
            if section.more:
                yield Option(plain(f" {section.more}"), disabled=True)

    @on(OptionList.OptionHighlighted)
    def _mark(self, marked: OptionList.OptionHighlighted) -> None:
        marked.stop()
        entry = self._entries.get(marked.option_id or "")
        if entry is not None:
            self.post_message(self.Marked(entry))

    @on(OptionList.OptionSelected)
    def _open(self, selected: OptionList.OptionSelected) -> None:
        selected.stop()
        entry = self._entries.get(selected.option_id or "")
        if entry is not None and entry.choice is not None:
            self.post_message(self.Opened(entry.choice))


def _lines(entry: Entry, width: int) -> Content:
    """The title, its facts at the other end, and what it says whole below."""
    facts = plain(_fitting(entry.facts, width * 3 // 5))
    room = max(1, width - facts.cell_length - 4)
    title = plain(entry.title).truncate(room, ellipsis=True)
    gap = " " * max(2, width - title.cell_length - facts.cell_length - 2)
    says = plain(entry.says).stylize("$text-muted 100%")
    lines = says.wrap(max(1, width - 2)) or [says]
    return Content.assemble(
        *(" ", title.stylize("bold"), gap, facts),
        *(part for line in lines for part in ("\n ", line.rstrip())),
    )


def _fitting(facts: tuple[str, ...], width: int) -> str:
    said = "   ".join(facts)
    if len(said) <= width or not facts:
        return said
    at = 1 if len(facts) > 1 else 0
    return _fitting((*facts[:at], *facts[at + 1 :]), width)
