"""A counter: a hall, or a home."""

from __future__ import annotations

from typing import ClassVar, Literal

from empathy_sim.journey.condition import Condition
from empathy_sim.journey.marks import (
    At,
    Count,
    Duration,
    Id,
    OwnWords,
    ResourceId,
    Switch,
    Text,
    TimeOfDay,
)
from empathy_sim.journey.noun import Noun
from empathy_sim.journey.slugs import slug
from empathy_sim.journey.touchpoint import Channel, Happens, Touchpoint, sent_by
from empathy_sim.journey.units import DAY, MINUTE, SECOND, Unreadable

LooksLike = Literal["hall", "home"]
_CLERK = "the clerk"


class Called(Noun, frozen=True, kw_only=True):
    """A number of another letter that comes up on the board."""

    at: At
    """When, counted from the customer's own ticket."""
    says: Text
    """`B 41`."""
    to: Text = ""
    """The counter it is called to."""
    sees: Text = ""
    """What is seen of it: `A man who came in after you gets up.`"""
    came_later: Switch = False
    """Whether its holder came in after the customer; to see that is a friction."""


class Tells(Happens, frozen=True, kw_only=True):
    """Somebody says, on the way, that this is the wrong ticket.

    From then on the machine gives another, and the wait begins anew.
    """

    at: At
    """When, counted from the ticket."""
    who: Text
    """Who says it: `A woman with a pram`."""
    says: Text
    """What is said."""

    @property
    def said_by(self) -> str:
        return self.who


class Shuts(Noun, frozen=True, kw_only=True):
    """The counter closes as the turn comes, and opens again."""

    lasts: Duration
    """How much longer the wait is."""
    says: Text
    """What stands on the glass."""
    when: Condition | None = None
    """By default always."""

    @property
    def said_by(self) -> str:
        return "a sign"


class FormFirst(Noun, frozen=True, kw_only=True):
    """A form that should have been filled in before, and a new ticket after it."""

    form: Text
    """What it is called: `Form K7`."""
    says: Text
    """What the clerk says about it."""
    lasts: Duration
    """How long until the new number is called; filling it in is part of that."""
    when: Condition | None = None
    """By default always."""

    @property
    def said_by(self) -> str:
        return _CLERK


class SendsOn(Noun, frozen=True, kw_only=True):
    """The clerk sends the customer to another counter, with a new ticket."""

    to: Id
    """The ticket that is needed instead."""
    says: Text
    """What the clerk says."""

    @property
    def said_by(self) -> str:
        return _CLERK


class Ticket(Noun, frozen=True, kw_only=True):
    """What one button of the machine gives."""

    letter: Text
    """The series: `C`."""
    number: Count
    """One's own number; a second draw has a higher one."""
    says: Text
    """What the button says: `Repairs and returns`."""
    lasts: Duration
    """How long until the number is called."""
    counter: Text = "1"
    """Where it is called to."""
    ahead: Count = 0
    """How many of the same letter are before it; they are called one by one."""
    calls: tuple[Called, ...] = ()
    """Other letters that come up meanwhile."""
    tells: Tells | None = None
    """Somebody who knows that this is the wrong one."""
    shuts: Shuts | None = None
    """The counter closes as the turn comes."""
    form: FormFirst | None = None
    """A form that was wanted first."""
    sends: SendsOn | None = None
    """The counter is the wrong one."""
    id: Id | None = None
    """By default the slug of what the button says."""
    when: Condition | None = None
    """When the machine offers it; by default always."""

    @property
    def said_by(self) -> str:
        return "the machine"

    def __post_init__(self) -> None:
        if self.ahead >= self.number:
            raise Unreadable(
                f"number {self.number} cannot have {self.ahead} before it",
                "write a higher number, or fewer ahead",
                code="E213",
            )

    @property
    def name(self) -> str:
        """The ticket's id, unique in its touchpoint."""
        return self.id or slug(self.says)


class Window(Noun, frozen=True, kw_only=True):
    """The hours between which somebody is to come."""

    opens: TimeOfDay
    """When it begins."""
    closes: TimeOfDay
    """When it ends, on the same day."""

    def __post_init__(self) -> None:
        if self.opens >= self.closes:
            raise Unreadable(
                "a window closes after it opens",
                "write {opens: 8:00, closes: 18:00}",
                code="E213",
            )


class Update(Happens, frozen=True, kw_only=True):
    """A text message about the visit, on the day."""

    at: At
    """When, counted from arriving here."""
    says: Text
    """What it says."""
    stops: Count | None = None
    """How many stops away it says they are; more than it last said is a friction."""
    window: Window | None = None
    """The hours as they are now: later ones are a friction, and so are narrower ones
    that come when half of the first have gone."""
    puts_off: Switch = False
    """Whether nobody comes today: it leads `missed`."""
    when: Condition | None = None
    """By default always."""

    @property
    def said_by(self) -> str:
        return sent_by("text")


