"""What a rehearsal found, as one page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from empathy_sim.rehearsal.rehearsed import Rehearsed
from empathy_sim.text.html import Pages
from empathy_sim.workbench import rehearsal_fixes_words as of_fixes
from empathy_sim.workbench import rehearsal_words as words
from empathy_sim.workbench.rehearsal_besides import NOTHING, Besides
from empathy_sim.workbench.setting_out import many, percent


def as_html(
    found: Rehearsed, walkthroughs: Sequence[str], besides: Besides = NOTHING
) -> str:
    """The text of one file, with nothing fetched and nothing run.

    Args:
        found: what was found.
        walkthroughs: of each of `found.lost`, the text of the way there.
        besides: what else is told.
    """
    return _pages().page(
        "rehearsal.html.jinja",
        found=found,
        lost_heading=words.lost_heading(found),
        lost=tuple(zip(found.lost, walkthroughs, strict=True)),
        never_reached=tuple(words.never_reached(found)),
        hits=tuple(words.hits(found)),
        long=words.how_long(found),
        verdict=words.verdict(found),
        tried=words.tried(found),
        outcomes=words.OUTCOMES,
        settled=words.settled(found),
        mended=tuple(words.mended(besides.mended)),
        findings=besides.findings,
        help_means=words.what_help_means(found),
        promised=words.promised(besides.minutes) if besides.minutes else "",
        fixes=besides.fixes,
        fixed=of_fixes,
    )


@cache
def _pages() -> Pages:
    filters: Mapping[str, Callable[..., object]] = {
        "how": words.how_lost,
        "refusal": words.refusal,
        "many": many,
        "percent": percent,
    }
    return Pages("empathy_sim.workbench", "rehearsal.css", filters)
