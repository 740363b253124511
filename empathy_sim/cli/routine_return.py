"""What came of a promise, asked line by line."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import cast

import click

from empathy_sim.cli.due import promises_of, today
from empathy_sim.cli.house import LocalHouse
from empathy_sim.cli.plainly import write
from empathy_sim.cli.routine_told import NOTHING, guesses_told, in_words
from empathy_sim.debrief.promises import Promise, beside
from empathy_sim.engine.resolutions import Assignment, BringBack, Done
from empathy_sim.line.lines import plain
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


def bring_back(house: LocalHouse, wanted: str | None) -> Iterator[str]:
    """Ask what came of what is due, and keep each answer with its session.

    Raises:
        StoreError: there is no such session, or it cannot be kept.
    """
    session = house.named(wanted) if wanted else None
    promises = [
        each
        for each in promises_of(house.store)
        if session in {None, each.session} and each.next_asked is not None
    ]
    due = [each for each in promises if each.is_due(today(house.clock))]
    if not promises:
        yield NOTHING if not promises_of(house.store) else "Nothing is open."
        return
    kept = 0
    try:
        for promise in due or promises[:1]:
            said = _asked(promise)
            if said is not None:
                _keep(house, promise.session, said)
                kept += 1
                yield from _guesses(house, promise)
    except _NoMoreLines:
        pass
    yield "Kept with the session." if kept else "Nothing was kept."


def _asked(promise: Promise) -> BringBack | None:
    """What is told of a promise; None where it is passed over."""
    _tell(f"== {in_words(promise.made)}, after {promise.title} ==")
    _tell(f"You promised: {promise.says}")
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
