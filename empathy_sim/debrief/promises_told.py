"""What became of each promise, with its dates."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.phrases import many, times
from empathy_sim.debrief.promised import PromiseStory
from empathy_sim.debrief.recorded_dates import kept_late


def promises_in_order(account: Account) -> tuple[str, ...]:
    """`"The kettle arrives", for Thursday 12 June: kept.`, in order of their making."""
    return tuple(_told(account, each) for each in account.promises)


def _told(account: Account, promise: PromiseStory) -> str:
    name = account.names.promise(promise.id).rstrip(".")
    first = account.names.date(promise.first_due_ms)
    which = "first for" if promise.moved_later else "for"
    return f'"{name}", {which} {first}: {" and ".join(_became(account, promise))}.'


def _became(account: Account, promise: PromiseStory) -> Iterator[str]:
    if promise.moved_later:
        last = account.names.date(promise.due_ms)
        to = "" if promise.is_kept else f", to {last},"
        yield f"put off {times(promise.moved_later)}{to}"
    if promise.is_broken:
        yield "then taken back by the company" if promise.denied else "not kept"
    if promise.kept_ms is not None:
        yield _kept(account, promise)
    elif not promise.is_broken:
        yield "still open"


def _kept(account: Account, promise: PromiseStory) -> str:
    late = kept_late(account, promise)
    if not late:
        return "kept"
    on = account.names.date(promise.kept_ms or 0)
    return f"kept on {on}, {many(late, 'day')} late"
