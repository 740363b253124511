"""Behind it: asked before it is shown."""

from __future__ import annotations

from collections.abc import Sequence

from empathy_sim.debrief.backstage import ASKS, GoalOffered, Guess
from empathy_sim.debrief.phrases import capital, listed
from empathy_sim.engine import resolutions as r
from empathy_sim.line.lines import Line, aside, heading, plain
from empathy_sim.line.looking_back.blaming import AS_ABOVE, CHOICES, blamed
from empathy_sim.line.looking_back.causes import (
    friction_told,
    happened,
    in_full,
    others,
)
from empathy_sim.line.looking_back.decided import goal_told
from empathy_sim.line.looking_back.mended import offered_by
from empathy_sim.line.looking_back.recorded import value
from empathy_sim.line.looking_back.table import (
    Table,
    Talk,
    ask,
    keep_words,
    one_of,
    wants,
    words_or_none,
    written,
)

_REST, _GOAL = "rest", "goal"
_AND_THIS = "And what caused this?"
_WHY = aside("Why? One reason, in a sentence. Enter passes it over")


def behind(table: Table) -> Talk[None]:
    """Three frictions, guessed at before they open; the question; a shared goal."""
    debrief = table.debrief
    table.say(heading("Behind it"))
    if not debrief.frictions:
        table.say(plain("Nothing went against your customer."))
        return
    told: list[str] = []
    asks = ASKS
    for at, guess in enumerate(debrief.guesses, 1):
        yield from _opened(table, guess, at, told, asks)
        asks = asks if guess.is_open else _AND_THIS
    rest = tuple(others(debrief, [each.cause for each in debrief.guesses]))
    if rest:
        yield from _rest(table, rest)
    if debrief.mended:
        table.say(plain(debrief.mended))
    if debrief.causes:
        yield from _closing(table)
    if debrief.goals or debrief.decisions.goal:
        yield from _shared(table)


def _rest(table: Table, rest: Sequence[Line]) -> Talk[None]:
    """What lay behind everything else; after three that were guessed at, if wanted."""
    if table.debrief.guesses:
        table.say_all(written(table, "behind"))
        says = f"Other causes: {len(rest)}; {_REST} tells them"
        if not (yield from wants(table, "behind", says, _REST)):
            return
    table.say(plain("And behind the rest:"))
    table.say_all(rest)


def _opened(
    table: Table, guess: Guess, at: int, told: list[str], asks: str
) -> Talk[None]:
    """Ask what caused a friction, and then say what did."""
    code, cause = guess.friction.code, guess.cause
    of = len(table.debrief.guesses)
    if not guess.is_open:
        lead = f"{at} of {of}. " if of > 1 else ""
        says = " ".join(filter(None, (happened(guess.friction), guess.cut_says)))
        table.say(plain(f"{lead}{says}"), plain(asks))
        yield from _guessed(table, code, CHOICES if asks == ASKS else AS_ABOVE)
    else:
        table.say(plain(f"{at}. {friction_told(guess.friction)}"))
    now = next(each for each in table.debrief.guesses if each.friction.code == code)
    if now.says:
        table.say(plain(now.says))
    if cause.id in told:
        table.say(plain(f"The same lies behind it: {_in_a_word(guess)}"))
    else:
        offered = {each.cause.id for each in offered_by(table)}
        told_now = in_full(cause, without=code, with_fix=cause.id not in offered)
        table.say_all(told_now)
    told.append(cause.id)


def _in_a_word(guess: Guess) -> str:
    return f"{capital(guess.cause.department)}. {capital(guess.cause.kept_by)}"


def _guessed(table: Table, code: str, choices: str) -> Talk[None]:
    how = aside(f"{choices}. Enter opens it without")
    found = yield from ask((how,), blamed)
    if found is None:
        return

    def keep(typed: str) -> None:
        reason = found.reason or words_or_none(typed)
        table.submit(r.Attribute(code, found.blames, reason, "before"))

    if found.reason:
        keep("")
    else:
        yield from ask((_WHY,), keep)


def _closing(table: Table) -> Talk[None]:
    said = table.debrief.decisions.words.get("closing", "")
    if said:
        table.say(plain(table.debrief.closing), plain(f'You said: "{said}"'))
        return
    lines = (plain(table.debrief.closing), aside("Your answer is kept. Enter goes on"))
    yield from ask(lines, lambda typed: keep_words(table, "closing", typed))


def _shared(table: Table) -> Talk[None]:
    """One goal that two departments own."""
    debrief = table.debrief
    if debrief.decisions.goal is not None:
        table.say(plain(goal_told(debrief)))
        return
    both = listed(debrief.goals[0].departments)
    offers = f"{_GOAL} offers one goal for two departments, {both}"
    if not (yield from wants(table, "behind", offers, _GOAL)):
        return
    table.say(plain("Each hit its own target. Which of these should both own?"))
    for at, goal in enumerate(debrief.goals, 1):
        says = capital(goal.reading.measure.says)
        table.say(plain(f"  {at}. {says}: {value(goal.reading)}"))
    at_goal = yield from ask(
        (aside("A number. Enter goes on without"),),
        lambda typed: one_of(typed, len(debrief.goals)),
    )
    if at_goal is not None:
        yield from _wanted(table, debrief.goals[at_goal])


def _wanted(table: Table, goal: GoalOffered) -> Talk[None]:
    def keep(typed: str) -> None:
        wanted = words_or_none(typed)
        measure = goal.reading.measure.id
        table.submit(r.ShareGoal(measure, goal.departments, wanted))

    lines = (
        plain(f"It was {value(goal.reading)}. What should it come to?"),
        aside("In figures or words. Enter leaves it open"),
    )
    yield from ask(lines, keep)
    table.say(plain(goal_told(table.debrief)))
