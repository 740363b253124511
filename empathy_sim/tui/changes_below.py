"""Changes below another screen are drawn in place."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from empathy_sim.tui.as_understood import is_as_understood

UNDERSTOOD = (
    "self._set_dirty(*self._compositor._dirty_regions)",
    "self._repaint_required = True",
)
"""How Textual tells the screen on top: all that ever changed below is told anew with
each change, and once that was everything, everything is drawn for ever after."""

_told_anew = Screen._compositor_refresh  # noqa: SLF001


def draw_changes_below() -> bool:
    """Let the screen on top draw what changed below it, and no more.

    It holds for all apps of the process; whether it does: another Textual may do
    otherwise.
    """
    if Screen._compositor_refresh is _refreshed:  # noqa: SLF001
        return True
    if not is_as_understood(Screen._compositor_refresh, UNDERSTOOD):  # noqa: SLF001
        return False
    ways: Any = Screen
    ways._compositor_refresh = _refreshed  # noqa: SLF001
    return True


def _refreshed(screen: Any) -> None:
    app = screen.app
    if app.is_inline or screen is app.screen:
        _told_anew(screen)
        return
    changed = tuple(screen._compositor._dirty_regions)  # noqa: SLF001
    if changed and screen in app._background_screens:  # noqa: SLF001
        screen._compositor._dirty_regions.clear()  # noqa: SLF001
        screen._dirty_widgets.clear()  # noqa: SLF001
        app.screen.refresh(*changed)
    app._update_mouse_over(screen)  # noqa: SLF001
