"""Only what was understood of Textual is replaced."""

from __future__ import annotations

import pytest

from empathy_sim.tui.as_understood import is_as_understood


def counted(number: int) -> int:
    """Stands for a way of Textual's."""
    doubled = number * 2
    return doubled + 1


@pytest.mark.parametrize(
    ("lines", "holds"),
    [
        (("doubled = number * 2",), True),
        (("doubled = number * 2", "return doubled + 1"), True),
        ((), True),
        (("doubled = number * 3",), False),
        (("doubled = number * 2", "return doubled"), True),
        (("doubled = number * 2", "return nothing"), False),
    ],
)
def test_every_line_must_stand_in_the_source(
    lines: tuple[str, ...], holds: bool
) -> None:
    assert is_as_understood(counted, lines) == holds


def test_a_way_without_a_source_is_another() -> None:
    assert not is_as_understood(len, ("return",))
