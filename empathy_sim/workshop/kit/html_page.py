"""The kit as one page to print."""

from __future__ import annotations

from functools import cache

from empathy_sim.text.html import Pages
from empathy_sim.workshop.kit import told
from empathy_sim.workshop.kit.kit import Kit
from empathy_sim.workshop.kit.movers import pair_says


def kit_as_html(kit: Kit) -> str:
    """The whole kit, as the text of one file; it prints on A4."""
    return _pages().page("kit.html.jinja", kit=kit, told=told, colour=kit.colour)


@cache
def _pages() -> Pages:
    return Pages(__package__, "kit.css", {"pair_says": pair_says})