class Card(Noun, frozen=True, kw_only=True):
    """A card through the door, where no bell was rung."""

    says: Text
    """What is printed on it."""
    when: Condition | None = None
    """By default always."""

    @property
    def said_by(self) -> str:
        return sent_by("card")


class Visit(Noun, frozen=True, kw_only=True):
    """Somebody who is to come to the house."""

    from_: Text
    """Who sends the messages."""
    says: Text
    """The message that gave the window."""
    window: Window
    """The hours that were promised; the customer begins to wait on that day."""
    lasts: Duration
    """How long until somebody is at the door, counted from arriving here."""
    updates: tuple[Update, ...] = ()
    """What is sent on the day."""
    bell: Text = "The doorbell rings."
    """What is heard as they come."""
    card: Card | None = None
    """Where they come, ring no bell and leave this."""

    @property
    def said_by(self) -> str:
        return sent_by("text", self.from_)


class Meanwhile(Happens, frozen=True, kw_only=True):
    """Something one can do while waiting, once, and is away for."""

    says: OwnWords
    """`Fetch a coffee`, `Take a shower`."""
    takes: Duration
    """How long one is away."""
    back: Text = ""
    """What is there to see as one is back."""
    turn_comes: Switch = False
    """Whether the turn comes in the midst of it, whenever that is."""
    id: Id | None = None
    """By default the slug of what it says."""
    when: Condition | None = None
    """By default always."""

    @property
    def name(self) -> str:
        """The option's id, unique in its touchpoint."""
        return self.id or slug(self.says)


class Meets(Happens, frozen=True, kw_only=True):
    """Who is there in the end: a clerk, an engineer."""

    who: Text
    """A name."""
    says: Text
    """What is said and done; then the touchpoint is left by `served`."""
    able: Switch = True
    """Whether this person can help."""
    reply: OwnWords = "Thank you"
    """What the way on is called."""

    @property
    def said_by(self) -> str:
        return self.who


class Counter(Touchpoint, frozen=True, kw_only=True):
    """A wait for one's turn: in a hall with a ticket, or at home for a visit.

    The turn is announced; who does not go within `answers_within` has missed it.
    """

    CHANNEL: ClassVar[Channel] = "story"
    EXITS: ClassVar[tuple[str, ...]] = ("served", "missed", "left")
    FRICTIONS: ClassVar[tuple[str, ...]] = (
        "others_first",
        "wrong_letter",
        "closed_in_turn",
        "form_first",
        "sent_on",
        "number_passed",
        "stops_rose",
        "window_moved",
        "window_narrowed",
        "window_passed",
        "rang_while_away",
        "missed_at_home",
        "put_off_by_text",
        "day_off_lost",
    )

    kind: Literal["counter"]
    looks_like: LooksLike = "hall"
    """A hall with tickets, or a home with a visit."""
    place: Text = ""
    """The sign over the door, or the address; by default the company's name."""
    says: Text
    """What it is like to wait there, in a sentence or two."""
    tickets: tuple[Ticket, ...] = ()
    """The buttons of the machine; for a hall."""
    visit: Visit | None = None
    """Who is to come; for a home."""
    meanwhile: tuple[Meanwhile, ...] = ()
    """What one may do instead of watching the board or the door."""
    answers_within: Duration = 45 * SECOND
    """How long the number stays, or the visitor stands there."""
    missed: Text = ""
    """What is read once the turn was missed; by default a plain sentence."""
    meets: Meets
    """Who is there in the end."""
    leave: OwnWords = ""
    """What giving up is called; by default `Go home` or `Give it up, and go out`."""
    day_off: ResourceId | None = None
    """The resource that the day uses up; for nothing, where the turn was missed."""

    @property
    def spoken_on(self) -> Channel:
        """A hall is a contact of its own; at home one is only told things."""
        own: Channel = "counter" if self.looks_like == "hall" else "story"
        return self.channel or own

    def __post_init__(self) -> None:
        if (self.looks_like == "hall") != bool(self.tickets):
            raise Unreadable(
                "a hall has tickets, and a home has none",
                "write tickets: [...], or looks_like: home and visit: {...}",
                code="E213",
            )
        if (self.looks_like == "home") != (self.visit is not None):
            raise Unreadable(
                "a home has a visit, and a hall has none",
                "write visit: {...}, or leave it out",
                code="E213",
            )
        if not 5 * SECOND <= self.answers_within <= 10 * MINUTE:
            raise Unreadable(
                "answers_within is from 5s to 10m", "write 45s", code="E213"
            )
        waits = [each.lasts for each in self.tickets]
        waits += [self.visit.lasts] if self.visit is not None else []
        if not all(0 < each <= DAY for each in waits):
            raise Unreadable(
                "the turn comes within a day", "write lasts: 25m", code="E213"
            )
