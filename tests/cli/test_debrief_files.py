"""What a debrief writes, and where."""

from __future__ import annotations

import csv
import json
import stat
from pathlib import Path

import pytest

from empathy_sim.store.sqlite_store import SqliteStore
from tests.cli.command_run import Command


@pytest.fixture
def played(command: Command) -> str:
    """A session of one short scenario that has been left, by name."""
    lines = ("1", "feel -2 2 hmcanary", "leave", "sad", "")
    command.play(*lines, options=("kind-but-powerless", "--seed", "7"))
    return command("sessions").out.split()[0]


def noted(command: Command, session: str) -> dict[str, str]:
    store = SqliteStore(command.folder, on_network=False)
    try:
        return {Path(each.path).name: each.what for each in store.exports(session)}
    finally:
        store.close()


@pytest.mark.usefixtures("played")
def test_a_page_to_keep_has_a_page_to_forward_beside_it(
    command: Command, tmp_path: Path
) -> None:
    written = command("debrief", "--html", str(tmp_path / "kettle.html"))

    keep, forward = tmp_path / "kettle.html", tmp_path / "kettle-to-forward.html"
    assert written.code == 0
    assert f"Page to keep: {keep}" in written.out
    assert f"Page to forward: {forward}" in written.out
    assert "hmcanary" in keep.read_text("utf-8")
    assert "hmcanary" not in forward.read_text("utf-8")


def test_what_is_written_is_its_owners_alone_and_noted(
    command: Command, played: str, tmp_path: Path
) -> None:
    html, tables = tmp_path / "kettle.html", tmp_path / "tables"
    command("debrief", played, "--html", str(html), "--csv", str(tables))

    files = [*tmp_path.glob("*.html"), *tables.iterdir()]
    assert len(files) == 5
    assert all(stat.S_IMODE(each.stat().st_mode) == 0o600 for each in files)
    assert stat.S_IMODE(tables.stat().st_mode) == 0o700
    assert noted(command, played) == {
        "kettle.html": "page to keep",
        "kettle-to-forward.html": "page to forward",
        "events.csv": "table",
        "sessions.csv": "table",
        "code-book.csv": "table",
    }


def test_nothing_is_replaced_unasked_and_then_nothing_is_written(
    command: Command, played: str, tmp_path: Path
) -> None:
    html = tmp_path / "kettle.html"
    (tmp_path / "kettle-to-forward.html").write_text("mine")
    refused = command("debrief", "--html", str(html))

    assert refused.code == 2
    assert "is there already. Nothing was written." in refused.err
    assert not html.exists()
    assert noted(command, played) == {}

    forced = command("debrief", "--html", str(html), "--force")

    assert forced.code == 0
    assert (tmp_path / "kettle-to-forward.html").read_text("utf-8") != "mine"
    assert len([*tmp_path.glob("*kettle*")]) == 2


def test_a_link_that_leads_elsewhere_is_not_written_through(
    command: Command, played: str, tmp_path: Path
) -> None:
    elsewhere, link = tmp_path / "elsewhere", tmp_path / "page.md"
    link.symlink_to(elsewhere)

    assert command("debrief", played, "--forward", str(link)).code == 2
    assert command("debrief", played, "--forward", str(link), "--force").code == 0
    assert not elsewhere.exists()
    assert not link.is_symlink()


@pytest.mark.usefixtures("played")
def test_one_thing_can_go_to_standard_output(command: Command) -> None:
    told = json.loads(command("debrief", "--json", "-").out)
    drawn = command("debrief", "--mermaid", "-").out
    page = command("debrief", "--markdown", "-").out

    assert told["format"] == 1
    assert drawn.startswith("journey\n  title Dani\n")
    assert page.startswith("# Dani: yours to keep\n")


@pytest.mark.usefixtures("played")
@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--json", "-", "--markdown", "-"), "Only one thing"),
        (("--html", "-"), "it needs a name"),
        (("--json", "here", "--markdown", "here"), "Two files would be"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    command: Command, words: tuple[str, ...], says: str
) -> None:
    refused = command("debrief", *words)

    assert refused.code == 2
    assert says in refused.err


@pytest.mark.usefixtures("played")
def test_a_folder_that_is_not_there_is_named(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "page.html"
    refused = command("debrief", "--forward", str(path))

    assert refused.code == 1
    assert f"{path}: there is no such folder" in refused.err


@pytest.mark.usefixtures("played")
def test_tables_are_read_by_what_reads_tables(command: Command, tmp_path: Path) -> None:
    command("debrief", "--csv", str(tmp_path / "tables"))

    for name in ("events", "sessions", "code-book"):
        path = tmp_path / "tables" / f"{name}.csv"
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [*csv.reader(file)]
        assert len({len(row) for row in rows}) == 1


def test_a_journey_that_is_not_finished_says_so_on_its_page(
    command: Command, tmp_path: Path
) -> None:
    command.play("1")
    written = command("debrief", "--html", str(tmp_path / "a.html"))

    assert written.code == 0
    assert "This journey is not finished." in (tmp_path / "a.html").read_text("utf-8")
    forward = (tmp_path / "a-to-forward.html").read_text("utf-8")
    assert "It is not over: this is as far as it went." in forward
