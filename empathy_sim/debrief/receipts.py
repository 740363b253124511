"""What it took, in sentences for reading aloud."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.measures import Reading, by_id
from empathy_sim.debrief.phrases import (
    capital,
    lasting,
    listed,
    many,
    number,
    sat,
    sentence,
    times,
    was,
)
from empathy_sim.debrief.promised import PromiseStory
from empathy_sim.debrief.receipt import Lived, Receipt
from empathy_sim.debrief.receipts_of_contacts import contact_receipts
from empathy_sim.debrief.recorded_dates import kept_late
from empathy_sim.engine import events as e
from empathy_sim.engine.voices import SEEN
from empathy_sim.journey.units import SECOND

_ALMOST = SECOND
"""A wait lived but for less than this was lived whole."""


def receipts_of(account: Account, lived: tuple[Reading, ...]) -> tuple[Receipt, ...]:
    """Every receipt that this log has something to say for, in the order of telling."""
    return tuple(_receipts(account, Lived(by_id(lived))))


def _receipts(account: Account, lived: Lived) -> Iterator[Receipt]:
    yield from _left(account)
    yield _waiting(account, lived)
    yield from _apologies(account, lived)
    yield from contact_receipts(account, lived)
    yield from _promises(account, lived)
    yield from _money(lived)
    yield from _resources(account, lived)
    yield from _kindnesses(account, lived)
    yield from _in_all(account)


def _left(account: Account) -> Iterator[Receipt]:
    for each in account.log.of(e.JourneyLeft):
        match each.event:
            case e.JourneyLeft():
                place = next(
                    (
                        before.place
                        for before in reversed(account.log[: each.seq])
                        if before.place.stage
                    ),
                    each.place,
                )
                where = account.names.stage(place.stage)
                says = (
                    f"You left at this point: {where}. Most of what follows is about "
                    "what came before."
                    if where
                    else "You left before it began."
                )
                yield Receipt("left", says, "neither", (), (each.seq,))
            case _:
                pass


def _waiting(account: Account, lived: Lived) -> Receipt:
    story, felt = lived.value("minutes_waited"), lived.value("sat_through")
    if story < SECOND:
        says = (
            "Nobody kept your customer waiting."
            if account.contacts
            else "Your customer stood in no queue."
        )
    elif felt >= story - _ALMOST:
        says = f"Your customer waited {lasting(story)}, and you sat through all of it."
    elif felt < SECOND:
        says = (
            f"Your customer waited {lasting(story)}. All of it was cut: you sat "
            "through none."
        )
    else:
        says = (
            f"Your customer waited {lasting(story)}. You sat through {sat(felt)} of it."
        )
    return lived.receipt("waiting", says, "minutes_waited", "sat_through", time="both")


def _apologies(account: Account, lived: Lived) -> Iterator[Receipt]:
    played, heard = lived.value("apologies"), lived.value("apologies_heard")
    if not played:
        return
    said = sum(
        isinstance(each.event, e.Announced) and each.event.sort not in _NO_RECORDINGS
        for each in account.log.of(e.Announced)
    )
    says = f"{_of_announcements(played, said)}; {_you_heard(played, heard)}."
    yield lived.receipt("apologies", says, "apologies", "apologies_heard", time="both")


_BOTH = 2
_NO_RECORDINGS = {"menu", *SEEN}


def _of_announcements(played: int, said: int) -> str:
    """`37 of the 41 announcements were the apology`."""
    if said == 1:
        return "The one announcement was the apology"
    if played == said == _BOTH:
        return "Both announcements were the apology"
    if played == said:
        return f"All {number(said)} announcements were the apology"
    of = f"of the {number(said)} announcements"
    return f"{capital(number(played))} {of} {was(played)} the apology"


def _you_heard(played: int, heard: int) -> str:
    if heard == played:
        return "you heard it too" if played == 1 else "you heard every one"
    if not heard:
        return {1: "you were spared it", 2: "you were spared both"}.get(
            played, "you were spared them all"
        )
    return f"you heard it {times(heard)}"


def _promises(account: Account, lived: Lived) -> Iterator[Receipt]:
    made, moved = lived.value("promises_made"), lived.value("promises_moved")
    if not made:
        return
    says = f"Your customer was made {many(made, 'promise')}. {_ends(account)}."
    changed = [f"put off {times(moved)}"] if moved else []
    earlier = _brought_forward(account)
    changed += [f"brought forward {times(earlier)}"] if earlier else []
    if changed:
        whose = "A date was" if moved + earlier == 1 else "Dates were"
        says += f" {'Its date was' if made == 1 else whose} {listed(changed)}."
    yield lived.receipt(
        "promises",
        says,
        *("promises_made", "promises_kept", "promises_broken", "promises_moved"),
        time="story",
    )


def _brought_forward(account: Account) -> int:
    """How often a later date than the first was an earlier one than that before it."""
    return sum(
        max(0, each.dates_given - 1 - each.moved_later) for each in account.promises
    )


def _money(lived: Lived) -> Iterator[Receipt]:
    days = lived.value("days_without_money")
    if days:
        says = f"Your customer was without the money for {many(days, 'day')}."
        yield lived.receipt("money", says, "days_without_money", time="story")


def _ends(account: Account) -> str:
    """`Kept: "The kettle arrives". Broken: none`, each by its name."""
    named: dict[str, list[str]] = {how: [] for how in _ENDS}
    for each in account.promises:
        name = f'"{account.names.promise(each.id).rstrip(".")}"'
        late = kept_late(account, each)
        after = f", {many(late, 'day')} after the first date" if late else ""
        named[_end(each)].append(f"{name}{after}")
    if len(account.promises) > 1 and not named["kept"]:
        named["kept"].append("none")
    return ". ".join(
        f"{capital(how)}: {listed(those)}" for how, those in named.items() if those
    )


_ENDS = ("kept", "broken", "broken and kept later", "still open")


def _end(promise: PromiseStory) -> str:
    if promise.is_broken:
        return "broken and kept later" if promise.is_kept else "broken"
    return "kept" if promise.is_kept else "still open"


def _resources(account: Account, lived: Lived) -> Iterator[Receipt]:
    for each in account.resources:
        if each.used <= 0:
            continue
        before, after = each.level(each.started), each.level(each.lowest)
        if before == after:
            continue
        left = after if each.lowest > 0 else "nothing"
        says = f"Your customer's {each.says}: {before} at first, {left} at the lowest."
        yield lived.receipt(
            f"resource.{each.id}", says, f"resource_left.{each.id}", time="story"
        )


def _kindnesses(account: Account, lived: Lived) -> Iterator[Receipt]:
    told = [
        sentence(each.event.says)
        for each in account.log.of(e.KindnessShown)
        if isinstance(each.event, e.KindnessShown)
    ]
    if not told:
        return
    said = (
        "One small thing was"
        if len(told) == 1
        else (f"{capital(number(len(told)))} small things were")
    )
    says = f"{said} done right. {' '.join(dict.fromkeys(told))}"
    yield lived.receipt("kindnesses", says, "kindnesses")


def _in_all(account: Account) -> Iterator[Receipt]:
    first = next((each for each in account.log if each.place.stage), None)
    if first is None:
        return
    last = next(each for each in reversed(account.log) if each.place.stage)
    customers = last.story_ms - first.story_ms
    yours = last.felt_ms - first.felt_ms
    if customers < SECOND:
        return
    says = f"All of it took your customer {lasting(customers)}"
    says += f", and you {sat(yours)}." if yours >= SECOND else "."
    yield Receipt("in_all", says, "both", (), (first.seq, last.seq))
