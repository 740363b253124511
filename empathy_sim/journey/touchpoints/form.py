"""A form: a web page and its rules."""

from __future__ import annotations

from typing import ClassVar, Literal

from empathy_sim.journey.marks import (
    Count,
    Duration,
    FactId,
    FrictionCode,
    Id,
    OwnWords,
    Switch,
    Text,
)
from empathy_sim.journey.noun import Noun
from empathy_sim.journey.touchpoint import Channel, Option, Touchpoint
from empathy_sim.journey.units import Unreadable

RuleKind = Literal[
    "at_least",
    "at_most",
    "has_digit",
    "has_capital",
    "has_symbol",
    "only_digits",
    "only_letters",
    "no_spaces",
    "no_symbol",
    "no_word",
    "email",
    "is_fact",
    "not_fact",
    "same_as",
    "never",
]
COMPARING: tuple[RuleKind, ...] = ("is_fact", "same_as")
"""Rules by which no answer is refused for what it is, but for not being another."""
_NUMBERED = ("at_least", "at_most")
_NAMED = ("is_fact", "not_fact", "same_as")


class Rule(Noun, frozen=True, kw_only=True):
    """What an answer must be; a fixed list, no patterns."""

    is_: RuleKind
    """The rule."""
    than: int | str | None = None
    """For at_least and at_most a number of characters; for is_fact a fact that the
    answer must be, for not_fact one that must not be in it; for same_as a field of
    this form. Others have none. For is_fact and not_fact case, spaces, hyphens and
    other signs make no difference; for no_word, four letters in a row are a word."""
    says: Text
    """The message when it is not so."""
    friction: FrictionCode | None = None
    """By default `valid_refused` where the fact that the customer holds is refused,
    and `rule_revealed_late` from a field's second revealed rule on, where rules come
    one by one."""

    def __post_init__(self) -> None:
        number = isinstance(self.than, int) and not isinstance(self.than, bool)
        if self.is_ in _NUMBERED and not number:
            raise Unreadable(f"{self.is_} needs a number", "write than: 8", code="E213")
        if self.is_ in _NAMED and not isinstance(self.than, str):
            raise Unreadable(
                f"{self.is_} needs a name", "write than: order_number", code="E213"
            )
        if self.than is not None and self.is_ not in (*_NUMBERED, *_NAMED):
            raise Unreadable(
                f"{self.is_} has no use for than",
                f"take than out; {', '.join((*_NUMBERED, *_NAMED))} have one",
                code="E213",
            )


class Field(Noun, frozen=True, kw_only=True):
    """One thing the page wants to know."""

    id: Id
    """Its name, on the whole form."""
    label: Text
    """What stands before it."""
    shows: Literal["text", "password", "choice", "tick"] = "text"
    """What is typed into a password is never kept, only what sorts of characters."""
    asks: FactId | None = None
    """The fact that is asked for here; giving it is counted."""
    choices: tuple[Text, ...] = ()
    """What can be chosen, for a field that shows a choice."""
    optional: Switch = False
    """Whether it may be left empty."""
    missing: Text = "This field is required."
    """The message when it is left empty."""
    hint: Text | None = None
    """A line under it, before anything is wrong."""
    rules: tuple[Rule, ...] = ()
    """What an answer must be, in the order in which it is checked."""
    forgets: Switch = False
    """Wiped whenever anything on the page is refused."""
    paste: Switch = True
    """Whether an answer can be pasted into it."""

    def __post_init__(self) -> None:
        if (self.shows == "choice") != bool(self.choices):
            raise Unreadable(
                "a field shows choices exactly when it has them",
                "write shows: choice and choices: [...]",
                code="E213",
            )


class Page(Noun, frozen=True, kw_only=True):
    """One page of a form."""

    title: Text
    """The heading."""
    fields: tuple[Field, ...]
    """What the page wants to know."""
    says: Text | None = None
    """What stands under the heading."""
    step: Text | None = None
    """What the page claims: `Step 1 of 3`; a claim that grows is a friction."""
    claims: Count | None = None
    """How many steps it claims there are in all."""
    submit: OwnWords = "Continue"
    """What its button says."""


class Expires(Noun, frozen=True, kw_only=True):
    """The session ends by itself and forgets."""

    after: Duration
    """Story time since a page opened; typing does not make it longer."""
    says: Text
    """What the page says when it has forgotten."""
    warns: Duration | None = None
    """How long before it says so; by default it does not."""
    warning: Text | None = None
    """What the warning says."""
    stay: OwnWords | None = None
    """The button in the warning that makes it longer; by default there is none."""
    times: Count = 1
    """How often everything is forgotten and the form begins again at its first page.
    Once more, and it ends by `expired` if that leads anywhere; if not, it does not
    end any more."""
    keeps: tuple[Id, ...] = ()
    """The fields that are not forgotten."""
    go_on: OwnWords | None = None
    """The button under it, once it has ended; by default the form's own."""

    def __post_init__(self) -> None:
        if (self.warns is None) != (self.warning is None):
            raise Unreadable(
                "a warning needs both when and what",
                "write warns: 30s and warning: ...",
                code="E213",
            )
        if self.stay is not None and self.warning is None:
            raise Unreadable(
                "a button to stay needs a warning", "write warning: ...", code="E213"
            )


class Locks(Noun, frozen=True, kw_only=True):
    """So many refused pages and the account is shut."""

    after: Count
    """How many refused pages are enough."""
    says: Text
    """What the page says then."""
    go_on: OwnWords | None = None
    """The button under it: what it leads to. By default the form's own."""


class Form(Touchpoint, frozen=True, kw_only=True):
    """A web form, on one page or several."""

    CHANNEL: ClassVar[Channel] = "web"
    EXITS: ClassVar[tuple[str, ...]] = ("accepted", "left")
    MAY_EXIT: ClassVar[tuple[str, ...]] = ("expired", "locked")
    FRICTIONS: ClassVar[tuple[str, ...]] = (
        "session_expired",
        "rule_revealed_late",
        "valid_refused",
        "error_far_away",
        "cleared_on_error",
        "locked_out",
        "steps_grew",
        "asked_again",
    )

    kind: Literal["form"]
    site: Text
    """What the address bar shows: `hearthandvale.example/account`."""
    pages: tuple[Page, ...]
    """Its pages, in order."""
    reveals: Literal["all", "one_by_one"] = "all"
    """Whether every broken rule is named at once, or only the first."""
    far_away: Text | None = None
    """Said at the top instead of beside the field."""
    expires: Expires | None = None
    """When it forgets by itself; without it, never."""
    locks: Locks | None = None
    """When it shuts the account; without it, never."""
    links: tuple[Option, ...] = ()
    """Ways out that the page offers beside its fields."""
    done: Text | None = None
    """What the page says when it has accepted everything."""
    go_on: OwnWords = "Continue"
    """The button under what the page says when it is done, locked or expired."""
