"""What widgets inherit, worked out once a paint."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple, TypeAlias

from rich.style import Style
from textual.color import Color
from textual.dom import DOMNode

Node: TypeAlias = Any
"""A widget, a screen or an app; Textual's own type knows nothing of its parent's."""

UNDERSTOOD = (
    "for node in reversed(self.ancestors_with_self):",
    "opacity *= styles.opacity",
    "text_background = background + styles.background.tint(",
    "color = text_background.get_contrast_text(color.a)",
    "(background + color).rich_color if (background.a or color.a) else None",
)
"""How Textual works it out: from the app downwards, for every line of every widget."""


class Look(NamedTuple):
    """What a widget hands on to those within it."""

    background: Color = Color(0, 0, 0, 0)
    color: Color = Color(255, 255, 255, 0)
    text: Style = Style()
    opacity: float = 1.0


_PAINTS: list[dict[int, tuple[Node, Look, Style | None]]] = []
"""The looks that are known in the paint under way; outside of one there are none."""


def share_looks() -> bool:
    """Let a paint ask each widget once how it looks.

    Nothing changes its look within a paint. It holds for all apps of the process;
    whether it does: another Textual may work it out otherwise.
    """
    ways: Any = DOMNode
    if ways.rich_style is _SHARED:
        return True
    source = inspect.getsource(ways.rich_style.fget)
    if not all(each in source for each in UNDERSTOOD):
        return False
    ways.rich_style = _SHARED
    return True


@contextmanager
def painting() -> Iterator[None]:
    """A paint; none waits for anything in the middle of it."""
    _PAINTS.append({})
    try:
        yield
    finally:
        _PAINTS.pop()


_ALONE: Any = DOMNode.rich_style


def _style(node: Node) -> Style:
    """How a widget's text looks."""
    if not _PAINTS:
        style: Style = _ALONE.fget(node)
        return style
    known = _PAINTS[-1]
    look = _look(node, known)
    found = known[id(node)][2]
    if found is None:
        found = _whole(look)
        known[id(node)] = node, look, found
    return found


_SHARED = property(_style, doc=_ALONE.__doc__)


def _whole(look: Look) -> Style:
    background, color = look.background, look.color
    return look.text + Style.from_color(
        (background + color).rich_color if (background.a or color.a) else None,
        background.rich_color if background.a else None,
    )


def _look(node: Node, known: dict[int, tuple[Node, Look, Style | None]]) -> Look:
    """What a node hands on; with the node itself, so that its id stays its own."""
    found = known.get(id(node))
    if found is not None:
        return found[1]
    parent = node._parent  # noqa: SLF001
    look = _within(Look() if parent is None else _look(parent, known), node)
    known[id(node)] = node, look, None
    return look


def _within(around: Look, node: Node) -> Look:
    """What a node makes of what is around it."""
    styles = node.styles
    has_rule = styles.has_rule
    background, color = around.background, around.color
    text_background = background
    opacity = around.opacity * styles.opacity
    if has_rule("background"):
        tinted = styles.background.tint(styles.background_tint)
        text_background = background + tinted
        background += tinted.multiply_alpha(opacity)
    if has_rule("color"):
        color = styles.color
    text = around.text + styles.text_style
    if has_rule("auto_color") and styles.auto_color:
        color = text_background.get_contrast_text(color.a)
    return Look(background, color, text, opacity)
