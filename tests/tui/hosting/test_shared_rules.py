"""What one app has read, another takes."""

from __future__ import annotations

from random import Random

import pytest
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.css import stylesheet
from textual.widgets import Button, Static

from empathy_sim.tui.guarded_app import GuardedApp
from empathy_sim.tui.hosting.shared_rules import SharedRules

CHANGES = 12


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are read from now on."""
    texts: list[str] = []
    parse = vars(stylesheet)["parse"]

    def noted(scope: str, css: str, *where: object, **more: object) -> object:
        texts.append(css)
        return parse(scope, css, *where, **more)

    monkeypatch.setattr(stylesheet, "parse", noted)
    return texts


def sheet(css: str, company: str, panel: str = "black") -> SharedRules:
    made = SharedRules(variables={"company": company, "panel": panel})
    made.add_source(css, is_default_css=True)
    made.parse()
    return made


def colour(rules: SharedRules, selector: str) -> str:
    (rule,) = rules.rules_map[selector]
    return str(rule.styles.css)


def test_a_source_is_read_once_for_all_apps_of_one_look(read: list[str]) -> None:
    css = "Once { color: $company; }"
    for _ in range(3):
        sheet(css, "red")

    assert read == [css]


def test_another_look_is_read_for_itself(read: list[str]) -> None:
    css = "Look { color: $company; }"
    red, blue = sheet(css, "red"), sheet(css, "blue")

    assert read == [css, css]
    assert "#FF0000" in colour(red, "Look")
    assert "#0000FF" in colour(blue, "Look")


def test_what_a_source_does_not_name_is_nothing_to_it(read: list[str]) -> None:
    css = "Apart { color: $company; }"
    sheet(css, "red", panel="black")
    sheet(css, "red", panel="white")

    assert read == [css]


def test_an_app_that_changes_its_look_changes_no_other(read: list[str]) -> None:
    css = "Changed { color: $company; }"
    one, other = sheet(css, "red"), sheet(css, "red")
    one.set_variables({"company": "green", "panel": "black"})
    one.reparse()

    assert "#008000" in colour(one, "Changed")
    assert "#FF0000" in colour(other, "Changed")
    assert read == [css, css]


class Boxes(GuardedApp[None]):
    """Widgets that look otherwise with one class or another."""

    CSS = """
    Static { height: 3; color: red; }
    .wide { width: 40; border: round blue; }
    .slow { transition: offset 100ms; offset: 3 0; }
    .bold { text-style: bold; color: $company; }
    .wide.bold { background: green 50%; width: 20; }
    """

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static("one")
            yield Static("two", classes="slow")
            yield Button("three")


class BoxesOfTheirOwn(Boxes):
    """The same, with rules that are given as hosted apps give them."""

    def __init__(self) -> None:
        super().__init__()
        self.stylesheet = SharedRules(variables=self.get_css_variables())


async def looks(app: Boxes, seed: int) -> list[str]:
    """How all widgets look after each of many changes."""
    drawn, found = Random(seed), list[str]()
    async with app.run_test(size=(60, 20)) as pilot:
        for _ in range(CHANGES):
            widgets = list(app.screen.query("Static, Button, Vertical"))
            name = drawn.choice(("wide", "slow", "bold"))
            drawn.choice(widgets).toggle_class(name)
            await pilot.pause(0.15)
            found += [str(each.styles.css) for each in widgets]
            found += [str(each.region) for each in widgets]
    return found


async def test_what_is_new_to_a_widget_is_all_that_is_given_it() -> None:
    assert await looks(BoxesOfTheirOwn(), 3) == await looks(Boxes(), 3)
