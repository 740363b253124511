"""Every typed word, looked for in every byte."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from empathy_sim.cli.sessions_kept import forget
from empathy_sim.debrief.cards import MORE, QUOTE
from empathy_sim.engine import moves as m
from empathy_sim.engine import resolutions as r
from empathy_sim.engine.scene import Scene
from empathy_sim.errors import MoveRefused
from empathy_sim.journey.fixes import Fixes
from empathy_sim.journey.freezing import freeze, spelled
from empathy_sim.rehearsal.playthrough import plain_cast
from empathy_sim.rehearsal.robots import WillingRobot
from empathy_sim.session.again import StageAgain
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import Session
from empathy_sim.store.rows import Export
from empathy_sim.store.sqlite_store import SqliteStore
from tests.engine.made_scripts import facts_of, script_of

COUNT = 50
STEPS = 60
FIX = "scenario/cause"
PLAYED = ("form-that-works", "chat-that-works", "form-expires", "chat-hands-over")


@dataclass
class Typist:
    """Types a word that nobody else would, wherever something can be typed."""

    words: Iterator[str]
    typed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    """Those that stay when words are purged: what was promised."""

    def word(self, *, promised: bool = False) -> str:
        word = next(self.words)
        (self.kept if promised else self.typed).append(word)
        return f"{word} and more"


def canaries(seed: int) -> Iterator[str]:
    random = Random(seed)
    while True:
        yield f"canary{random.randrange(16**12):012x}"


def play(session: Session, clock: ManualClock, typist: Typist) -> None:
    """Play to the debrief, typing before every answer."""
    session.submit(m.Consent(service=typist.word()))
    robot, random = WillingRobot(Random(3)), Random(3)
    for _ in range(STEPS):
        scene = session.scene()
        if scene.phase == "debriefing":
            return
        move = m.Proceed() if scene.phase != "playing" else robot.decide(scene)
        if move is None:
            clock.advance(session.due_in() or 1_000)
            session.catch_up()
            continue
        if random.random() < 0.3:
            _try(session, m.React(-2, 2, typist.word()), scene)
        for first in _typing(move, typist, random):
            _try(session, first, scene)
        _try(session, move, scene)
    _try(session, m.Leave(), session.scene())
    while session.scene().phase != "debriefing":
        session.submit(m.Proceed())


def _typing(move: m.Move, typist: Typist, random: Random) -> Iterator[m.Move]:
    """The same with something else in it first, now and then."""
    match move:
        case m.FillIn(field=name) if random.random() < 0.7:
            yield m.FillIn(name, typist.word())
        case m.Say() if random.random() < 0.7:
            yield m.Say(typist.word())
        case _:
            pass


def _try(session: Session, move: m.Move, scene: Scene) -> None:
    try:
        session.submit(move)
    except MoveRefused:
        assert scene.phase == "playing"


def decide(session: Session, clock: ManualClock, typist: Typist) -> None:
    """Everything that can be decided in a debrief."""
    session.submit(m.Reflect("one_word", typist.word()))
    for card in MORE:
        for ask in card.asks:
            session.submit(m.Reflect(ask.id, typist.word()))
    for question in (QUOTE.id, *(f"more.{at}" for at in range(12))):
        session.submit(m.Reflect(question, typist.word()))
    for asking in ("before", "after"):
        session.submit(r.Attribute("slow", "policy", typist.word(), asking))
    cue, act, owner, whom = (typist.word(promised=True) for _ in range(4))
    session.submit(r.Commit(cue, act, owner, whom, "2026-01-01"))
    guesses = tuple(typist.word(promised=True) for _ in range(5))
    session.submit(r.TakeOn("ask_three", "", guesses))
    session.submit(r.ShareGoal("contacts", ("a", "b"), typist.word(promised=True)))
    answers = {f"agent.{at}": typist.word(promised=True) for at in (1, 2)}
    session.submit(r.BringBack("ask_three", "partly", answers))
    live_again(session, clock, typist)


def live_again(session: Session, clock: ManualClock, typist: Typist) -> None:
    """The stage once more, with words in it that nobody keeps."""
    stage = next(iter(session.script.stages))
    again = StageAgain(
        session.script, session.log, session.fixes(), fix=FIX, stage=stage, clock=clock
    )
    again.session.submit(m.React(1, 1, typist.word()))
    session.submit(again.told())


def found(folder: Path, words: list[str]) -> list[str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    held = b"".join(path.read_bytes() for path in files)
    held += "".join(str(path) for path in files).encode()
    # Also as SQLite or Python might spell them otherwise.
    wide = held.replace(b"\x00", b"")
    return [word for word in words if word.encode() in held or word.encode() in wide]


def typed_in(folder: Path, name: str, seed: int) -> tuple[str, Typist]:
    """A session in a folder, with words typed wherever that can be done."""
    typist, clock = Typist(canaries(seed)), ManualClock()
    script = script_of(name)
    with closing(SqliteStore(folder)) as store:
        session = Session.begin(
            script,
            plain_cast(facts_of(script)),
            store=store,
            clock=clock,
            fixes=spelled(freeze(Fixes(stages={FIX: dict(script.stages)}))),
        )
        play(session, clock, typist)
        decide(session, clock, typist)
        session.suspend()
        export = Export(path=f"/home/{typist.word()}.html", what="p", made_utc="t")
        store.note_export(session.name, export)
    cache = folder / "cache"
    cache.mkdir(exist_ok=True)
    (cache / "ways-1.json").write_text(typist.word())
    (cache / "ways-1.4711").write_text(typist.word())
    return session.name, typist


@given(seed=st.integers(0, 2**32), name=st.sampled_from(PLAYED))
@settings(max_examples=8)
def test_of_fifty_words_typed_everywhere_no_byte_is_left(seed: int, name: str) -> None:
    with tempfile.TemporaryDirectory() as made, pytest.MonkeyPatch.context() as patch:
        folder = Path(made) / "kept"
        patch.setenv("EMPATHY_SIM_DATA", str(folder))
        session, typist = typed_in(folder, name, seed)
        words = [*typist.typed, *typist.kept]
        assert len(words) >= COUNT
        there = found(folder, words)
        # What a form or a chat did not take was never kept.
        assert len(there) >= COUNT

        said = [*forget([session], everything=False, sure=True)]

        left = found(folder, [*words, session])
        print(f"canaries {len(words)}, kept {len(there)}, left {len(left)}")
        assert left == []
        assert said[0] == f"Forgotten: {session}."


@pytest.mark.parametrize("name", PLAYED[:2])
def test_when_words_are_purged_only_what_was_promised_is_left(
    tmp_path: Path, name: str
) -> None:
    session, typist = typed_in(tmp_path, name, 7)
    *typed, export, cached, unfinished = typist.typed

    with closing(SqliteStore(tmp_path)) as store:
        assert store.purge_words(session) > 10
        assert store.verify() == ()

    assert found(tmp_path, typed) == []
    assert found(tmp_path, typist.kept) == typist.kept
    assert found(tmp_path, [export, cached, unfinished]) != []
