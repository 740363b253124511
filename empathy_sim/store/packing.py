"""A session that travels between stores."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from empathy_sim.errors import SessionDiffers, StoreDamaged
from empathy_sim.store.chain import genesis, words_in
from empathy_sim.store.examining import examined, fits
from empathy_sim.store.extending import Extension
from empathy_sim.store.records import KeptSession, MarkLine, ScriptLine, WordLine


class Packed(Struct, frozen=True):
    """Everything that is kept of one session, but where its exports are."""

    script: ScriptLine
    fixes: ScriptLine | None
    kept: KeptSession
    mark: MarkLine | None

    @property
    def session(self) -> str:
        return self.kept.line.session


def sound(pack: Packed) -> Packed:
    """A pack as it is, with its clock mark only where that can be trusted.

    Raises:
        StoreDamaged: Something in it is not as it was written.
    """
    for finding in examined(pack.kept):
        raise StoreDamaged(session=finding.session, seq=finding.seq, why=finding.says)
    scripts = (pack.script, pack.fixes)
    if not all(each is None or each.is_sound() for each in scripts):
        why = "its script is not what was written"
        raise StoreDamaged(session=pack.session, seq=None, why=why)
    is_marked = pack.mark is not None and pack.mark.is_sound()
    return replace(pack, mark=pack.mark if is_marked else None)


def without_words(pack: Packed) -> Packed:
    """A pack without what a person wrote; its chain holds."""
    line = pack.kept.line._replace(words_kept=0).sealed()
    return replace(pack, kept=replace(pack.kept, line=line, words=()))


class Addition(Struct, frozen=True):
    """What a pack adds to what is here."""

    lines: Extension | None
    """What is to be written; None where it adds nothing."""
    filled: int = 0
    """How many texts of it belong to entries that were here without them."""
    stay_gone: int = 0
    """How many texts of it were removed here, as agreed, and stay away."""


def addition(pack: Packed, here: KeptSession | None) -> Addition:
    """What a pack adds to the session of its name, if one is kept.

    Words that were never here come with it, where they are the very ones that an
    entry says it had; those that were removed here do not.

    Raises:
        SessionDiffers: Another session of that name is here.
        StoreDamaged: What is here and lacks words is not as it was written.
    """
    if here is None:
        there = pack.kept
        return Addition(Extension(there.line, there.events, there.words, there.removed))
    _refuse_another(pack, here)
    seq = here.line.last_seq
    filled, later = _left_behind(pack, here), _later_words(pack, seq)
    if filled:
        _refuse_damaged(here)
    gone = {(each.seq, each.field) for each in here.removed}
    stay_gone = sum((word.seq, word.field) in gone for word in pack.kept.words)
    events = pack.kept.events[seq:]
    if not events and not filled:
        return Addition(None, 0, stay_gone)
    words = (*filled, *later)
    longer = pack.kept.line if events else here.line
    line = longer._replace(words_kept=here.line.words_kept + len(words)).sealed()
    removed = tuple(each for each in pack.kept.removed if each.seq > seq)
    return Addition(Extension(line, events, words, removed), len(filled), stay_gone)


def _refuse_another(pack: Packed, here: KeptSession) -> None:
    line = pack.kept.line
    both = min(here.line.last_seq, line.last_seq)
    if here.line[:4] != line[:4] or _hash_at(here, both) != _hash_at(pack.kept, both):
        raise SessionDiffers(session=line.session)


def _refuse_damaged(here: KeptSession) -> None:
    for finding in examined(here):
        raise StoreDamaged(session=finding.session, seq=finding.seq, why=finding.says)


def _later_words(pack: Packed, seq: int) -> tuple[WordLine, ...]:
    return tuple(word for word in pack.kept.words if word.seq > seq)


def _left_behind(pack: Packed, here: KeptSession) -> tuple[WordLine, ...]:
    """The pack's words for entries that were moved here without them."""
    kept = {(word.seq, word.field) for word in here.words}
    kept |= {(each.seq, each.field) for each in here.removed}
    wanted = {
        (event.seq, name): place
        for event in here.events
        for name, place in words_in(event.body).items()
        if (event.seq, name) not in kept
    }
    return tuple(
        word
        for word in pack.kept.words
        if (place := wanted.get((word.seq, word.field))) and fits(word, place)
    )


def _hash_at(kept: KeptSession, seq: int) -> str:
    """The hash of an entry; before the first, what the chain starts from."""
    if seq == 0:
        return genesis(kept.line.session, kept.line.script_digest)
    return next((event.hash for event in kept.events if event.seq == seq), "")


class Arrived(Struct, frozen=True):
    """A session that was brought in, and what that added."""

    session: str
    entries: int
    """How many entries are new here; 0 where all of them were here."""
    words: int
    """How many texts that a person wrote are new here."""
    filled: int = 0
    """How many of these belong to entries that were here without them."""
    stay_gone: int = 0
    """How many texts were removed here, as agreed, and stay away."""


def arrived(pack: Packed, added: Addition) -> Arrived:
    """What is to be said of a pack once it is in."""
    entries, words = (
        (len(added.lines.events), len(added.lines.words)) if added.lines else (0, 0)
    )
    return Arrived(pack.session, entries, words, added.filled, added.stay_gone)


def texts_in(packs: Iterable[Packed]) -> int:
    """How many texts that people wrote are in packs."""
    return sum(len(pack.kept.words) for pack in packs)
