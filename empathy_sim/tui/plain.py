"""Words from elsewhere, as a widget takes them."""

from __future__ import annotations

from textual.content import Content

from empathy_sim.text.safe import shown


def plain(text: str) -> Content:
    """Text as it stands: no bracket in it is markup, nothing in it is a command.

    What may not reach a screen is shown as U+FFFD.
    """
    return Content(shown(text).expandtabs(4))
