"""A walkthrough, as the text of its file."""

from __future__ import annotations

import json
from collections.abc import Iterator

from empathy_sim.journey.walkthrough import Walkthrough

SOMEHOW = "somehow"
"""Instead of an ending: any will do, but it must come to one."""


def as_yaml(walkthrough: Walkthrough, *, says: str = "") -> str:
    """The text of a walkthrough's file; it can be read and run again.

    Args:
        walkthrough: what is seen and done.
        says: what stands above it, as a comment.
    """
    return "\n".join(_lines(walkthrough, says)) + "\n"


def _lines(walkthrough: Walkthrough, says: str) -> Iterator[str]:
    for line in says.splitlines():
        yield f"# {line}".rstrip()
    yield f"walkthrough: {_quoted(walkthrough.title)}"
    yield f"plays: {_quoted(walkthrough.plays)}"
    yield f"seed: {walkthrough.seed}"
    if walkthrough.ends is not None:
        yield f"ends: {_quoted(walkthrough.ends)}"
    if not walkthrough.steps:
        yield "steps: []"
        return
    yield "steps:"
    for step in walkthrough.steps:
        yield f"  - {step.kind}: {_quoted(step.text)}"


def _quoted(text: str) -> str:
    """In double quotes, which YAML reads as JSON does."""
    return json.dumps(text, ensure_ascii=False)
