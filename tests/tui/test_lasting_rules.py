"""Style rules are read once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.css import stylesheet
from textual.css.errors import StylesheetError

from empathy_sim.tui.lasting_rules import LastingRules

COMPANY = "Phone { color: $company; }"
PLAIN = "Static { color: red; }"
WRONG = "Static { color: nosuchcolour; }"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are read from now on."""
    texts: list[str] = []
    parse: Callable[..., object] = vars(stylesheet)["parse"]

    def noted(scope: str, css: str, *where: str, **more: bool) -> object:
        texts.append(css)
        return parse(scope, css, *where, **more)

    monkeypatch.setattr(stylesheet, "parse", noted)
    return texts


def sheet(*sources: str) -> LastingRules:
    made = LastingRules(variables={"company": "red", "panel": "black"})
    for css in sources:
        made.add_source(css, is_default_css=True)
    return made


def colour(rules: LastingRules, selector: str) -> str:
    (rule,) = rules.rules_map[selector]
    return str(rule.styles.css)


def test_a_source_is_read_once_however_many_come_after_it(read: list[str]) -> None:
    rules = sheet(PLAIN, COMPANY)
    rules.parse()
    for number in range(100):
        rules.add_source(f"Tile{number} {{ color: blue; }}")
        rules.parse()
    rules.reparse()

    assert len(read) == 102


def test_another_colour_is_read_where_it_is_referred_to(read: list[str]) -> None:
    rules = sheet(PLAIN, COMPANY)
    before = colour(rules, "Phone")
    read.clear()

    rules.set_variables({"company": "blue", "panel": "black"})
    rules.reparse()

    assert read == [COMPANY]
    assert colour(rules, "Phone") != before
    assert colour(rules, "Static") == colour(sheet(PLAIN), "Static")


def test_the_same_colours_again_are_no_work(read: list[str]) -> None:
    rules = sheet(PLAIN, COMPANY)
    rules.parse()
    read.clear()

    rules.set_variables({"panel": "black", "company": "red"})
    rules.reparse()

    assert read == []


def test_rules_that_cannot_be_read_leave_those_of_before() -> None:
    rules = sheet(PLAIN)
    rules.parse()
    rules.add_source(WRONG)

    with pytest.raises(StylesheetError):
        rules.reparse()

    assert [rule.selectors for rule in rules._rules] == ["Static"]
