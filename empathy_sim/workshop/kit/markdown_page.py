"""The kit as Markdown, to edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from empathy_sim.debrief.pages.markdown_parts import bullets, joined, table
from empathy_sim.text.sinks import for_markdown as md
from empathy_sim.workshop.kit import told
from empathy_sim.workshop.kit.cards import ObserverForm
from empathy_sim.workshop.kit.kit import Kit
from empathy_sim.workshop.kit.movers import pair_says
from empathy_sim.workshop.kit.sheet import Part, Trouble, Words

_BLANK = "…………………………"


def kit_as_markdown(kit: Kit) -> str:
    """The whole kit, as the text of one file."""
    return joined(
        (
            *_at_a_glance(kit),
            *_before(kit),
            "## The run sheet",
            *(block for part in kit.parts for block in _part(part, kit)),
            *_hard(kit),
            *_who_sits_where(kit),
            *_stages(kit),
            *_room_card(kit),
            *_observer_form(kit.observer_form),
            *_prediction_card(kit),
            *_commitment_card(),
            "---",
            md(f"Made with Empathy Sim for {kit.title}."),
        )
    )


def _at_a_glance(kit: Kit) -> Iterator[str]:
    yield f"# {md(kit.title)}: the facilitator's kit"
    yield from (md(each) for each in told.in_short(kit))
    rows = (
        (told.when(each, kit), str(each.lasts), each.words.heading, each.words.key)
        for each in kit.parts
    )
    yield table(("When", "Minutes", "What", "Key"), rows)
    if kit.dropped:
        yield md("There is no time for:")
        yield bullets(map(md, kit.dropped))


def _before(kit: Kit) -> Iterator[str]:
    yield "## Before the day"
    for each in kit.prepared:
        yield f"### {md(each.when)}"
        yield _boxes(each.do)
    yield "### What the invitation says"
    yield "\n>\n".join(f"> {md(each)}" for each in kit.invitation)
    yield "### What to print"
    yield md(told.PRINTING)
    rows = ((each.what, told.how_often(each), each.why) for each in kit.copies)
    yield table(told.OF_COPIES, rows)


def _part(part: Part, kit: Kit) -> Iterator[str]:
    words = part.words
    yield f"### {md(told.when(part, kit))} · {md(words.heading)}"
    key = f" Key {words.key}." if words.key else ""
    yield md(f"{told.lasts(part)}.{key}")
    if words.is_said_first:
        yield from _said(words)
    yield bullets(map(md, words.do))
    if not words.is_said_first:
        yield from _said(words)
    if words.ask:
        yield "Ask:"
        yield bullets(f"*{md(each)}*" for each in words.ask)
    if words.board:
        yield f"The board: {md(words.board)}"
    yield _troubles(words.wrong)


def _said(words: Words) -> Iterator[str]:
    if words.say:
        yield "Say:"
        yield "\n>\n".join(f"> {md(each)}" for each in words.say)


def _troubles(troubles: Iterable[Trouble]) -> str:
    return bullets(
        f"**{md(each.happens)}.** {md(' '.join(each.then))}" for each in troubles
    )


def _hard(kit: Kit) -> Iterator[str]:
    yield "## When it is hard"
    yield _troubles(kit.people)
    yield "## When something fails"
    yield _troubles(kit.things)


def _who_sits_where(kit: Kit) -> Iterator[str]:
    yield "## Who sits where"
    yield md(told.ONLY_YOU)
    yield from (md(each) for each in told.SEATING)
    yield md(" ".join(told.seated(kit)))
    rows = ((who, beside, "; ".join(met)) for who, beside, met in told.chairs(kit))
    if kit.plan.named:
        yield table(told.OF_CHAIRS, rows)
    yield from (md(each) for each in told.about_the_plan(kit))
    if kit.pairs:
        yield "Departments that must move together:"
        yield bullets(md(pair_says(each)) for each in kit.pairs)


def _stages(kit: Kit) -> Iterator[str]:
    yield "## What happens where"
    yield md(told.ONLY_YOU)
    rows = (
        (
            told.stage_says(each),
            "; ".join(each.pains),
            "; ".join(told.kept_by(each)),
            " ".join(each.kindnesses),
        )
        for each in kit.stages
    )
    yield table(told.OF_STAGES, rows)


def _room_card(kit: Kit) -> Iterator[str]:
    card = kit.room_card
    yield "## Room card"
    for heading, lines in told.of_room_card(card):
        yield f"### {md(heading)}"
        yield bullets(map(md, lines))


def _observer_form(form: ObserverForm) -> Iterator[str]:
    yield "## Observer form"
    yield f"I watch {_BLANK} My name {_BLANK}"
    yield bullets(map(md, form.how))
    heads = ("Minute", *form.seen, "Stage, and their own words")
    yield table(heads, ((each, *("" for _ in heads[1:])) for each in form.lines))
    yield "### Afterwards"
    yield bullets(map(md, form.afterwards))


def _prediction_card(kit: Kit) -> Iterator[str]:
    if kit.predictions:
        yield "## Prediction card"
        yield md(told.GUESS)
        rows = ((f"{each.asks}", each.unit, "", "") for each in kit.predictions)
        yield table(("", "In", "My guess", "It was"), rows)


def _commitment_card() -> Iterator[str]:
    yield "## Commitment card"
    yield bullets(f"{md(each)} {_BLANK}" for each in told.COMMITMENT)


def _boxes(lines: Iterable[str]) -> str:
    return "\n".join(f"- [ ] {md(each)}" for each in lines)
