"""Pages as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from empathy_sim.debrief.causes import CauseFound
from empathy_sim.debrief.debrief import Debrief
from empathy_sim.debrief.grounds import REST, TITLE, Grounded
from empathy_sim.debrief.happened import Told
from empathy_sim.debrief.mended import Mended
from empathy_sim.debrief.pages.figures import called
from empathy_sim.debrief.pages.followed_told import FollowedTold, adding_up
from empathy_sim.debrief.pages.markdown_beside import (
    calls_as_markdown,
    further_as_markdown,
)
from empathy_sim.debrief.pages.markdown_parts import bullets, joined, table
from empathy_sim.debrief.pages.promised_there import PromisedThere
from empathy_sim.debrief.pages.to_forward import LineThen, PageToForward
from empathy_sim.debrief.pages.to_keep import AssignmentTold, PageToKeep
from empathy_sim.debrief.pages.year_told import YearTold
from empathy_sim.debrief.pairs import Pair
from empathy_sim.debrief.phrases import capital, number
from empathy_sim.text.sinks import for_markdown as md


def forward_as_markdown(page: PageToForward) -> str:
    """The page to forward, as the text of one file."""
    return joined(
        (
            f"# {md(page.title)}",
            f"{md(page.stands)} {md(page.made)}.",
            "## What happened",
            bullets(_told(each) for each in page.told),
            "## Who can mend it" if page.movers else "",
            md(page.behind_it),
            *_movers(page),
            md(page.mended_by),
            "## What was promised",
            md(page.promises) if page.promised.says else "",
            *_promise(page.promised),
            md(page.promised.assignment),
            f"> “{md(page.quote)}”" if page.quote else "",
            "## What it costs in a year" if page.year.is_own else "## What it costs",
            *(_year(page.year) if page.year.is_own else _asked(page.year)),
            *_followed(page.followed),
            "## The same, lived and recorded",
            *_sides(page.pairs, page.report, ""),
            "## The other causes" if page.others else "",
            *_in_short(page.others, page.headings),
            *_mended(page.mended),
            *(_how_worked_out(page.year) if page.year.is_own else ()),
            *_grounds(page.grounds),
        )
    )


def keep_as_markdown(page: PageToKeep) -> str:
    """The page to keep, as the text of one file."""
    debrief = page.debrief
    return joined(
        (
            f"# {md(debrief.title)}: yours to keep",
            md(debrief.unfinished),
            bullets(md(each) for each in debrief.headline),
            "## How it felt",
            *_felt(page),
            "## What it took",
            bullets(md(each.says) for each in debrief.receipts),
            "## What you said before it began" if debrief.predictions else "",
            bullets(f"{md(each.asks)} {md(each.says)}" for each in debrief.predictions),
            "## The same, lived and recorded",
            *_sides(
                (*debrief.pairs, *debrief.more_pairs), page.report, debrief.report_says
            ),
            "## Behind it",
            *_guesses(debrief),
            *_causes(debrief.causes, page.headings),
            *calls_as_markdown(debrief.other_ends),
            *_mended(page.subject.mended),
            *_followed(page.followed),
            *further_as_markdown(page.further),
            "## Monday",
            *_promise(page.promised),
            md(page.kept),
            *(_assignment(page.assignment) if page.assignment else ()),
            "## What it comes to in a year",
            *_year(page.year),
            *_worked_out(page.year),
            *_grounds(debrief.grounds),
            *_cards(page),
            "## Questions to take along" if debrief.asks else "",
            bullets(md(each) for each in debrief.asks),
        )
    )


def _grounds(grounds: Sequence[Grounded]) -> Iterator[str]:
    if grounds:
        yield f"## {TITLE}"
        yield table(
            ("Where", "What", "The number", "Whose"),
            ((each.where, each.says, each.number, each.ground) for each in grounds),
        )
        yield REST


def _told(told: Told) -> str:
    """A line of what happened, with what follows one by one below it."""
    steps = "".join(f"\n  - {md(step)}" for step in told.steps)
    return f"**{md(told.head)}:** {md(told.says)}{steps}"


def _year(year: YearTold) -> Iterator[str]:
    if year.total:
        whose = f"{year.whose}: " if year.whose else ""
        yield f"{whose}**{md(year.about if whose else capital(year.about))}**"
    yield md(year.in_short)
    yield md(year.rests_on)


def _asked(year: YearTold) -> Iterator[str]:
    """What it takes to work out a year, where nobody has said."""
    how_many = number(len(year.asked))
    yield md(
        f"{year.one_way} What a year of that costs takes {how_many} numbers that only "
        "the company has:"
    )
    yield bullets(f"{md(each)} \\_\\_\\_\\_\\_\\_" for each in year.asked)
    yield md(year.sum_of)


def _how_worked_out(year: YearTold) -> Iterator[str]:
    yield "## How the year was worked out" if year.lines else ""
    yield from _worked_out(year)


def _worked_out(year: YearTold) -> Iterator[str]:
    yield table(
        ("In a year", "How many", "In money", "How it was worked out"),
        (
            (each.says, each.count, each.money or "not put in money", each.rule)
            for each in year.lines
        ),
    )


def _followed(those: Sequence[FollowedTold]) -> Iterator[str]:
    if those:
        one = "one fix" if len(those) == 1 else "each fix"
        yield f"## What {one} would do"
    for each in those:
        yield f"**{md(each.change)}** {md(each.who)} {md(each.why)}"
        yield md(each.saves)
        yield table(
            ("For this one customer", "As it was", "With the fix, simulated"),
            ((row.says, row.was, row.becomes) for row in each.rows),
        )
        yield md(each.unchanged)
        yield md(each.still_waits)
        yield md(each.further)
        yield md(each.gone)
    if those:
        yield md(" ".join((those[-1].rule, those[-1].basis, adding_up(those))))


def _promise(promised: PromisedThere) -> Iterator[str]:
    if promised.says:
        yield f"> {md(promised.says)}"
    yield bullets(f"**{md(head)}:** {md(words)}" for head, words in promised.terms)
    if promised.missing:
        yield f"*{md(' '.join(promised.missing))}*"
    yield md(promised.goal)
    if not (promised.says or promised.goal or promised.assignment):
        yield "Nothing has been promised yet."


def _sides(
    pairs: Sequence[Pair], report: Sequence[LineThen], says: str
) -> Iterator[str]:
    yield table(
        ("About", "As it was lived", "As it was recorded"),
        ((each.head, each.lived, each.recorded) for each in pairs),
    )
    yield md(says)
    yield table(
        ("The month's report", "It reads", "Target", "After this journey"),
        ((each.says, each.reads, each.target, each.verdict) for each in report),
    )


def _movers(page: PageToForward) -> Iterator[str]:
    yield table(
        (
            *("Who can, and how many", "The heaviest of them"),
            *("What would mend it", "The target in the way"),
        ),
        (
            (
                f"{capital(each.department)}: {len(each.causes)} of {len(page.causes)}",
                f"{capital(page.headings[each.first.id])}. {each.because}",
                each.first.fix.change,
                f"{each.first.kept_by} ({each.first.department})",
            )
            for each in page.movers
        ),
    )


def _in_short(
    causes: Sequence[CauseFound], headings: Mapping[str, str]
) -> Iterator[str]:
    yield table(
        ("What went wrong", "The target that keeps it so", "What would mend it"),
        (
            (
                capital(headings[each.id]),
                f"{each.kept_by} ({each.department})",
                f"{each.fix.change} ({each.fix.department}; cost: {each.fix.cost})",
            )
            for each in causes
        ),
    )


def _causes(causes: Sequence[CauseFound], headings: Mapping[str, str]) -> Iterator[str]:
    for each in causes:
        yield f"### {md(capital(headings[each.id]))}"
        told = (
            ("The target", f"{each.kept_by} ({each.department})"),
            ("Why", each.why),
            ("The frontline", each.frontline_says),
            ("Known", each.known),
            (
                "To mend it",
                f"{each.fix.change} ({each.fix.department} can; cost: {each.fix.cost})",
            ),
        )
        yield bullets(f"**{head}:** {md(says)}" for head, says in told if says)


def _mended(mended: Sequence[Mended]) -> Iterator[str]:
    for each in mended:
        yield f"### {md(each.title)}, mended"
        yield md(each.change)
        yield table(
            ("In that stage", "As it was", "Mended"),
            (
                (called(one.measure), one.was, one.became)
                for one in each.compared
                if one.measure.time == "story" and one.before != one.after
            ),
        )


def _felt(page: PageToKeep) -> Iterator[str]:
    curve = page.debrief.curve
    if not page.chart.felt:
        yield "No feeling was marked."
    yield table(
        ("", "When and where", "It felt", "Your words"),
        (
            (
                str(each.number),
                f"{each.point.at.when}, {each.point.where}",
                each.point.feels,
                each.point.words,
            )
            for each in page.chart.felt
        ),
    )
    if curve.service:
        yield f"Before it began you wrote: “{md(curve.service)}”"
    if curve.one_word:
        yield f"Afterwards, one word: “{md(curve.one_word)}”"
    yield bullets(f"An insight: “{md(each.words)}”" for each in curve.insights)


def _guesses(debrief: Debrief) -> Iterator[str]:
    for each in debrief.guesses:
        if each.is_open:
            yield f"**{md(capital(each.friction.says))}.** {md(each.says)}"
            asked = (("Before", each.before), ("Afterwards", each.after))
            wrote = ((when, one.reason) for when, one in asked if one and one.reason)
            yield bullets(f"{when} you wrote: “{md(reason)}”" for when, reason in wrote)
    if not debrief.frictions:
        yield "Nothing went against your customer."
    yield md(debrief.mended)
    if debrief.causes:
        yield md(debrief.closing)


def _assignment(task: AssignmentTold) -> Iterator[str]:
    by = f", by {md(task.by)}" if task.by else ""
    yield f"### {md(task.title)}{by}"
    yield md(task.about)
    yield bullets(md(step) for step in task.how)
    yield _answers(task.expected)
    yield md(task.done)
    yield _answers(task.brought)


def _answers(those: Iterable[tuple[str, str]]) -> str:
    return bullets(f"{md(ask)} **{md(answer)}**" for ask, answer in those)


def _cards(page: PageToKeep) -> Iterator[str]:
    for card in page.cards:
        yield f"## {md(card.title)}"
        yield _answers(card.answers)
