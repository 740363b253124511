"""What one app has read, another takes."""

from __future__ import annotations

import pytest
from textual.css import stylesheet

from empathy_sim.tui.hosting.shared_rules import SharedRules


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
