"""Causes that stand beside what makes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from empathy_sim.journey.scenario import Scenario
from empathy_sim.journey.touchpoint import Happens, Touchpoint
from empathy_sim.journey.touchpoints.counter import Counter, Update, Visit
from empathy_sim.journey.touchpoints.order import OrderAction, Status
from empathy_sim.journey.touchpoints.search import (
    Article,
    ArticleLink,
    ContactLink,
    Finds,
    Search,
    ShownNumber,
)
from empathy_sim.journey.walking import Walked
from empathy_sim.library.meaning_frictions import SLOW, by_updates
from empathy_sim.library.meaning_graph import reached
from empathy_sim.library.meaning_wrong import Wrong
from empathy_sim.library.places import Path


def causes_of_nothing(scenario: Scenario, seen: Walked) -> Iterator[Wrong]:
    """Causes beside a message, a link, an option, ... that makes no friction.

    Args:
        scenario: whose causes.
        seen: all that is in it.
    """
    for path, noun in seen.nouns:
        match noun:
            case Happens(cause=str() as cause, friction=None):
                touchpoint = scenario.touchpoints[str(path[1])]
                if not _makes(noun, touchpoint):
                    yield _in_vain(cause, (*path, "cause"))
            case _:
                pass


def _in_vain(cause: str, at: Path) -> Wrong:
    return Wrong(
        "W405",
        at,
        f'"{cause}" stands here, and nothing goes wrong by this',
        "write friction: beside it, or take it out; the touchpoint has its own",
        name=cause,
    )


def _makes(noun: Happens, touchpoint: Touchpoint) -> bool:
    """Whether something makes a friction by itself, with the cause beside it."""
    makes = _BY_ITSELF.get(type(noun))
    return makes is not None and makes(noun, touchpoint)


def _update(update: Update, counter: Counter) -> bool:
    match counter.visit:
        case Visit() as visit:
            return any(each is update for _, each in by_updates(visit))
        case _:
            return False


def _status(status: Status, _order: object) -> bool:
    is_slow = status.refund is not None and status.refund.business_days >= SLOW
    return status.label_only or status.charged_in_full or is_slow


def _link(link: ArticleLink, search: Search) -> bool:
    """Whether a link is refused, or leads to where one can come back from."""
    if link.to is None or link.to not in search.articles:
        return link.refuses is not None
    edges = {
        name: [each.to for each in article.links if each.to]
        for name, article in search.articles.items()
    }
    holding = {
        name
        for name, article in search.articles.items()
        if any(each is link for each in article.links)
    }
    there = reached(edges, [link.to])
    return not (search.articles[link.to].answers or holding.isdisjoint(there))


def _contact(contact: ContactLink, _search: object) -> bool:
    return contact.back is not None or len(contact.steps) > 1


def _article(article: Article, _search: object) -> bool:
    return article.outdated or article.sign_in is not None


def _finds(finds: Finds, _search: object) -> bool:
    return finds.as_ is not None


def _number(number: ShownNumber, _search: object) -> bool:
    return number.hours is not None


def _action(action: OrderAction, _order: object) -> bool:
    return action.refuses is not None


_BY_ITSELF: Mapping[type[Happens], Callable[[Any, Any], bool]] = {
    Article: _article,
    ArticleLink: _link,
    ContactLink: _contact,
    Finds: _finds,
    OrderAction: _action,
    ShownNumber: _number,
    Status: _status,
    Update: _update,
}
"""What else than a named friction is met with the cause beside it."""
