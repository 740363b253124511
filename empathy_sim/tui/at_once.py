"""Draws what a key changed before anything else."""

from __future__ import annotations

from textual.widget import Widget

from empathy_sim.tui.moving_on import InTurn


def draw_at_once(widget: Widget) -> None:
    """Draw what a widget has just been asked to, where others share the machine.

    Otherwise it is drawn after some rounds of messages; in each of them everybody
    else's work is done as well.
    """
    match widget.app:
        case InTurn(shares_machine=True) if _is_laid_out(widget):
            screen = widget.screen
            widget._repaint_required = False  # noqa: SLF001
            screen._compositor.update_widgets({widget})  # noqa: SLF001
            screen._compositor_refresh()  # noqa: SLF001
        case _:
            pass


def _is_laid_out(widget: Widget) -> bool:
    """Whether nothing else has to be done before it is drawn."""
    screen = widget.screen
    waits = screen._layout_required or screen._repaint_required  # noqa: SLF001
    return screen.is_current and not waits and not widget.app._batch_count  # noqa: SLF001
