"""Monday: a commitment, an assignment, the question again."""

from __future__ import annotations

from collections.abc import Sequence

from empathy_sim.debrief.backstage import ASKS_AGAIN, Guess
from empathy_sim.debrief.cards import ASSIGNMENTS, AssignmentCard
from empathy_sim.debrief.if_then import ASKS_OWNER, ASKS_WITH
from empathy_sim.debrief.phrases import capital, listed
from empathy_sim.debrief.promises import days_asked_told
from empathy_sim.engine import resolutions as r
from empathy_sim.line.lines import Line, aside, command, heading, plain
from empathy_sim.line.looking_back.blaming import AS_ABOVE, CHOICES, blamed
from empathy_sim.line.looking_back.dates import by_when
from empathy_sim.line.looking_back.decided import (
    assignment_told,
    blame_told,
    commitment_told,
)
from empathy_sim.line.looking_back.table import (
    Table,
    Talk,
    ask,
    one_of,
    words_or_none,
)
from empathy_sim.session.clock import today_by

_OPEN = "Enter leaves it open"
_COMES_BACK = (
    "empathy-sim routine return asks what came of it; empathy-sim routine --ics "
    "promises.ics puts these days in your calendar"
)
_PASSED_IN_A_ROOM = (
    "Nothing is promised yet. It can still be written: under More, which comes next, and "
    "on the page where you tick what the room may see"
)
_PASSED = "Nothing is promised. To come back to this page, Monday, another day:"


def monday(table: Table) -> Talk[None]:
    """What the leader does about it."""
    table.say(heading("Monday"))
    yield from commitment(table)
    yield from _assignment(table)
    yield from _asked_again(table)
    decisions = table.debrief.decisions
    is_promised = decisions.commitment is not None or decisions.assignment is not None
    if is_promised and not table.in_a_room:
        table.say(aside(_COMES_BACK))


def commitment(table: Table) -> Talk[None]:
    """One commitment, or another one than the one that is held."""
    held = table.debrief.decisions.commitment
    if held is not None:
        table.say(plain(f"You promised: {commitment_told(held)}"))
        says = (
            "Enter keeps it. Or another one: something that will happen anyway, If ..."
        )
    else:
        says = (
            "For example: if the weekly figures are on the table. Enter passes it over"
        )
        table.say(
            plain(
                "One commitment: something that will happen anyway, and what you will "
                "do when it does. If ..."
            )
        )
    cue = yield from ask((aside(says),), words_or_none)
    if not cue:
        _passed_over(table)
        return
    lines = (
        plain("... then I will ..."),
        aside("For example: ask how many of them called twice. Enter gives it up"),
    )
    act = yield from ask(lines, words_or_none)
    if act:
        yield from _promised(table, cue, act)
    else:
        _passed_over(table)


def _passed_over(table: Table) -> None:
    """How to come back to it, where nothing has been promised."""
    if table.debrief.decisions.commitment is None:
        again = aside(_PASSED), command(table.seen_by)
        table.say(*((aside(_PASSED_IN_A_ROOM),) if table.in_a_room else again))


def _promised(table: Table, cue: str, act: str) -> Talk[None]:
    owner = yield from ask(
        (plain(ASKS_OWNER), aside(f"A name. {_OPEN}")), words_or_none
    )
    counterpart = yield from _counterpart(table)

    def keep(due: str) -> None:
        table.submit(r.Commit(cue, act, owner, counterpart, due))

    yield from by_when(table, keep)
    held = table.debrief.decisions.commitment
    if held is not None:
        table.say(plain(f"Promised: {commitment_told(held)}"))
        table.say(_asked_about(table, held.due))


def _asked_about(table: Table, due: str) -> Line:
    """The days on which it is asked what came of what is promised now."""
    days = days_asked_told(today_by(table.session.clock), due)
    return aside(f"You are asked what came of it {days}")


def _counterpart(table: Table) -> Talk[str]:
    """Whom it takes in another department, by its number or a name."""
    own = table.session.state.departments
    others = [each for each in table.script.journey.departments if each not in own]
    in_the_way = table.debrief.decisions.words.get("nightmare.4", "")
    numbered = [f"{at} {each}" for at, each in enumerate(others, 1)]
    if in_the_way:
        numbered.append(f'{len(others) + 1} "{in_the_way}"')
        others.append(in_the_way)
    choices = f"{listed(numbered)}. " if numbered else ""
    lines = (
        plain(ASKS_WITH),
        aside(f"{choices}A number, or a name. {_OPEN}"),
    )

    def taken(typed: str) -> str:
        if not typed.rstrip(".").isdecimal():
            return words_or_none(typed)
        at = one_of(typed, len(others), otherwise=_OPEN)
        return "" if at is None else others[at]

    return (yield from ask(lines, taken))


def _assignment(table: Table) -> Talk[None]:
    cards = tuple(ASSIGNMENTS.values())
    held = table.debrief.decisions.assignment
    if held is not None:
        table.say(plain(assignment_told(held)))
        says = "Enter keeps it; a number takes another"
    else:
        table.say(plain("One assignment, before the next time:"))
        says = "A number takes one on. Enter goes on without"
    for at, card in enumerate(cards, 1):
        table.say(plain(f"  {at}. {card.title}."))
    picked = yield from ask((aside(says),), lambda typed: one_of(typed, len(cards)))
    if picked is not None:
        yield from _taken_on(table, cards[picked])


def _taken_on(table: Table, card: AssignmentCard) -> Talk[None]:
    """What it is, its steps, the guesses that are made first, and by when."""
    table.say(plain(f"{card.title}. {card.about}"))
    table.say_all(plain(f"  {step}") for step in card.how)
    table.say(plain("First your own guess, to set beside what you find:"))
    guesses: list[str] = []
    for each in card.guesses:
        hint = f"For example: {each.hint}. " if each.hint else ""
        lines = (plain(f"  {each.says}"), aside(f"{hint}{_OPEN}"))
        guesses.append((yield from ask(lines, words_or_none)))
    yield from _by(table, card, guesses)


def _by(table: Table, card: AssignmentCard, guesses: Sequence[str]) -> Talk[None]:
    made = tuple(guesses) if any(guesses) else ()

    def keep(due: str) -> None:
        table.submit(r.TakeOn(card.id, due, made))

    yield from by_when(table, keep)
    held = table.debrief.decisions.assignment
    if held is not None:
        table.say(plain(assignment_told(held)), _asked_about(table, held.due))


def _asked_again(table: Table) -> Talk[None]:
    """The same question, now that it has been opened."""
    guesses = [each for each in table.debrief.guesses if each.after is None]
    if guesses:
        table.say(plain(ASKS_AGAIN))
    for at, guess in enumerate(guesses):
        yield from _again(table, guess, is_first=at == 0)


def _again(table: Table, guess: Guess, *, is_first: bool) -> Talk[None]:
    said = (
        f" Before, you said {blame_told(guess.before.blames)}." if guess.before else ""
    )

    def keep(typed: str) -> None:
        found = blamed(typed)
        if found is not None:
            code = guess.friction.code
            table.submit(r.Attribute(code, found.blames, found.reason, "after"))

    how = CHOICES if is_first else AS_ABOVE
    lines = (
        plain(f"{capital(guess.friction.says)}.{said}"),
        aside(f"{how}. Enter passes it over"),
    )
    yield from ask(lines, keep)
