"""A search: a help centre and its articles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from msgspec import field

from empathy_sim.journey.condition import Condition
from empathy_sim.journey.marks import (
    Count,
    Id,
    OwnWords,
    Switch,
    Target,
    Text,
    TimeOfDay,
)
from empathy_sim.journey.noun import Noun
from empathy_sim.journey.slugs import slug
from empathy_sim.journey.touchpoint import Channel, Happens, Touchpoint
from empathy_sim.journey.units import Unreadable

ArticleId = Id


class ArticleLink(Happens, frozen=True, kw_only=True):
    """Something in an article that can be followed."""

    ONE_OF: ClassVar[tuple[str, ...]] = ("to", "leads", "refuses")

    says: OwnWords
    """What it is called on the page."""
    to: ArticleId | None = None
    """The article that it opens; one that was read before makes a circle."""
    leads: Target | None = None
    """Where it leads out of the help centre."""
    refuses: Text | None = None
    """Said in place: what the article speaks of is not there any more."""
    id: Id | None = None
    """By default the slug of what it says."""
    when: Condition | None = None
    """When the article has it; by default always."""

    def __post_init__(self) -> None:
        ways = (self.to, self.leads, self.refuses)
        if sum(each is not None for each in ways) != 1:
            raise Unreadable(
                "a link needs one of to, leads and refuses",
                "write to: an article, leads: a touchpoint, or what is said instead",
                code="E213",
            )

    @property
    def name(self) -> str:
        """The link's id, unique in its article."""
        return self.id or slug(self.says)


class SignInWall(Noun, frozen=True, kw_only=True):
    """What stands where an article should stand."""

    says: Text
    """Why the article is not there."""
    button: OwnWords = "Sign in"
    """What the way to sign in is called."""
    leads: Target | None = None
    """Where one signs in; without it there is no button."""
    when: Condition | None = None
    """When it stands there; by default always."""


class Article(Happens, frozen=True, kw_only=True):
    """A page of the help centre."""

    title: Text
    """Its heading, and its row in a list."""
    says: tuple[Text, ...]
    """One paragraph each."""
    answers: Switch = False
    """Whether it answers what the customer came for; then one may leave `answered`."""
    updated: Text | None = None
    """When it was last looked at, as it stands on the page."""
    outdated: Switch = False
    """Whether what it tells of is no longer so."""
    sign_in: SignInWall | None = None
    """What has to be passed before it can be read."""
    links: tuple[ArticleLink, ...] = ()
    """What can be followed under it."""
    when: Condition | None = None
    """When it is there; by default always."""

    def __post_init__(self) -> None:
        if not self.says:
            raise Unreadable(
                f'the article "{self.title}" says nothing',
                "write says: and a paragraph or more",
                code="E213",
            )


class Finds(Happens, frozen=True, kw_only=True):
    """What is found for some words."""

    hears: tuple[str, ...]
    """Whole words or phrases, case ignored; the first entry in the file wins."""
    shows: tuple[ArticleId, ...]
    """The articles that are listed, in their order."""
    as_: Text | None = None
    """The word that it went by, where that was the wrong one."""
    id: Id | None = None
    """By default the slug of its first words."""
    when: Condition | None = None
    """When it is there; by default always."""

    def __post_init__(self) -> None:
        if not self.hears or not self.shows:
            raise Unreadable(
                "an entry needs words to hear, and articles to show for them",
                "write hears: [refund] and shows: [an-article]",
                code="E213",
            )

    @property
    def name(self) -> str:
        """The entry's id, unique in its help centre."""
        return self.id or slug(self.hears[0])


class Listing(Noun, frozen=True, kw_only=True):
    """Articles under a heading: a category, or a search that is suggested."""

    says: Text
    """The heading."""
    shows: tuple[ArticleId, ...]
    """The articles under it, in their order."""
    id: Id | None = None
    """By default the slug of what it says."""
    when: Condition | None = None
    """When it is offered; by default always."""

    def __post_init__(self) -> None:
        if not self.shows:
            raise Unreadable(
                f'there is nothing under "{self.says}"',
                "write shows: [an-article]",
                code="E213",
            )

    @property
    def name(self) -> str:
        """Its id, unique in its help centre."""
        return self.id or slug(self.says)


class FindsNothing(Noun, frozen=True, kw_only=True):
    """What is said to words for which nothing is found."""

    says: Text = "We found nothing for your search."
    """What stands there instead of a list."""
    did_you_mean: tuple[Listing, ...] = ()
    """Searches that are suggested instead, each with what it shows."""


class Helpful(Noun, frozen=True, kw_only=True):
    """A question under every article; whatever is answered counts for the article."""

    asks: Text = "Was this article helpful?"
    """The question."""
    yes: OwnWords = "Yes"
    """What yes is called."""
    no: OwnWords = "No"
    """What no is called."""
    thanks: Text = "Thank you for your feedback."
    """What is said to either."""


