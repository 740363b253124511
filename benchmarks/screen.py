"""How fast a key is answered."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import Any

os.environ.setdefault("TEXTUAL_FPS", "250")  # as the program does, before Textual

from textual import events
from textual.app import App, ComposeResult
from textual.drivers.headless_driver import HeadlessDriver
from textual.screen import Screen
from textual.widgets import Static

from benchmarks.keypad_drawn import keys_drawn
from benchmarks.prepared import house_in, prepared_session
from empathy_sim.cli.garbage import take_up
from empathy_sim.session.port import SessionPort
from empathy_sim.tui.app import EmpathyApp
from empathy_sim.tui.order import Resume
from empathy_sim.tui.widgets.phone_keypad import KEYS, Keypad

SIZE = (120, 40)
TWELVE = "123456789*0#"
NAMES = {"*": "asterisk", "#": "number_sign"}
"""What Textual calls the keys that are no digits."""
TIMES = 400
COUNTED_KEYS = 50
APART = 0.04
"""Seconds between two keys: all twelve take longer than one of them is lit."""
SETTLES = 2.0
"""Seconds until an app has started."""
QUIET = 20.0
"""Seconds on hold without a key."""
P99_MS = 30.0
CPU_SHARE = 2.0
"""Percent of one core, on hold."""
TIMES_SMALLEST = 12.0
"""A key of ours through a key of the smallest app, at most."""


class ByteDriver(HeadlessDriver):
    """Really makes the bytes of each frame, and notes when it did."""

    def __init__(self, app: App[Any], **settings: Any) -> None:
        super().__init__(app, **settings)
        self.painted: list[tuple[float, bytes]] = []

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        self.painted.append((time.perf_counter(), data.encode("utf-8")))


class Smallest(App[None]):
    """One line that counts keys."""

    counted = 0

    def compose(self) -> ComposeResult:
        yield Static("0", id="count")

    def on_key(self) -> None:
        self.counted += 1
        self.query_one(Static).update(str(self.counted), layout=False)


@dataclass
class Latencies:
    """Milliseconds from each key."""

    committed: list[float] = field(default_factory=list)
    painted: list[float] = field(default_factory=list)

    def said(self, name: str) -> str:
        painted = quantiles(self.painted, n=100)
        line = (
            f"{name}: painted p50 {median(self.painted):.1f} ms, p99 {painted[98]:.1f}"
        )
        if not self.committed:
            return line
        committed = quantiles(self.committed, n=100)
        return f"{line}; committed p50 {median(self.committed):.1f}, p99 {committed[98]:.1f}"


@asynccontextmanager
async def running(
    app: App[Any], size: tuple[int, int] = SIZE
) -> AsyncIterator[ByteDriver]:
    """An app that draws on a terminal of which only the bytes are there."""
    app.driver_class = ByteDriver
    life = asyncio.create_task(app.run_async(size=size))
    try:
        await asyncio.sleep(SETTLES)
        take_up()  # as the program does once its first screen is there
        driver = app._driver  # noqa: SLF001
        if not isinstance(driver, ByteDriver):
            raise TypeError(f"the app draws on {driver}")
        yield driver
    finally:
        app.exit()
        await life


def any_frame(frame: bytes, key: str) -> bool:
    """Where every frame answers a key."""
    del frame, key
    return True


def draws(app: App[Any]) -> Callable[[bytes, str], bool]:
    """Whether a frame draws a key of the phone.

    Other things on the screen are drawn as they please; those frames answer no key.
    """
    keypad = app.screen.query_one(Keypad)
    at = keypad.region.offset
    names = [keypad.region_of(key) for key in KEYS[::3]]
    found = keys_drawn(at.x, [at.y + each.y + each.height // 2 for each in names])

    def answered(frame: bytes, key: str) -> bool:
        return key in found(frame)

    return answered


async def keys_pressed(
    driver: ByteDriver,
    times: int,
    committed: Callable[[], list[float]] = list,
    draws: Callable[[bytes, str], bool] = any_frame,
) -> Latencies:
    """Press keys of a phone, one by one, and note when each was kept and shown.

    Args:
        driver: what the frames are drawn on.
        times: how many keys.
        committed: when events were kept so far.
        draws: whether a frame answers a key.
    """
    found = Latencies()
    for number in range(times):
        kept, painted = len(committed()), len(driver.painted)
        began = time.perf_counter()
        key = TWELVE[number % len(TWELVE)]
        driver.send_message(events.Key(NAMES.get(key, key), key))
        await asyncio.sleep(APART)
        after = committed()[kept:]
        shown = [at for at, said in driver.painted[painted:] if draws(said, key)]
        if after:
            found.committed.append((after[0] - began) * 1_000)
        if shown:
            found.painted.append((shown[0] - began) * 1_000)
    return found


async def layouts_in(driver: ByteDriver, times: int) -> int:
    """How often the screen is laid out anew while keys are pressed."""
    laid_out = 0
    lay_out = Screen._refresh_layout  # noqa: SLF001

    def counted(self: Screen[Any], *args: Any, **named: Any) -> None:
        nonlocal laid_out
        laid_out += 1
        lay_out(self, *args, **named)

    Screen._refresh_layout = counted  # type: ignore[method-assign]  # noqa: SLF001
    try:
        await keys_pressed(driver, times)
    finally:
        Screen._refresh_layout = lay_out  # type: ignore[method-assign]  # noqa: SLF001
    return laid_out


async def cpu_of(seconds: float) -> float:
    """Percent of one core that this process uses while nothing is pressed."""
    used, began = time.process_time(), time.perf_counter()
    await asyncio.sleep(seconds)
    return (time.process_time() - used) / (time.perf_counter() - began) * 100


async def smallest() -> Latencies:
    """The keys of the smallest app."""
    async with running(Smallest()) as driver:
        return await keys_pressed(driver, TIMES)


@dataclass(frozen=True, slots=True)
class Held:
    """What was measured on hold."""

    keys: Latencies
    layouts: int
    cpu: float


async def on_hold(folder: Path) -> Held:
    """Keys, layouts and idle time of a hold that is really kept in a store."""
    house, kept = house_in(folder), []
    name = prepared_session(folder, pace="real")
    ports: list[SessionPort] = []
    resume = house.resume

    def listened(session: str) -> SessionPort:
        port = resume(session)
        port.changes(lambda _: kept.append(time.perf_counter()))
        ports.append(port)
        return port

    house.resume = listened  # type: ignore[method-assign]
    try:
        app = EmpathyApp(house, Resume(name))
        async with running(app) as driver:
            place = ports[0].scene().place
            if place is None or place.kind != "hold":
                raise LookupError("the prepared session is not on hold")
            layouts = await layouts_in(driver, COUNTED_KEYS)
            keys = await keys_pressed(driver, TIMES, lambda: kept, draws(app))
            return Held(keys, layouts, await cpu_of(QUIET))
    finally:
        house.close_all()


def sync_ms(folder: Path, times: int = 200) -> float:
    """The p50 of writing a row's worth of bytes and waiting for the disk."""
    found = []
    with (folder / "row").open("wb", buffering=0) as file:
        for _ in range(times):
            began = time.perf_counter()
            file.write(b"x" * 400)
            os.fsync(file.fileno())
            found.append((time.perf_counter() - began) * 1_000)
    return median(found)


