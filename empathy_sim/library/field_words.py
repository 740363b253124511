"""What each field of a noun says of itself."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from msgspec import Struct


@cache
def words_of(noun: type[Struct]) -> Mapping[str, str]:
    """The sentence below each field in the source, the noun's own first."""
    words: dict[str, str] = {}
    for each in reversed(noun.__mro__):
        if issubclass(each, Struct) and each is not Struct:
            words.update(_below_fields(each.__module__, each.__name__))
    return words


def _below_fields(module: str, name: str) -> Iterator[tuple[str, str]]:
    for node in _parsed(module).body:
        match node:
            case ast.ClassDef(name=named, body=body) if named == name:
                yield from _in_body(body)
            case _:
                pass


def _in_body(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for field, below in pairwise(body):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(words))),
            ):
                yield name, " ".join(words.split())
            case _:
                pass


@cache
def _parsed(module: str) -> ast.Module:
    try:
        return ast.parse(inspect.getsource(sys.modules[module]))
    except OSError:  # installed without its sources
        return ast.Module(body=[], type_ignores=[])
