"""Texts that are hard to read, or to draw."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from empathy_sim.journey.walking import Mention
from empathy_sim.library.meaning_wrong import Wrong
from empathy_sim.library.problems import excerpt

LONGEST_SENTENCE = 30
"""Words; guides to plain English ask for 15 to 25 and stop following at 30."""
HIGHEST_GRADE = 12
"""Years of school. A text for everybody has 7 to 9; a contract has 14 and more."""
FEWEST_WORDS = 30
"""With fewer, a grade says more about one long word than about the text."""

_SHORT = 2 * min(FEWEST_WORDS, LONGEST_SENTENCE) - 2
"""With fewer characters, a text has fewer words: each has one, and what parts it."""
_WORD = re.compile(r"<[\w.]+>|\w[\w'\u2019.,-]*\w|\w")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?…])([\"'\u2019\u201d)]*)\s+|\n+")
"""With the quotes and brackets that close what was said."""
_VOWELS = re.compile(r"[aeiouy]+")
_ENGLISH = frozenset(
    {
        "a",
        "and",
        "are",
        "as",
        "at",
        "be",
        "for",
        "from",
        "have",
        "i",
        "in",
        "is",
        "it",
        "not",
        "of",
        "on",
        "or",
        "our",
        "that",
        "the",
        "this",
        "to",
        "was",
        "we",
        "will",
        "with",
        "you",
        "your",
    }
)
"""Words of which every English text is full."""
_ENGLISH_AT_LEAST = 0.15
_UNLIKE_A_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNCERTAIN = re.compile(
    "[\u2190-\u2bff\u3030\u303d\u00a9\u00ae0-9#*]\ufe0f\u20e3?"
    "|\u200d[\u2190-\u2bff\U0001f000-\U0001faff]"
    "|[\U0001f1e6-\U0001f1ff]+|[\U0001f3fb-\U0001f3ff]"
)


def hard_to_read(texts: Iterable[Mention]) -> Iterator[Wrong]:
    """Long sentences, learned words, and signs that terminals draw in their own ways."""
    for text in texts:
        words = _WORD.findall(text.name) if len(text.name) > _SHORT else ()
        if len(words) > LONGEST_SENTENCE:
            yield from _long_sentences(text)
        if len(words) >= FEWEST_WORDS and _is_english(words):
            yield from _learned(text)
        yield from _signs(text)


def grade(text: str) -> float:
    """Years of school that a text in English asks for.

    Kincaid, Fishburne, Rogers and Chissom, Derivation of New Readability Formulas for
    Navy Enlisted Personnel (1975): 0.39 words a sentence + 11.8 syllables a word
    - 15.59. Syllables are counted as groups of vowels, without a silent e.
    """
    words = _WORD.findall(text)
    sentences = [each for each in sentences_of(text) if _WORD.search(each)]
    if not sentences:
        return 0.0
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def sentences_of(text: str) -> Sequence[str]:
    """The sentences of a text; a line of a list is one."""
    pieces = _SENTENCE_ENDS.split(text)
    closed = zip(pieces[::2], [*pieces[1::2], ""], strict=True)
    joined = (f"{words}{quote or ''}".strip() for words, quote in closed)
    return [each for each in joined if each]


def _syllables(word: str) -> int:
    letters = re.sub(r"[^a-z]", "", word.lower())
    if re.search(r"[^l]e$", letters):
        letters = letters[:-1]
    elif re.search(r"[^td]ed$", letters):
        letters = letters[:-2]
    return max(1, len(_VOWELS.findall(letters)))


def _long_sentences(text: Mention) -> Iterator[Wrong]:
    for sentence in sentences_of(text.name):
        words = _WORD.findall(sentence)
        if len(words) > LONGEST_SENTENCE:
            yield Wrong(
                "W511",
                text.at,
                f"this sentence has {len(words)} words, and is followed up to "
                f"{LONGEST_SENTENCE}: {excerpt(sentence)}",
                "end it earlier, or make two of it",
                within=" ".join(sentence.split()[:2]),
            )


def _learned(text: Mention) -> Iterator[Wrong]:
    years = round(grade(text.name))
    if years > HIGHEST_GRADE:
        yield Wrong(
            "W512",
            text.at,
            f"this text asks for {years} years of school, and {HIGHEST_GRADE} are "
            "the most",
            "use shorter words and sentences",
        )


def _is_english(words: Sequence[str]) -> bool:
    known = sum(word.lower() in _ENGLISH for word in words)
    return known >= _ENGLISH_AT_LEAST * len(words)


def _signs(text: Mention) -> Iterator[Wrong]:
    if text.name.isascii():
        return
    if found := _UNCERTAIN.search(text.name):
        yield Wrong(
            "W513",
            text.at,
            f"terminals do not agree how wide {_numbered(found[0])} is",
            "use a plain sign, or a word",
            within=found[0],
        )
    if found := _UNLIKE_A_SPACE.search(text.name):
        name = unicodedata.name(found[0], "a space").lower()
        yield Wrong(
            "W514",
            text.at,
            f"a character that looks like a space stands here: {name} "
            f"({_numbered(found[0])})",
            "type a plain space",
            within=found[0],
        )


def _numbered(characters: str) -> str:
    return " ".join(f"U+{ord(each):04X}" for each in characters)
