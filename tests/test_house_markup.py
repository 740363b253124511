"""Nobody's words reach the screen as markup."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, product
from pathlib import Path

import pytest

TERMINAL = Path(__file__).parents[1] / "empathy_sim" / "tui"

FIRST, ALL = slice(1), slice(None)

PARSERS = {
    "Button": FIRST,
    "Checkbox": FIRST,
    "Collapsible": slice(0),
    "DiscoveryHit": FIRST,
    "Hit": slice(0),
    "Label": FIRST,
    "Link": FIRST,
    "Option": FIRST,
    "OptionList": ALL,
    "RadioButton": FIRST,
    "RadioSet": ALL,
    "Selection": FIRST,
    "Static": FIRST,
    "SystemCommand": slice(2),
    "Tab": FIRST,
    "TabPane": FIRST,
    "TabbedContent": ALL,
    "Tabs": ALL,
    "TextArea": slice(0),
    "Tree": FIRST,
}
"""Widgets that parse markup, and which of their arguments they parse."""

METHODS = {
    "add_column": FIRST,
    "add_columns": ALL,
    "add_leaf": FIRST,
    "add_option": FIRST,
    "add_row": ALL,
    "from_markup": FIRST,
    "from_text": FIRST,
    "notify": FIRST,
    "render_str": FIRST,
    "set_label": FIRST,
    "update": FIRST,
    "update_cell": slice(2, 3),
}
"""Methods that parse markup, likewise."""

TEXT_KEYWORDS = frozenset(
    {"content", "help", "label", "message", "placeholder", "prompt", "text", "title"}
    | {"tooltip"}
)
TEXT_ATTRIBUTES = frozenset({"border_subtitle", "border_title", "tooltip"})
SAFE_TYPES = frozenset({"Content", "Option", "Selection"})
SAFE_CALLS = SAFE_TYPES | {"plain"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass
class Known:
    """What the files of a room say about their own names."""

    parsers: dict[str, slice] = field(default_factory=lambda: dict(PARSERS))
    """Widgets that parse markup, with the room's own subclasses."""
    makers: set[str] = field(default_factory=set)
    """Functions and fields whose declared type is content, not text."""
    names: set[str] = field(default_factory=set)
    """Variables of one file that only ever hold content."""
    figures: set[str] = field(default_factory=set)
    """Fields of one file that hold figures, which are drawn and never parsed."""


def is_content(annotation: ast.expr | None) -> bool:
    """Whether a declared type is content, and never text."""
    if annotation is None:
        return False
    words = {n.id for n in ast.walk(annotation) if isinstance(n, ast.Name)}
    return bool(words & SAFE_TYPES) and not words & {"str", "Any", "object"}


def called(node: ast.Call) -> str:
    match node.func:
        case ast.Name(id=word) | ast.Attribute(attr=word):
            return word
        case _:
            return ""


def makes_content(node: ast.expr, known: Known) -> bool:
    """Whether an expression is content for certain."""
    match node:
        case ast.Call(func=ast.Attribute(value=value)) if makes_content(value, known):
            return True
        case ast.Call(func=ast.Attribute(value=ast.Name(id="Content"))):
            return True
        case ast.Call():
            return called(node) in SAFE_CALLS | known.makers
        case ast.Name(id=word):
            return word in known.names
        case ast.Attribute(attr=word):
            return word in known.makers
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return makes_content(left, known) or makes_content(right, known)
        case _:
            return False


def is_safe(node: ast.expr, known: Known) -> bool:
    """Whether an expression is the frame's own words, or content."""
    match node:
        case ast.Constant():
            return True
        case ast.Name(id=word) | ast.Attribute(attr=word) if word.isupper():
            return True
        case ast.Subscript(value=value) | ast.Starred(value=value):
            return is_safe(value, known)
        case ast.IfExp(body=body, orelse=other):
            return is_safe(body, known) and is_safe(other, known)
        case ast.GeneratorExp(elt=made) | ast.ListComp(elt=made):
            return is_safe(made, known)
        case ast.BinOp(left=left, right=right) if is_safe(left, known):
            return is_safe(right, known) or makes_content(node, known)
        case _:
            return makes_content(node, known)


def base_names(node: ast.ClassDef) -> list[str]:
    heads = (b.value if isinstance(b, ast.Subscript) else b for b in node.bases)
    return [
        head.id if isinstance(head, ast.Name) else head.attr
        for head in heads
        if isinstance(head, ast.Name | ast.Attribute)
    ]


