"""The line that leads back leads back."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from empathy_sim.cli import host_run
from empathy_sim.cli.host import host
from empathy_sim.cli.host_asked import Asked
from empathy_sim.cli.host_return import coming_back, room_again
from empathy_sim.store.folder import VARIABLE

NAME = "workshops/kettle-1"


@pytest.fixture
def asked_of(monkeypatch: pytest.MonkeyPatch) -> list[Asked]:
    """What each `host` was asked for."""
    monkeypatch.delenv(VARIABLE, raising=False)
    found: list[Asked] = []

    def run(asked: Asked) -> int:
        found.append(asked)
        return 0

    monkeypatch.setattr(host_run, "run", run)
    return found


def typed(line: str, asked_of: list[Asked]) -> Asked:
    """What a line asks for that is copied into a terminal."""
    verb, *words = shlex.split(line)[1:]
    assert verb == "host"
    assert CliRunner().invoke(host, words).exit_code == 0
    return asked_of[-1]


def test_a_room_that_was_asked_for_nothing_is_only_named(
    asked_of: list[Asked],
) -> None:
    asked = typed("empathy-sim host the-birthday-kettle", asked_of)

    assert coming_back(asked, NAME) == "empathy-sim host --room kettle-1"
    assert (asked.bind, asked.port) == ("0.0.0.0", 8040)


@pytest.mark.parametrize(
    "words",
    [
        ("--bind", "127.0.0.1"),
        ("--port", "8041"),
        ("--bind", "127.0.0.1", "--port", "8041"),
    ],
)
def test_the_line_says_the_address_again_that_was_said(
    words: tuple[str, ...], asked_of: list[Asked]
) -> None:
    first = typed(shlex.join(("empathy-sim", "host", "kettle", *words)), asked_of)
    again = typed(coming_back(first, NAME), asked_of)

    assert again.room == "kettle-1"
    assert (again.bind, again.port) == (first.bind, first.port)
    assert again.is_bind_said is ("--bind" in words)
    assert again.is_port_said is ("--port" in words)


def test_the_line_leads_to_the_same_certificate_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked_of: list[Asked]
) -> None:
    (tmp_path / "our rooms").mkdir()
    monkeypatch.chdir(tmp_path / "our rooms")
    for name in ("cert.pem", "key.pem"):
        Path(name).write_text("x")
    words = ("--tls-cert", "cert.pem", "--tls-key", "key.pem")
    first = typed(shlex.join(("empathy-sim", "host", "kettle", *words)), asked_of)
    line = coming_back(first, NAME)
    monkeypatch.chdir("/")
    again = typed(line, asked_of)

    assert again.tls_cert == tmp_path / "our rooms" / "cert.pem"
    assert again.tls_key == tmp_path / "our rooms" / "key.pem"


def test_the_line_keeps_to_the_data_folder_that_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "our rooms"))
    where = f"--data '{tmp_path}/our rooms'"

    asked = Asked(is_port_said=False)

    assert coming_back(asked, NAME) == f"empathy-sim host --room kettle-1 {where}"
    assert room_again(NAME) == f"empathy-sim host --room kettle-1 {where}"
