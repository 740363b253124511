"""Many apps in one process."""

from __future__ import annotations

from collections.abc import Callable
from types import FrameType
from typing import Any

from textual import events, messages

from empathy_sim.tui.guarded_app import GuardedApp
from empathy_sim.tui.hosting.colours import in_colour
from empathy_sim.tui.hosting.passing_looks import share_looks
from empathy_sim.tui.hosting.quick_counts import count_quickly
from empathy_sim.tui.hosting.shared_rules import SharedRules
from empathy_sim.tui.hosting.small_paints import paint_little
from empathy_sim.tui.hosting.socket_driver import OUTLET, SocketDriver
from empathy_sim.tui.hosting.std_router import StdRoutes
from empathy_sim.tui.hosting.thrifty_strips import be_thrifty
from empathy_sim.tui.hosting.whose import app_of
from empathy_sim.tui.turns import Turns
from empathy_sim.workshop.views.view import Maker, Outlet, View

_ROUTES = StdRoutes()
_SOON_S = 0.02


def hosted(
    make_app: Callable[[], GuardedApp[Any]], turns: Turns | None = None
) -> Maker:
    """What makes views of an app.

    Args:
        make_app: makes a new app; what it raises is the view's failure.
        turns: in which all views move on that share them.
    """
    be_thrifty()
    paint_little()
    share_looks()
    count_quickly()

    def make(outlet: Outlet, width: int, height: int) -> View:
        return HostedView(make_app, outlet, width, height, turns)

    return make


class HostedView:
    """An app that draws to an outlet."""

    def __init__(
        self,
        make_app: Callable[[], GuardedApp[Any]],
        outlet: Outlet,
        width: int,
        height: int,
        turns: Turns | None = None,
    ) -> None:
        """Make the app; `run` starts it."""
        self._app = make_app()
        self._app.turns = turns or self._app.turns
        self._app.shares_machine = True
        in_colour(self._app)
        self._app.driver_class = SocketDriver
        variables = self._app.get_css_variables()
        self._app.stylesheet = SharedRules(variables=variables)
        self._outlet = outlet
        self._size = width, height
        self._early: list[str] = []

    async def run(self) -> None:
        """Run the app until it exits.

        Raises:
            Exception: what nobody in it caught.
        """
        app = self._app
        OUTLET.set(self._outlet)
        with _ROUTES.host(app):
            await app.run_async(size=self._size)
        if app.crash is not None:
            raise app.crash

    def feed(self, text: str) -> None:
        driver = self._driver
        if driver is None:
            self._early.append(text)
            self._app.call_later(self._feed_early)
        else:
            driver.feed(text)

    def _feed_early(self) -> None:
        early, self._early = self._early, []
        for text in early:
            self.feed(text)

    def resize(self, width: int, height: int) -> None:
        self._size = width, height
        driver = self._driver
        if driver is not None:
            driver.resize(width, height)

    def focus(self, here: bool) -> None:
        event = events.AppFocus() if here else events.AppBlur()
        self._app.post_message(event)

    def repaint(self) -> None:
        # Behind a resize that is still to be dealt with.
        self._app.call_later(self._draw_all)

    def ask(self, answered: Callable[[], None]) -> None:
        self._app.call_later(self._ask_screen, answered)

    def _ask_screen(self, answered: Callable[[], None]) -> None:
        pump = self._app.screen if self._app.screen_stack else self._app
        pump.call_later(answered)

    def is_running(self, frame: FrameType) -> bool:
        return app_of(frame) is self._app

    def close(self) -> None:
        self._app.post_message(messages.ExitApp())

    @property
    def _driver(self) -> SocketDriver | None:
        match self._app._driver:  # noqa: SLF001 - Textual shows it to nobody
            case SocketDriver() as driver:
                return driver
            case _:
                return None

    def _draw_all(self) -> None:
        driver = self._driver
        if driver is None or not self._app.screen_stack:
            return
        if self._app._batch_count:  # noqa: SLF001
            # What is drawn within a batch is dropped without a word.
            self._app.set_timer(_SOON_S, self._draw_all)
            return
        driver.open_again()
        screen = self._app.screen
        update = screen._compositor.render_update(full=True)  # noqa: SLF001
        self._app._display(screen, update)  # noqa: SLF001
