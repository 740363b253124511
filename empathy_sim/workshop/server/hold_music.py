"""A loop to be kept waiting by."""

from __future__ import annotations

import io
import math
import struct
import wave
from functools import cache

RATE = 11_025
"""Samples a second."""
_BEAT_S = 0.42
_LOUD = 0.18
"""Of full scale, for one voice."""
_BARS: tuple[tuple[int, ...], ...] = (
    (60, 64, 67, 71, 72, 71, 67, 64),
    (57, 60, 64, 67, 69, 67, 64, 60),
    (53, 57, 60, 64, 65, 64, 60, 57),
    (55, 59, 62, 65, 67, 65, 62, 59),
)
"""Keys of a piano by their MIDI numbers: four bars that never arrive."""
_A4, _A4_HZ, _OCTAVE = 69, 440.0, 12


def _hertz(key: int) -> float:
    """The pitch of a key, in equal temperament (ISO 16: A4 is 440 Hz)."""
    return _A4_HZ * math.pow(2.0, (key - _A4) / _OCTAVE)


@cache
def hold_loop() -> bytes:
    """The loop as a WAV file: 13 seconds, mono, 16 bits."""
    beat = int(RATE * _BEAT_S)
    keys = [key for bar in _BARS for key in bar]
    samples = [0.0] * (beat * len(keys))
    for at, key in enumerate(keys):
        _add(samples, at * beat, 3 * beat, _hertz(key), _LOUD)
        if at % len(_BARS[0]) == 0:
            _add(samples, at * beat, 8 * beat, _hertz(key - _OCTAVE), _LOUD)
    full = 2**15 - 1
    packed = b"".join(
        struct.pack("<h", round(max(-1.0, min(1.0, each)) * full)) for each in samples
    )
    written = io.BytesIO()
    with wave.open(written, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(packed)
    return written.getvalue()


def _add(
    samples: list[float], start: int, length: int, hertz: float, loud: float
) -> None:
    """A struck note that dies away; past the end it goes on at the beginning."""
    for at in range(length):
        seconds = at / RATE
        fades = math.exp(-3.2 * seconds) * min(1.0, at / 60)
        wave_ = math.sin(2 * math.pi * hertz * seconds)
        samples[(start + at) % len(samples)] += loud * fades * wave_
