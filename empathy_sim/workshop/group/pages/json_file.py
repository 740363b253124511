"""A room's debrief as JSON, and its schema."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import msgspec

from empathy_sim.workshop.group.pages.group_page import GroupPage

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def group_as_json(page: GroupPage) -> str:
    """Everything that was revealed to a room, as the text of a file."""
    written = msgspec.json.encode(page)
    return msgspec.json.format(written, indent=2).decode() + "\n"


def group_schema_text() -> str:
    """The JSON Schema of it, as it is shipped beside this file."""
    schema: Mapping[str, Any] = {
        "$schema": _DRAFT,
        "title": "The debrief of a room, of Empathy Sim, format 1",
        **msgspec.json.schema(GroupPage),
    }
    return json.dumps(schema, indent=1, sort_keys=True) + "\n"
