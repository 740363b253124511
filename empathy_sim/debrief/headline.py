"""The few numbers that matter, first."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.debrief.account import Account
from empathy_sim.debrief.phrases import (
    capital,
    lasting,
    many,
    minutes,
    number,
    times,
    was,
)
from empathy_sim.debrief.receipt import outcome_of
from empathy_sim.debrief.recorded_dates import kept_late
from empathy_sim.debrief.report_again import LineAgain, against_in_words
from empathy_sim.debrief.waits import by_others, union_ms
from empathy_sim.engine import events as e
from empathy_sim.journey.units import HOUR, MINUTE


def headline_of(account: Account, report: tuple[LineAgain, ...]) -> tuple[str, ...]:
    """Four short sentences at most; none where nobody was asked and nothing kept."""
    told = (*_help(account), *_promises(account))
    return (*told, *_report(report)) if told else ()


def unfinished_of(account: Account) -> str:
    """How far a journey went that is not over; empty where it is."""
    stages: list[str] = []
    for each in account.log.of(e.JourneyEnded, e.JourneyLeft, e.StageEntered):
        match each.event:
            case e.JourneyEnded() | e.JourneyLeft():
                return ""
            case e.StageEntered(stage=stage) if stage not in stages:
                stages.append(stage)
            case _:
                pass
    if not stages:
        return "This journey has not begun."
    last, names = account.log[-1], account.names
    where, when = names.stage(stages[-1]), names.when(last.story_ms)
    return (
        f'This journey is not finished. It stands at "{where}", {when}: '
        f"{many(len(stages), 'stage')} of it, {lasting(last.story_ms)} for your "
        "customer. What follows is about that."
    )


def _help(account: Account) -> Iterator[str]:
    took = account.help.took_ms
    if not account.help.contacts:
        return
    if took is not None:
        if took >= MINUTE:
            yield f"{lasting(took)} to reach somebody able to help."
            yield from _waiting(account, took)
        return
    waited = _waited(account, None)
    outcome = outcome_of(account)
    if account.help.needed and outcome != "solved":
        yield account.help.without(outcome)
    if waited >= MINUTE:
        yield f"{lasting(waited)} of waiting."


def _waiting(account: Account, took: int) -> Iterator[str]:
    """How much of the way to help was waiting; in minutes as long as it is."""
    waited = _waited(account, account.help.helped_ms)
    if waited < MINUTE:
        return
    if took < 2 * HOUR:
        yield f"{minutes(waited)} of them waiting{_later(account, waited)}."
    else:
        yield f"{lasting(waited)} of that spent waiting."


def _later(account: Account, until_help: int) -> str:
    """How much waiting came after help was reached; empty where none did."""
    waits = ((wait.began_ms, wait.ended_ms) for wait in by_others(account.waits))
    later = minutes(union_ms(waits)) - minutes(until_help)
    return f", and {number(later)} more at other times" if later > 0 else ""


def _waited(account: Account, until: int | None) -> int:
    """Story milliseconds of waiting, from asking for help to an instant or the end."""
    began = account.help.began_ms or 0
    last = account.log[-1].story_ms if until is None else until
    return union_ms(
        (max(wait.began_ms, began), min(wait.ended_ms, last))
        for wait in by_others(account.waits)
        if wait.began_ms < last and wait.ended_ms > began
    )


def _promises(account: Account) -> Iterator[str]:
    broken = sum(each.is_broken for each in account.promises)
    moved, made = (
        sum(each.moved_later for each in account.promises),
        len(account.promises),
    )
    if not broken and not moved:
        return
    if not broken:
        whose = "The promised date was" if made == 1 else "Promised dates were"
        yield f"{whose} put off {times(moved)}."
    elif made == 1:
        yield "The one promise was broken."
    else:
        yield f"{_broken(broken, made)} {was(broken)} broken.{_kept_late(account)}"


def _broken(broken: int, made: int) -> str:
    """`One of three promises`, `Both promises`, `All three promises`."""
    if broken < made:
        return f"{capital(number(broken))} of {many(made, 'promise')}"
    return "Both promises" if made == _BOTH else f"All {many(made, 'promise')}"


_BOTH = 2


def _kept_late(account: Account) -> str:
    """How late the one was that was kept late; empty without such a one."""
    most = max((kept_late(account, each) for each in account.promises), default=0)
    return f" One was kept {many(most, 'day')} after its first date." if most else ""


def _report(report: tuple[LineAgain, ...]) -> Iterator[str]:
    if report:
        yield against_in_words(report)
