"""Plays strange packs, and tells what happened meanwhile."""

from __future__ import annotations

import json
import re
import sys
import sysconfig
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from random import Random

from empathy_sim.errors import MoveRefused
from empathy_sim.journey.script import Script
from empathy_sim.library.casting import cast_for
from empathy_sim.library.compose import Composer
from empathy_sim.library.shelf import files_in, find_shelf
from empathy_sim.rehearsal.robots import RandomRobot, own_offers
from empathy_sim.session.clock import ManualClock
from empathy_sim.session.session import Session
from empathy_sim.store.sqlite_store import SqliteStore
from tests.library.small_library import put
from tests.library.test_strange_packs import mutated

HOSTILE = (
    "__import__('os').system('touch pwned')",
    "{{ cycler.__init__.__globals__.os.popen('touch pwned') }}",
    "$(touch pwned) `touch pwned` ${HOME}",
    "<customer.__class__.__init__> <script.journey>",
    "{0.__class__} %s %(journey)s {script}",
    "[@click=app.quit]press[/] [link=file:///etc/passwd]me[/link]",
    "../../../../etc/passwd",
    "file:///etc/passwd http://example.invalid/ \\\\\\\\example.invalid\\\\share",
    "'); DROP TABLE event; --",
    "=cmd|' /C calc'!A0",
)
_TEXT = re.compile(
    r"^( *(?:- )?(?:says|title|goal|stakes|why|music)): (?!>)[^{\n]+$", re.MULTILINE
)
MOVES = 120
OURS = tuple(
    {
        sysconfig.get_path(name)
        for name in ("stdlib", "platstdlib", "purelib", "platlib")
    }
    | {str(Path(__file__).parents[2] / "empathy_sim"), sys.prefix, "<frozen"}
)
"""Where the program's own code lies."""
SPEAKS = ("os.", "socket.", "subprocess.", "shutil.", "ctypes.", "webbrowser.", "pty.")
HARMLESS = {
    "os.listdir",
    "os.scandir",
    "os.chmod",
    "os.mkdir",
    "os.remove",
    "os.rename",
}
"""Of the store, in its own folder; the places are looked at with each."""


class Watch:
    """What was done, but for reading packs and writing where sessions are kept."""

    def __init__(self, packs: Path, kept: Path) -> None:
        self.packs, self.kept = str(packs), str(kept)
        self.watching = False
        self.done: Counter[str] = Counter()

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.watching and (told := self._told(event, arguments)):
            self.done[told] += 1

    def _told(self, event: str, arguments: tuple[object, ...]) -> str:
        match event, arguments:
            case "open", (str() | bytes() as path, mode, *_):
                fine = self._may_open(str(path), mode)
            case "exec" | "compile" | "import" | "sqlite3.connect", _:
                fine = False
            case _ if event in HARMLESS:
                fine = str(arguments[0]).startswith((self.kept, self.packs, *OURS))
            case _:
                fine = not event.startswith(SPEAKS)
        return "" if fine else f"{event} {arguments!r:.200}"

    def _may_open(self, path: str, mode: object) -> bool:
        if path.startswith(self.kept):
            return True
        reads = not (isinstance(mode, str) and set(mode) & set("wax+"))
        return reads and path.startswith((self.packs, "/proc/", *OURS))


def strange_texts() -> Iterator[str]:
    """What is shipped, changed at random or filled with hostile words."""
    shelf = find_shelf([Path(__file__).parents[2]])
    texts = [each.read_text("utf-8") for each in shelf.scenarios.values()]
    for number in range(30):
        yield mutated(texts[number % len(texts)], Random(number))
    for number in range(30):
        yield filled(texts[number % len(texts)], HOSTILE[number % len(HOSTILE)])


def filled(text: str, hostile: str) -> str:
    """A pack in which what is said is hostile, each time a little otherwise."""
    numbers = count(1)

    def said(found: re.Match[str]) -> str:
        return f"{found[1]}: {json.dumps(f'{next(numbers)} {hostile}')}"

    return _TEXT.sub(said, text)


def play(script: Script, store: SqliteStore, seed: int) -> int:
    """Let a robot play for a while over a real store; how many moves it made."""
    clock, robot, moves = ManualClock(), RandomRobot(Random(seed), leaves=0), 0
    session = Session.begin(script, cast_for(script, 1), store=store, clock=clock)
    while moves < MOVES and session.state.phase != "closed":
        scene = session.scene()
        move = robot.decide(scene)
        offered = own_offers(scene)
        if move is None and session.due_in() is None and offered:
            move = offered[0].examples[0]
        clock.advance(session.due_in() or 0)
        with suppress(MoveRefused):
            _ = session.submit(move) if move else session.catch_up()
        moves += 1
    session.suspend()
    return moves


def play_what_is_shipped(store: SqliteStore) -> None:
    """Bring in all the program's own code, so that nothing is left to import."""
    shelf = find_shelf([Path(__file__).parents[2]])
    for seed, file in enumerate(shelf.scenarios.values()):
        script = Composer(shelf).compose(file).script
        if script is not None:
            play(script, store, seed)


def main(folder: Path) -> None:
    """Play all, watched, and print what was seen as JSON."""
    packs, kept = folder / "packs", folder / "kept"
    kept.mkdir()
    for number, text in enumerate(strange_texts()):
        put(packs / "scenarios" / f"strange-{number}.yaml", text)
    watch = Watch(packs, kept)
    sys.addaudithook(watch)
    told = {"packs": 0, "played": 0, "moves": 0}
    store = SqliteStore(kept, on_network=False)
    play_what_is_shipped(store)
    watch.watching = True
    composer = Composer(find_shelf([packs]))
    for file in files_in(packs / "scenarios"):
        told["packs"] += 1
        script = composer.compose(file).script
        if script is not None:
            told["played"] += 1
            told["moves"] += play(script, store, told["packs"])
    store.close()
    watch.watching = False
    print(json.dumps({**told, "done": watch.done}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
