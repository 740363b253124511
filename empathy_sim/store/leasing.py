"""A lease in the hands of whoever took it."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Self


class HeldLease:
    """The right to write to one session, until released."""

    def __init__(self, session: str, release: Callable[[str], None]) -> None:
        self._session = session
        self._release: Callable[[str], None] | None = release

    @property
    def session(self) -> str:
        return self._session

    def release(self) -> None:
        """Let others open the session; releasing twice does no harm."""
        if release := self._release:
            self._release = None
            release(self._session)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        raised: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()
