"""Within a paint a widget looks as without."""

from __future__ import annotations

from random import Random

import pytest
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.dom import DOMNode
from textual.widgets import Button, Static

from empathy_sim.tui.guarded_app import GuardedApp
from empathy_sim.tui.hosting import passing_looks
from empathy_sim.tui.hosting.passing_looks import painting, share_looks

WHOLE = DOMNode.rich_style, DOMNode.background_colors
TIMES = 60
LOOKS = ("clear", "tinted", "half", "auto", "bold", "loud")


class Nested(GuardedApp[None]):
    """Widgets in widgets, each of which may look in many ways."""

    CSS = """
    .clear { background: transparent; }
    .tinted { background: green; background-tint: red 30%; }
    .half { opacity: 50%; background: blue 40%; }
    .auto { color: auto 80%; }
    .bold { text-style: bold italic; }
    .loud { color: yellow; background: $company; }
    """

    def compose(self) -> ComposeResult:
        with Vertical(), Vertical():
            yield Static("one")
            yield Button("two")
            with Vertical():
                yield Static("three")


@pytest.fixture(autouse=True)
def _shared(monkeypatch: pytest.MonkeyPatch) -> None:
    alone(monkeypatch)
    assert share_looks(), "this Textual works it out otherwise"
    assert share_looks()


def alone(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(DOMNode, "rich_style", WHOLE[0])
    patch.setattr(DOMNode, "background_colors", WHOLE[1])


def looks(nodes: list[DOMNode]) -> list[object]:
    return [(each.rich_style, each.background_colors) for each in nodes]


async def test_every_widget_looks_as_textual_says() -> None:
    app, drawn = Nested(), Random(3)
    async with app.run_test(size=(60, 20)) as pilot:
        for _ in range(TIMES):
            nodes = list(app.screen.walk_children(with_self=True))
            drawn.choice(nodes).toggle_class(drawn.choice(LOOKS))
            await pilot.pause()
            before = looks(nodes)
            with painting():
                drawn.shuffle(nodes)
                looks(nodes)
                within = looks(list(app.screen.walk_children(with_self=True)))

            assert within == before


async def test_what_was_known_in_one_paint_is_asked_again_in_the_next() -> None:
    app = Nested()
    async with app.run_test(size=(60, 20)) as pilot:
        static = app.query(Static).first()
        with painting():
            before = static.rich_style
        app.screen.add_class("loud")
        await pilot.pause()
        static.add_class("clear")
        await pilot.pause()
        with painting():
            assert static.rich_style != before


def test_another_way_of_looking_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("UNDERSTOOD", "UNDERSTOOD_GROUNDS"):
        alone(monkeypatch)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(passing_looks, name, ("something else",))

            assert not share_looks()
        assert (DOMNode.rich_style, DOMNode.background_colors) == WHOLE
