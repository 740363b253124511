"""What people want to say, and what they promise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from empathy_sim.debrief.if_then import terms_told
from empathy_sim.debrief.phrases import capital, listed, many, number
from empathy_sim.workshop.group.drawn import Quote, Quotes, Shown, Step
from empathy_sim.workshop.group.member import Member
from empathy_sim.workshop.group.releasing import Releaser
from empathy_sim.workshop.group.room import Room
from empathy_sim.workshop.group.seat_reading import SeatReading
from empathy_sim.workshop.group.told import people

_CUE_WORDS = (
    "Read them aloud, slowly, one after the other, without a comment. Then ask whether "
    "anybody wants to add a sentence. Nobody is asked to explain their own."
)
_CUE_COMMITMENTS = (
    "Ask each owner to read theirs. Then ask the counterpart in the other department: "
    "do you take your part of it? Note the date on which you look at it together."
)
_ONE = "One word for it, afterwards"


def step_words(room: Room, tells: Releaser) -> Step:
    """Ahas, words and the one word, as they were ticked."""
    ahas, words = _in_order(_ahas(room)), _in_order(_words(room))
    watched, each_one = _in_order(_watched(room, tells)), tuple(_one_words(room, tells))
    one = _in_order(_together(each_one))
    often = tells.said("one word", _kept(room))
    parts = (
        ("What became clear", ahas),
        ("In your words", words),
        ("Seen by those who watched", watched),
        (_ONE, one),
    )
    shown: tuple[Shown, ...] = tuple(
        Quotes(title=title, quotes=quotes) for title, quotes in parts if quotes
    )
    count = len(ahas) + len(words) + len(watched) + len(each_one)
    says = [_says(count)]
    if often:
        least = number(tells.ledger.least_of_words)
        said = listed(f"“{word}”" for word in often)
        says.append(f"At least {least} of you had the same word for it: {said}.")
    return Step(
        id="words",
        heading="What we want to say",
        says=tuple(says),
        shown=shown,
        cue=_CUE_WORDS,
    )


def _in_order(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """By their words: an order that says nothing of who wrote which, nor of when."""
    return tuple(sorted(quotes, key=lambda each: (each.words.casefold(), each.under)))


def _says(count: int) -> str:
    if not count:
        return "Nobody has ticked any words. They stay where they were written."
    verb = "was" if count == 1 else "were"
    what = "sentence or word" if count == 1 else "sentences and words"
    return f"{capital(number(count))} {what} {verb} ticked by whoever wrote them."


def _ahas(room: Room) -> Iterator[Quote]:
    for member, reading in _those(room):
        for each in reading.words:
            if each.aha and each.seq in {*member.ticked.ahas, *member.ticked.words}:
                yield _quote(each.words, _where(each.stage, room), member, aha=True)


def _words(room: Room) -> Iterator[Quote]:
    for member, reading in _those(room):
        for each in reading.words:
            if not each.aha and each.seq in member.ticked.words:
                yield _quote(each.words, _where(each.stage, room), member)


def _where(stage: str, room: Room) -> str:
    return room.titles.get(stage, stage)


def _watched(room: Room, tells: Releaser) -> Iterator[Quote]:
    """Notes that the observer ticked, of players who show their own curve.

    Whoever has played as well ticks only what was written while playing.
    """
    for seated in room.people:
        member = seated.member
        if seated.reading is not None:
            continue
        for at, each in enumerate(member.observed, 1):
            ticked = at in member.ticked.words and each.words.strip()
            if ticked and tells.shows("curve", each.of):
                yield _quote(each.words, each.what, member)


def _one_words(room: Room, tells: Releaser) -> Iterator[Quote]:
    for member, reading in _those(room):
        if reading.word_for_it.strip() and tells.shows("word", member.seat):
            yield _quote(reading.word_for_it, "", member)


def _together(quotes: tuple[Quote, ...]) -> Iterator[Quote]:
    """The same word of several who give no name stands once, with how many they are."""
    unnamed = Counter(each.words.casefold() for each in quotes if not each.under)
    said: set[str] = set()
    for each in quotes:
        word = each.words.casefold()
        if each.under:
            yield each
        elif word not in said:
            said.add(word)
            many_say_it = unnamed[word] > 1
            under = capital(people(unnamed[word])) if many_say_it else ""
            yield replace(each, under=under)


def _kept(room: Room) -> dict[str, str]:
    """The one word of everybody, spelled alike where it is alike."""
    return {
        seat: " ".join(reading.word_for_it.split()).casefold().rstrip(".")
        for seat, reading in room.played.items()
        if reading.word_for_it.strip()
    }


def _those(room: Room) -> Iterator[tuple[Member, SeatReading]]:
    """Everybody who played."""
    for seated in room.people:
        if seated.reading is not None:
            yield seated.member, seated.reading


def _quote(words: str, where: str, member: Member, *, aha: bool = False) -> Quote:
    name = member.label if member.ticked.named else ""
    under = ", ".join(each for each in (name, where) if each)
    under = under if name else capital(under)
    return Quote(words=" ".join(words.split()), under=under, aha=aha)


def step_commitments(room: Room, tells: Releaser) -> Step:
    """What was promised, by those who let the room see it."""
    del tells
    quotes = _in_order(
        Quote(words=reading.commitment.says, under=_terms(member, reading))
        for member, reading in _those(room)
        if reading.commitment is not None and member.ticked.commitment
    )
    if quotes:
        count = many(len(quotes), "commitment")
        verb = "is" if len(quotes) == 1 else "are"
        says = f"{capital(count)} {verb} shown, as their owners let you see them."
    else:
        says = "Nobody has shown a commitment. Everybody has their own page."
    return Step(
        id="commitments",
        heading="What we do next",
        says=(says,),
        shown=(Quotes(title="If this, then that", quotes=quotes),) if quotes else (),
        cue=_CUE_COMMITMENTS,
    )


def _terms(member: Member, reading: SeatReading) -> str:
    held = reading.commitment
    assert held is not None
    owner = held.owner if member.ticked.named else ""
    counterpart = held.counterpart if member.ticked.named else ""
    return terms_told(owner, counterpart, held.due)
