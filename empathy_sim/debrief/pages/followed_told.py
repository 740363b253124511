"""What a fix would have done, told to anybody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from empathy_sim.debrief.compared import Beside
from empathy_sim.debrief.money import Saved, Year
from empathy_sim.debrief.pages.figures import (
    called,
    money,
    money_rounded,
    rounded,
)
from empathy_sim.debrief.pages.followed import Followed
from empathy_sim.debrief.pages.year_told import WHOSE, whose
from empathy_sim.debrief.phrases import capital, listed, minutes, sentence
from empathy_sim.debrief.whole import Whole
from empathy_sim.journey.currency import priced

_RULE = (
    "Simulated: nobody lived this. A robot goes the whole journey again with this one "
    "thing mended: it does what the person did wherever the same is asked, and "
    "elsewhere takes what is offered first."
)
_FURTHER = (
    "It does not end there any more: the customer goes on, and meets what comes next."
)
_MET, _HELP = "frictions", "minutes_to_help"
_NONE = "none"
_ENDED = "How it ends"
_LEFT = "left before its end"
_NO_END = "without an ending"


@dataclass(frozen=True, slots=True)
class RowTold:
    """One thing, as it was and with the fix."""

    says: str
    was: str
    becomes: str


@dataclass(frozen=True, slots=True)
class FollowedTold:
    """A fix through the whole journey, and what it would save in a year."""

    change: str
    who: str
    """`Digital can do this.`"""
    was_lived: bool
    why: str
    """Why it is this one that is told."""
    rows: tuple[RowTold, ...]
    """Only what would be otherwise."""
    unchanged: str
    """What there is to say where nothing would be; else empty."""
    further: str
    """What there is to say where the customer meets more; else empty."""
    gone: str
    """What the customer would not meet any more; empty if nothing."""
    still_waits: str
    """Why less waiting is saved than was cut off; empty where it is not."""
    saves: str
    """What it would save in a year; empty on a page to forward without own numbers."""
    basis: str
    """From which numbers, whose they are, and what was assumed; empty with it."""
    rule: str


def followed_told(
    those: Sequence[Followed],
    year: Year,
    *,
    rule: str = _RULE,
    forwarded: bool = False,
) -> tuple[FollowedTold, ...]:
    """Each fix as it is told.

    Args:
        those: the fixes.
        year: whose numbers are used.
        rule: how it was found, in words for who reads it.
        forwarded: whether it is for somebody else: then with no invented sum.
    """
    sums = year.is_own or not forwarded
    return tuple(_told(each, year, rule, sums=sums) for each in those)


def adding_up(those: Sequence[FollowedTold]) -> str:
    """What is said of more fixes than one; else empty."""
    return "What two fixes save does not add up." if len(those) > 1 else ""


def _told(each: Followed, year: Year, rule: str, *, sums: bool) -> FollowedTold:
    rows = tuple(_rows(each.whole))
    return FollowedTold(
        change=sentence(each.change),
        who=f"{capital(each.department)} can do this.",
        was_lived=each.was_lived,
        why=each.why,
        rows=rows,
        unchanged="" if rows else "Nothing that is counted would be otherwise.",
        gone=f"Not met any more: {listed(each.whole.gone)}." if each.whole.gone else "",
        further=_FURTHER if _goes_further(each.whole) else "",
        still_waits=_still_waits(each),
        saves=_saves(each.saved, year) if sums else "",
        basis=_basis(year) if sums else "",
        rule=rule,
    )


def _still_waits(each: Followed) -> str:
    """Why less waiting is saved than was lost as a wait was cut off."""
    before, after = (
        minutes(told.get("minutes_waited", 0))
        for told in (each.whole.before, each.whole.after)
    )
    less, lost = before - after, minutes(each.cut_off_ms)
    if not 0 < less < lost:
        return ""
    return (
        f"The wait that was cut off took {lost} minutes, and {less} are saved: the first "
        "wait would have gone on to its answer, and only the next one is spared."
    )


def _rows(whole: Whole) -> Iterator[RowTold]:
    """How it ends, where that differs, and every number that does."""
    if whole.ended != whole.ends:
        yield RowTold(_ENDED, _ending(whole.ended, _LEFT), _ending(whole.ends, _NO_END))
    for each in whole.compared:
        if not each.is_same:
            yield RowTold(called(each.measure), _was(each), each.became)


def _ending(title: str, without: str) -> str:
    return f"“{title.rstrip('.')}”" if title else without


def _was(each: Beside) -> str:
    """Nobody reached is never; anything else that did not happen is none."""
    return _NONE if each.before is None and each.measure.id != _HELP else each.was


def _goes_further(whole: Whole) -> bool:
    """Whether the customer meets more with the fix, since it does not end there."""
    both = (each for each in whole.compared if each.measure.id == _MET)
    more = any((each.before or 0) < (each.after or 0) for each in both)
    return more and whole.ended != whole.ends


def _saves(saved: Saved, year: Year) -> str:
    less = []
    if saved.contacts.high:
        less.append(
            f"{rounded(saved.contacts)} contacts{_in_money(saved, year.currency)}"
        )
    if saved.hours.high:
        less.append(f"{rounded(saved.hours)} hours of waiting")
    if not less:
        return "By itself it saves no contact and no hour of waiting."
    customers, cost, _ = year.figures
    invented = whose((customers.held.ground, cost.held.ground))
    begins = f"{invented}, in" if invented else "In"
    return f"{begins} a year it would save about {listed(less)}."


def _in_money(saved: Saved, currency: str) -> str:
    if not saved.money.high:
        return ""
    return f" ({priced(money_rounded(saved.money), currency)} in money)"


def _basis(year: Year) -> str:
    customers, cost, _ = year.figures
    return (
        f"Worked out from {customers.held.value:,} customers a year on this path "
        f"({WHOSE[customers.held.ground]}), {priced(money(cost.held.value), year.currency)} a contact "
        f"({WHOSE[cost.held.ground]}) and the same assumption as the year's cost, if it "
        "did for all of them what it did for this one. Hours, and customers who stay, "
        "are not put in money."
    )
