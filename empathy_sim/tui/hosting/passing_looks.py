"""What widgets inherit, worked out once a paint."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple, TypeAlias

from rich.style import Style
from textual.color import Color
from textual.dom import DOMNode

from empathy_sim.tui.as_understood import is_as_understood

Node: TypeAlias = Any
"""A widget, a screen or an app; Textual's own type knows nothing of its parent's."""
Grounds: TypeAlias = tuple[Color, Color]
"""What is behind a widget, and what is behind its text."""

UNDERSTOOD = (
    "for node in reversed(self.ancestors_with_self):",
    "opacity *= styles.opacity",
    "text_background = background + styles.background.tint(",
    "color = text_background.get_contrast_text(color.a)",
    "(background + color).rich_color if (background.a or color.a) else None",
)
UNDERSTOOD_GROUNDS = (
    "for node in reversed(self.ancestors_with_self):",
    "base_background = background\n",
    "background += styles.background.tint(styles.background_tint).multiply_alpha(",
)
"""How Textual works it out: from the app downwards, for every line of every widget."""


class Look(NamedTuple):
    """What a widget hands on to those within it."""

    background: Color = Color(0, 0, 0, 0)
    color: Color = Color(255, 255, 255, 0)
    text: Style = Style()
    opacity: float = 1.0


class Paint:
    """What is known in a paint, each with its node, so that its id stays its own."""

    def __init__(self) -> None:
        self.looks: dict[int, tuple[Node, Look]] = {}
        self.styles: dict[int, Style] = {}
        self.grounds: dict[int, tuple[Node, Grounds, float]] = {}


_PAINTS: list[Paint] = []
"""The paint under way, last; outside of one there is none."""


def share_looks() -> bool:
    """Let a paint ask each widget once how it looks.

    Nothing changes its look within a paint. It holds for all apps of the process;
    whether it does: another Textual may work it out otherwise.
    """
    ways: Any = DOMNode
    if ways.rich_style is _STYLE:
        return True
    if not is_as_understood(ways.rich_style.fget, UNDERSTOOD):
        return False
    if not is_as_understood(ways.background_colors.fget, UNDERSTOOD_GROUNDS):
        return False
    ways.rich_style = _STYLE
    ways.background_colors = _GROUNDS
    return True


@contextmanager
def painting() -> Iterator[None]:
    """A paint; none waits for anything in the middle of it."""
    _PAINTS.append(Paint())
    try:
        yield
    finally:
        _PAINTS.pop()


_ALONE: Any = DOMNode.rich_style
_GROUNDS_ALONE: Any = DOMNode.background_colors


def _style(node: Node) -> Style:
    """How a widget's text looks."""
    if not _PAINTS:
        style: Style = _ALONE.fget(node)
        return style
    paint = _PAINTS[-1]
    look = _look(node, paint)
    found = paint.styles.get(id(node))
    if found is None:
        found = paint.styles[id(node)] = _whole(look)
    return found


def _grounds(node: Node) -> Grounds:
    """What is behind a widget."""
    if not _PAINTS:
        grounds: Grounds = _GROUNDS_ALONE.fget(node)
        return grounds
    return _grounds_of(node, _PAINTS[-1])[0]


_STYLE = property(_style, doc=_ALONE.__doc__)
_GROUNDS = property(_grounds, doc=_GROUNDS_ALONE.__doc__)


def _whole(look: Look) -> Style:
    background, color = look.background, look.color
    return look.text + Style.from_color(
        (background + color).rich_color if (background.a or color.a) else None,
        background.rich_color if background.a else None,
    )


def _look(node: Node, paint: Paint) -> Look:
    """What a node hands on."""
    found = paint.looks.get(id(node))
    if found is not None:
        return found[1]
    parent = node._parent  # noqa: SLF001
    look = _within(Look() if parent is None else _look(parent, paint), node)
    paint.looks[id(node)] = node, look
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


def _grounds_of(node: Node, paint: Paint) -> tuple[Grounds, float]:
    """What is behind a node, and how much of it shows through."""
    found = paint.grounds.get(id(node))
    if found is not None:
        return found[1], found[2]
    parent, behind, opacity = node._parent, Look().background, 1.0  # noqa: SLF001
    if parent is not None:
        (_, behind), opacity = _grounds_of(parent, paint)
    styles = node.styles
    opacity *= styles.opacity
    tinted = styles.background.tint(styles.background_tint)
    grounds = behind, behind + tinted.multiply_alpha(opacity)
    paint.grounds[id(node)] = node, grounds, opacity
    return grounds, opacity
