"""Whether a help centre's lists and links lead anywhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import chain

from empathy_sim.journey.touchpoints.search import ArticleLink, Listing, Search
from empathy_sim.library.meaning_exits import leads_by
from empathy_sim.library.meaning_graph import Edges, first_parts, on_circles, reached
from empathy_sim.library.meaning_wrong import Wrong, near, nearest
from empathy_sim.library.places import Path
from empathy_sim.library.walks import walk_of


def wrong_search(search: Search, at: Path) -> Iterator[Wrong]:
    """Articles that there are not, or that nothing lists; circles without a way out."""
    named = [*_named(search)]
    for path, name in named:
        if name not in search.articles:
            says = f'"{name}" is not an article of this help centre'
            hint = nearest(name, search.articles, "its articles:")
            yield Wrong("E336", (*at, *path), says, hint, name=name)
    yield from _unlisted(
        search, [(path, _meant(search, name)) for path, name in named], at
    )
    yield from _same_names(search, at)
    yield from _lost_exits(search, at)
    yield from _walled_in(search, at)


def _meant(search: Search, name: str) -> str:
    """The article of a name, also where it is misspelt; empty where none is near."""
    return name if name in search.articles else near(name, search.articles)


def _named(search: Search) -> Iterator[tuple[Path, str]]:
    """Every mention of an article, with its path."""
    yield from _each(("popular",), search.popular)
    for path, listing in _listings(search):
        yield from _each((*path, "shows"), listing.shows)
    for index, entry in enumerate(search.finds):
        yield from _each(("finds", index, "shows"), entry.shows)
    for index, contact in enumerate(search.contacts):
        for number, step in enumerate(contact.steps):
            yield from _each(("contacts", index, "steps", number, "shows"), step.shows)
    for path, link in _links(search):
        if link.to is not None:
            yield (*path, "to"), link.to


def _each(path: Path, names: Collection[str]) -> Iterator[tuple[Path, str]]:
    return (((*path, index), name) for index, name in enumerate(names))


def _listings(search: Search) -> Iterator[tuple[Path, Listing]]:
    for index, listing in enumerate(search.categories):
        yield ("categories", index), listing
    for index, listing in enumerate(search.nothing.did_you_mean):
        yield ("nothing", "did_you_mean", index), listing


def _links(search: Search) -> Iterator[tuple[Path, ArticleLink]]:
    for name, article in search.articles.items():
        for index, link in enumerate(article.links):
            yield ("articles", name, "links", index), link


def _edges(search: Search) -> Mapping[str, list[str]]:
    """Where the links of each article lead within the help centre."""
    return {
        name: [_meant(search, link.to) for link in article.links if link.to]
        for name, article in search.articles.items()
    }


def _unlisted(
    search: Search, named: Collection[tuple[Path, str]], at: Path
) -> Iterator[Wrong]:
    """Articles that no list has and no link opens."""
    edges: Edges = _edges(search)
    listed = [name for path, name in named if path[-1] != "to"]
    if "" in chain(listed, *edges.values()):
        return
    found = reached(edges, listed)
    unreached = [name for name in search.articles if name not in found]
    for name, *_ in first_parts(edges, unreached):
        says = f'nothing leads to the article "{name}"'
        hint = "let an entry of finds or a list show it, or take it out"
        where: Path = (*at, "articles", name)
        yield Wrong("E327", where, says, hint, on_key=True, name=name)


def _same_names(search: Search, at: Path) -> Iterator[Wrong]:
    """What stands on a page beside something else of its name."""
    contacts = {each.name for each in search.contacts}
    for path, listing in _listings(search):
        if listing.name in search.articles or listing.name in contacts:
            yield _taken(listing.name, (*at, *path), has_id=listing.id is not None)
    for path, link in _links(search):
        if link.name in contacts:
            yield _taken(link.name, (*at, *path), has_id=link.id is not None)
    for index, contact in enumerate(search.contacts):
        if contact.name in search.articles:
            here: Path = (*at, "contacts", index)
            yield _taken(contact.name, here, has_id=contact.id is not None)


def _taken(name: str, at: Path, *, has_id: bool) -> Wrong:
    says = f'"{name}" is the name of something else on that page already'
    hint = f"give it another, as in id: {name}-2"
    return Wrong("E330", (*at, "id" if has_id else "says"), says, hint)


def _lost_exits(search: Search, at: Path) -> Iterator[Wrong]:
    """Articles that answer, and then nothing follows."""
    if leads_by(search, "answered"):
        return
    for name, article in search.articles.items():
        if article.answers and not any(link.leads for link in article.links):
            says = f'"{name}" answers, and nothing says where that leads'
            hint = "add answered: ... to leads, or a link that leads on"
            yield Wrong("E320", (*at, "leads"), says, hint, on_key=True)
            return


def _walled_in(search: Search, at: Path) -> Iterator[Wrong]:
    """Links that lead in a circle where only closing the page leads out."""
    back = [n for n, each in enumerate(search.contacts) if each.back is not None]
    edges = _edges(search)
    among = on_circles(edges)
    round_it = [name for name in edges if name in among]
    if not back and not round_it:
        return
    if leads_by(search, "answered") or _leads_on(search):
        return
    where: Path = ("contacts", back[0]) if back else ("articles", round_it[0])
    yield Wrong(
        "E343",
        (*at, *where),
        "this leads in a circle, and only closing the page leads out of it",
        "write way_out: {says: ..., leads: ...}, which appears after two rounds",
        on_key=not back,
    )


def _leads_on(search: Search) -> bool:
    """Whether anything but its exits leads out of the help centre."""
    kept = ("leads", "at_most")
    return any(each.at[0] not in kept for each in walk_of(search).of("target"))
