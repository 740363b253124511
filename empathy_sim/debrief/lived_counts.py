"""How each thing that was lived is counted."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.needless import needless_of
from empathy_sim.debrief.placed import Placed
from empathy_sim.debrief.promised import PromiseStory
from empathy_sim.debrief.recorded_dates import refunds
from empathy_sim.debrief.waits import by_others, union_ms
from empathy_sim.engine import events as e

Found = tuple[int | None, tuple[int, ...]]
"""A value, and the events it was counted from."""
_CUT_BY = ("company", "battery")


def to_help(account: Account) -> Found:
    """Story milliseconds from asking for help to somebody able to give it."""
    return account.help.took_ms, account.help.evidence


def waited(account: Account) -> Found:
    """The union of all waits by others, in story milliseconds."""
    waits = by_others(account.waits)
    union = union_ms((wait.began_ms, wait.ended_ms) for wait in waits)
    return union, tuple(seq for wait in waits for seq in wait.evidence)


def sat_through(account: Account) -> Found:
    """As much of these waits as was lived, in felt milliseconds."""
    waits = by_others(account.waits)
    felt = union_ms((wait.felt_began_ms, wait.felt_ended_ms) for wait in waits)
    return felt, tuple(seq for wait in waits for seq in wait.evidence)


def longest(account: Account) -> Found:
    """The longest of these waits, in story milliseconds."""
    waits = by_others(account.waits)
    most = max(waits, key=lambda wait: wait.story_ms, default=None)
    return (most.story_ms, most.evidence) if most else (0, ())


def contacts(account: Account) -> Found:
    """Contacts in which help was sought."""
    return len(account.help.contacts), tuple(
        each.began_seq for each in account.help.contacts
    )


def channels(account: Account) -> Found:
    """Channels on which it was."""
    first = {each.channel: each.began_seq for each in reversed(account.help.contacts)}
    return len(first), tuple(sorted(first.values()))


def people(account: Account) -> Found:
    """Names that answered."""
    first: dict[str, int] = {}
    for each in account.log.of(e.PersonAnswered):
        match each.event:
            case e.PersonAnswered(who=who):
                first.setdefault(who, each.seq)
            case _:
                pass
    return len(first), tuple(first.values())


def _all_of(account: Account, kind: type[e.Event]) -> Found:
    seqs = tuple(each.seq for each in account.log.of(kind))
    return len(seqs), seqs


def transfers(account: Account) -> Found:
    """Times the customer was passed on."""
    return _all_of(account, e.Transferred)


def refusals(account: Account) -> Found:
    """Answers that were not taken."""
    return _all_of(account, e.InputRefused)


def kindnesses(account: Account) -> Found:
    """Small things done right."""
    return _all_of(account, e.KindnessShown)


def apologies(account: Account) -> Found:
    """Apologies that were played."""
    seqs = tuple(each.seq for each, _ in _apologies(account))
    return len(seqs), seqs


def apologies_heard(account: Account) -> Found:
    """Apologies that were heard."""
    seqs = tuple(each.seq for each, heard in _apologies(account) if heard)
    return len(seqs), seqs


def _apologies(account: Account) -> Iterator[tuple[Placed, bool]]:
    """Each apology of a recording, and whether it was heard."""
    for each in account.log.of(e.Announced):
        match each.event:
            case e.Announced(sort="apology", heard=heard):
                yield each, heard
            case _:
                pass


def cut_off(account: Account) -> Found:
    """Contacts that neither side closed in good order."""
    lost = tuple(each for each in account.contacts if each.by in _CUT_BY)
    return len(lost), tuple(seq for each in lost for seq in each.evidence[-1:])


def identity(account: Account) -> Found:
    """Facts asked for as a proof."""
    seqs = sorted(seq for each in account.asked for seq in each.identity_evidence)
    return len(seqs), tuple(seqs)


def repeated(account: Account) -> Found:
    """Facts asked for after they had been given rightly."""
    seqs = sorted(seq for each in account.asked for seq in each.again_evidence)
    return len(seqs), tuple(seqs)


def retyped(account: Account) -> Found:
    """Fields filled in again."""
    seqs = tuple(seq for each in account.forms for seq in each.again)
    return len(seqs), seqs


def needless(account: Account) -> Found:
    """Contacts that a failure of the company's came before."""
    those = needless_of(account.log, account.contacts, account.help.contacts)
    return len(those), tuple(sorted({seq for each in those for seq in each}))


def made(account: Account) -> Found:
    """Promises, each once."""
    return len(account.promises), tuple(each.evidence[0] for each in account.promises)


def moved(account: Account) -> Found:
    """Times that a date was put off."""
    seqs = sorted(seq for each in account.promises for seq in each.moved_evidence)
    return len(seqs), tuple(seqs)


def kept(account: Account) -> Found:
    """Promises that came true."""
    return _ended(account, e.PromiseKept)


def broken(account: Account) -> Found:
    """Promises that lapsed or were taken back."""
    return _ended(account, e.PromiseBroken)


def _ended(account: Account, kind: type[e.Event]) -> Found:
    """Promises that came to such an end, each counted once."""
    ends = {each.seq for each in account.log.of(kind)}
    those = [ends.intersection(each.ended_evidence) for each in account.promises]
    return sum(bool(each) for each in those), tuple(sorted(set().union(*those)))


def days(account: Account) -> Found:
    """From the first promise to the last thing that happened in the story."""
    inside = (each for each in account.log if each.place.touchpoint)
    first_there = next(inside, None)
    if first_there is None:
        return 0, ()
    last = next(each for each in reversed(account.log) if each.place.touchpoint)
    began = min(
        (each.made_ms for each in account.promises), default=first_there.story_ms
    )
    day = account.names.state.calendar.day_number
    first = tuple(each.evidence[0] for each in account.promises[:1])
    return day(last.story_ms) - day(began), (*first, last.seq)


def days_late(account: Account) -> Found:
    """The most by which the first date given for a promise was missed."""
    latest = 0
    seqs: tuple[int, ...] = ()
    for each in account.promises:
        late = days_past(account, each)
        if late > latest:
            latest, seqs = late, each.evidence
    return latest, seqs


def days_past(account: Account, promise: PromiseStory) -> int:
    """Calendar days past the first date given for it; 0 where it was in time."""
    day = account.names.state.calendar.day_number
    came = _came_ms(account, promise.kept_ms, promise.due_ms)
    return max(0, day(came) - day(promise.first_due_ms))


def without_money(account: Account) -> Found:
    """The most days from the promise of a refund to its arriving."""
    day = account.names.state.calendar.day_number
    longest: Found = (None, ())
    for each in refunds(account):
        came = _came_ms(account, each.kept_ms, each.due_ms)
        lasted = day(came) - day(each.made_ms)
        if longest[0] is None or lasted > longest[0]:
            longest = lasted, each.evidence
    return longest


def _came_ms(account: Account, kept_ms: int | None, due_ms: int) -> int:
    """When a promised thing came, or, where it has not, the last date it was given."""
    if kept_ms is not None:
        return kept_ms
    return max(due_ms, account.log[-1].story_ms)
