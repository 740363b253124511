"""The page of the kinds of touchpoint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docs import fields_page
from docs.field_table import (
    about,
    anchor_of,
    heading_of,
    nouns_in,
    shared_part,
    table_of,
)
from docs.friction_examples import Example, examples, least_of
from empathy_sim.journey.frictions import FRICTIONS
from empathy_sim.journey.noun import Noun
from empathy_sim.journey.touchpoint import Touchpoint
from empathy_sim.journey.touchpoints import KINDS

PAGE = "kinds.md"
_EXITS: Mapping[str, str] = {
    "accepted": "everything was accepted",
    "answered": "somebody answers; of a help centre, an article did",
    "closed": "it closed by itself, on silence",
    "dropped": "the line went dead",
    "expired": "the session ended too often",
    "handed_over": "a person has joined",
    "hung_up": "the customer hung up",
    "left": "the customer went away",
    "locked": "the account was shut",
    "missed": "the turn, or the visitor, was missed",
    "passed": "the last day is over",
    "read": "it was read; only where there are no options",
    "sent": "the rating was sent",
    "served": "the customer was helped, or told",
    "skipped": "no rating was given",
    "timed_out": "the recording gave up",
    "transferred": "the agent passed the caller on",
}


def kinds_page() -> str:
    """The page, as Markdown."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Kinds of touchpoint"
    yield ""
    yield (
        "Made from the program by `python -m docs.generate`; do not write into it. "
        "A filled example of each: `empathy-sim new scenario our-hold --kind hold`. "
        "What the words in the last column mean, and what every touchpoint has beside "
        "its own keys (`leads`, `cause`, `at_most`, ...), is in [fields.md](fields.md). "
        "In the examples, `solved` and `gave_up` are exits of the scenario, and `after` "
        "is another touchpoint."
    )
    yield ""
    for name, kind in KINDS.items():
        first = about(kind).partition("\n")[0]
        yield f"- [`{name}`](#{name}): {first}"
    for name in KINDS:
        yield from _kind(name)


def _kind(name: str) -> Iterator[str]:
    kind = KINDS[name]
    yield from ("", f"## {name}", "", about(kind), "")
    yield f"![{name}, as it is played](pictures/{name}.png)"
    yield ""
    yield f"By default on the channel `{kind.CHANNEL}`. The least that can be written:"
    yield from ("", "```yaml", "here:")
    yield from (f"  {line}" for line in least_of(name).splitlines())
    yield "```"
    yield from ("", *table_of(kind, _link), "")
    yield from _exits(kind)
    yield ""
    yield from _frictions(kind)
    for noun in _told_with(name):
        yield from ("", f"### {heading_of(noun)}", "", about(noun), "")
        yield from table_of(noun, _link)
        part = shared_part(noun)
        if part:
            yield from ("", f"And what stands under {_link(part)}.")


def _exits(kind: type[Touchpoint]) -> Iterator[str]:
    if "options" in kind.__struct_fields__:
        yield "Its options lead where they say."
        yield ""
    yield "| exit, in `leads` | when | |"
    yield "|---|---|---|"
    for exits, must in ((kind.EXITS, "needed"), (kind.MAY_EXIT, "if you like")):
        for exit_ in exits:
            yield f"| `{exit_}` | {_EXITS[exit_]} | {must} |"


def _frictions(kind: type[Touchpoint]) -> Iterator[str]:
    if not kind.FRICTIONS:
        yield "No friction of its own: name one with `friction`."
        return
    made: Mapping[str, Example] = examples()
    yield "| friction | what happens | made by |"
    yield "|---|---|---|"
    for code in kind.FRICTIONS:
        says = FRICTIONS[code].says
        by = made[code].made_by(kind)
        yield f"| [`{code}`](frictions.md#{code}) | {says} | {by} |"


def _told_with(name: str) -> tuple[type[Noun], ...]:
    """The nouns of a kind's own file, each after the one it is a part of."""
    found: list[type[Noun]] = []

    def find(noun: type[Noun]) -> None:
        for each in nouns_in(noun):
            if each not in found and each.__module__ == KINDS[name].__module__:
                found.append(each)
                find(each)

    find(KINDS[name])
    return tuple(found)


def _link(noun: type[Noun]) -> str:
    heading = heading_of(noun)
    page = fields_page.PAGE if noun in fields_page.TOLD else ""
    return f"[{heading}]({page}#{anchor_of(heading)})"