def parser_base(node: ast.ClassDef, known: Known) -> slice | None:
    """Say which arguments the parent of a class parses, None if none."""
    return next(
        (known.parsers[name] for name in base_names(node) if name in known.parsers),
        None,
    )


def has_own_start(node: ast.ClassDef) -> bool:
    return any(
        isinstance(n, ast.FunctionDef) and n.name == "__init__" for n in node.body
    )


def learn_parsers(classes: list[ast.ClassDef], known: Known) -> None:
    """Add the room's own heirs of a widget, and the heirs of those."""
    for _, heir in product(classes, classes):
        taken = parser_base(heir, known)
        if taken is not None and heir.name not in known.parsers:
            known.parsers[heir.name] = slice(0) if has_own_start(heir) else taken


def learn_room(trees: Mapping[str, ast.Module]) -> Known:
    """Gather what all files of the room declare."""
    known = Known()
    nodes = list(chain.from_iterable(ast.walk(tree) for tree in trees.values()))
    learn_parsers([node for node in nodes if isinstance(node, ast.ClassDef)], known)
    for node in nodes:
        match node:
            case ast.FunctionDef(name=name, returns=declared) if is_content(declared):
                known.makers.add(name)
            case ast.AnnAssign(target=ast.Name(id=name), annotation=declared):
                if is_content(declared):
                    known.makers.add(name)
            case _:
                pass
    return known


def learn_file(tree: ast.Module, room: Known) -> Known:
    """Add the variables of one file that hold nothing but content."""
    holds, others, figures = set[str](), set[str](), set[str]()
    for node in ast.walk(tree):
        match node:
            case ast.Assign(
                targets=[ast.Attribute(attr=name)],
                value=ast.Call(func=ast.Name(id="Digits")),
            ):
                figures.add(name)
            case ast.arg(arg=name, annotation=declared):
                (holds if is_content(declared) else others).add(name)
            case ast.AnnAssign(target=ast.Name(id=name), annotation=declared):
                (holds if is_content(declared) else others).add(name)
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                (holds if makes_content(value, room) else others).add(name)
            case ast.comprehension(target=target) | ast.For(target=target):
                others |= {n.id for n in ast.walk(target) if isinstance(n, ast.Name)}
            case _:
                pass
    return Known(room.parsers, room.makers, holds - others, figures)


def unsafe_arguments(node: ast.Call, taken: slice, known: Known) -> Iterator[str]:
    markup_off = any(
        k.arg == "markup"
        and isinstance(k.value, ast.Constant)
        and k.value.value is False
        for k in node.keywords
    )
    named = [k.value for k in node.keywords if k.arg in TEXT_KEYWORDS]
    for argument in [] if markup_off else [*node.args[taken], *named]:
        if not is_safe(argument, known):
            yield f"{node.lineno}: {ast.unparse(argument)} would be read as markup"


def call_findings(node: ast.Call, known: Known) -> Iterator[str]:
    word = called(node)
    match node.func:
        case ast.Attribute(value=ast.Attribute(attr=name)) if name in known.figures:
            return
        case _:
            pass
    is_method = isinstance(node.func, ast.Attribute) and word in METHODS
    taken = METHODS[word] if is_method else known.parsers.get(word)
    if taken is not None:
        yield from unsafe_arguments(node, taken, known)


def start_findings(node: ast.ClassDef, known: Known) -> Iterator[str]:
    """Find text handed on to the start of a parent that parses it."""
    taken = parser_base(node, known)
    for call in ast.walk(node):
        match call:
            case ast.Call(
                func=ast.Attribute(
                    value=ast.Call(func=ast.Name(id="super")), attr="__init__"
                )
            ) if taken is not None:
                yield from unsafe_arguments(call, taken, known)
            case _:
                pass


def node_findings(node: ast.AST, known: Known) -> Iterator[str]:
    match node:
        case ast.Call():
            yield from call_findings(node, known)
        case ast.ClassDef():
            yield from start_findings(node, known)
        case ast.Assign(targets=[ast.Attribute(attr=name)], value=value):
            if name in TEXT_ATTRIBUTES and not is_safe(value, known):
                yield f"{node.lineno}: {ast.unparse(value)} would be read as markup"
        case ast.FunctionDef(name="render", returns=ast.Name(id="str")):
            yield f"{node.lineno}: what render returns as str is read as markup"
        case ast.ImportFrom(module="rich.markup" | "textual.markup", names=names):
            if any(alias.name == "escape" for alias in names):
                yield f"{node.lineno}: escaping loses letters; hand over Content"
        case _:
            pass


