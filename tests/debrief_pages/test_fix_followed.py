"""What a fix would have done, on the pages."""

from __future__ import annotations

import json
from dataclasses import replace

from empathy_sim.debrief.compared import Beside
from empathy_sim.debrief.debrief import Debrief
from empathy_sim.debrief.measures import KIT, Measure
from empathy_sim.debrief.money import Saved, Span, saved_by, year_of
from empathy_sim.debrief.pages.followed import Followed, followed_in
from empathy_sim.debrief.pages.followed_told import FollowedTold, followed_told
from empathy_sim.debrief.pages.html_page import forward_as_html, keep_as_html
from empathy_sim.debrief.pages.json_file import as_json
from empathy_sim.debrief.pages.markdown_page import (
    forward_as_markdown,
    keep_as_markdown,
)
from empathy_sim.debrief.pages.subject import Subject, subject_of
from empathy_sim.debrief.pages.to_forward import page_to_forward
from empathy_sim.debrief.pages.to_keep import page_to_keep
from empathy_sim.engine.events import JourneyBegan, JourneyEnded, LivedAgain
from empathy_sim.journey.cast import Cast
from tests.debrief.played_logs import script_named
from tests.debrief_pages.pages_subject import (
    MADE,
    OTHER_END,
    SESSION,
    fixes,
    played,
    subject,
)

FIX = "hold-slips/monday"
NOTHING = Span(0, 0)


def cast() -> Cast:
    first = played()[0]
    assert isinstance(first, JourneyBegan)
    return first.cast


def followed(debrief: Debrief) -> tuple[Followed, ...]:
    return followed_in(script_named("the-long-way"), played(), cast(), fixes(), debrief)


def every_page(of: Subject) -> tuple[str, ...]:
    forward, keep = page_to_forward(of), page_to_keep(of)
    return (
        *(forward_as_html(forward), forward_as_markdown(forward)),
        *(keep_as_html(keep), keep_as_markdown(keep)),
    )


def before_its_end() -> Subject:
    """The same session, as it was just before the journey ended."""
    at = next(i for i, each in enumerate(played()) if isinstance(each, JourneyEnded))
    script = script_named("the-long-way")
    return subject_of(script, played()[:at], fixes(), session=SESSION, made=MADE)


def told_of(found: Followed) -> FollowedTold:
    return followed_told((found,), subject().year)[0]


def test_where_none_was_lived_again_the_heaviest_that_can_be_played_is_followed() -> (
    None
):
    [found] = followed(subject().debrief)
    playable = [each for each in subject().debrief.causes if fixes().reaches(each.id)]

    assert not found.was_lived
    assert found.fix == FIX
    assert max(each.weight for each in playable) == next(
        each.weight for each in playable if each.id == FIX
    )


def test_what_was_lived_again_is_followed_once() -> None:
    debrief = subject().debrief
    again = LivedAgain(0, 0, FIX, "holding", 1, "[]")
    decided = replace(debrief.decisions, again=(again, again))

    [found] = followed(replace(debrief, decisions=decided))

    assert (found.fix, found.was_lived) == (FIX, True)


def test_no_fix_is_followed_where_none_can_be_played() -> None:
    assert followed(replace(subject().debrief, causes=())) == ()


def test_what_it_saves_is_that_of_the_whole_journey_with_the_numbers_given() -> None:
    [found] = followed(subject().debrief)
    whole, figures = found.whole, subject().debrief.decisions.figures

    assert found.saved == saved_by(whole.before, whole.after, figures)
    assert found.saved.hours.high > found.saved.hours.low > 0
    assert "42,000 customers a year on this path (the company's own)" in (
        told_of(found).basis
    )


def test_every_page_tells_it_as_simulated_and_by_which_rule() -> None:
    [found] = followed(subject().debrief)
    told = told_of(found)

    forwarded, forwarded_too, kept, kept_too = every_page(subject())
    assert "A robot does what you did" in kept
    assert "A robot does what you did" in kept_too
    assert "what you did" not in forwarded + forwarded_too
    for page in every_page(subject()):
        assert "With the fix, simulated" in page
        assert "Simulated: nobody lived this. A robot" in page
        assert "elsewhere takes what is offered first." in page
        assert told.saves in page
        assert "in a year it would save about" in told.saves


def test_numbers_that_are_all_invented_say_so_before_what_they_save() -> None:
    debrief = subject().debrief
    bare = replace(debrief, decisions=replace(debrief.decisions, figures={}))
    year = year_of(debrief.lived, debrief.ended.outcome, {})

    [told] = followed_told(followed(bare), year)

    assert told.saves.startswith("With invented numbers, in a year it would save")


def test_a_fix_that_saves_nothing_says_so() -> None:
    [found] = followed(subject().debrief)

    told = told_of(replace(found, saved=Saved(NOTHING, NOTHING, NOTHING)))

    assert told.saves == "By itself it saves no contact and no hour of waiting."


def test_a_customer_who_goes_further_is_said_to_meet_more() -> None:
    [found] = followed(subject().debrief)
    met = Measure(
        "frictions", "things that went against the customer", "count", "", KIT
    )
    further = replace(
        found.whole, compared=(Beside(met, 3, 7),), ended="Locked out.", ends="Served"
    )

    told = told_of(replace(found, whole=further))

    assert told.further.startswith("It does not end there any more")
    assert (told.rows[0].was, told.rows[0].becomes) == ("“Locked out”", "“Served”")
    assert (
        told_of(replace(found, whole=replace(further, ends="Locked out."))).further
        == ""
    )


def test_a_journey_that_is_not_over_is_set_beside_nothing() -> None:
    assert before_its_end().followed == ()
    for page in every_page(before_its_end()):
        assert "Simulated" not in page
        assert "so no year is worked out from it." in page


def test_the_page_to_keep_has_both_ends_of_a_call_other_ways_and_less() -> None:
    ways, less = subject().further.ways, subject().further.less
    assert ways is not None
    assert less

    for page in every_page(subject())[2:]:
        assert "The other end of the line" in page
        assert OTHER_END.lines[0].says in page
        assert "Would another choice have helped?" in page
        assert ways.says[0] in page
        assert "The same journey with less" in page
        assert all(each.head in page for each in less)


def test_the_json_has_them_as_numbers_and_as_simulated() -> None:
    told = json.loads(as_json(subject()))
    [found] = told["followed"]
    saved = subject().followed[0].saved

    assert found["fix"] == FIX
    assert found["simulated"] is told["ways"]["simulated"] is True
    assert found["saved"]["money"] == [saved.money.low, saved.money.high]
    assert [each["id"] for each in told["less"]] == [
        each.id for each in subject().further.less
    ]
    assert told["calls"][0]["lines"][0]["desk"]["screen"] == "A name."
