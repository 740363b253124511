"""The page of what stands around the touchpoints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from docs.field_table import (
    NEEDED,
    about,
    anchor_of,
    heading_of,
    shared_part,
    shown_default,
    table_of,
)
from docs.report_metrics import metrics
from docs.written_types import UNITS, examples_of
from empathy_sim.journey import cause as c
from empathy_sim.journey import fit as f
from empathy_sim.journey import journey as j
from empathy_sim.journey import scenario as s
from empathy_sim.journey import touchpoint as t
from empathy_sim.journey.condition import Condition
from empathy_sim.journey.noun import Noun, defaults_of
from empathy_sim.journey.walkthrough import KINDS as STEPS
from empathy_sim.journey.walkthrough import Step, Walkthrough
from empathy_sim.library.field_words import words_of
from empathy_sim.library.meaning_journey import MEASURES
from empathy_sim.library.meaning_names import COMPANY, CUSTOMER, PROMISE, WHEN
from empathy_sim.library.walkthroughs import KEYS
from empathy_sim.library.walkthroughs import NEEDED as NEEDED_KEYS

PAGE = "fields.md"
_PARTS: Mapping[str, Sequence[type[Noun]]] = {
    "A journey": (
        j.Journey,
        j.Company,
        j.Begins,
        j.ReportLine,
        j.Customer,
        j.Who,
        j.Resource,
        j.Like,
        j.Prediction,
        j.Stage,
        j.Ending,
        j.DebriefAsks,
    ),
    "A scenario": (s.Scenario, s.Setting, s.Needs, c.Cause, c.Fix),
    "In every touchpoint": (
        t.Touchpoint,
        t.AtMost,
        t.AsksReaction,
        t.Felt,
        t.Option,
        t.Happens,
        t.Promising,
        t.Due,
    ),
    "When something is so": (Condition,),
    "A fit": (
        f.Fit,
        f.FitCompany,
        f.FitLine,
        f.FitNumber,
        f.FitVolumes,
        f.FitAmount,
    ),
}
TOLD = frozenset(noun for nouns in _PARTS.values() for noun in nouns)
"""The nouns that have their table on this page."""
_TITLE = "title"
"""The field that the first key of a walkthrough is written for."""
_NAMED: Mapping[str, Sequence[str]] = {
    "customer": CUSTOMER,
    "company": COMPANY,
    "promise.NAME": PROMISE,
}


def fields_page() -> str:
    """The page, as Markdown."""
    return "\n".join(_lines()) + "\n"


def link(noun: type[Noun]) -> str:
    """A link to the table of a noun of this page, from within it."""
    heading = heading_of(noun)
    return f"[{heading}](#{anchor_of(heading)})"


def lines_of(noun: type[Noun], level: str) -> Iterator[str]:
    """What a noun is, and its table."""
    yield from ("", f"{level} {heading_of(noun)}", "", about(noun), "")
    yield from table_of(noun, link)
    part = shared_part(noun)
    if part:
        yield from ("", f"And what stands under {link(part)}.")


def _lines() -> Iterator[str]:
    yield "# Fields: journeys, scenarios, and what every touchpoint has"
    yield ""
    yield (
        "Made from the program by `python -m docs.generate`; do not write into it. "
        "The kinds of touchpoint are in [kinds.md](kinds.md), the frictions in "
        "[frictions.md](frictions.md), and how to use it all in "
        "[authoring.md](authoring.md)."
    )
    yield from _units()
    yield from _names()
    for title, nouns in _PARTS.items():
        yield from ("", f"## {title}")
        for noun in nouns:
            yield from lines_of(noun, "###")
    yield from _walkthrough()
    yield from _measures()
    yield from _metrics()


def _units() -> Iterator[str]:
    yield from ("", "## Units", "")
    yield "| in the tables | is | written |"
    yield "|---|---|---|"
    for name, (_, is_) in UNITS.items():
        written = ", ".join(f"`{each}`" for each in examples_of(name))
        yield f"| {name} | {is_} | {written} |"
    yield "| name | what you call a thing | `call-again`, `order_number` |"
    yield ""
    yield (
        "In a scenario, `<wait>` in the place of any value stands for the setting "
        "`wait`."
    )


def _names() -> Iterator[str]:
    yield from ("", "## Names in texts", "")
    yield "| written | stands for |"
    yield "|---|---|"
    for head, rest in _NAMED.items():
        written = ", ".join(f"`<{head}.{each}>`" for each in rest)
        yield f"| {written} | of the {head.partition('.')[0]} |"
    now = ", ".join(f"`<{each}>`" for each in WHEN)
    yield f"| {now} | the moment in the story |"
    yield "| `<resource.NAME>` | what is left of it: `19%`, `12 min` |"
    yield "| `<department.NAME>` | what it is called |"
    yield "| `<NAME>` | a setting of this scenario, or a fact |"


def _walkthrough() -> Iterator[str]:
    words, defaults = words_of(Walkthrough), defaults_of(Walkthrough)
    yield from ("", "## A walkthrough", "", about(Walkthrough), "")
    yield "| key | what it is | by default |"
    yield "|---|---|---|"
    for key in KEYS:
        name = _TITLE if key == "walkthrough" else key
        default = NEEDED if key in NEEDED_KEYS else shown_default(defaults[name], None)
        yield f"| `{key}` | {words[name]} | {default} |"
    yield ""
    step = " or ".join(f"`{each}`" for each in STEPS)
    yield f"Each step is {step}. {words_of(Step)['text']}"
    yield (
        "All that can be done is in "
        "[the guide](authoring.md#keep-a-way-through), with an example."
    )


def _measures() -> Iterator[str]:
    yield from ("", "## What a prediction can measure", "")
    yield ", ".join(f"`{each}`" for each in MEASURES) + ", and `times_asked.FACT`."


def _metrics() -> Iterator[str]:
    yield from ("", "## What a report can count", "")
    yield (
        "A line of the `report` whose `metric` is one of these is read again in the "
        "debrief: what of this journey counts for it, and what against. A line with any "
        "other name is shown, nothing counts for it or against it, and `check` says so "
        "(W406)."
    )
    yield ""
    yield "| metric | what is counted | how |"
    yield "|---|---|---|"
    for names, measure in metrics():
        written = " or ".join(f"`{each}`" for each in names)
        yield f"| {written} | {measure.says} | {measure.definition} |"
