"""What is recorded: listed, shown, verified, debriefed."""

from __future__ import annotations

import sqlite3

import pytest

from tests.cli.command_run import Command


@pytest.fixture
def played(command: Command) -> str:
    """A session that has been left, by name."""
    command.play("1", "feel -2 2 hm", "leave", "sad", "", options=("--seed", "7"))
    return command("sessions").out.split()[0]


def test_sessions_are_listed_with_how_they_stand(command: Command, played: str) -> None:
    command.play("1", "1")

    listed = command("sessions", "list")

    assert listed.code == 0
    assert listed.out == command("sessions").out
    unfinished, left = listed.out.splitlines()
    assert "(unfinished: on a web page of Hearth & Vale, Tuesday 10:00)" in unfinished
    assert left.startswith(played)
    assert "The birthday kettle  (left on the way; words until 2" in left


def test_a_session_is_shown_line_by_line_with_its_times(
    command: Command, played: str
) -> None:
    for words in ((played,), (played[:-2],), ()):
        shown = command("sessions", "show", *words)

        assert shown.code == 0
        assert "Tue 10:00  == Ordering ==" in shown.out
        assert "Tue 10:00  You have left." in shown.out


def test_what_was_marked_and_typed_is_shown_with_the_session(
    command: Command, played: str
) -> None:
    shown = command("sessions", "show", played).out

    assert '(Marked: fairly unpleasant, fairly stirred up; "hm")' in shown
    assert 'You wrote: "sad"' in shown


def test_records_that_are_as_written_are_said_to_be(
    command: Command, played: str
) -> None:
    assert command("sessions", "verify").out == "1 session is as written.\n"
    assert command("sessions", "verify", played).code == 0


def test_a_changed_record_is_found_and_named(command: Command, played: str) -> None:
    (file,) = command.folder.glob("*.db*")
    with sqlite3.connect(file) as database:
        tables = [
            name
            for (name,) in database.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table'"
            )
        ]
        (events,) = [name for name in tables if name.startswith("event")]
        database.execute(f"UPDATE {events} SET story_ms = story_ms + 1 WHERE seq = 3")
    database.close()

    verified = command("sessions", "verify")

    assert verified.code == 1
    assert verified.out.startswith(f"{played}, entry 3: ")


def test_nothing_recorded_is_no_fault_to_list_or_verify(command: Command) -> None:
    assert "No session is recorded in " in command("sessions").out
    assert command("sessions", "verify").out == "Nothing is recorded yet.\n"
    assert command("sessions", "show").code == 2


def test_a_debrief_is_printed_again(command: Command, played: str) -> None:
    again = command("debrief", "--plain")

    assert again.code == 0
    assert "== How it felt ==" in again.out
    assert again.out == command("debrief", played, "--plain").out


def test_a_debrief_of_what_is_not_finished_says_so_and_how_to_go_on(
    command: Command,
) -> None:
    name = command.play("1").session
    again = command("debrief", name, "--plain")

    assert again.out.startswith("This journey is not finished. It stands at ")
    resuming = f"empathy-sim resume {name} --plain --data {command.folder}"
    assert f"\n  {resuming}\n" in again.out


def test_the_demo_is_printed_to_its_debrief_and_nothing_of_it_is_kept(
    command: Command,
) -> None:
    demo = command("demo", "--plain")

    assert demo.code == 0
    assert "The kettle is on the table" in demo.out
    assert "== How it felt ==" in demo.out
    assert not command.folder.exists()


def test_the_doctor_says_what_is_here(command: Command) -> None:
    said = command("doctor")

    for name in ("Python", "SQLite", "textual", "YAML parser", "Data folder", "Free"):
        assert f"\n{name}" in said.out
    assert f"{command.folder} (not made yet)" in said.out
    assert said.code == (1 if "mind:" in said.out else 0)
    assert not command.folder.exists()


def test_the_doctor_minds_a_folder_that_is_a_file_or_synced(
    command: Command,
) -> None:
    blocked = command.folder.parent / "blocked"
    blocked.write_text("")
    synced = command.folder.parent / "Dropbox" / "sessions"

    for folder, minds in ((blocked, "is not a folder"), (synced, "by Dropbox")):
        said = command("doctor", "--data", str(folder))

        assert said.code == 1
        assert minds in said.out
