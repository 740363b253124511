"""A stranger's pack is played, and nothing else happens."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.library.strange_play import Watch

REPOSITORY = Path(__file__).parents[2]


def test_playing_strange_packs_runs_no_code_and_reaches_nothing_outside(
    tmp_path: Path,
) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.library.strange_play", str(tmp_path)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 0, ended.stderr[-2_000:]
    told = json.loads(ended.stdout)
    print(
        f"hostile packs {told['packs']}, played {told['played']}, moves {told['moves']}"
    )
    assert told["done"] == {}
    assert told["packs"] == 60
    assert told["played"] >= 20
    assert not [*REPOSITORY.glob("pwned"), *tmp_path.rglob("pwned")]


def test_the_watch_sees_what_it_is_for(tmp_path: Path) -> None:
    watch = Watch(tmp_path / "packs", tmp_path / "kept")
    watch.watching = True

    for event, arguments in (
        ("open", (f"{tmp_path}/packs/a.yaml", "r", 0)),
        ("open", (f"{tmp_path}/kept/journal", "w", 0)),
        ("open", (f"{tmp_path}/packs/a.yaml", "w", 0)),
        ("open", ("/etc/passwd", "r", 0)),
        ("socket.connect", (None, ("192.0.2.1", 80))),
        ("os.system", (b"true",)),
        ("os.rename", (f"{tmp_path}/kept/a", "b")),
        ("os.rename", ("/etc/hosts", "b")),
        ("exec", (None,)),
        ("import", ("antigravity", None)),
    ):
        watch(event, arguments)

    assert sorted(seen.partition(" ")[0] for seen in watch.done) == sorted(
        ["open", "open", "socket.connect", "os.system", "os.rename", "exec", "import"]
    )
