"""What is loaded beside the app."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from importlib import util

import pytest

from empathy_sim.cli.ahead import Ahead, needed_from_home, needed_in_a_story
from empathy_sim.cli.garbage import put_off


@pytest.fixture(autouse=True)
def _swept() -> Iterator[None]:
    yield
    gc.enable()
    gc.freeze()


def loaded(modules: Iterator[str]) -> None:
    ahead = Ahead(modules)
    ahead.begin()
    ahead._thread.join()


@pytest.mark.parametrize("needed", [needed_from_home, needed_in_a_story])
def test_all_that_is_named_is_there(needed: type[Iterator[str]]) -> None:
    missing = [n for n in needed() if util.find_spec(f"empathy_sim.{n}") is None]

    assert missing == []


def test_what_is_named_is_loaded_and_memory_is_swept_from_then_on() -> None:
    sys.modules.pop("empathy_sim.version", None)
    put_off()
    gc.unfreeze()

    loaded(iter(["version"]))

    assert "empathy_sim.version" in sys.modules
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_it_ends_with_the_module_that_is_being_loaded() -> None:
    asked = []

    def named() -> Iterator[str]:
        asked.append("first")
        ahead._over.set()  # as leaving does
        yield "errors"
        asked.append("second")
        yield "version"

    with Ahead(named()) as ahead:
        ahead.begin()

    assert asked == ["first"]


def test_what_never_began_is_left_at_once() -> None:
    with Ahead(iter(["there is none"])):
        pass

    assert "empathy_sim.there is none" not in sys.modules
