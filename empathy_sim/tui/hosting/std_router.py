"""What apps print, each to itself."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from textual._context import active_app
from textual.app import App


class StdRouter:
    """Stands for stdout or stderr: what an app prints reaches that app alone."""

    def __init__(self, real: TextIO, *, stderr: bool) -> None:
        """Hand on to the real stream whatever no app prints."""
        self._real = real
        self._stderr = stderr

    def write(self, text: str) -> int:
        app = active_app.get(None)
        if app is None:
            return self._real.write(text)
        app._print(text, stderr=self._stderr)  # noqa: SLF001 - to what captures it
        return len(text)

    def flush(self) -> None:
        self._real.flush()

    def isatty(self) -> bool:
        return False

    def fileno(self) -> int:
        return self._real.fileno()


class StdRoutes:
    """Puts the routers in place while any app is hosted."""

    def __init__(self) -> None:
        self._hosted = 0
        self._real: tuple[TextIO, TextIO] = (sys.stdout, sys.stderr)
        self._routers: tuple[Any, Any] = (sys.stdout, sys.stderr)

    @contextmanager
    def host(self, app: App[Any]) -> Iterator[None]:
        """Route what an app prints; apps may end in any order.

        Textual would put the app's own stream in the place of everybody's, and on
        leaving the one that was there before: an app that may be gone.
        """
        if not self._hosted:
            self._put_in_place()
        self._hosted += 1
        app._capture_stdout, app._capture_stderr = self._routers  # noqa: SLF001
        try:
            yield
        finally:
            self._hosted -= 1
            if not self._hosted:
                sys.stdout, sys.stderr = self._real

    def _put_in_place(self) -> None:
        self._real = sys.stdout, sys.stderr
        out = StdRouter(sys.stdout, stderr=False)
        err = StdRouter(sys.stderr, stderr=True)
        self._routers = out, err
        sys.stdout, sys.stderr = self._routers
