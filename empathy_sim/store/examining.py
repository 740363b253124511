"""Whether what is kept is what was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from empathy_sim.errors import StoreDamaged
from empathy_sim.store.chain import (
    Kept,
    genesis,
    hash_of,
    hash_of_words,
    restored,
    words_in,
)
from empathy_sim.store.records import (
    EventLine,
    KeptSession,
    MarkLine,
    ScriptLine,
    WordLine,
)
from empathy_sim.store.rows import Finding, StoredRow

Place = tuple[int, str]
"""Where a text belongs: the number of its event and the field."""


def examined(kept: KeptSession) -> Iterator[Finding]:
    """All that is wrong with a session, the chain first."""
    session = kept.line.session
    good = kept.events
    if broken := _break_in_chain(kept):
        yield broken
        good = kept.events[: (broken.seq or 1) - 1]
    if not kept.line.is_sound():
        yield Finding(
            session=session, seq=None, says="its heading is not what was written"
        )
    if not broken:
        yield from _wrong_words(kept, good)


def _break_in_chain(kept: KeptSession) -> Finding | None:
    line = kept.line
    before = genesis(line.session, line.script_digest)
    for seq, event in enumerate(kept.events, start=1):
        if says := _wrong_link(line.session, seq, before, event):
            return Finding(session=line.session, seq=seq, says=says)
        before = event.hash
    if (len(kept.events), before) != (line.last_seq, line.head):
        return Finding(
            session=line.session,
            seq=min(len(kept.events), line.last_seq) + 1,
            says=f"{line.last_seq} entries were kept and {len(kept.events)} are here",
        )
    return None


def _wrong_link(session: str, seq: int, before: str, event: EventLine) -> str | None:
    if event.seq != seq:
        return "it is missing"
    if event.prev_hash != before:
        return "it does not follow the one before"
    if event.hash != hash_of(session, event):
        return "it is not what was written"
    return None


def _wrong_words(kept: KeptSession, events: Iterable[EventLine]) -> Iterator[Finding]:
    session = kept.line.session
    meant: dict[Place, Kept] = {
        (event.seq, name): place
        for event in events
        for name, place in words_in(event.body).items()
    }
    for word in kept.words:
        place = meant.get((word.seq, word.field))
        if place is None or not fits(word, place):
            says = "a text in it is not what was written"
            yield Finding(session=session, seq=word.seq, says=says)
    yield from _wrong_removals(kept, meant)
    if len(kept.words) != kept.line.words_kept:
        says = f"{kept.line.words_kept} texts were kept and {len(kept.words)} are here"
        yield Finding(session=session, seq=None, says=says)


def _wrong_removals(
    kept: KeptSession, meant: Mapping[Place, Kept]
) -> Iterator[Finding]:
    here = {(word.seq, word.field) for word in kept.words}
    for gone in kept.removed:
        place = (gone.seq, gone.field)
        if not gone.is_sound() or place not in meant or place in here:
            says = "the note of a text that was removed is not what was written"
            yield Finding(session=gone.session, seq=None, says=says)


def fits(word: WordLine, place: Kept) -> bool:
    """Whether a text is the one that an event says it had."""
    return place == (hash_of_words(word.salt, word.text), len(word.text))


def trusted(kept: KeptSession, until: int | None) -> tuple[StoredRow, ...]:
    """The events as a reader gets them, up to `until` if it is given.

    Raises:
        StoreDamaged: Something in them, or with no `until` in the session, is not
            as it was written.
    """
    for finding in examined(kept):
        if until is None or (finding.seq is not None and finding.seq <= until):
            raise StoreDamaged(
                session=finding.session, seq=finding.seq, why=finding.says
            )
    texts: dict[int, list[WordLine]] = {}
    for word in kept.words:
        texts.setdefault(word.seq, []).append(word)
    gone: dict[int, list[str]] = {}
    for each in kept.removed:
        gone.setdefault(each.seq, []).append(each.field)
    return tuple(
        restored(event, texts.get(event.seq, ()), gone.get(event.seq, ()))
        for event in kept.events
        if until is None or event.seq <= until
    )


def examined_mark(mark: MarkLine | None) -> Iterator[Finding]:
    """Whether a clock mark is the one that was set."""
    if mark and not mark.is_sound():
        says = "its clock is not where it was left"
        yield Finding(session=mark.session, seq=None, says=says)


def examined_script(script: ScriptLine, what: str) -> Iterator[Finding]:
    """Whether a script, or what is kept with it, is what was kept."""
    if not script.is_sound():
        says = f"{what} {script.digest[:12]} is not what was written"
        yield Finding(session=None, seq=None, says=says)
