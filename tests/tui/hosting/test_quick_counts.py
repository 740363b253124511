"""A callback's arguments are counted right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from inspect import signature
from typing import Any

import pytest
from textual._callback import count_parameters

from empathy_sim.tui.hosting.quick_counts import count_quickly, counted


class Answering:
    def none(self) -> None: ...

    def one(self, event: object) -> None: ...

    def more(
        self, event: object, *rest: object, key: str, **others: object
    ) -> None: ...

    def whatever(*everything: object) -> None: ...

    @classmethod
    def of_all(cls, event: object) -> None: ...

    @staticmethod
    def of_none(event: object) -> None: ...

    def __call__(self, event: object, other: object) -> None: ...


def takes_all(*everything: object) -> None: ...


@wraps(takes_all)
def wrapped(one: object) -> None: ...


def by_position(one: object, /, two: object, *, three: object = None) -> None: ...


async def later(event: object) -> None: ...


ANSWERING = Answering()
CALLABLES: tuple[Callable[..., Any], ...] = (
    *(ANSWERING.none, ANSWERING.one, ANSWERING.more, ANSWERING.of_all),
    ANSWERING.whatever,
    *(ANSWERING.of_none, ANSWERING, Answering.one, Answering, takes_all, wrapped),
    *(by_position, later, lambda: None, lambda one, two=2: (one, two)),
    *(partial(by_position, 1), partial(ANSWERING.one), len),
)


@pytest.mark.parametrize("func", CALLABLES)
def test_a_count_is_that_of_the_signature(func: Callable[..., Any]) -> None:
    assert counted(func) == len(signature(func).parameters)


def test_textual_counts_by_it() -> None:
    assert count_quickly()
    assert count_parameters(partial(Answering().one)) == 1
    assert count_parameters(partial(Answering().one, object())) == 0
    assert count_parameters(Answering().more) == 4
