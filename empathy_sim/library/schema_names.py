"""The schemas there are, and their files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from empathy_sim.library.shelf import FITS, JOURNEYS, SCENARIOS

SchemaName = Literal["journey", "scenario", "walkthrough", "fit"]
SCHEMA_NAMES: tuple[SchemaName, ...] = get_args(SchemaName)
SCHEMAS, WALKTHROUGHS = "schemas", "walkthroughs"
"""Folders of a library."""
FOLDERS: Mapping[SchemaName, str] = {
    "journey": JOURNEYS,
    "scenario": SCENARIOS,
    "walkthrough": WALKTHROUGHS,
    "fit": FITS,
}
"""The folder in which the files of each kind lie."""


def schema_file(name: SchemaName) -> str:
    """The name of the file of a schema."""
    return f"{name}.schema.json"


def schema_line(name: SchemaName, schemas: str = f"../{SCHEMAS}") -> str:
    """The first line of a file in a library: what tells an editor of its schema.

    Args:
        name: which schema.
        schemas: the folder of the schemas, as the file would name it.
    """
    return f"# yaml-language-server: $schema={schemas}/{schema_file(name)}"
