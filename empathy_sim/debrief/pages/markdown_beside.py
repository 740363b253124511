"""What a journey is set beside, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from empathy_sim.debrief.less_told import SIMULATED, LessTold
from empathy_sim.debrief.other_end import Line, OtherEnd
from empathy_sim.debrief.other_ways import OtherWays
from empathy_sim.debrief.pages.looked_further import Further
from empathy_sim.debrief.pages.markdown_parts import bullets, table
from empathy_sim.debrief.phrases import capital
from empathy_sim.journey.units import clock
from empathy_sim.text.sinks import for_markdown as md


def calls_as_markdown(ends: Sequence[OtherEnd]) -> Iterator[str]:
    """Each call from both ends, in two columns."""
    if ends:
        yield "## The other end of the line"
    for end in ends:
        yield f"### {md(capital(end.who))}"
        yield md(f"{end.where}, {end.when}. {' '.join(end.today)}")
        yield table(
            ("At", "On the line", "On the desk at that second"),
            (
                (
                    clock(line.at_ms),
                    f"{_speaker(line)}: {line.says}",
                    " ".join(line.desk.says) if line.desk else "",
                )
                for line in end.lines
            ),
        )


def _speaker(line: Line) -> str:
    return f"{line.speaker} ({line.tone})" if line.tone else line.speaker


def further_as_markdown(further: Further) -> Iterator[str]:
    """Other ways, and customers with less; empty where nobody looked for them."""
    if further.ways is not None:
        yield from _ways(further.ways)
    if further.less:
        yield from _less(further.less)


def _ways(ways: OtherWays) -> Iterator[str]:
    yield "## Would another choice have helped?"
    yield bullets(md(says) for says in ways.says)
    yield bullets(f"**{md(each.head)}:** {md(each.says)}" for each in ways.told)
    yield bullets(md(says) for says in ways.mattered)
    yield md(ways.no_way_back)
    yield md(ways.rule)


def _less(those: Sequence[LessTold]) -> Iterator[str]:
    yield "## The same journey with less"
    for each in those:
        yield f"### {md(each.head)}"
        yield md(each.rule)
        yield md(" ".join(each.says))
    yield md(SIMULATED)
