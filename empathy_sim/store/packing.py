"""A session that travels between stores."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from empathy_sim.errors import SessionDiffers, StoreDamaged
from empathy_sim.store.chain import genesis
from empathy_sim.store.examining import examined
from empathy_sim.store.extending import Extension
from empathy_sim.store.records import KeptSession, MarkLine, ScriptLine, SessionLine


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


def addition(
    pack: Packed, here: SessionLine | None, known: str | None
) -> Extension | None:
    """What a pack adds to what is here; None where it adds nothing.

    Args:
        pack: What arrives.
        here: The session of that name, if one is kept.
        known: The hash of the entry, here, at which the shorter of both ends.

    Raises:
        SessionDiffers: Another session of that name is here.
    """
    line = pack.kept.line
    if here is None:
        return Extension(line, pack.kept.events, pack.kept.words)
    if here[:4] != line[:4] or known != hash_at(pack.kept, shorter(pack, here)):
        raise SessionDiffers(session=line.session)
    seq = here.last_seq
    if line.last_seq <= seq:
        return None
    words = tuple(word for word in pack.kept.words if word.seq > seq)
    after = line._replace(words_kept=here.words_kept + len(words)).sealed()
    return Extension(after, pack.kept.events[seq:], words)


def shorter(pack: Packed, here: SessionLine) -> int:
    """How many entries both have."""
    return min(here.last_seq, pack.kept.line.last_seq)


def hash_at(kept: KeptSession, seq: int) -> str:
    """The hash of an entry; before the first, what the chain starts from."""
    if seq == 0:
        return genesis(kept.line.session, kept.line.script_digest)
    return kept.events[seq - 1].hash


class Arrived(Struct, frozen=True):
    """A session that was brought in, and what that added."""

    session: str
    entries: int
    """How many entries are new here; 0 where all of them were here."""
    words: int
    """How many texts that a person wrote are new here."""


def arrived(pack: Packed, added: Extension | None) -> Arrived:
    """What is to be said of a pack once it is in."""
    if added is None:
        return Arrived(pack.session, 0, 0)
    return Arrived(pack.session, len(added.events), len(added.words))


def words_in(packs: Iterable[Packed]) -> int:
    """How many texts that people wrote are in packs."""
    return sum(len(pack.kept.words) for pack in packs)
