"""A commitment as a sentence."""

from __future__ import annotations


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
