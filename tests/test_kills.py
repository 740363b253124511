"""Killed at any moment, nothing shown is lost."""

from __future__ import annotations

import os
import re
import select
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Literal

import pytest

from empathy_sim.cli.house import LocalHouse
from empathy_sim.engine.events import Event
from empathy_sim.engine.moves import Consent, Proceed
from empathy_sim.engine.scenes import scene_of
from empathy_sim.rehearsal.robots import own_offers
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import Session
from empathy_sim.store.folder import prepare
from empathy_sim.store.sqlite_store import SqliteStore
from tests.cli.drawn_screen import DrawnScreen
from tests.cli.pseudo_terminal import (
    OUTLIVING,
    PATIENCE,
    PseudoTerminal,
    terminal_running,
)

Whom = Literal["child", "parent", "group"]
WHOM: tuple[Whom, ...] = ("child", "parent", "group")
PLACES = {
    "hold": ("slipping-hold", r"Alder"),
    "form": ("locked-account", r"Surname"),
    "call": ("kind-but-powerless", r"Dani"),
}
"""The scenario played for each kind of place, and what its screen shows."""
SIZE = (100, 30)
KILLS, MANY = 3, 25
FEEL, ENTER, TAB = "\x1bOQ", "\r", "\t"
ARROWS = ("\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D")
ASKED, NOTED = "Take it", "Noted."
AS_JOB = ("sh", "-mc", '"$@"; echo "left with $?"; read line', "sh")
"""A shell that gives the program a group of its own, so that the group can be killed."""


@dataclass
class Tally:
    """What came of the kills."""

    kills: Counter[Whom] = field(default_factory=Counter)
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    seconds_back: list[int] = field(default_factory=list)
    words: int = 0

    def __str__(self) -> str:
        return (
            f"kills {self.kills.total()} {dict(self.kills)}, "
            f"acknowledged {self.acknowledged}, lost {len(self.lost)}; "
            f"words shown again {self.words}, "
            f"story seconds back {sorted(self.seconds_back)}"
        )


@dataclass
class Life:
    """One run of the program, from its first screen to its death."""

    terminal: PseudoTerminal
    acknowledged: Counter[str] = field(default_factory=Counter)

    def read(self, seconds: float) -> None:
        """Take in what is drawn for some time."""
        end = time.monotonic() + seconds
        screen = self.terminal.screen
        while (left := end - time.monotonic()) > 0:
            if select.select([screen], [], [], left)[0]:
                with suppress(OSError):
                    self.terminal.output += os.read(screen, 65_536)

    def shows(self, words: str, after: int, seconds: float) -> bool:
        """Whether words are drawn within some time."""
        end = time.monotonic() + seconds
        while words.encode() not in self.terminal.output[after:]:
            if time.monotonic() > end:
                return False
            self.read(0.01)
        return True

    def sees(self, holds: Callable[[str], bool], until: float) -> bool:
        """Whether the words on the screen come to be so before an instant."""
        while not holds(self.screen().words):
            if time.monotonic() > until:
                return False
            self.read(0.02)
        return True

    def act(self, random: Random, until: float) -> None:
        """Mark feelings and type, until the moment of death."""
        while (left := until - time.monotonic()) > 0:
            if random.random() < 0.4:
                self._mark_a_feeling(random, until)
            else:
                key = random.choice((*"0123456789", "a", "Q", "!", TAB))
                self.terminal.press(key)
                self.read(min(left, random.random() * 0.08))

    def _mark_a_feeling(self, random: Random, until: float) -> None:
        self.terminal.press(FEEL)
        if not self.sees(lambda words: ASKED in words, until):
            return
        self.acknowledged["Paused"] += 1
        for _ in range(random.randrange(3)):
            self.terminal.press(random.choice(ARROWS))
        noted = self.acknowledged["ReactionRecorded"]
        self.terminal.press(ENTER)
        if not self.sees(lambda words: ASKED not in words, until):
            return
        if not noted and self.sees(lambda words: NOTED in words, until):
            self.acknowledged["ReactionRecorded"] += 1

    def screen(self) -> DrawnScreen:
        drawn = DrawnScreen(SIZE)
        drawn.draw(self.terminal.output)
        return drawn


def processes(terminal: PseudoTerminal) -> tuple[int, int]:
    """The parent that waits for the app, and the app."""
    parent = os.tcgetpgrp(terminal.screen)
    command = Path(f"/proc/{parent}/cmdline").read_text("utf-8")
    if "python" not in command.partition("\0")[0]:
        parent = _child_of(parent)  # the shell leads the group
    return parent, _child_of(parent)


def _child_of(pid: int) -> int:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8")
    return int(children.split()[0])


def kill(terminal: PseudoTerminal, whom: Whom) -> None:
    """End it without a word, and wait until it is gone."""
    parent, child = processes(terminal)
    match whom:
        case "child":
            os.kill(child, signal.SIGKILL)
        case "parent":
            os.kill(parent, signal.SIGKILL)
        case "group":
            os.killpg(parent, signal.SIGKILL)
    end = time.monotonic() + PATIENCE
    while _lives(child) or _lives(parent):
        assert time.monotonic() < end, f"{whom} killed, and something lives on"
        terminal.draw(0.01)


