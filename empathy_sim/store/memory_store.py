"""Sessions kept in memory, for tests and demonstrations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from empathy_sim.errors import (
    SessionDiffers,
    SessionNotFound,
    StoreBusy,
    StoreDamaged,
)
from empathy_sim.store.chain import restored
from empathy_sim.store.examining import examined, trusted
from empathy_sim.store.extending import (
    Extension,
    extended,
    first_line,
    not_yet_kept,
    rewritten,
)
from empathy_sim.store.leasing import HeldLease
from empathy_sim.store.packing import (
    Addition,
    Arrived,
    Packed,
    addition,
    arrived,
    sound,
    without_words,
)
from empathy_sim.store.records import (
    EventLine,
    KeptSession,
    MarkLine,
    RemovedLine,
    ScriptLine,
    SessionLine,
    WordLine,
)
from empathy_sim.store.rows import (
    ClockMark,
    Export,
    Finding,
    Json,
    NewSession,
    Row,
    SessionHead,
    StoredRow,
    Worded,
    is_own,
)
from empathy_sim.store.seats_named import seats_named

_SECONDS = 19
"""How much of an instant is compared: whole seconds of UTC."""
_PROMISED = ("Committed", "AssignmentTaken", "BroughtBack")


class MemoryStore:
    """Keeps sessions until the program ends; see `Store` for what it promises."""

    def __init__(self) -> None:
        self._scripts: dict[str, str] = {}
        self._fixes: dict[str, str] = {}
        self._exports: dict[str, dict[str, Export]] = {}
        self._kept: dict[str, KeptSession] = {}
        self._marks: dict[str, ClockMark] = {}
        self._held: set[str] = set()
        self._settings: dict[str, str] = {}

    def begin(self, new: NewSession) -> None:
        line = first_line(new)
        script = self._scripts.get(new.script_digest, new.script_json)
        if script != new.script_json:
            raise ValueError(f"another script has the digest {new.script_digest!r}")
        kept = self._kept.get(new.session)
        if kept and kept.line[:4] != line[:4]:
            raise ValueError(f"another session is named {new.session!r}")
        self._scripts[new.script_digest] = script
        if new.fixes_json:
            self._fixes.setdefault(new.script_digest, new.fixes_json)
        self._kept.setdefault(new.session, KeptSession(line, (), ()))

    def append(
        self,
        session: str,
        rows: Sequence[Row],
        *,
        phase: str,
        summary: Mapping[str, Json],
    ) -> None:
        kept = self._find(session)

        def entry(seq: int) -> tuple[EventLine, tuple[WordLine, ...]]:
            words = tuple(word for word in kept.words if word.seq == seq)
            return kept.events[seq - 1], words

        fresh = not_yet_kept(kept.line, rows, entry)
        line, events, words, _none = extended(kept.line, fresh, phase, summary)
        self._kept[session] = KeptSession(
            line, (*kept.events, *events), (*kept.words, *words), kept.removed
        )

    def rewrite(
        self,
        session: str,
        rows: Sequence[Row],
        *,
        phase: str,
        summary: Mapping[str, Json],
        forgetting: Sequence[str] = (),
    ) -> None:
        line = self._find(session).line
        after, events, words, _none = rewritten(line, rows, phase, summary)
        self.forget(*forgetting)
        self._kept[session] = KeptSession(after, events, words)

    def rows(self, session: str, *, until: int | None = None) -> tuple[StoredRow, ...]:
        return trusted(self._find(session), until)

    def head(self, session: str) -> SessionHead:
        return self._find(session).line.shown()

    def sessions(self) -> tuple[SessionHead, ...]:
        return tuple(each for each in self._heads() if each.is_own)

    def workshops(self) -> tuple[SessionHead, ...]:
        return tuple(each for each in self._heads() if each.is_workshop)

    def _heads(self) -> tuple[SessionHead, ...]:
        lines = [kept.line for _name, kept in sorted(self._kept.items())]
        lines.sort(key=_started, reverse=True)
        return tuple(line.shown() for line in lines)

    def script(self, digest: str) -> str:
        if digest not in self._scripts:
            why = f"the script {digest[:12]} is not here"
            raise StoreDamaged(session=None, seq=None, why=why)
        return self._scripts[digest]

    def fixes(self, digest: str) -> str:
        return self._fixes.get(digest, "")

    def note_export(self, session: str, export: Export) -> None:
        self._find(session)
        self._exports.setdefault(session, {})[export.path] = export

    def exports(self, session: str) -> tuple[Export, ...]:
        self._find(session)
        found = self._exports.get(session, {}).values()
        return tuple(sorted(found, key=lambda each: (each.made_utc, each.path)))

    def mark(self, session: str, *, seq: int, story_ms: int, felt_ms: int) -> None:
        self._find(session)
        self._marks[session] = ClockMark(seq=seq, story_ms=story_ms, felt_ms=felt_ms)

    def mark_all(self, marks: Mapping[str, ClockMark]) -> None:
        for name, at in marks.items():
            self.mark(name, seq=at.seq, story_ms=at.story_ms, felt_ms=at.felt_ms)

    def last_mark(self, session: str) -> ClockMark | None:
        self._find(session)
        return self._marks.get(session)

    def lease(self, session: str) -> HeldLease:
        self._find(session)
        if session in self._held:
            raise StoreBusy(holder="another window of this program")
        self._held.add(session)
        return HeldLease(session, self._held.discard)

    def purge_words(self, *sessions: str, before: str | None = None) -> int:
        return sum(self._purge(self._find(session), before) for session in sessions)

    def _purge(self, kept: KeptSession, before: str | None) -> int:
        old = _seqs_before(kept, before)
        left = tuple(word for word in kept.words if word.seq not in old)
        line = kept.line._replace(words_kept=len(left)).sealed()
        gone = tuple(
            RemovedLine(line.session, word.seq, word.field).sealed()
            for word in kept.words
            if word.seq in old
        )
        self._kept[line.session] = KeptSession(
            line, kept.events, left, (*kept.removed, *gone)
        )
        return len(gone)

    def with_words(self, before: str) -> tuple[Worded, ...]:
        return tuple(
            Worded(
                session=name,
                phase=kept.line.phase,
                last_utc=kept.events[-1].wall_utc,
            )
            for name, kept in sorted(self._kept.items())
            if any(word.seq in _seqs_before(kept, before) for word in kept.words)
        )

    def promised(self) -> tuple[tuple[str, StoredRow], ...]:
        return tuple(
            (name, restored(event, ()))
            for name, kept in sorted(self._kept.items())
            for event in kept.events
            if event.kind in _PROMISED and is_own(name)
        )

    def seats_of(self, workshop: str) -> tuple[str, ...]:
        return seats_named(self._find(workshop).events)

    def setting(self, name: str) -> str | None:
        return self._settings.get(name)

    def put_setting(self, name: str, value: str | None) -> None:
        self._settings.pop(name, None)
        if value is not None:
            self._settings[name] = value

    def forget(self, *sessions: str) -> None:
        for session in sessions:
            self._find(session)
        for session in sessions:
            del self._kept[session]
            self._marks.pop(session, None)
            self._exports.pop(session, None)
        pinned = {kept.line.script_digest for kept in self._kept.values()}
        for digest in self._scripts.keys() - pinned:
            del self._scripts[digest]
            self._fixes.pop(digest, None)

    def packed(self, *sessions: str, words: bool) -> tuple[Packed, ...]:
        packs = [self._packed(self._find(session)) for session in sessions]
        return tuple(each if words else without_words(each) for each in packs)

    def _packed(self, kept: KeptSession) -> Packed:
        digest, name = kept.line.script_digest, kept.line.session
        fixes, at = self._fixes.get(digest), self._marks.get(name)
        mark = at and MarkLine(name, at.seq, at.story_ms, at.felt_ms).sealed()
        return sound(
            Packed(
                ScriptLine.of(digest, self._scripts[digest]),
                ScriptLine.of(digest, fixes) if fixes else None,
                kept,
                mark or None,
            )
        )

    def take_in(self, *packs: Packed) -> tuple[Arrived, ...]:
        added = [(pack, self._addition(pack)) for pack in packs]
        for pack, new in added:
            if new.lines is not None:
                self._take(pack, new.lines)
        return tuple(arrived(pack, new) for pack, new in added)

    def _addition(self, pack: Packed) -> Addition:
        digest = pack.script.digest
        if self._scripts.get(digest, pack.script.json) != pack.script.json:
            raise SessionDiffers(session=pack.session)
        return addition(pack, self._kept.get(pack.session))

    def _take(self, pack: Packed, new: Extension) -> None:
        self._scripts[pack.script.digest] = pack.script.json
        if pack.fixes is not None:
            self._fixes.setdefault(pack.script.digest, pack.fixes.json)
        here = self._kept.get(pack.session)
        kept = here or KeptSession(new.line, (), ())
        self._kept[pack.session] = KeptSession(
            new.line,
            (*kept.events, *new.events),
            tuple(sorted((*kept.words, *new.words))),
            (*kept.removed, *new.removed),
        )
        if pack.mark is not None and new.events:
            _session, seq, story_ms, felt_ms, _seal = pack.mark
            self.mark(pack.session, seq=seq, story_ms=story_ms, felt_ms=felt_ms)

    def verify(self, session: str | None = None) -> tuple[Finding, ...]:
        looked_at = self._kept.values() if session is None else (self._find(session),)
        return tuple(finding for kept in looked_at for finding in examined(kept))

    def close(self) -> None:
        """Let go of what is held; what is kept can still be read."""
        self._held.clear()

    def _find(self, session: str) -> KeptSession:
        if kept := self._kept.get(session):
            return kept
        raise SessionNotFound(wanted=session)


def _seqs_before(kept: KeptSession, before: str | None) -> frozenset[int]:
    return frozenset(
        event.seq
        for event in kept.events
        if before is None or event.wall_utc[:_SECONDS] < before[:_SECONDS]
    )


def _started(line: SessionLine) -> str:
    return line.started_utc
