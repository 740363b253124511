"""The schemas there are, and their files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from empathy_sim.library.shelf import JOURNEYS, SCENARIOS

SchemaName = Literal["journey", "scenario", "walkthrough"]
SCHEMA_NAMES: tuple[SchemaName, ...] = get_args(SchemaName)
SCHEMAS, WALKTHROUGHS = "schemas", "walkthroughs"
"""Folders of a library."""
FOLDERS: Mapping[SchemaName, str] = {
    "journey": JOURNEYS,
    "scenario": SCENARIOS,
    "walkthrough": WALKTHROUGHS,
}
"""The folder in which the files of each kind lie."""


def schema_file(name: SchemaName) -> str:
    """The name of the file of a schema."""
    return f"{name}.schema.json"


def schema_line(name: SchemaName) -> str:
    """The first line of a file in a library: what tells an editor of its schema."""
    return f"# yaml-language-server: $schema=../{SCHEMAS}/{schema_file(name)}"