def _lives(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text("utf-8")
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] not in "ZX"


@contextmanager
def resumed(folder: Path, shell: Sequence[str] = OUTLIVING) -> Iterator[Life]:
    command = [sys.executable, "-m", "empathy_sim", "--data", str(folder), "resume"]
    with terminal_running(*command, shell=shell) as terminal:
        terminal.resize(SIZE)
        yield Life(terminal)


def begun(folder: Path, kind: str) -> None:
    """A session brought to a touchpoint of a kind, and suspended there."""
    prepare(folder)
    clock = ManualClock()
    house = LocalHouse(SqliteStore(folder, on_network=False), folder, clock)
    house.seed = 1
    session = house.begin_session(PLACES[kind][0], pace="real")
    session.submit(Consent())
    while session.state.phase != "playing":
        session.submit(Proceed())
    while session.state.kind != kind:
        go_on(session, clock)
    house.close_all()


def go_on(session: Session, clock: ManualClock) -> None:
    """Take the first thing that is offered."""
    clock.advance(session.due_in() or 1_000)
    offered = [each for each in own_offers(session.scene()) if each.sort != "hang_up"]
    session.submit(offered[0].examples[0])


def kept(folder: Path) -> tuple[list[Event], list[str]]:
    """The log as it is on disk, and the words of the place where it stands."""
    store = SqliteStore(folder, on_network=False)
    try:
        head = store.sessions()[0]
        assert store.verify(head.session) == ()
        session = Session.resume(head.session, store=store, clock=ManualClock())
        log = list(session.log)
        scene = scene_of(session.state)
        session.suspend()
    finally:
        store.close()
    place = scene.place
    assert place is not None
    told = [says for told in (scene.face.told() if scene.face else ()) for says in told]
    words = [scene.goal, place.stage_title, *told]
    words += [offer.label for offer in scene.offers if offer.sort == "fill"]
    return log, [text for text in words if text]


def timer_on(screen: DrawnScreen) -> int | None:
    """Seconds on the phone's call timer, where one is shown."""
    found = re.search(
        r"\b(\d+):(\d\d)\s*\S*$", "\n".join(screen.rows[3:8]), re.MULTILINE
    )
    return int(found[1]) * 60 + int(found[2]) if found else None


def lose(tally: Tally, folder: Path, kind: str, random: Random, whom: Whom) -> None:
    """One life: go on, do this and that, be killed; then look what is left."""
    before, _ = kept(folder)
    with resumed(folder, AS_JOB if whom == "group" else OUTLIVING) as life:
        life.terminal.until(PLACES[kind][1])
        life.act(random, time.monotonic() + random.uniform(0.05, 1.6))
        kill(life.terminal, whom)
        if whom != "group":
            assert life.terminal.gets_its_modes_back()
            assert life.shows("left with", 0, PATIENCE)
        life.read(0.02)
        seen = DrawnScreen(SIZE)
        seen.draw(life.terminal.output.partition(b"\x1b[?1049l")[0])
    tally.kills[whom] += 1
    log, words = kept(folder)
    assert log[: len(before)] == before
    happened = Counter(type(event).__name__ for event in log[len(before) :])
    for name, times in life.acknowledged.items():
        tally.acknowledged += times
        if happened[name] < times:
            tally.lost.append(f"{name}: shown {times}, kept {happened[name]}")
    with resumed(folder) as again:
        again.terminal.until(PLACES[kind][1])
        check_same_place(tally, seen, again, words)
        kill(again.terminal, "child")


def check_same_place(
    tally: Tally, seen: DrawnScreen, again: Life, words: list[str]
) -> None:
    there = [text[:20] for text in words if text[:20] in seen.words]
    end = time.monotonic() + PATIENCE
    are_there = again.sees(lambda now: all(text in now for text in there), end)
    shown = again.screen()
    assert are_there, "\n".join([*there, *shown.rows])
    tally.words += len(there)
    timers = timer_on(seen), timer_on(shown)
    if timers[0] is not None and timers[1] is not None:
        tally.seconds_back.append(timers[0] - timers[1])


def killed(folder: Path, kills: int, seed: int) -> Tally:
    tally, random = Tally(), Random(seed)
    for number in range(kills):
        kind = tuple(PLACES)[number % len(PLACES)]
        home = folder / kind
        if not home.exists():
            begun(home, kind)
        whom = WHOM[(number + number // len(PLACES)) % len(WHOM)]
        lose(tally, home, kind, random, whom)
    print(tally)
    return tally


def check(tally: Tally) -> None:
    assert tally.lost == []
    assert tally.words > 0
    assert all(back <= 1 for back in tally.seconds_back), tally.seconds_back


@pytest.mark.skipif(sys.platform != "linux", reason="finds processes in /proc")
def test_a_killed_session_is_back_where_it_was(tmp_path: Path) -> None:
    check(killed(tmp_path, KILLS, seed=1))


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="finds processes in /proc")
def test_a_session_killed_many_times_is_back_where_it_was(tmp_path: Path) -> None:
    check(killed(tmp_path, MANY, seed=2))
