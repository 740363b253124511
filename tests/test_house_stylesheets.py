"""What the repository asks of every stylesheet."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]


def outer_selectors(css: str) -> Iterator[str]:
    """Yield each selector that stands outside all braces."""
    depth, start = 0, 0
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    bare = re.sub(r"^\s*\$[\w-]+\s*:[^;]*;", "", bare, flags=re.MULTILINE)
    for position, letter in enumerate(bare):
        if letter == "{":
            if depth == 0:
                yield from (part.strip() for part in bare[start:position].split(","))
            depth += 1
        elif letter == "}":
            depth -= 1
            start = position + 1


def declared(python: str) -> set[str]:
    """Name the classes that a file declares."""
    return {
        node.name for node in ast.parse(python).body if isinstance(node, ast.ClassDef)
    }


def leaking_rules(css: str, python: str) -> Iterator[str]:
    """Find rules that would change another screen once this one was shown."""
    types = declared(python)
    for selector in outer_selectors(css):
        opening = re.match(r"\w*", selector)
        if opening is None or opening[0] not in types:
            yield f"'{selector}' does not start with one of {sorted(types)}"


def stylesheet_findings(folder: Path) -> Iterator[str]:
    for sheet in sorted(folder.rglob("*.tcss")):
        name = sheet.relative_to(folder).as_posix()
        css, sibling = sheet.read_text("utf-8"), sheet.with_suffix(".py")
        if (lines := len(css.splitlines())) > 150:
            yield f"{name}: {lines} lines, 150 at most"
        if not sibling.is_file():
            yield f"{name}: no {sibling.name} beside it"
            continue
        for finding in leaking_rules(css, sibling.read_text("utf-8")):
            yield f"{name}: {finding}"


def test_no_stylesheet_reaches_beyond_its_own_screen() -> None:
    assert list(stylesheet_findings(REPOSITORY / "empathy_sim")) == []


def styled(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each class that brings its own style, with its file."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and any(
                isinstance(part, ast.Assign | ast.AnnAssign)
                and "DEFAULT_CSS" in ast.unparse(part).split("=")[0]
                for part in node.body
            ):
                yield node.name, path.relative_to(folder).as_posix()


def namesakes(folder: Path) -> list[str]:
    """Find styled classes of one name: the style of each would be on the others."""
    found: dict[str, list[str]] = {}
    for name, path in styled(folder):
        found.setdefault(name, []).append(path)
    return [f"{name}: {paths}" for name, paths in found.items() if len(paths) > 1]


def test_no_widget_is_drawn_in_the_style_of_a_namesake() -> None:
    assert namesakes(REPOSITORY / "empathy_sim") == []


def test_two_styled_widgets_of_one_name_are_found(tmp_path: Path) -> None:
    for name in ("phone", "letter"):
        widget = "class Told(Widget):\n    DEFAULT_CSS = 'Told { height: 1; }'\n"
        (tmp_path / f"{name}.py").write_text(widget, "utf-8")

    assert namesakes(tmp_path) == ["Told: ['letter.py', 'phone.py']"]


SCREEN = "class HoldScreen(Screen[None]):\n    pass\n"

LEAKS = [
    "Label { color: red; }",
    "#clock { color: red; }",
    ".quiet { color: red; }",
    "HoldScreenTitle { color: red; }",
    "HoldScreen { color: red; } Label { color: blue; }",
    "HoldScreen, Label { color: red; }",
    "/* HoldScreen */ Label { color: red; }",
    "$calm: red;\nLabel { color: $calm; }",
]


@pytest.mark.parametrize("css", LEAKS)
def test_a_rule_that_leaks_is_found(css: str) -> None:
    assert list(leaking_rules(css, SCREEN))


HOLDS = [
    "",
    "HoldScreen { Label { color: red; } .quiet { color: blue; } }",
    "HoldScreen { color: red; }\nHoldScreen #clock { color: red; }",
    "HoldScreen:focus, HoldScreen.-narrow { color: red; }",
    "$calm: red;\nHoldScreen { color: $calm; }",
    "/* Label { } */\nHoldScreen { color: red; }",
]


@pytest.mark.parametrize("css", HOLDS)
def test_a_rule_of_the_screen_itself_is_left_alone(css: str) -> None:
    assert list(leaking_rules(css, SCREEN)) == []


def test_a_stylesheet_that_is_too_long_is_found(tmp_path: Path) -> None:
    (tmp_path / "hold.py").write_text(SCREEN, "utf-8")
    (tmp_path / "hold.tcss").write_text("\n" * 151, "utf-8")

    assert list(stylesheet_findings(tmp_path)) == ["hold.tcss: 151 lines, 150 at most"]


def test_a_stylesheet_without_its_screen_is_found(tmp_path: Path) -> None:
    (tmp_path / "hold.tcss").write_text("HoldScreen { color: red; }", "utf-8")

    assert list(stylesheet_findings(tmp_path)) == ["hold.tcss: no hold.py beside it"]
