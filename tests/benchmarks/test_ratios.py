"""Ratios hold where single figures do not."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from benchmarks.__main__ import main, offered
from benchmarks.ratios import Comparison, Sample, measure, milliseconds, report, table


def replay(figures: Iterable[float]) -> Sample:
    """Sample figures that were written down beforehand."""
    return iter(figures).__next__


def compared(ours: list[float], theirs: list[float], aim: float = 1.0) -> Comparison:
    return Comparison("start", replay(ours), "bare", replay(theirs), aim)


def test_the_first_round_is_thrown_away() -> None:
    [ratio] = measure([compared([99, 2], [1, 4])], rounds=1)

    assert (ratio.ours, ratio.theirs, ratio.ratio) == (2, 4, 0.5)


def test_a_slow_round_on_both_sides_leaves_the_ratio_alone() -> None:
    [ratio] = measure([compared([0, 2, 200, 2], [1, 4, 400, 4])], rounds=3)

    assert ratio.ratio == 0.5


def test_one_odd_round_leaves_the_ratio_alone() -> None:
    [ratio] = measure([compared([0, 2, 90, 2], [1, 4, 4, 4])], rounds=3)

    assert ratio.ratio == 0.5


def test_the_sides_are_sampled_in_turn() -> None:
    order: list[str] = []

    def note(name: str) -> Sample:
        def sample() -> float:
            order.append(name)
            return 1.0

        return sample

    pairs = [
        Comparison("a", note("a"), "b", note("b"), 1.0),
        Comparison("c", note("c"), "d", note("d"), 1.0),
    ]
    measure(pairs, rounds=1)

    assert order == ["a", "b", "c", "d"] * 2


def test_an_aim_that_is_missed_is_said_and_fails(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = report([compared([0, 3], [1, 2], aim=1.2)], rounds=1)

    assert code == 1
    assert "1.20  missed" in capsys.readouterr().out


def test_an_aim_that_is_met_is_silent() -> None:
    ratios = measure([compared([0, 2], [1, 2], aim=1.0)], rounds=1)

    assert table(ratios).splitlines() == [
        "figure      baseline   ratio  aim",
        "start 2 ms  bare 2 ms  1.00   1.00",
    ]


def test_work_takes_some_time() -> None:
    assert milliseconds(lambda: sum(range(1_000)))() > 0


def test_a_benchmark_is_a_file_that_can_be_started(tmp_path: Path) -> None:
    (tmp_path / "start.py").write_text('"""How fast."""\ndef main(): ...\n', "utf-8")
    (tmp_path / "ratios.py").write_text('"""No start."""\n', "utf-8")

    assert offered(tmp_path) == {"start": "How fast."}


def test_a_benchmark_nobody_wrote_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["wait"]) == 2
    assert "no benchmark is called wait" in capsys.readouterr().err
