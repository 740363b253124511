"""Filled examples that somebody can begin with."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from msgspec import Struct

from empathy_sim.errors import Usage
from empathy_sim.journey.touchpoints import KINDS
from empathy_sim.library.beginning_kinds import (
    OPENING,
    QUIET,
    Way,
    asking_once,
    with_rests,
)
from empathy_sim.library.editor_schema import schema_text
from empathy_sim.library.reading import read_file
from empathy_sim.library.schema_names import (
    FOLDERS,
    SCHEMA_NAMES,
    SCHEMAS,
    schema_file,
    schema_line,
)
from empathy_sim.library.shelf import SCENARIOS, files_in, shipped

EXAMPLE = "the-other-lamp"
"""The journey of a new library."""
MOST_KINDS = 8
"""Of touchpoints that a journey to begin with goes through: what a workshop has time for."""
_PLAYED = {"page": "order", "line": "mix", "desk": "call"}
"""The scenarios of the example journey: what is added to its name, and their text."""
_MIX = "mix"
_ITS_OWN = "our-refunds"
"""What the example journey is called in the texts."""
_FIRST_KEY = re.compile(r"^(journey|scenario): \S+", re.MULTILINE)
_FOR_CODE = ".vscode"


class Beginning(Struct, frozen=True):
    """A file to begin with."""

    path: str
    """Within its library, with slashes."""
    text: str
    is_asked_for: bool = True
    """Else it lies beside what was asked for, and one that is there already will do."""


def journey_files(name: str) -> Iterator[Beginning]:
    """A journey of a name, the scenarios that it plays, and the schemas of both."""
    text = _text("journey").replace(_ITS_OWN, name)
    yield Beginning(f"{FOLDERS['journey']}/{name}.yaml", text)
    for part, which in _PLAYED.items():
        yield from _scenario(f"{name}-{part}", _text(which), is_asked_for=False)
    yield from _schemas()


def kinds_files(name: str, wanted: Sequence[str]) -> Iterator[Beginning]:
    """A journey through some kinds, with a scenario about each, and the schemas.

    It begins with a message that promises something, and between some of them nothing is
    wanted, since a third of what a customer meets should simply work.

    Args:
        name: its id.
        wanted: kinds of touchpoints in their order; one may come several times.
    """
    texts = {kind: _text(kind) for kind in (*wanted, OPENING, QUIET)}
    stages = with_rests(wanted, texts)
    texts = dict(asking_once(stages, texts))
    text = Way(name, stages, texts).text(_text("journey").replace(_ITS_OWN, name))
    yield Beginning(f"{FOLDERS['journey']}/{name}.yaml", text)
    for kind in dict.fromkeys(stages):
        yield from _scenario(f"{name}-{kind}", texts[kind], is_asked_for=False)
    yield from _schemas()


def scenario_files(name: str, kind: str | None = None) -> Iterator[Beginning]:
    """A scenario of a name, and the schemas.

    Args:
        name: its id.
        kind: the touchpoint that it is about; by default a small mix.
    """
    yield from _scenario(name, _text(kind) if kind else _text(_MIX))
    yield from _schemas()


def library_files(title: str) -> Iterator[Beginning]:
    """A whole library for several people, with an example journey."""
    yield from journey_files(EXAMPLE)
    walkthrough = _text("walkthrough").replace(_ITS_OWN, EXAMPLE)
    yield Beginning(f"{FOLDERS['walkthrough']}/{EXAMPLE}.yaml", walkthrough)
    readme = _folder().joinpath("README.md").read_text("utf-8")
    readme = readme.replace("EXAMPLE", EXAMPLE).replace("LIBRARY", title)
    wanted = {"recommendations": ["redhat.vscode-yaml"]}
    for path, text in (
        ("README.md", readme),
        (f"{_FOR_CODE}/settings.json", _json(_settings())),
        (f"{_FOR_CODE}/extensions.json", _json(wanted)),
    ):
        yield Beginning(path, text, is_asked_for=False)


def _settings() -> dict[str, Any]:
    """What has the extension find the schemas here, and look nowhere else."""
    lying = {
        f"./{SCHEMAS}/{schema_file(name)}": f"{FOLDERS[name]}/*.yaml"
        for name in SCHEMA_NAMES
    }
    return {
        "yaml.schemas": lying,
        "yaml.schemaStore.enable": False,
        "yaml.format.enable": False,
        "redhat.telemetry.enabled": False,
        "files.eol": "\n",
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
    }


def _json(value: object) -> str:
    return json.dumps(value, indent=2) + "\n"


def _schemas() -> Iterator[Beginning]:
    for name in SCHEMA_NAMES:
        path = f"{SCHEMAS}/{schema_file(name)}"
        yield Beginning(path, schema_text(name), is_asked_for=False)


def _scenario(
    name: str, text: str, *, is_asked_for: bool = True
) -> Iterator[Beginning]:
    renamed = _FIRST_KEY.sub(rf"\1: {name}", text, count=1)
    yield Beginning(f"{SCENARIOS}/{name}.yaml", renamed, is_asked_for)


def _text(which: str) -> str:
    """A text of ours; for a kind without one, the shipped scenario most about it."""
    own = _folder() / f"{which}.yaml"
    return own.read_text("utf-8") if own.is_file() else _shipped_about(which)


def _folder() -> Any:
    return files("empathy_sim.library") / "beginnings"


@cache
def _shipped_about(kind: str) -> str:
    """The shipped scenario with most of a kind.

    Raises:
        Usage: there is none.
    """
    shares = {file: _share(file, kind) for file in files_in(shipped() / SCENARIOS)}
    about = max(shares, key=lambda file: shares[file])
    if not shares[about]:
        raise Usage(says=f"No example is about a {kind} yet.", try_="another kind")
    return f"{schema_line('scenario')}\n{about.read_text('utf-8')}"


def _share(file: Path, kind: str) -> float:
    """How much of a scenario is of a kind; less where it is longer."""
    match read_file(file).value:
        case {"touchpoints": {**touchpoints}} if touchpoints:
            kinds_in = [_kind_of(each) for each in touchpoints.values()]
            return kinds_in.count(kind) / len(kinds_in)
        case _:
            return 0.0


def _kind_of(touchpoint: Any) -> str | None:
    match touchpoint:
        case {"kind": str(kind)}:
            return kind
        case _:
            return None


def kinds() -> tuple[str, ...]:
    """The kinds of touchpoint that a scenario can begin with: all there are."""
    return tuple(KINDS)
