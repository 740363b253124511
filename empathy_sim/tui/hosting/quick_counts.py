"""How many arguments a callback takes, told quickly."""

from __future__ import annotations

from collections.abc import Callable
from inspect import CO_VARARGS, CO_VARKEYWORDS
from types import FunctionType, MethodType
from typing import Any

from textual import _callback

from empathy_sim.tui.as_understood import is_as_understood

UNDERSTOOD = ("return len(signature(func).parameters)",)
"""How Textual counts, several times for every key: it reads the whole signature."""

_counted_anew = _callback._count_parameters  # noqa: SLF001


def count_quickly() -> bool:
    """Let what a function takes be read from its code.

    It holds for all apps of the process; whether it does: another Textual may count
    otherwise.
    """
    if _callback._count_parameters is counted:  # noqa: SLF001
        return True
    if not is_as_understood(_counted_anew, UNDERSTOOD):
        return False
    ways: Any = _callback
    ways._count_parameters = counted  # noqa: SLF001
    return True


def counted(func: Callable[..., Any]) -> int:
    """How many parameters a callable has, as its signature would tell."""
    match func:
        case FunctionType():
            return _of_function(func)
        case MethodType(__func__=FunctionType() as function):
            return _of_function(function) - bool(function.__code__.co_argcount)
        case _:
            return _counted_anew(func)


def _of_function(function: FunctionType) -> int:
    if hasattr(function, "__wrapped__") or hasattr(function, "__signature__"):
        return _counted_anew(function)
    code = function.__code__
    kinds = CO_VARARGS, CO_VARKEYWORDS
    rest = sum(bool(code.co_flags & kind) for kind in kinds)
    return code.co_argcount + code.co_kwonlyargcount + rest
