"""An outline as a flowchart in Mermaid's language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from empathy_sim.text.sinks import for_mermaid
from empathy_sim.workbench.outline import Contact, Onward, Outline, StageAtAGlance
from empathy_sim.workbench.outline_words import outcome
from empathy_sim.workbench.setting_out import clipped
from empathy_sim.workbench.ways_on import Destination

_LONGEST = 48
"""Characters of a label; the names of nodes are our own."""

Names = Mapping[Destination, str]


def as_mermaid(outline: Outline) -> str:
    """The text of a file: a subgraph for each stage, a node for each touchpoint.

    No label can be more than a label; ways that settings rule out are left out.
    """
    return "\n".join(_lines(outline)) + "\n"


def _lines(outline: Outline) -> Iterator[str]:
    names = _names(outline)
    yield "flowchart TD"
    for number, stage in enumerate(outline.stages, 1):
        label = _label(f"Stage {number}: {stage.title}")
        yield f"  subgraph stage{number}[{label}]"
        for contact in stage.contacts:
            name = names[Destination(stage.id, contact.name, "")]
            yield f"    {name}[{_label(f'{contact.kind}: {_told(contact)}')}]"
        yield "  end"
    for ending in outline.endings:
        name = names[Destination("", "", ending.id)]
        says = f"End: {ending.title} ({outcome(ending.outcome)})"
        yield f"  {name}([{_label(says)}])"
    for stage in outline.stages:
        yield from _edges(stage, names)


def _names(outline: Outline) -> Names:
    found: dict[Destination, str] = {}
    for number, stage in enumerate(outline.stages, 1):
        for at, contact in enumerate(stage.contacts, 1):
            found[Destination(stage.id, contact.name, "")] = f"s{number}t{at}"
    for number, ending in enumerate(outline.endings, 1):
        found[Destination("", "", ending.id)] = f"e{number}"
    return found


def _edges(stage: StageAtAGlance, names: Names) -> Iterator[str]:
    for contact in stage.contacts:
        here = names[Destination(stage.id, contact.name, "")]
        for each in contact.onward:
            if not each.way.shut and each.to in names:
                yield f"  {here} -->|{_label(_way(each))}| {names[each.to]}"


def _told(contact: Contact) -> str:
    return contact.says or contact.name


def _way(onward: Onward) -> str:
    """What leads there; a word of ours first, so that no label begins a list."""
    when = f" when {onward.way.when}" if onward.way.when else ""
    return f"by {onward.way.label}{when}"


def _label(text: str) -> str:
    return f'"{for_mermaid(clipped(text, _LONGEST))}"'
