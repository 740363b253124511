"""Time passes when there is nothing left to do."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest


@pytest.fixture(autouse=True)
async def _waits_take_no_time(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    loop: Any = asyncio.get_running_loop()
    passed = loop.time()
    really = loop._selector.select

    def select(timeout: float | None = None) -> Any:
        nonlocal passed
        if timeout is None:
            return really(timeout)
        come = really(0)
        if not come:
            passed += max(0.0, timeout)
        return come

    with monkeypatch.context() as patch:
        patch.setattr(loop, "time", lambda: passed)
        patch.setattr(loop._selector, "select", select)
        yield
