"""From page to page of a help centre."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from empathy_sim.engine import events as e
from empathy_sim.engine.going import leave
from empathy_sim.engine.hearing import hears
from empathy_sim.engine.help_pages import Browsing, PageSort, Rows
from empathy_sim.engine.transcript import CUSTOMER
from empathy_sim.engine.turn import Turn
from empathy_sim.engine.view import View
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.touchpoint import Happens
from empathy_sim.journey.touchpoints.search import (
    Article,
    ArticleLink,
    ContactLink,
    Finds,
    Listing,
    Search,
    ShownNumber,
)
from empathy_sim.journey.units import DAY

LONGEST_TYPED = 200
"""Characters that the box takes."""
_DEEP = 2
"""From that page on, what stands between is digging."""
_BLANK: e.Facts = {
    "title": "",
    "says": (),
    "rows": (),
    "note": "",
    "shown": True,
    "typed": False,
}
"""A page with nothing on it."""
_SEARCH = Turn[Search, Browsing]
_VIEW = View[Search, Browsing]


def open_front(turn: _SEARCH, says: str = "") -> None:
    """The front page; it may have something to say to those who come back to it."""
    noun = turn.noun
    said = (turn.words(says),) if says else ()
    title, listed = turn.words(noun.says), rows(turn, noun.popular)
    _open(turn, "front", title=title, says=said, rows=listed)


def search(turn: _SEARCH, text: str) -> None:
    """Words are typed, and something is found, or nothing.

    Raises:
        MoveRefused: there is nothing to search for, or too much.
    """
    if not text:
        raise MoveRefused(says="Type a word or two first.", field="say")
    if len(text) > LONGEST_TYPED:
        says = f"That is too long to search for; {LONGEST_TYPED} characters at most."
        raise MoveRefused(says=says, field="say")
    turn.emit(e.Said(*turn.at, CUSTOMER, "", text))
    for entry in turn.open(turn.noun.finds):
        listed = rows(turn, entry.shows)
        if listed and hears(text, entry.hears):
            _find(turn, entry, listed)
            return
    says = turn.words(turn.noun.nothing.says)
    _open(turn, "results", says=(says,), typed=True)
    once(turn, "nothing_found")


def _find(turn: _SEARCH, entry: Finds, listed: Rows) -> None:
    first = _take(turn, f"finds/{entry.name}")
    note = turn.words(entry.as_ or "")
    _open(turn, "results", entry.name, note=note, rows=listed, typed=True)
    if first:
        turn.happen(entry)
    if entry.as_ and entry.friction is None:
        once(turn, "wrong_results", entry.name, entry.cause)


def open_list(turn: _SEARCH, listing: Listing) -> None:
    """The articles under a heading."""
    listed = rows(turn, listing.shows)
    _open(turn, "list", listing.name, title=turn.words(listing.says), rows=listed)


def open_article(turn: _SEARCH, name: str) -> None:
    """An article, or what stands in its way."""
    article = turn.noun.articles[name]
    first = name not in turn.progress.read
    title, wall = turn.words(article.title), article.sign_in
    if wall is not None and turn.holds(wall.when):
        said = (turn.words(wall.says),)
        _open(turn, "article", name, title=title, says=said, shown=False)
        once(turn, "behind_sign_in", name, article.cause)
        return
    note, says = turn.words(article.updated or ""), tuple(map(turn.words, article.says))
    _open(turn, "article", name, title=title, says=says, note=note)
    if first:
        turn.happen(article)
    if article.outdated and article.friction is None:
        once(turn, "article_outdated", name, article.cause)


def follow_link(turn: _SEARCH, link: ArticleLink) -> None:
    """A link under an article: to another, out, or to what is not there any more."""
    of = turn.progress.page.of
    if _take(turn, f"{of}/{link.name}"):
        turn.happen(link)
    if link.leads is not None:
        leave(turn, link.name, link.leads)
    elif link.to is not None:
        if _is_circle(turn, of, link.to):
            turn.step("led_back")
            once(turn, "article_loop", link.to, link.cause)
        open_article(turn, link.to)
    else:
        says = turn.words(link.refuses or "")
        turn.emit(e.InputRefused(*turn.at, link.name, "gone", says))
        if link.friction is None:
            once(turn, "article_outdated", of, link.cause)


def _is_circle(turn: _SEARCH, of: str, to: str) -> bool:
    """Whether a link leads back to where one has been, and from where it leads on."""
    articles = turn.noun.articles
    if to not in turn.progress.read or articles[to].answers:
        return False
    seen: set[str] = set()
    waiting = [to]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting.extend(each.to for each in articles[name].links if each.to)
    return of in seen


def follow_contact(turn: _SEARCH, contact: ContactLink) -> None:
    """A link that promises somebody."""
    if _take(turn, f"contacts/{contact.name}"):
        turn.happen(contact)
    dig(turn, contact, 0)


def dig(turn: _SEARCH, contact: ContactLink, depth: int) -> None:
    """The next page before somebody can be reached, or what is behind them all."""
    stand = [at for at, each in enumerate(contact.steps) if turn.holds(each.when)]
    at = next((each for each in stand if each >= depth), None)
    if at is not None:
        step = contact.steps[at]
        of, says = f"{contact.name}.{at + 1}", (turn.words(step.says),)
        title, listed = turn.words(contact.says), rows(turn, step.shows)
        _open(turn, "contact", of, title=title, says=says, rows=listed)
        is_deep = stand.index(at) + 1 >= _DEEP
        if is_deep and contact.back is None and contact.friction is None:
            once(turn, "number_hidden", contact.name, contact.cause)
    elif contact.leads is not None:
        leave(turn, contact.name, contact.leads)
    elif contact.number is not None:
        _open_number(turn, contact, contact.number)
    else:
        turn.step("led_back")
        open_front(turn, contact.back or "")
        if contact.friction is None:
            once(turn, "contact_loop", contact.name, contact.cause)


def _open_number(turn: _SEARCH, contact: ContactLink, number: ShownNumber) -> None:
    shown = is_shown(turn, number)
    says = (number.says, number.shows) if shown else (number.closed,)
    title, said = turn.words(contact.says), tuple(map(turn.words, says))
    _open(turn, "number", contact.name, title=title, says=said, shown=shown)
    if not shown and number.friction is None:
        once(turn, "number_closed", contact.name, number.cause)


def is_shown(view: _VIEW, number: ShownNumber) -> bool:
    """Whether a number is shown at this time of day."""
    hours = number.hours
    if hours is None or not view.holds(hours.when):
        return True
    time = (view.state.calendar.at + view.story_ms) % DAY
    return hours.from_ <= time < hours.to


def rate(turn: _SEARCH, answer: str) -> None:
    """What was answered to whether an article was helpful."""
    page = turn.progress.page
    turn.step("rated", article=page.of, answer=answer)
    if answer == "no":
        once(turn, "no_was_thanked", page.of)


def rows(view: _VIEW, names: Iterable[str]) -> Rows:
    """Articles as a list shows them, but for those that lists do not have now."""
    known = view.noun.articles
    listed = ((name, known[name]) for name in names if name in known)
    return tuple(
        (name, view.words(each.title), _begins(view, each))
        for name, each in listed
        if view.holds(each.when)
    )


def _begins(view: _VIEW, article: Article) -> str:
    return view.words(article.says[0])


def happening_in(noun: Search) -> Iterator[tuple[str, Happens]]:
    """Everything that happens once a visit, by the name under which it is noted."""
    for name, article in noun.articles.items():
        yield f"articles/{name}", article
        for link in article.links:
            yield f"{name}/{link.name}", link
    for entry in noun.finds:
        yield f"finds/{entry.name}", entry
    for contact in noun.contacts:
        yield f"contacts/{contact.name}", contact


def once(turn: _SEARCH, code: str, detail: str = "", cause: str | None = None) -> None:
    """A friction, the first time that it is met at a visit."""
    if code not in turn.progress.met:
        turn.meet(code, detail, cause)


def _take(turn: _SEARCH, name: str) -> bool:
    """Note that something was taken; whether it is for the first time."""
    first = name not in turn.progress.taken
    if first:
        turn.step("taken", name=name)
    return first


def _open(turn: _SEARCH, sort: PageSort, of: str = "", **facts: e.Plain) -> None:
    turn.step("opened", **{**_BLANK, "sort": sort, "of": of, **facts})
