"""What came of a promise, asked line by line."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator, Mapping
from typing import cast

import click

from empathy_sim.cli.due import promises_of
from empathy_sim.cli.house import LocalHouse
from empathy_sim.cli.plainly import write
from empathy_sim.cli.routine_told import (
    NOTHING,
    guesses_told,
    promise_told,
    standing,
)
from empathy_sim.debrief.by_when import day_in_words
from empathy_sim.debrief.promises import Promise, beside
from empathy_sim.engine.resolutions import Assignment, BringBack, Done
from empathy_sim.errors import Usage
from empathy_sim.line.lines import heading, plain
from empathy_sim.session.clock import today_by
from empathy_sim.text.cleaning import clean_person

_DONE: Mapping[str, Done] = {
    "yes": "yes",
    "y": "yes",
    "partly": "partly",
    "part": "partly",
    "p": "partly",
    "no": "no",
    "n": "no",
}
_WAY = "What stood in the way?"


class _NoMoreLines(Exception):
    """Whoever types has stopped."""


def bring_back(
    house: LocalHouse, wanted: str | None, which: int | None
) -> Iterator[str]:
    """Ask what came of what is open, and keep each answer with its session.

    Args:
        house: whose sessions.
        wanted: the session, by the beginning of its name; None for every one.
        which: the number of a promise in the list; None for each in turn.

    Raises:
        StoreError: there is no such session, or it cannot be kept.
        Usage: nothing that is open has that number.
    """
    listed = _listed(house, house.named(wanted) if wanted else None)
    if not listed:
        yield "Nothing is open." if promises_of(house.store) else NOTHING
        return
    if which is not None:
        listed = _picked(house, listed, wanted, which)
    elif len(listed) > 1:
        yield from _list_told(listed, today_by(house.clock))
    kept = 0
    try:
        for number, promise in listed.items():
            told = _brought_back(house, number, promise)
            kept += bool(told)
            yield from told
    except _NoMoreLines:
        pass
    if not kept:
        yield "Nothing was kept."


def _list_told(listed: Mapping[int, Promise], today: dt.date) -> Iterator[str]:
    yield "== What is open =="
    for number, promise in listed.items():
        yield from promise_told(promise, today, number)
    yield "Each in turn; Enter passes one over."


def _brought_back(house: LocalHouse, number: int, promise: Promise) -> tuple[str, ...]:
    """Ask about one, and keep the answer; nothing where it is passed over."""
    said = _asked(number, promise)
    if said is None:
        return ()
    _keep(house, promise.session, said)
    return (*_guesses(house, promise), "Kept with the session.")


def _listed(house: LocalHouse, session: str | None) -> Mapping[int, Promise]:
    """What is open, by its number: a session's own, or its place among all."""
    found = [
        each
        for each in promises_of(house.store)
        if each.next_asked is not None and session in {None, each.session}
    ]
    if session is not None:
        return {
            each.number: each for each in sorted(found, key=lambda each: each.number)
        }
    found.sort(key=lambda each: (each.next_asked, each.made, each.session, each.number))
    return dict(enumerate(found, 1))


def _picked(
    house: LocalHouse, listed: Mapping[int, Promise], wanted: str | None, which: int
) -> Mapping[int, Promise]:
    if which in listed:
        return {which: listed[which]}
    session = house.named(wanted) if wanted else None
    for each in promises_of(house.store):
        if (each.session, each.number) == (session, which):
            says = f"That is over. {each.says} {standing(each, today_by(house.clock))}"
            break
    else:
        says = f"Nothing that is open has the number {which}."
    raise Usage(says=says, try_=f"empathy-sim routine return {session or ''}".rstrip())


def _asked(number: int, promise: Promise) -> BringBack | None:
    """What is told of a promise; None where it is passed over."""
    made = f"{day_in_words(promise.made)}, after {promise.title}"
    write(heading(f"{number}. {made}"))
    _tell(f"You promised: {promise.says} {promise.terms}".rstrip())
    done = _done()
    if done is None:
        return None
    answers: dict[str, str] = {}
    try:
        if done == "no":
            answers["way"] = _line(_WAY)
        else:
            for ask in promise.asks:
                hint = f" (such as: {ask.hint})" if ask.hint else ""
                answers[ask.id] = _line(f"{ask.says}{hint}")
    except _NoMoreLines:
        pass  # what was answered before the lines ended counts
    told = {name: words for name, words in answers.items() if words}
    return BringBack(cast("Assignment", promise.what), done, told)


def _done() -> Done | None:
    typed = _line("Was it done? yes, partly or no. Enter passes it over.").casefold()
    while typed and typed not in _DONE:
        typed = _line("One of these, please: yes, partly or no.").casefold()
    return _DONE.get(typed)


def _keep(house: LocalHouse, name: str, said: BringBack) -> None:
    session = house.resume_session(name)
    try:
        session.submit(said)
    finally:
        session.suspend()


def _guesses(house: LocalHouse, promise: Promise) -> Iterator[str]:
    for each in promises_of(house.store):
        if (each.session, each.what) == (promise.session, promise.what):
            yield from guesses_told(beside(each))


def _line(question: str) -> str:
    """An answer; what is piped is written too, so that it can be read afterwards."""
    _tell(question)
    if sys.stdin.isatty():
        click.echo("> ", nl=False)
    typed = sys.stdin.readline()
    if not typed:
        raise _NoMoreLines
    answer = clean_person(typed).strip()
    if not sys.stdin.isatty():
        _tell(f"> {answer}")
    return answer


def _tell(text: str) -> None:
    write(plain(text))
