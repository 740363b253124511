"""The page of everything that can go wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from docs.friction_examples import ANY, Example, examples
from empathy_sim.journey.friction import Driver, Friction, Waiting
from empathy_sim.journey.frictions import FRICTIONS

PAGE = "frictions.md"


def frictions_page() -> str:
    """The page, as Markdown."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Frictions: what can go wrong"
    yield ""
    yield (
        "Made from the program by `python -m docs.generate`; do not write into it. "
        "Most frictions are named by the program, from the keys that make them; a few "
        "are for you to name, with `friction`. Each needs a cause: that of its "
        "touchpoint, or one of its own in `causes`. Every example here is played when "
        "the program is tested, and stands in a touchpoint of the kind that is named."
    )
    yield ""
    yield from _overview()
    for title, codes in _by_kind().items():
        yield from ("", f"## {title}")
        for code in codes:
            yield from _friction(code)


def _overview() -> Iterator[str]:
    yield "| what makes it an effort | frictions |"
    yield "|---|---|"
    for driver in Driver:
        yield f"| {driver} | {_linked(c for c, f in _all() if f.driver == driver)} |"
    yield ""
    yield "| what makes the wait longer | frictions |"
    yield "|---|---|"
    for factor in Waiting:
        yield f"| {factor} | {_linked(c for c, f in _all() if f.waiting == factor)} |"


def _all() -> Iterator[tuple[str, Friction]]:
    yield from FRICTIONS.items()


def _linked(codes: Iterator[str]) -> str:
    return ", ".join(f"[`{code}`](#{code})" for code in codes) or "none"


def _by_kind() -> Mapping[str, Sequence[str]]:
    """The codes under the kind that is first to make them, those for authors last."""
    kinds: dict[str, list[str]] = {}
    for code in FRICTIONS:
        first = next(iter(examples()[code].by_kind))
        kinds.setdefault(first, []).append(code)
    named = kinds.pop(ANY, [])
    parts = {f"Made by `{kind}`": codes for kind, codes in sorted(kinds.items())}
    return parts | {"Named by you": named}


def _friction(code: str) -> Iterator[str]:
    friction, example = FRICTIONS[code], examples()[code]
    yield from ("", f"### {code}", "")
    yield f"*{friction.says[:1].upper()}{friction.says[1:]}.*"
    yield ""
    yield from _facts(friction)
    yield from _examples(example)


def _facts(friction: Friction) -> Iterator[str]:
    yield f"- An effort by: {friction.driver}"
    if friction.waiting:
        yield f"- A wait made longer: {friction.waiting}"
    yield f"- What the dashboard counts: {friction.dashboard}"
    yield f"- Weight: {friction.weight} of 3"


def _examples(example: Example) -> Iterator[str]:
    for kind, made in example.by_kind.items():
        where = "Named" if kind == ANY else f"In [`{kind}`](kinds.md#{kind}): made"
        yield f"- {where} by {made.by}"
        yield ""
        yield "  ```yaml"
        yield from (f"  {line}" for line in made.write.splitlines())
        yield "  ```"
