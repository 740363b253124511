"""What is kept, what moves, what is forgotten."""

from __future__ import annotations

import io
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from empathy_sim.cli.house import open_house
from empathy_sim.cli.sessions_kept import forget, set_days, words_until
from empathy_sim.engine import moves as m
from empathy_sim.errors import StoreBusy
from empathy_sim.journey.freezing import digest
from empathy_sim.session.clock import ManualClock
from empathy_sim.store.pack_file import read_packs
from empathy_sim.store.records import ScriptLine
from empathy_sim.store.rows import Export
from empathy_sim.store.sqlite_store import SqliteStore
from tests.cli.command_run import Command
from tests.cli.promised_session import promised

DAY_MS = 86_400_000
CANARY = b"canary"


def bytes_in(folder: Path) -> bytes:
    files = (path for path in folder.rglob("*") if path.is_file())
    return b"".join(path.name.encode() + path.read_bytes() for path in files)


def service(name: str) -> str | None:
    """What was typed in the contract of a session, if it is still there."""
    with open_house(ManualClock()) as house:
        rows = house.store.rows(name)
    return next(row.words["service"] for row in rows if row.kind == "Consented")


def later(days: int) -> ManualClock:
    clock = ManualClock()
    clock.advance(days * DAY_MS)
    return clock


def test_a_session_is_forgotten_and_its_exports_are_named(
    command: Command, tmp_path: Path
) -> None:
    name, other = promised(), promised()
    page = tmp_path / "kettle.html"
    page.touch()
    with open_house(ManualClock()) as house:
        for path in (str(page), "/nowhere/moved.html"):
            noted = Export(path=path, what="page to keep", made_utc="2025-06-10")
            house.store.note_export(name, noted)

    said = command("sessions", "forget", name, "--yes")

    assert said.code == 0
    assert said.out.startswith(f"Forgotten: {name}.\n")
    assert f"  {page}  (page to keep, 2025-06-10)\n" in said.out
    assert "  /nowhere/moved.html  (page to keep, 2025-06-10)\n" in said.out
    assert page.exists()
    assert name.encode() not in bytes_in(command.folder)
    assert other in command("sessions").out
    assert command("sessions", "verify").code == 0


def test_everything_can_be_forgotten_and_nothing_of_it_is_left(
    command: Command,
) -> None:
    names = [promised(), promised(), command.play("1", "1").session]
    crashes = command.folder / "crashes"
    crashes.mkdir()
    (crashes / "crash-1.txt").write_text("KeyError")
    (command.folder / "heads.json.new").write_text(names[0])
    own = command.folder / "journeys" / "ours.yaml"
    own.parent.mkdir()
    own.write_text("journey: ours")
    command("routine")
    command("sessions", "keep-words", "7")

    said = command("sessions", "forget", "--all", "--yes")

    assert said.code == 0
    left = bytes_in(command.folder)
    for trace in (*names, "canary", "ring them back", "KeyError", "Consented", "told"):
        assert trace.encode() not in left, trace
    kept = {path.name for path in command.folder.rglob("*") if path.is_file()}
    assert kept == {"sessions.db", "heads.json", "ours.yaml"}
    assert "No session is recorded" in command("sessions").out
    assert "after 7 days" in command("sessions", "keep-words").out


def test_nothing_is_forgotten_unasked(command: Command) -> None:
    name = promised()

    wrong: tuple[tuple[str, ...], ...] = ((), (name, "--all"), ("no-such", "--yes"))
    for words in ((name,), ("--all",)):
        refused = command("sessions", "forget", *words)
        assert refused.code == 2
        assert "add --yes" in refused.err
    for each in wrong:
        assert command("sessions", "forget", *each).code != 0
    assert name in command("sessions").out
    assert command("sessions", "forget", name[:-2], "--yes").code == 0