def main() -> int:
    """Measure and print; 1 where an aim is missed."""
    with tempfile.TemporaryDirectory() as kept_in:
        folder = Path(kept_in)
        synced = sync_ms(folder)
        floor = asyncio.run(smallest())
        held = asyncio.run(on_hold(folder))
    p99 = quantiles(held.keys.painted, n=100)[98]
    ratio = median(held.keys.painted) / median(floor.painted)
    kept = median(held.keys.committed) / synced
    print(floor.said("a key of the smallest app"))
    print(held.keys.said(f"{len(held.keys.painted)} keys on hold"))
    print(f"  through the smallest app {ratio:.2f}; aim {TIMES_SMALLEST:.2f}")
    print(f"  to the commit through one sync of the disk ({synced:.2f} ms) {kept:.1f}")
    met = [
        _told("p99 to the painted frame", p99, P99_MS, "ms"),
        _told(f"layouts in {COUNTED_KEYS} keys", held.layouts, 0, ""),
        _told(f"CPU on hold over {QUIET:.0f} s", held.cpu, CPU_SHARE, "% of one core"),
    ]
    return 0 if all(met) and ratio <= TIMES_SMALLEST else 1


def _told(figure: str, found: float, aim: float, unit: str) -> bool:
    """Print a figure beside its aim; whether it is met."""
    met = found <= aim
    print(f"{figure}: {found:.4g} {unit}; aim {aim:g}{'' if met else '  missed'}")
    return met


if __name__ == "__main__":
    sys.exit(main())
