"""One line tells how far something has come."""

from __future__ import annotations

import io
from collections.abc import Generator
from contextlib import redirect_stderr

import pytest

from empathy_sim.cli.calm_line import told_on_the_way


class Terminal(io.StringIO):
    """Takes what is written to a terminal."""

    def isatty(self) -> bool:
        return True

    @property
    def screen(self) -> str:
        """What one line shows after all that was written."""
        line: list[str] = []
        at = 0
        for letter in self.getvalue():
            if letter == "\r":
                at = 0
                continue
            line[at : at + 1] = [letter]
            at += 1
        return "".join(line).rstrip()


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("COLUMNS", "40")
    return Terminal()


def work(terminal: Terminal, seen: list[str]) -> Generator[int, None, str]:
    for number in (1_000, 20, 3):
        seen.append(terminal.screen)
        yield number
    seen.append(terminal.screen)
    return "done"


def test_it_tells_from_the_first_moment_on_and_leaves_nothing(
    terminal: Terminal,
) -> None:
    seen: list[str] = []

    with redirect_stderr(terminal):
        result = told_on_the_way(
            work(terminal, seen), lambda n: f"{n:,} moves", "Reading"
        )

    assert result == "done"
    assert seen == ["Reading", "1,000 moves", "20 moves", "3 moves"]
    assert terminal.screen == ""
    assert "\n" not in terminal.getvalue()


def test_it_never_goes_over_one_line(terminal: Terminal) -> None:
    with redirect_stderr(terminal):
        told_on_the_way(work(terminal, []), lambda _: "x" * 300, "Reading")

    assert "xxx" in terminal.getvalue()
    assert all(len(part) < 40 for part in terminal.getvalue().split("\r"))


def test_it_goes_also_where_the_work_is_broken_off(terminal: Terminal) -> None:
    def broken() -> Generator[int, None, str]:
        yield 1
        raise KeyboardInterrupt

    with redirect_stderr(terminal), pytest.raises(KeyboardInterrupt):
        told_on_the_way(broken(), str, "Reading")

    assert "Reading" in terminal.getvalue()
    assert terminal.screen == ""


def test_on_a_pipe_nothing_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    told_on_the_way(work(Terminal(), []), str, "Reading")

    assert capsys.readouterr() == ("", "")
