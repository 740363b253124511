"""Lists of links whose names are gone."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from empathy_sim.store.rows import WORKSHOP

if TYPE_CHECKING:
    from empathy_sim.store.protocol import Store

_END = ".links.txt"
_EVER = "9999-12-31T23:59:59Z"


def remove_old_lists(store: Store, folder: Path) -> None:
    """Remove each list of private links once its room holds no name any more.

    The links themselves go on.

    Raises:
        StoreError: the record cannot be read.
    """
    lists = tuple((folder / "workshops").glob(f"*{_END}"))
    if not lists:
        return
    worded = {each.session for each in store.with_words(_EVER)}
    for file in lists:
        if f"{WORKSHOP}{file.name.removesuffix(_END)}" not in worded:
            with suppress(OSError):
                file.unlink()
