"""A fault is said calmly, without anybody's words."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

from empathy_sim.cli.crash import report, write_report
from tests.cli.command_run import Command

CANARY = "canary-4711"
LINES = (
    "1",
    "1",
    "1",
    CANARY,
    "1",
    "1",
    "1",
    "1",
    "1",
    "1",
    "1",
    "1",
    "1",
    "Ask Robin",
    f"where is {CANARY}",
    f"feel -3 3 {CANARY}",
    "time",
    "notebook",
    "again",
    f"aha {CANARY}",
    "leave",
    CANARY,
    "",
)
POINTS = [
    "line.answering:chosen",
    "line.answering:is_for_the_frame",
    "line.asking:chosen_from",
    "line.choosing:chosen_from",
    "line.feelings:React",
    "line.framing:questions_of",
    "line.framing:card",
    "line.looking:page_of",
    "line.playing:answer_of",
    "line.turns:asking",
    "line.turns:asking_for",
    "line.playing:blanks_of",
    "line.playing:clean_person",
    "line.voice:left",
    "line.playing:notebook",
    "line.playing:so_far",
    "line.playing:telling_time",
    "line.questions:moments_of",
    "line.telling:aside",
    "line.telling:heading",
    "line.telling:later",
    "engine.deciding:begin_playing",
    "engine.deciding:leave_journey",
    "engine.going:kind_of",
    "engine.scenes:next_at",
    "engine.scenes:worded",
    "engine.deciding:kind_of",
    "session.session:row_of",
    "session.session:scene_of",
    "session.session:summary_of",
    "session.spelling:freeze",
    "store.sqlite_store:SqliteStore.append",
    "store.sqlite_store:SqliteStore.mark",
    "text.cleaning:shown",
    "cli.plainly:write",
]


def fail(*given: object, **named: object) -> object:
    """Fail, with all that was given in the message."""
    raise RuntimeError(f"{CANARY} {given!r} {named!r}"[:2_000])


def everything_in(folder: Path) -> str:
    return "".join(
        path.read_text("utf-8", "replace")
        for path in folder.rglob("*")
        if path.is_file()
    )


@pytest.mark.parametrize("point", POINTS)
def test_what_is_typed_is_in_no_report_wherever_it_crashes(
    point: str, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    module, _, path = point.partition(":")
    holder: Any = importlib.import_module(f"empathy_sim.{module}")
    *outer, name = path.split(".")
    for each in outer:
        holder = getattr(holder, each)
    monkeypatch.setattr(holder, name, fail)

    ran = command.play(*LINES)

    crashes = command.folder / "crashes"
    if ran.code == 70:
        assert "Empathy Sim stopped because of a fault of its own." in ran.err
        assert CANARY not in ran.err
        assert "Traceback" not in ran.err
        assert "RuntimeError" in everything_in(crashes)
    assert not crashes.exists() or CANARY not in everything_in(crashes)


def test_most_of_these_points_really_crash(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("empathy_sim.line.playing.answer_of", fail)

    ran = command.play(*LINES)

    assert ran.code == 70
    (kept,) = (command.folder / "crashes").iterdir()
    assert kept.stat().st_mode & 0o077 == 0
    assert "empathy_sim/line/playing.py:" in kept.read_text("utf-8")
    assert str(Path.home()) not in kept.read_text("utf-8")


def test_what_led_to_an_error_is_in_the_report_without_its_words() -> None:
    first, second = KeyError(CANARY), ValueError(CANARY)
    first.__context__, second.__cause__ = second, first

    with pytest.raises(ValueError, match=CANARY) as caught:
        raise second
    said = report(caught.value)

    assert said.index("ValueError") < said.index("KeyError")
    assert CANARY not in said
    assert "test_crash_report.py:" in said


def test_what_a_worker_failed_for_is_in_the_report() -> None:
    class WorkerFailedError(Exception):
        def __init__(self, error: BaseException) -> None:
            super().__init__(CANARY)
            self.error = error

    said = report(WorkerFailedError(KeyError(CANARY)))

    assert "WorkerFailedError" in said
    assert "KeyError" in said
    assert CANARY not in said


def test_no_report_overwrites_another(tmp_path: Path) -> None:
    paths = [write_report(ValueError(), tmp_path) for _ in range(3)]
    assert paths[0] is not None
    paths[0].unlink()

    written = write_report(ValueError(), tmp_path)

    assert written == paths[0]
    assert len(list((tmp_path / "crashes").iterdir())) == 3


def test_a_folder_that_cannot_be_written_leaves_only_the_sentence(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    command.folder.write_text("a file")
    monkeypatch.setattr("empathy_sim.cli.main._run", fail)

    ran = command("sessions")

    assert ran.code == 70
    assert "A report" not in ran.err
    assert CANARY not in ran.err
