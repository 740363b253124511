"""Blocks of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from empathy_sim.text.sinks import for_markdown as md

Rows = Iterable[Sequence[str]]


def joined(blocks: Iterable[str]) -> str:
    """Blocks as one text; empty ones are left out."""
    return "\n\n".join(block for block in blocks if block) + "\n"


def bullets(lines: Iterable[str]) -> str:
    """Lines that are Markdown already, as a list."""
    return "\n".join(f"- {line}" for line in lines)


def table(heads: Sequence[str], rows: Rows) -> str:
    """Plain texts in rows; empty where there is no row."""
    told = [" | ".join(md(cell) for cell in row) for row in rows]
    if not told:
        return ""
    ruled = " | ".join("---" for _ in heads)
    named = " | ".join(md(head) for head in heads)
    return "\n".join(f"| {row} |" for row in (named, ruled, *told))
