"""When memory is swept."""

from __future__ import annotations

import gc


def put_off() -> None:
    """Sweep nothing while the app starts: hardly anything of it is garbage."""
    gc.disable()


def take_up() -> None:
    """Sweep from now on, but only what is made from now on.

    To look at all that is there by now takes longer than a key may wait.
    """
    gc.freeze()
    gc.enable()
