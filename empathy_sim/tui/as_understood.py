"""Whether Textual is as we understood it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import Any


def is_as_understood(way: Callable[..., Any], lines: Iterable[str]) -> bool:
    """Whether a way of Textual's still does what its replacement was made from.

    Args:
        way: a function or method of Textual's, as it was installed.
        lines: what stands in its source; without any one of them it is another way.
            Without a source nobody can tell, and it is taken for another.
    """
    try:
        source = inspect.getsource(way)
    except (OSError, TypeError):
        return False
    return all(each in source for each in lines)
