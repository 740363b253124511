"""What was decided, told."""

from __future__ import annotations

from collections.abc import Iterator

from empathy_sim.debrief.backstage import BLAMES
from empathy_sim.debrief.by_when import due_in_words
from empathy_sim.debrief.cards import ASSIGNMENTS, MORE, QUOTE, asked_by_the_journey
from empathy_sim.debrief.debrief import Debrief
from empathy_sim.debrief.decided import AssignmentHeld, Commitment
from empathy_sim.debrief.if_then import terms_told
from empathy_sim.debrief.measures import by_id
from empathy_sim.debrief.phrases import capital, listed, on_one_line, sentence
from empathy_sim.line.lines import Line, heading, plain
from empathy_sim.line.looking_back.table import THOUGHT

_DONE = {"yes": "done", "partly": "done in part", "no": "not done"}


def what_was_decided(debrief: Debrief) -> Iterator[Line]:
    """Everything the leader has decided so far; nothing where that is nothing."""
    lines = tuple(_decided(debrief))
    if lines:
        yield heading("What you decided")
        yield from lines


def _decided(debrief: Debrief) -> Iterator[Line]:
    decisions = debrief.decisions
    for guess in debrief.guesses:
        said = decisions.before.get(guess.friction.code)
        if said is not None:
            yield plain(f"{capital(guess.friction.says)}. {guess.says}")
            if said.reason:
                yield plain(f'  Your reason: "{on_one_line(said.reason)}"')
    if decisions.goal is not None:
        yield plain(goal_told(debrief))
    if decisions.commitment is not None:
        yield plain(commitment_told(decisions.commitment))
    if decisions.assignment is not None:
        yield plain(assignment_told(decisions.assignment))
    for what, returned in decisions.returned.items():
        yield plain(f"  {_called(what)}: {_DONE.get(returned.done, returned.done)}.")
    yield from _written(debrief)


def _written(debrief: Debrief) -> Iterator[Line]:
    """What was answered in words, beside what was asked; gone once it is purged."""
    asked = {ask.id: ask.says for card in MORE for ask in card.asks}
    asked |= {"closing": debrief.closing, QUOTE.id: "To be quoted:"}
    own = asked_by_the_journey(debrief.asks).asks
    asked |= {each.id: each.says for each in own}
    asked |= {f"{THOUGHT}{each.id.replace('.', 's.')}": each.says for each in own}
    for question, words in debrief.decisions.words.items():
        if words and question in asked:
            yield plain(f'{asked[question]} "{on_one_line(words)}"')
        elif words and question.startswith(THOUGHT):
            yield plain(f'You wrote: "{on_one_line(words)}"')


def _called(what: str) -> str:
    for name, card in ASSIGNMENTS.items():
        if name == what:
            return card.title
    return "What you promised"


def commitment_told(held: Commitment) -> str:
    """A commitment with who it takes, and by when."""
    terms = terms_told(held.owner, held.counterpart, held.due)
    return f"{on_one_line(held.says)} {terms}".rstrip()


def assignment_told(held: AssignmentHeld) -> str:
    """An assignment, and by when."""
    for name, card in ASSIGNMENTS.items():
        if name == held.assignment:
            by = f", by {due_in_words(held.due)}" if held.due else ""
            return f"Your assignment: {card.title.lower()}{by}."
    return f"Your assignment: {held.assignment}."


def goal_told(debrief: Debrief) -> str:
    """The goal that two departments share; empty where there is none."""
    goal = debrief.decisions.goal
    if goal is None:
        return ""
    found = by_id(debrief.lived).get(goal.measure)
    says = found.measure.says if found else goal.measure.replace("_", " ")
    wanted = f", to come to: {on_one_line(goal.wanted)}" if goal.wanted else ""
    return sentence(f"{listed(goal.departments)} both own: {says}{wanted}")


def blame_told(blame: str) -> str:
    """What something is put down to, as it is offered."""
    return next((says for name, says in BLAMES.items() if name == blame), blame)
