"""What the repository asks of every Python file."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]

BANNED_WORDS = frozenset(
    {"base", "bases", "common", "core", "data", "helper", "helpers", "info"}
    | {"manager", "managers", "misc", "util", "utils", "utility", "utilities"}
)
BANNED_IMPORTS = frozenset({"dill", "jinja2", "marshal", "pickle", "shelve"})
BANNED_CALLS = frozenset({"__import__", "compile", "eval", "exec"})
BANNED_YAML = frozenset({"full_load", "load", "load_all", "unsafe_load"})
WITH_OWN_TEMPLATES = ("empathy_sim/text/html.py",)
"""The file that may ask for templates, which are shipped and nobody's words."""
SQL_CALLS = frozenset({"execute", "executemany", "executescript"})

Lint = Callable[[str, str], Iterator[str]]


@cache
def tree(text: str) -> ast.Module:
    return ast.parse(text)


@cache
def parsed(text: str) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree(text)))


@cache
def statements(text: str) -> tuple[ast.AST, ...]:
    """All that stands where a function or a class can be made, and nothing else."""
    found: list[ast.AST] = [tree(text)]
    for node in found:
        for held in ("body", "orelse", "finalbody", "handlers", "cases"):
            within = getattr(node, held, ())
            found += within if isinstance(within, list) else ()
    return tuple(found)


