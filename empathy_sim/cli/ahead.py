"""What is loaded once the first frame is seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from threading import Event, Thread
from types import TracebackType
from typing import Self

from empathy_sim.cli.garbage import take_up


def needed_from_home() -> Iterator[str]:
    """What is needed next, wherever home leads."""
    yield "session.port"
    yield "tui.screens.contract"
    yield "library.casting"
    yield "tui.screens.report"
    yield "tui.screens.card"
    yield "tui.screens.predictions"
    yield "tui.screens.play"
    yield from needed_in_a_story()


def needed_in_a_story() -> Iterator[str]:
    """What is needed after a story's first screen."""
    from empathy_sim.journey.touchpoints import KINDS

    yield "tui.screens.confirm"
    yield "tui.screens.feeling"
    yield "tui.screens.paused"
    for kind in KINDS:
        yield f"engine.touchpoints.{kind}"
        yield f"tui.touchpoints.{kind}"
    yield "tui.screens.ending"
    yield "tui.screens.rest"
    yield "tui.screens.debrief"


class Ahead:
    """Loads modules beside the app, so that no key waits for them.

    As a context it ends with the module that is being loaded.
    """

    def __init__(self, modules: Iterable[str]) -> None:
        """Load nothing yet.

        Args:
            modules: their names within the program, in order. What a module has as
                `warm_up` is called.
        """
        self._modules = modules
        self._over = Event()
        self._thread = Thread(target=self._load, name="ahead")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        raised: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        if self._thread.ident is not None:
            self._thread.join()

    def begin(self) -> None:
        """Load them, and take up the sweeping of memory."""
        self._thread.start()

    def _load(self) -> None:
        for name in self._modules:
            if self._over.is_set():
                return
            module = import_module(f"empathy_sim.{name}")
            warm_up = getattr(module, "warm_up", None)
            if warm_up is not None:
                warm_up()
        take_up()