class AtTerminal(io.StringIO):
    """Somebody who types at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("typed", "goes"), [("yes\n", True), ("Y\n", True), ("no\n", False), ("", False)]
)
@pytest.mark.usefixtures("command")
def test_at_a_terminal_it_is_asked_once(
    monkeypatch: pytest.MonkeyPatch, typed: str, goes: bool
) -> None:
    name = promised()
    monkeypatch.setattr("sys.stdin", AtTerminal(typed))

    said = [*forget([name], everything=False, sure=False)]

    assert said[0] == (f"Forgotten: {name}." if goes else "Nothing was forgotten.")
    with open_house() as house:
        assert bool(house.sessions()) != goes


def test_a_session_that_is_open_is_not_forgotten_under_somebody_s_hands(
    command: Command,
) -> None:
    name, other = promised(), promised()

    with closing(SqliteStore(command.folder)) as window, window.lease(name):
        refused = command("sessions", "forget", other, name, "--yes")

    assert refused.code == 1
    assert str(StoreBusy(holder="")).partition(":")[0] in refused.err
    assert other in command("sessions").out


def test_last_traces_that_another_window_keeps_are_told_of(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("empathy_sim.store.opening._PATIENCE_S", 0.01)
    name = promised()
    with closing(sqlite3.connect(command.folder / "sessions.db")) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM words").fetchall()

        said = command("sessions", "forget", name, "--yes")

    assert "Another window still has the record open" in said.out
    command("sessions")
    assert CANARY not in bytes_in(command.folder)


def test_a_damaged_record_can_be_forgotten_as_well(command: Command) -> None:
    promised()
    file = command.folder / "sessions.db"
    file.write_bytes(b"canary, no database at all" * 400)

    assert command("sessions", "forget", "the", "--yes").code == 1
    assert command("sessions", "forget", "--all", "--yes").code == 0
    assert CANARY not in bytes_in(command.folder)
    assert command("sessions").code == 0


def test_a_session_that_was_lost_is_forgotten_with_its_note(command: Command) -> None:
    name = promised()
    with closing(sqlite3.connect(command.folder / "sessions.db")) as db:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("DELETE FROM sessions")
        db.commit()

    assert command("sessions", "forget", "--all", "--yes").code == 0
    assert name.encode() not in bytes_in(command.folder)
    assert command("sessions", "verify").code == 0


def test_the_list_says_by_when_what_was_typed_is_gone(command: Command) -> None:
    with open_house(ManualClock()):
        pass
    promised(m.Proceed())
    with open_house(ManualClock()) as house:
        assert [*words_until(house.store).values()] == ["2025-07-10"]
    assert "words" not in command("sessions").out


def test_words_are_gone_after_thirty_days_and_promises_are_not(
    command: Command,
) -> None:
    name = promised(m.Proceed())

    for days in (0, 10, 29):
        with open_house(later(days)):
            pass
        assert service(name) == "a canary in the mine"
    with open_house(later(30)):
        pass
    assert service(name) is None
    assert CANARY not in bytes_in(command.folder)
    assert "ring them back" in command("routine").out
    assert command("sessions", "verify").code == 0


def test_the_debrief_of_a_session_whose_words_are_gone_says_so(
    command: Command,
) -> None:
    promised(m.Proceed())
    gone = "   (What was typed has been removed, as agreed; all else is here)\n"

    assert command("debrief", "--plain").out.startswith(gone)
    with open_house(ManualClock()) as house:
        (head,) = house.sessions()
        assert house.look_back(head.session).words_gone
    played = command.play("1").session
    assert "as agreed" not in command("debrief", played, "--plain").out


@pytest.mark.usefixtures("command")
def test_a_session_that_goes_on_after_a_long_time_has_its_words() -> None:
    with open_house(ManualClock()) as house:
        session = house.begin_session("the-birthday-kettle", pace="instant")
        session.submit(m.Consent(service="a canary in the mine"))
        name = session.name

    with open_house(later(45)) as house:
        going_on = house.resume_session(name)
        assert any("canary" in str(event) for event in going_on.log)
        going_on.submit(m.Proceed())
    with open_house(later(45)):
        pass
    assert service(name) == "a canary in the mine"
    with open_house(later(47)):
        pass
    assert service(name) is None


def test_words_can_go_as_soon_as_it_is_over(command: Command) -> None:
    assert "after 30 days" in command("sessions", "keep-words").out
    assert "as soon as" in command("sessions", "keep-words", "0").out

    open_one, over = promised(), promised(m.Proceed())

    assert service(over) is None
    assert service(open_one) == "a canary in the mine"


def test_how_long_is_changed_at_once_and_for_ever(command: Command) -> None:
    name = promised(m.Proceed())
    with open_house(ManualClock()) as house:
        assert "is forgotten" in "".join(set_days(house, "forever"))
        assert [*set_days(house, "0")][-1] == "Just now: 1 text removed."
    assert service(name) is None
    for wrong in ("-1", "soon", "1e3", "40000", "²"):
        assert command("sessions", "keep-words", "--", wrong).code == 2


def test_a_session_moves_to_another_computer_without_its_words(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    played = command.play("1", "feel -2 2 canary").session
    out = tmp_path / "kettle.sessions"

    said = command("sessions", "export", played, str(out))

    assert said.code == 0
    assert "What was typed is not in it; --with-words puts it in." in said.out
    assert CANARY not in out.read_bytes()
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    with open_house() as house:
        (noted,) = house.store.exports(played)
    assert (noted.path, noted.what) == (str(out), "copy of the record")
    shown = command("sessions", "show").out
    monkeypatch.setenv("EMPATHY_SIM_DATA", str(tmp_path / "elsewhere"))
    first, second = (command("sessions", "import", str(out)) for _ in range(2))
    assert first.code == second.code == 0
    assert first.out.startswith(f"{played}: ")
    assert second.out.startswith(f"{played} was here already.\n")
    assert command("sessions", "verify").code == 0
    assert command("sessions", "show").out == shown.replace('; "canary"', "")


def test_words_move_where_that_is_asked_for(command: Command, tmp_path: Path) -> None:
    played = command.play("1", "feel -2 2 canary").session
    out = tmp_path / "kettle.sessions"

    said = command("sessions", "export", played, str(out), "--with-words")

    assert "What was typed is in it: 1 text.\n" in said.out
    again = command("sessions", "export", played, str(out))
    assert again.code == 2
    assert command("sessions", "export", played, str(out), "--force").code == 0
    assert CANARY not in out.read_bytes()
    inside = command.folder / "copy.sessions"
    assert command("sessions", "export", played, str(inside)).code == 2
    assert command("sessions", "export", "no-such", f"{out}-2").code == 1


def test_a_file_that_lies_about_its_script_is_refused(
    command: Command, tmp_path: Path
) -> None:
    played = command.play("1").session
    out = tmp_path / "kettle.sessions"
    command("sessions", "export", played, str(out))
    (pack,) = read_packs(out)
    for text in ("{}", pack.script.json.replace("Hearth", "Health")):
        line = ScriptLine.of(pack.script.digest, text)
        with closing(sqlite3.connect(out)) as db:
            db.execute("UPDATE scripts SET json = ?, seal = ?", (line.json, line.seal))
            db.commit()

        refused = command("sessions", "import", str(out))

        assert refused.code == 1
        assert "the script of" in refused.err
        assert digest(text) != pack.script.digest


def test_files_that_are_something_else_are_refused_in_a_sentence(
    command: Command, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_text("nothing")

    for name in ("notes.txt", "nowhere"):
        refused = command("sessions", "import", str(tmp_path / name))
        assert refused.code == 1
        assert refused.err.startswith("Nothing was brought in from ")
