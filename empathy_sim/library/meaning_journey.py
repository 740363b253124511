"""Whether a journey means something, with its scenarios."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping

from empathy_sim.journey.calendar import Calendar
from empathy_sim.journey.journey import Journey, Like
from empathy_sim.library import meaning_declared as declared
from empathy_sim.library.meaning_doubt import CERTAIN, Doubt
from empathy_sim.library.meaning_names import CUSTOMER, Names, names_in, wrong_names
from empathy_sim.library.meaning_played import Known
from empathy_sim.library.meaning_stages import wrong_stages
from empathy_sim.library.meaning_wrong import Wrong, nearest
from empathy_sim.library.places import Path
from empathy_sim.library.walks import walk_of

MEASURES = (
    "minutes_to_help",
    "minutes_waited",
    "contacts",
    "needless_contacts",
    "channels",
    "people",
    "transfers",
    "cut_off",
    "identity_checks",
    "facts_repeated",
    "refusals",
    "retyped_fields",
    "promises_made",
    "promises_moved",
    "promises_kept",
    "promises_broken",
    "days",
    "days_at_home",
    "days_late",
    "days_without_money",
    "apologies",
)
"""What a prediction can be about, beside `times_asked.` and a fact."""

_TIMES_ASKED = "times_asked."
_IN_FACTS = frozenset(
    {*(f"customer.{each}" for each in CUSTOMER), "company.name", "company.trade"}
)


_ECHOES = frozenset({"E322", "E324", "E326", "W401"})
_BY_STAGE = frozenset({"E304", "E305", "E306", "E318", "E333"})
"""What is wrong with one thing in a stage, whatever else is wrong there."""


def wrong_in_journey(
    journey: Journey, scenarios: Mapping[str, Known | None], doubt: Doubt = CERTAIN
) -> Iterator[Wrong]:
    """Everything that can be said of a journey.

    Args:
        journey: as it is written, as far as it is understood.
        scenarios: those it could play, with their default settings; None for one
            that nobody can read.
        doubt: what of the journey is not understood.
    """
    for wrong in _all_wrong(journey, scenarios, doubt):
        if wrong.code in _BY_STAGE:
            if not doubt.mentions(wrong.name):
                yield wrong
        elif doubt.leaves(wrong) and not (doubt.is_blank and wrong.code in _ECHOES):
            yield wrong


def _all_wrong(
    journey: Journey, scenarios: Mapping[str, Known | None], doubt: Doubt
) -> Iterator[Wrong]:
    seen = walk_of(journey)
    holds = [*journey.customer.holds, *doubt.names("customer", "holds")]
    resources = [*journey.customer.resources, *doubt.names("customer", "resources")]
    promises = [*journey.promises, *doubt.names("promises")]
    departments = [*journey.departments, *doubt.names("departments")]
    names = Names((), holds, promises, resources, departments)
    yield from wrong_names(tuple(seen.of("text")), names, {})
    yield from declared.same_twice(seen.nouns)
    at: Path = ("customer", "holds")
    yield from declared.wrong_for_text(journey.customer.holds, at, "a fact")
    yield from declared.wrong_for_text(
        journey.customer.resources, ("customer", "resources"), "a resource"
    )
    yield from declared.wrong_for_text(journey.promises, ("promises",), "a promise")
    yield from _wrong_facts(journey)
    yield from _wrong_resources(journey)
    yield from _wrong_beginning(journey)
    yield from _wrong_predictions(journey, holds)
    yield from wrong_stages(journey, scenarios, doubt)


def _wrong_facts(journey: Journey) -> Iterator[Wrong]:
    stages = [each.stage for each in journey.stages]
    for name, fact in journey.customer.holds.items():
        if isinstance(fact, Like) and fact.from_ and fact.from_ not in stages:
            yield Wrong(
                "E304",
                ("customer", "holds", name, "from"),
                f'there is no stage "{fact.from_}"',
                nearest(fact.from_, stages),
                name=fact.from_,
            )
        text = fact.like if isinstance(fact, Like) else fact
        for used in names_in(text):
            if used not in _IN_FACTS:
                yield Wrong(
                    "E317",
                    ("customer", "holds", name),
                    f'"<{used}>" stands for nothing in a fact',
                    nearest(used, sorted(_IN_FACTS)),
                    name=used,
                    within=f"<{used}>",
                )


def _wrong_resources(journey: Journey) -> Iterator[Wrong]:
    stages = [each.stage for each in journey.stages]
    for name, resource in journey.customer.resources.items():
        for at, stage in enumerate(resource.stages):
            if stage not in stages:
                yield Wrong(
                    "E304",
                    ("customer", "resources", name, "stages", at),
                    f'there is no stage "{stage}"',
                    nearest(stage, stages),
                    name=stage,
                )


def _wrong_beginning(journey: Journey) -> Iterator[Wrong]:
    begins = journey.begins
    if begins.date is None:
        return
    at: Path = ("begins", "date")
    try:
        dt.date.fromisoformat(begins.date)
    except ValueError:
        says = f'"{begins.date}" is not a date'
        yield Wrong("E333", at, says, "write it as 2025-06-10")
        return
    day = Calendar.of(begins).weekday(0)
    if day != begins.day:
        says = f"{begins.date} is a {day}, and the journey begins on a {begins.day}"
        yield Wrong("E333", at, says, f"write day: {day}, or leave out the date")


def _wrong_predictions(journey: Journey, facts: Collection[str]) -> Iterator[Wrong]:
    for index, prediction in enumerate(journey.predictions):
        measure = prediction.measures
        asked = measure.removeprefix(_TIMES_ASKED)
        at: Path = ("predictions", index, "measures")
        if measure.startswith(_TIMES_ASKED) and asked not in facts:
            says = f'"{asked}" is not among the facts that the customer holds'
            yield Wrong("E310", at, says, nearest(asked, facts), name=asked)
        elif asked == measure and measure not in MEASURES:
            says = f'"{measure}" is not measured'
            known = (*MEASURES, *(f"{_TIMES_ASKED}{fact}" for fact in facts))
            yield Wrong("E319", at, says, nearest(measure, known))