def markup_findings(files: Mapping[str, str]) -> Iterator[str]:
    """Find each place where text may be read as markup."""
    trees = {name: ast.parse(text) for name, text in files.items()}
    room = learn_room(trees)
    for name, tree in trees.items():
        known = learn_file(tree, room)
        for node in ast.walk(tree):
            yield from (f"{name}:{found}" for found in node_findings(node, known))


def test_no_text_is_read_as_markup() -> None:
    files = {
        path.relative_to(TERMINAL).as_posix(): path.read_text("utf-8")
        for path in sorted(TERMINAL.rglob("*.py"))
    }

    assert list(markup_findings(files)) == []


BAD = [
    "Static(name)",
    "Static(f'Hello {name}')",
    "Static('Hello ' + name)",
    "Static('a' if late else name)",
    "widgets.Label(offer.label)",
    "Button(label=name)",
    "Checkbox(str(offer))",
    "Option(offer.label, id='a')",
    "Collapsible(Static('a'), title=name)",
    "OptionList('a', name)",
    "OptionList(*(option.says for option in options))",
    "SystemCommand('Play', name, play)",
    "Static(name, markup=True)",
    "self.app.notify(name)",
    "self.says.update(name)",
    "self.called = Digits('')\nself.says.update(name)",
    "self.table.add_row('a', name)",
    "self.table.update_cell('a', 'b', name)",
    "self.border_title = name",
    "self.query_one('#a').tooltip = f'{name}'",
    "Content.from_markup(name)",
    "Content.from_text(name)",
    "from rich.markup import escape",
    "from textual.markup import escape",
    "def render(self) -> str: ...",
    "class Says(Static): pass\nSays(name)",
    "class Says(Static):\n def __init__(self, t: str) -> None: super().__init__(t)",
    "class Says(Button):\n def __init__(self, t: str) -> None: super().__init__(label=t)",
    "def words() -> str: ...\nStatic(words())",
    "def words() -> Content | str: ...\nStatic(words())",
    "def a(t: Content) -> None: ...\ndef b(t: str) -> None: Static(t)",
]


@pytest.mark.parametrize("code", BAD)
def test_text_read_as_markup_is_found(code: str) -> None:
    assert list(markup_findings({"a.py": code}))


GOOD = [
    "Static()",
    "Static('Press [b]Enter[/b]')",
    "Static(name, markup=False)",
    "Static(Content(name))",
    "Static(plain(name))",
    "Static(Content('a').join(lines))",
    "Static(Content('Hello ') + name)",
    "Static(Content.from_markup('Hello [b]$name[/b]', name=name))",
    "Static(Content(name) if late else 'a')",
    "Static(LEAVE)",
    "Static(words.LEAVE)",
    "Static(LABELS[kind])",
    "Option(Content(offer.label), id=offer.id)",
    "OptionList(*(Option(plain(o.says)) for o in options))",
    "self.app.notify(plain(name))",
    "self.says.update(plain(name))",
    "self.called = Digits('')\nself.called.update(name)",
    "self.border_title = plain(name)",
    "self.border_title = None",
    "Content.from_text(name, markup=False)",
    "def render(self) -> Content: ...",
    "class Says(Static): pass\nSays(Content(name))",
    "class Says(Static):\n def __init__(self, t: str) -> None: super().__init__(plain(t))",
    "class Says(Static):\n def __init__(self, t: str) -> None: super().__init__()\nSays(name)",
    "def a(words: Content) -> None: Static(words)",
    "words = Content(name)\nStatic(words)",
]


@pytest.mark.parametrize("code", GOOD)
def test_the_frames_own_words_and_content_are_left_alone(code: str) -> None:
    assert list(markup_findings({"a.py": code})) == []


def test_what_another_file_declares_as_content_is_left_alone() -> None:
    files = {
        "looks.py": "def heading(text: str) -> Content: ...",
        "screen.py": "Static(heading(name))",
    }

    assert list(markup_findings(files)) == []