def lines_of(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def long_files(name: str, text: str) -> Iterator[str]:
    if (lines := len(text.splitlines())) > 400:
        yield f"{name}: {lines} lines, 400 at most"


def long_functions(name: str, text: str) -> Iterator[str]:
    for node in statements(text):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() if lines_of(node) > 50:
                yield f"{name}:{node.lineno}: {node.name} has {lines_of(node)} lines"
            case _:
                pass


def long_classes(name: str, text: str) -> Iterator[str]:
    for node in statements(text):
        match node:
            case ast.ClassDef(bases=bases):
                is_app = any(last_word(base) == "App" for base in bases)
                if lines_of(node) > (150 if is_app else 250):
                    yield f"{name}:{node.lineno}: {node.name} has {lines_of(node)} lines"
            case _:
                pass


def last_word(node: ast.expr) -> str:
    """The class a base names: `App` for `App`, `app.App` and `App[None]`."""
    match node:
        case ast.Name(id=word) | ast.Attribute(attr=word):
            return word
        case ast.Subscript(value=value):
            return last_word(value)
        case _:
            return ""


def banned_words(name: str, _text: str) -> Iterator[str]:
    for part in Path(name).with_suffix("").parts:
        for word in BANNED_WORDS.intersection(part.lower().split("_")):
            yield f"{name}: '{word}' says nothing about what is in it"


def filled_packages(name: str, text: str) -> Iterator[str]:
    path = Path(name)
    is_registry = path.parent.name == "touchpoints"
    if path.name == "__init__.py" and text.strip() and not is_registry:
        yield f"{name}: a package is empty; import from the file that has it"


def missing_openings(name: str, text: str) -> Iterator[str]:
    if not text.strip():
        return
    opening = (ast.get_docstring(tree(text)) or "").partition("\n")[0]
    if not opening:
        yield f"{name}: the first line does not say what the file is"
    elif len(opening.split()) >= 10:
        yield f"{name}: the first line takes ten words or more"


def printing(name: str, text: str) -> Iterator[str]:
    for node in parsed(text):
        match node:
            case ast.Call(func=ast.Name(id="print")):
                yield f"{name}:{node.lineno}: only the command line prints"
            case _:
                pass


def running_code(name: str, text: str) -> Iterator[str]:
    for node in parsed(text):
        match node:
            case ast.Call(func=ast.Name(id=word)) if word in BANNED_CALLS:
                yield f"{name}:{node.lineno}: {word} runs what it is given"
            case ast.Call(func=ast.Attribute(value=ast.Name(id="yaml"), attr=word)) if (
                word in BANNED_YAML
            ):
                yield f"{name}:{node.lineno}: yaml.{word} builds what it is given"
            case ast.Import(names=names):
                for alias in names:
                    yield from banned_module(f"{name}:{node.lineno}", alias.name)
            case ast.ImportFrom(module=str(module)):
                yield from banned_module(f"{name}:{node.lineno}", module)
            case _:
                pass


def banned_module(where: str, module: str) -> Iterator[str]:
    if module == "jinja2" and where.partition(":")[0] in WITH_OWN_TEMPLATES:
        return
    if module.partition(".")[0] in BANNED_IMPORTS:
        yield f"{where}: {module} runs what it reads"


def built_sql(name: str, text: str) -> Iterator[str]:
    for node in parsed(text):
        match node:
            case ast.Call(
                func=ast.Attribute(attr=word),
                args=[ast.JoinedStr() | ast.BinOp() | ast.Call(), *_],
            ) if word in SQL_CALLS:
                yield f"{name}:{node.lineno}: SQL is written out; values are bound"
            case _:
                pass


def findings(lint: Lint, *folders: str) -> list[str]:
    """What a lint says of every Python file in some folders of the repository."""
    return [
        finding
        for folder in folders
        for path in sorted((REPOSITORY / folder).rglob("*.py"))
        for finding in lint(
            path.relative_to(REPOSITORY).as_posix(), path.read_text("utf-8")
        )
    ]


EVERYWHERE = (
    long_files,
    long_functions,
    long_classes,
    banned_words,
    filled_packages,
    missing_openings,
)
SHIPPED = (running_code, built_sql)


@pytest.mark.parametrize("lint", EVERYWHERE, ids=lambda lint: lint.__name__)
def test_every_file_keeps_the_house_rules(lint: Lint) -> None:
    assert findings(lint, "empathy_sim", "tests", "benchmarks", "docs") == []


@pytest.mark.parametrize("lint", SHIPPED, ids=lambda lint: lint.__name__)
def test_what_is_shipped_runs_no_text_as_code(lint: Lint) -> None:
    assert findings(lint, "empathy_sim") == []


def test_only_the_command_line_prints() -> None:
    may = ("empathy_sim/cli/", "empathy_sim/__main__.py")

    assert [f for f in findings(printing, "empathy_sim") if not f.startswith(may)] == []


LONG_BODY = "    x = 1\n"
NESTED = "class C:\n match x:\n  case 1:\n   try:\n    pass\n   except E:\n"

BAD = [
    (long_files, "a.py", "x = 1\n" * 401),
    (long_functions, "a.py", "def f():\n" + LONG_BODY * 50),
    (long_functions, "a.py", "async def f():\n" + LONG_BODY * 50),
    (long_functions, "a.py", f"{NESTED}    def f():\n" + (" " + LONG_BODY) * 50),
    (long_classes, "a.py", "class C:\n" + LONG_BODY * 250),
    (long_classes, "a.py", "class A(App[None]):\n" + LONG_BODY * 150),
    (long_classes, "a.py", "class A(app.App):\n" + LONG_BODY * 150),
    (banned_words, "engine/call_utils.py", ""),
    (banned_words, "common/call.py", ""),
    (filled_packages, "engine/__init__.py", "from engine.call import Call\n"),
    (missing_openings, "a.py", "x = 1\n"),
    (
        missing_openings,
        "a.py",
        '"""One two three four five six seven eight nine ten."""',
    ),
    (printing, "a.py", "print('x')\n"),
    (running_code, "a.py", "import pickle\n"),
    (running_code, "a.py", "from jinja2.sandbox import SandboxedEnvironment\n"),
    (running_code, WITH_OWN_TEMPLATES[0], "import jinja2.sandbox\n"),
    (running_code, "a.py", "eval('1')\n"),
    (running_code, "a.py", "exec('1')\n"),
    (running_code, "a.py", "yaml.load(text)\n"),
    (built_sql, "a.py", "c.execute(f'select {x}')\n"),
    (built_sql, "a.py", "c.executescript('select ' + x)\n"),
    (built_sql, "a.py", "c.executemany('select {}'.format(x), rows)\n"),
]


@pytest.mark.parametrize(("lint", "name", "text"), BAD)
def test_a_broken_rule_is_found(lint: Lint, name: str, text: str) -> None:
    assert list(lint(name, text))


GOOD = [
    (long_files, "a.py", "x = 1\n" * 400),
    (long_functions, "a.py", "def f():\n" + LONG_BODY * 49),
    (long_classes, "a.py", "class C:\n" + LONG_BODY * 249),
    (long_classes, "a.py", "class A(App[None]):\n" + LONG_BODY * 149),
    (banned_words, "engine/database.py", ""),
    (filled_packages, "engine/__init__.py", ""),
    (filled_packages, "engine/touchpoints/__init__.py", "KINDS = {}\n"),
    (missing_openings, "a.py", '"""What a move causes."""\n'),
    (printing, "a.py", "self.print('x')\n"),
    (running_code, WITH_OWN_TEMPLATES[0], "from jinja2 import Environment\n"),
    (running_code, "a.py", "import re\nre.compile('x')\n"),
    (built_sql, "a.py", "c.execute('select ?', (x,))\n"),
]


@pytest.mark.parametrize(("lint", "name", "text"), GOOD)
def test_a_kept_rule_is_left_alone(lint: Lint, name: str, text: str) -> None:
    assert list(lint(name, text)) == []