class ContactStep(Noun, frozen=True, kw_only=True):
    """A page that stands before a way to get in touch."""

    says: Text
    """What it says first."""
    shows: tuple[ArticleId, ...] = ()
    """Articles that it would rather have read."""
    button: OwnWords = "I still need help"
    """What goes on; named last."""
    when: Condition | None = None
    """When it stands there; by default always."""


class ShownHours(Noun, frozen=True, kw_only=True):
    """The time of day at which something is shown."""

    from_: TimeOfDay
    """When it appears."""
    to: TimeOfDay
    """By then it is gone."""
    when: Condition | None = None
    """When these hours hold; otherwise it is shown at any time."""

    def __post_init__(self) -> None:
        if not self.from_ < self.to:
            raise Unreadable(
                "hours end after they begin", "write from: 9:00, to: 17:00", code="E213"
            )


class ShownNumber(Happens, frozen=True, kw_only=True):
    """A telephone number, at last."""

    shows: Text
    """The number itself."""
    leads: Target
    """Where ringing it leads."""
    says: Text = "You can ring us on"
    """What stands before it."""
    button: OwnWords = "Ring them"
    """What ringing it is called."""
    hours: ShownHours | None = None
    """When the page shows it; by default always."""
    closed: Text = "Our number is shown while our lines are open."
    """What stands there at other times."""


class ContactLink(Happens, frozen=True, kw_only=True):
    """A link at the foot of every page that promises somebody."""

    ONE_OF: ClassVar[tuple[str, ...]] = ("back", "number", "leads")

    says: OwnWords = "Contact us"
    """What it is called."""
    steps: tuple[ContactStep, ...] = ()
    """Pages that come before, one behind the other."""
    back: Text | None = None
    """The front page once more, and what it says then."""
    number: ShownNumber | None = None
    """A telephone number, behind the pages that come before."""
    leads: Target | None = None
    """Where it leads out of the help centre, behind those pages."""
    id: Id | None = None
    """By default the slug of what it says."""
    when: Condition | None = None
    """When the foot of the page has it; by default always."""

    def __post_init__(self) -> None:
        ways = (self.back, self.number, self.leads)
        if sum(each is not None for each in ways) != 1:
            raise Unreadable(
                "a contact link needs one of back, number and leads",
                "write back: what the front page says then, number:, or leads:",
                code="E213",
            )

    @property
    def name(self) -> str:
        """The link's id, unique in its help centre."""
        return self.id or slug(self.says)


class WayOut(Noun, frozen=True, kw_only=True):
    """A link that appears once one has been led in a circle."""

    says: OwnWords
    """What it is called."""
    leads: Target
    """Where it leads."""
    after: Count = 2
    """How often one has been led back by then."""


class Search(Touchpoint, frozen=True, kw_only=True):
    """A help centre: a box to search in, lists, articles, links that lead back.

    `home` and `back` are always there, and closing the page leads `left`.
    """

    CHANNEL: ClassVar[Channel] = "web"
    EXITS: ClassVar[tuple[str, ...]] = ("left",)
    MAY_EXIT: ClassVar[tuple[str, ...]] = ("answered",)
    FRICTIONS: ClassVar[tuple[str, ...]] = (
        "wrong_results",
        "nothing_found",
        "article_loop",
        "contact_loop",
        "behind_sign_in",
        "article_outdated",
        "no_was_thanked",
        "number_hidden",
        "number_closed",
    )

    kind: Literal["search"]
    site: Text
    """What the address bar shows."""
    says: Text = "How can we help?"
    """The heading of the front page."""
    box: Text = "Search for help"
    """What stands in the box while it is empty."""
    articles: Mapping[ArticleId, Article]
    """Every article, under a name of its own."""
    categories: tuple[Listing, ...] = ()
    """Lists that the front page offers."""
    popular: tuple[ArticleId, ...] = ()
    """Articles that the front page lists."""
    finds: tuple[Finds, ...] = ()
    """What is found for which words."""
    nothing: FindsNothing = field(default_factory=FindsNothing)
    """What is said where no entry hears anything."""
    helpful: Helpful | None = None
    """A question under every article, if it is asked."""
    contacts: tuple[ContactLink, ...] = ()
    """Links at the foot of every page that promise somebody."""
    way_out: WayOut | None = None
    """The way out of circles, said once they have been walked."""
    done: OwnWords = "That answers it"
    """What `answered` is called under an article that answers."""

    def __post_init__(self) -> None:
        if not self.articles:
            raise Unreadable(
                "a help centre needs an article",
                "add one to articles, under a name of its own",
                code="E213",
            )
