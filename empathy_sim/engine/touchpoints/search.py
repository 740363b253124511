"""What a help centre does: it leads back."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from empathy_sim.engine import events as e
from empathy_sim.engine import moves as m
from empathy_sim.engine.going import leave
from empathy_sim.engine.hearing import unheard
from empathy_sim.engine.help_pages import FOLDS, Browsing, Page
from empathy_sim.engine.help_turning import (
    LONGEST_TYPED,
    dig,
    follow_contact,
    follow_link,
    open_article,
    open_front,
    open_list,
    rate,
    search,
)
from empathy_sim.engine.kinds import Kind
from empathy_sim.engine.scene import Offer, Told
from empathy_sim.engine.turn import Turn
from empathy_sim.engine.view import View
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.touchpoints.search import (
    Article,
    ArticleLink,
    ContactLink,
    Listing,
    Search,
)

_HOME, _BACK, _LEFT = "Help home", "Back", "Close the page"
_DID_YOU_MEAN = "Did you mean: "
_NOT_FOUND = ("something else", "anything", "hm", "?")
_PURGED = "…"
_SEARCH = Turn[Search, Browsing]
_VIEW = View[Search, Browsing]


class ArticleRow(Struct, frozen=True):
    """An article in a list; it is opened by `Choose(id)`."""

    id: str
    says: str
    begins: str
    """Its first paragraph."""


class SearchFace(Struct, frozen=True):
    """A page of a help centre, in a browser."""

    site: str
    sort: str
    """`front`, `results`, `list`, `article`, `contact` or `number`."""
    heading: str
    says: tuple[str, ...]
    """Paragraphs; under them the list, if there is one."""
    rows: tuple[ArticleRow, ...]
    note: str
    """When an article was updated; empty where that is not said."""
    typed: str
    """What stands in the box: the words that this page was found for."""
    box: str
    """What stands in it while it is empty."""
    is_there: bool
    """Whether an article, or a number, is there to read."""
    asks: str
    """Whether the article was helpful; empty where that is not asked."""
    answer: str
    """What was answered: `yes`, `no` or nothing."""
    thanks: str
    """What was said to that."""
    refused: str
    """The link that came to nothing."""
    refusal: str
    """What was said to it."""
    foot: tuple[str, ...]
    """What can be chosen at the foot of every page, by id."""
    turned: int
    """How many pages were opened or gone back to; another number, another page."""
    kind: str = "search"

    def told(self) -> tuple[Told, ...]:
        at_front = self.sort == "front" and self.turned == 1
        lines = (self.site if at_front else "", self.heading, self.note, *self.says)
        thanked = self.thanks if self.answer else self.asks
        return tuple(Told("", says) for says in (*lines, thanked))


class SearchKind(Kind[Search, Browsing]):
    """Rules of the help centre."""

    folds = FOLDS

    def begin(self, noun: Search) -> Browsing:
        return Browsing()

    def enter(self, turn: _SEARCH) -> None:
        open_front(turn)

    def face(self, view: _VIEW) -> SearchFace:
        noun, progress, page = view.noun, view.progress, view.progress.page
        helpful = noun.helpful if _is_read(page) else None
        answer = progress.rated.get(page.of, "") if helpful else ""
        return SearchFace(
            site=view.words(noun.site),
            sort=page.sort,
            heading=_heading(page),
            says=page.says,
            rows=tuple(ArticleRow(*each) for each in page.rows),
            note=page.note if page.sort == "article" else "",
            typed=page.words,
            box=view.words(noun.box),
            is_there=page.shown,
            asks=view.words(helpful.asks) if helpful else "",
            answer=answer,
            thanks=view.words(helpful.thanks) if helpful and answer else "",
            refused=progress.refused,
            refusal=progress.refusal,
            foot=tuple(each.id for each in _at_foot(view)),
            turned=progress.turned,
        )

    def offers(self, view: _VIEW) -> tuple[Offer, ...]:
        said = tuple(map(m.Say, _examples(view)))
        label = f"{view.words(view.noun.box)}: type a word or two"
        return (
            Offer("say", "say", label, said, limit=LONGEST_TYPED),
            *_on_page(view),
            *_on_every_page(view),
        )

    def answer(self, turn: _SEARCH, move: m.Move) -> None:
        match move:
            case m.Say(text=text):
                search(turn, text.strip())
            case m.Choose(option="left"):
                leave(turn, "left")
            case m.Choose(option=name):
                _choose(turn, name)
            case _:
                raise MoveRefused(says="In a help centre one searches, and reads.")


def _heading(page: Page) -> str:
    if page.sort != "results":
        return page.title
    goes_by, count = page.note or page.words or _PURGED, len(page.rows)
    return f'{count} {"result" if count == 1 else "results"} for "{goes_by}"'


def _is_read(page: Page) -> bool:
    return page.sort == "article" and page.shown


def _examples(view: _VIEW) -> Iterator[str]:
    """A phrase for each entry, and one for which nothing is found."""
    known = [each.hears for each in view.open(view.noun.finds)]
    for phrases in known:
        yield phrases[0]
    yield unheard(_NOT_FOUND, tuple(each for phrases in known for each in phrases))


def _choice(option: str, label: str, *, main: bool = False) -> Offer:
    return Offer("choose", option, label, (m.Choose(option),), main=main)


def _on_page(view: _VIEW) -> Iterator[Offer]:
    """What can be chosen on this page and on no other."""
    page, noun = view.progress.page, view.noun
    for name, title, _ in page.rows:
        yield _choice(name, title)
    for listing in _listings(view):
        asks = "" if page.sort == "front" else _DID_YOU_MEAN
        yield _choice(listing.name, f"{asks}{view.words(listing.says)}")
    if page.sort == "article":
        yield from _under(view, noun.articles[page.of])
    contact, depth = _digging(view)
    if contact is not None and page.sort == "contact":
        yield _choice("on", view.words(contact.steps[depth - 1].button))
    if contact is not None and contact.number and page.sort == "number" and page.shown:
        yield _choice("ring", view.words(contact.number.button), main=True)


def _under(view: _VIEW, article: Article) -> Iterator[Offer]:
    """What can be chosen under an article, or where it should stand."""
    page, noun, wall = view.progress.page, view.noun, article.sign_in
    if not page.shown:
        if wall is not None and wall.leads is not None:
            yield _choice("sign-in", view.words(wall.button), main=True)
        return
    for link in _links(view):
        yield _choice(link.name, view.words(link.says))
    if article.answers and view.leads("answered"):
        yield _choice("answered", view.words(noun.done), main=True)
    if noun.helpful and page.of not in view.progress.rated:
        yield _choice("helpful", view.words(noun.helpful.yes))
        yield _choice("not-helpful", view.words(noun.helpful.no))


def _on_every_page(view: _VIEW) -> Iterator[Offer]:
    if len(view.progress.pages) > 1:
        yield _choice("back", _BACK)
    if view.progress.page.sort != "front":
        yield _choice("home", _HOME)
    yield from _at_foot(view)
    yield _choice("left", _LEFT)


def _at_foot(view: _VIEW) -> Iterator[Offer]:
    """What promises somebody, and the way out of circles once it has appeared."""
    noun, progress = view.noun, view.progress
    for contact in view.open(noun.contacts):
        yield _choice(contact.name, view.words(contact.says))
    if noun.way_out and progress.rounds >= noun.way_out.after:
        yield _choice("way-out", view.words(noun.way_out.says))


def _listings(view: _VIEW) -> tuple[Listing, ...]:
    """The lists that this page offers."""
    page, noun = view.progress.page, view.noun
    if page.sort == "front":
        return view.open(noun.categories)
    is_empty = page.sort == "results" and not page.of
    return view.open(noun.nothing.did_you_mean) if is_empty else ()


def _links(view: _VIEW) -> tuple[ArticleLink, ...]:
    """What this article has to follow, but for articles that are not there now."""
    known = view.noun.articles
    return tuple(
        each
        for each in view.open(known[view.progress.page.of].links)
        if each.to is None or view.holds(known[each.to].when)
    )


def _digging(view: _VIEW) -> tuple[ContactLink | None, int]:
    """The link that led to this page, and how far behind it the page is."""
    name, _, depth = view.progress.page.of.partition(".")
    contact = next((each for each in view.noun.contacts if each.name == name), None)
    return contact, int(depth or 0)


def _choose(turn: _SEARCH, name: str) -> None:
    """Take one of the page's ways on.

    Raises:
        MoveRefused: the page has no such way.
    """
    offers = (*_on_page(turn), *_on_every_page(turn))
    offer = next((each for each in offers if each.id == name), None)
    if offer is None:
        raise MoveRefused(says="The page has nothing of that name.")
    page, mine = turn.progress.page, {each.id for each in _on_page(turn)}
    turn.emit(e.OptionChosen(*turn.at, name, offer.label))
    if name not in mine:
        _anywhere(turn, name)
    elif page.sort == "article":
        _in_article(turn, name)
    else:
        _in_list(turn, name)


def _in_list(turn: _SEARCH, name: str) -> None:
    """A row, a list, or the way on to somebody."""
    contact, depth = _digging(turn)
    if name in {each[0] for each in turn.progress.page.rows}:
        open_article(turn, name)
    elif name == "on" and contact is not None:
        dig(turn, contact, depth)
    elif name == "ring" and contact is not None and contact.number is not None:
        turn.happen(contact.number)
        leave(turn, "ring", contact.number.leads)
    else:
        listing = next(each for each in _listings(turn) if each.name == name)
        open_list(turn, listing)


def _in_article(turn: _SEARCH, name: str) -> None:
    article = turn.noun.articles[turn.progress.page.of]
    link = next((each for each in _links(turn) if each.name == name), None)
    if name == "sign-in" and article.sign_in is not None:
        leave(turn, "sign-in", article.sign_in.leads)
    elif name == "answered":
        leave(turn, "answered")
    elif name in {"helpful", "not-helpful"}:
        rate(turn, "yes" if name == "helpful" else "no")
    elif link is not None:
        follow_link(turn, link)


def _anywhere(turn: _SEARCH, name: str) -> None:
    if name == "back":
        turn.step("went_back")
    elif name == "home":
        open_front(turn)
    elif name == "way-out" and turn.noun.way_out is not None:
        leave(turn, "way-out", turn.noun.way_out.leads)
    else:
        those = turn.open(turn.noun.contacts)
        follow_contact(turn, next(each for each in those if each.name == name))


KIND = SearchKind()
