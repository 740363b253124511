"""Pages of a help centre that were opened."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, cast

from msgspec import Struct
from msgspec.structs import replace

from empathy_sim.engine import events as e
from empathy_sim.engine.kinds import Fold
from empathy_sim.engine.transcript import CUSTOMER

PageSort = Literal["front", "results", "list", "article", "contact", "number"]
Rows = tuple[tuple[str, str, str], ...]
"""Articles in a list: the id, the title, and how each begins."""
MOST_KEPT = 12
"""Pages that one can go back to."""


class Page(Struct, frozen=True):
    """A page as it was opened; it does not change while one reads."""

    sort: PageSort
    of: str
    """What it is the page of: an article, an entry or a list, a link to get in touch
    and how far behind it, as in `contact-us.2`; empty for the front page, and for
    words for which nothing was found."""
    title: str
    says: tuple[str, ...]
    rows: Rows = ()
    note: str = ""
    """Over the text: when an article was updated, the word that results go by."""
    shown: bool = True
    """Whether an article, or a number, is there to read."""
    typed: bool = False
    """Whether it is what was found for typed words."""
    words: str = ""
    """Those words; they decide nothing."""

    @property
    def name(self) -> tuple[str, str]:
        """What makes it the same page as another."""
        return self.sort, self.of


class Browsing(Struct, frozen=True):
    """How far a visit to a help centre has come."""

    pages: tuple[Page, ...] = ()
    """From the front page to the one that is open; none of them twice."""
    turned: int = 0
    """How many pages were opened or gone back to."""
    read: frozenset[str] = frozenset()
    """The articles that were opened."""
    rounds: int = 0
    """How often one was led back."""
    rated: Mapping[str, str] = MappingProxyType({})
    """What was answered under which article: `yes` or `no`."""
    taken: frozenset[str] = frozenset()
    """Links that were followed, and entries that were found, as `of/name`."""
    met: frozenset[str] = frozenset()
    """Frictions met at this visit."""
    refused: str = ""
    """The link that came to nothing, while its page is open."""
    refusal: str = ""
    """What was said to it."""
    words: str = ""
    """What was last typed."""

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self.pages[-1]


def _stepped(progress: Browsing, event: e.StepTaken) -> Browsing:
    facts, after = event.facts, progress
    match event.step:
        case "opened":
            after = _opened(progress, facts)
        case "went_back":
            after = _turned(progress, progress.pages[:-1])
        case "led_back":
            after = replace(progress, rounds=progress.rounds + 1)
        case "taken":
            after = replace(progress, taken=progress.taken | {str(facts["name"])})
        case "rated":
            rated = {**progress.rated, str(facts["article"]): str(facts["answer"])}
            after = replace(progress, rated=rated)
        case _:
            pass
    return after


def _opened(progress: Browsing, facts: e.Facts) -> Browsing:
    page = _page(progress, facts)
    at = next(
        (n for n, each in enumerate(progress.pages) if each.name == page.name), -1
    )
    kept = progress.pages if at < 0 else progress.pages[:at]
    if len(kept) >= MOST_KEPT:
        kept = (kept[0], *kept[2:])
    after = _turned(progress, (*kept, page))
    read = after.read | {page.of} if page.sort == "article" else after.read
    return replace(after, read=read)


def _turned(progress: Browsing, pages: tuple[Page, ...]) -> Browsing:
    turned = progress.turned + 1
    return replace(progress, pages=pages, turned=turned, refused="", refusal="")


def _page(progress: Browsing, facts: e.Facts) -> Page:
    typed = bool(facts["typed"])
    return Page(
        sort=cast("PageSort", facts["sort"]),
        of=str(facts["of"]),
        title=str(facts["title"]),
        says=cast("tuple[str, ...]", facts["says"]),
        rows=cast("Rows", facts["rows"]),
        note=str(facts["note"]),
        shown=bool(facts["shown"]),
        typed=typed,
        words=progress.words if typed else "",
    )


def _said(progress: Browsing, event: e.Said) -> Browsing:
    if event.speaker != CUSTOMER:
        return progress
    return replace(progress, words=event.words)


def _met(progress: Browsing, event: e.FrictionMet) -> Browsing:
    return replace(progress, met=progress.met | {event.code})


def _refused(progress: Browsing, event: e.InputRefused) -> Browsing:
    return replace(progress, refused=event.field, refusal=event.says)


FOLDS: Mapping[type[e.Event], Fold] = {
    e.StepTaken: _stepped,
    e.Said: _said,
    e.FrictionMet: _met,
    e.InputRefused: _refused,
}
"""What each event makes of a visit to a help centre."""
