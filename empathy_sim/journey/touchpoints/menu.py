"""A phone menu: prompts, keys, mishearings, loops."""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec import field

from empathy_sim.journey.condition import Condition
from empathy_sim.journey.marks import (
    Count,
    Duration,
    FactId,
    Id,
    Switch,
    Target,
    Text,
)
from empathy_sim.journey.noun import Noun
from empathy_sim.journey.slugs import slug
from empathy_sim.journey.touchpoint import Channel, Happens, Touchpoint
from empathy_sim.journey.units import SECOND, Unreadable

Key = Literal["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#"]


class MenuOption(Happens, frozen=True, kw_only=True):
    """One choice that the recording reads out."""

    press: Key
    """The key, in quotes: `"2"`."""
    says: Text
    """As it is read out: `For deliveries, press 2.`"""
    leads: Target
    """A touchpoint, an exit, or this menu again, which makes it a loop."""
    when: Condition | None = None
    """Offered only when this is so."""


class TimesOut(Noun, frozen=True, kw_only=True):
    """What happens when no key is pressed in time."""

    after: Duration = 8 * SECOND
    """Counted from the end of the recording."""
    says: tuple[Text, ...] = ("I didn't get that.",)
    """A ladder: what is said at the first silence, the second, ..., each time before
    the choices are read again. One more silence, and the menu ends by `timed_out`."""
    goodbye: Text | None = None
    """Said before it ends."""


class Hears(Noun, frozen=True, kw_only=True):
    """Words that a speaking menu knows."""

    words: tuple[str, ...]
    """Whole words, case ignored; the first entry in the file that matches wins."""
    leads: Target
    """Where it leads."""
    id: Id | None = None
    """By default the slug of its first word."""

    def __post_init__(self) -> None:
        if not self.words:
            raise Unreadable("no words to hear", "write words: [cancel]", code="E213")

    @property
    def name(self) -> str:
        """The entry's id, unique in its menu."""
        return self.id or slug(self.words[0])


class Mishears(Noun, frozen=True, kw_only=True):
    """What the machine heard instead."""

    as_: Text
    """What it reads back: `You would like to cancel everything. Is that right?`"""
    times: Count = 1
    """How often before it hears what was said."""
    leads: Target | None = None
    """Where a yes leads; by default it asks again all the same."""


class Speech(Noun, frozen=True, kw_only=True):
    """A menu that listens instead of reading out keys."""

    asks: Text
    """The question."""
    hears: tuple[Hears, ...]
    """The words it knows, the first that matches wins."""
    mishears: Mishears | None = None
    """What it hears instead."""
    not_understood: tuple[Text, ...] = ("I'm sorry, I didn't catch that.",)
    """A ladder: what is said the first time, the second, ..., each time before it
    asks again. Once more, and the menu goes on by its keys, if it has any, or ends by
    `timed_out`."""
    yes: tuple[str, ...] = ("yes", "yeah", "yep", "correct")
    """Words that it takes for a yes."""
    no: tuple[str, ...] = ("no", "nope", "not")
    """Words that it takes for a no."""

    def __post_init__(self) -> None:
        if not self.yes or not self.no:
            raise Unreadable(
                "a listening menu knows a yes and a no",
                "leave yes and no out, or write yes: [yes]",
                code="E213",
            )


class KeysIn(Noun, frozen=True, kw_only=True):
    """A number that must be keyed in before the choices are read."""

    fact: FactId
    """Only its digits count: for HV-104233-QK they are 104233."""
    says: Text
    """`Please key in your order number, followed by the hash key.`"""
    identity: Switch = False
    """Whether it is asked to prove who is calling."""
    wrong: Text = "I'm sorry, that number was not recognised."
    """What is said to a wrong number."""
    waits: Duration = 20 * SECOND
    """How long it waits for the next digit, counted from the end of the recording or
    from the last one: whoever keys it in has to find it first, and to look again."""
    tries: Count = 2
    """After so many wrong ones the menu goes on all the same."""
    leads: Target | None = None
    """Where it leads then; by default the menu goes on with its choices."""


class RefusesZero(Noun, frozen=True, kw_only=True):
    """What 0 does, where a person is hoped for behind it."""

    says: Text = "That is not a valid option."
    """What is said to it."""
    works_after: Count | None = None
    """After so many refusals it works after all."""
    leads: Target | None = None
    """Where it leads then."""


class Menu(Touchpoint, frozen=True, kw_only=True):
    """A recorded voice that offers keys, or listens.

    Prompts are read out in real time, at fifteen characters a second: the greeting,
    `changed`, then in this order what it has of `asks`, `speech` and `options`.
    Without a `timed_out` in `leads`, a menu that ends by itself ends as if the line
    had dropped, or had been hung up.
    """

    CHANNEL: ClassVar[Channel] = "phone"
    EXITS: ClassVar[tuple[str, ...]] = ("hung_up",)
    MAY_EXIT: ClassVar[tuple[str, ...]] = ("timed_out", "dropped")
    FRICTIONS: ClassVar[tuple[str, ...]] = (
        "menu_changed",
        "no_barge_in",
        "menu_timed_out",
        "misheard",
        "not_understood",
        "menu_loop",
        "zero_refused",
        "asked_again",
    )

    kind: Literal["menu"]
    says: Text
    """The greeting."""
    changed: Text | None = None
    """Said after the greeting: `Please listen carefully, as our menu has changed.`"""
    asks: KeysIn | None = None
    """A number to be keyed in first."""
    options: tuple[MenuOption, ...] = ()
    """The choices, in the order in which they are read out."""
    barge_in: Switch = True
    """Whether a key is heard while the recording speaks."""
    times_out: TimesOut = field(default_factory=TimesOut)
    """What happens when no key is pressed; for a number `asks` has a wait of its own."""
    zero: RefusesZero | None = None
    """What 0 does; without it, 0 is a key like any other."""
    speech: Speech | None = None
    """Words that it listens for."""
    wrong_key: Text = "That is not a valid option."
    """What is said to a key that leads nowhere."""
