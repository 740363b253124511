"""What a proof says of itself."""

from __future__ import annotations

from typing import NamedTuple

from empathy_sim.workbench.proof import Chapter, Passage, Proof, Words
from empathy_sim.workbench.setting_out import lasting, many

SHUT = "[not with these settings]"
_PLAIN_KEYS = frozenset({"says", "opens"})
"""Fields of which nobody needs to be told."""


class Aside(NamedTuple):
    """A section of what is not part of the story."""

    title: str
    about: str


DEFAULTS = Aside(
    "The program's own words",
    "They may be read where a file has no others; write the field, and they are yours.",
)
BACKSTAGE = Aside(
    "Backstage",
    "Nobody reads this before the debrief: causes, fixes, evidence, kindnesses, "
    "and what was on the desk of whoever answered.",
)
SHELVED = Aside(
    "On the shelf",
    "For those who look for something to play, or change it: titles, settings, "
    "stand-ins.",
)


def opening(proof: Proof) -> str:
    """What this is, in a few sentences."""
    texts = [words for _, _, words in proof.played()]
    sentences = sum(len(each.sentences) for each in texts)
    words = sum(each.length for each in texts)
    shut = sum(each.length for each in texts if each.shut)
    without = (
        f", {shut:,} of the words not with these settings; stats leaves those out"
        if shut
        else ""
    )
    return (
        f"All that can be read by whoever plays, each text once: "
        f"{many(words, 'word')} in {many(sentences, 'sentence')}{without}. "
        f"{proof.customer} stands in for the customer; what is known only in a play "
        "stays as it is written, as in <date>."
    )


def heading_of(chapter: Chapter) -> str:
    """A chapter's title, with what is played in it and how long that takes."""
    if chapter.lasting is None:
        return chapter.title
    story = lasting(chapter.lasting.story)
    felt = lasting(chapter.lasting.felt("workshop"))
    return f"{chapter.title}: {chapter.plays} (story {story}, felt {felt})"


def repeated(chapter: Chapter) -> str:
    """How much of a chapter is not printed once more."""
    again = many(chapter.again, "text")
    same = "is" if chapter.again == 1 else "are"
    return f"{again} {same} word for word as above, and not repeated."


def name_of(passage: Passage) -> str:
    """Where it is read: a touchpoint with its kind and channel, a part of a file."""
    if passage.kind:
        return f"{passage.name} ({passage.kind}, {passage.channel})"
    return passage.name.replace("_", " ")


def led_in(words: Words, passage: Passage) -> str:
    """What a text is, where it is not simply what somebody says."""
    is_plain = words.key in _PLAIN_KEYS or words.key == passage.name
    key = "" if is_plain else f"[{words.key.replace('_', ' ')}] "
    return f"{key}{SHUT} " if words.shut else key
