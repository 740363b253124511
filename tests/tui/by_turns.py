"""Two rows of cases, crossed a little or wholly."""

from __future__ import annotations

from collections.abc import Sequence

import pytest


def by_turns(
    many: Sequence[object], few: Sequence[object]
) -> list[pytest.ParameterSet]:
    """Each of many beside one of few, in turn; beside the others with the long tests.

    Every case of both rows is so tried in each run, where there are as many of many.
    """
    assert len(many) >= len(few)
    return [
        pytest.param(
            case, other, marks=() if at % len(few) == turn else pytest.mark.long
        )
        for at, case in enumerate(many)
        for turn, other in enumerate(few)
    ]
