"""What it took, in sentences that can be read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.measures import Reading, reading_of
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
from empathy_sim.engine import events as e
from empathy_sim.journey.units import SECOND

CHANNELS = {
    "phone": ("call", "calls"),
    "web": ("visit to the website", "visits to the website"),
    "chat": ("chat", "chats"),
}
_ALMOST = SECOND
"""A wait lived but for less than this was lived whole."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """One finding, as it is told."""

    id: str
    says: str
    time: Literal["story", "felt", "both", "neither"]
    """Which time its numbers are in: the customer's, the participant's, or none."""
    measures: tuple[str, ...]
    evidence: tuple[int, ...]


def receipts_of(account: Account, lived: tuple[Reading, ...]) -> tuple[Receipt, ...]:
    """Every receipt that this log has something to say for, weightiest first."""
    return tuple(_receipts(account, _Lived(lived)))


@dataclass(frozen=True, slots=True)
class _Lived:
    readings: tuple[Reading, ...]

    def value(self, measure: str) -> int:
        """What was found; 0 where it never happened."""
        found = reading_of(self.readings, measure)
        return (found.value or 0) if found else 0

    def receipt(
        self,
        name: str,
        says: str,
        *measures: str,
        time: Literal["story", "felt", "both", "neither"] = "neither",
    ) -> Receipt:
        """A receipt for some measures, with all their evidence."""
        found = (reading_of(self.readings, each) for each in measures)
        seqs = {seq for each in found if each for seq in each.evidence}
        return Receipt(name, says, time, measures, tuple(sorted(seqs)))


def _receipts(account: Account, lived: _Lived) -> Iterator[Receipt]:
    yield from _left(account)
    yield _waiting(account, lived)
    yield from _apologies(lived)
    yield from _help(account, lived)
    yield _contacts(account, lived)
    yield from _cut_off(account, lived)
    yield from _people(account, lived)
    yield from _repeated(account, lived)
    yield from _proofs(lived)
    yield from _promises(lived)
    yield from _resources(account, lived)
    yield from _kindnesses(account, lived)
    yield from _in_all(account)


def _left(account: Account) -> Iterator[Receipt]:
    for each in account.log:
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


def _waiting(account: Account, lived: _Lived) -> Receipt:
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


def _apologies(lived: _Lived) -> Iterator[Receipt]:
    played, heard = lived.value("apologies"), lived.value("apologies_heard")
    if not played:
        return
    says = f"Your customer heard the apology {times(played)}; "
    if heard == played:
        says += "so did you."
    elif not heard:
        says += "you were spared it." if played == 1 else "you were spared them all."
    else:
        says += f"you heard it {times(heard)}."
    yield lived.receipt("apologies", says, "apologies", "apologies_heard", time="both")


def _help(account: Account, lived: _Lived) -> Iterator[Receipt]:
    took = account.help.took_ms
    if not account.help.contacts:
        return
    if took is None:
        says = (
            "It was settled without anybody who was able to help."
            if is_solved(account)
            else "Nobody who was able to help was ever reached."
        )
    elif took < SECOND:
        says = "Somebody able to help was there at once."
    else:
        says = (
            f"From the first contact for help it took your customer {lasting(took)} "
            f"to reach somebody able to help: {account.help.who}."
        )
    yield lived.receipt("help", says, "minutes_to_help", time="story")


def is_solved(account: Account) -> bool:
    """Whether the journey ended with what the customer came for."""
    return any(
        isinstance(each.event, e.JourneyEnded) and each.event.outcome == "solved"
        for each in account.log
    )


def _contacts(account: Account, lived: _Lived) -> Receipt:
    those = account.help.contacts
    by_channel = {
        channel: sum(each.channel == channel for each in those) for channel in CHANNELS
    }
    used = [
        many(count, *CHANNELS[channel])
        for channel, count in by_channel.items()
        if count
    ]
    if not used:
        says = "Your customer got in touch with nobody for help."
    elif len(those) == 1:
        says = f"One contact: {used[0]}."
    else:
        says = f"{capital(number(len(those)))} contacts: {listed(used)}."
    return lived.receipt("contacts", says, "contacts", "channels")


def _cut_off(account: Account, lived: _Lived) -> Iterator[Receipt]:
    hows: dict[str, int] = {}
    for each in account.contacts:
        if each.by in {"company", "battery"}:
            said = _CUT.get(each.how, _CUT["closed"])
            hows[said] = hows.get(said, 0) + 1
    if hows:
        each_said = (f"{said} {times(count)}" for said, count in hows.items())
        says = f"{capital(listed(each_said))}."
        yield lived.receipt("cut_off", says, "cut_off")


_CUT = {
    "dropped": "the line went dead",
    "timed_out": "the company hung up",
    "closed": "the company closed the conversation",
    "battery": "the battery ended the call",
}


def _people(account: Account, lived: _Lived) -> Iterator[Receipt]:
    people, passed = lived.value("people"), lived.value("transfers")
    if not people:
        if account.help.contacts:
            yield lived.receipt("people", "No person was spoken to.", "people")
        return
    says = f"{capital(many(people, 'person', 'people'))} spoken to"
    says += f", {_able(people, len(_able_people(account)))}."
    if passed:
        says += f" Your customer was passed on {times(passed)}."
    yield lived.receipt("people", says, "people", "transfers")


def _able_people(account: Account) -> set[str]:
    return {
        each.event.who
        for each in account.log
        if isinstance(each.event, e.PersonAnswered) and each.event.able
    }


def _able(people: int, able: int) -> str:
    if people == 1:
        return "who was able to help" if able else "who was not able to help"
    if not able:
        return "none of them able to help"
    return f"{'all' if able == people else number(able)} of them able to help"


def _repeated(account: Account, lived: _Lived) -> Iterator[Receipt]:
    for each in account.asked:
        if each.times < _WORTH_TELLING:
            continue
        says = (
            f"Your customer was asked for {account.names.fact(each.fact)} "
            f"{times(each.times)}"
        )
        if each.again == each.times - 1:
            says += ", each time but the first after giving it"
        elif each.again:
            says += f", {times(each.again)} after giving it"
        asked, again = f"times_asked.{each.fact}", f"times_asked_again.{each.fact}"
        yield lived.receipt(f"asked.{each.fact}", f"{says}.", asked, again)


_WORTH_TELLING = 2


def _proofs(lived: _Lived) -> Iterator[Receipt]:
    checks = lived.value("identity_checks")
    if checks:
        says = f"Your customer had to prove who they were {times(checks)}."
        yield lived.receipt("identity", says, "identity_checks")


def _promises(lived: _Lived) -> Iterator[Receipt]:
    made, kept = lived.value("promises_made"), lived.value("promises_kept")
    broken, moved = lived.value("promises_broken"), lived.value("promises_moved")
    if not made:
        return
    ends = [
        f"{number(count) if count else 'none'} {was(count)} {how}"
        for count, how in ((kept, "kept"), (broken, "broken"))
        if count or how == "kept"
    ]
    says = f"{capital(many(made, 'promise'))}: {listed(ends)}."
    if moved:
        a_date = "A date was" if moved == 1 else "Dates were"
        says += f" {a_date} put off {times(moved)}."
    days = lived.value("days")
    if days:
        says += f" From the first promise to the end: {many(days, 'day')}."
    yield lived.receipt(
        "promises",
        says,
        *("promises_made", "promises_kept", "promises_broken", "promises_moved"),
        "days",
        time="story",
    )


def _resources(account: Account, lived: _Lived) -> Iterator[Receipt]:
    for each in account.resources:
        if each.used <= 0:
            continue
        before, after = each.level(each.started), each.level(each.lowest)
        if before == after:
            continue
        left = after if each.lowest > 0 else "nothing"
        says = f"{capital(each.says)}: {before} at first, {left} at the lowest."
        yield lived.receipt(
            f"resource.{each.id}", says, f"resource_left.{each.id}", time="story"
        )


def _kindnesses(account: Account, lived: _Lived) -> Iterator[Receipt]:
    told = [
        sentence(each.event.says)
        for each in account.log
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
    story = [each for each in account.log if each.place.stage]
    if not story:
        return
    first, last = story[0], story[-1]
    customers = last.story_ms - first.story_ms
    yours = last.felt_ms - first.felt_ms
    if customers < SECOND:
        return
    says = f"All of it took your customer {lasting(customers)}"
    says += f", and you {sat(yours)}." if yours >= SECOND else "."
    yield Receipt("in_all", says, "both", (), (first.seq, last.seq))
