"""A commitment as a sentence, and who it takes."""

from __future__ import annotations

from empathy_sim.debrief.by_when import due_in_words
from empathy_sim.debrief.phrases import capital, sentence

OWNER, ASKS_OWNER = "Seen to by", "Who will see that it happens?"
WITH, ASKS_WITH = "With", "Whom do you need in another department?"
BY_WHEN, ASKS_BY_WHEN = "By when", "By when?"


def if_then(cue: str, act: str) -> str:
    """As it is told: `If this happens, then I will do that.`."""
    cue = " ".join(cue.split()).rstrip(".,")
    act = " ".join(act.split()).rstrip(".")
    return f"If {_after(cue, 'if ')}, then I will {_after(act, 'i will ', 'i ')}."


def _after(words: str, *leads: str) -> str:
    """Words without what the sentence around them says already."""
    for lead in leads:
        if words.casefold().startswith(lead):
            words = words[len(lead) :].lstrip()
    return words


def terms(owner: str, counterpart: str, due: str) -> tuple[tuple[str, str], ...]:
    """Who it takes and by when, each by its label; only what was said."""
    every = (
        (OWNER, owner),
        (WITH, capital(counterpart.strip())),
        (BY_WHEN, due_in_words(due)),
    )
    return tuple((head, words) for head, words in every if words.strip())


def terms_told(owner: str, counterpart: str, due: str) -> str:
    """The same in a line: `Seen to by: Ada. With: Marketing.`; empty where nothing is."""
    told = terms(owner, counterpart, due)
    return " ".join(sentence(f"{head}: {words}") for head, words in told)
